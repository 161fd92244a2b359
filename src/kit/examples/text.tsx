// Examples of the text and of what stands beside it: underlines, redlines, margins, readings, why this date.
import {
  BodyName,
  Confidence,
  type DueShown,
  DueWhy,
  MarginNote,
  MarginRow,
  type MarginShown,
  type OwnerShown,
  ReportDate,
} from '../margin.tsx';
import { Redline } from '../redline.tsx';
import { ProvisionText, type Said } from '../text.tsx';
import { Readings, Why } from '../why.tsx';
import type { Speak } from '../words.ts';
import { type Example, example } from './example.ts';

/** Words of no agreement, with a verb of each kind in them. */
export const TEXT = 'Albania will seek ways and offer support, as agreed. Both sides shall meet; either may ask.';
const said = (id: string, modality: Said['modality'], verb: string, words: string): Said => {
  const from = TEXT.indexOf(words);
  return { id, modality, verb, at: [from, from + words.length] };
};
export const STATEMENTS: readonly Said[] = [
  said('1.1', 'will-soft', 'will seek', 'Albania will seek ways'),
  said('1.2', 'will', '[will] offer', 'offer support'),
  said('1.3', 'statement', 'as agreed', 'as agreed.'),
  said('1.4', 'shall', 'shall meet', 'Both sides shall meet'),
  said('1.5', 'may', 'may ask', 'either may ask.'),
];

/** A margin beside words that promise nothing and of which nothing is known. */
export const NOTHING: MarginShown = {
  counts: [],
  sides: ['al'],
  owners: [],
  proposed: [],
  acts: 0,
  moreActs: false,
  asksForActs: false,
  last: undefined,
  dues: [],
  report: undefined,
  moreReports: 0,
  readings: [],
  exercise: false,
};

const ministry = (side: string, speak: Speak): OwnerShown => ({
  side,
  short: speak.say('example.body'),
  full: speak.say('example.body-full'),
  lang: speak.language,
  exercise: true,
});

/** A margin with every row that there is. */
export const full = (speak: Speak): MarginShown => ({
  counts: [
    { modality: 'will-soft', count: 1 },
    { modality: 'will', count: 2 },
    { modality: 'statement', count: 4 },
  ],
  sides: ['ua', 'al'],
  owners: [{ ...ministry('ua', speak), by: { side: 'ua', index: 0 } }],
  proposed: [ministry('al', speak)],
  acts: 3,
  moreActs: false,
  asksForActs: true,
  last: { side: 'ua', index: 0, title: speak.say('example.said'), day: '2026-11-09' },
  dues: [{
    what: speak.say('example.answer'),
    due: '2026-11-30',
    rule: 'answer/1',
    because: { side: 'ua', index: 0 },
  }],
  report: { date: '2026-01-15', says: 'EXERCISE: a bridge was opened', confidence: 'A' },
  moreReports: 2,
  readings: [{ statement: '1.2', readings: ['EXERCISE: as much as before', 'EXERCISE: in the manner of before'] }],
  exercise: true,
});

export const TEXTS: readonly Example[] = [
  example({ ProvisionText })({
    plain: () => ({ text: TEXT, statements: [] }),
    underlined: () => ({ text: TEXT, statements: STATEMENTS }),
    numbered: () => ({ text: TEXT, statements: STATEMENTS, numbered: true }),
    sentences: () => ({ text: TEXT, statements: STATEMENTS, anchor: 'example' }),
  }),
  example({ Redline })({
    changed: (speak) => ({
      stretches: [
        { is: 'same', text: 'Both sides ' },
        { is: 'removed', text: 'may' },
        { is: 'added', text: 'shall' },
        { is: 'same', text: ' meet.' },
      ],
      lang: 'en',
      speak,
    }),
  }),
  example({ Why })({
    inline: (speak) => ({ ask: speak.say('kit.why-date'), children: <p>{speak.say('example.reason')}</p> }),
    apart: (speak) => ({
      ask: speak.say('kit.why-no-date'),
      after: true,
      children: <p>{speak.say('example.reason')}</p>,
    }),
  }),
  example({ Readings })({
    two: () => ({ readings: ['EXERCISE: from dispatch', 'EXERCISE: from receipt'], lang: 'en' }),
  }),
];

const FIRST = { side: 'ua', index: 0 };
const UNASKED: DueShown = { what: '', due: undefined, rule: undefined, because: undefined };

export const MARGINS: readonly Example[] = [
  example({ MarginNote })({
    full: (speak) => ({ shown: full(speak), speak, id: 'margin-full' }),
    many: (speak) => ({ shown: { ...full(speak), acts: 100, moreActs: true }, speak, id: 'margin-many' }),
    nothing: (speak) => ({
      shown: { ...NOTHING, counts: [{ modality: 'will', count: 1 }], asksForActs: true },
      speak,
      id: 'margin-nothing',
    }),
    statement: (speak) => ({
      shown: { ...NOTHING, counts: [{ modality: 'statement', count: 3 }] },
      speak,
      id: 'margin-statement',
    }),
  }),
  example({ MarginRow })(
    { row: (speak) => ({ label: speak.say('kit.owner'), children: speak.say('example.body') }) },
    (drawn) => <dl class="margin-note">{drawn}</dl>,
  ),
  example({ BodyName })({
    short: (speak) => ({ owner: ministry('ua', speak), speak }),
    whole: (speak) => ({ owner: { ...ministry('ua', speak), short: speak.say('example.body-full') }, speak }),
  }),
  example({ DueWhy })({
    dated: (speak) => ({ due: { ...UNASKED, due: '2026-11-30', rule: 'answer/1', because: FIRST }, speak }),
    undated: (speak) => ({ due: { ...UNASKED, rule: 'answer/1' }, speak }),
    unasked: (speak) => ({ due: UNASKED, speak }),
  }),
  example({ Confidence })({
    graded: (speak) => ({ letter: 'B', speak }),
    ungraded: (speak) => ({ letter: '?', speak }),
  }),
  example({ ReportDate })({
    day: (speak) => ({ date: '2026-01-15', speak }),
    vague: (speak) => ({ date: 'spring 2026', speak }),
  }),
];
