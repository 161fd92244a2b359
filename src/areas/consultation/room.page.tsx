// The page of a consultation: the clock, both columns, the package on its lines, next steps, the record, all others.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { ParagraphLink, Sentence } from '../../kit/links.tsx';
import { Exercise, Side, State } from '../../kit/marks.tsx';
import { Notice, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { ProvisionText } from '../../kit/text.tsx';
import { Readings } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import { Both, ClockSection, type RoomProps, Ruler, SaidBy } from './room.clock.tsx';
import { ACKNOWLEDGED, REQUESTED, SESSION_OPENED } from './kinds.ts';
import { type Deed, type Listed, loadRoom, type RoomData, watchedIn } from './room.data.ts';
import { Package, Record, Steps } from './room.package.tsx';
import { Deliveries, Sides } from './room.sides.tsx';
import { ROOM_SAYS } from './room.says.ts';

/** In whose language, and at whose node, the page is read. */
interface Reading {
  readonly speak: Speak;
  readonly look: Look;
}

/** The address at which a draft is begun. */
function address({ kind, about }: Deed): string {
  return `/drafts/new?${new URLSearchParams({ kind, ...(about === null ? {} : { about }) }).toString()}`;
}

const roomAddress = (request: string): string => `/consultation?of=${request}`;

/** What may be said next, the most pressing first; one filled button, for one decision is the next. */
function Deeds({ deeds, speak }: { readonly deeds: readonly Deed[]; readonly speak: Speak }): JSX.Element {
  return (
    <div class="wide after" id="deeds" data-live>
      {deeds.length === 0 ? null : (
        <Buttons>
          {deeds.map((deed, i) => (
            <>
              <ButtonLink href={address(deed)} rank={i === 0 ? 'first' : 'other'}>
                {speak.say(deed.title)}
              </ButtonLink>{' '}
            </>
          ))}
        </Buttons>
      )}
    </div>
  );
}

function Clause({ shown, speak, look }: Pick<RoomProps, 'shown' | 'speak' | 'look'>): JSX.Element {
  const found = look.agreement.provision(shown.provision);
  if (found === undefined) return <></>;
  return (
    <blockquote class="side-note treaty after">
      <p class="no">
        <ParagraphLink id={shown.provision} speak={speak} />
      </p>
      <p lang={look.agreement.prevails ?? 'en'}>
        <ProvisionText text={found.text} statements={found.statements} />
      </p>
    </blockquote>
  );
}

/** What is recorded of the other side's silence, and what is proved of it: never that it is late. */
function Silence({ shown, now, speak, look }: RoomProps): JSX.Element {
  if (!['called', 'opened-once', 'acknowledged'].includes(shown.state)) return <></>;
  const waiting = shown.requests.filter(({ acknowledged, withdrawn }) => acknowledged === null && withdrawn === null);
  if (waiting.length === 0) return <></>;
  return (
    <div class="wide" id="silence" data-live>
      {waiting.map((request) => {
        const other = shown.sides.find(({ side }) => side !== request.side)?.side ?? '';
        const name = look.agreement.participant(other).short[speak.language];
        const says =
          request.held === null ? (
            speak.say('consultation.silent-unheld', { side: name })
          ) : (
            <Sentence
              speak={speak}
              say="consultation.silent-held"
              values={{ side: name }}
              parts={{ at: <Both instant={request.held} speak={speak} look={look} /> }}
            />
          );
        const over = shown.deadline !== null && now >= shown.deadline;
        return (
          <Notice is={over ? 'alarm' : 'waiting'} says={says} mend={speak.say('consultation.silent-mend')}>
            <p>
              <a href={`/act/${request.side}/${request.index}`}>{speak.say('consultation.silent-proof')}</a>
            </p>
          </Notice>
        );
      })}
    </div>
  );
}

function title({ shown }: { readonly shown: NonNullable<RoomData['shown']> }, speak: Speak, look: Look): string {
  const sides = [...new Set(shown.requests.map(({ side }) => look.agreement.participant(side).short[speak.language]))];
  return speak.say(shown.drill ? 'consultation.title-drill' : 'consultation.title', { sides: speak.list(sides) });
}

/** Whether the Agreement is in effect yet, which hinders no call. */
const effectNote = ({ entered }: { readonly entered: boolean }): string =>
  entered ? 'consultation.effect-note' : 'consultation.not-in-effect';

function Head({ props }: { readonly props: RoomProps }): JSX.Element {
  const { shown, speak, look } = props;
  const [first] = shown.requests;
  const kicker = (
    <>
      <ParagraphLink id={shown.provision} speak={speak} /> {speak.say(`consultation.under.${shown.under}`)}
    </>
  );
  return (
    <TitlePage title={title(props, speak, look)} kicker={kicker}>
      {look.exercise || shown.drill ? <Exercise /> : null}{' '}
      {shown.requests.map((request, i) => (
        <>
          {i === 0 ? null : ', '}
          <SaidBy speak={speak} {...request} />
        </>
      ))}
      {first === undefined ? null : (
        <>
          , {speak.say('consultation.dispatched')} <Both instant={first.at} speak={speak} look={look} />.
        </>
      )}{' '}
      {shown.requests.length > 1 ? `${speak.say('consultation.joined')} ` : null}
      {shown.drill ? `${speak.say('consultation.drill-note')} ` : null}
      {shown.under === 'reciprocity' ? `${speak.say('consultation.practice-note')} ` : null}
      {speak.say(effectNote(props))} <a href="/life">{speak.say('consultation.life')}</a>
    </TitlePage>
  );
}

function Timeline({ shown, speak, look }: RoomProps): JSX.Element {
  const columns = [
    { head: speak.say('consultation.column-at'), is: 'date' as const },
    { head: speak.say('consultation.column-side') },
    { head: speak.say('consultation.column-said') },
    { head: speak.say('consultation.column-act') },
  ];
  const rows = shown.acts.map((act) => ({
    cells: [
      { shows: <Both instant={act.at} speak={speak} look={look} /> },
      { shows: <Side side={act.side} /> },
      { shows: said(act.kind, act.side, speak, look) },
      {
        shows: (
          <>
            <SaidBy speak={speak} {...act} /> {act.exercise ? <Exercise /> : null}
          </>
        ),
      },
    ],
  }));
  return (
    <>
      <SectionHead id="acts" title={speak.say('consultation.acts')}>
        {speak.say('consultation.acts-note')}
      </SectionHead>
      <RegisterTable id="act-rows" live columns={columns} rows={rows} empty="" />
    </>
  );
}

/** What an act of a consultation did, by its kind. */
export function said(kind: string, side: string, speak: Speak, look: Look): string {
  const name = /^consultation\.([a-z-]+)\//.exec(kind)?.[1] ?? '';
  return speak.say(`consultation.kind.${name}`, { side: look.agreement.participant(side).short[speak.language] });
}

function List({ all, speak, look }: { readonly all: readonly Listed[] } & Reading): JSX.Element {
  const columns = [
    { head: speak.say('consultation.column-at'), is: 'date' as const },
    { head: speak.say('consultation.column-request') },
    { head: speak.say('consultation.column-state') },
    { head: speak.say('consultation.column-report') },
  ];
  const rows = all.map(({ request, drill, state, under }) => ({
    cells: [
      { shows: <Both instant={request.at} speak={speak} look={look} /> },
      {
        shows: (
          <>
            <Side side={request.side} />{' '}
            <a href={roomAddress(request.act)}>{speak.say(`consultation.under.${under}`)}</a>{' '}
            {drill ? <Exercise /> : null}
          </>
        ),
      },
      { shows: <State is={STATES[state]}>{speak.say(`consultation.state.${state}`)}</State> },
      { shows: <a href={`/consultation/report?of=${request.act}`}>{speak.say('consultation.report')}</a> },
    ],
  }));
  return (
    <>
      <SectionHead id="all" title={speak.say('consultation.all')}>
        {speak.say('consultation.all-note')}
      </SectionHead>
      <RegisterTable id="all-rows" live columns={columns} rows={rows} empty={speak.say('consultation.none')} />
    </>
  );
}

const STATES = {
  called: 'alarm',
  acknowledged: 'moving',
  'opened-once': 'moving',
  convened: 'done',
  closed: 'done',
  withdrawn: 'none',
} as const;

/**
 * The room where nothing is called: what the clause says, and the one button. Its live parts are those of a room with
 * something in it, so that a request that comes brings its clock and its buttons onto a page that stands open.
 */
function Quiet({ data, speak, look }: { readonly data: RoomData } & Reading): JSX.Element {
  const provision = look.agreement.provisionsOf(['consultation'])[0];
  const found = provision === undefined ? undefined : look.agreement.provision(provision);
  return (
    <>
      <TitlePage title={speak.say('consultation.name')}>
        {speak.say(effectNote(data))} <a href="/life">{speak.say('consultation.life')}</a>
      </TitlePage>
      <section class="after" id="clock" aria-label={speak.say('consultation.clock')} data-live>
        <p>{speak.say('consultation.none')}</p>
        <Readings readings={data.questions} lang="en" />
      </section>
      <div class="wide" id="ruler" data-live></div>
      <div class="wide" id="silence" data-live></div>
      <div class="wide" id="side-rows" data-live></div>
      {found === undefined ? null : (
        <blockquote class="side-note treaty after">
          <p class="no">
            <ParagraphLink id={found.id} speak={speak} />
          </p>
          <p lang={look.agreement.prevails ?? 'en'}>
            <ProvisionText text={found.text} statements={found.statements} />
          </p>
        </blockquote>
      )}
    </>
  );
}

/** Sheets to print, of what this side said and the line may not carry. */
function ownSheets({ data, speak, look }: { readonly data: RoomData } & Reading) {
  const own = (data.shown?.acts ?? []).filter(({ side, index, kind }) => {
    return side === look.side && index >= 0 && CARRIED.includes(kind);
  });
  return own.map(({ side, index, kind }) => ({
    href: `/act/${side}/${index}/sheet`,
    label: `${speak.say('consultation.sheet')}: ${said(kind, side, speak, look)}`,
  }));
}

/** What must reach the other side within the hours, and so is carried on paper if need be. */
const CARRIED: readonly string[] = [REQUESTED.id, ACKNOWLEDGED.id, SESSION_OPENED.id];

function rail({ data, speak, look }: { readonly data: RoomData } & Reading): JSX.Element {
  const sections = ['clock', 'sides', 'package', 'channels', 'next', 'record', 'acts', 'all'];
  const links = (data.shown === null ? ['all'] : sections).map((id) => ({
    href: `#${id}`,
    label: speak.say(`consultation.section.${id}`),
  }));
  const enter = { href: '/sheet', label: speak.say('consultation.enter-sheet') };
  return (
    <Rail label={speak.say('consultation.rail')}>
      <RailLinks heading={speak.say('consultation.rail')} links={links} />
      <RailLinks heading={speak.say('consultation.cut')} links={[...ownSheets({ data, speak, look }), enter]} />
    </Rail>
  );
}

/** `/consultation`. `?of=` a request shows its consultation; without it the one that is open, real before drill. */
export const ROOM_PAGE: AreaPage<RoomData> = {
  path: '/consultation',
  name: 'consultation.name',
  says: ROOM_SAYS,
  load: loadRoom,
  told: { duties: watchedIn, taken: (data, told) => ({ ...data, told }) },
  draw: (data, speak, look) => {
    const { shown, call } = data;
    const calling: Child =
      call === null ? null : (
        <div class="wide after" id="call" data-live>
          <Buttons exercise={look.exercise}>
            <ButtonLink href={address(call)} rank="alarm">
              {speak.say(call.title)}
            </ButtonLink>
          </Buttons>
        </div>
      );
    if (shown === null) {
      return {
        title: speak.say('consultation.name'),
        rail: rail({ data, speak, look }),
        leaf: (
          <>
            <Quiet data={data} speak={speak} look={look} />
            <Deeds deeds={[]} speak={speak} />
            {calling}
            <List all={data.all} speak={speak} look={look} />
          </>
        ),
      };
    }
    const props: RoomProps = { ...data, shown, speak, look };
    return {
      title: title(props, speak, look),
      rail: rail({ data, speak, look }),
      leaf: (
        <>
          <Head props={props} />
          <ClockSection {...props} />
          <Clause {...props} />
          <Ruler {...props} />
          <Silence {...props} />
          <Deeds deeds={shown.deeds} speak={speak} />
          <Sides {...props} />
          <Package {...props} />
          <Deliveries {...props} />
          <Steps {...props} />
          <Record {...props} />
          <Timeline {...props} />
          <List all={data.all} speak={speak} look={look} />
          {calling}
        </>
      ),
    };
  },
};
