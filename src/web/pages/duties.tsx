// The page of duties: what is due of whom and why, who is on duty, who stands in, who was told and who could not be.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, Buttons, Csrf, FormErrors, FormFields, type FormField } from '../../kit/form.tsx';
import { Moment } from '../../kit/links.tsx';
import { State } from '../../kit/marks.tsx';
import { Empty, Notice as Said, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Notice } from '../../node/node.ts';
import type { Desk } from '../ask.ts';
import { mendOf } from '../problem.ts';
import type { DutiesData } from './duties.data.ts';
import { seatOf } from './said.tsx';
import { Duties } from './today.tsx';

interface Props {
  readonly data: DutiesData;
  readonly speak: Speak;
  readonly desk: Desk;
}
interface DeskProps extends Props {
  readonly of: NonNullable<DutiesData['desk']>;
  readonly csrf: string;
}

/** What is wrong with one form, above it; nothing above the others. */
function Wrong({ form, data, speak }: Props & { readonly form: string }): JSX.Element {
  const { problem, refused } = data;
  if (problem === null || refused !== form) return <></>;
  if (problem.field !== undefined) {
    const error = { name: problem.field, wrong: mendOf(problem, speak), detail: problem.detail };
    return <FormErrors errors={[error]} speak={speak} />;
  }
  return <Said is="alarm" says={speak.say(`problem.title-${problem.status}`)} mend={mendOf(problem, speak)} />;
}

const typedIn = (form: string, { refused, typed }: DutiesData): DutiesData['typed'] => (refused === form ? typed : {});

/** A row's one button, in a form of its own: it works without script. */
function RowButton({
  action,
  csrf,
  what,
  children,
}: {
  readonly action: string;
  readonly csrf: string;
  readonly what: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <form method="post" action={action} aria-label={what}>
      <Csrf token={csrf} />
      <Button>{children}</Button>
    </form>
  );
}

/** The fields of a span. Two forms of one page have such fields, so their names begin with that of the form. */
function spanFields(form: string, now: string, zone: string, speak: Speak): readonly FormField[] {
  const today = speak.civil(now, zone);
  const field = (name: string, input: 'date' | 'time', initial: string): FormField => ({
    name: `${form}-${name}`,
    label: `duties.field-${name}`,
    input,
    required: true,
    initial,
  });
  return [
    field('starts-date', 'date', today),
    field('starts-time', 'time', '08:00'),
    field('ends-date', 'date', today),
    field('ends-time', 'time', '20:00'),
  ];
}

function people(name: string, of: readonly { readonly id: string; readonly name: string }[]): FormField {
  const options = of.map((one) => ({ value: one.id, text: one.name }));
  return { name, label: `duties.field-${name}`, input: 'choice', required: true, options };
}

interface Span {
  readonly id: string;
  readonly who: string;
  readonly starts: string;
  readonly ends: string;
}

function SpanTable({
  id,
  rows,
  empty,
  action,
  may,
  props,
}: {
  readonly id: string;
  readonly rows: readonly Span[];
  readonly empty: string;
  readonly action: string;
  readonly may: boolean;
  readonly props: DeskProps;
}): JSX.Element {
  const { speak, desk, csrf, of } = props;
  const { zone, city } = seatOf(desk.look, desk.look.side, speak);
  const named = (official: string): string => of.colleagues.find((one) => one.id === official)?.name ?? official;
  const columns = [
    { head: speak.say('duties.column-official') },
    { head: speak.say('duties.column-from', { city }), is: 'date' as const },
    { head: speak.say('duties.column-to', { city }), is: 'date' as const },
    ...(may ? [{ head: speak.say('duties.column-do') }] : []),
  ];
  const table = rows.map((row) => ({
    cells: [
      named(row.who),
      { shows: <Moment instant={row.starts} zone={zone} speak={speak} /> },
      { shows: <Moment instant={row.ends} zone={zone} speak={speak} /> },
      ...(may
        ? [
            {
              shows: (
                <RowButton
                  action={`${action}/${row.id}/end`}
                  csrf={csrf}
                  what={speak.say('duties.end-what', { what: named(row.who) })}
                >
                  {speak.say('duties.end')}
                </RowButton>
              ),
            },
          ]
        : []),
    ],
  }));
  return <RegisterTable id={id} live columns={columns} rows={table} empty={empty} />;
}

function Roster(props: DeskProps): JSX.Element {
  const { data, speak, desk, of, csrf } = props;
  const may = desk.viewer?.roles.includes('approver') === true;
  const { zone } = seatOf(desk.look, desk.look.side, speak);
  return (
    <>
      <SectionHead id="roster" title={speak.say('duties.roster')} exercise={desk.look.exercise}>
        {speak.say('duties.roster-why')}
      </SectionHead>
      <SpanTable
        id="roster-rows"
        rows={of.shifts.map((shift) => ({ ...shift, who: shift.official }))}
        empty={speak.say('duties.no-shifts')}
        action="/duties/shifts"
        may={may}
        props={props}
      />
      {may ? (
        <form class="wide" method="post" action="/duties/shifts">
          <Wrong form="shift" {...props} />
          <Csrf token={csrf} />
          <FormFields
            fields={[people('official', of.colleagues), ...spanFields('shift', data.now, zone, speak)]}
            typed={typedIn('shift', data)}
            speak={speak}
          />
          <Buttons exercise={desk.look.exercise}>
            <Button>{speak.say('duties.assign')}</Button>
          </Buttons>
        </form>
      ) : null}
    </>
  );
}

function Deputies(props: DeskProps): JSX.Element {
  const { data, speak, desk, of, csrf } = props;
  const { zone } = seatOf(desk.look, desk.look.side, speak);
  const others = of.colleagues.filter(({ id }) => id !== desk.viewer?.id);
  return (
    <>
      <SectionHead id="deputies" title={speak.say('duties.deputies')} exercise={desk.look.exercise}>
        {speak.say('duties.deputies-why')}
      </SectionHead>
      <SpanTable
        id="deputy-rows"
        rows={of.delegations.map((one) => ({ ...one, who: one.deputy }))}
        empty={speak.say('duties.no-deputies')}
        action="/duties/delegations"
        may
        props={props}
      />
      <form class="wide" method="post" action="/duties/delegations">
        <Wrong form="delegation" {...props} />
        <Csrf token={csrf} />
        <FormFields
          fields={[people('deputy', others), ...spanFields('delegation', data.now, zone, speak)]}
          typed={typedIn('delegation', data)}
          speak={speak}
        />
        <Buttons exercise={desk.look.exercise}>
          <Button>{speak.say('duties.delegate')}</Button>
        </Buttons>
      </form>
    </>
  );
}

const STANDS = { told: 'done', waiting: 'moving', 'given-up': 'alarm' } as const;

function Notices({
  id,
  notices,
  empty,
  again,
  props,
}: {
  readonly id: string;
  readonly notices: readonly Notice[];
  readonly empty: string;
  readonly again: boolean;
  readonly props: DeskProps;
}): JSX.Element {
  const { speak, desk, csrf } = props;
  const { zone, city } = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('duties.column-when', { city }), is: 'date' as const },
    { head: speak.say('duties.column-notice') },
    { head: speak.say('duties.column-why') },
    { head: speak.say('duties.column-way') },
    { head: speak.say('duties.column-stands'), is: 'word' as const },
    ...(again ? [{ head: speak.say('duties.column-do') }] : []),
  ];
  const rows = notices.map((notice) => ({
    cells: [
      { shows: <Moment instant={notice.toldAt ?? notice.madeAt} zone={zone} seconds speak={speak} /> },
      notice.subject,
      speak.say(`duties.reason-${notice.reason}`),
      {
        shows: (
          <>
            {speak.say(`duties.way-${notice.channel}`)}
            {notice.error === undefined ? null : (
              <>
                <br />
                <span lang="en">{notice.error}</span>
              </>
            )}
          </>
        ),
      },
      { shows: <State is={STANDS[notice.state]}>{speak.say(`duties.state-${notice.state}`)}</State> },
      ...(again
        ? [
            {
              shows: (
                <RowButton action={`/duties/notices/${notice.id}/again`} csrf={csrf} what={notice.subject}>
                  {speak.say('duties.again')}
                </RowButton>
              ),
            },
          ]
        : []),
    ],
  }));
  return <RegisterTable id={id} live columns={columns} rows={rows} empty={empty} />;
}

function Calendar(props: DeskProps): JSX.Element {
  const { data, speak, of, csrf } = props;
  return (
    <>
      <SectionHead id="calendar" title={speak.say('duties.calendar')}>
        {speak.say('duties.calendar-why')}
      </SectionHead>
      <div class="wide">
        <Wrong form="calendar" {...props} />
        {data.opened === null ? null : (
          <Said is="done" says={speak.say('duties.opened')}>
            <p>
              <code>{data.opened}</code>
            </p>
          </Said>
        )}
        <p>{speak.say('duties.calendars', { count: of.calendars })}</p>
        <form method="post" action="/duties/calendars">
          <Csrf token={csrf} />
          <Buttons>
            <Button name="scope" value="mine">
              {speak.say('duties.open-mine')}
            </Button>
            <Button name="scope" value="body">
              {speak.say('duties.open-body')}
            </Button>
            {of.calendars === 0 ? null : (
              <Button formaction="/duties/calendars/close">{speak.say('duties.close-calendars')}</Button>
            )}
          </Buttons>
        </form>
      </div>
    </>
  );
}

function DeskSections(props: DeskProps): JSX.Element {
  const { speak, desk, of } = props;
  return (
    <>
      <SectionHead id="told" title={speak.say('duties.told')} exercise={desk.look.exercise}>
        {speak.say('duties.told-why')}
      </SectionHead>
      <Notices id="told-rows" notices={of.mine} empty={speak.say('duties.none-told')} again={false} props={props} />
      <p class="wide after" id="browser-notices" hidden>
        <button type="button" class="button">
          {speak.say('duties.browser')}
        </button>
      </p>
      <SectionHead id="given-up" title={speak.say('duties.given-up')}>
        {speak.say('duties.given-up-why')}
      </SectionHead>
      <Wrong form="notice" {...props} />
      <Notices id="given-up-rows" notices={of.givenUp} empty={speak.say('duties.none-given-up')} again props={props} />
      <Roster {...props} />
      <Deputies {...props} />
      <Calendar {...props} />
    </>
  );
}

const SECTIONS = ['own', 'others'] as const;
const DESK_SECTIONS = ['told', 'given-up', 'roster', 'deputies', 'calendar'] as const;

export function drawDuties(data: DutiesData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  const { city } = seatOf(desk.look, desk.look.side, speak);
  const sections = data.desk === null ? SECTIONS : [...SECTIONS, ...DESK_SECTIONS];
  return {
    title: speak.say('duties.title'),
    rail: (
      <Rail label={speak.say('today.contents')}>
        <RailLinks
          heading={speak.say('today.contents')}
          links={sections.map((id) => ({ href: `#${id}`, label: speak.say(`duties.${id}`) }))}
        />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={speak.say('duties.title')}>{speak.say('duties.particulars')}</TitlePage>
        <SectionHead id="own" title={speak.say('duties.own')} exercise={desk.look.exercise}>
          {speak.say('today.duties-why', { city })}
        </SectionHead>
        <Duties id="own-rows" duties={data.duties} empty={speak.say('today.no-duties')} mine props={props} />
        <SectionHead id="others" title={speak.say('duties.others')}>
          {speak.say('duties.others-why')}
        </SectionHead>
        <Duties
          id="others-rows"
          duties={data.others}
          empty={speak.say('today.none-others')}
          mine={false}
          props={props}
        />
        {data.desk === null || data.csrf === null ? (
          <>
            <SectionHead id="desk" title={speak.say('duties.desk')} />
            <Empty>
              <a href="/sign-in?next=/duties">{speak.say('duties.sign-in')}</a>
            </Empty>
          </>
        ) : (
          <DeskSections {...props} of={data.desk} csrf={data.csrf} />
        )}
      </>
    ),
  };
}
