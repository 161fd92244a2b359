// Where judgements are shown: a section of each paragraph, a choice of the filter, and a page of all promises.
import type { AreaPage, ProvisionFilter, ProvisionSection } from '../../area.ts';
import { ParagraphLink } from '../../kit/links.tsx';
import { Points, State } from '../../kit/marks.tsx';
import { FigureDrawn } from '../../kit/figure.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { sentence } from '../../kit/words.ts';
import { completionFigure } from './chapter.ts';
import { FOUND, foundAs, type Judged, loadJudged } from './judgement.data.ts';
import { NotedNames } from './noted.tsx';
import { JudgedStatement } from './voices.tsx';
import { PROMISES_SAYS } from './promises.says.ts';

/** The section of a paragraph: every promise in it that anyone has judged, and the others in one line. */
export const SECTION: ProvisionSection<readonly Judged[]> = {
  id: 'judged',
  name: 'keeping.section',
  load: async (look, provision) => {
    const judged = await loadJudged(look, provision);
    return judged.length === 0 ? undefined : judged;
  },
  draw: (all, speak, look) => {
    const silent = (judged: Judged): boolean =>
      foundAs(judged) === 'none' && judged.independent.length + judged.offered.length === 0;
    const said = all.filter((judged) => !silent(judged));
    const unsaid = all.filter(silent).map(({ statement }) => statement);
    return (
      <>
        <SectionHead id="judged" title={speak.say('keeping.section')} exercise={look.exercise}>
          {speak.say('keeping.section-why')}
        </SectionHead>
        {said.map((judged) => (
          <JudgedStatement judged={judged} speak={speak} look={look} />
        ))}
        {unsaid.length === 0 ? null : (
          <Empty>{speak.say('keeping.unsaid', { statements: speak.list(unsaid) })}</Empty>
        )}
      </>
    );
  },
};

export const FILTER: ProvisionFilter = {
  name: 'judged',
  label: 'keeping.filter',
  any: 'keeping.filter-any',
  options: FOUND.map((value) => ({ value, label: `keeping.found-${value}` })),
  load: async (look) => {
    const found = new Map<string, string[]>();
    for (const judged of await loadJudged(look)) {
      found.set(judged.provision, [...(found.get(judged.provision) ?? []), foundAs(judged)]);
    }
    return found;
  },
};

/** `/promises`. `?found=differ` narrows it. */
export const PROMISES_PAGE: AreaPage<{ readonly found: string | null; readonly judged: readonly Judged[] }> = {
  path: '/promises',
  name: 'keeping.name',
  says: PROMISES_SAYS,
  public: true,
  load: async (look, query) => {
    const found = FOUND.find((value) => value === query['found']) ?? null;
    return { found, judged: await loadJudged(look) };
  },
  draw: ({ found, judged }, speak, look) => {
    const sides = look.agreement.participants.map(({ short }) => short[speak.language]);
    const shown = judged.filter((one) => found === null || foundAs(one) === found);
    const counted = (value: string): number => judged.filter((one) => foundAs(one) === value).length;
    const rows = shown.map((one) => ({
      cells: [
        { shows: <a href={`/agreement/${one.provision}#judged-${one.statement}`}>{one.statement}</a> },
        { shows: <span lang="en">{one.quote}</span> },
        ...one.voices.map(({ now }) =>
          now === null
            ? { shows: '–', nil: true }
            : { shows: <Points completion={now.completion} speak={speak} /> },
        ),
        one.independent.length === 0
          ? { shows: '–', nil: true }
          : { shows: <NotedNames noted={one.independent} speak={speak} /> },
        {
          shows: one.differ ? <State is="contested">{speak.say('keeping.differ')}</State> : '–',
          nil: !one.differ,
        },
        { shows: <ParagraphLink id={one.provision} speak={speak} /> },
      ],
    }));
    return {
      title: speak.say('keeping.title'),
      rail: (
        <Rail label={speak.say('keeping.rail')}>
          <RailLinks
            heading={speak.say('keeping.rail')}
            links={[
              { href: '/promises', label: speak.say('keeping.all', { count: judged.length }) },
              ...FOUND.map((value) => ({
                href: `/promises?found=${value}`,
                label: `${sentence(speak.say(`keeping.found-${value}`))} (${counted(value)})`,
              })),
            ]}
          />
        </Rail>
      ),
      leaf: (
        <>
          <TitlePage title={speak.say('keeping.title')}>
            {speak.say('keeping.particulars')} <a href="/independent">{speak.say('offers.title')}</a>
          </TitlePage>
          <SectionHead id="counts" title={speak.say('keeping.counts')} exercise={look.exercise}>
            {speak.say('keeping.counts-why')}
          </SectionHead>
          <div class="wide">{<FigureDrawn figure={completionFigure(judged, look.agreement, speak)} />}</div>
          <SectionHead id="promises" title={speak.say('keeping.promises')}>
            {speak.say('keeping.promises-why')}
          </SectionHead>
          <RegisterTable
            id="promise-rows"
            live
            columns={[
              { head: speak.say('keeping.statement'), is: 'word' },
              { head: speak.say('keeping.words') },
              ...sides.map((head) => ({ head, is: 'word' as const })),
              { head: speak.say('keeping.independent'), is: 'word' },
              { head: speak.say('keeping.difference'), is: 'word' },
              { head: speak.say('keeping.paragraph'), is: 'word' },
            ]}
            rows={rows}
            empty={speak.say('keeping.nothing-found')}
          />
        </>
      ),
    };
  },
};
