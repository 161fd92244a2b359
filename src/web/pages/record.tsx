// The page of the record: both logs, what was cosigned, whether both nodes agree, and every act.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { ActLink, Moment } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { Rail, RailLinks, SectionHead, SignedText, TitlePage } from '../../kit/page.tsx';
import { ConcordanceLine } from '../../kit/strip.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { LineView, LogView } from '../../node/node.ts';
import type { Desk } from '../ask.ts';
import { codes } from './act.evidence.tsx';
import { StretchLinks } from './acts.tsx';
import { Cosignatures } from './cosignatures.tsx';
import { CardsSection } from './record.cards.tsx';
import type { RecordData } from './record.data.ts';
import { EvidenceSection } from './record.evidence.tsx';
import { InspectionSection } from './record.inspection.tsx';
import { NotedSection } from './record.noted.tsx';
import { WitnessesSection } from './record.witnesses.tsx';
import { actTitle, saidRow, SaidTable, type Seat, seatOf, sideName } from './said.tsx';

interface Props {
  readonly data: RecordData;
  readonly speak: Speak;
  readonly desk: Desk;
}

const LINE_SHAPE = { open: 'done', broken: 'alarm', paused: 'waiting', never: 'none' } as const;

/** The state of the line in a word and a shape, and when something last went over it. */
export function LineWords({ line, speak, seat }: {
  readonly line: LineView;
  readonly speak: Speak;
  readonly seat: Seat;
}): JSX.Element {
  const when = line.lastExchange === undefined ? undefined : speak.time(line.lastExchange, seat.zone, true);
  return (
    <>
      <State is={LINE_SHAPE[line.state]}>{speak.say(`line.${line.state}`)}</State>
      {when === undefined ? null : `, ${speak.say('line.last', { when: `${when} ${seat.city}` })}`}
      {line.late && line.waiting !== undefined ? (
        <>
          {', '}
          <State is="alarm">
            {speak.say('line.late-since', { when: `${speak.time(line.waiting, seat.zone, true)} ${seat.city}` })}
          </State>
        </>
      ) : null}
      {line.flooded === undefined ? null : (
        <>
          {', '}
          <State is="alarm">{speak.say('line.flooded')}</State>
        </>
      )}
    </>
  );
}

/** Since when the oldest act has not been received, and that this is too long, where it is. */
function Waiting({ data, speak, desk }: Props): JSX.Element {
  const { line } = data;
  const seat = seatOf(desk.look, desk.look.side, speak);
  return (
    <>
      <Moment instant={line.waiting ?? desk.look.now} zone={seat.zone} seconds speak={speak} /> {seat.city}
      {line.late ? (
        <>
          {' '}
          <State is="alarm">{speak.say('line.late')}</State>
        </>
      ) : null}
    </>
  );
}

/** The other side brings more than it may: what is beyond waits there. */
function Flooded({ at, speak, seat }: {
  readonly at: string;
  readonly speak: Speak;
  readonly seat: Seat;
}): JSX.Element {
  return (
    <>
      <Moment instant={at} zone={seat.zone} seconds speak={speak} /> {seat.city}{' '}
      <State is="alarm">{speak.say('line.flooded')}</State>
    </>
  );
}

function Line(props: Props): JSX.Element {
  const { data, speak, desk } = props;
  const { line } = data;
  const seat = seatOf(desk.look, desk.look.side, speak);
  const last =
    line.lastExchange === undefined ? (
      speak.say('record.never')
    ) : (
      <>
        <Moment instant={line.lastExchange} zone={seat.zone} seconds speak={speak} /> {seat.city}
      </>
    );
  const error = (
    <span lang="en" class="long">
      {line.lastError}
    </span>
  );
  const rows = [
    {
      label: speak.say('record.line-state'),
      value: <State is={LINE_SHAPE[line.state]}>{speak.say(`line.${line.state}`)}</State>,
    },
    { label: speak.say('record.line-last'), value: last },
    { label: speak.say('record.line-behind'), value: speak.say('line.behind', { count: line.behind }) },
    ...(line.waiting === undefined ? [] : [{ label: speak.say('record.line-waiting'), value: <Waiting {...props} /> }]),
    ...(line.flooded === undefined
      ? []
      : [{ label: speak.say('record.line-flooded'), value: <Flooded at={line.flooded} speak={speak} seat={seat} /> }]),
    ...(line.lastError === undefined ? [] : [{ label: speak.say('record.line-error'), value: error }]),
  ];
  return (
    <>
      <SectionHead id="line" title={speak.say('record.line')} />
      <div class="wide" id="line-state" data-live>
        <Plain rows={rows} />
      </div>
    </>
  );
}

/** An ML-DSA-44 line has 3,300 letters: the page shows how it begins, its JSON twin and the proof files all of it. */
const LINE_SHOWN = 200;

function shortened(line: string): string {
  return line.length > LINE_SHOWN ? `${line.slice(0, LINE_SHOWN)}…` : line;
}

/** The signature lines of a checkpoint stand after its empty line, as in every signed note. */
function checkpointParts(checkpoint: string): { readonly text: string; readonly signatures: readonly string[] } {
  const split = checkpoint.indexOf('\n\n');
  if (split < 0) return { text: checkpoint, signatures: [] };
  const signatures = checkpoint.slice(split + 2).split('\n').filter((line) => line !== '');
  return { text: checkpoint.slice(0, split + 1), signatures: signatures.map(shortened) };
}

function Log({ log, speak, desk }: { readonly log: LogView; readonly speak: Speak; readonly desk: Desk }): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const name = sideName(desk.look.agreement, log.side, speak);
  const { text, signatures } = checkpointParts(log.checkpoint);
  const signed =
    log.signedAt === undefined ? (
      speak.say('record.not-signed')
    ) : (
      <>
        <Moment instant={log.signedAt} zone={seat.zone} seconds speak={speak} /> {seat.city}
      </>
    );
  const rows = [
    { label: speak.say('record.origin'), value: <code class="long">{log.origin}</code> },
    ...log.closed.map(({ origin, size }) => ({
      label: speak.say('record.closed'),
      value: (
        <>
          <code class="long">{origin}</code>, {speak.say('record.entries', { count: size })}
        </>
      ),
    })),
    { label: speak.say('record.size'), value: speak.say('record.entries', { count: log.size }) },
    { label: speak.say('record.root'), value: <code class="long">{log.root}</code> },
    { label: speak.say('record.signed-at'), value: signed },
  ];
  return (
    <div id={`log-${log.side}-now`} data-live>
      <h3>
        <Side side={log.side} /> {speak.say('record.log-of', { side: name })}
      </h3>
      <p class="soft">{speak.say(log.own ? 'record.own' : 'record.held')}</p>
      <Plain after rows={rows} />
      <h4 class="after">{speak.say('record.checkpoint')}</h4>
      {text === '' ? (
        <p class="empty">{speak.say('record.no-checkpoint')}</p>
      ) : (
        <SignedText text={text} signatures={signatures} label={`${name}: ${speak.say('record.checkpoint')}`} />
      )}
      <h4 class="after">{speak.say('record.cosignatures')}</h4>
      <Cosignatures of={log.cosignatures} speak={speak} seat={seat} />
    </div>
  );
}

function Contested({ data, speak, desk }: Props): JSX.Element {
  const columns = [
    { head: speak.say('said.column-act') },
    { head: speak.say('said.column-what') },
    { head: speak.say('record.column-reason') },
  ];
  const rows = data.contested.map((shown) => ({
    cells: [
      { shows: <ActLink side={shown.act.side} index={shown.act.index} /> },
      { shows: actTitle(saidRow(shown), data.names, desk, speak) },
      {
        shows:
          shown.contested === undefined ? (
            '–'
          ) : (
            <>
              <State is="contested">{speak.say(`refusal.${shown.contested}`)}</State> {codes([shown.contested])}
            </>
          ),
      },
    ],
  }));
  return (
    <>
      <SectionHead id="contested" title={speak.say('record.contested')}>
        {speak.say('record.contested-why')}
      </SectionHead>
      <RegisterTable
        id="contested-rows"
        live
        columns={columns}
        rows={rows}
        empty={speak.say('record.none-contested')}
      />
    </>
  );
}

function Acts({ data, speak, desk }: Props): JSX.Element {
  const empty = speak.say(data.previous === null ? 'record.none-acts' : 'record.none-before');
  return (
    <>
      <SectionHead id="acts" title={speak.say('record.acts')}>
        {speak.say('record.acts-why')}
      </SectionHead>
      <SaidTable id="act-rows" rows={data.acts} names={data.names} empty={empty} speak={speak} desk={desk} />
      <StretchLinks id="act-pages" of={data} address="/record" anchor="#acts" speak={speak} />
      <p class="after">
        <a href="/acts">{speak.say('acts.narrow')}</a>
      </p>
    </>
  );
}

/** What an auditor alone may look at. */
function auditorLinks(speak: Speak, { viewer }: Desk): readonly { readonly href: string; readonly label: string }[] {
  const isAuditor = (viewer?.roles as readonly string[] | undefined)?.includes('auditor') === true;
  return isAuditor ? [{ href: '/readings', label: speak.say('readings.title') }] : [];
}

export function drawRecord(data: RecordData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  const { agreement, exercise } = desk.look;
  const seat = seatOf(desk.look, desk.look.side, speak);
  const links = (['concordance', 'cards', 'line', 'inspection', 'contested', 'acts'] as const).map((id) => ({
    href: `#${id === 'concordance' ? 'agreeing' : id}`,
    label: speak.say(`record.${id}`),
  }));
  return {
    title: speak.say('record.title'),
    rail: (
      <Rail label={speak.say('record.contents')}>
        <RailLinks heading={speak.say('record.contents')} links={[...links, ...auditorLinks(speak, desk)]} />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={speak.say('record.title')}>{speak.say('record.particulars')}</TitlePage>
        <SectionHead id="agreeing" title={speak.say('record.concordance')}>
          {speak.say('record.concordance-why')}
        </SectionHead>
        <div class="wide">
          <ConcordanceLine
            of={data.concordance}
            sides={agreement.participants.map((side) => side.id)}
            zone={seat.zone}
            city={seat.city}
            exercise={exercise}
            speak={speak}
          />
        </div>
        <div class="sheets wide after">
          {data.logs.map((log) => (
            <Log log={log} speak={speak} desk={desk} />
          ))}
        </div>
        <CardsSection cards={data.cards} note={data.note} agreement={agreement} exercise={exercise} speak={speak} />
        <EvidenceSection evidence={data.evidence} speak={speak} seat={seat} />
        <Line {...props} />
        <WitnessesSection witnesses={data.witnesses} speak={speak} seat={seat} />
        <InspectionSection inspection={data.inspection} speak={speak} seat={seat} />
        <Contested {...props} />
        <NotedSection noted={data.noted} speak={speak} seat={seat} />
        <Acts {...props} />
      </>
    ),
  };
}
