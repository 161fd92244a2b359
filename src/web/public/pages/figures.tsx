// Figures and a map: acts by month, the paragraphs by their strongest word, places; the numbers stand beside each.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { strongest } from '../../../agreement/agreement.ts';
import type { Drawn } from '../../../area.ts';
import { type Figure, FigureDrawn } from '../../../kit/figure.tsx';
import { ParagraphLinks } from '../../../kit/links.tsx';
import { type Land, layMap, type MapDrawn, MapFigure, type MapShown } from '../../../kit/map.tsx';
import { MODALITIES } from '../../../kit/marks.tsx';
import { SectionHead, TitlePage } from '../../../kit/page.tsx';
import { RegisterTable } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { Desk } from '../../ask.ts';
import type { PublicAsk } from '../ask.ts';

/** Months shown, the present one last. */
const MONTHS = 12;

export interface FiguresData {
  /** Public acts of each side by the month in which this node recorded them, `2026-08`. */
  readonly months: readonly { readonly month: string; readonly acts: Readonly<Record<string, number>> }[];
  readonly words: readonly { readonly modality: string; readonly count: number }[];
  readonly places: readonly {
    readonly id: string;
    readonly name: Readonly<Record<string, string>>;
    readonly at: readonly [number, number];
    readonly is: 'seat' | 'named';
    readonly provisions: readonly string[];
    /** Public acts and reports under those provisions. */
    readonly acts: number;
    readonly reports: number;
  }[];
}

function monthsTo(day: string): readonly string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, i) => {
    const at = year * 12 + (month - 1) - (MONTHS - 1 - i);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

export async function loadFigures({ look, record }: PublicAsk): Promise<FiguresData> {
  const { agreement } = look;
  const months = monthsTo(look.now);
  const counts = await record.months(`${months[0] ?? ''}-01`);
  const sides = agreement.participants.map(({ id }) => id);
  const counted = (side: string, month: string): number =>
    counts.find((one) => one.side === side && one.month === month)?.count ?? 0;
  const paragraphs = agreement.provisions.filter(({ part }) => part !== null);
  return {
    months: months.map((month) => ({
      month,
      acts: Object.fromEntries(sides.map((side) => [side, counted(side, month)])),
    })),
    words: MODALITIES.map((modality) => ({
      modality,
      count: paragraphs.filter((one) => strongest(one) === modality).length,
    })),
    places: await Promise.all(
      agreement.atlas.places.map(async ({ id, name, at, is, provisions }) => {
        const said = await Promise.all(provisions.map(async (provision) => await look.acts({ provision })));
        return {
          id,
          name,
          at,
          is,
          provisions,
          acts: new Set(said.flat().map(({ act }) => act.id)).size,
          reports: new Set(provisions.flatMap((provision) => agreement.reportsOf(provision))).size,
        };
      }),
    ),
  };
}

function monthFigure(data: FiguresData, speak: Speak, desk: Desk): Figure {
  const series = desk.look.agreement.participants.map(({ id, short }, i) => ({
    name: short[speak.language],
    ink: i === 0 ? ('first' as const) : ('second' as const),
    hollow: i > 0,
    values: data.months.map(({ acts }) => acts[id] ?? 0),
  }));
  const sums = series.map(({ name, values }) => `${name} ${speak.number(values.reduce((a, b) => a + b, 0))}`);
  return {
    alt: speak.say('public.months-alt', { counts: speak.list(sums) }),
    as: 'columns',
    // The digits of the month, and the year where one begins: the table has the whole.
    categories: data.months.map(({ month }, i) => (i === 0 || month.endsWith('-01') ? month : month.slice(-2))),
    series,
  };
}

function wordFigure(data: FiguresData, speak: Speak): Figure {
  const told = data.words.map(({ modality, count }) => `${speak.say(`modality.${modality}`)} ${count}`);
  const values = data.words.map(({ count }) => count);
  return {
    alt: speak.say('public.words-alt', { counts: speak.list(told) }),
    as: 'bars',
    categories: data.words.map(({ modality }) => speak.say(`modality.${modality}`)),
    series: [{ name: speak.say('public.paragraphs'), ink: 'ink', hollow: false, values }],
  };
}

function Shown({ figure, head, rows = figure.categories, speak }: {
  readonly figure: Figure;
  readonly head: string;
  /** How the table names the categories, where the figure has no room for it. */
  readonly rows?: readonly string[];
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      <div class="wide">
        <FigureDrawn figure={figure} />
      </div>
      <RegisterTable
        columns={[{ head }, ...figure.series.map(({ name }) => ({ head: name, is: 'figure' as const }))]}
        rows={rows.map((category, i) => ({
          cells: [category, ...figure.series.map(({ values }) => speak.number(values[i] ?? 0))],
        }))}
        empty="–"
      />
    </>
  );
}

/** The map of the Agreement, laid out once: the same for every reader. */
export function mapOf(lands: readonly Land[], countries: readonly { readonly code: string }[]): MapDrawn {
  return layMap(lands, countries.map(({ code }) => code));
}

function Places({ data, speak, desk, drawn }: {
  readonly data: FiguresData;
  readonly speak: Speak;
  readonly desk: Desk;
  readonly drawn: MapDrawn;
}): JSX.Element {
  const { agreement } = desk.look;
  const { atlas } = agreement;
  const borders = atlas.borders;
  const names = data.places.map(({ name }) => name[speak.language] ?? '');
  const shown: MapShown = {
    alt: speak.say('public.map-alt', { places: speak.list(names) }),
    own: atlas.countries.map(({ code, side }) => ({ code, name: agreement.participant(side).short[speak.language] })),
    spots: data.places.map(({ id, name, at }) => ({ id, name: name[speak.language] ?? '', at })),
  };
  return (
    <>
      <SectionHead id="places" title={speak.say('public.places')}>
        {borders === null ? null : (
          <>
            {speak.say('public.places-borders')} <ParagraphLinks ids={[borders.provision]} speak={speak} />
          </>
        )}
      </SectionHead>
      <div class="wide">
        <MapFigure shown={shown} drawn={drawn} />
      </div>
      <RegisterTable
        columns={[
          { head: speak.say('public.place') },
          { head: speak.say('public.place-is') },
          { head: speak.say('said.column-provision') },
          { head: speak.say('public.place-acts'), is: 'figure' },
          { head: speak.say('public.place-reports'), is: 'figure' },
        ]}
        rows={data.places.map((place) => ({
          id: `place-${place.id}`,
          cells: [
            place.name[speak.language] ?? '',
            speak.say(`public.place-${place.is}`),
            place.provisions.length === 0
              ? { shows: '–', nil: true }
              : { shows: <ParagraphLinks ids={place.provisions} speak={speak} /> },
            speak.number(place.acts),
            speak.number(place.reports),
          ],
        }))}
        empty="–"
      />
    </>
  );
}

export function drawFigures(data: FiguresData, speak: Speak, desk: Desk, drawn: MapDrawn): Drawn {
  const title = speak.say('public.page-figures');
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('public.figures-why')}</TitlePage>
        <SectionHead id="months" title={speak.say('public.months')} exercise={desk.look.exercise}>
          {speak.say('public.months-why')} <a href="/figures.csv">CSV</a>
        </SectionHead>
        <Shown
          figure={monthFigure(data, speak, desk)}
          head={speak.say('public.month')}
          rows={data.months.map(({ month }) => month)}
          speak={speak}
        />
        <SectionHead id="words" title={speak.say('public.words')}>
          {speak.say('public.marks-why')}
        </SectionHead>
        <Shown figure={wordFigure(data, speak)} head={speak.say('public.word')} speak={speak} />
        <SectionHead id="judged" title={speak.say('public.judged')}>
          {speak.say('public.judged-why')}
        </SectionHead>
        <p class="wide">
          <a href="/promises">{speak.say('public.page-promises')}</a>
        </p>
        <Places data={data} speak={speak} desk={desk} drawn={drawn} />
      </>
    ),
  };
}
