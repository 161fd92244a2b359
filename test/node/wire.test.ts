// The ends of a wire: a node that stops waits for nobody who has only connected, and asks nothing more of the other.
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WireIdentity, wireIdentity } from '../../src/node/certificate.ts';
import { type Answer, answerRefusal, type Caller, caller, listen, type Listening } from '../../src/node/wire.ts';

/** Far less than any limit of a handshake or of an idle connection, far more than an end takes. Milliseconds. */
const SOON = 5000;

let folder: string;
let identity: WireIdentity;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'servanda-wire-'));
  const files = { certificate: join(folder, 'wire.crt'), key: join(folder, 'wire.key') };
  identity = await wireIdentity('ua.example', files, new Date());
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** A wire that answers as told, and a caller of it; each knows the other by the one certificate. */
async function opened(answer: () => Promise<Answer>): Promise<readonly [Listening, Caller]> {
  const { certificate } = identity;
  const callers = { counterpart: certificate, auditors: [] };
  const wire = await listen({ host: '127.0.0.1', port: 0 }, identity, callers, answer, answerRefusal);
  return [wire, caller(`https://127.0.0.1:${wire.port}`, identity, certificate)];
}

async function connected(port: number): Promise<Socket> {
  return await new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

const within = async (work: Promise<unknown>): Promise<unknown> =>
  await Promise.race([work.then(() => 'ended'), new Promise((resolve) => setTimeout(resolve, SOON, 'waits'))]);

const WELL: Answer = { status: 200, type: 'text/plain', body: 'well' };

test('a wire ends at once, whoever has connected to it and said nothing', async () => {
  const [wire, line] = await opened(async () => await Promise.resolve(WELL));
  const silent = await connected(wire.port);
  silent.on('error', () => undefined);
  const gone = new Promise((resolve) => silent.once('close', resolve));
  // One asked, and keeps its connection for the next.
  expect((await line.ask('GET', '/')).status).toBe(200);
  expect(await within(wire.stop())).toBe('ended');
  expect(await within(gone)).toBe('ended');
  line.close();
});

test('a wire ends at once amid answers that take their time', async () => {
  const never = Promise.withResolvers<Answer>();
  const begun = Promise.withResolvers<void>();
  const [wire, line] = await opened(async () => {
    begun.resolve();
    return await never.promise;
  });
  const asked = line.ask('GET', '/').then(
    () => 'answered',
    () => 'broken off',
  );
  await begun.promise;
  expect(await within(wire.stop())).toBe('ended');
  expect(await asked).toBe('broken off');
  never.resolve(WELL);
  line.close();
});

test('a line that is closed breaks off what is asked, and what waits for its turn, and asks nothing more', async () => {
  const never = Promise.withResolvers<Answer>();
  let count = 0;
  const [wire, line] = await opened(async () => {
    count += 1;
    return await never.promise;
  });
  const asked = Promise.allSettled(Array.from({ length: 6 }, async () => await line.ask('GET', '/')));
  // Two have a connection each; four wait.
  await expect.poll(() => count).toBe(2);
  line.close();
  expect(await within(asked)).toBe('ended');
  expect((await asked).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
  await expect(line.ask('GET', '/')).rejects.toThrow('closed');
  expect(count).toBe(2);
  never.resolve(WELL);
  expect(await within(wire.stop())).toBe('ended');
});
