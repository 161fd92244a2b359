// The list of acts: narrowed by a sentence with choices, in stretches with links to those beside.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { provisionName } from '../../kit/links.tsx';
import { SectionHead, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { PAGE_ROWS } from '../limits.ts';
import { addressAt } from '../paging.ts';
import type { ActsData, Stretch } from './acts.data.ts';
import { SaidTable, sideName } from './said.tsx';

/** Links to the stretches beside this one, and back to its beginning. */
export function StretchLinks({ id, of, address, anchor = '', speak }: {
  readonly id: string;
  readonly of: Pick<Stretch, 'next' | 'previous'>;
  /** The list with its questions, without a cursor. */
  readonly address: string;
  readonly anchor?: string;
  readonly speak: Speak;
}): JSX.Element {
  const [next, previous] = [addressAt(address, of.next), addressAt(address, of.previous)];
  return (
    <nav class="wide after" id={id} aria-label={speak.say('acts.stretches')} data-live>
      <Buttons>
        {previous === null ? null : (
          <>
            <ButtonLink href={`${address}${anchor}`}>{speak.say('acts.newest')}</ButtonLink>
            <ButtonLink href={`${previous}${anchor}`}>{speak.say('acts.previous')}</ButtonLink>
          </>
        )}
        {next === null ? null : <ButtonLink href={`${next}${anchor}`}>{speak.say('acts.next')}</ButtonLink>}
      </Buttons>
    </nav>
  );
}

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly chosen: string | null;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Select({ name, label, any, chosen, options }: Choice): JSX.Element {
  return (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="" selected={chosen === null}>
          {any}
        </option>
        {options.map(([value, shown]) => (
          <option value={value} selected={value === chosen}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}

function Filter({ data, speak, desk }: { readonly data: ActsData; readonly speak: Speak; readonly desk: Desk }) {
  const { agreement } = desk.look;
  const { side, kind, provision } = data.query;
  const kinds = data.kinds.map(({ kind: id, title }) => [id, title === null ? id : speak.say(title)] as const);
  const narrowed = side !== null || kind !== null || provision !== null;
  const choices: readonly Choice[] = [
    {
      name: 'side',
      label: speak.say('acts.side'),
      any: speak.say('acts.either-side'),
      chosen: side,
      options: agreement.participants.map(({ id }) => [id, sideName(agreement, id, speak)] as const),
    },
    {
      name: 'kind',
      label: speak.say('acts.kind'),
      any: speak.say('acts.every-kind'),
      chosen: kind,
      options: kinds.toSorted(([, a], [, b]) => speak.compare(a, b)),
    },
    {
      name: 'provision',
      label: speak.say('acts.provision'),
      any: speak.say('acts.every-provision'),
      chosen: provision,
      options: agreement.provisions.map(({ id }) => [id, provisionName(id, speak)] as const),
    },
  ];
  return (
    <form class="filter-bar wide" method="get" action="/acts" role="search" aria-label={speak.say('acts.filter')}>
      {choices.map((choice) => (
        <>
          <Select {...choice} />{' '}
        </>
      ))}
      <button type="submit" class="button">
        {speak.say('acts.show')}
      </button>{' '}
      {narrowed ? <a href="/acts">{speak.say('acts.all')}</a> : null}
    </form>
  );
}

/** The same list from its beginning. */
function addressOf({ query, limit }: ActsData, most: number): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null) asked.set(name, value);
  if (limit !== most) asked.set('limit', String(limit));
  return asked.size === 0 ? '/acts' : `/acts?${asked.toString()}`;
}

export function drawActs(data: ActsData, speak: Speak, desk: Desk): Drawn {
  return {
    title: speak.say('acts.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('acts.title')}>{speak.say('acts.particulars')}</TitlePage>
        <Filter data={data} speak={speak} desk={desk} />
        <SectionHead id="acts" title={speak.say('acts.title')} />
        <SaidTable
          id="act-rows"
          rows={data.acts}
          names={data.names}
          empty={speak.say('acts.none')}
          speak={speak}
          desk={desk}
        />
        <StretchLinks id="act-pages" of={data} address={addressOf(data, PAGE_ROWS)} anchor="#acts" speak={speak} />
      </>
    ),
  };
}
