// Other instruments that an agreement names: what is reported of them, and the life each has by the same clocks.
import Type from 'typebox';
import { parse } from 'yaml';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { parseDate } from './calendar.ts';
import { type Clause, type Clock, type DateReading, operative } from './clock.ts';
import { lapseClock, renewalClock } from './terms.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 500 });
const InThree = Type.Object({ en: Text, uk: Text, sq: Text }, closed);
const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' });

/** What can be reported of an instrument: keys of words. */
export const INSTRUMENT_EVENTS = [
  'signed', 'procedures-completed', 'ratified', 'ratifications-exchanged', 'joined',
] as const;

export const InstrumentShape = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
    title: Text,
    short: InThree,
    named: Type.Array(Type.String({ pattern: '^[a-z0-9]{1,16}$' }), { minItems: 1, maxItems: 128 }),
    signed: Type.Object({ date: Day, place: InThree }, closed),
    entry: Type.Union([
      Type.Object({ by: Type.Literal('exchange-of-ratifications'), date: Day }, closed),
      Type.Null(),
    ]),
    term: Type.Union([
      Type.Object(
        {
          years: Type.Integer({ minimum: 1, maximum: 100 }),
          renewal: Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    events: Type.Array(
      Type.Object(
        {
          date: Type.String({ pattern: '^\\d{4}(-\\d\\d){0,2}$' }),
          says: Type.Enum(INSTRUMENT_EVENTS),
          side: Type.Optional(Type.String({ pattern: '^[a-z]{2,8}$' })),
          confidence: Type.Enum(['A', 'B', 'C']),
          source: Text,
        },
        closed,
      ),
      { maxItems: 100 },
    ),
  },
  closed,
);
/**
 * An instrument beside the agreement. `named` are the provisions that name it. `entry` is null where none is reported
 * or it has none; `term` gives its years and those of each tacit renewal. Everything here is reported, nothing said.
 */
export type Instrument = Type.Static<typeof InstrumentShape>;

const FileShape = Type.Object({ instruments: Type.Array(InstrumentShape, { maxItems: 50 }) }, closed);
const fileShape = shape(FileShape, 'input-malformed');

/** Reads the instruments; `isProvision` says whether the agreement has a provision of that id. */
export function readInstruments(text: string, isProvision: (id: string) => boolean): readonly Instrument[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw refuse('input-malformed', 'Reading instruments.yaml.', cause);
  }
  const { instruments } = fileShape(value);
  for (const { id, named, signed, entry } of instruments) {
    const unknown = named.find((provision) => !isProvision(provision));
    if (unknown !== undefined) throw refuse('input-malformed', `The instrument ${id} is said to stand in ¶${unknown}.`);
    for (const date of [signed.date, ...(entry === null ? [] : [entry.date])]) parseDate(date);
  }
  return instruments;
}

/** How an instrument stands: a key of words. */
export const INSTRUMENT_STANDINGS = ['signed', 'in-force', 'renewed', 'lapsed', 'no-term'] as const;
export type InstrumentStanding = (typeof INSTRUMENT_STANDINGS)[number];

/** The life of an instrument on a day: how it stands, and the clocks it runs by; null where it has none. */
export interface InstrumentLife {
  readonly stands: InstrumentStanding;
  readonly lapse: Clock<DateReading> | null;
  readonly renewal: Clock<DateReading> | null;
}

/**
 * The life of an instrument on the civil date `today`, by the rules `term/1` and `renewal/1`, the ones that the
 * agreement itself runs by. The date of entry is reported, so no act stands under these dates.
 */
export function instrumentLife({ entry, term }: Instrument, today: string, clause: Clause): InstrumentLife {
  if (entry === null || term === null || today < entry.date) {
    return { stands: term === null ? 'no-term' : 'signed', lapse: null, renewal: null };
  }
  const lapse = lapseClock({ date: entry.date, acts: [] }, { years: term.years }, clause);
  if (lapse.state === 'waits') throw new Error('instrument: a term that has begun waits');
  const last = { date: operative(lapse).date, acts: [] };
  if (today <= last.date) return { stands: 'in-force', lapse, renewal: null };
  if (term.renewal === null) return { stands: 'lapsed', lapse, renewal: null };
  return { stands: 'renewed', lapse, renewal: renewalClock(last, { years: term.renewal }, today, clause) };
}
