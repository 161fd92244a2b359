// A node as a process that speaks: records the acts of a file, says which stand, ends when it is told to.
import { readFile } from 'node:fs/promises';
import { setTimeout as rest } from 'node:timers/promises';
import { openHome } from '../../src/commands/opened.ts';

const WRITERS = 8;

/** What the test hands over: signed acts with their parts, in base64. */
export interface Given {
  readonly acts: readonly {
    readonly bytes: string;
    readonly parts: readonly { readonly name: string; readonly salt: string; readonly bytes: string }[];
  }[];
}

const [home = '', file = ''] = process.argv.slice(2);
const given = JSON.parse(await readFile(file, 'utf8')) as Given;
const open = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const ended = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()));
const secret = async (): Promise<undefined> => await Promise.resolve(undefined);
const world = { env: process.env, cwd: '/', print: console.log, say: console.error, ended, secret };
const { running, close } = await openHome(home, world);
await running.signing();
console.log('open');
const queue = [...given.acts.entries()];

/** Says it until the node says that it stands; what stood already when it was said again is no second act. */
async function insist(act: Given['acts'][number]): Promise<void> {
  const parts = act.parts.map(({ name, salt, bytes }) => ({ name, salt: open(salt), bytes: open(bytes) }));
  for (;;) {
    try {
      await running.record(open(act.bytes), parts);
      return;
    } catch (cause) {
      const { code } = cause as { code?: string };
      if (code === 'act-repeated') return;
      if (code !== 'database-unavailable') throw cause;
      await rest(50);
    }
  }
}

async function write(): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await insist(next[1]);
    console.log(`told ${next[0]}`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, write));
console.log('done');
await ended;
await close();
