// The chapters of a report that need no area: what was said and when, receipts, what is asked, what is only reported.
import type { Area, AreaKind, Look, ReportChapter, ReportPeriod, ReportSentence, ShownAct } from '../../area.ts';
import type { Report } from '../../agreement/agreement.ts';
import { civilDate } from '../../agreement/calendar.ts';
import type { Series } from '../../kit/figure.tsx';
import { provisionName } from '../../kit/links.tsx';
import type { Language, Speak } from '../../kit/words.ts';
import { actTitle, bodyNames } from '../pages/said.tsx';

/** What the chapters are told from. */
export interface Said {
  readonly look: Look;
  readonly kinds: ReadonlyMap<string, AreaKind>;
  /** Oldest first. */
  readonly acts: readonly ShownAct[];
  readonly period: ReportPeriod;
  readonly speak: Speak;
}

/** Sentences of one chapter, at most. */
const SENTENCES = 300;
/** Months a figure shows, at most; a longer period is shown by years. */
const MONTHS = 12;
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' };

/** One series a side, in the order of the title: the first filled, the second hollow. */
function seriesOf({ look, speak }: Said, count: (side: string) => readonly number[]): readonly Series[] {
  return look.agreement.participants.map(({ id, short }, i) => ({
    name: short[speak.language],
    ink: i === 0 ? ('first' as const) : ('second' as const),
    hollow: i > 0,
    values: count(id),
  }));
}

const dayAt = (look: Look, side: string, instant: string): string =>
  civilDate(instant, look.agreement.participant(side).seat.zone);

/** The months from the first day of a period to its last: `2026-01`. */
function monthsOf({ from, to }: ReportPeriod): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (; months.at(-1) !== to.slice(0, 7) && months.length <= 12 * 100; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    months.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`);
  }
  return months;
}

/** The spans a figure of the period counts by, each with a short name for the figure and a long one for the table. */
function spansOf(period: ReportPeriod, language: Language): readonly { key: string; short: string; long: string }[] {
  const months = monthsOf(period);
  if (months.length > MONTHS) {
    return [...new Set(months.map((month) => month.slice(0, 4)))].map((key) => ({ key, short: key, long: key }));
  }
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' });
  const short = format({ month: 'short' });
  const long = format({ month: 'long', year: 'numeric' });
  return months.map((key) => {
    const at = Date.parse(`${key}-01T00:00:00Z`);
    return { key, short: short.format(at).replace(/\.$/, ''), long: long.format(at) };
  });
}

/** Everything said, counted by side and time, and then one sentence an act. */
export async function actsChapter(said: Said): Promise<ReportChapter> {
  const { look, kinds, acts, period, speak } = said;
  const spans = spansOf(period, speak.language);
  const series = seriesOf(said, (side) => {
    const days = acts.filter(({ act }) => act.side === side).map(({ act }) => dayAt(look, side, act.header.at));
    return spans.map(({ key }) => days.filter((day) => day.startsWith(key)).length);
  });
  const counts = series.map(({ name, values }) => `${name} ${values.reduce((sum, value) => sum + value, 0)}`);
  const names = await bodyNames(look, acts.map(({ act }) => act.header.by));
  const sentences = acts.slice(-SENTENCES).map(({ act, contested }): ReportSentence => {
    const { header, side, index } = act;
    const title = actTitle({ kind: header.kind, side, by: header.by }, names, { kinds, look }, speak);
    const date = speak.date(dayAt(look, side, header.at));
    const key = contested === undefined ? 'report.act' : 'report.act-contested';
    return { text: speak.say(key, { date, title, number: header.number }), acts: [{ side, index }] };
  });
  const unsaid = acts.length - sentences.length;
  return {
    id: 'acts',
    title: speak.say('report.acts'),
    lead: speak.say(unsaid > 0 ? 'report.acts-cut' : 'report.acts-lead', { count: acts.length, last: SENTENCES }),
    figures: [
      {
        figure: {
          alt: `${speak.say('report.acts-figure')}: ${counts.join(', ')}.`,
          as: 'columns',
          categories: spans.map(({ short }) => short),
          series,
        },
        head: [speak.say('report.span'), ...series.map(({ name }) => name)],
        rows: spans.map(({ long }, i) => [long, ...series.map(({ values }) => speak.number(values[i] ?? 0))]),
      },
    ],
    sentences,
    empty: speak.say('report.acts-empty'),
  };
}

/** Notes from whose receipt law follows: acknowledged, or not. */
export async function receiptsChapter(said: Said): Promise<ReportChapter> {
  const { look, kinds, acts, speak } = said;
  const notes = acts.filter(({ act }) => kinds.get(act.header.kind)?.kind.receipt === true);
  const received = (note: ShownAct) => note.rungs.find(({ name }) => name === 'acknowledged');
  const series = seriesOf(said, (side) => {
    const own = notes.filter(({ act }) => act.side === side);
    const done = own.filter((note) => received(note) !== undefined).length;
    return [done, own.length - done];
  });
  const told = series.map(({ name, values }) => `${name} ${values.join(' / ')}`).join(', ');
  const categories = [speak.say('report.acknowledged'), speak.say('report.unacknowledged')];
  const sentences = await Promise.all(
    notes.slice(-SENTENCES).map(async (note): Promise<ReportSentence> => {
      const { side, index, header } = note.act;
      const values = {
        number: header.number,
        side: look.agreement.participant(side).short[speak.language],
        date: speak.date(dayAt(look, side, header.at)),
      };
      const rung = received(note);
      const receipt = rung?.act === undefined ? undefined : await look.act(rung.act);
      const place = { side, index };
      if (receipt === undefined) return { text: speak.say('report.no-receipt', values), acts: [place] };
      const by = { side: receipt.act.side, index: receipt.act.index };
      return { text: speak.say('report.receipt', values), acts: [place, by] };
    }),
  );
  return {
    id: 'receipts',
    title: speak.say('report.receipts'),
    lead: speak.say('report.receipts-lead'),
    figures: notes.length === 0 ? [] : [
      {
        figure: {
          alt: `${speak.say('report.receipts')}, ${categories.join(' / ')}: ${told}.`,
          as: 'bars',
          categories,
          series,
        },
        head: [speak.say('report.notes'), ...series.map(({ name }) => name)],
        rows: categories.map((name, i) => [name, ...series.map(({ values }) => speak.number(values[i] ?? 0))]),
      },
    ],
    sentences,
    empty: speak.say('report.receipts-empty'),
  };
}

/** What is asked of either side at the moment of the look: the end of the period, or today where that is to come. */
export async function dutiesChapter(look: Look, areas: readonly Area[], speak: Speak): Promise<ReportChapter> {
  const duties = (await Promise.all(areas.map((area) => area.duties(look)))).flat();
  const key = ({ due, id }: (typeof duties)[number]): string => `${due ?? '9999-99-99'} ${id}`;
  const sentences = duties
    .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    .slice(0, SENTENCES)
    .map((duty): ReportSentence => {
      const side = look.agreement.participant(duty.side).short[speak.language];
      const what = speak.say(duty.what);
      const provision = provisionName(duty.provision, speak);
      const text =
        duty.due === undefined
          ? speak.say('report.duty', { side, what, provision })
          : speak.say('report.duty-due', { side, what, provision, date: speak.date(duty.due) });
      return { text, acts: duty.because === undefined ? [] : [duty.because] };
    });
  return {
    id: 'duties',
    title: speak.say('report.duties'),
    lead: speak.say('report.duties-lead', { date: speak.date(dayAt(look, look.side, look.now)) }),
    figures: [],
    sentences,
    empty: speak.say('report.duties-empty'),
  };
}

/** Whether what a report is dated by lies in the period: a year or a month alone is all of its days. */
function fallsIn({ date }: Report, period: ReportPeriod): boolean {
  const named = date.match(/\d{4}(?:-\d\d)?(?:-\d\d)?/g) ?? [];
  const [first = '', last = first] = [named[0], named.at(-1)];
  return first !== '' && first <= period.to && `${last}-99-99`.slice(0, 10) >= period.from;
}

/** What the public record has: said by no body here, each with its source and how sure it is. */
export function reportedChapter({ look, period, speak }: Said): ReportChapter {
  const reports = look.agreement.reports.filter((report) => fallsIn(report, period));
  return {
    id: 'reported',
    title: speak.say('report.reported'),
    lead: speak.say('report.reported-lead'),
    figures: [],
    sentences: reports.slice(0, SENTENCES).map(({ date, says, source, confidence, provisions }) => ({
      text: speak.say('report.reported-says', {
        date,
        says,
        provisions: provisions.length === 0 ? '–' : speak.list(provisions.map((id) => provisionName(id, speak))),
      }),
      acts: [],
      source: `${source} (${confidence})`,
    })),
    empty: speak.say('report.reported-empty'),
  };
}
