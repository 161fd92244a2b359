// The stream of changes and the server behind the windows: what arrives, what is bounded, and that all of it ends.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STREAMS, STREAMS_OF_ADDRESS, STREAMS_OF_SESSION, STREAMS_UNKNOWN } from '../../src/web/limits.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import type { Windows } from '../../src/web/windows.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';
import { OFFICIALS } from './fake.officials.ts';
import { open } from './windows.ts';

let node: FakeNode;
let serving: Serving | undefined;

beforeEach(() => {
  node = fakeNode({ agreement: AGREEMENT });
});

afterEach(async () => {
  await serving?.stop();
  serving = undefined;
});

async function begin(): Promise<Serving> {
  serving = await serve(node, { port: 0, host: '127.0.0.1', say: () => undefined });
  return serving;
}

/** Asks for a stream from an address, without a session. */
const from =
  ({ fetch }: Windows) =>
  async (address: string): Promise<Response> =>
    await fetch(new Request('http://localhost/events', { headers: { host: 'localhost' } }), {
      incoming: { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } },
    });

/** Reads until `wanted` has come. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  while (!text.includes(wanted)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${JSON.stringify(text)}`);
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

describe('the stream', () => {
  test('tells each change as an event, over a real line', async () => {
    const { url } = await begin();
    const response = await fetch(`${url}/events`);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    await readUntil(reader, 'retry: 3000\n\n');
    node.put({ side: 'al' });
    expect(await readUntil(reader, '\n\n')).toBe('event: change\ndata: {"what":"record"}\n\n');
    node.change('line');
    expect(await readUntil(reader, '\n\n')).toContain('{"what":"line"}');
    await reader.cancel();
  });

  test('is forgotten when the reader goes', async () => {
    const { windows } = await open(node);
    const going = new AbortController();
    const ask = (signal?: AbortSignal): Promise<Response> =>
      windows.fetch(
        new Request('http://localhost/events', { headers: { host: 'localhost' }, ...(signal ? { signal } : {}) }),
      );
    await ask(going.signal);
    const other = await ask();
    expect(windows.streams()).toBe(2);
    going.abort();
    expect(windows.streams()).toBe(1);
    await other.body?.cancel();
    expect(windows.streams()).toBe(0);
  });

  test('is refused to one address beyond its limit, and given again when one goes', async () => {
    const { windows } = await open(node);
    const ask = from(windows);
    const streams: Response[] = [];
    for (let i = 0; i < STREAMS_OF_ADDRESS; i++) streams.push(await ask('10.0.0.1'));
    expect(streams.every((response) => response.status === 200)).toBe(true);
    const refused = await ask('10.0.0.1');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await ask('10.0.0.2')).status).toBe(200);
    await streams[0]?.body?.cancel();
    expect((await ask('10.0.0.1')).status).toBe(200);
    windows.close();
    expect(windows.streams()).toBe(0);
  });

  test('is left to officials where strangers take all they may, and to each session so many', async () => {
    const tested = await open(node);
    const ask = from(tested.windows);
    for (let i = 0; i < STREAMS_UNKNOWN; i++) expect((await ask(`10.0.1.${i}`)).status).toBe(200);
    expect((await ask('10.0.2.1')).status).toBe(503);
    const reader = tested.reader();
    await reader.signIn(OFFICIALS[0]?.id ?? '');
    for (let i = 0; i < STREAMS_OF_SESSION; i++) expect((await reader.ask('/events')).status).toBe(200);
    expect((await reader.ask('/events')).status).toBe(429);
    for (let i = tested.windows.streams(); i < STREAMS; i += STREAMS_OF_SESSION) {
      const other = tested.reader();
      await other.signIn(OFFICIALS[0]?.id ?? '');
      const room = Math.min(STREAMS_OF_SESSION, STREAMS - i);
      for (let n = 0; n < room; n++) expect((await other.ask('/events')).status).toBe(200);
    }
    const last = tested.reader();
    await last.signIn(OFFICIALS[0]?.id ?? '');
    expect((await last.ask('/events')).status).toBe(503);
    tested.windows.close();
  });

  test('of a reader that does not read is cut off', async () => {
    const { windows } = await open(node);
    await windows.fetch(new Request('http://localhost/events', { headers: { host: 'localhost' } }));
    for (let i = 0; i < 100; i++) node.change('record');
    expect(windows.streams()).toBe(0);
  });

  test('is not opened by HEAD', async () => {
    const { windows } = await open(node);
    const request = new Request('http://localhost/events', { method: 'HEAD', headers: { host: 'localhost' } });
    expect((await windows.fetch(request)).status).toBe(200);
    expect(windows.streams()).toBe(0);
  });
});

describe('the server', () => {
  test('serves pages on a free port and says where', async () => {
    const { url, port } = await begin();
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/record`, { headers: { accept: 'text/html' } })).status).toBe(200);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true });
  });

  test('stops with streams open, and hears the node no more', async () => {
    const { url, stop } = await begin();
    const response = await fetch(`${url}/events`);
    const reader = response.body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
    await readUntil(reader, '\n\n');
    const before = performance.now();
    await stop();
    serving = undefined;
    expect(performance.now() - before).toBeLessThan(3000);
    expect(node.listeners()).toBe(0);
    expect((await reader.read()).done).toBe(true);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('says that a port is taken', async () => {
    const { port } = await begin();
    await expect(serve(node, { port, host: '127.0.0.1', say: () => undefined })).rejects.toThrow(/EADDRINUSE/);
    expect(node.listeners()).toBe(1);
  });
});
