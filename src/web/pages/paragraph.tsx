// The page of one paragraph: its words, who promises what to whom, and the sections on what came of it.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Duty } from '../../act/duty.ts';
import type { Area, Drawn } from '../../area.ts';
import { bodyName, participant } from '../../kit/instrument.ts';
import { ActLink, Day, provisionAddress, provisionAnchor, provisionName, Sentence } from '../../kit/links.tsx';
import { BodyName, DueWhy } from '../../kit/margin.tsx';
import { Exercise, ModalityMark, Side, Sides } from '../../kit/marks.tsx';
import { IdentityRail, RailLinks } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import { ProvisionText } from '../../kit/text.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import type { Statement } from '../../agreement/agreement.ts';
import type { EditionOwner, EditionProvision } from './agreement.data.ts';
import { Cite } from './paragraph.cite.tsx';
import type { ParagraphData } from './paragraph.data.ts';
import {
  Acts,
  ChangesSection,
  Clauses,
  Criteria,
  type Props,
  ReadingsSection,
  Reports,
  Statements,
} from './paragraph.sections.tsx';

/** The numeral at the head of the rail. */
function numeral({ id, number, recital }: EditionProvision): string {
  if (number !== null) return id;
  return recital === null ? '…' : `(${id.slice(1)})`;
}

function PartLink({ data, speak }: Props): JSX.Element {
  const { part } = data;
  if (part === null) return <a href="/agreement#preamble">{speak.say('agreement.preamble')}</a>;
  return (
    <a href={`/agreement#${part.id}`}>
      {speak.say('agreement.part', { numeral: part.numeral })}. <span lang="en">{part.title}</span>
    </a>
  );
}

interface Part {
  readonly id: string;
  readonly key: string;
  readonly stands: boolean;
}

/** The sections of the page in order; those with nothing in them are left out. */
function sections(data: ParagraphData, areas: readonly Area[]): readonly Part[] {
  const { statements, readings } = data.provision;
  return [
    { id: 'changes', key: 'paragraph.changes', stands: data.changes !== null || data.later.length > 0 },
    { id: 'statements', key: 'paragraph.statements', stands: true },
    { id: 'acts', key: 'paragraph.acts', stands: true },
    { id: 'reported', key: 'paragraph.reported', stands: true },
    { id: 'readings', key: 'paragraph.readings', stands: readings.length > 0 },
    { id: 'criteria', key: 'paragraph.criteria', stands: statements.some(({ countsAsDone }) => countsAsDone !== null) },
    ...areas.flatMap(({ name, section }) =>
      section === undefined ? [] : [{ id: section.id, key: section.name, stands: data.areas[name] !== undefined }],
    ),
    { id: 'clauses', key: 'paragraph.parameters', stands: data.families.length > 0 },
    { id: 'cite', key: 'cite.title', stands: true },
  ].filter(({ stands }) => stands);
}

function TurnRail({ data, areas, speak }: Props & { readonly areas: readonly Area[] }): JSX.Element {
  const turn = [
    ...(data.before === null ? [] : [{ id: data.before, key: 'paragraph.before', rel: 'prev', press: 'k' }]),
    ...(data.after === null ? [] : [{ id: data.after, key: 'paragraph.after', rel: 'next', press: 'j' }]),
  ];
  return (
    <IdentityRail
      label={speak.say('paragraph.where')}
      numeral={numeral(data.provision)}
      turn={turn.map(({ id, key, rel, press }) => (
        <>
          <a href={provisionAddress(id)} rel={rel} accesskey={press}>
            {speak.say(key, { name: provisionName(id, speak) })}
          </a>{' '}
        </>
      ))}
      fold={speak.say('paragraph.on-this-page')}
    >
      <RailLinks
        heading={speak.say('paragraph.on-this-page')}
        links={sections(data, areas).map(({ id, key }) => ({ href: `#${id}`, label: speak.say(key) }))}
      />
      {data.related.length === 0 ? null : (
        <RailLinks
          heading={speak.say('paragraph.related')}
          links={data.related.map((id) => ({ href: provisionAddress(id), label: provisionName(id, speak) }))}
        />
      )}
    </IdentityRail>
  );
}

/** Bodies of one provision, each with its side and, where designated, the act that did it. */
function Owners({
  owners,
  speak,
  desk,
}: {
  readonly owners: readonly EditionOwner[];
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  return (
    <>
      {owners.map((owner, i) => (
        <>
          {i === 0 ? null : <br />}
          <Side side={owner.side} />{' '}
          <BodyName
            owner={bodyName(desk.look.agreement, owner.body, speak.language, owner.name ?? undefined)}
            speak={speak}
          />
          {owner.by === null ? null : (
            <>
              {', '}
              <Sentence speak={speak} say="kit.by-act" parts={{ act: <ActLink {...owner.by} /> }} />
              {desk.look.exercise ? ' ' : null}
              {desk.look.exercise ? <Exercise /> : null}
            </>
          )}
        </>
      ))}
    </>
  );
}

function Parties({
  sides,
  speak,
  desk,
}: {
  readonly sides: readonly string[];
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  if (sides.length === 0) return <>{speak.say('paragraph.third-parties')}</>;
  const names = sides.map((side) => participant(desk.look.agreement, side, speak.language).name);
  return (
    <>
      <Sides sides={sides} /> {speak.list(names)}
    </>
  );
}

/** The sides to whom something is promised, in the order of the title. */
function addressed(statements: readonly Statement[], all: readonly string[]): readonly string[] {
  return all.filter((side) => statements.some(({ to }) => to === side || to === 'both'));
}

function saidAs({ data, speak }: Props): Child {
  const { counts, statements } = data.provision;
  const [strongest] = counts;
  if (strongest === undefined) return '–';
  const word = speak.say(`modality.${strongest.modality}`);
  return (
    <>
      <ModalityMark modality={strongest.modality} />
      {speak.say('paragraph.of-statements', { word, count: strongest.count, total: statements.length })}
    </>
  );
}

function Margin(props: Props): JSX.Element {
  const { data, speak, desk } = props;
  const { provision } = data;
  const sides = desk.look.agreement.participants.map(({ id }) => id);
  const to = addressed(provision.statements, sides);
  const owned = provision.owners.filter(({ by }) => by !== null);
  const proposed = provision.owners.filter(({ by }) => by === null);
  const promised = provision.counts.some(({ modality }) => modality !== 'statement' && modality !== 'historic');
  const rows = [
    { label: speak.say('paragraph.said-as'), value: saidAs(props) },
    {
      label: speak.say(promised ? 'paragraph.promised-by' : 'paragraph.said-by'),
      value: <Parties sides={provision.sides} speak={speak} desk={desk} />,
    },
    ...(to.length === 0
      ? []
      : [{ label: speak.say('paragraph.to'), value: <Parties sides={to} speak={speak} desk={desk} /> }]),
    {
      label: speak.say('paragraph.area'),
      value: provision.areas.map((area, i) => (
        <>
          {i === 0 ? null : ', '}
          <a href={`/agreement?area=${area}`}>{speak.say(`area.${area}`)}</a>
        </>
      )),
    },
    ...(owned.length === 0
      ? []
      : [{ label: speak.say('kit.owner'), value: <Owners owners={owned} speak={speak} desk={desk} /> }]),
    ...(proposed.length === 0
      ? []
      : [{ label: speak.say('kit.proposed'), value: <Owners owners={proposed} speak={speak} desk={desk} /> }]),
    ...instrumentRow(props),
    { label: speak.say('paragraph.family'), value: clauseLinks(props) },
    ...provision.duties.map((duty) => ({ label: speak.say('kit.due'), value: <DueCell duty={duty} speak={speak} /> })),
  ];
  return (
    <aside
      class="side-note"
      id="particulars"
      aria-label={speak.say('paragraph.margin', { name: provisionName(provision.id, speak) })}
      data-live
    >
      <Plain rows={rows} />
    </aside>
  );
}

/** The instruments that the provision names: their life stands on the page of life, and is reported. */
function instrumentRow({ data, speak, desk }: Props): readonly { readonly label: Child; readonly value: Child }[] {
  const named = desk.look.agreement.instruments.filter((instrument) => instrument.named.includes(data.provision.id));
  if (named.length === 0) return [];
  const value = named.map(({ id, short }, i) => (
    <>
      {i === 0 ? null : <br />}
      <a href={`/life#instrument-${id}`}>{short[speak.language]}</a>,{' '}
      <i class="reported">{speak.say('kit.reported')}</i>
    </>
  ));
  return [{ label: speak.say('paragraph.instrument'), value }];
}

function clauseLinks({ data, speak }: Props): Child {
  if (data.families.length === 0) return speak.say('paragraph.no-family');
  return data.families.map(({ family }, i) => (
    <>
      {i === 0 ? null : ', '}
      <a href={`#clause-${family}`}>
        <code>{family}</code>
      </a>
    </>
  ));
}

function DueCell({ duty, speak }: { readonly duty: Duty; readonly speak: Speak }): JSX.Element {
  return (
    <>
      {duty.due === undefined ? speak.say('kit.no-date') : <Day iso={duty.due} speak={speak} short />}
      {`, ${speak.say(duty.what)} `}
      <DueWhy due={duty} speak={speak} />
    </>
  );
}

/** Draws the page of one provision. Pure. */
export function drawParagraph(data: ParagraphData, areas: readonly Area[], speak: Speak, desk: Desk): Drawn {
  const { provision } = data;
  const props = { data, speak, desk, own: participant(desk.look.agreement, desk.look.side, speak.language) };
  const title = [
    provisionName(provision.id, speak),
    ...provision.areas.slice(0, 1).map((area) => speak.say(`area.${area}`)),
  ];
  const closing = provision.number === null && provision.recital === null;
  return {
    title: title.join(', '),
    rail: <TurnRail {...props} areas={areas} />,
    leaf: (
      <>
        <header>
          <p class="kicker">
            <PartLink {...props} />
          </p>
          <h1 class="unseen">{title.join(', ')}</h1>
          <blockquote class="quoted" lang="en">
            {provision.text === '' ? (
              <span lang={speak.language}>{speak.say('text.repealed')}</span>
            ) : (
              <ProvisionText
                text={provision.text}
                statements={provision.amended.length === 0 ? provision.statements : []}
                numbered={!closing}
                anchor={provisionAnchor(provision.id)}
              />
            )}
          </blockquote>
        </header>
        <Margin {...props} />
        <ChangesSection {...props} />
        <Statements {...props} />
        <Acts {...props} />
        <Reports {...props} />
        <ReadingsSection {...props} />
        <Criteria {...props} />
        {areas.map(({ name, section }) => {
          const said = data.areas[name];
          // Each section draws only what it loaded itself.
          return section === undefined || said === undefined ? null : section.draw(said as never, speak, desk.look);
        })}
        <Clauses {...props} />
        <Cite id={provision.id} cited={data.cited} speak={speak} />
      </>
    ),
  };
}
