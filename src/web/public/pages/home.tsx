// The first page of the public window: where the Agreement stands, its paragraphs, what is reported, what was said.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Report, strongest } from '../../../agreement/agreement.ts';
import type { Drawn, LifeStrip } from '../../../area.ts';
import { instrumentTitle, participant } from '../../../kit/instrument.ts';
import { provisionAddress, provisionName } from '../../../kit/links.tsx';
import { MODALITIES, type Modality, ModalityMark } from '../../../kit/marks.tsx';
import { Rail, RailLinks, SectionHead } from '../../../kit/page.tsx';
import { ConcordanceLine, LifeSection, Reasons } from '../../../kit/strip.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { Concordance } from '../../../node/node.ts';
import type { Desk } from '../../ask.ts';
import { partsOf } from '../../pages/agreement.data.ts';
import { type BodyNames, bodyNames, type SaidRow } from '../../pages/said.tsx';
import type { PublicAsk } from '../ask.ts';
import { newestReports } from '../data/reports.ts';
import { newestActs } from '../stretches.ts';
import { lifeOf } from '../routes.text.ts';
import { ActsTable } from './acts.tsx';
import { ReportsTable } from './reported.tsx';

/** Rows of each list on the first page. */
const FEW = 7;

export interface HomeData {
  readonly life: LifeStrip | null;
  readonly concordance: Concordance;
  readonly parts: readonly {
    readonly id: string;
    readonly numeral: string;
    readonly short: string;
    readonly paragraphs: readonly { readonly id: string; readonly strongest: Modality; readonly says: string }[];
  }[];
  readonly counts: readonly { readonly modality: Modality; readonly count: number }[];
  readonly reports: readonly Report[];
  readonly reportsInAll: number;
  readonly acts: readonly SaidRow[];
  readonly names: BodyNames;
}

export async function loadHome(ask: PublicAsk): Promise<HomeData> {
  const { agreement } = ask.look;
  const { acts } = await newestActs(ask, FEW);
  const paragraphs = agreement.provisions.filter(({ part }) => part !== null);
  return {
    life: (await lifeOf(ask)) ?? null,
    concordance: await ask.record.concordance(),
    parts: partsOf(agreement).map(({ id, numeral, short }) => ({
      id,
      numeral,
      short,
      paragraphs: paragraphs
        .filter(({ part }) => part === numeral)
        .map((one) => ({ id: one.id, strongest: strongest(one), says: one.statements[0]?.what ?? '' })),
    })),
    counts: MODALITIES.map((modality) => ({
      modality,
      count: paragraphs.filter((one) => strongest(one) === modality).length,
    })).filter(({ count }) => count > 0),
    reports: newestReports(agreement.reports).slice(0, FEW),
    reportsInAll: agreement.reports.length,
    acts,
    names: await bodyNames(ask.look, acts.map(({ by }) => by)),
  };
}

interface Props {
  readonly data: HomeData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function Marks({ data, speak }: Props): JSX.Element {
  const total = data.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <SectionHead id="marks" title={speak.say('public.marks', { count: total })}>
        {speak.say('public.marks-why')}
      </SectionHead>
      <div class="wide">
        <div class="eighty-one">
          {data.parts.map(({ numeral, paragraphs }) => (
            <>
              <p class="ordinal">
                <span class="unseen">{speak.say('agreement.part', { numeral })}</span>
                <span aria-hidden="true">{numeral}</span>
              </p>
              <ol start={Number.parseInt(paragraphs[0]?.id ?? '1', 10)}>
                {paragraphs.map((one) => {
                  const word = speak.say(`modality.${one.strongest}`);
                  return (
                    <li>
                      <a href={provisionAddress(one.id)} title={`${provisionName(one.id, speak)}, ${word}`}>
                        <ModalityMark modality={one.strongest} />
                        <span>{one.id}</span>
                        <span class="unseen">, {word}</span>
                      </a>
                    </li>
                  );
                })}
              </ol>
            </>
          ))}
        </div>
        <dl class="counts">
          {data.counts.map(({ modality, count }) => (
            <div>
              <dt>
                <ModalityMark modality={modality} />
                {speak.say(`modality.${modality}`)}
              </dt>
              <dd>{speak.number(count)}</dd>
            </div>
          ))}
          <div>
            <dt>{speak.say('public.marks-all')}</dt>
            <dd>{speak.number(total)}</dd>
          </div>
        </dl>
      </div>
    </>
  );
}

function Title({ speak, desk }: Props): JSX.Element {
  const { agreement } = desk.look;
  const signed = { place: agreement.signed.place[speak.language], date: speak.date(agreement.signed.date) };
  return (
    <header class="title-page wide">
      <h1>
        <span lang="en">{instrumentTitle(agreement)}</span>
      </h1>
      <p class="particulars">{speak.say('public.particulars', signed)}</p>
      <form class="ask after" role="search" method="get" action="/agreement">
        <label for="q" class="unseen">
          {speak.say('public.find-label')}
        </label>
        <input id="q" type="search" name="q" maxlength={200} />
        <button type="submit" class="button">
          {speak.say('public.find')}
        </button>
      </form>
    </header>
  );
}

function Life({ data, speak, desk: { look } }: Props): JSX.Element {
  const own = participant(look.agreement, look.side, speak.language);
  const sides = look.agreement.participants.map(({ id }) => id);
  const heading = data.life?.heading ?? '';
  const line = (
    <ConcordanceLine
      of={data.concordance}
      sides={sides}
      zone={own.zone}
      city={own.city}
      exercise={look.exercise}
      speak={speak}
    >
      <Reasons why={data.life?.why ?? []} ask={speak.say('agreement.why-state', { state: heading })} />
    </ConcordanceLine>
  );
  if (data.life === null) return <div class="wide after">{line}</div>;
  return (
    <LifeSection heading={heading} points={data.life.points} speak={speak}>
      {line}
    </LifeSection>
  );
}

function HomeRail({ data, speak }: Props): JSX.Element {
  return (
    <Rail label={speak.say('public.read')}>
      <RailLinks
        heading={speak.say('public.read')}
        links={data.parts.map(({ id, short }) => ({
          href: `/agreement#${id}`,
          label: <span lang="en">{short}</span>,
        }))}
      />
      <RailLinks
        heading={speak.say('public.follow')}
        links={[
          { href: '/acts.atom', label: speak.say('public.follow-acts') },
          { href: '/dates.ics', label: speak.say('public.follow-dates') },
          { href: '/data', label: speak.say('public.page-data') },
        ]}
      />
    </Rail>
  );
}

export function drawHome(data: HomeData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  return {
    title: speak.say('public.home'),
    rail: <HomeRail {...props} />,
    leaf: (
      <>
        <Title {...props} />
        <Life {...props} />
        <Marks {...props} />
        <SectionHead id="acts" title={speak.say('public.acts')} exercise={desk.look.exercise}>
          {speak.say('public.acts-short')}
        </SectionHead>
        <ActsTable acts={data.acts} names={data.names} speak={speak} desk={desk} />
        <p class="wide after">
          <a href="/acts">{speak.say('public.all-acts')}</a>
        </p>
        <SectionHead id="reported" title={speak.say('public.page-reported')}>
          {speak.say('public.reported-short')}
        </SectionHead>
        <ReportsTable reports={data.reports} speak={speak} />
        <p class="wide after">
          <a href="/reported">{speak.say('public.all-reports', { count: data.reportsInAll })}</a>
        </p>
      </>
    ),
  };
}
