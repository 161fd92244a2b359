// Examples of marks and of what stands in a line: sides, modalities, states, rungs, points, links, days, times.
import { ActLink, CopyButton, Day, Moment, ParagraphLink, ParagraphLinks, Sentence } from '../links.tsx';
import {
  COMPLETIONS,
  Exercise,
  MODALITIES,
  ModalityMark,
  ModalityWord,
  Points,
  RUNGS,
  Side,
  Sides,
  Stands,
  State,
  type StateShape,
} from '../marks.tsx';
import { type Example, example, type States } from './example.ts';

/** An instant and a day of the examples; invented, like all that is said in them. */
export const AT = '2026-11-12T09:40:52Z';
const DAY = '2026-11-12';

/** A state for each of `names`. */
function each<Name extends string, Props>(names: readonly Name[], of: (name: Name) => States<Props>[string]) {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as States<Props>;
}

const SHAPES: readonly StateShape[] = ['done', 'moving', 'waiting', 'none', 'alarm', 'contested', 'agree'];

export const MARKS: readonly Example[] = [
  example({ Side })({ first: () => ({ side: 'ua' }), second: () => ({ side: 'al' }) }),
  example({ Sides })({ one: () => ({ sides: ['al'] }), both: () => ({ sides: ['ua', 'al'] }) }),
  example({ Exercise })({ invented: () => ({}) }),
  example({ ModalityMark })(each(MODALITIES, (modality) => () => ({ modality }))),
  example({ ModalityWord })(each(MODALITIES, (modality) => (speak) => ({ modality, speak }))),
  example({ State })(each(SHAPES, (is) => (speak) => ({ is, children: speak.say(`example.state.${is}`) }))),
  example({ Stands })({
    ...each(RUNGS, (rung) => (speak) => ({ rung, contested: false, speak })),
    nowhere: (speak) => ({ rung: undefined, contested: false, speak }),
    contested: (speak) => ({ rung: 'received', contested: true, speak }),
  }),
  example({ Points })(each(COMPLETIONS, (completion) => (speak) => ({ completion, speak }))),
];

export const LINKS: readonly Example[] = [
  example({ ActLink })({ act: () => ({ side: 'ua', index: 0 }) }),
  example({ ParagraphLink })({
    paragraph: (speak) => ({ id: '59', speak }),
    recital: (speak) => ({ id: 'r2', speak }),
    closing: (speak) => ({ id: 'closing', speak }),
    worded: (speak) => ({ id: '59', speak, children: speak.say('area.demining') }),
  }),
  example({ ParagraphLinks })({
    one: (speak) => ({ ids: ['58'], speak }),
    several: (speak) => ({ ids: ['58', '59', 'r2'], speak }),
  }),
  example({ CopyButton })({ hidden: (speak) => ({ of: 'state-ActLink-act', speak }) }),
  example({ Day })({
    sentence: (speak) => ({ iso: DAY, speak }),
    table: (speak) => ({ iso: DAY, speak, short: true }),
  }),
  example({ Moment })({
    minutes: (speak) => ({ instant: AT, zone: 'Europe/Kyiv', speak }),
    seconds: (speak) => ({
      instant: AT,
      zone: 'Europe/Kyiv',
      city: speak.say('example.city'),
      seconds: true,
      speak,
    }),
  }),
  example({ Sentence })({
    link: (speak) => ({ speak, say: 'kit.because', parts: { act: <ActLink side="ua" index={0} /> } }),
    order: (speak) => ({
      speak,
      say: 'example.answers',
      parts: { a: <ActLink side="al" index={0} />, b: <ActLink side="ua" index={0} /> },
    }),
  }),
];
