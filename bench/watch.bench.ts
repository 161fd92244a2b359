// What the watch costs with ten thousand duties on file, and how soon a thousand that fall due at once are told.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duty } from '../src/act/duty.ts';
import { readAgreement } from '../src/agreement/agreement.ts';
import { readExercise } from '../src/agreement/exercise.ts';
import type { Area } from '../src/area.ts';
import { AREAS } from '../src/areas/index.ts';
import type { Bench, Figure, Measuring } from '../src/commands/bench.ts';
import { agreementFiles } from '../src/commands/house.ts';
import { type Settings, writeSettings } from '../src/node/config.ts';
import { makeCard, pinCounterpart } from '../src/node/identity.ts';
import { NO_ORDERS, type Orders } from '../src/node/orders.ts';
import { openMailbox } from '../test/node/post.ts';
import { openSide } from './side.ts';

const ON_FILE = 10_000;
const AT_ONCE = 1_000;
const ROUNDS = 20;
const DAY = 86_400_000;

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Duties of one body, due over two years from now: nothing is to be told of most of them today. */
function onFile(body: string, count: number): readonly Duty[] {
  const start = Date.now();
  return Array.from({ length: count }, (_, i) => ({
    id: `bench/${i}`,
    side: 'ua',
    body,
    provision: '59',
    what: 'today.duties',
    because: undefined,
    due: dateOf(start + (60 + (i % 700)) * DAY),
    rule: 'bench/1',
    answer: undefined,
  }));
}

async function home(folder: string): Promise<{ readonly home: string; readonly settings: Settings }> {
  const agreement = 'ua-al-2025';
  const bare = { version: 1, agreement, epoch: 1, exercise: true, web: 0, wire: 0, clockOffset: 0 } as const;
  const made = { home: join(folder, 'ua'), settings: { ...bare, side: 'ua', host: 'ua.example' } };
  const other = { home: join(folder, 'al'), settings: { ...bare, side: 'al', host: 'al.example' } };
  await writeSettings(made.home, made.settings);
  await writeSettings(other.home, other.settings);
  const url = 'https://127.0.0.1:9';
  await makeCard(made.home, made.settings, url, new Date());
  await pinCounterpart(made.home, made.settings, await makeCard(other.home, other.settings, url, new Date()));
  return made;
}

async function measure({ say }: Measuring): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-bench-'));
  const files = await agreementFiles('ua-al-2025');
  const agreement = readAgreement(files);
  const { body } = agreement.participant('ua').treatyOffice;
  const [first] = readExercise(files['exercise.yaml'] ?? '', 'ua');
  const mailbox = await openMailbox();
  let standing: readonly Duty[] = [];
  const orders: Orders = {
    ...NO_ORDERS,
    mail: {
      host: '127.0.0.1',
      port: mailbox.port,
      secure: false,
      plain: true,
      from: 'a@b.example',
      password: undefined,
    },
    people: new Map([[first?.id ?? '', { mail: 'one@mfa.example', language: 'en' }]]),
  };
  const made = await home(folder);
  const area: Area = {
    name: 'watched',
    kinds: [],
    registers: [],
    forms: [],
    duties: async () => await Promise.resolve(standing),
    pages: [],
    words: {},
  };
  // The counterpart is not there and nothing is said: a look of the watch asks only for what is due.
  const officials = first === undefined ? [] : [first];
  const also = { areas: [...AREAS, area], orders: () => orders, officials };
  const ua = await openSide(made.home, { settings: made.settings, agreement }, true, also);
  try {
    say(`${ON_FILE} duties on file, ${AT_ONCE} more due at once, one official told on the page and by mail`);
    standing = onFile(body, ON_FILE);
    const began = performance.now();
    await ua.watch();
    const filed = performance.now() - began;
    // Each was told when it arose: all of that is out of the way before the rest is measured.
    for (let tries = 0; mailbox.mails.length < ON_FILE && tries < 1000; tries++) await ua.watch();
    const told = mailbox.mails.length;
    const looked = performance.now();
    for (let i = 0; i < ROUNDS; i++) await ua.watch();
    const look = (performance.now() - looked) / ROUNDS;
    const today = dateOf(Date.now());
    standing = [...standing, ...onFile(body, AT_ONCE).map((one) => ({ ...one, id: `now/${one.id}`, due: today }))];
    const fell = performance.now();
    await ua.watch();
    const noticed = performance.now() - fell;
    for (let tries = 0; mailbox.mails.length < told + AT_ONCE && tries < 6000; tries++) {
      await ua.watch();
    }
    const delay = performance.now() - fell;
    return [
      { name: `first look at ${ON_FILE} duties: all filed, their notices durable`, value: filed, unit: 'ms' },
      { name: `a look of the watch with ${ON_FILE} duties on file`, value: look, unit: 'ms' },
      { name: `${AT_ONCE} due at once: notices durable, the first round of mail gone`, value: noticed, unit: 'ms' },
      { name: `${AT_ONCE} due at once: the last mail with its server`, value: delay, unit: 'ms' },
    ];
  } finally {
    await ua.stop();
    await mailbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const bench: Bench = { summary: 'ten thousand duties watched, a thousand due at once', measure };
export default bench;
