// What judging contributes to a report: counts by completion, what was judged in the period, where the sides differ.
import type { Agreement } from '../../agreement/agreement.ts';
import type { Look, ReportChapter, ReportPeriod, ReportSentence } from '../../area.ts';
import type { Figure } from '../../kit/figure.tsx';
import { COMPLETIONS } from '../../kit/marks.tsx';
import type { Speak } from '../../kit/words.ts';
import { type Judged, loadJudged, type Voice } from './judgement.data.ts';

/** The last thing each side said, as counts of statements: never a share of the whole. */
function counts(judged: readonly Judged[], side: string): readonly number[] {
  const said = judged.flatMap(({ voices }) => voices.filter((one) => one.side === side).map(({ now }) => now));
  return COMPLETIONS.map((completion) => said.filter((now) => now?.completion === completion).length);
}

export function completionFigure(judged: readonly Judged[], agreement: Agreement, speak: Speak): Figure {
  const series = agreement.participants.map(({ id: side, short }, i) => ({
    name: short[speak.language],
    ink: i === 0 ? ('first' as const) : ('second' as const),
    hollow: i > 0,
    values: counts(judged, side),
  }));
  const told = series.map(({ name, values }) => {
    const words = COMPLETIONS.map((completion, i) => `${speak.say(`completion.${completion}`)} ${values[i] ?? 0}`);
    return `${name}: ${words.join(', ')}`;
  });
  return {
    alt: `${speak.say('keeping.counts')}. ${told.join('. ')}.`,
    as: 'bars',
    categories: COMPLETIONS.map((completion) => speak.say(`completion.${completion}`)),
    series,
  };
}

function sentence(one: Judged, voice: Voice, agreement: Agreement, speak: Speak): ReportSentence {
  const text = speak.say('keeping.report-says', {
    side: agreement.participant(voice.side).short[speak.language],
    statement: one.statement,
    date: speak.date(voice.asOf),
    word: speak.say(`completion.${voice.completion}`),
    reasons: voice.reasons,
  });
  return { text, acts: [{ side: voice.side, index: voice.index }, ...voice.evidence] };
}

function difference(one: Judged, agreement: Agreement, speak: Speak): ReportSentence {
  const said = one.voices.flatMap(({ side, now }) => (now === null ? [] : [{ side, now }]));
  const words = said.map(({ side, now }) =>
    speak.say('keeping.side-says', {
      side: agreement.participant(side).short[speak.language],
      word: speak.say(`completion.${now.completion}`),
    }),
  );
  return {
    text: speak.say('keeping.report-differs', { statement: one.statement, says: speak.list(words) }),
    acts: said.map(({ side, now }) => ({ side, index: now.index })),
  };
}

/** As of the end of the period: what was judged later is as if it had not been. */
function upTo(judged: readonly Judged[], to: string): readonly Judged[] {
  return judged.map((one) => {
    const all = [...one.voices.flatMap(({ now }) => (now === null ? [] : [now])), ...one.before];
    const before = all.filter(({ asOf }) => asOf <= to).toSorted((a, b) => (a.at < b.at ? 1 : -1));
    const voices = one.voices.map(({ side }) => ({ side, now: before.find((voice) => voice.side === side) ?? null }));
    const said = voices.flatMap(({ now }) => (now === null ? [] : [now.completion]));
    return { ...one, voices, before, differ: said.length === voices.length && new Set(said).size > 1 };
  });
}

export async function report(look: Look, period: ReportPeriod, speak: Speak): Promise<readonly ReportChapter[]> {
  const { agreement } = look;
  const judged = upTo(await loadJudged(look), period.to);
  const figure = completionFigure(judged, agreement, speak);
  const made = judged.flatMap((one) =>
    one.before.filter(({ asOf }) => asOf >= period.from).map((voice) => ({ one, voice })),
  );
  const inTime = made.toSorted((a, b) => (a.voice.at < b.voice.at ? -1 : 1));
  const said = judged.filter(({ voices }) => voices.some(({ now }) => now !== null)).length;
  return [
    {
      id: 'promises',
      title: speak.say('keeping.report-title'),
      lead: speak.say('keeping.report-lead', { said, all: judged.length, date: speak.date(period.to) }),
      figures: [
        {
          figure,
          head: [speak.say('keeping.report-head'), ...figure.series.map(({ name }) => name)],
          rows: figure.categories.map((category, i) => [
            category,
            ...figure.series.map(({ values }) => speak.number(values[i] ?? 0)),
          ]),
        },
      ],
      sentences: inTime.map(({ one, voice }) => sentence(one, voice, agreement, speak)),
      empty: speak.say('keeping.report-empty'),
    },
    {
      id: 'differences',
      title: speak.say('keeping.report-differences'),
      lead: speak.say('keeping.report-differences-lead'),
      figures: [],
      sentences: judged.filter(({ differ }) => differ).map((one) => difference(one, agreement, speak)),
      empty: speak.say('keeping.report-no-differences'),
    },
  ];
}
