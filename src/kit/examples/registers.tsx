// Examples of registers and of time: tables, lists, the timeline, the ladder, the clock, the strip, figures.
import { Clock } from '../clock.tsx';
import { type Figure, FigureDrawn } from '../figure.tsx';
import { Ladder } from '../ladder.tsx';
import { ActLink } from '../links.tsx';
import { ConcordanceLine, LifeSection, Reasons, Strip, type StripPoint } from '../strip.tsx';
import { Plain, RegisterTable } from '../table.tsx';
import { Timeline, type TimelineAct } from '../timeline.tsx';
import type { Speak } from '../words.ts';
import { type Example, example } from './example.ts';
import { AT } from './marks.tsx';

const columns = (speak: Speak) =>
  [
    { head: speak.say('example.act') },
    { head: speak.say('example.when'), is: 'date' },
    { head: <b>¶</b>, label: speak.say('example.paragraph') },
    { head: speak.say('example.count'), is: 'figure' },
  ] as const;

const first = { shows: <ActLink side="ua" index={0} /> };
const second = { shows: <ActLink side="al" index={0} /> };

export const TABLES_SHOWN: readonly Example[] = [
  example({ RegisterTable })({
    rows: (speak) => ({
      columns: columns(speak),
      rows: [
        { operative: true, cells: [first, speak.shortDate('2026-11-01'), '59', '12'] },
        { cells: [second, speak.shortDate('2026-11-02'), { shows: '–', nil: true }, '0'] },
      ],
      empty: speak.say('example.none'),
      caption: speak.say('example.caption'),
      id: 'example-rows',
      live: true,
    }),
    empty: (speak) => ({ columns: columns(speak), rows: [], empty: speak.say('example.none') }),
  }),
  example({ Plain })({
    names: (speak) => ({
      rows: [
        { label: speak.say('kit.owner'), value: speak.say('example.body') },
        { label: speak.say('kit.due'), value: speak.shortDate('2026-11-30') },
      ],
    }),
  }),
];

const edges = (speak: Speak) =>
  ({
    sides: ['ua', 'al'],
    saidBy: [speak.say('example.said-first'), speak.say('example.said-second')],
    empty: speak.say('example.none'),
    speak,
  }) as const;
const act = (side: string, day: string, speak: Speak): TimelineAct => {
  return { side, index: 0, day, says: speak.say('example.said'), rung: 'received', contested: false, exercise: true };
};

const points = (speak: Speak): readonly StripPoint[] => [
  { key: 'signed', label: speak.say('example.signed'), date: '2025-01-21', reached: true, now: false },
  { key: 'today', label: speak.say('example.today'), reached: true, now: true },
  {
    key: 'lapse',
    label: speak.say('example.lapse'),
    detail: speak.say('example.reason'),
    reached: false,
    now: false,
    provision: '77',
  },
];

const where = (speak: Speak) =>
  ({
    sides: ['ua', 'al'],
    zone: 'Europe/Kyiv',
    city: speak.say('example.city'),
    exercise: false,
    speak,
  }) as const;

export const TIMES: readonly Example[] = [
  example({ Timeline })({
    acts: (speak) => ({
      ...edges(speak),
      acts: [act('ua', '2026-11-05', speak), act('al', '2026-11-09', speak)],
      id: 'example-timeline',
    }),
    empty: (speak) => ({ ...edges(speak), acts: [], id: 'example-timeline-empty' }),
  }),
  example({ Ladder })({
    climbing: (speak) => ({
      rungs: [
        { name: 'draft', at: '2026-11-12T08:00:00Z', by: speak.say('example.person') },
        { name: 'recorded', at: AT, by: <code>ua:mfa/2026-1</code> },
      ],
      zone: 'Europe/Kyiv',
      city: speak.say('example.city'),
      waits: { received: speak.say('example.reason') },
      speak,
      id: 'example-ladder',
    }),
  }),
  example({ Clock })({
    running: (speak) => ({ seconds: 63_251, until: '2026-11-13T03:15:03Z', now: AT, speak }),
    ended: (speak) => ({ seconds: 0, until: AT, now: AT, speak }),
  }),
  example({ Strip })({ points: (speak) => ({ points: points(speak), speak, id: 'example-strip' }) }),
  example({ ConcordanceLine })({
    agrees: (speak) => ({
      ...where(speak),
      of: { state: 'agrees', sizes: { ua: 413, al: 389 }, at: '2026-11-23T20:29:58Z' },
      id: 'example-agrees',
    }),
    diverges: (speak) => ({
      ...where(speak),
      of: {
        state: 'diverges',
        sizes: { ua: 2, al: 0 },
        at: '2026-11-23T20:29:58Z',
        first: { register: 'keys', subject: 'ua:mfa/2026-1' },
      },
      id: 'example-diverges',
    }),
    waits: (speak) => ({ ...where(speak), of: { state: 'waits', sizes: {} }, id: 'example-waits' }),
  }),
  example({ Reasons })({
    some: (speak) => ({ why: [speak.say('example.reason')], ask: speak.say('kit.why-date') }),
    none: (speak) => ({ why: [], ask: speak.say('kit.why-date') }),
  }),
  example({ LifeSection })({
    life: (speak) => ({ heading: speak.say('example.signed'), points: points(speak), speak, id: 'example-life' }),
  }),
];

const figure = (as: Figure['as']) => (speak: Speak): { readonly figure: Figure } => ({
  figure: {
    alt: speak.say('example.figure'),
    as,
    categories: ['2024', '2025', '2026'],
    series: [
      { name: 'UA', ink: 'first', hollow: false, values: [3, 7, 12] },
      { name: 'AL', ink: 'second', hollow: true, values: [2, 0, 9] },
    ],
  },
});

export const FIGURES: readonly Example[] = [
  example({ FigureDrawn })({ columns: figure('columns'), bars: figure('bars') }),
];
