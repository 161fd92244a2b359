// How many signed acts a node verifies, judges, records, and how soon its counterpart has received them.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActHeader, actText } from '../src/act/act.ts';
import { utf8 } from '../src/act/bytes.ts';
import { encode } from '../src/act/canonical.ts';
import type { Signer } from '../src/act/key.ts';
import { formatNote, signText } from '../src/act/note.ts';
import { commitment, type Part } from '../src/act/part.ts';
import { type Agreement, readAgreement } from '../src/agreement/agreement.ts';
import { openLabel } from '../src/agreement/label.ts';
import type { Bench, Figure } from '../src/commands/bench.ts';
import { agreementFiles } from '../src/commands/house.ts';
import { type Settings, writeSettings } from '../src/node/config.ts';
import { makeCard, pinCounterpart } from '../src/node/identity.ts';
import { openKeys } from '../src/node/keys.ts';
import type { Running } from '../src/node/node.ts';
import { MEASURE_TAKEN } from './kinds.ts';
import { AREA, openSide } from './side.ts';

const OTHER = fileURLToPath(new URL('./counterpart.ts', import.meta.url));
const ACTS = 20_000;
const CLIENTS = 256;

interface Said {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** The counterpart as a process of its own, as in life; gives its end. */
async function startCounterpart(home: string): Promise<() => Promise<void>> {
  const child = spawn(
    process.execPath,
    [...process.execArgv.filter((one) => !one.startsWith('--cpu-prof')), OTHER, home],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`bench: the counterpart ended with ${String(code)}`)));
  });
  return async () => {
    child.kill('SIGTERM');
    await gone;
  };
}

function sign(agreement: Agreement, seen: ActHeader['seen'], signer: Signer, n: number): Said {
  const part: Part = {
    name: 'body',
    salt: new Uint8Array(randomBytes(32)),
    bytes: utf8(encode({ text: `line ${n}` })),
  };
  const text = actText({
    agreement: agreement.id,
    kind: MEASURE_TAKEN.id,
    provisions: agreement.provisionsOf(MEASURE_TAKEN.families),
    by: 'ua:mfa',
    at: new Date().toISOString().slice(0, 19) + 'Z',
    number: `UA-MFA-2026-${String(n).padStart(7, '0')}`,
    to: ['al:mefa'],
    subject: `bench:${n % 1000}`,
    re: [],
    seen,
    label: openLabel(agreement),
    parts: [{ name: 'body', type: 'application/json', class: 'A', commitment: commitment(part.salt, part.bytes) }],
    exercise: true,
  });
  return { bytes: formatNote(text, [signText(text, signer)]), parts: [part] };
}

/** Sends all acts, `CLIENTS` of them waiting at any time; gives the seconds it took and each one's milliseconds. */
async function send(
  node: Running,
  acts: readonly Said[],
): Promise<{ readonly seconds: number; readonly waits: readonly number[] }> {
  const waits: number[] = [];
  let next = 0;
  const began = performance.now();
  const client = async (): Promise<void> => {
    for (let act = acts[next++]; act !== undefined; act = acts[next++]) {
      const sent = performance.now();
      await node.record(act.bytes, act.parts);
      waits.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return { seconds: (performance.now() - began) / 1000, waits };
}

async function untilReceived(node: Running, size: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const record = await node.node.record();
    const held = record.logs.find((log) => log.own)?.cosignatures.find((one) => one.role === 'mirror')?.size ?? 0;
    if (held >= size && record.concordance.state === 'agrees') return (performance.now() - began) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

async function measure(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-bench-'));
  const agreement = readAgreement(await agreementFiles('ua-al-2025'));
  const homes = { ua: join(folder, 'ua'), al: join(folder, 'al') };
  const settings = {} as Record<'ua' | 'al', Settings>;
  for (const side of ['ua', 'al'] as const) {
    const bare = {
      version: 1,
      side,
      agreement: agreement.id,
      host: `${side}.example`,
      epoch: 1,
      exercise: true,
    } as const;
    settings[side] = { ...bare, web: 0, wire: await freePort(), clockOffset: 0 };
    await writeSettings(homes[side], settings[side]);
  }
  const card = async (side: 'ua' | 'al') =>
    await makeCard(homes[side], settings[side], `https://127.0.0.1:${settings[side].wire}`, new Date());
  await pinCounterpart(homes.ua, settings.ua, await card('al'));
  await pinCounterpart(homes.al, settings.al, await card('ua'));
  const endCounterpart = await startCounterpart(homes.al);
  const ua = await openSide(homes.ua, { settings: settings.ua, agreement }, [AREA]);
  try {
    await untilReceived(ua, 1);
    const ring = await openKeys(join(homes.ua, 'keys'));
    const signer = ring.signer(ring.names().find((name) => name.startsWith('ua:mfa/')) ?? '');
    const [first] = await ua.sql<{ bytes: Uint8Array }[]>`select bytes from entries where log = 0 limit 1`;
    if (signer === undefined || first === undefined) throw new Error('bench: the record is not founded');
    const seen = (JSON.parse(new TextDecoder().decode(first.bytes).split('\n')[1] ?? '{}') as ActHeader).seen;
    const acts = Array.from({ length: ACTS }, (_, n) => sign(agreement, seen, signer, n));
    say(`${ACTS} acts signed beforehand, ${CLIENTS} clients, both nodes and the load on this machine`);
    const { seconds, waits } = await send(ua, acts);
    const received = await untilReceived(ua, ACTS + 1);
    const rebuilt = performance.now();
    const folded = await ua.rebuild();
    const rebuild = folded / ((performance.now() - rebuilt) / 1000);
    return [
      {
        name: 'acts verified, judged, recorded with fsync',
        value: ACTS / seconds,
        unit: '1/s',
        target: '>= 5,000/s (issue of its own)',
      },
      { name: 'the same, wait of an act, median', value: at(waits, 0.5), unit: 'ms' },
      { name: 'the same, wait of an act, 99 of 100', value: at(waits, 0.99), unit: 'ms' },
      { name: 'after the last: received, judged by the counterpart, agreed', value: received, unit: 's' },
      { name: 'registers rebuilt', value: rebuild, unit: '1/s', target: '>= 20,000/s (issue of its own)' },
    ];
  } finally {
    await Promise.all([ua.stop(), endCounterpart()]);
    await rm(folder, { recursive: true, force: true });
  }
}

const bench: Bench = { summary: 'signed acts through one node to the other', measure };
export default bench;
