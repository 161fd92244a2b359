// The law of a consultation as data gives it: triggers, lines, whom each clause would assist, and the one clock.
import type { Agreement } from '../../agreement/agreement.ts';
import { type Clock, consultationClock, type Given, type InstantReading, operative } from '../../agreement/clock.ts';
import { type Clause, CLAUSES } from './kinds.ts';
import type { Consultation } from './registers.ts';

/** A trigger that a clause names, with the words it names it by. */
export interface Trigger {
  readonly id: string;
  readonly words: string;
}

function parameter(agreement: Agreement, family: string, name: string): unknown {
  return agreement.family(family)?.parameters[name]?.value;
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];

/** The side that the words of a clause's trigger name: "external aggression against Albania". */
function attacked(agreement: Agreement, clause: Clause): string | undefined {
  const words = texts(parameter(agreement, clause, 'trigger')).join(' ');
  return agreement.participants.find(({ short }) => words.includes(short.en))?.id;
}

/** The clauses under which `side` may ask to consult: a promise of the text, or an ability it is practised for. */
export function clausesFor(agreement: Agreement, side: string): readonly Clause[] {
  return CLAUSES.filter((clause) => {
    if (agreement.family(clause) === undefined) return false;
    const onRequestOf = String(parameter(agreement, clause, 'onRequestOf'));
    if (clause === 'consultation') return ['either', side].includes(onRequestOf);
    return attacked(agreement, clause) === side;
  });
}

/** What may be the ground of a request under a clause. A clause with one trigger names it by the clause itself. */
export function triggersOf(agreement: Agreement, clause: Clause): readonly Trigger[] {
  const named = parameter(agreement, clause, 'triggers');
  if (Array.isArray(named)) {
    return named.map((one) => ({ id: String((one as Trigger).id), words: String((one as Trigger).words) }));
  }
  return texts(parameter(agreement, clause, 'trigger')).map((words) => ({ id: clause, words }));
}

/** Whom a clause would assist, by whom, on which lines, in which provision. */
export interface Assistance {
  readonly to: string;
  readonly by: string;
  readonly lines: readonly string[];
  readonly provisions: readonly string[];
}

export function assistanceOf(agreement: Agreement, clause: Clause): Assistance {
  if (clause === 'consultation') {
    return {
      to: String(parameter(agreement, 'assistance', 'to')),
      by: String(parameter(agreement, 'assistance', 'by')),
      lines: texts(parameter(agreement, 'assistance', 'lines')),
      provisions: agreement.provisionsOf(['assistance']),
    };
  }
  const to = attacked(agreement, clause) ?? '';
  return {
    to,
    by: agreement.participants.find(({ id }) => id !== to)?.id ?? '',
    lines: texts(parameter(agreement, clause, 'kind')),
    provisions: agreement.provisionsOf([clause]),
  };
}

/** The hours a clause gives, or null where it sets none: then there is no clock, and none is invented. */
export function hoursOf(agreement: Agreement, clause: Clause): number | null {
  const hours = parameter(agreement, clause, 'hours');
  return typeof hours === 'number' ? hours : null;
}

/** The first dispatch among the requests that stand: of two that crossed, the earlier instant gives the safer end. */
export function dispatchOf({ requests, withdrawn }: Consultation): Given | null {
  const standing = requests.filter(({ act }) => withdrawn[act] === undefined);
  const [first] = (standing.length === 0 ? requests : standing).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return first === undefined ? null : { act: first.act, at: first.at };
}

/**
 * The clock of a consultation, by the rule `consultation/1`; undefined where its clause sets no hours. `received` is
 * when the request reached the other side, as far as it is known.
 */
export function clockOf(
  agreement: Agreement,
  one: Consultation,
  received: Given | null,
  tz: string,
): Clock<InstantReading> | undefined {
  const hours = hoursOf(agreement, one.under);
  const [provision] = agreement.provisionsOf([one.under]);
  if (hours === null || provision === undefined) return undefined;
  const seats = agreement.participants.map(({ id, seat }) => ({ side: id, zone: seat.zone }));
  return consultationClock(dispatchOf(one), received, { hours }, { provision, seats, tz, convention: null });
}

/** The instant by which both sessions are to be open, or null where the clause sets none. */
export function deadlineOf(agreement: Agreement, one: Consultation, tz: string): string | null {
  const clock = clockOf(agreement, one, null, tz);
  return clock === undefined || clock.state === 'waits' ? null : operative(clock).instant;
}

/** When both sides had opened: the later of the two instants, each as its side said it; null before. */
export function convenedAt({ opened }: Consultation): string | null {
  const [first, second] = Object.values(opened).map((one) => one.opened);
  if (first === undefined || second === undefined) return null;
  return first < second ? second : first;
}
