// What meetings ask of each side as things stand: the next meeting, agreement to what is proposed, records, actions.
import { sideOf } from '../../act/act.ts';
import type { Duty } from '../../act/duty.ts';
import { addPeriod, civilDate } from '../../agreement/calendar.ts';
import type { Look } from '../../area.ts';
import type { Agreed, Ref } from './agreed.ts';
import {
  ACTION_DONE,
  AGENDA_AGREED,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_AGREED,
  RECORD_PROPOSED,
  SERIES_AGREED,
} from './kinds.ts';
import { ACTIONS, type ActionState, MEETINGS, type MeetingState, SERIES, type SeriesState } from './registers.ts';

/**
 * The rules of the dates that the sides set for themselves: the anchor (the day the series was agreed) and so many
 * periods after it, never one after the other; so many days after the meeting; the day given with the action.
 */
export const RULES = { next: 'series/1', record: 'record/1', action: 'action/1' } as const;

type Asked = Pick<Duty, 'id' | 'provision' | 'what' | 'because' | 'due' | 'rule' | 'answer'>;

function ofOffice(look: Look, side: string, asked: Asked): Duty {
  return { ...asked, side, body: look.agreement.participant(side).treatyOffice.body };
}

const because = ({ act, side, index }: Ref): Duty['because'] => ({ act, side, index });

/** Everything proposed by one side and not yet agreed to: the other is asked, without a day. */
function unanswered(look: Look, agreed: Agreed, provision: string, what: string, answer: string): readonly Duty[] {
  if (agreed.agreed !== null) return [];
  return agreed.proposed.flatMap((ref) =>
    look.agreement.participants
      .filter(({ id }) => id !== ref.side)
      .map(({ id }) => {
        const asked = { id: `meeting/answer/${ref.act}`, provision, what, because: because(ref) };
        return ofOffice(look, id, { ...asked, due: undefined, rule: undefined, answer });
      }),
  );
}

/**
 * The day by which the next meeting of a series falls due at a seat: the anchor and as many whole periods as are needed
 * to come after the last one held; null where the sides set no interval.
 */
export function nextDue(series: SeriesState, held: readonly string[], zone: string): string | null {
  const { agreed } = series.agreement;
  if (agreed === null || series.intervalMonths === null) return null;
  const anchor = civilDate(agreed.by.at, zone);
  const last = [anchor, ...held.map((instant) => civilDate(instant, zone))].toSorted().at(-1) ?? anchor;
  for (let period = 1; ; period++) {
    const due = addPeriod(anchor, { months: period * series.intervalMonths }, 'down').date;
    if (due > last) return due;
  }
}

interface Row<State> {
  readonly subject: string;
  readonly state: State;
}

const isHeld = ({ held }: MeetingState): boolean => Object.keys(held).length > 0;

type Rows<State> = readonly Row<State>[];

function ofSeries(look: Look, { subject, state }: Row<SeriesState>, meetings: Rows<MeetingState>): readonly Duty[] {
  const provision = state.provisions[0] ?? '';
  const { agreed } = state.agreement;
  if (agreed === null) return unanswered(look, state.agreement, provision, 'meeting.duty.series', SERIES_AGREED.id);
  const own = meetings.filter(({ state: { called, moved } }) => called?.series === subject && moved === null);
  const ahead = own.some((row) => !isHeld(row.state));
  if (ahead || state.intervalMonths === null) return [];
  const held = own.flatMap((row) => Object.values(row.state.held).map(({ start }) => start));
  return look.agreement.participants.map(({ id, seat }) => {
    const due = nextDue(state, held, seat.zone) ?? undefined;
    const asked = { id: `meeting/next/${subject}/${id}`, provision, because: because(agreed.by) };
    const answer = MEETING_CALLED.id;
    return ofOffice(look, id, { ...asked, what: 'meeting.duty.next', due, rule: RULES.next, answer });
  });
}

/** A record is asked of both sides until one proposes; then of the one that has not. */
function ofRecord(look: Look, { subject, state }: Row<MeetingState>, days: number | null): readonly Duty[] {
  const provision = state.provisions[0] ?? '';
  if (state.record.agreed !== null) return [];
  if (state.record.proposed.length > 0) {
    return unanswered(look, state.record, provision, 'meeting.duty.agree-record', RECORD_AGREED.id);
  }
  const [first] = Object.values(state.held);
  if (first === undefined) return [];
  return look.agreement.participants.map(({ id, seat }) => {
    const held = state.held[id] ?? first;
    const due = days === null ? undefined : addPeriod(civilDate(held.end, seat.zone), { days }, 'down').date;
    const asked = { id: `meeting/record/${subject}/${id}`, provision, because: because(held) };
    const said = { ...asked, what: 'meeting.duty.record', answer: RECORD_PROPOSED.id };
    return ofOffice(look, id, { ...said, due, rule: due && RULES.record });
  });
}

function ofMeeting(look: Look, row: Row<MeetingState>, days: number | null): readonly Duty[] {
  const { called, moved, agenda, provisions } = row.state;
  if (called === null || moved !== null) return [];
  if (isHeld(row.state)) return ofRecord(look, row, days);
  const provision = provisions[0] ?? '';
  const agendas = unanswered(look, agenda, provision, 'meeting.duty.agree-agenda', AGENDA_AGREED.id);
  if (look.now < called.end) return agendas;
  const said = { provision, what: 'meeting.duty.held', because: because(called), due: undefined, rule: undefined };
  const held = look.agreement.participants.map(({ id }) =>
    ofOffice(look, id, { id: `meeting/held/${row.subject}/${id}`, ...said, answer: MEETING_HELD.id }),
  );
  return [...agendas, ...held];
}

function ofAction({ subject, state }: Row<ActionState>): readonly Duty[] {
  const { assigned, owner, due, done } = state;
  if (assigned === null || done !== null) return [];
  return [
    {
      id: `meeting/action/${subject}`,
      side: sideOf(owner),
      body: owner,
      provision: assigned.provisions[0] ?? '',
      what: 'meeting.duty.action',
      because: because(assigned),
      due: due ?? undefined,
      rule: due === null ? undefined : RULES.action,
      answer: ACTION_DONE.id,
    },
  ];
}

/** Everything that series, meetings and actions ask of both sides now. */
export async function duties(look: Look): Promise<readonly Duty[]> {
  const series = await look.rows<SeriesState>(SERIES);
  const meetings = await look.rows<MeetingState>(MEETINGS);
  const days = new Map(series.map(({ subject, state }) => [subject, state.recordDays]));
  return [
    ...series.flatMap((row) => ofSeries(look, row, meetings)),
    ...meetings.flatMap((row) => ofMeeting(look, row, days.get(row.state.called?.series ?? '') ?? null)),
    ...(await look.rows<ActionState>(ACTIONS)).flatMap(ofAction),
  ];
}
