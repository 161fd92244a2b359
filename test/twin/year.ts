// A demonstration year as officials of both sides live it: notes, receipts, entry, bodies, judgements, a difference.
import { BODY_DESIGNATED } from '../../src/act/kinds.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { NOTE_DISPATCHED } from '../../src/areas/final/paper/kinds.ts';
import { ASSESSMENT_MADE, REVIEW_SET } from '../../src/areas/keeping/kinds.ts';
import { official, type Pair, say, type Side } from './pair.ts';

interface Judgement {
  readonly statement: string;
  readonly completion: string;
  readonly reasons: string;
  readonly output?: string;
  readonly acts?: string;
}

async function judge(pair: Pair, side: Side, day: string, { output = '', acts = '', ...said }: Judgement) {
  const one = (value: string) => [value];
  return await say(pair, side, ASSESSMENT_MADE.id, {
    statement: one(said.statement),
    asOf: one(day),
    output: one(output),
    completion: one(said.completion),
    outcome: one(''),
    reasons: one(said.reasons),
    acts: one(acts),
    reports: one(''),
  });
}

async function notify(pair: Pair, side: Side, day: string, procedures: string): Promise<string> {
  const typed = { procedures: [procedures], noteDate: [day], channel: ['node'] };
  const draft = await say(pair, side, NOTIFICATION_GIVEN.id, typed);
  await pair.settled();
  return draft.act ?? '';
}

async function receive(pair: Pair, side: Side, act: string, day: string, time: string): Promise<void> {
  await say(pair, side, RECEIPT_GIVEN.id, { date: [day], time: [time], channel: ['node'] }, act);
  await pair.settled();
}

async function designate(pair: Pair, side: Side, provision: string, day: string): Promise<string> {
  const { node } = pair.node(side);
  const form = node.areas.flatMap(({ forms }) => forms).find(({ kind }) => kind === BODY_DESIGNATED.id);
  const fields = await form?.open(node.look(), undefined);
  const body = fields?.find(({ name }) => name === 'body')?.options?.[0]?.value ?? '';
  const typed = { body: [body], provisions: [provision], from: [day] };
  const draft = await say(pair, side, BODY_DESIGNATED.id, typed);
  await pair.settled();
  return draft.act ?? '';
}

async function sendPaper(pair: Pair, side: Side, act: string, day: string): Promise<void> {
  const { node } = pair.node(side);
  const typed = { dispatched: [day], channel: ['embassy'] };
  const files = { scan: { name: 'scan.pdf', bytes: new TextEncoder().encode('%PDF-1.7 EXERCISE') } };
  const draft = await node.write(official(pair, side, 'drafter'), NOTE_DISPATCHED.id, act, typed, files);
  await node.approve(official(pair, side, 'approver'), draft.id, draft.digest);
}

/** The year 2026 from February on. Each side writes in its own language. */
export async function liveYear(pair: Pair): Promise<void> {
  pair.clock('2026-02-10T09:00:00Z');
  const first = await notify(pair, 'ua', '2026-02-10', 'Закон України (EXERCISE)');
  await sendPaper(pair, 'ua', first, '2026-02-10');
  pair.clock('2026-02-12T09:00:00Z');
  await receive(pair, 'al', first, '2026-02-12', '09:30:00');
  pair.clock('2026-03-16T09:00:00Z');
  const second = await notify(pair, 'al', '2026-03-16', 'Ligj i Republikës së Shqipërisë (EXERCISE)');
  pair.clock('2026-03-18T09:00:00Z');
  await receive(pair, 'ua', second, '2026-03-18', '10:15:00');
  pair.clock('2026-03-20T09:00:00Z');
  await say(pair, 'ua', ENTRY_CONFIRMED.id, {});
  await say(pair, 'al', ENTRY_CONFIRMED.id, {});
  pair.clock('2026-04-21T09:00:00Z');
  const body = await designate(pair, 'ua', '59', '2026-05-01');
  pair.clock('2026-04-24T09:00:00Z');
  await receive(pair, 'al', body, '2026-04-24', '10:00:00');
  pair.clock('2026-06-09T09:00:00Z');
  await designate(pair, 'al', '59', '2026-06-15');
  pair.clock('2026-07-02T09:00:00Z');
  for (const side of ['ua', 'al'] as const) {
    await say(pair, side, REVIEW_SET.id, { statement: ['59.7'], months: ['6'] });
  }
  await pair.settled();
  pair.clock('2026-10-15T09:00:00Z');
  await judge(pair, 'al', '2026-10-15', {
    statement: '59.7',
    completion: 'substantial',
    output: 'Tri makineri të nisura (EXERCISE).',
    reasons: 'Tre nga katër makineritë e kërkuara janë nisur (EXERCISE).',
  });
  await pair.settled();
  pair.clock('2026-11-18T09:00:00Z');
  const [al] = await pair.node('ua').node.look().acts({ side: 'al', kind: ASSESSMENT_MADE.id });
  const acts = `AL ${al?.act.index ?? 0}`;
  await judge(pair, 'ua', '2026-11-18', {
    statement: '59.7',
    completion: 'limited',
    output: 'Отримано дві машини (EXERCISE).',
    reasons: 'Обладнання надійшло лише до одного підрозділу (EXERCISE).',
    acts,
  });
  await judge(pair, 'ua', '2026-11-18', {
    statement: '59.5',
    completion: 'no-evidence',
    reasons: 'Занять із попередження ризиків не записано (EXERCISE).',
  });
  await judge(pair, 'ua', '2026-11-18', {
    statement: '57.2',
    completion: 'limited',
    reasons: 'Відбулася одна зустріч фахівців (EXERCISE).',
  });
  await pair.settled();
  pair.clock('2026-12-01T09:00:00Z');
  await judge(pair, 'al', '2026-12-01', {
    statement: '57.2',
    completion: 'limited',
    reasons: 'Një takim u mbajt; i dyti u shty (EXERCISE).',
  });
  await judge(pair, 'al', '2026-12-01', {
    statement: '60.1',
    completion: 'not-started',
    reasons: 'Asnjë hap nuk është regjistruar (EXERCISE).',
  });
  await pair.settled();
  pair.clock('2026-12-30T09:00:00Z');
}
