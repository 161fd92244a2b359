// servanda recover: the disk is gone and the keys are there: the record comes back from the counterpart.
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { parseNote } from '../act/note.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { AREAS } from '../areas/index.ts';
import { originHash, parseCheckpoint } from '../log/checkpoint.ts';
import type { Epochs } from '../log/epoch.ts';
import { FILES } from '../node/config.ts';
import type { BothEpochs } from '../node/epochs.ts';
import type { Identity } from '../node/identity.ts';
import type { Running } from '../node/node.ts';
import { keeperOf } from '../node/ground.ts';
import { inspectionOf } from '../node/ground.ts';
import { chunkFolderAt } from '../node/store/chunkfolder.ts';
import { countLacking } from '../node/store/chunks.ts';
import { OWN, readLogs } from '../node/store/record.ts';
import { caller, type Caller } from '../node/wire.ts';
import { type Command, EXIT, numberOf, textOf } from './command.ts';
import { look, told } from './fsck.ts';
import { homeOf } from './house.ts';
import { openHome } from './opened.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';

/** Seconds without anything having come after which it is given up, unless told otherwise. */
const PATIENCE = 120;
const STEP = 250;

/** How much the counterpart has of a log, by the signed states it shows of its epochs; 0 where it shows none. */
async function shown(line: Caller, epochs: Epochs, what: 'checkpoint' | 'witnessed'): Promise<number> {
  let size = 0;
  for (const { key } of epochs) {
    const heard = await line.ask('GET', `/${originHash(key.name)}/${what}`).catch(() => undefined);
    if (heard?.status === 200) size = Math.max(size, parseCheckpoint(parseNote(heard.body).text).size);
  }
  return size;
}

/** Waits until both logs are back and judged, for as long as something still comes. */
async function untilBack({ sql, wake }: Running, both: BothEpochs, line: Caller, patience: number): Promise<void> {
  let before = '';
  let since = Date.now();
  for (;;) {
    const [own, other] = await readLogs(sql);
    const [ours, theirs] = [await shown(line, both[0], 'checkpoint'), await shown(line, both[1], 'checkpoint')];
    if (own.size >= ours && other.size >= theirs && other.folded >= theirs && ours + theirs > 0) return;
    const now = `${own.size} ${other.size} ${other.folded}`;
    if (now !== before) since = Date.now();
    before = now;
    if (Date.now() - since > patience * 1000) return;
    wake();
    await rest(STEP);
  }
}

/** Waits until the files of acts are back, for as long as something still comes. */
async function untilFiles({ sql, wake }: Running, patience: number): Promise<void> {
  let before = -1;
  let since = Date.now();
  for (;;) {
    const left = await countLacking(sql);
    if (left === 0) return;
    if (left !== before) since = Date.now();
    before = left;
    if (Date.now() - since > patience * 1000) return;
    wake();
    await rest(STEP);
  }
}

/** Why nothing may be signed, where that is so. */
async function shutBy(running: Running): Promise<Refusal | undefined> {
  const cause = await running.record(new Uint8Array(), []).then(
    () => undefined,
    (refused: unknown) => refused,
  );
  const isShut = cause instanceof Refusal && ['gate-shut', 'record-behind', 'record-forked'].includes(cause.code);
  return isShut ? cause : undefined;
}

/** The same once the gate has asked the counterpart, or has had `patience` to do it. */
async function shutFor(running: Running, patience: number): Promise<Refusal | undefined> {
  const until = Date.now() + patience * 1000;
  for (;;) {
    const shut = await shutBy(running);
    if (shut?.code !== 'gate-shut' || Date.now() > until) return shut;
    await rest(STEP);
  }
}

/** What cannot return, by index: acts of which only the signed size is known, and parts that nobody has. */
async function lost(running: Running, identity: Identity, line: Caller, home: string): Promise<readonly string[]> {
  const logs = await readLogs(running.sql);
  const witnessed = await shown(line, identity.epochs[OWN], 'witnessed');
  const gone = Array.from({ length: Math.max(0, witnessed - logs[OWN].size) }, (_, i) => {
    const idx = logs[OWN].size + i;
    return `${logs[OWN].side} ${idx}: the entry was signed and seen, and nobody holds it`;
  });
  const folder = chunkFolderAt(join(home, FILES.files));
  const found = await look({ ...inspectionOf({ sql: running.sql, identity, keeper: keeperOf(AREAS) }), folder });
  return [...gone, ...found.map((damage) => told(damage, logs.map(({ side }) => side)))];
}

export const recover: Command = {
  name: 'recover',
  form: '--from-counterpart --home DIR',
  summary:
    'Makes the record again in a home that has its keys and the card of its counterpart, and an empty database:\n' +
    'the own log from the mirror, the other from its source. Lists by index what cannot return. Drafts cannot.',
  options: [
    { name: 'from-counterpart', help: 'Says from whom: there is nobody else.' },
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'patience', value: 'SECONDS', help: `Gives up where nothing has come for so long. Default ${PATIENCE}.` },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    if (said.options['from-counterpart'] !== true) throw refuse('usage', 'Say --from-counterpart.');
    const home = homeOf(textOf(said, 'home'), world);
    const opened = await openHome(home, world, { unlock: unlockBy(said, world) });
    const { running, identity } = opened;
    const { wire, certificate } = identity.counterpart;
    const line = caller(wire, identity.wire, certificate);
    try {
      const patience = numberOf(said, 'patience') ?? PATIENCE;
      await untilBack(running, identity.epochs, line, patience);
      const shut = await shutFor(running, patience);
      await untilFiles(running, patience);
      const missing = await lost(running, identity, line, home);
      const sizes = (await readLogs(running.sql)).map(({ side, size }) => `${side} ${size}`).join(', ');
      world.print(`Came back: ${sizes}. Cannot return: ${missing.length}.`);
      for (const one of missing) world.print(one);
      if (shut !== undefined) throw shut;
      return missing.length === 0 ? EXIT.done : EXIT.failed;
    } finally {
      line.close();
      await opened.close();
    }
  },
};
