// How fast pages are made with many acts on file, and how much of them goes over the wire.
import type { Agreement } from '../src/agreement/agreement.ts';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { Finder } from '../src/node/finder.ts';
import { readAssets } from '../src/web/assets.ts';
import { makeWindows, type Windows } from '../src/web/windows.ts';
import { type Telling, writerOf } from './acts.ts';
import { costOf, fill, quantile } from './load.ts';
import { withPair } from './pair.ts';
import { openSide, type Side } from './side.ts';

const ACTS = { quick: 20_000, slow: 1_000_000 } as const;
/** How often each page is asked for. */
const ROUNDS = { quick: 60, slow: 200 } as const;
/** How often all pages are asked for before anything counts: code is warm, as where a node has run for a while. */
const WARM = 50;
const HOST = '127.0.0.1:4100';

/** A page, by the address of its `n`th question: of the same page, where it has but one. */
interface Page {
  readonly name: string;
  readonly address: (n: number) => string;
}

/** Anywhere in the log, the same for every run: a step that no size is a multiple of. */
const STEP = 7919;

function pagesOf(size: number): readonly Page[] {
  const somewhere = (n: number): number => (n * STEP) % size;
  const word = (n: number): string => encodeURIComponent(WORDS[n % WORDS.length] as string);
  return [
    { name: 'Agreement', address: () => '/agreement' },
    { name: 'Paragraph', address: (n) => `/agreement/${(n % 81) + 1}` },
    { name: 'Today', address: () => '/today' },
    { name: 'Act', address: (n) => `/act/ua/${somewhere(n)}` },
    { name: 'Record', address: () => '/record' },
    { name: 'list of acts', address: () => '/acts' },
    { name: 'list of acts of a paragraph', address: (n) => `/acts?provision=${(n % 81) + 1}` },
    { name: 'list of acts as a table', address: () => '/acts?format=csv&limit=200' },
    { name: 'list of acts as a feed', address: () => '/acts?format=atom' },
    { name: 'search, a rare word', address: (n) => `/search?q=${somewhere(n)}` },
    { name: 'search, two words', address: (n) => `/search?q=${word(n)}+${word(n + 3)}` },
    { name: 'search, a word of every act', address: () => '/search?q=line' },
    { name: 'bodies', address: () => '/bodies' },
    { name: 'duties', address: () => '/duties' },
  ];
}

interface Asked {
  readonly took: number;
  readonly bytes: number;
}

async function ask(windows: Windows, address: string): Promise<Asked> {
  const headers = { host: HOST, accept: 'text/html', 'accept-encoding': 'br, gzip' };
  const began = performance.now();
  const answer = await windows.fetch(new Request(`http://${HOST}${address}`, { headers }));
  const body = await answer.arrayBuffer();
  const took = performance.now() - began;
  if (answer.status !== 200) throw new Error(`bench: ${address} gave ${answer.status}`);
  const heads = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
  return { took, bytes: body.byteLength + heads };
}

async function measurePage(windows: Windows, { name, address }: Page, rounds: number): Promise<readonly Figure[]> {
  const cpu = process.cpuUsage();
  const asked: Asked[] = [];
  for (let n = 0; n < rounds; n++) asked.push(await ask(windows, address(n)));
  const { user, system } = process.cpuUsage(cpu);
  const times = asked.map(({ took }) => took);
  const largest = Math.max(...asked.map(({ bytes }) => bytes));
  return [
    { name: `${name}, median`, value: quantile(times, 0.5), unit: 'ms' },
    { name: '  95 of 100', value: quantile(times, 0.95), unit: 'ms', target: '<= 25' },
    { name: '  processor time in the node', value: (user + system) / 1000 / rounds, unit: 'ms' },
    { name: '  over the wire', value: largest / 1024, unit: 'KiB', target: '<= 120' },
  ];
}

/** Words of which the acts are made, in three languages: some in every tenth act, some in every thousandth. */
const WORDS = ['mine', 'harbour', 'bridge', 'grain', 'розмінування', 'гавань', 'зерно', 'міст', 'porti', 'gruri'];

/** Each act under one or two paragraphs, with a handful of words and one that stands nowhere else. */
function tell(n: number): Telling {
  const word = (of: number): string => WORDS[Math.floor(n / of) % WORDS.length] as string;
  const first = String((n % 81) + 1);
  const second = String((Math.floor(n / 81) % 81) + 1);
  const provisions = first === second ? [first] : [first, second];
  return { provisions, text: `EXERCISE: the ${word(1)} and the ${word(7)} of ${word(1000)}, line ${n}` };
}

/** Goes over the whole record for its words again, as a rebuild does. */
async function findable(node: Side): Promise<void> {
  const finder = new Finder(node.sql);
  await finder.rebuild();
}

async function indexBytes(node: Side): Promise<number> {
  const [row] = await node.sql<{ bytes: number }[]>`select pg_total_relation_size('found') as bytes`;
  return row?.bytes ?? 0;
}

/** Cosignatures as a busy line leaves them: of both roles with both keys of each, over every tenth size. */
async function cosign(node: Side, size: number): Promise<void> {
  for (const role of ['witness', 'mirror']) {
    for (const key of ['', '/ml-dsa-44']) {
      await node.sql`insert into cosignatures (log, size, role, signer, line, at)
        select 0, n, ${role}, ${`al.example/${role}${key}`}, '', now() from generate_series(1, ${size}::bigint, 10) as n
        on conflict do nothing`;
    }
  }
}

/** The record, made and made findable; what that cost. */
async function make(node: Side, home: string, agreement: Agreement, count: number, say: Measuring['say']) {
  await node.signing();
  const write = await writerOf(node, home, agreement, tell);
  await fill(node, write, 0, count, say);
  const size = await sizeOf(node);
  await cosign(node, size);
  const began = performance.now();
  const cost = await costOf(node, async () => await findable(node));
  const figures: readonly Figure[] = [
    { name: 'acts made findable', value: size / ((performance.now() - began) / 1000), unit: '1/s' },
    { name: '  processor time of an act in the node', value: (cost.node / size) * 1e6, unit: 'us' },
    { name: '  processor time of an act in its PostgreSQL', value: (cost.database / size) * 1e6, unit: 'us' },
    { name: '  bytes of an act in the index', value: (await indexBytes(node)) / size, unit: 'B' },
  ];
  await node.sql`vacuum analyze`;
  return figures;
}

async function sizeOf(node: Side): Promise<number> {
  const [own] = await node.sql<{ size: number }[]>`select size from logs where log = 0`;
  return own?.size ?? 0;
}

async function askAll(node: Side, rounds: number, say: Measuring['say']): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const size = await sizeOf(node);
  const options = { hosts: [], secureCookies: false, say, now: () => Date.now() };
  const windows = makeWindows(node.node, await readAssets(), options);
  try {
    say(`${size} acts on file; asked one after another, packed as they are sent`);
    const pages = pagesOf(size);
    for (let n = 0; n < WARM; n++) for (const { address } of pages) await ask(windows, address(n));
    for (const page of pages) figures.push(...(await measurePage(windows, page, rounds)));
    return figures;
  } finally {
    windows.close();
  }
}

async function measure({ say, slow }: Measuring): Promise<readonly Figure[]> {
  return await withPair(async ({ agreement, homes, settings }) => {
    const open = async (): Promise<Side> => await openSide(homes.ua, { settings: settings.ua, agreement }, true);
    const maker = await open();
    const made = await make(maker, homes.ua, agreement, slow ? ACTS.slow : ACTS.quick, say).finally(maker.stop);
    // A node that has not just written all of it: it was started again.
    const node = await open();
    try {
      await node.signing();
      return [...made, ...(await askAll(node, slow ? ROUNDS.slow : ROUNDS.quick, say))];
    } finally {
      await node.stop();
    }
  });
}

const bench: Bench = { summary: 'pages with many acts on file', measure };
export default bench;
