// The sections of the page of one paragraph: statements, acts, reports, readings, criteria, clauses.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Parameter } from '../../agreement/agreement.ts';
import { type Participant, participants } from '../../kit/instrument.ts';
import { provisionName } from '../../kit/links.tsx';
import { Confidence, ReportDate } from '../../kit/margin.tsx';
import { ModalityWord, Sides } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Readings } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import type { ParagraphData } from './paragraph.data.ts';
import { Redline } from '../../kit/redline.tsx';
import { actTitle } from './said.tsx';
import { AmendedList } from './stood.parts.tsx';

/** What every section is drawn from. `own` is the participant whose node this is: days are those of its seat. */
export interface Props {
  readonly data: ParagraphData;
  readonly speak: Speak;
  readonly desk: Desk;
  readonly own: Participant;
}

function StatementTable({ data, speak, desk }: Props): JSX.Element {
  const sides = desk.look.agreement.participants.map(({ id }) => id);
  const rows = data.provision.statements.map((statement) => {
    const by = sides.filter((side) => statement.by === side || statement.by === 'both');
    return {
      id: `statement-${statement.id}`,
      cells: [
        { shows: <a href={`#statement-${statement.id}`}>{statement.id}</a> },
        { shows: <span lang="en">{statement.quote}</span> },
        { shows: <ModalityWord modality={statement.modality} speak={speak} /> },
        { shows: by.length === 0 ? speak.say('paragraph.third-parties') : <Sides sides={by} /> },
        speak.say(`way.${statement.way}`),
      ],
    };
  });
  return (
    <RegisterTable
      columns={[
        { head: speak.say('paragraph.statement'), is: 'word' },
        { head: speak.say('paragraph.words') },
        { head: speak.say('paragraph.column-said-as'), is: 'word' },
        { head: speak.say('paragraph.by') },
        { head: speak.say('paragraph.way') },
      ]}
      rows={rows}
      empty={speak.say('paragraph.no-statements')}
    />
  );
}

/** What amendments made of the words, and what of them is agreed and still to come. */
export function ChangesSection({ data, speak, desk }: Props): JSX.Element {
  const { changes, later, provision } = data;
  if (changes === null && later.length === 0) return <></>;
  return (
    <>
      <SectionHead id="changes" title={speak.say('paragraph.changes')} exercise={desk.look.exercise}>
        {provision.statements.length === 0 ? null : speak.say('text.read-earlier')}
      </SectionHead>
      <div class="instructions wide">
        <p>
          <AmendedList amended={provision.amended} speak={speak} />
        </p>
        {changes === null ? null : <Redline stretches={changes} lang="en" speak={speak} />}
        {later.length === 0 ? null : (
          <p>
            {speak.say('paragraph.changes-later')} <AmendedList amended={later} speak={speak} />
          </p>
        )}
      </div>
    </>
  );
}

export function Statements(props: Props): JSX.Element {
  const { data, speak, desk } = props;
  const confirmed = participants(desk.look.agreement, speak.language)
    .filter(({ side }) => data.confirmedBy.includes(side))
    .map(({ name }) => name);
  const by = confirmed.length === 0 ? speak.say('paragraph.confirmed-by-none') : speak.list(confirmed);
  return (
    <>
      <SectionHead id="statements" title={speak.say('paragraph.statements')}>
        {speak.say('paragraph.statements-note', { by })}
      </SectionHead>
      <StatementTable {...props} />
    </>
  );
}

export function Acts({ data, speak, desk, own }: Props): JSX.Element {
  const [first, second] = participants(desk.look.agreement, speak.language);
  if (first === undefined || second === undefined) throw new Error('paragraph: an agreement has two sides');
  const note = data.more
    ? `${speak.say('paragraph.acts-note')} ${speak.say('paragraph.acts-cut', { count: data.acts.length })}`
    : speak.say('paragraph.acts-note');
  const edge = ({ name }: Participant): string => speak.say('paragraph.said-by-side', { side: name });
  return (
    <>
      <SectionHead id="acts" title={speak.say('paragraph.acts')}>
        {note}
      </SectionHead>
      <Timeline
        id="timeline"
        sides={[first.side, second.side]}
        saidBy={[edge(first), edge(second)]}
        acts={data.acts.map((act) => ({
          side: act.side,
          index: act.index,
          day: speak.civil(act.at, own.zone),
          says: actTitle(act, data.names, desk, speak),
          rung: act.rung ?? undefined,
          contested: act.contested !== null,
          exercise: act.exercise,
        }))}
        empty={speak.say('paragraph.no-acts', { name: provisionName(data.provision.id, speak) })}
        speak={speak}
      />
    </>
  );
}

export function Reports({ data, speak }: Props): JSX.Element {
  return (
    <>
      <SectionHead id="reported" title={speak.say('paragraph.reported')}>
        {speak.say('paragraph.reported-note')}
      </SectionHead>
      <RegisterTable
        columns={[
          { head: speak.say('paragraph.report-date') },
          { head: speak.say('paragraph.report-says') },
          { head: speak.say('paragraph.report-sure') },
          { head: speak.say('paragraph.report-source') },
        ]}
        rows={data.provision.reports.map((report) => ({
          cells: [
            { shows: <ReportDate date={report.date} speak={speak} /> },
            { shows: <span lang="en">{report.says}</span> },
            { shows: <Confidence letter={report.confidence} speak={speak} /> },
            { shows: <span class="long">{report.source}</span> },
          ],
        }))}
        empty={speak.say('paragraph.no-reports')}
      />
    </>
  );
}

export function ReadingsSection({ data, speak }: Props): JSX.Element {
  const { readings } = data.provision;
  if (readings.length === 0) return <></>;
  return (
    <>
      <SectionHead id="readings" title={speak.say('paragraph.readings')}>
        {speak.say('paragraph.readings-note')}
      </SectionHead>
      <ol class="criteria wide">
        {readings.map(({ statement, readings: ways }) => (
          <li>
            <span class="letter">{statement}</span>
            <Readings readings={ways} lang="en" />
          </li>
        ))}
      </ol>
    </>
  );
}

export function Criteria({ data, speak }: Props): JSX.Element {
  const criteria = data.provision.statements.filter(({ countsAsDone }) => countsAsDone !== null);
  if (criteria.length === 0) return <></>;
  return (
    <>
      <SectionHead id="criteria" title={speak.say('paragraph.criteria')}>
        {speak.say('paragraph.criteria-note')}
      </SectionHead>
      <ol class="criteria wide">
        {criteria.map(({ id, countsAsDone }) => (
          <li>
            <span class="letter">{id}</span>
            <span lang="en">{countsAsDone}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A parameter's value for people. Its own nouns are the data's, in the language of the text. */
function valueOf(value: unknown, speak: Speak): Child {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return speak.say(value ? 'paragraph.yes' : 'paragraph.no');
  if (typeof value === 'number') return speak.number(value);
  return <span lang="en">{plainText(value)}</span>;
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join('; ');
  if (typeof value === 'object' && value !== null) {
    const { words, ...rest } = value as Readonly<Record<string, unknown>>;
    if (typeof words === 'string') return words;
    return Object.entries(rest)
      .map(([name, held]) => `${name}: ${plainText(held)}`)
      .join(', ');
  }
  return String(value);
}

function parameterRow(
  name: string,
  parameter: Parameter,
  speak: Speak,
): Parameters<typeof RegisterTable>[0]['rows'][number] {
  const because = parameter.words ?? parameter.why;
  return {
    cells: [
      { shows: <code>{name}</code> },
      { shows: valueOf(parameter.value, speak), nil: parameter.basis === 'absent' },
      { shows: speak.say(`basis.${parameter.basis}`), nil: parameter.basis === 'absent' },
      because === undefined
        ? { shows: '–', nil: true }
        : {
            shows: (
              <span class={parameter.words === undefined ? undefined : 'treaty'} lang="en">
                {because}
              </span>
            ),
          },
    ],
  };
}

export function Clauses({ data, speak }: Props): JSX.Element {
  if (data.families.length === 0) return <></>;
  return (
    <>
      <SectionHead id="clauses" title={speak.say('paragraph.parameters')}>
        {speak.say('paragraph.parameters-note')}
      </SectionHead>
      {data.families.map((clause) => (
        <>
          <RegisterTable
            id={`clause-${clause.family}`}
            caption={<code>{clause.family}</code>}
            columns={[
              { head: speak.say('paragraph.parameter') },
              { head: speak.say('paragraph.value') },
              { head: speak.say('paragraph.basis') },
              { head: speak.say('paragraph.because') },
            ]}
            rows={Object.entries(clause.parameters).map(([name, parameter]) => parameterRow(name, parameter, speak))}
            empty="–"
          />
          {clause.questions.length === 0 ? null : (
            <div class="wide after">
              <p class="soft">{speak.say('paragraph.questions')}</p>
              <Readings readings={clause.questions} lang="en" />
            </div>
          )}
        </>
      ))}
    </>
  );
}
