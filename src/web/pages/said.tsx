// Acts as rows of a table: what is said in one line of who said what, when, and how far it has come.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { RefusalCode } from '../../act/refusal.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { BODIES, nodeBody, rootBody } from '../../agreement/mandate.ts';
import type { Look, ShownAct } from '../../area.ts';
import { bodyName as namedBody, participant } from '../../kit/instrument.ts';
import { ActLink, Moment, ParagraphLinks } from '../../kit/links.tsx';
import { Exercise, highestRung, type RungName, Stands } from '../../kit/marks.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { sentence, type Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';

/** An act in one line, as data. */
export interface SaidRow {
  readonly side: string;
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly by: string;
  readonly number: string;
  readonly provisions: readonly string[];
  readonly at: string;
  readonly recordedAt: string;
  readonly exercise: boolean;
  readonly rung: RungName | null;
  readonly contested: RefusalCode | null;
}

export function saidRow(shown: ShownAct): SaidRow {
  const { header, side, index, id } = shown.act;
  return {
    side,
    index,
    id,
    kind: header.kind,
    by: header.by,
    number: header.number,
    provisions: header.provisions,
    at: header.at,
    recordedAt: shown.recordedAt,
    exercise: header.exercise === true,
    rung: highestRung(shown.rungs) ?? null,
    contested: shown.contested ?? null,
  };
}

/** Names of bodies by id: English, and in the language of the body's side. Absent where none was designated. */
export type BodyNames = Readonly<Record<string, { readonly en: string; readonly local: string }>>;

/** The names under which `ids` were designated. The treaty offices are named by the Agreement itself. */
export async function bodyNames(look: Look, ids: Iterable<string>): Promise<BodyNames> {
  const all = [...new Set(ids)];
  const states = await Promise.all(all.map((id) => look.row(BODIES, id)));
  return Object.fromEntries(states.flatMap(({ name }, i) => (name === null ? [] : [[all[i] as string, name]])));
}

/** A body as its side named it, in the reader's language where that is the side's own, else in English. */
export function bodyName(names: BodyNames, agreement: Agreement, id: string, speak: Speak): string {
  for (const side of agreement.participants) {
    if (id === rootBody(side.id)) return speak.say('said.by-root', { side: side.short[speak.language] });
    if (id === nodeBody(side.id)) return speak.say('said.by-node', { side: side.short[speak.language] });
  }
  return namedBody(agreement, id, speak.language, names[id]).full;
}

/** A side by its short name in the reader's language. */
export function sideName(agreement: Agreement, side: string, speak: Speak): string {
  return participant(agreement, side, speak.language).name;
}

/** Where a side sits: the zone by which its times are said, and the city said after them. */
export interface Seat {
  readonly zone: string;
  readonly city: string;
}

export function seatOf(look: Pick<Look, 'agreement'>, side: string, speak: Speak): Seat {
  const { zone, city } = participant(look.agreement, side, speak.language);
  return { zone, city };
}

/** What was done, as a sentence: the title its area gives the kind. An unknown kind is named as it stands. */
export function actTitle(
  row: Pick<SaidRow, 'kind' | 'side' | 'by'>,
  names: BodyNames,
  desk: Pick<Desk, 'kinds' | 'look'>,
  speak: Speak,
): string {
  const side = sideName(desk.look.agreement, row.side, speak);
  const kind = desk.kinds.get(row.kind);
  if (kind === undefined) return sentence(speak.say('act.unknown-title', { side, kind: row.kind }));
  const body = bodyName(names, desk.look.agreement, row.by, speak);
  return sentence(speak.say(kind.title, { side, body }));
}

/** Acts as a live table; times are those at which this node recorded or took them over. */
export function SaidTable({ id, rows, names, empty, speak, desk }: {
  readonly id: string;
  readonly rows: readonly SaidRow[];
  readonly names: BodyNames;
  readonly empty: string;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('said.column-act') },
    { head: speak.say('said.column-what') },
    { head: speak.say('said.column-body') },
    { head: speak.say('said.column-provision') },
    {
      head: speak.say('said.column-recorded', { city: seat.city }),
      label: sentence(speak.say('rung.recorded')),
      is: 'date',
    },
    { head: speak.say('said.column-stands'), is: 'word' },
  ] as const;
  const lines = rows.map((row) => ({
    cells: [
      { shows: <ActLink side={row.side} index={row.index} /> },
      {
        shows: (
          <>
            {actTitle(row, names, desk, speak)} {row.exercise ? <Exercise /> : null}
          </>
        ),
      },
      bodyName(names, desk.look.agreement, row.by, speak),
      { shows: <ParagraphLinks ids={row.provisions} speak={speak} /> },
      { shows: <Moment instant={row.recordedAt} zone={seat.zone} speak={speak} /> },
      { shows: <Stands rung={row.rung ?? undefined} contested={row.contested !== null} speak={speak} /> },
    ],
  }));
  return <RegisterTable id={id} live columns={columns} rows={lines} empty={empty} />;
}
