// What an exchange asks of each side as things stand: answers, releases, recalls and corrections, by their days.
import type { Duty } from '../../act/duty.ts';
import { addHours, civilDate } from '../../agreement/calendar.ts';
import type { Look } from '../../area.ts';
import {
  CLOCKS,
  CORRECTION_APPLIED,
  ITEM_ANSWERED,
  RECALL_EXECUTED,
  RELEASE_GRANTED,
} from './kinds.ts';
import { type Given, ITEMS, type ItemState, type Ref, REQUESTS, type RequestState } from './registers.ts';

/** The rules of the dates that the sides set: hours from the request; the day named with the recall or correction. */
export const RULES = { answer: 'request/1', recall: 'recall/1', correction: 'correction/1' } as const;

type Asked = Pick<Duty, 'id' | 'provision' | 'what' | 'because' | 'due' | 'dueAt' | 'rule' | 'answer'>;

const because = ({ act, side, index }: Ref): Duty['because'] => ({ act, side, index });
const UNDATED = { due: undefined, dueAt: undefined, rule: undefined } as const;

/** The body that answers for the side to which something was given or said: the first addressee, or who said it. */
function bodyOf({ by, to, side }: Given, of: string): string {
  return side === of ? by : (to[0] ?? by);
}

/** By when a request is to be answered; undefined where it has no clock. */
export function answerDue({ asked, clock }: RequestState): string | undefined {
  const hours = CLOCKS[clock as keyof typeof CLOCKS] ?? null;
  return asked === null || hours === null ? undefined : addHours(asked.at, hours);
}

function ofRequest(look: Look, state: RequestState): readonly Duty[] {
  const { asked, answers, declined } = state;
  if (asked === null || answers.length > 0 || declined !== null) return [];
  return look.agreement.participants
    .filter(({ id }) => id !== asked.side)
    .map(({ id, seat }) => {
      const dueAt = answerDue(state);
      const due = dueAt === undefined ? undefined : civilDate(dueAt, seat.zone);
      const rule = dueAt === undefined ? undefined : RULES.answer;
      const duty = { id: `exchange/answer/${asked.act}`, what: 'exchange.duty.answer', because: because(asked) };
      const body = bodyOf(asked, id);
      return { ...duty, side: id, body, provision: provisionOf(asked), due, dueAt, rule, answer: ITEM_ANSWERED.id };
    });
}

const provisionOf = ({ provisions }: Given): string => provisions[0] ?? '';

/** What is asked of the holder by a day; once that day is past there, the originator is asked to see to it as well. */
function dated(look: Look, given: Given, asked: Asked, overdue: string): readonly Duty[] {
  return look.agreement.participants.flatMap(({ id }): readonly Duty[] => {
    const body = bodyOf(given, id);
    if (id !== given.side) return [{ ...asked, side: id, body }];
    const holder = look.agreement.participants.find((other) => other.id !== given.side);
    const isPast = civilDate(look.now, holder?.seat.zone ?? 'UTC') > (asked.due ?? '9999');
    if (!isPast) return [];
    return [{ ...asked, id: `${asked.id}/overdue`, side: id, body, what: overdue, answer: undefined }];
  });
}

/** A recall is done with once it was deleted; while a hold stands nothing is asked, and what was kept is asked anew. */
function ofRecall(look: Look, given: Given, { recalled, executed, holds }: ItemState): readonly Duty[] {
  if (recalled === null || executed?.outcome === 'deleted') return [];
  const isHeld = Object.keys(holds).some((side) => side !== given.side);
  if (executed !== null && isHeld) return [];
  const asked = {
    id: `exchange/recall/${recalled.act}`,
    provision: provisionOf(given),
    what: 'exchange.duty.recall',
    because: because(recalled),
    due: recalled.due,
    dueAt: undefined,
    rule: RULES.recall,
    answer: RECALL_EXECUTED.id,
  };
  return dated(look, given, asked, 'exchange.duty.recall-overdue');
}

function ofItem(look: Look, state: ItemState): readonly Duty[] {
  const { given, releases, corrections, executed } = state;
  if (given === null) return [];
  const provision = provisionOf(given);
  const open = executed?.outcome === 'deleted' ? [] : releases.filter(({ answered }) => answered === null);
  const asked = open.map(({ asked: ref }) => ({
    id: `exchange/release/${ref.act}`,
    side: given.side,
    body: given.by,
    provision,
    what: 'exchange.duty.release',
    because: because(ref),
    ...UNDATED,
    answer: RELEASE_GRANTED.id,
  }));
  const corrected = corrections
    .filter(({ applied }) => applied === null && executed?.outcome !== 'deleted')
    .flatMap(({ said, due }) => {
      const id = `exchange/correction/${said.act}`;
      const base = { id, provision, what: 'exchange.duty.correction', because: because(said) };
      const duty = { ...base, due, dueAt: undefined, rule: RULES.correction, answer: CORRECTION_APPLIED.id };
      return dated(look, given, duty, 'exchange.duty.correction-overdue');
    });
  return [...asked, ...ofRecall(look, given, state), ...corrected];
}

/** Everything that items and requests ask of both sides now. */
export async function duties(look: Look): Promise<readonly Duty[]> {
  return [
    ...(await look.rows<RequestState>(REQUESTS)).flatMap(({ state }) => ofRequest(look, state)),
    ...(await look.rows<ItemState>(ITEMS)).flatMap(({ state }) => ofItem(look, state)),
  ];
}
