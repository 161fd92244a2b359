// The page of a search: the box, and what was found in the text, in acts, among bodies and people, with marks.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Piece } from '../../agreement/lexeme.ts';
import type { Drawn } from '../../area.ts';
import { ActLink, actAddress, Moment, provisionAddress, provisionName } from '../../kit/links.tsx';
import { Exercise, Side, Stands } from '../../kit/marks.tsx';
import { Empty, Notice, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { sentence, type Speak } from '../../kit/words.ts';
import { QUESTION_LIMIT } from '../../agreement/lexeme.ts';
import type { Desk } from '../ask.ts';
import { StretchLinks } from './acts.tsx';
import { actTitle, bodyName, seatOf } from './said.tsx';
import type { SearchData, TextFound } from './search.data.ts';

/** The box: a form that works by itself. */
export function SearchBox({ q = '', speak }: { readonly q?: string; readonly speak: Speak }): JSX.Element {
  return (
    <form class="filter-bar wide" method="get" action="/search" role="search" aria-label={speak.say('search.title')}>
      <label>
        {speak.say('search.words')}{' '}
        <input type="search" name="q" size={32} maxlength={QUESTION_LIMIT} value={q} />
      </label>{' '}
      <button type="submit" class="button">
        {speak.say('search.find')}
      </button>
    </form>
  );
}

/** A stretch of a text with what was looked for marked in it. */
function Pieces({ of }: { readonly of: readonly Piece[] }): JSX.Element {
  return <>{of.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</>;
}

/** The sentence on the page of its provision. */
function sentenceAddress({ provision, sentence }: TextFound): string {
  const anchor = /^\d/.test(provision) ? `p${provision}` : provision;
  return `${provisionAddress(provision)}#${anchor}-${sentence}`;
}

function Cut({ all, shown, speak }: { readonly all: number; readonly shown: number; readonly speak: Speak }) {
  return all === shown ? null : <p class="soft">{speak.say('search.first', { shown, all })}</p>;
}

function Texts({ data, speak }: { readonly data: SearchData; readonly speak: Speak }): JSX.Element {
  const { text, all } = data;
  return (
    <>
      <SectionHead id="text" title={speak.say('search.text')}>
        {speak.say('search.text-count', { count: all.text })}
      </SectionHead>
      {text.length === 0 ? (
        <Empty>{speak.say('search.nothing')}</Empty>
      ) : (
        <ul class="wide">
          {text.map((one) => (
            <li>
              <a href={sentenceAddress(one)}>{provisionName(one.provision, speak)}</a>{' '}
              <span lang={one.language}>
                <Pieces of={one.pieces} />
              </span>
            </li>
          ))}
        </ul>
      )}
      <Cut all={all.text} shown={text.length} speak={speak} />
    </>
  );
}

interface Props {
  readonly data: SearchData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function Acts({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('said.column-act') },
    { head: speak.say('said.column-what') },
    { head: speak.say('said.column-body') },
    {
      head: speak.say('said.column-recorded', { city: seat.city }),
      label: sentence(speak.say('rung.recorded')),
      is: 'date',
    },
    { head: speak.say('said.column-stands'), is: 'word' },
  ] as const;
  const rows = data.acts.map((row) => ({
    cells: [
      { shows: <ActLink side={row.side} index={row.index} /> },
      {
        shows: (
          <>
            <a href={actAddress(row.side, row.index)}>{actTitle(row, data.names, desk, speak)}</a>{' '}
            {row.exercise ? <Exercise /> : null} <span class="soft">{row.number}</span>
            {row.pieces.length === 0 ? null : (
              <>
                <br />
                <Pieces of={row.pieces} />
              </>
            )}
          </>
        ),
      },
      bodyName(data.names, desk.look.agreement, row.by, speak),
      { shows: <Moment instant={row.recordedAt} zone={seat.zone} speak={speak} /> },
      { shows: <Stands rung={row.rung ?? undefined} contested={row.contested !== null} speak={speak} /> },
    ],
  }));
  return (
    <>
      <SectionHead id="acts" title={speak.say('acts.title')}>
        {speak.say(data.more ? 'search.acts-more' : 'search.acts-count', { count: data.count })}
      </SectionHead>
      {data.waiting === 0 ? null : <Notice is="none" says={speak.say('search.waiting', { count: data.waiting })} />}
      <RegisterTable columns={columns} rows={rows} empty={speak.say('search.nothing')} />
      <StretchLinks
        id="act-pages"
        of={data}
        address={`/search?${new URLSearchParams({ q: data.q }).toString()}`}
        anchor="#acts"
        speak={speak}
      />
    </>
  );
}

function Bodies({ data, speak }: Pick<Props, 'data' | 'speak'>): JSX.Element | null {
  const { bodies, all } = data;
  if (bodies.length === 0) return null;
  return (
    <>
      <SectionHead id="bodies" title={speak.say('search.bodies')} />
      <ul class="wide">
        {bodies.map(({ side, name, id }) => (
          <li>
            <Side side={side} /> <a href="/bodies">{name === '' ? id : name}</a>
          </li>
        ))}
      </ul>
      <Cut all={all.bodies} shown={bodies.length} speak={speak} />
    </>
  );
}

function People({ data, speak, desk }: Props): JSX.Element | null {
  const { people } = data;
  if (people === null || people.length === 0) return null;
  return (
    <>
      <SectionHead id="people" title={speak.say('search.people')} exercise={desk.look.exercise} />
      <ul class="wide">
        {people.map(({ name, body }) => (
          <li>
            {name}, {bodyName(data.names, desk.look.agreement, body, speak)}
          </li>
        ))}
      </ul>
    </>
  );
}

export function drawSearch(data: SearchData, speak: Speak, desk: Desk): Drawn {
  const bodies = data.bodies.length > 0 ? ['bodies'] : [];
  const people = data.all.people > 0 ? ['people'] : [];
  const sections = ['text', 'acts', ...bodies, ...people];
  const title = speak.say('search.title');
  const links = sections.map((id) => ({ href: `#${id}`, label: speak.say(`search.${id}`) }));
  return {
    title: data.q === '' ? title : `${title}: ${data.q}`,
    rail: data.asked ? (
      <Rail label={speak.say('search.found')}>
        <RailLinks heading={speak.say('search.found')} links={links} />
      </Rail>
    ) : undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('search.particulars')}</TitlePage>
        <SearchBox q={data.q} speak={speak} />
        {data.q !== '' && !data.asked ? <Empty>{speak.say('search.no-word')}</Empty> : null}
        {data.asked ? (
          <>
            <Texts data={data} speak={speak} />
            <Acts data={data} speak={speak} desk={desk} />
            <Bodies data={data} speak={speak} />
            <People data={data} speak={speak} desk={desk} />
          </>
        ) : null}
      </>
    ),
  };
}
