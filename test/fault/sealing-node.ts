// A node as a process for the test of dumps: hands over a thing, drafts another, and lives until it is killed.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readAgreement } from '../../src/agreement/agreement.ts';
import { readExercise } from '../../src/agreement/exercise.ts';
import { AREAS } from '../../src/areas/index.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { readSettings } from '../../src/node/config.ts';
import { openIdentity } from '../../src/node/identity.ts';
import { openNode } from '../../src/node/node.ts';
import { HANDED, THING_AREA } from '../twin/given.area.ts';

/** Where it lives, and what it hands over, as JSON. */
export interface Errand {
  readonly home: string;
  readonly database: string;
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly drafted: Readonly<Record<string, readonly string[]>>;
}

const errand = JSON.parse(process.argv[2] ?? '{}') as Errand;
const files = await agreementFiles('ua-al-2025');
const settings = await readSettings(errand.home);
const start = Date.now();
const now = (): Date => new Date(Date.parse('2026-08-28T10:00:00Z') + Date.now() - start);
const officials = readExercise(files['exercise.yaml'] ?? '', settings.side);
const { node, signing } = await openNode({
  settings,
  identity: await openIdentity(errand.home, settings, now()),
  database: { url: errand.database },
  agreement: readAgreement(files),
  areas: [...AREAS, THING_AREA],
  officials,
  now,
  random: (bytes) => new Uint8Array(randomBytes(bytes)),
  wireHost: '127.0.0.1',
  files: join(errand.home, 'files'),
  say: (line) => process.stderr.write(`${line}\n`),
});
await signing();
const [drafter] = officials.filter(({ roles }) => roles.includes('drafter'));
const [first, second] = officials.filter(({ roles }) => roles.includes('approver'));
if (drafter === undefined || first === undefined || second === undefined) throw new Error('sealing-node: nobody');
const draft = await node.write(drafter, HANDED.id, undefined, errand.typed);
await node.approve(first, draft.id, draft.digest);
await node.approve(second, draft.id, draft.digest);
await node.write(drafter, HANDED.id, undefined, errand.drafted);
process.stdout.write('said\n');
