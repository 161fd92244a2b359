// What the page of life shows, read from the record: its JSON twin.
import { BODY_DESIGNATED } from '../../act/kinds.ts';
import type { RefusalCode } from '../../act/refusal.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { RULES } from '../../agreement/clock.ts';
import { type Instrument, type InstrumentLife, instrumentLife } from '../../agreement/instrument.ts';
import type { Look, ShownAct } from '../../area.ts';
import { datedInstructions } from './amendments/history.ts';
import { AMENDMENTS } from './amendments/registers.ts';
import { FORMS } from './forms.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import { TEXTS } from './languages/registers.ts';
import { clauseOf } from './law.ts';
import { beginnings as matterBeginnings, type MatterRow, matterRows, type NextStep } from './matters/matters.data.ts';
import { type Recomputed, recomputed } from './matters/recomputed.ts';
import { AGREEMENT, NOTES, type NoteState, type Receipt } from './registers.ts';
import { standing, type Standing } from './strip.ts';
import { type Tried, tryDate } from './tried.ts';

/** Where an act that is named here stands, and whether it is invented. */
export interface ActRef {
  readonly side: string;
  readonly index: number;
  readonly exercise: boolean;
}

/** A note with its three dates. Where `act` is null, none is given: the row says what is awaited. */
export interface NoteRow {
  readonly act: string | null;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly number: string | null;
  readonly provisions: readonly string[];
  /** The civil date on the note. */
  readonly on: string | null;
  /** The instant of dispatch. */
  readonly dispatched: string | null;
  readonly channel: string | null;
  readonly receipt: Receipt | null;
  readonly contested: RefusalCode | null;
  /** This side can acknowledge it now. */
  readonly answer: boolean;
}

/** A form that opens now. */
export interface Opening {
  readonly kind: string;
  readonly title: string;
}

/** The texts: which are loaded, which prevails, under which titles. */
export interface TextFacts {
  readonly signed: string;
  readonly languages: readonly { readonly language: string; readonly loaded: boolean; readonly prevails: boolean }[];
  readonly titles: readonly string[];
  /** Amendments proposed in all, agreed in all, and in force today. */
  readonly amendments: { readonly all: number; readonly agreed: number; readonly inForce: number };
}

/** A related instrument as it stands today. */
export type InstrumentRow = InstrumentLife & { readonly instrument: Instrument };

export interface LifeData extends Standing {
  readonly notes: readonly NoteRow[];
  readonly begin: readonly Opening[];
  readonly matters: readonly MatterRow[];
  /** The forms that begin a matter now. */
  readonly openings: readonly NextStep[];
  readonly recomputed: readonly Recomputed[];
  readonly instruments: readonly InstrumentRow[];
  readonly tried: Tried | null;
  readonly text: TextFacts;
  /** The acts named on the page, by id. */
  readonly acts: Readonly<Record<string, ActRef>>;
}

/** What a note says of its own date and way, where it says it. */
function ofNote({ act }: ShownAct): { readonly noteDate?: string; readonly channel?: string } {
  return (act.body ?? {}) as { readonly noteDate?: string; readonly channel?: string };
}

function otherSide(look: Look, side: string): string {
  return look.agreement.participants.find(({ id }) => id !== side)?.id ?? side;
}

async function opens(look: Look, about: ShownAct): Promise<boolean> {
  const acknowledge = FORMS.find((form) => form.kind === RECEIPT_GIVEN.id);
  return (await acknowledge?.open(look, about)) !== undefined;
}

async function noteRow(look: Look, shown: ShownAct, receipt: Receipt | null): Promise<NoteRow> {
  const { id, side, header } = shown.act;
  return {
    act: id,
    from: side,
    to: otherSide(look, side),
    kind: header.kind,
    number: header.number,
    provisions: header.provisions,
    on: ofNote(shown).noteDate ?? civilDate(header.at, look.agreement.participant(side).seat.zone),
    dispatched: header.at,
    channel: ofNote(shown).channel ?? null,
    receipt,
    contested: shown.contested ?? null,
    answer: look.public !== true && (await opens(look, shown)),
  };
}

/** The notification of a side that has given none. */
function awaited(look: Look, side: string): NoteRow {
  return {
    act: null,
    from: side,
    to: otherSide(look, side),
    kind: NOTIFICATION_GIVEN.id,
    number: null,
    provisions: look.agreement.provisionsOf(NOTIFICATION_GIVEN.families),
    on: null,
    dispatched: null,
    channel: null,
    receipt: null,
    contested: null,
    answer: false,
  };
}

/** The notifications in the order of the title, given or not; then the other notes, newest first. */
async function notes(look: Look): Promise<readonly NoteRow[]> {
  const kept = (await look.rows<NoteState>(NOTES)).filter(({ state }) => state.note !== null);
  const rows = await Promise.all(
    kept.map(async ({ subject, state }) => {
      const shown = await look.act(subject);
      return shown === undefined ? [] : [await noteRow(look, shown, state.receipt)];
    }),
  );
  const given = rows.flat();
  const time = (row: NoteRow): string => `${row.dispatched ?? ''} ${row.number ?? ''}`;
  const isNotification = (row: NoteRow): boolean => row.kind === NOTIFICATION_GIVEN.id;
  const notifications = look.agreement.participants.flatMap(({ id }) => {
    const own = given.filter((row) => isNotification(row) && row.from === id);
    return own.length > 0 ? own : [awaited(look, id)];
  });
  const others = given.filter((row) => !isNotification(row)).sort((a, b) => (time(a) < time(b) ? 1 : -1));
  return [...notifications, ...others];
}

async function beginnings(look: Look): Promise<readonly Opening[]> {
  const opened = await Promise.all(FORMS.map((form) => form.open(look, undefined)));
  // A body is designated from the page of bodies, where those proposed stand.
  return FORMS.filter((form, i) => opened[i] !== undefined && form.kind !== BODY_DESIGNATED.id).map(
    ({ kind, title }) => ({ kind, title }),
  );
}

async function actRefs(look: Look, ids: Iterable<string>): Promise<Readonly<Record<string, ActRef>>> {
  const shown = await Promise.all([...new Set(ids)].map((id) => look.act(id)));
  return Object.fromEntries(
    shown.flatMap((one) => {
      if (one === undefined) return [];
      const { id, side, index, header } = one.act;
      return [[id, { side, index, exercise: header.exercise === true }] as const];
    }),
  );
}

/** The related instruments, by the clocks of the agreement itself. */
function instruments({ agreement, tz }: Look, { today, clocks }: Standing): readonly InstrumentRow[] {
  return agreement.instruments.map((instrument) => {
    const clause = { ...clauseOf(agreement, 'term', RULES.lapse, tz, clocks.course), convention: null };
    return { instrument, ...instrumentLife(instrument, today, { ...clause, provision: instrument.named[0] ?? '' }) };
  });
}

async function counted(look: Look): Promise<TextFacts['amendments']> {
  const { all, agreed } = await look.row(AMENDMENTS, AGREEMENT);
  const today = civilDate(look.now, look.agreement.participant(look.side).seat.zone);
  const begun = (await datedInstructions(look)).filter(({ from }) => from <= today);
  const inForce = new Set(begun.map(({ amendment }) => amendment)).size;
  return { all: all.length, agreed: agreed.length, inForce };
}

/** Reads the page. `query.d` is a date to try. */
export async function loadLife(look: Look, query: Readonly<Record<string, string>>): Promise<LifeData> {
  const { agreement, tz } = look;
  const at = await standing(look);
  const { entry, lapse, extended, extension, terminations } = at.clocks;
  const clocks = [entry, lapse, ...extended, extension, ...terminations.map(({ clock }) => clock)];
  const rows = await notes(look);
  const matters = await matterRows(look);
  const anew = await recomputed(look, at);
  const typed = query['d'];
  const ids = [
    ...clocks.flatMap(({ inputs, convention }) => [
      ...inputs.flatMap(({ acts }) => acts),
      ...(convention?.acts ?? []),
    ]),
    ...matters.flatMap(({ steps }) => steps.map(({ act }) => act)),
    ...anew.map(({ act }) => act),
    ...Object.values(at.life).flatMap(({ confirmed }) => (confirmed === null ? [] : [confirmed.act])),
    ...rows.flatMap(({ act, receipt }) => [act, receipt?.act ?? null]).filter((id) => id !== null),
  ];
  return {
    ...at,
    notes: rows,
    begin: look.public === true ? [] : await beginnings(look),
    matters,
    openings: look.public === true ? [] : await matterBeginnings(look),
    recomputed: anew,
    instruments: instruments(look, at),
    tried: typed === undefined || typed.trim() === '' ? null : tryDate(typed, at.clocks, agreement, tz),
    text: {
      signed: agreement.signed.date,
      languages: await Promise.all(
        agreement.languages.map(async (language) => ({
          language,
          loaded: agreement.loaded.includes(language) || (await look.row(TEXTS, language)).loaded !== null,
          prevails: agreement.prevails === language,
        })),
      ),
      titles: agreement.titles,
      amendments: await counted(look),
    },
    acts: await actRefs(look, ids),
  };
}
