// The page of the day: what is asked of this side, what waits for approval, what is new, what others owe.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf } from '../../kit/form.tsx';
import { ActLink, Day, Moment, ParagraphLink, Sentence } from '../../kit/links.tsx';
import { Exercise, Side, State } from '../../kit/marks.tsx';
import { Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { ConcordanceLine, LifeSection, Reasons } from '../../kit/strip.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { Why } from '../../kit/why.tsx';
import { sentence, type Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { newAddress } from '../forms.ts';
import { NEW_ROWS } from '../limits.ts';
import { DraftState, draftTitle } from './drafts.tsx';
import { InspectionState } from './record.inspection.tsx';
import { LineWords } from './record.tsx';
import { bodyName, SaidTable, seatOf, sideName } from './said.tsx';
import type { DutyRow, TodayData } from './today.data.ts';

interface Props {
  readonly data: TodayData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function DeskRail({ data, speak, desk }: Props): JSX.Element {
  const { viewer } = desk;
  const other = otherSide(desk);
  const links = [
    { href: '#duties', label: speak.say('today.duties') },
    { href: '#approve', label: speak.say('today.approve') },
    { href: '#new', label: newTitle(data, speak, desk) },
    { href: '#others', label: speak.say('today.others', { side: sideName(desk.look.agreement, other, speak) }) },
  ];
  return (
    <Rail label={speak.say('today.desk')}>
      <h2>{speak.say('today.desk')}</h2>
      <ul>
        {viewer === undefined ? (
          <li>{speak.say('today.nobody')}</li>
        ) : (
          <>
            <li>{bodyName(data.names, desk.look.agreement, viewer.body, speak)}</li>
            <li>
              {viewer.name}, {viewer.post[speak.language]} {desk.look.exercise ? <Exercise /> : null}
            </li>
          </>
        )}
      </ul>
      <RailLinks heading={speak.say('today.contents')} links={links} />
    </Rail>
  );
}

/** The first participant that is not this side: agreements kept here have two. */
function otherSide(desk: Desk): string {
  return desk.look.agreement.participants.find((side) => side.id !== desk.look.side)?.id ?? desk.look.side;
}

function Head({ data, speak, desk }: Props): JSX.Element {
  const { look } = desk;
  const seat = seatOf(look, look.side, speak);
  const day = speak.civil(data.now, seat.zone);
  const sides = look.agreement.participants.map((side) => side.id);
  const values = { duties: data.duties.length, drafts: data.approve?.length ?? 0 };
  const agreeing = (reasons: Child): JSX.Element => (
    <ConcordanceLine
      of={data.concordance}
      sides={sides}
      zone={seat.zone}
      city={seat.city}
      exercise={look.exercise}
      speak={speak}
    >
      {speak.say('today.line')}: <LineWords line={data.line} speak={speak} seat={seat} />{' '}
      {data.inspection.open > 0 ? <InspectionState inspection={data.inspection} speak={speak} /> : null} {reasons}
    </ConcordanceLine>
  );
  return (
    <>
      <TitlePage title={sentence(speak.say('today.title', { weekday: speak.weekday(day), date: speak.date(day) }))}>
        {data.approve === null ? speak.say('today.nobody') : speak.say('today.particulars', values)}{' '}
        {look.exercise ? <Exercise /> : null}
      </TitlePage>
      {data.life === null ? (
        <div class="wide after">{agreeing(null)}</div>
      ) : (
        <LifeSection heading={data.life.heading} points={data.life.points} speak={speak}>
          {agreeing(
            <Reasons why={data.life.why} ask={speak.say('agreement.why-state', { state: data.life.heading })} />,
          )}
        </LifeSection>
      )}
    </>
  );
}

function due(duty: DutyRow, now: string, { zone, city }: ReturnType<typeof seatOf>, speak: Speak): Child {
  if (duty.dueAt === undefined && duty.due === undefined) return speak.say('today.no-date');
  const late = duty.dueAt === undefined ? (duty.due ?? '') < speak.civil(now, zone) : duty.dueAt < now;
  return (
    <>
      {duty.dueAt === undefined ? (
        <Day iso={duty.due ?? ''} speak={speak} short />
      ) : (
        <Moment instant={duty.dueAt} zone={zone} city={city} seconds speak={speak} />
      )}
      {late ? (
        <>
          {' '}
          <State is="alarm">{speak.say('today.late')}</State>
        </>
      ) : null}
    </>
  );
}

function asked(duty: DutyRow, speak: Speak): Child {
  return (
    <>
      {speak.say(duty.what)}
      {duty.due === undefined || duty.rule === undefined ? null : (
        <>
          <br />
          <Why ask={speak.say('today.why-date')}>
            <p>{speak.say('today.by-rule', { rule: duty.rule })}</p>
          </Why>
        </>
      )}
    </>
  );
}

/** What somebody must look at though the node goes on, each in a line of its own; nothing where nothing is wrong. */
function Alarms({ data, speak }: Props): JSX.Element {
  return (
    <div class="wide" id="alarms" data-live>
      {data.alarms.map((alarm) => (
        <div class="alarm-line">
          <p>
            <State is="alarm">{speak.say(`alarm.${alarm}`)}</State>
          </p>
          <a href="/record">{speak.say('today.see-record')}</a>
        </div>
      ))}
    </div>
  );
}

/** What the reader has not read, and the button that says they now have. */
function New({ data, speak, desk }: Props): JSX.Element {
  const { reading } = data;
  const { look } = desk;
  const other = sideName(look.agreement, otherSide(desk), speak);
  const seat = seatOf(look, look.side, speak);
  const why = (): Child => {
    if (reading === null) return speak.say('today.new-why', { count: NEW_ROWS });
    if (reading.since === null) return speak.say('today.never-read');
    const at = <Moment instant={reading.since} zone={seat.zone} city={seat.city} speak={speak} />;
    return <Sentence speak={speak} say="today.read-at" parts={{ at }} />;
  };
  const empty = reading === null ? speak.say('today.none-new', { side: other }) : speak.say('today.all-read');
  return (
    <>
      <SectionHead id="new" title={newTitle(data, speak, desk)}>
        {why()}
      </SectionHead>
      <SaidTable id="new-rows" rows={data.fresh} names={data.names} empty={empty} speak={speak} desk={desk} />
      {reading?.more === true ? (
        <p class="wide after soft">
          {speak.say('today.more-new', { count: NEW_ROWS })} <a href="/record">{speak.say('today.see-record')}</a>
        </p>
      ) : null}
      {reading === null || data.fresh.length === 0 ? null : (
        <form class="wide after" method="post" action="/today/read" aria-label={speak.say('today.mark-read')}>
          <Csrf token={reading.csrf} />
          {Object.entries(reading.upTo).map(([side, size]) => (
            <input type="hidden" name={side} value={String(size)} />
          ))}
          <Button>{speak.say('today.mark-read')}</Button>
        </form>
      )}
    </>
  );
}

const newTitle = (data: TodayData, speak: Speak, desk: Desk): string =>
  data.reading === null
    ? speak.say('today.new', { side: sideName(desk.look.agreement, otherSide(desk), speak) })
    : speak.say('today.new-to-you');

/** What one side is asked to do. `mine` adds what to do about it. */
export function Duties({ id, duties, empty, mine, props }: {
  readonly id: string;
  readonly duties: readonly DutyRow[];
  readonly empty: string;
  readonly mine: boolean;
  readonly props: { readonly data: Pick<TodayData, 'names' | 'now'>; readonly speak: Speak; readonly desk: Desk };
}): JSX.Element {
  const { data, speak, desk } = props;
  const { agreement, side } = desk.look;
  const mayWrite = desk.viewer?.roles.includes('drafter') === true;
  const columns = [
    { head: speak.say('today.column-due'), is: 'date' as const },
    { head: speak.say('today.column-provision') },
    { head: speak.say('today.column-what') },
    { head: speak.say('today.column-who') },
    { head: speak.say('today.column-because') },
    ...(mine ? [{ head: speak.say('today.column-do') }] : []),
  ];
  const rows = duties.map((duty) => {
    const seat = seatOf(desk.look, duty.side, speak);
    const begin =
      duty.begin !== null && mayWrite ? newAddress(duty.begin.kind, duty.begin.about ?? undefined) : undefined;
    const what = speak.say('today.begin-what', { what: speak.say(duty.what) });
    const doing =
      begin === undefined
        ? { shows: '–', nil: true }
        : {
            shows: (
              <a href={begin} aria-label={what}>
                {speak.say('today.begin')}
              </a>
            ),
          };
    return {
      cells: [
        { shows: due(duty, data.now, seat, speak), nil: duty.due === undefined && duty.dueAt === undefined },
        { shows: <ParagraphLink id={duty.provision} speak={speak} /> },
        { shows: asked(duty, speak) },
        {
          shows: (
            <>
              <Side side={duty.side} /> {bodyName(data.names, agreement, duty.body, speak)}
            </>
          ),
        },
        duty.because === undefined ? { shows: '–', nil: true } : { shows: <ActLink {...duty.because} /> },
        ...(mine && duty.side === side ? [doing] : []),
      ],
    };
  });
  return <RegisterTable id={id} live columns={columns} rows={rows} empty={empty} />;
}

function Approve({ data, speak, desk }: Props): JSX.Element {
  const { approve } = data;
  return (
    <>
      <SectionHead id="approve" title={speak.say('today.approve')} exercise={desk.look.exercise}>
        {speak.say('today.approve-why')}
      </SectionHead>
      <div class="wide" id="approve-rows" data-live>
        {approve === null ? (
          <p class="empty">
            <a href="/sign-in?next=/today">{speak.say('today.sign-in')}</a>
          </p>
        ) : null}
        {approve?.length === 0 ? <p class="empty">{speak.say('today.none-approve')}</p> : null}
        {(approve ?? []).map((draft) => (
          <article class="draft">
            <h3>{draftTitle(draft, speak)}</h3>
            <p class="soft">
              <code>{draft.kind}</code>{' '}
              {speak.say('today.written-by', {
                name: draft.writtenBy.name,
                given: draft.approved,
                needed: draft.needed,
              })}{' '}
              <DraftState draft={draft} speak={speak} />
            </p>
            <Buttons>
              <ButtonLink rank="first" href={`/drafts/${draft.id}`}>
                {speak.say('today.read')}
              </ButtonLink>
            </Buttons>
          </article>
        ))}
      </div>
    </>
  );
}

export function drawToday(data: TodayData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  const other = sideName(desk.look.agreement, otherSide(desk), speak);
  const { city } = seatOf(desk.look, desk.look.side, speak);
  return {
    title: speak.say('today.name'),
    rail: <DeskRail {...props} />,
    leaf: (
      <>
        <Head {...props} />
        <Alarms {...props} />
        <SectionHead id="duties" title={speak.say('today.duties')} exercise={desk.look.exercise}>
          {speak.say('today.duties-why', { city })}
        </SectionHead>
        <Duties id="duty-rows" duties={data.duties} empty={speak.say('today.no-duties')} mine props={props} />
        <Approve {...props} />
        <New {...props} />
        <SectionHead id="others" title={speak.say('today.others', { side: other })}>
          {speak.say('today.others-why')}
        </SectionHead>
        <Duties
          id="other-rows"
          duties={data.others}
          empty={speak.say('today.none-others')}
          mine={false}
          props={props}
        />
        <p class="wide after">
          <a href="/duties">{speak.say('today.all-duties')}</a>
        </p>
      </>
    ),
  };
}
