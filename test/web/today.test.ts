// The desk: what is new to each official until they have read it, and what cannot be overlooked.
import { beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/kit/words.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';
import { open, type Reader, type Tested } from './windows.ts';

let node: FakeNode;
let tested: Tested;
beforeEach(async () => {
  node = fakeNode({ agreement: AGREEMENT });
  node.put({ side: 'al' });
  node.put({ side: 'ua' });
  tested = await open(node);
});

const rows = (html: string): readonly string[] => {
  const [, table = ''] = /id="new-rows"[^>]*>(.*?)<\/div>/s.exec(html) ?? [];
  return [...table.matchAll(/<th scope="row"[^>]*><a class="id" href="([^"]+)"/g)].map(([, href = '']) => href);
};
const today = async (reader: Reader): Promise<string> => await (await reader.ask('/today')).text();
const fresh = async (reader: Reader): Promise<readonly string[]> => rows(await today(reader));

async function desk(official: string, language?: string): Promise<Reader> {
  const reader = tested.reader(language);
  await reader.signIn(official);
  return reader;
}

describe('what is new to an official', () => {
  test('is every act of both sides, until its page is opened: by them, and by nobody else', async () => {
    const writer = await desk('writer');
    const first = await desk('first');
    expect(await fresh(writer)).toEqual(['/act/ua/0', '/act/al/0']);
    await (await writer.ask('/act/al/0')).text();
    expect(await fresh(writer)).toEqual(['/act/ua/0']);
    expect(await fresh(first)).toEqual(['/act/ua/0', '/act/al/0']);
    await (await tested.reader().ask('/act/ua/0')).text();
    expect(await fresh(writer)).toEqual(['/act/ua/0']);
  });

  test('is nothing once they say that they have read all; what comes then is new again', async () => {
    const reader = await desk('writer');
    const html = await today(reader);
    node.put({ side: 'al' });
    const fields = Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="(ua|al)" value="(\d+)"/g)].map(([, side = '', size = '']) => [
        side,
        size,
      ]),
    );
    expect(fields).toEqual({ ua: '1', al: '1' });
    const [, csrf = ''] = /action="\/today\/read".*?name="csrf" value="([^"]+)"/s.exec(html) ?? [];
    const answer = await reader.send('/today/read', { csrf, ...fields });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/today#new']);
    // One came while the page stood open: it was not on it, so it was not read.
    expect(await fresh(reader)).toEqual(['/act/al/1']);
    expect(await today(reader)).toContain('since you read all at');
    expect(reader.cookies.size).toBe(1);
  });

  test('is marked by nobody without a session or the token of the form, nor up to a size that is none', async () => {
    expect((await tested.reader().send('/today/read', { ua: '1', al: '1' })).status).toBe(401);
    const reader = await desk('writer');
    expect((await reader.send('/today/read', { csrf: 'none', ua: '1', al: '1' })).status).toBe(403);
    const csrf = await reader.token('/today');
    expect((await reader.send('/today/read', { csrf, ua: '-1', al: 'many' })).status).toBe(422);
    expect(await fresh(reader)).toHaveLength(2);
  });

  test('is said in their language, and what is left out is said too', async () => {
    for (let i = 0; i < 25; i++) node.put({ side: 'al' });
    const said = { en: 'New to you', uk: 'Нове для вас', sq: 'Të reja për ju' };
    for (const language of LANGUAGES) {
      const html = await today(await desk('writer', language));
      expect(html).toContain(`<h2>${said[language]}</h2>`);
      expect(rows(html)).toHaveLength(20);
    }
    expect(await today(await desk('writer'))).toContain('The newest 20 are shown; there are more.');
  });

  test('is not known of a reader who has not signed in: the newest acts of the other side stand there', async () => {
    const html = await today(tested.reader());
    expect(rows(html)).toEqual(['/act/al/0']);
    expect(html).toContain('New from the Republic of Albania');
    expect(html).not.toContain('/today/read');
  });
});

test('what somebody must look at stands at the head of the day, each alarm in words', async () => {
  expect(await today(tested.reader())).not.toContain('alarm-line');
  const { health } = node;
  const alarms = ['record-contradicted', 'records-diverge'] as const;
  const alarmed = await open({ ...node, health: async () => ({ ...(await health()), alarms }) });
  for (const language of LANGUAGES) {
    const html = await (await alarmed.reader(language).ask('/today')).text();
    expect(html.match(/class="alarm-line"/g)).toHaveLength(2);
    expect(html).not.toContain('>alarm.');
  }
});
