// The filter of the edition as a sentence with choices, sent by GET.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { MODALITIES } from '../../kit/marks.tsx';
import type { Speak } from '../../kit/words.ts';
import { DUES, type Edition, type EditionQuery, WORDS_LIMIT } from './agreement.data.ts';
import { SearchBox } from './search.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

function Choice({
  label,
  unseen = false,
  name,
  options,
  chosen,
}: {
  readonly label: string;
  readonly unseen?: boolean;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
}): JSX.Element {
  return (
    <label>
      {unseen ? <span class="unseen">{label}</span> : label}{' '}
      <select name={name}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === (chosen ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

const anyOf = (key: string, speak: Speak): Option => ({ value: '', label: speak.say(key) });

interface FilterProps {
  readonly query: EditionQuery;
  readonly areas: readonly string[];
  readonly filters: Edition['filters'];
  readonly sides: readonly { readonly side: string; readonly name: string }[];
  readonly shown: number;
  readonly total: number;
  /** Whether there is a search at this window. */
  readonly searched: boolean;
  readonly speak: Speak;
}

/** The choices that areas add. */
function OwnChoices({ filters, chosen, speak }: {
  readonly filters: Edition['filters'];
  readonly chosen: EditionQuery['chosen'];
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      {filters.map(({ name, label, any, options }) => (
        <>
          <Choice
            label={speak.say(label)}
            name={name}
            options={[
              { value: '', label: speak.say(any) },
              ...options.map((option) => ({ value: option.value, label: speak.say(option.label) })),
            ]}
            chosen={chosen[name] ?? null}
          />{' '}
        </>
      ))}
    </>
  );
}

/** Whether anything is under way, and how it is due. */
function StandChoices({ query, speak }: Pick<FilterProps, 'query' | 'speak'>): JSX.Element {
  return (
    <>
      <Choice
        label={speak.say('agreement.filter-state')}
        name="state"
        options={[
          anyOf('agreement.any-state', speak),
          { value: 'something', label: speak.say('agreement.something') },
          { value: 'nothing', label: speak.say('agreement.nothing') },
        ]}
        chosen={query.state}
      />{' '}
      {speak.say('agreement.filter-state-after')}{' '}
      <Choice
        label={speak.say('agreement.filter-due')}
        name="due"
        options={[
          anyOf('agreement.any-due', speak),
          ...DUES.map((due) => ({ value: due, label: speak.say(`agreement.due-${due}`) })),
        ]}
        chosen={query.due}
      />
    </>
  );
}

/** The sentence: area, modality, side, state, words; and how many paragraphs fit. */
export function FilterBar({ query, areas, filters, sides, shown, total, speak, searched }: FilterProps): JSX.Element {
  const { chosen, ...own } = query;
  const narrowed = Object.values({ ...own, ...chosen }).some((value) => value !== null);
  const areaNames = areas
    .map((area) => ({ value: area, label: speak.say(`area.${area}`) }))
    .toSorted((a, b) => speak.compare(a.label, b.label));
  return (
    <>
      {searched ? <SearchBox speak={speak} /> : null}
      <form class="filter-bar wide" method="get" role="search" aria-label={speak.say('agreement.filter')}>
        {speak.say('agreement.filter-show')}{' '}
        <Choice
          label={speak.say('agreement.filter-area')}
          unseen
          name="area"
          options={[anyOf('agreement.every-area', speak), ...areaNames]}
          chosen={query.area}
        />{' '}
        <Choice
          label={speak.say('agreement.filter-modality')}
          name="modality"
          options={[
            anyOf('agreement.any-modality', speak),
            ...MODALITIES.map((modality) => ({ value: modality, label: speak.say(`modality.${modality}`) })),
          ]}
          chosen={query.modality}
        />{' '}
        <Choice
          label={speak.say('agreement.filter-side')}
          name="side"
          options={[
            anyOf('agreement.either-side', speak),
            ...sides.map(({ side, name }) => ({ value: side, label: name })),
            { value: 'both', label: speak.say('agreement.both-sides') },
          ]}
          chosen={query.side}
        />{' '}
        <StandChoices query={query} speak={speak} />{' '}
        <OwnChoices filters={filters} chosen={chosen} speak={speak} />
        <label>
          {speak.say('agreement.filter-words')}{' '}
          <input type="search" name="q" size={14} maxlength={WORDS_LIMIT} value={query.q ?? ''} />
        </label>{' '}
        <button type="submit" class="button">
          {speak.say('agreement.filter-show')}
        </button>{' '}
        <span class="soft">
          {speak.say('agreement.count', { shown, total })}
          {query.strongest === null
            ? null
            : `, ${speak.say('agreement.count-strongest', { word: speak.say(`modality.${query.strongest}`) })}`}
          {narrowed ? (
            <>
              {', '}
              <a href="/agreement">{speak.say('agreement.all')}</a>
            </>
          ) : null}
        </span>
      </form>
    </>
  );
}
