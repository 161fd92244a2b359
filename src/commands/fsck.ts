// servanda fsck: hashes everything kept again, holds it against what was signed, and heals it where it is told to.
import { join } from 'node:path';
import { AREAS } from '../areas/index.ts';
import { TileEdge } from '../log/edge.ts';
import { inspectChunks } from '../node/chunkcheck.ts';
import { FILES } from '../node/config.ts';
import { heal, type HealingRoom } from '../node/healing.ts';
import { type Damage, inspectRegisters, type InspectionRoom, inspectStretch, MENDS } from '../node/inspection.ts';
import { rebuildRegisters } from '../node/rebuild.ts';
import { keeperOf } from '../node/ground.ts';
import { inspectionOf } from '../node/ground.ts';
import { type ChunkFolder, chunkFolderAt } from '../node/store/chunkfolder.ts';
import { type LogNumber, OTHER, OWN, readLogs } from '../node/store/record.ts';
import { readErased } from '../node/store/erased.ts';
import { writeDamage, writeHealed } from '../node/store/inspections.ts';
import { caller } from '../node/wire.ts';
import { type Command, EXIT, textOf } from './command.ts';
import { homeOf } from './house.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';
import { visit, type Visit } from './visit.ts';

/** Damages of one look, at most: beyond it the node is better made again from its counterpart. */
const LIMIT = 10_000;

/** What is looked at: the record, and with it the folder of the home in which files lie. */
export type Looked = InspectionRoom & { readonly folder?: ChunkFolder };

async function* damagesOf(room: Looked): AsyncGenerator<Damage> {
  for (const log of [OWN, OTHER] as const) {
    let edge = TileEdge.empty();
    while (edge.size < (await readLogs(room.sql))[log].size) {
      const looked = await inspectStretch(room, log, edge);
      yield* looked.damages;
      edge = looked.edge;
    }
  }
  yield* await inspectRegisters(room);
  const { sql, folder } = room;
  if (folder !== undefined) yield* inspectChunks({ sql, folder });
}

/** All that is damaged in this home. */
export async function look(room: Looked): Promise<readonly Damage[]> {
  const all: Damage[] = [];
  for await (const damage of damagesOf(room)) if (all.push(damage) >= LIMIT) break;
  return all;
}

const keyOf = ({ log, what, idx, name }: Damage): string => `${log} ${what} ${idx} ${name}`;

/** Heals what can be healed, and looks again; gives what is still damaged after it. */
async function healAll(at: Visit, room: Looked, found: readonly Damage[]): Promise<readonly Damage[]> {
  const { sql, identity, now } = at;
  const { wire, certificate } = identity.counterpart;
  const line = caller(wire, identity.wire, certificate);
  const keeper = keeperOf(AREAS);
  const rebuild = async () => await rebuildRegisters(sql, keeper, now());
  const [epochs] = identity.epochs;
  const { folder } = room;
  const { keys: { log: logKey }, vault } = identity;
  const healing: HealingRoom = { sql, line, logKey, vault, ...(folder && { folder }), epochs, rebuild, now };
  try {
    for (const damage of found) {
      await writeDamage(sql, damage, now());
      await heal(healing, damage);
    }
    // What is healed may bring to light what it hid: a tile beneath an entry, a row made of a part.
    const left = await look(room);
    for (const damage of left) await heal(healing, damage);
    const last = left.length === 0 ? left : await look(room);
    const open = new Set(last.map(keyOf));
    for (const damage of found) if (!open.has(keyOf(damage))) await writeHealed(sql, damage, now());
    return last;
  } finally {
    line.close();
  }
}

/** One line about a damage: where, what, and what mends it. */
export function told({ log, what, idx, name }: Damage, sides: readonly string[]): string {
  const where = what === 'row' ? name : `${sides[log] ?? ''} ${idx}${name === '' ? '' : ` ${name}`}`;
  return `${where}: ${what} is damaged; mended by: ${MENDS[what]}`;
}

export const fsck: Command = {
  name: 'fsck',
  form: '--home DIR [--heal] [--json]',
  summary:
    'Hashes every entry, part and tile again, checks them against the signed roots, every checkpoint and\n' +
    'cosignature against its key, every register against the acts. The node may be running; by itself it does\n' +
    'the same, slowly. Chunks of files are hashed here alone.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'heal', help: 'Makes again what follows from the rest, and fetches the rest from the counterpart.' },
    { name: 'json', help: 'Prints JSON.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) =>
    await visit(homeOf(textOf(said, 'home'), world), world, unlockBy(said, world), async (at) => {
      const inspected = inspectionOf({ sql: at.sql, identity: at.identity, keeper: keeperOf(AREAS) });
      const folder = chunkFolderAt(join(homeOf(textOf(said, 'home'), world), FILES.files));
      const room = { ...inspected, folder };
      const found = await look(room);
      const left = said.options['heal'] === true && found.length > 0 ? await healAll(at, room, found) : found;
      const logs = await readLogs(at.sql);
      const sides = logs.map((log) => log.side);
      const size = (log: LogNumber): string => `${logs[log].side} ${logs[log].size}`;
      if (said.options['json'] === true) {
        const shown = (damage: Damage) => ({ ...damage, log: sides[damage.log], due: undefined });
        world.print(JSON.stringify({ ok: left.length === 0, found: found.map(shown), left: left.map(shown) }));
        return left.length === 0 ? EXIT.done : EXIT.failed;
      }
      const open = new Set(left.map(keyOf));
      for (const damage of found) world.print(`${told(damage, sides)}${open.has(keyOf(damage)) ? '' : '; healed'}`);
      const healed = found.length - found.filter((damage) => open.has(keyOf(damage))).length;
      world.print(`Looked at ${size(OWN)}, ${size(OTHER)}: ${found.length} damaged, ${healed} healed.`);
      const erased = await readErased(at.sql);
      if (erased.length > 0) world.print(`The parts of ${erased.length} acts were erased, which is no damage.`);
      return left.length === 0 ? EXIT.done : EXIT.failed;
    }),
};
