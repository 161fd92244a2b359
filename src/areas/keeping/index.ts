// How the promises are judged: an area of its own, for every other one shows what was done and none says how well.
import type { BodyOf } from '../../act/kind.ts';
import type { Area, AreaKind } from '../../area.ts';
import { report } from './chapter.ts';
import { duties } from './duties.ts';
import { FORMS } from './forms.ts';
import { ASSESSMENT_MADE, ASSESSMENT_NOTED, REVIEW_SET } from './kinds.ts';
import { judgeAssessment, judgeNoted, judgeReview } from './law.ts';
import { FILTER, PROMISES_PAGE, SECTION } from './pages.tsx';
import { offerDuties, OFFER_KINDS } from './offers/index.ts';
import { OFFER_FORMS } from './offers/forms.ts';
import { ASSESSMENT_OFFERED } from './offers/kinds.ts';
import { OFFERS_WORDS } from './offers/offers.words.ts';
import { OFFERS_PAGE } from './offers/page.tsx';
import { OFFERS } from './offers/register.ts';
import { JUDGEMENTS, NOTED } from './registers.ts';
import { KEEPING_WORDS } from './keeping.words.ts';

const tellAssessment: AreaKind['tell'] = (body, speak) => {
  const said = body as BodyOf<typeof ASSESSMENT_MADE>;
  const unsaid = (text: string): string => (text === '' ? speak.say('keeping.unsaid-word') : text);
  return [
    ['keeping.field.statement', said.statement],
    ['keeping.field.asOf', speak.date(said.asOf)],
    ['keeping.field.output', unsaid(said.output)],
    ['keeping.field.completion', speak.say(`completion.${said.completion}`)],
    ['keeping.field.outcome', unsaid(said.outcome)],
    ['keeping.field.reasons', said.reasons],
    ...said.reports.map(({ date, source }) => ['keeping.field.reports', `${date}: ${source}`] as const),
  ];
};

const tellNoted: AreaKind['tell'] = (body, speak) => {
  const said = body as BodyOf<typeof ASSESSMENT_NOTED>;
  const unsaid = (text: string): string => (text === '' ? speak.say('keeping.unsaid-word') : text);
  return [
    ['keeping.field.statement', said.statement],
    ['keeping.field.organisation', said.organisation],
    ['keeping.field.address', said.address],
    ['keeping.field.published', speak.date(said.published)],
    ['keeping.field.words', said.words],
    ['keeping.field.noted-output', unsaid(said.output)],
    ['keeping.field.noted-completion', unsaid(said.completion)],
    ['keeping.field.noted-outcome', unsaid(said.outcome)],
  ];
};

const tellReview: AreaKind['tell'] = (body, speak) => {
  const { statement, months } = body as BodyOf<typeof REVIEW_SET>;
  return [
    ['keeping.field.statement', statement],
    ['keeping.field.months', speak.number(months)],
  ];
};

/** Judgements travel in no note verbale: they are said in the record, and a difference may be raised by note. */
const KINDS: readonly AreaKind[] = [
  {
    kind: ASSESSMENT_MADE,
    title: 'keeping.kind.assessment-made',
    judge: judgeAssessment,
    note: undefined,
    tell: tellAssessment,
  },
  {
    kind: ASSESSMENT_NOTED,
    title: 'keeping.kind.assessment-noted',
    judge: judgeNoted,
    note: undefined,
    tell: tellNoted,
  },
  { kind: REVIEW_SET, title: 'keeping.kind.review-set', judge: judgeReview, note: undefined, tell: tellReview },
  ...OFFER_KINDS,
];

export const keeping: Area = {
  name: 'keeping',
  kinds: KINDS,
  registers: [JUDGEMENTS, NOTED, OFFERS] as unknown as Area['registers'],
  forms: [...FORMS, ...OFFER_FORMS],
  duties: async (look) => [...(await duties(look)), ...(await offerDuties(look))],
  pages: [PROMISES_PAGE, OFFERS_PAGE] as unknown as Area['pages'],
  passesOn: ASSESSMENT_OFFERED.id,
  section: SECTION as unknown as NonNullable<Area['section']>,
  filter: FILTER,
  report,
  words: { ...KEEPING_WORDS, ...OFFERS_WORDS },
};
