// The Agreement page: the text set as a book, with the living margin beside every paragraph.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import {
  instrumentTitle,
  type Participant,
  participant,
  participants,
} from '../../kit/instrument.ts';
import { ParagraphLink, provisionAddress, provisionAnchor, provisionName, Sentence } from '../../kit/links.tsx';
import { MarginRow } from '../../kit/margin.tsx';
import { Exercise, ModalityMark, Sides } from '../../kit/marks.tsx';
import { Rail, RailLinks, TitlePage } from '../../kit/page.tsx';
import { ConcordanceLine, LifeSection, Reasons } from '../../kit/strip.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import type { Edition, EditionPart, EditionProvision } from './agreement.data.ts';
import { FilterBar } from './agreement.filter.tsx';
import { Margin, marginOf } from './agreement.margin.tsx';
import { Changes, DayForm, Languages, languageStands, ownName, Words } from './stood.parts.tsx';

interface Props {
  readonly data: Edition;
  readonly speak: Speak;
  readonly desk: Pick<Desk, 'look' | 'kinds'>;
  /** The participant whose node this is: the page says times at its seat. */
  readonly own: Participant;
}

function ContentsRail({ data, speak }: Props): JSX.Element {
  const links = data.parts.flatMap((part) => [
    { href: `#${part.id}`, label: <span lang="en">{part.short}</span> },
    ...part.sections.map((section) => ({
      href: `#${section.id}`,
      label: <span lang="en">{section.short}</span>,
      sub: true,
    })),
  ]);
  return (
    <Rail label={speak.say('agreement.contents')}>
      <p id="keys" class="soft" hidden>
        {speak.say('agreement.keys')}
      </p>
      <RailLinks
        heading={speak.say('agreement.contents')}
        links={[
          { href: '#preamble', label: speak.say('agreement.preamble') },
          ...links,
          ...data.annexes.map(({ id }) => ({ href: `#${id}`, label: provisionName(id, speak) })),
          { href: '#languages', label: speak.say('text.languages') },
        ]}
      />
      <h2>{speak.say('agreement.strongest')}</h2>
      <ul class="counted">
        {data.counts.map(({ modality, count }) => (
          <li>
            <a href={`/agreement?strongest=${modality}`}>
              <span>
                <ModalityMark modality={modality} />
              </span>
              <span>{speak.say(`modality.${modality}`)}</span>
              <span>{speak.number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Rail>
  );
}

function Particulars({ data, speak, desk: { look } }: Props): JSX.Element {
  const { signed, languages, prevails } = data.agreement;
  return (
    <TitlePage title={<span lang="en">{instrumentTitle(look.agreement)}</span>}>
      {speak.say('agreement.particulars', {
        place: signed.place[speak.language],
        date: speak.date(signed.date),
        languages: speak.list(languages.map((language) => speak.say(`language.${language}`))),
        prevails: speak.say(`language.${prevails}`),
      })}
    </TitlePage>
  );
}

function Life({ data, speak, desk: { look }, own }: Props): JSX.Element {
  const line = (reasons: Child): JSX.Element => (
    <ConcordanceLine
      of={data.concordance}
      sides={data.agreement.sides}
      zone={own.zone}
      city={own.city}
      exercise={look.exercise}
      speak={speak}
    >
      {reasons}
    </ConcordanceLine>
  );
  if (data.life === null) return <div class="wide after">{line(null)}</div>;
  const { heading, points, why } = data.life;
  return (
    <LifeSection heading={heading} points={points} speak={speak}>
      {line(<Reasons why={why} ask={speak.say('agreement.why-state', { state: heading })} />)}
    </LifeSection>
  );
}

function ReadingBar({ data, speak }: Props): JSX.Element {
  const { text, agreement } = data;
  const first = [...text.languages].sort((a, b) => Number(b.prevails) - Number(a.prevails));
  const day = text.asked ? `&at=${text.at}` : '';
  return (
    <div class="reading-bar wide">
      <ul class="tongues" aria-label={speak.say('agreement.languages')}>
        {first.map(({ language, prevails, shipped, loaded }) => (
          <li>
            {shipped ? (
              <b lang={language} aria-current="true">
                {ownName(language)}
              </b>
            ) : loaded === null ? (
              <span lang={language}>{ownName(language)}</span>
            ) : (
              <a href={`/agreement?beside=${language}${day}`} lang={language}>
                {ownName(language)}
              </a>
            )}{' '}
            <span class="soft">{speak.say(languageStands({ prevails, shipped, loaded }))}</span>
          </li>
        ))}
      </ul>
      <DayForm text={text} signed={agreement.signed.date} speak={speak} />
      {text.asked ? <p class="soft">{speak.say('agreement.margin-today')}</p> : null}
    </div>
  );
}

/** What the signs of the margin mean, once, where the text begins. */
function Key({ data, speak, desk: { look } }: Props): JSX.Element {
  const { designation, sides } = data.agreement;
  return (
    <dl class="margin-note key">
      <MarginRow label={<Sides sides={sides} />}>{speak.say('agreement.key-sides')}</MarginRow>
      <MarginRow label={speak.say('kit.proposed')}>
        {designation === null ? (
          speak.say('agreement.key-proposed-bare')
        ) : (
          <Sentence
            speak={speak}
            say="agreement.key-proposed"
            parts={{ paragraph: <ParagraphLink id={designation} speak={speak} /> }}
          />
        )}
      </MarginRow>
      <div class="known">
        <dt class="reported">{speak.say('kit.reported')}</dt>
        <dd>{speak.say('agreement.key-reported')}</dd>
      </div>
      {look.exercise ? (
        <div class="invented">
          <dt>
            <Exercise />
          </dt>
          <dd>{speak.say('agreement.key-exercise')}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Paragraph({ provision, ...props }: Props & { readonly provision: EditionProvision }): JSX.Element {
  const { speak } = props;
  return (
    <article class="provision" id={provisionAnchor(provision.id)}>
      <a
        id={provision.id === props.data.provisions[0]?.id ? `number-${provision.id}` : undefined}
        class={/[a-z]$/.test(provision.id) ? 'number lettered' : 'number'}
        href={provisionAddress(provision.id)}
        aria-label={speak.say('agreement.paragraph', { number: provision.id })}
      >
        {provision.id}.
      </a>
      <Words provision={provision} beside={props.data.text.beside} speak={speak} />
      <Margin shown={marginOf(provision, props)} speak={speak} id={`margin-${provision.id}`} />
      <Changes provision={provision} speak={speak} />
    </article>
  );
}

/** A recital has no duties; a margin only where acts cite it. */
function Recital({ provision, ...props }: Props & { readonly provision: EditionProvision }): JSX.Element {
  const { speak } = props;
  const shown = { ...marginOf(provision, props), counts: [], sides: [] };
  return (
    <article class="provision recital" id={provision.id}>
      <a
        class="number"
        href={provisionAddress(provision.id)}
        aria-label={speak.say('kit.recital', { number: String(provision.recital) })}
      >
        ({provision.id.slice(1)})
      </a>
      <Words provision={provision} beside={props.data.text.beside} speak={speak} />
      {provision.recital === props.data.preamble?.first ? <Key {...props} /> : null}
      {provision.acts > 0 ? <Margin shown={shown} speak={speak} id={`margin-${provision.id}`} /> : null}
      <Changes provision={provision} speak={speak} />
    </article>
  );
}

function Preamble(props: Props): JSX.Element {
  const { data, speak } = props;
  if (data.preamble === null || data.recitals.length === 0) return <></>;
  return (
    <>
      <header class="part-head" id="preamble">
        <p class="ordinal"></p>
        <h2>{speak.say('agreement.preamble')}</h2>
        <p class="side-note">
          {speak.say('agreement.recitals', { ...data.preamble })}
        </p>
      </header>
      {data.recitals.map((provision) => (
        <Recital {...props} provision={provision} />
      ))}
    </>
  );
}

function PartHead({ part, speak }: { readonly part: EditionPart; readonly speak: Speak }): JSX.Element {
  return (
    <header class="part-head" id={part.id}>
      <p class="ordinal" aria-hidden="true">
        {part.numeral}
      </p>
      <h2>
        <span class="unseen">{speak.say('agreement.part', { numeral: part.numeral })}. </span>
        <span lang="en">{part.title}</span>
      </h2>
      <p class="side-note">{speak.say('agreement.paragraphs', { first: part.first, last: part.last })}</p>
    </header>
  );
}

function Part({ part, ...props }: Props & { readonly part: EditionPart }): JSX.Element {
  const shown = props.data.provisions.filter((provision) => provision.part === part.numeral);
  if (shown.length === 0) return <></>;
  const drawn: Child[] = [<PartHead part={part} speak={props.speak} />];
  let under: string | null = null;
  for (const provision of shown) {
    if (provision.section !== under) {
      under = provision.section;
      const section = part.sections.find(({ title }) => title === under);
      if (section !== undefined) {
        drawn.push(
          <h3 class="section-head" id={section.id} lang="en">
            {section.title}
          </h3>,
        );
      }
    }
    drawn.push(<Paragraph {...props} provision={provision} />);
  }
  return <>{drawn}</>;
}

function Closing({ data, speak }: Props): JSX.Element {
  if (data.closing === null) return <></>;
  const { prevails } = data.agreement;
  return (
    <>
      {data.closing.text.split(/\n+/).map((text, i) => (
        <article class="provision close" id={i === 0 ? 'closing' : undefined}>
          <span class="number"></span>
          <p class="text" lang="en">
            {text}
          </p>
          {i === 0 && prevails !== null ? (
            <dl class="margin-note">
              <MarginRow label={speak.say('agreement.prevails')}>{ownName(prevails)}</MarginRow>
            </dl>
          ) : null}
        </article>
      ))}
    </>
  );
}

/** Annexes stand after the closing words, in the order in which they were agreed. */
function Annexes({ data, speak }: Props): JSX.Element {
  return (
    <>
      {data.annexes.map((provision) => (
        <>
          <header class="part-head" id={provision.id}>
            <p class="ordinal"></p>
            <h2>
              {`${provisionName(provision.id, speak)}. `}
              <span lang="en">{provision.heading}</span>
            </h2>
            <p class="side-note"></p>
          </header>
          <article class="provision">
            <span class="number"></span>
            <Words provision={provision} beside={data.text.beside} speak={speak} />
            <Changes provision={provision} speak={speak} />
          </article>
        </>
      ))}
    </>
  );
}

/** Draws the edition. Pure: the same data in the same language is the same page. */
export function drawAgreement(data: Edition, speak: Speak, desk: Props['desk']): Drawn {
  const { look } = desk;
  const props = { data, speak, desk, own: participant(look.agreement, look.side, speak.language) };
  const sides = participants(look.agreement, speak.language);
  return {
    title: speak.say('agreement.title'),
    rail: (
      <>
        {data.provisions.slice(0, 1).map(({ id }) => (
          <a class="skip" href={`#number-${id}`}>
            {speak.say('agreement.skip')}
          </a>
        ))}
        <ContentsRail {...props} />
      </>
    ),
    leaf: (
      <>
        <Particulars {...props} />
        <Life {...props} />
        <ReadingBar {...props} />
        <FilterBar
          query={data.query}
          areas={data.areas}
          filters={data.filters}
          sides={sides}
          shown={data.provisions.length}
          total={data.total}
          speak={speak} searched={look.public !== true}
        />
        {data.provisions.length === 0 ? <p class="empty wide">{speak.say('agreement.none-fits')}</p> : null}
        <Preamble {...props} />
        {data.parts.map((part) => (
          <Part {...props} part={part} />
        ))}
        <Closing {...props} />
        <Annexes {...props} />
        <Languages text={data.text} speak={speak} look={look} />
      </>
    ),
  };
}
