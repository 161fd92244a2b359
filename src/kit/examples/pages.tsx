// Examples of the furniture of a page: rails, titles, heads of sections, notices, signed texts, notes verbales.
import {
  Empty,
  IdentityRail,
  NoteSheet,
  type NoteShown,
  Notice,
  Rail,
  RailLinks,
  SectionHead,
  Sheets,
  SignedText,
  TitlePage,
} from '../page.tsx';
import type { Speak } from '../words.ts';
import { type Example, example } from './example.ts';

const links = (speak: Speak) => [
  { href: '#marks', label: speak.say('kit-page.marks') },
  { href: '#links', label: speak.say('kit-page.links'), sub: true },
];

const NOTE: NoteShown = {
  language: 'en',
  courtesy: false,
  text: [
    'No. UA-MFA-2026-0001, EXERCISE',
    'The Ministry of Foreign Affairs presents its compliments and has the honour to say that this is an example.',
    'Kyiv, 12 November 2026',
    'Ministry for Europe and Foreign Affairs, Tirana',
  ].join('\n\n'),
};

export const PAGES: readonly Example[] = [
  example({ TitlePage })({
    whole: (speak) => ({
      title: speak.say('example.title'),
      kicker: speak.say('example.caption'),
      children: speak.say('example.reason'),
    }),
    bare: (speak) => ({ title: speak.say('example.title'), wide: false }),
  }),
  example({ SectionHead })({
    explained: (speak) => ({
      id: 'example-section',
      title: speak.say('example.title'),
      exercise: true,
      children: speak.say('example.caption'),
    }),
    bare: (speak) => ({ id: 'example-section-bare', title: speak.say('example.title') }),
  }),
  example({ Rail })({
    links: (speak) => ({
      label: speak.say('example.contents'),
      children: <RailLinks heading={speak.say('example.contents')} links={links(speak)} />,
    }),
  }),
  example({ IdentityRail })({
    numeral: (speak) => ({
      label: speak.say('example.where'),
      of: speak.say('example.title'),
      numeral: '59',
      turn: <a href="/agreement/60">{speak.say('example.turn')}</a>,
      fold: speak.say('example.where'),
      children: <RailLinks heading={speak.say('example.contents')} links={links(speak)} />,
    }),
  }),
  example({ RailLinks })({ links: (speak) => ({ heading: speak.say('example.contents'), links: links(speak) }) }),
  example({ Empty })({ empty: (speak) => ({ children: speak.say('example.none') }) }),
  example({ Notice })({
    alarm: (speak) => ({ is: 'alarm', says: speak.say('example.wrong'), mend: speak.say('example.mend') }),
    done: (speak) => ({ is: 'done', says: speak.say('example.said') }),
  }),
  example({ SignedText })({
    signed: (speak) => ({
      text: 'servanda/act/v1\n{"a":"<b>"}\n',
      signatures: ['— k x'],
      label: speak.say('example.signed-text'),
    }),
    unsigned: (speak) => ({ text: 'servanda/act/v1\n{}\n', label: speak.say('example.unsigned-text') }),
  }),
  example({ NoteSheet })({ note: (speak) => ({ note: NOTE, speak }) }),
  example({ Sheets })({
    two: (speak) => ({
      children: (
        <>
          <NoteSheet note={NOTE} speak={speak} />
          <NoteSheet note={{ ...NOTE, courtesy: true }} speak={speak} />
        </>
      ),
    }),
  }),
];
