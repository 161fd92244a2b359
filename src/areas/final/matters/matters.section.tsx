// The matters on the page of life: a register of what Part V lets the sides do, with what was said and what can be.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ButtonLink, Buttons } from '../../../kit/form.tsx';
import { Day, ParagraphLink } from '../../../kit/links.tsx';
import { Side, State, type StateShape } from '../../../kit/marks.tsx';
import { SectionHead } from '../../../kit/page.tsx';
import { type Cell, RegisterTable } from '../../../kit/table.tsx';
import { Why } from '../../../kit/why.tsx';
import { draftAddress } from '../notes.table.tsx';
import { Acts, type LifeProps } from '../readings.tsx';
import type { MatterRow, NextStep, StepRow } from './matters.data.ts';

const AGREED: ReadonlySet<string> = new Set([
  'decided', 'agreed', 'concluded', 'confirmed-both', 'settled', 'adopted', 'corrected',
]);
const STANDING: ReadonlySet<string> = new Set(['stands', 'registered', 'kept']);

function shapeOf({ state, over }: MatterRow): StateShape {
  if (state === null) return 'none';
  if (AGREED.has(state)) return 'agree';
  if (STANDING.has(state)) return 'done';
  return over ? 'none' : 'waiting';
}

function Step({ step, props }: { readonly step: StepRow; readonly props: LifeProps }): JSX.Element {
  const { data, look, speak } = props;
  const side = look.agreement.participant(step.side).short[speak.language];
  return (
    <>
      <Day iso={step.on} speak={speak} short /> <Side side={step.side} /> {speak.say(step.title, { side })},{' '}
      <Acts ids={[step.act]} data={data} />
      {!step.asksReceipt ? null : step.received === null ? (
        <>, {speak.say('life.matter.not-received')}</>
      ) : (
        <>, {speak.say('life.matter.received', { date: speak.shortDate(step.received) })}</>
      )}
    </>
  );
}

function stepsCell(row: MatterRow, props: LifeProps): Cell {
  if (row.steps.length === 0) return { shows: props.speak.say('life.matter.none'), nil: true };
  const shows = row.steps.map((step, i) => (
    <>
      {i === 0 ? null : <br />}
      <Step step={step} props={props} />
    </>
  ));
  return { shows };
}

function nextCell(next: readonly NextStep[], props: LifeProps): Cell {
  if (next.length === 0) return { shows: '–', nil: true };
  const shows = next.map(({ kind, title, about }, i) => (
    <>
      {i === 0 ? null : <br />}
      <a href={draftAddress(kind, about ?? undefined)}>{props.speak.say(title)}</a>
    </>
  ));
  return { shows };
}

/** Its name, with the number of its own where there can be several. */
function nameOf({ matter, subject }: MatterRow, { speak }: LifeProps): Child {
  const name = speak.say(`life.matter.name-${matter}`);
  const own = subject.slice(matter.length + 1);
  const [, side, number] = /^([a-z]{2,8})(?:-(\d+))?$/.exec(own) ?? [];
  if (own === '') return name;
  return (
    <>
      {name} {side === undefined ? <span class="id">{own}</span> : <Side side={side} />} {number}
    </>
  );
}

function cells(row: MatterRow, props: LifeProps): readonly Cell[] {
  const { speak } = props;
  const state = row.state === null ? 'life.matter.none' : `life.matter.state-${row.state}`;
  return [
    {
      shows: (
        <>
          {nameOf(row, props)}, <ParagraphLink id={row.provision} speak={speak} />{' '}
          <br />
          <Why ask={speak.say('life.matter.ask')}>
            <p>{speak.say(`life.matter.why-${row.matter}`)}</p>
          </Why>
        </>
      ),
    },
    {
      shows: (
        <>
          <State is={shapeOf(row)}>{speak.say(state)}</State>
          {row.earlier === 0 ? null : (
            <>
              <br />
              <span class="soft">{speak.say('life.matter.rounds', { count: row.earlier })}</span>
            </>
          )}
        </>
      ),
    },
    stepsCell(row, props),
    nextCell(row.next, props),
  ];
}

/** Every matter with its state, and below what can be begun. */
export function Matters({ props }: { readonly props: LifeProps }): JSX.Element {
  const { data, speak } = props;
  const columns = [
    { head: speak.say('life.matter.column-matter') },
    { head: speak.say('life.matter.column-state') },
    { head: speak.say('life.matter.column-steps') },
    { head: speak.say('life.matter.column-next') },
  ];
  return (
    <>
      <SectionHead id="matters" title={speak.say('life.matter.heading')}>
        {speak.say('life.matter.explained')}
      </SectionHead>
      <RegisterTable
        id="matter-rows"
        live
        columns={columns}
        rows={data.matters.map((row) => ({ id: `matter-${row.subject.replace('/', '-')}`, cells: cells(row, props) }))}
        empty={speak.say('life.matter.none')}
      />
      <div class="wide after" id="matter-forms" data-live>
        {data.openings.length === 0 ? null : (
          <>
            <h3>{speak.say('life.matter.begin')}</h3>
            <Buttons>
              {data.openings.map(({ kind, title }) => (
                <ButtonLink href={draftAddress(kind)}>{speak.say(title)}</ButtonLink>
              ))}
            </Buttons>
          </>
        )}
      </div>
    </>
  );
}
