// The stream of changes and the server behind the windows: what arrives, what is bounded, and that all of it ends.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STREAMS } from '../../src/web/limits.ts';
import { serve, type Serving } from '../../src/web/server.ts';
import { AGREEMENT } from './agreement.ts';
import { type FakeNode, fakeNode } from './fake.node.ts';
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

  test('is refused beyond the limit, and given again when one goes', async () => {
    const { windows } = await open(node);
    const ask = (): Promise<Response> =>
      windows.fetch(new Request('http://localhost/events', { headers: { host: 'localhost' } }));
    const streams: Response[] = [];
    for (let i = 0; i < STREAMS; i++) streams.push(await ask());
    expect(streams.every((response) => response.status === 200)).toBe(true);
    expect((await ask()).status).toBe(503);
    await streams[0]?.body?.cancel();
    expect((await ask()).status).toBe(200);
    windows.close();
    expect(windows.streams()).toBe(0);
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
