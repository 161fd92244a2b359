// What cannot be said in judgement, and when the next one is due where both sides have set an interval.
import type { BodyOf } from '../../act/kind.ts';
import { refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import type { Agreement, Provision, Statement } from '../../agreement/agreement.ts';
import { addPeriod, civilDate } from '../../agreement/calendar.ts';
import type { Judge, Standing } from '../../area.ts';
import { type ASSESSMENT_MADE, type ASSESSMENT_NOTED, EVIDENCE, EVIDENCE_LIMIT, type REVIEW_SET } from './kinds.ts';
import { type KeptState, NOTED, voiceOf } from './registers.ts';

/** The rule by which a review falls due: the anchor and whole intervals after it, month-ends rounded down. */
export const REVIEW_RULE = 'review/1';

/** A statement with the provision it stands in. */
export interface Promised {
  readonly statement: Statement;
  readonly provision: Provision;
}

/** The statements that something could be done about, in the order of the text. */
export function promisedIn(agreement: Agreement): readonly Promised[] {
  return agreement.provisions.flatMap((provision) =>
    provision.statements.filter(({ assessed }) => assessed).map((statement) => ({ statement, provision })),
  );
}

/** The statement that an act is about, which must stand in a provision it names. */
export function requirePromise(act: FoldedAct, id: string, standing: Standing): Promised {
  const found = promisedIn(standing.agreement).find(({ statement }) => statement.id === id);
  if (found === undefined) throw refuse('provision-unknown', `There is no statement ${id} that asks to be judged.`);
  if (!act.header.provisions.includes(found.provision.id)) {
    throw refuse('provision-unknown', `The statement ${id} stands in ¶${found.provision.id}, which is not named.`);
  }
  return found;
}

/** Either side judges any promise, its own or the other's, as of a day that has come. */
export const judgeAssessment: Judge = async (act, standing) => {
  const { statement, asOf } = act.body as BodyOf<typeof ASSESSMENT_MADE>;
  requirePromise(act, statement, standing);
  const today = civilDate(act.header.at, standing.agreement.participant(act.side).seat.zone);
  if (asOf > today) throw refuse('date-out-of-order', `It judges as of ${asOf}, and today is ${today}.`);
  const evidence = act.header.re.filter(({ role }) => role === EVIDENCE);
  if (evidence.length > EVIDENCE_LIMIT) {
    throw refuse('input-malformed', `It rests on ${evidence.length} acts; at most ${EVIDENCE_LIMIT} are named.`);
  }
  await Promise.resolve();
};

const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Whether a name is that of a state or of a body of one: neither is an independent voice. */
export function isOfASide(agreement: Agreement, organisation: string): boolean {
  const names = [
    ...agreement.participants.flatMap(({ id, short, name }) => [id, ...Object.values(short), ...Object.values(name)]),
    ...[...agreement.bodies].flatMap(([id, { name, local }]) => [id, name, local ?? name]),
  ];
  return names.some((one) => folded(one) === folded(organisation));
}

/** Either side enters what an organisation of neither has published by the day, each publication once. */
export const judgeNoted: Judge = async (act, standing) => {
  const { statement, organisation, address, published } = act.body as BodyOf<typeof ASSESSMENT_NOTED>;
  requirePromise(act, statement, standing);
  if (isOfASide(standing.agreement, organisation)) {
    throw refuse('state-forbids', `${organisation} speaks for a side: what it says is said by an act of its own.`);
  }
  const today = civilDate(act.header.at, standing.agreement.participant(act.side).seat.zone);
  if (published > today) throw refuse('date-out-of-order', `It was published on ${published}, and today is ${today}.`);
  const { noted } = await standing.state(NOTED, statement);
  if (noted.some((one) => one.address === address && one.published === published)) {
    throw refuse('state-forbids', `What ${address} had on ${published} of ${statement} was entered before.`);
  }
};

export const judgeReview: Judge = async (act, standing) => {
  requirePromise(act, (act.body as BodyOf<typeof REVIEW_SET>).statement, standing);
  await Promise.resolve();
};

/** The interval that both sides last said, with the later of their acts; undefined where they have not. */
export function intervalOf(
  state: KeptState,
  sides: readonly string[],
): { readonly months: number; readonly act: string; readonly at: string } | undefined {
  const wishes = sides.map((side) => state.wishes.find((wish) => wish.side === side));
  const [first] = wishes;
  if (first === undefined || wishes.some((wish) => wish?.months !== first.months)) return undefined;
  const later = wishes.filter((wish) => wish !== undefined).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? first;
  return { months: first.months, act: later.act, at: later.at };
}

/** Intervals looked ahead: of the shortest one, ten years. */
const AHEAD = 120;

/** When `side` is next to judge: the first day of the series after the day of its last assessment. */
export function nextReview(state: KeptState, side: string, agreement: Agreement): string | undefined {
  const interval = intervalOf(state, agreement.participants.map(({ id }) => id));
  if (interval === undefined) return undefined;
  const anchor = civilDate(interval.at, agreement.participant(side).seat.zone);
  const last = voiceOf(state, side)?.asOf ?? '';
  for (let i = 1; i <= AHEAD; i += 1) {
    const { date } = addPeriod(anchor, { months: i * interval.months }, 'down');
    if (date > last) return date;
  }
  return undefined;
}
