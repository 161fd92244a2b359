// The registers of the final provisions: the life of the Agreement, and every note with its receipt.
import type { BodyOf } from '../../act/kind.ts';
import { sideOf } from '../../act/act.ts';
import { Refusal } from '../../act/refusal.ts';
import type { FoldedAct, Register } from '../../act/register.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { LIFE_READ, LIFE_SUBJECT } from '../../agreement/effect.ts';
import { type Life, type LifeEvent, signedLife, step } from '../../agreement/life.ts';
import { ACKNOWLEDGED, ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';

/** A receipt as acknowledged: the instant, and the civil date at the recipient's seat from which law follows. */
export type Receipt = {
  readonly act: string;
  readonly instant: string;
  readonly date: string;
  readonly zone: string;
  readonly channel: string;
};

/** A note whose receipt matters: who sent it, when, and its receipt. */
export type NoteState = {
  readonly note: {
    readonly side: string;
    readonly index: number;
    readonly kind: string;
    readonly number: string;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly receipt: Receipt | null;
};

/** The one subject of the register `life`. */
export const AGREEMENT = LIFE_SUBJECT;

/** The act that a receipt acknowledges. */
export function acknowledged(act: FoldedAct): string | undefined {
  return act.header.re.find((reference) => reference.role === 'acknowledges')?.act;
}

function receiptOf(act: FoldedAct): Receipt | null {
  const received = (act.body as BodyOf<typeof RECEIPT_GIVEN> | undefined)?.received;
  return received === undefined ? null : { act: act.id, ...received };
}

/** The life as the register keeps it, with every side of the agreement in it: a register alone knows only who spoke. */
export function lifeOf(life: Life, agreement: Agreement): Life {
  return withSides(life, agreement.participants.map(({ id }) => id));
}

function withSides(life: Life, sides: readonly string[]): Life {
  return { ...signedLife([...new Set(sides)].sort()), ...life };
}

/** What an act does to the life of the Agreement, or undefined where it does nothing to it. */
export function eventOf(life: Life, act: FoldedAct): LifeEvent | undefined {
  const { kind, at } = act.header;
  if (kind === NOTIFICATION_GIVEN.id) return { name: 'notified', side: act.side, act: act.id, at };
  if (kind === ENTRY_CONFIRMED.id) {
    const { date } = act.body as BodyOf<typeof ENTRY_CONFIRMED>;
    return { name: 'entry-confirmed', side: act.side, act: act.id, date };
  }
  if (kind !== RECEIPT_GIVEN.id) return undefined;
  const of = acknowledged(act);
  const side = Object.keys(life).find((one) => life[one]?.given?.act === of);
  const receipt = receiptOf(act);
  if (side === undefined || receipt === null) return undefined;
  const { instant, date, zone } = receipt;
  return { name: 'receipted', side, act: act.id, instant, date, zone };
}

/** Register `life`. What the table of the life refuses changes nothing: it was refused at the door as well. */
export const LIFE: Register<Life> = {
  ...LIFE_READ,
  subjects: (act) => {
    const kinds: readonly string[] = [NOTIFICATION_GIVEN.id, RECEIPT_GIVEN.id, ENTRY_CONFIRMED.id];
    return kinds.includes(act.header.kind) ? [AGREEMENT] : [];
  },
  step: (kept, act) => {
    const life = withSides(kept, [act.side, ...act.header.to.map(sideOf)]);
    const event = eventOf(life, act);
    const next = event === undefined ? life : step(life, event);
    return next instanceof Refusal ? life : next;
  },
};

/** Register `notes`, by act id of the note. */
export const NOTES: Register<NoteState> = {
  name: 'notes',
  subjects: (act) => {
    if (ACKNOWLEDGED.includes(act.header.kind)) return [act.id];
    const of = act.header.kind === RECEIPT_GIVEN.id ? acknowledged(act) : undefined;
    return of === undefined ? [] : [of];
  },
  initial: () => ({ note: null, receipt: null }),
  step: (state, act) => {
    if (act.header.kind === RECEIPT_GIVEN.id) return { ...state, receipt: state.receipt ?? receiptOf(act) };
    const { kind, number, by, at } = act.header;
    return { ...state, note: { side: act.side, index: act.index, kind, number, by, at } };
  },
};
