// The law of the matters: what the table of the life forbids, and what the calendar does.
import type { Json } from '../../../act/canonical.ts';
import type { BodyOf } from '../../../act/kind.ts';
import { Refusal, refuse } from '../../../act/refusal.ts';
import type { FoldedAct } from '../../../act/register.ts';
import { civilDate, parseDate } from '../../../agreement/calendar.ts';
import { RULES } from '../../../agreement/clock.ts';
import {
  advance, headOf, type MatterName, matterOf, type MatterRound, runningRound,
} from '../../../agreement/matter.ts';
import type { Judge, Standing } from '../../../area.ts';
import { matterReader, readCourse } from '../course.ts';
import { type Clocks, clocksOf, dateOf, endOf, termOf } from '../law.ts';
import { AGREEMENT, LIFE, lifeOf } from '../registers.ts';
import { extensionDates } from './dates.ts';
import {
  ACCESSION_STATED, ACTIVITIES_PROPOSED, ALIGNMENT_OPENED, BASIS_STATED, CONVENTION_PROPOSED, DIFFERENCE_STATED,
  DISCREPANCY_STATED, EXTENSION_ACCEPTED, EXTENSION_PROPOSED, ORIGINAL_KEPT, REGISTRATION_STATED, TALKS_HELD,
  TERMINATION_NOTIFIED, TERMINATION_WITHDRAWN,
} from './kinds.ts';
import { plain } from './plain.ts';
import { DEEDS, matterEvent, MATTERS_KEPT, named } from './register.ts';
import { mayOpen, PLURALITY } from './subjects.ts';

/** What a check looks at: the act with its body, the round it moves, the clocks, the civil date at its seat. */
interface Said {
  readonly act: FoldedAct;
  readonly body: Readonly<Record<string, Json>>;
  readonly round: MatterRound | undefined;
  readonly clocks: Clocks;
  readonly on: string;
  readonly standing: Standing;
}

type Check = (said: Said) => void | Promise<void>;

const order = (what: string): Refusal => refuse('date-out-of-order', what);

function requireAlive({ clocks, on }: Said): void {
  const [last, end] = [dateOf(termOf(clocks)), endOf(clocks)];
  if (last !== null && on > last) throw refuse('state-forbids', `Said on ${on}; the last day of the term was ${last}.`);
  if (end !== null && on > end) throw refuse('state-forbids', `Said on ${on}; the termination took effect on ${end}.`);
}

function requireInEffect(said: Said): void {
  const entry = dateOf(said.clocks.entry);
  if (entry === null || said.on < entry) {
    throw refuse('state-forbids', `Said on ${said.on}; the Agreement is in effect from ${String(entry)}.`);
  }
  requireAlive(said);
}

function requireDay(date: Json | undefined, on: string, what: string): void {
  if (parseDate(plain(date)) > on) throw order(`${what} is dated ${plain(date)}, and it is ${on}.`);
}

const inTime = ({ on, clocks }: Said): void => {
  const by = dateOf(clocks.extension);
  if (by !== null && on > by) throw order(`The notice is sent on ${on}; both had to be received by ${by}.`);
};

const proposedExtension: Check = (said) => {
  requireAlive(said);
  const { years, months, lastDay, noticesBy, newLastDay } = said.body;
  const length = { years: Number(years), months: Number(months) };
  if (length.years + length.months === 0) throw refuse('date-inconsistent', 'An extension of no length is proposed.');
  const dates = extensionDates(said.clocks, length, said.standing.agreement);
  if (dates === undefined) throw refuse('state-forbids', 'An extension is proposed, and the term has not begun.');
  inTime(said);
  if (dates.lastDay !== lastDay || dates.noticesBy !== noticesBy || dates.newLastDay !== newLastDay) {
    const says = `It says ${plain(lastDay)}, ${plain(noticesBy)}, ${plain(newLastDay)}`;
    throw refuse('date-inconsistent', `${says}; the rules give ${Object.values(dates).join(', ')}.`);
  }
};

const acceptedExtension: Check = (said) => {
  requireAlive(said);
  inTime(said);
  const head = headOf(said.round)?.body as { readonly newLastDay?: string } | null | undefined;
  if (head?.newLastDay !== said.body['newLastDay']) {
    const says = `It says ${plain(said.body['newLastDay'])}`;
    throw refuse('date-inconsistent', `${says}; the proposal says ${String(head?.newLastDay)}.`);
  }
};

const withdrawnNotice: Check = ({ act, on, clocks }) => {
  const clock = clocks.terminations.find(({ side }) => side === act.side)?.clock;
  const end = clock === undefined ? null : dateOf(clock);
  // Vienna Convention on the Law of Treaties, article 68: at any time before it takes effect.
  if (end !== null && on > end) throw order(`The notice is withdrawn on ${on}; it took effect on ${end}.`);
};

const proposedActivities: Check = ({ body, clocks, on }) => {
  if (clocks.terminations.length === 0) {
    throw refuse('state-forbids', 'Activities are listed, and no notice of termination stands.');
  }
  const end = endOf(clocks) ?? on;
  const { continuing, ending } = body as unknown as BodyOf<typeof ACTIVITIES_PROPOSED>;
  const listed = [...continuing, ...ending];
  if (listed.length === 0) throw refuse('body-malformed', 'A list of activities names none.');
  for (const { decided } of listed) {
    parseDate(decided);
    if (decided >= end) throw order(`An activity decided on ${decided} is listed; the Agreement ends on ${end}.`);
    requireDay(decided, on, 'An activity');
  }
};

const statedAccession: Check = (said) => {
  requireAlive(said);
  requireDay(said.body['date'], said.on, 'The accession');
};

const knownProvisions: Check = ({ body, standing }) => {
  const said = [body['provisions'] ?? body['provision']].flat() as readonly string[];
  const unknown = said.find((id) => standing.agreement.provision(id) === undefined);
  if (unknown !== undefined) throw refuse('provision-unknown', `The act is about ¶${unknown}.`);
};

const heldTalks: Check = ({ body, on, round }) => {
  requireDay(body['date'], on, 'The talks');
  const stated = round?.steps[0]?.at.slice(0, 10) ?? '';
  if (plain(body['date']) < stated) throw order(`Talks on ${plain(body['date'])} are older than the difference.`);
};

const knownReading: Check = ({ body }) => {
  const rule = Object.values(RULES).find(({ id }) => id === body['rule']);
  const readings: readonly string[] = rule?.readings ?? [];
  if (!readings.includes(plain(body['reading']))) {
    throw refuse('body-malformed', `The rule ${plain(body['rule'])} has no reading ${plain(body['reading'])}.`);
  }
};

const knownLanguages: Check = ({ body, standing }) => {
  const { languages, prevails } = standing.agreement;
  const said = [body['languages'] ?? body['language']].flat() as readonly string[];
  const unknown = said.find((language) => !languages.includes(language));
  if (unknown !== undefined) throw refuse('body-malformed', `There is no authentic text in ${unknown}.`);
  if (body['language'] !== undefined && body['language'] === prevails) {
    throw refuse('body-malformed', `The text in ${String(prevails)} prevails and is not corrected by itself.`);
  }
};

const CHECKS: ReadonlyMap<string, readonly Check[]> = new Map<string, readonly Check[]>([
  [EXTENSION_PROPOSED.id, [proposedExtension]],
  [EXTENSION_ACCEPTED.id, [acceptedExtension]],
  [TERMINATION_NOTIFIED.id, [requireInEffect]],
  [TERMINATION_WITHDRAWN.id, [withdrawnNotice]],
  [ACTIVITIES_PROPOSED.id, [proposedActivities]],
  [ACCESSION_STATED.id, [statedAccession]],
  [ALIGNMENT_OPENED.id, [requireAlive, ({ body, on }) => requireDay(body['agreedOn'], on, 'The mechanism')]],
  [BASIS_STATED.id, [knownProvisions]],
  [DIFFERENCE_STATED.id, [knownProvisions]],
  [TALKS_HELD.id, [heldTalks]],
  [CONVENTION_PROPOSED.id, [knownReading]],
  [REGISTRATION_STATED.id, [({ body, on }) => requireDay(body['date'], on, 'The registration')]],
  [ORIGINAL_KEPT.id, [knownLanguages]],
  [DISCREPANCY_STATED.id, [knownProvisions, knownLanguages]],
]);

function requireSubject(act: FoldedAct, matter: MatterName, opens: boolean): void {
  const { subject, kind } = act.header;
  const done = DEEDS.get(kind);
  const rule = (act.body as { readonly rule?: string } | undefined)?.rule;
  const fits = !opens || mayOpen(matter, subject, act.side, rule);
  const ruled = PLURALITY[matter] !== 'ruled' || rule === undefined || subject === `${matter}/${rule}`;
  if ((done?.matter ?? matter) !== matter || !fits || !ruled) {
    throw refuse('state-forbids', `${act.header.by} says ${kind} of ${subject}, which is not its matter.`);
  }
}

/** What an act answers, ends or withdraws is the act that opened the round; what it accepts, the round and its head. */
function requireOpening(act: FoldedAct, round: MatterRound | undefined): void {
  const opening = round?.steps[0]?.act;
  const roles = DEEDS.get(act.header.kind)?.role === 'withdraws' ? [] : ['answers', 'ends', 'withdraws'];
  for (const role of roles) {
    const of = named(act, role);
    if (of !== null && of !== opening) {
      const opened = `the matter was opened by ${String(opening)}`;
      throw refuse('reference-missing', `${act.header.kind} ${role} ${of}; ${opened}.`);
    }
  }
  const { proposal, head } = (act.body ?? {}) as { readonly proposal?: string; readonly head?: string };
  if (proposal !== undefined && (proposal !== opening || head !== round?.head)) {
    throw refuse('reference-missing', `It accepts ${String(head)} of ${proposal}; ${String(round?.head)} stands.`);
  }
}

/** The clocks as they stand for an act. */
export async function clocksAt(standing: Standing): Promise<Clocks> {
  const { agreement } = standing;
  const life = lifeOf(await standing.state(LIFE, AGREEMENT), agreement);
  return clocksOf(life, agreement, '', await readCourse(matterReader(standing), agreement));
}

/** The law of every kind of the matters: the table first, then what its own check asks. */
export const judgeMatter: Judge = async (act, standing) => {
  const { subject, at } = act.header;
  const matter = matterOf(subject);
  if (matter === undefined) throw refuse('state-forbids', `${act.header.by} speaks of ${subject}, which is no matter.`);
  const state = await standing.state(MATTERS_KEPT, subject);
  const round = runningRound(matter, state);
  requireSubject(act, matter, round === undefined);
  const event = matterEvent(state, act);
  const next = event === undefined ? state : advance(matter, state, event);
  if (next instanceof Refusal) throw next;
  requireOpening(act, round);
  const body = (act.body ?? {}) as Readonly<Record<string, Json>>;
  const on = civilDate(at, standing.agreement.participant(act.side).seat.zone);
  if (body['noteDate'] !== undefined) requireDay(body['noteDate'], on, 'The note');
  const checks = CHECKS.get(act.header.kind) ?? [];
  if (checks.length === 0) return;
  const said: Said = { act, body, round, clocks: await clocksAt(standing), on, standing };
  for (const check of checks) await check(said);
};
