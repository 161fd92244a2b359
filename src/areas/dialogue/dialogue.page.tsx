// The page of meetings: the clause, each series with its meetings and what both agreed of them, actions.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { bodyName } from '../../kit/instrument.ts';
import { ActLink, Day, ParagraphLink, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Exercise, State } from '../../kit/marks.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import { ProvisionText } from '../../kit/text.tsx';
import { Readings, Why } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import { atBothSeats } from '../../ways/meeting/tell.ts';
import {
  type ActionShown,
  type Deed,
  type DialogueData,
  loadDialogue,
  type MeetingShown,
  type SeriesShown,
  type TextShown,
} from './dialogue.data.ts';
import { DIALOGUE_SAYS } from './dialogue.says.ts';

interface Props {
  readonly data: DialogueData;
  readonly speak: Speak;
  readonly look: Look;
}

/** The address at which a draft is begun. */
function address({ kind, about }: Deed): string {
  return `/drafts/new?${new URLSearchParams({ kind, ...(about === null ? {} : { about }) }).toString()}`;
}

function Deeds({ deeds, speak, first = false }: {
  readonly deeds: readonly Deed[];
  readonly speak: Speak;
  readonly first?: boolean;
}): JSX.Element {
  if (deeds.length === 0) return <></>;
  return (
    <div class="wide after">
      <Buttons>
        {deeds.map((deed, i) => (
          <ButtonLink href={address(deed)} rank={first && i === 0 ? 'first' : 'other'}>
            {speak.say(deed.title)}
          </ButtonLink>
        ))}
      </Buttons>
    </div>
  );
}

function Clause({ data, speak, look }: Props): JSX.Element {
  const { clause } = data;
  const found = clause === null ? undefined : look.agreement.provision(clause.provision);
  if (clause === null || found === undefined) return <></>;
  return (
    <>
      <section class="reading" id="clause">
        <h2>{speak.say('dialogue.clause')}</h2>
        <p>{speak.say('dialogue.clause-says')}</p>
        <Readings readings={clause.questions} lang="en" />
      </section>
      <blockquote class="side-note treaty clause">
        <p class="no">
          <ParagraphLink id={clause.provision} speak={speak} />
        </p>
        <p lang={look.agreement.prevails ?? 'en'}>
          <ProvisionText text={found.text} statements={found.statements} />
        </p>
      </blockquote>
    </>
  );
}

/** A text in each language it was given in, with whose words they are until both agree. */
function Text({ of, speak }: { readonly of: TextShown; readonly speak: Speak }): JSX.Element {
  const given = Object.entries(of.texts).filter(([, text]) => text !== '');
  return (
    <>
      {of.agreed === null ? (
        <State is="waiting">
          <Sentence speak={speak} say="dialogue.proposed" parts={{ act: <ActLink {...of.proposal} /> }} />
        </State>
      ) : (
        <State is="done">
          <Sentence
            speak={speak}
            say="dialogue.agreed"
            parts={{ proposal: <ActLink {...of.proposal} />, act: <ActLink {...of.agreed} /> }}
          />
        </State>
      )}
      <Why ask={speak.say('dialogue.read')}>
        {given.map(([language, text]) => (
          <p lang={language} class="lines">
            {text}
          </p>
        ))}
      </Why>
    </>
  );
}

function heldWords(meeting: MeetingShown, { speak, look }: Props): Child {
  const sides = look.agreement.participants.filter(({ id }) => meeting.held[id] !== undefined);
  if (meeting.moved !== null) {
    return (
      <State is="none">
        <Sentence speak={speak} say="dialogue.moved" parts={{ act: <ActLink {...meeting.moved} /> }} />
      </State>
    );
  }
  if (sides.length === 0) return <State is="waiting">{speak.say('dialogue.not-held')}</State>;
  return (
    <State is="done">
      {speak.say('dialogue.held')}{' '}
      {sides.map(({ id }) => {
        const ref = meeting.held[id];
        return ref === undefined ? null : (
          <>
            <ActLink {...ref} />{' '}
          </>
        );
      })}
    </State>
  );
}

function Meeting({ meeting, props }: { readonly meeting: MeetingShown; readonly props: Props }): JSX.Element {
  const { speak, look } = props;
  const at = atBothSeats(meeting.start, look.agreement, speak);
  const rows: { label: Child; value: Child }[] = [
    { label: speak.say('dialogue.call'), value: <ActLink {...meeting.call} /> },
    { label: speak.say('meeting.tell.end'), value: atBothSeats(meeting.end, look.agreement, speak) },
    { label: speak.say('meeting.tell.medium'), value: speak.say(`meeting.medium.${meeting.medium}`) },
    ...(meeting.place === '' ? [] : [{ label: speak.say('meeting.tell.place'), value: meeting.place }]),
    { label: speak.say('dialogue.state'), value: heldWords(meeting, props) },
    ...(meeting.agenda === null
      ? []
      : [{ label: speak.say('dialogue.agenda'), value: <Text of={meeting.agenda} speak={speak} /> }]),
    ...(meeting.attendance.length === 0
      ? []
      : [
          {
            label: speak.say('meeting.tell.attendance'),
            value: meeting.attendance.map(({ side, office }) => `${side.toUpperCase()}: ${office}`).join('; '),
          },
        ]),
    ...(meeting.record === null
      ? []
      : [{ label: speak.say('dialogue.record'), value: <Text of={meeting.record} speak={speak} /> }]),
    {
      label: speak.say('dialogue.papers'),
      value: <a href={`/dialogue/document?of=${meeting.call.act}`}>{speak.say('dialogue.papers-open')}</a>,
    },
    ...meeting.decisions.map((decision) => ({
      label: speak.say('dialogue.decision'),
      value: (
        <>
          {decision.words} <ActLink {...decision} />
        </>
      ),
    })),
  ];
  return (
    <section class="wide after" id={`meeting-${meeting.call.side}-${meeting.call.index}`} data-live>
      <h3>
        {at} {look.exercise ? <Exercise /> : null}
      </h3>
      <Plain rows={rows} />
      <Deeds deeds={meeting.deeds} speak={speak} />
    </section>
  );
}

function SeriesSection({ series, props }: { readonly series: SeriesShown; readonly props: Props }): JSX.Element {
  const { speak, look } = props;
  const set = (value: string): string => (value === '' ? speak.say('meeting.not-set') : value);
  const months = series.intervalMonths;
  const days = series.recordDays;
  const rows = [
    { label: speak.say('dialogue.under'), value: <ParagraphLinks ids={series.provisions} speak={speak} /> },
    {
      label: speak.say('dialogue.state'),
      value:
        series.agreed === null ? (
          <State is="waiting">
            <Sentence speak={speak} say="dialogue.proposed" parts={{ act: <ActLink {...series.proposal} /> }} />
          </State>
        ) : (
          <State is="done">
            <Sentence
              speak={speak}
              say="dialogue.agreed"
              parts={{ proposal: <ActLink {...series.proposal} />, act: <ActLink {...series.agreed} /> }}
            />
          </State>
        ),
    },
    { label: speak.say('meeting.tell.level'), value: set(series.level) },
    { label: speak.say('meeting.tell.hosting'), value: set(series.hosting) },
    {
      label: speak.say('meeting.tell.interval'),
      value: months === null ? speak.say('meeting.not-set') : speak.say('meeting.months', { count: months }),
    },
    {
      label: speak.say('meeting.tell.record-days'),
      value: days === null ? speak.say('meeting.not-set') : speak.say('meeting.days', { count: days }),
    },
    {
      label: speak.say('dialogue.next'),
      value:
        series.due === null ? (
          speak.say('dialogue.no-due')
        ) : (
          <>
            <Day iso={series.due.date} speak={speak} /> <code>{series.due.rule}</code>
          </>
        ),
    },
  ];
  const id = `series-${series.proposal.side}-${series.proposal.index}`;
  return (
    <>
      <SectionHead id={id} title={series.name} exercise={look.exercise}>
        {speak.say('dialogue.series-note')}
      </SectionHead>
      <div class="wide" id={`${id}-facts`} data-live>
        <Plain rows={rows} />
        <Deeds deeds={series.deeds} speak={speak} first />
      </div>
      {series.meetings.length === 0 ? <Empty>{speak.say('dialogue.no-meeting')}</Empty> : null}
      {series.meetings.map((one) => (
        <Meeting meeting={one} props={props} />
      ))}
    </>
  );
}

function actionRow(action: ActionShown, { speak, look }: Props) {
  const owner = bodyName(look.agreement, action.owner, speak.language);
  const [deed] = action.deeds;
  return {
    cells: [
      { shows: action.what },
      { shows: <span lang={owner.lang === speak.language ? undefined : owner.lang}>{owner.full}</span> },
      action.due === null
        ? { shows: '–', nil: true }
        : { shows: <Day iso={action.due} speak={speak} short /> },
      { shows: <ActLink {...action.assigned} /> },
      {
        shows:
          action.done === null ? (
            <>
              <State is="waiting">{speak.say('dialogue.open')}</State>{' '}
              {deed === undefined ? null : <a href={address(deed)}>{speak.say(deed.title)}</a>}
            </>
          ) : (
            <>
              <State is="done">{action.done.outcome}</State> <ActLink {...action.done} />
            </>
          ),
      },
    ],
  };
}

function Actions(props: Props): JSX.Element {
  const { data, speak, look } = props;
  const columns = [
    { head: speak.say('meeting.tell.what') },
    { head: speak.say('meeting.tell.owner') },
    { head: speak.say('meeting.tell.due'), is: 'date' as const },
    { head: speak.say('dialogue.column-act') },
    { head: speak.say('dialogue.state') },
  ];
  return (
    <>
      <SectionHead id="actions" title={speak.say('dialogue.actions')} exercise={look.exercise}>
        {speak.say('dialogue.actions-note')}
      </SectionHead>
      <RegisterTable
        id="action-rows"
        live
        columns={columns}
        rows={data.actions.map((action) => actionRow(action, props))}
        empty={speak.say('dialogue.no-action')}
      />
    </>
  );
}

/** `/dialogue`. */
export const DIALOGUE_PAGE: AreaPage<DialogueData> = {
  path: '/dialogue',
  name: 'dialogue.name',
  says: DIALOGUE_SAYS,
  load: loadDialogue,
  draw: (data, speak, look) => {
    const props = { data, speak, look };
    const links = [
      ...data.series.map(({ name, proposal }) => ({ href: `#series-${proposal.side}-${proposal.index}`, label: name })),
      { href: '#actions', label: speak.say('dialogue.actions') },
    ];
    return {
      title: speak.say('dialogue.title'),
      rail: (
        <Rail label={speak.say('dialogue.rail')}>
          <RailLinks heading={speak.say('dialogue.rail')} links={links} />
        </Rail>
      ),
      leaf: (
        <>
          <TitlePage title={speak.say('dialogue.title')}>{speak.say('dialogue.particulars')}</TitlePage>
          <Clause {...props} />
          <div class="wide" id="begin" data-live>
            {data.series.length === 0 ? <p class="empty">{speak.say('dialogue.no-series')}</p> : null}
            <Deeds deeds={data.deeds} speak={speak} first={data.series.length === 0} />
          </div>
          {data.series.map((series) => (
            <SeriesSection series={series} props={props} />
          ))}
          <Actions {...props} />
        </>
      ),
    };
  },
};
