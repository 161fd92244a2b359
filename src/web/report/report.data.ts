// A report of a period as data: chapters worded in one language, each sentence with its acts, from the record alone.
import { civilDate, parseDate } from '../../agreement/calendar.ts';
import type { Area, AreaKind, Look, ReportChapter, ReportPeriod, ShownAct } from '../../area.ts';
import { actName } from '../../kit/links.tsx';
import type { Language, Speak } from '../../kit/words.ts';
import { actsChapter, dutiesChapter, receiptsChapter, reportedChapter } from './report.chapters.ts';
import { lookThen } from './report.then.ts';

/** The yearly report tells everything; the brief for the dialogue what the sides have to talk about. */
export const FORMS = ['report', 'brief'] as const;
export type ReportForm = (typeof FORMS)[number];

/** Chapters in the order they are told; those of areas not named here stand before the duties. */
const ORDER: Readonly<Record<ReportForm, readonly string[]>> = {
  report: ['life', 'acts', 'receipts', 'promises', 'differences', '*', 'duties', 'reported'],
  brief: ['life', 'differences', 'duties', 'promises', 'receipts', 'reported'],
};

/** Acts that one look gives, and acts of one side that a report reads at most, newest first. */
const PAGE = 500;
export const ACTS_LIMIT = 5000;
/** Before every act. */
const FIRST_DAY = '0001-01-01';

/** An act named in the report, as the appendix proves it. */
export interface CitedAct {
  readonly name: string;
  readonly number: string;
  readonly at: string;
  readonly id: string;
}

export interface ReportData {
  readonly form: ReportForm;
  readonly language: Language;
  readonly period: ReportPeriod;
  /** The side whose node made it, and the instant as of which. */
  readonly side: string;
  readonly made: string;
  /** Entries of both logs it is made from. */
  readonly sizes: readonly { readonly side: string; readonly size: number }[];
  readonly exercise: boolean;
  /** True where a log holds more acts than were read. */
  readonly cut: boolean;
  readonly title: string;
  readonly chapters: readonly ReportChapter[];
  readonly cited: readonly CitedAct[];
}

/** What a report is made from. */
export interface ReportRoom {
  readonly look: Look;
  readonly areas: readonly Area[];
  readonly kinds: ReadonlyMap<string, AreaKind>;
  readonly sizes: ReportData['sizes'];
}

/** Everything said in a period, oldest first: the day of an act is that of the seat of its side. */
export async function actsIn(
  look: Look,
  period: ReportPeriod,
): Promise<{ readonly acts: readonly ShownAct[]; readonly cut: boolean }> {
  const found: ShownAct[] = [];
  let cut = false;
  for (const { id: side, seat } of look.agreement.participants) {
    let before: number | undefined;
    for (let read = 0; ; read += PAGE) {
      if (read >= ACTS_LIMIT) {
        cut = true;
        break;
      }
      const acts = await look.acts({ side, limit: PAGE, ...(before === undefined ? {} : { before }) });
      found.push(
        ...acts.filter(({ act }) => {
          const day = civilDate(act.header.at, seat.zone);
          return period.from <= day && day <= period.to;
        }),
      );
      const last = acts.at(-1);
      if (last === undefined || acts.length < PAGE) break;
      before = last.act.index;
    }
  }
  return { acts: found.toSorted((a, b) => (a.act.header.at < b.act.header.at ? -1 : 1)), cut };
}

async function cited(look: Look, chapters: readonly ReportChapter[]): Promise<readonly CitedAct[]> {
  const places = new Map<string, { readonly side: string; readonly index: number }>();
  for (const place of chapters.flatMap(({ sentences }) => sentences.flatMap(({ acts }) => acts))) {
    places.set(actName(place.side, place.index), place);
  }
  const rows = await Promise.all(
    [...places].map(async ([name, { side, index }]): Promise<readonly CitedAct[]> => {
      const [shown] = await look.acts({ side, after: index - 1, before: index + 1, limit: 1 });
      if (shown === undefined) return [];
      return [{ name, number: shown.act.header.number, at: shown.act.header.at, id: shown.act.id }];
    }),
  );
  return rows.flat().toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

function inOrder(chapters: readonly ReportChapter[], form: ReportForm): readonly ReportChapter[] {
  const order = ORDER[form];
  const rest = order.indexOf('*');
  const place = ({ id }: ReportChapter): number => (order.includes(id) ? order.indexOf(id) : rest);
  return chapters.filter((chapter) => place(chapter) >= 0).toSorted((a, b) => place(a) - place(b));
}

/** Makes the report. Its words are those of `speak`; what bodies said stands as they wrote it. */
export async function loadReport(
  room: ReportRoom,
  { form, period }: { readonly form: ReportForm; readonly period: ReportPeriod },
  speak: Speak,
): Promise<ReportData> {
  const { look, areas, kinds, sizes } = room;
  const { acts: all, cut } = await actsIn(look, { from: FIRST_DAY, to: period.to });
  const zone = (side: string): string => look.agreement.participant(side).seat.zone;
  const acts = all.filter(({ act }) => civilDate(act.header.at, zone(act.side)) >= period.from);
  // Where not all acts were read, nothing is folded from them: the record is told as it stands, with that day.
  const then = cut ? look : lookThen(look, period.to, all);
  const told = await Promise.all(areas.map(async (area) => (await area.report?.(look, period, speak, then)) ?? []));
  const said = { look, kinds, acts, period, speak };
  const chapters = inOrder(
    [
      ...told.flat(),
      await actsChapter(said),
      await receiptsChapter(said),
      await dutiesChapter(then, areas, speak),
      reportedChapter(said),
    ],
    form,
  );
  const dates = { from: speak.date(period.from), to: speak.date(period.to) };
  return {
    form,
    language: speak.language,
    period,
    side: look.side,
    made: look.now,
    sizes,
    exercise: look.exercise,
    cut,
    title: speak.say(`report.title-${form}`, dates),
    chapters,
    cited: await cited(look, chapters),
  };
}

/** A civil date as it was written, or what stands instead where none was. Refuses what is no date. */
export function dayOf(text: string | undefined, otherwise: string): string {
  return text === undefined || text.trim() === '' ? otherwise : parseDate(text.trim());
}
