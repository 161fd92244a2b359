// Envelopes: what is sealed opens for those it was sealed to, in the place it belongs to, and nowhere else.
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, fromUtf8, utf8 } from '../../src/act/bytes.ts';
import { formatSealKey, parseSealKey } from '../../src/act/sealkey.ts';
import { aboutPart, aboutSealed, deskSealing, type Known, openSealed, openSealedStream } from '../../src/seal/about.ts';
import { CHUNK, open, openStream, readEnvelope, seal, sealStream } from '../../src/seal/envelope.ts';
import { classOf, CONTENT_LIMIT, isClass } from '../../src/seal/padding.ts';
import { type Means, openingKey, type OpeningKey, type Shared } from '../../src/seal/wrap.ts';

const means: Means = {
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
  random: (bytes) => webcrypto.getRandomValues(new Uint8Array(bytes)),
};

/** Chance that is the same each time: SHAKE128 of a name, read on. */
function stream(name: string): (bytes: number) => Uint8Array {
  let at = 0;
  return (bytes) => {
    at += bytes;
    const all = createHash('shake128', { outputLength: at }).update(name).digest();
    return new Uint8Array(all.subarray(at - bytes));
  };
}

const ABOUT = aboutPart('lvN1Yw0p8n3mJvU2QXbqk9sT4gQkHh2mZyK8cW0d5eA', 'content');
const node: OpeningKey = await openingKey('al.example/seal', 'x25519', stream('node')(32));
const other: OpeningKey = await openingKey('al.example/seal', 'x25519', stream('other')(32));
const mfa: OpeningKey = await openingKey('ua:mfa/seal-2026-1', 'x-wing', stream('mfa')(32));
const mefa: OpeningKey = await openingKey('al:mefa/seal-2026-1', 'x-wing', stream('mefa')(32));
const shared: Shared = { name: 'ua:mfa al:mefa', secret: stream('shared')(32) };

const HEADER: Known = {
  agreement: 'ua-al-2025',
  kind: 'item.given/1',
  provisions: ['31'],
  by: 'ua:mfa',
  to: ['al:mefa'],
  subject: 'item/ua-1',
  label: { tlp: 'RED', rel: ['AL', 'UA'] },
  parts: [
    { name: 'body', type: 'application/json' },
    { name: 'content', type: 'application/json' },
  ],
};

const refused = { code: 'envelope-invalid' };

describe('an envelope', () => {
  it.each([
    ['a node', node],
    ['a body', mfa],
    ['who shares the secret', shared],
  ] as const)('opens for %s that it was sealed to, whatever its content', async (_name, opener) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (content) => {
        const recipients = ['key' in opener ? opener.key : opener, mefa.key];
        const sealed = await seal(means, { about: ABOUT, recipients, content });
        expect(await open(means, opener, ABOUT, sealed)).toEqual(content);
        expect(readEnvelope(sealed)).toMatchObject({ about: ABOUT, size: classOf(content.length) });
      }),
      { numRuns: 10 },
    );
  });

  it('of several chunks opens as it comes, in pieces of any size', async () => {
    const content = stream('long')(3 * CHUNK + 17);
    const sealed = await seal(means, { about: ABOUT, recipients: [shared], content });
    for (const step of [1000, CHUNK + 16, sealed.length]) {
      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < sealed.length; at += step) yield await Promise.resolve(sealed.subarray(at, at + step));
      };
      const opened: Uint8Array[] = [];
      for await (const piece of openStream(means, shared, ABOUT, pieces())) opened.push(piece);
      expect(concat(...opened)).toEqual(content);
    }
  });

  it('is not opened by another key of that name, nor in another place, nor by who poses as a recipient', async () => {
    const sealed = await seal(means, { about: ABOUT, recipients: [node.key], content: utf8('given') });
    await expect(open(means, other, ABOUT, sealed)).rejects.toMatchObject(refused);
    await expect(open(means, mfa, ABOUT, sealed)).rejects.toMatchObject(refused);
    await expect(open(means, node, aboutPart('x', 'content'), sealed)).rejects.toMatchObject(refused);
    const posed = { ...other, key: { ...other.key, id: node.key.id } };
    await expect(open(means, posed, ABOUT, sealed)).rejects.toMatchObject(refused);
  });

  it('does not open where a bit of it was turned anywhere', async () => {
    const sealed = await seal(means, { about: ABOUT, recipients: [node.key, shared], content: utf8('given') });
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
        const turned = sealed.slice();
        turned[at] = (turned[at] as number) ^ (1 << bit);
        for (const opener of [node, shared]) {
          await expect(open(means, opener, ABOUT, turned)).rejects.toMatchObject({ name: 'Refusal' });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not open where chunks were cut off, moved, repeated, or taken from another', async () => {
    const [first, second] = await Promise.all(
      ['one', 'two'].map(async (name) =>
        await seal(means, { about: ABOUT, recipients: [shared], content: stream(name)(2.5 * CHUNK) }),
      ),
    );
    const sealed = first as Uint8Array;
    const step = CHUNK + 16;
    const head = sealed.length - Math.ceil(classOf(2.5 * CHUNK) / CHUNK) * 16 - classOf(2.5 * CHUNK);
    const start = sealed.subarray(0, head);
    const chunk = (n: number): Uint8Array => sealed.subarray(head + n * step, head + (n + 1) * step);
    const rest = sealed.subarray(head + 2 * step);
    const wrong = [
      sealed.subarray(0, head),
      sealed.subarray(0, head + 2 * step),
      sealed.subarray(0, -1),
      concat(start, chunk(1), chunk(0), rest),
      concat(start, chunk(0), chunk(0), rest),
      concat(start, chunk(0), chunk(1), rest, Uint8Array.of(0)),
      concat(start, chunk(0), (second as Uint8Array).subarray(head + step)),
    ];
    expect(await open(means, shared, ABOUT, concat(start, chunk(0), chunk(1), rest))).toHaveLength(2.5 * CHUNK);
    for (const bytes of wrong) await expect(open(means, shared, ABOUT, bytes)).rejects.toMatchObject(refused);
  });

  it('keeps its head: the head of one with the chunks of another opens for nobody', async () => {
    const one = await seal(means, { about: ABOUT, recipients: [shared, node.key], content: utf8('one') });
    const two = await seal(means, { about: ABOUT, recipients: [shared, node.key], content: utf8('two') });
    const swapped = concat(one.subarray(0, -1040), two.subarray(-1040));
    await expect(open(means, shared, ABOUT, swapped)).rejects.toMatchObject(refused);
    const text = fromUtf8(one.subarray(0, -1040)) ?? '';
    const [first = '', line = ''] = text.split('\n');
    const head = JSON.parse(line) as { recipients: readonly { kem: string }[] };
    const without = { ...head, recipients: head.recipients.filter(({ kem }) => kem === 'shared') };
    const dropped = concat(utf8(`${first}\n${JSON.stringify(without)}\n`), one.subarray(-1040));
    await expect(open(means, shared, ABOUT, dropped)).rejects.toMatchObject(refused);
  });

  it('says nothing that is no envelope to be one', () => {
    for (const text of ['', 'servanda/envelope/v2\n{}\n', 'servanda/envelope/v1\n{}\n', 'x\n']) {
      expect(() => readEnvelope(utf8(text))).toThrow(/envelope-invalid|not-canonical/);
    }
  });
});

describe('the size of an envelope', () => {
  it('is a class that holds the content, an eighth above it at most, and grows with it', () => {
    fc.assert(
      fc.property(fc.nat(CONTENT_LIMIT), fc.nat(CONTENT_LIMIT), (a, b) => {
        const [size, larger] = [classOf(Math.min(a, b)), classOf(Math.max(a, b))];
        expect(size).toBeGreaterThanOrEqual(Math.min(a, b) + 8);
        if (Math.min(a, b) > 65_536) expect(size).toBeLessThanOrEqual((Math.min(a, b) + 8) * 1.125 + 1);
        expect(larger).toBeGreaterThanOrEqual(size);
        expect(isClass(size)).toBe(true);
      }),
    );
  });

  it('is one of a hundred and fifty or so, and none larger than two gigabytes and an eighth', () => {
    const classes = new Set<number>();
    for (let length = 0; length <= CONTENT_LIMIT; length = classOf(length) - 7) classes.add(classOf(length));
    expect(classes.size).toBeLessThan(150);
    expect(Math.max(...classes)).toBeLessThanOrEqual(CONTENT_LIMIT * 1.125);
    expect(() => classOf(CONTENT_LIMIT + 1)).toThrow('part-too-large');
    expect([1025, 70_001].map(isClass)).toEqual([false, false]);
  });

  it('is the same for a short and a long answer of one class', async () => {
    const sizes = await Promise.all(
      ['no', 'yes, with conditions that take a few lines to say'].map(async (answer) =>
        (await seal(means, { about: ABOUT, recipients: [node.key], content: utf8(answer) })).length,
      ),
    );
    expect(new Set(sizes).size).toBe(1);
  });
});

describe('a part sealed at a desk', () => {
  const content = utf8('{"text":"what nobody else may read"}');
  const recipients = [mefa.key, mfa.key];
  const make = async (header: Known, part = 'content'): Promise<Uint8Array> => {
    const asked = { header, part, recipients, length: content.length, content: [content] };
    const { content: pieces, ...rest } = deskSealing(asked);
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return await seal(means, { ...rest, content: concat(...all) });
  };

  it('opens for both bodies under its own header, and says to whom it was sealed', async () => {
    const sealed = await make(HEADER);
    for (const opener of [mfa, mefa]) {
      const opened = await openSealed(means, opener, HEADER, 'content', sealed);
      expect(opened).toEqual({ recipients: ['al:mefa/seal-2026-1', 'ua:mfa/seal-2026-1'], content });
    }
    expect(fromUtf8(sealed.subarray(0, 1000))).not.toContain('nobody');
  });

  it.each([
    ['label', { label: { tlp: 'GREEN', rel: ['AL', 'UA'] } }],
    ['speaker', { by: 'ua:nabu' }],
    ['addressees', { to: ['al:mefa', 'al:asp'] }],
    ['subject', { subject: 'item/ua-2' }],
    ['kind', { kind: 'item.answered/1' }],
    ['agreement', { agreement: 'ua-xk-2025' }],
    ['provisions', { provisions: ['32'] }],
    ['list of parts', { parts: [{ name: 'content', type: 'application/json' }] }],
  ] as const)('does not open under another %s', async (_what, change) => {
    const sealed = await make(HEADER);
    const header = { ...HEADER, ...change } as unknown as Known;
    await expect(openSealed(means, mefa, header, 'content', sealed)).rejects.toMatchObject(refused);
  });

  it('does not open as another part of the same act', async () => {
    const sealed = await make(HEADER);
    await expect(openSealed(means, mefa, HEADER, 'body', sealed)).rejects.toMatchObject(refused);
  });

  it('sealed anew by who has opened it, for others and under another act, opens as nobody\'s words', async () => {
    const inner = concat(utf8(`{"about":"${aboutSealed(HEADER, 'content')}","recipients":[]}\n`), content);
    const elsewhere = { ...HEADER, by: 'al:mefa', to: ['al:asp'] };
    const third = await openingKey('al:asp/seal-2026-1', 'x-wing', stream('third')(32));
    const rewrapped = await seal(means, {
      about: aboutSealed(elsewhere, 'content'),
      recipients: [third.key],
      content: inner,
    });
    await expect(openSealed(means, third, elsewhere, 'content', rewrapped)).rejects.toMatchObject(refused);
  });

  it('is the same bytes with the same chance, and those of its vector', async () => {
    const vector = JSON.parse(readFileSync(new URL('../vectors/envelope.json', import.meta.url), 'utf8')) as Readonly<
      Record<string, string>
    >;
    const pieces: Uint8Array[] = [];
    const fixed = { subtle: means.subtle, random: stream('vector') };
    const asked = { header: HEADER, part: 'content', recipients, length: content.length, content: [content] };
    const sealing = deskSealing(asked);
    for await (const piece of sealStream(fixed, sealing)) pieces.push(piece);
    const sealed = concat(...pieces);
    expect(Buffer.from(sealed).toString('base64')).toBe(vector['envelope']);
    expect([formatSealKey(mfa.key), formatSealKey(mefa.key)]).toEqual([vector['ua:mfa'], vector['al:mefa']]);
    const opened: Uint8Array[] = [];
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (const piece of pieces) yield await Promise.resolve(piece);
    };
    for await (const piece of openSealedStream(means, mefa, HEADER, 'content', source())) opened.push(piece);
    expect(fromUtf8(concat(...opened))).toBe(vector['content']);
  });
});

describe('a written seal key', () => {
  it('is read back, and by no other id, length or algorithm', () => {
    for (const { key } of [node, mfa]) {
      const written = formatSealKey(key);
      expect(parseSealKey(written)).toEqual(key);
      const [name, id, rest] = written.split('+', 3) as [string, string, string];
      const tail = written.slice(name.length + id.length + 2);
      const short = `${name}+${id}+${rest.slice(0, 40)}`;
      for (const wrong of [`${name}x+${id}+${tail}`, `${name}+00000000+${tail}`, short, name]) {
        expect(() => parseSealKey(wrong)).toThrow('key-not-admissible');
      }
    }
  });
});
