// The page of the kit: every part of which pages are made, in every state, light or dark; in a demonstration alone.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { refuse } from '../../act/refusal.ts';
import type { Drawn } from '../../area.ts';
import { EXAMPLES, type Group } from '../../kit/examples/roll.ts';
import { Rail, RailLinks, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import { type Answer, type Ask, type Desk, page } from '../ask.ts';

/** The colour roles and the sizes of type, by their names in the style. */
export const COLOURS = [
  'paper', 'sheet', 'wash', 'ink', 'soft', 'rule', 'edge', 'heavy', 'ua', 'al', 'record', 'alarm',
] as const;
export const SIZES = [
  'fine', 'margin-type', 'table-type', 'work', 'text', 'section', 'lead', 'part', 'title', 'numeral',
] as const;
const FACES = ['serif', 'sans', 'mono'] as const;
const SCHEMES = ['light', 'dark'] as const;

export interface KitData {
  /** Null: as the reader's system has it. */
  readonly scheme: (typeof SCHEMES)[number] | null;
  readonly parts: readonly { readonly name: string; readonly states: readonly string[] }[];
}

function Schemes({ data, speak }: { readonly data: KitData; readonly speak: Speak }): JSX.Element {
  return (
    <nav class={`scheme wide ${data.scheme ?? 'own'}`} aria-label={speak.say('kit-page.scheme')}>
      <ul>
        {[null, ...SCHEMES].map((scheme) => (
          <li>
            <a
              href={scheme === null ? '/kit' : `/kit?scheme=${scheme}`}
              aria-current={scheme === data.scheme ? 'true' : undefined}
            >
              {speak.say(`kit-page.scheme-${scheme ?? 'own'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tokens({ speak }: { readonly speak: Speak }): JSX.Element {
  return (
    <>
      <h2 class="kit-group wide" id="colours">
        {speak.say('kit-page.colours')}
      </h2>
      <ul class="swatches wide">
        {COLOURS.map((name) => (
          <li>
            <i class={`swatch ${name}`} aria-hidden="true"></i> <code>{name}</code>
          </li>
        ))}
      </ul>
      <h2 class="kit-group wide" id="type">
        {speak.say('kit-page.type')}
      </h2>
      <ul class="sizes wide">
        {[...FACES, ...SIZES].map((name) => (
          <li>
            <code>{name}</code> <span class={`size ${name}`}>{speak.say('kit-page.type-says')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Parts({ group, speak, desk }: {
  readonly group: Group;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  return (
    <>
      <h2 class="kit-group wide" id={group.id}>
        {speak.say(group.title)}
      </h2>
      {group.examples.map(({ name, states, frame = (drawn) => drawn }) => (
        <>
          <p class="kit-part wide" id={`part-${name}`}>
            <code>{name}</code>
          </p>
          {states.map((state) => (
            <div class="kit-state wide" id={`state-${name}-${state.name.replaceAll(' ', '-')}`}>
              <p class="soft">
                <code>{state.name}</code>
              </p>
              <div class="kit-drawn">{frame(state.draw(speak, desk.look.agreement))}</div>
            </div>
          ))}
        </>
      ))}
    </>
  );
}

function drawKit(data: KitData, speak: Speak, desk: Desk): Drawn {
  const groups = EXAMPLES.map(({ id, title }) => ({ href: `#${id}`, label: speak.say(title) }));
  return {
    title: speak.say('kit-page.title'),
    rail: (
      <Rail label={speak.say('kit-page.contents')}>
        <RailLinks
          heading={speak.say('kit-page.contents')}
          links={[
            { href: '#colours', label: speak.say('kit-page.colours') },
            { href: '#type', label: speak.say('kit-page.type') },
            ...groups,
          ]}
        />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={speak.say('kit-page.title')}>
          {speak.say('kit-page.particulars', { count: data.parts.length })}
        </TitlePage>
        <Schemes data={data} speak={speak} />
        <Tokens speak={speak} />
        {EXAMPLES.map((group) => (
          <Parts group={group} speak={speak} desk={desk} />
        ))}
      </>
    ),
  };
}

/** `/kit`, `/kit?scheme=dark`. On a node that is no demonstration there is no such page: what it shows is invented. */
export function askKit({ look, query }: Ask): Promise<Answer> {
  if (!look.exercise) throw refuse('not-found', 'Asking for /kit, which only a demonstration has.');
  const data: KitData = {
    scheme: SCHEMES.find((scheme) => scheme === query['scheme']) ?? null,
    parts: EXAMPLES.flatMap(({ examples }) => examples).map(({ name, states }) => ({
      name,
      states: states.map((state) => state.name),
    })),
  };
  return Promise.resolve(page('/kit', data, drawKit));
}
