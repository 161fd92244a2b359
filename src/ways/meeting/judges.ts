// The law of the way of meetings: what cannot be said as things stand between the sides.
import { sideOf } from '../../act/act.ts';
import type { BodyOf } from '../../act/kind.ts';
import { refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import { parseDate, parseInstant } from '../../agreement/calendar.ts';
import type { Judge, Standing } from '../../area.ts';
import { inRole, requireAcceptance } from './agreed.ts';
import type {
  ACTION_ASSIGNED,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_PROPOSED,
} from './kinds.ts';
import { ACTIONS, MEETINGS, meetingSubject, type MeetingState, MOVES, SERIES, seriesSubject } from './registers.ts';

/** Way of the statements under which a series may stand: which these are is data of the agreement. */
const WAY = 'meeting';

/** The provisions whose statements lead into meetings, in the order of the text. */
export function meetingProvisions(agreement: Standing['agreement']): readonly string[] {
  return agreement.provisions
    .filter(({ statements }) => statements.some(({ way, alsoWays }) => way === WAY || alsoWays.includes(WAY)))
    .map(({ id }) => id);
}

function requireSubject(act: FoldedAct, subject: string): void {
  if (act.header.subject === subject) return;
  throw refuse('reference-missing', `${act.header.number} speaks of ${act.header.subject}, and refers to ${subject}.`);
}

/** Whoever speaks in a series speaks under its paragraphs: a mandate for another one does not carry. */
function requireProvisions(act: FoldedAct, provisions: readonly string[]): void {
  if (act.header.provisions.join() === provisions.join()) return;
  throw refuse('mandate-missing', `It speaks under ${act.header.provisions.join(', ')}, not ${provisions.join(', ')}.`);
}

function requireText(texts: Readonly<Record<string, string>>, what: string): void {
  if (Object.values(texts).some((text) => text.trim() !== '')) return;
  throw refuse('body-malformed', `${what} says nothing in any language.`);
}

function requireSpan({ start, end }: { readonly start: string; readonly end: string }): void {
  if (parseInstant(start) < parseInstant(end)) return;
  throw refuse('date-out-of-order', `It begins at ${start} and ends at ${end}.`);
}

export const judgeSeriesProposed: Judge = async (act, { agreement }) => {
  const open = meetingProvisions(agreement);
  const outside = act.header.provisions.find((id) => !open.includes(id));
  if (outside !== undefined) throw refuse('state-forbids', `Nothing in ¶${outside} leads into meetings.`);
  await Promise.resolve();
};

export const judgeSeriesAgreed: Judge = async (act, standing) => {
  const subject = seriesSubject(inRole(act, 'accepts'));
  requireSubject(act, subject);
  const series = await standing.state(SERIES, subject);
  requireProvisions(act, series.provisions);
  await requireAcceptance(act, series.agreement, standing);
};

export const judgeMeetingCalled: Judge = async (act, standing) => {
  requireSpan(act.body as BodyOf<typeof MEETING_CALLED>);
  const series = await standing.state(SERIES, act.header.subject);
  if (series.agreement.agreed?.by.act !== inRole(act, 'in')) {
    throw refuse('state-forbids', `The series ${act.header.subject} is not agreed by ${inRole(act, 'in')}.`);
  }
  requireProvisions(act, series.provisions);
  const before = inRole(act, MOVES);
  if (before === '') return;
  const moved = await standing.state(MEETINGS, meetingSubject(before));
  if (moved.called?.series !== act.header.subject || moved.moved !== null || Object.keys(moved.held).length > 0) {
    throw refuse('state-forbids', `The meeting ${before} cannot be moved: it is of another series, moved, or held.`);
  }
};

/** The meeting that an act speaks of, which must stand and be the one its reference belongs to. */
async function requireMeeting(act: FoldedAct, standing: Standing): Promise<MeetingState> {
  const state = await standing.state(MEETINGS, act.header.subject);
  if (state.called === null || state.moved !== null) {
    throw refuse('state-forbids', `The meeting ${act.header.subject} is not called, or was moved.`);
  }
  requireProvisions(act, state.provisions);
  return state;
}

export const judgeAgendaProposed: Judge = async (act, standing) => {
  requireText((act.body as BodyOf<typeof AGENDA_PROPOSED>).texts, 'The agenda');
  requireSubject(act, meetingSubject(inRole(act, 'of')));
  const { agenda, held } = await requireMeeting(act, standing);
  if (agenda.agreed !== null || Object.keys(held).length > 0) {
    throw refuse('state-forbids', 'An agenda is proposed after one was agreed, or after the meeting.');
  }
};

export const judgeAgendaAgreed: Judge = async (act, standing) => {
  const { agenda } = await requireMeeting(act, standing);
  await requireAcceptance(act, agenda, standing);
};

export const judgeMeetingHeld: Judge = async (act, standing) => {
  const body = act.body as BodyOf<typeof MEETING_HELD>;
  requireSpan(body);
  if (body.end > act.header.at) throw refuse('date-out-of-order', `It ended at ${body.end}; this is ${act.header.at}.`);
  requireSubject(act, meetingSubject(inRole(act, 'of')));
  const stranger = body.attendance.find(({ side }) => !standing.agreement.participants.some(({ id }) => id === side));
  if (stranger !== undefined) throw refuse('body-unknown', `${stranger.office} attends for ${stranger.side}.`);
  const { held } = await requireMeeting(act, standing);
  if (held[act.side] !== undefined) throw refuse('state-forbids', `${act.header.by} says again that it was held.`);
};

export const judgeRecordProposed: Judge = async (act, standing) => {
  requireText((act.body as BodyOf<typeof RECORD_PROPOSED>).texts, 'The record');
  const { held, record } = await requireMeeting(act, standing);
  if (!Object.values(held).some((one) => one.act === inRole(act, 'of'))) {
    throw refuse('state-forbids', `${inRole(act, 'of')} does not say that this meeting was held.`);
  }
  if (record.agreed !== null) throw refuse('state-forbids', 'A record is proposed after one was agreed.');
};

export const judgeRecordAgreed: Judge = async (act, standing) => {
  const { record } = await requireMeeting(act, standing);
  await requireAcceptance(act, record, standing);
};

export const judgeDecisionTaken: Judge = async (act, standing) => {
  const { words } = act.body as BodyOf<typeof DECISION_TAKEN>;
  const { record } = await requireMeeting(act, standing);
  if (record.agreed === null || record.agreed.by.act !== inRole(act, 'of')) {
    throw refuse('state-forbids', 'A decision rests on the record that both sides agreed to.');
  }
  const proposal = (await standing.act(record.agreed.proposal))?.body as BodyOf<typeof RECORD_PROPOSED> | undefined;
  if (proposal !== undefined && Object.values(proposal.texts).some((text) => text.includes(words))) return;
  throw refuse('state-forbids', `Not in the agreed record: ${JSON.stringify(words.slice(0, 80))}.`);
};

export const judgeActionAssigned: Judge = async (act, standing) => {
  const { owner, due } = act.body as BodyOf<typeof ACTION_ASSIGNED>;
  if (due !== null) parseDate(due);
  if (sideOf(owner) !== act.side) throw refuse('side-mismatch', `${act.header.by} gives an action to ${owner}.`);
  const from = await standing.act(inRole(act, 'from'));
  if (from === undefined) throw refuse('reference-missing', 'An action follows from an act, and names it.');
  const beyond = act.header.provisions.find((id) => !from.header.provisions.includes(id));
  if (beyond !== undefined) throw refuse('mandate-missing', `${from.header.number} does not speak under ¶${beyond}.`);
};

export const judgeActionDone: Judge = async (act, standing) => {
  const { assigned, owner, done } = await standing.state(ACTIONS, inRole(act, 'completes'));
  if (assigned === null || sideOf(owner) !== act.side) {
    throw refuse('side-mismatch', `${act.header.by} says that ${owner} has done it.`);
  }
  if (done !== null) throw refuse('state-forbids', `The action of ${owner} was said to be done before.`);
  requireProvisions(act, assigned.provisions);
};

