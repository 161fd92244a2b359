// The package on the lines of its clause, the next steps as one act of both, the record both agreed to.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { bodyName } from '../../kit/instrument.ts';
import { Day, ParagraphLink, Sentence } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { Empty, SectionHead } from '../../kit/page.tsx';
import { type Cell, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import { type RoomProps, SaidBy } from './room.clock.tsx';
import type { AgreedShown, LineShown } from './room.data.ts';

/** Lines that the interface has a word for, by the words of the clause. Others stand as the clause has them. */
const LINES: Readonly<Record<string, string>> = {
  'political': 'consultation.line.political',
  'security and defence': 'consultation.line.security',
  'humanitarian': 'consultation.line.humanitarian',
  'economic': 'consultation.line.economic',
  'military assistance': 'consultation.line.military',
};

function lineName(line: string, speak: Speak): string {
  const word = LINES[line];
  return word === undefined ? line : speak.say(word);
}

const ANSWER_STATES = { accepted: 'done', declined: 'none', noted: 'moving' } as const;

function stands({ needs, assistance }: LineShown, { speak }: RoomProps): Child {
  if (assistance.length === 0) {
    if (needs.length === 0) return <State is="none">{speak.say('consultation.line-open')}</State>;
    return <State is="waiting">{speak.say('consultation.line-needed')}</State>;
  }
  return assistance.map(({ answer }) => {
    if (answer === null) return <p><State is="moving">{speak.say('consultation.to-answer')}</State></p>;
    const shape = ANSWER_STATES[answer.answer as keyof typeof ANSWER_STATES];
    return (
      <p>
        <State is={shape}>{speak.say(`consultation.answer.${answer.answer}`)}</State>{' '}
        <SaidBy speak={speak} {...answer} />
      </p>
    );
  });
}

const NIL: Cell = { shows: '–', nil: true };

function lineCells(line: LineShown, props: RoomProps): readonly Cell[] {
  const { speak } = props;
  const leads = line.assistance.flatMap(({ body }) => (body?.leads == null ? [] : [body.leads]));
  return [
    { shows: lineName(line.line, speak) },
    line.needs.length === 0
      ? NIL
      : {
          shows: line.needs.map(({ body, ...ref }) => (
            <p class="lines">
              {body?.text} <SaidBy speak={speak} {...ref} />
            </p>
          )),
        },
    line.assistance.length === 0
      ? NIL
      : {
          shows: line.assistance.map(({ body, side, index }) => (
            <p class="lines">
              {body?.text} <SaidBy speak={speak} side={side} index={index} />
            </p>
          )),
        },
    { shows: stands(line, props) },
    leads.length === 0 ? NIL : { shows: leads.map((id) => <p><ParagraphLink id={id} speak={speak} /></p>) },
  ];
}

/** Needs as consulted and assistance as proposed, line by line: what is proposed is not yet promised, given or sent. */
export function Package(props: RoomProps): JSX.Element {
  const { shown, speak, look } = props;
  const { to, by, provision } = shown.assistance;
  const invented = look.exercise || shown.drill;
  const columns = [
    { head: speak.say('consultation.column-line') },
    {
      head: <>{speak.say('consultation.column-need')} <Side side={to} /></>,
      label: speak.say('consultation.column-need'),
    },
    {
      head: <>{speak.say('consultation.column-assistance')} <Side side={by} /></>,
      label: speak.say('consultation.column-assistance'),
    },
    { head: speak.say('consultation.column-stands') },
    { head: speak.say('consultation.column-leads') },
  ];
  const note = <ParagraphLink id={provision} speak={speak} />;
  return (
    <>
      <SectionHead id="package" title={speak.say('consultation.section.package')} exercise={invented}>
        <Sentence
          speak={speak}
          say={shown.under === 'reciprocity' ? 'consultation.package-practice' : 'consultation.package-note'}
          values={{ by: look.agreement.participant(by).short[speak.language] }}
          parts={{ provision: note }}
        />
      </SectionHead>
      <RegisterTable
        id="package-rows"
        live
        columns={columns}
        rows={shown.lines.map((line) => ({ cells: lineCells(line, props) }))}
        empty=""
      />
    </>
  );
}

/** Whose words they are until both have agreed, and by which act they did. */
function Accord({ of, none, speak }: {
  readonly of: AgreedShown<unknown> | null;
  readonly none: string;
  readonly speak: Speak;
}): JSX.Element {
  if (of === null) return <Empty>{none}</Empty>;
  const proposal = <SaidBy speak={speak} {...of.proposal} />;
  if (of.agreed === null) {
    return (
      <p>
        <State is="waiting">
          <Sentence speak={speak} say="consultation.not-agreed" parts={{ act: proposal }} />
        </State>
      </p>
    );
  }
  return (
    <p>
      <State is="done">
        <Sentence
          speak={speak}
          say="consultation.agreed"
          parts={{ proposal, act: <SaidBy speak={speak} {...of.agreed} /> }}
        />
      </State>
    </p>
  );
}

export function Steps({ shown, speak, look }: RoomProps): JSX.Element {
  const { steps } = shown;
  const invented = look.exercise || shown.drill;
  const open = speak.say(steps?.agreed === null ? 'consultation.proposed-only' : 'consultation.step-open');
  const columns = [
    { head: speak.say('consultation.column-step') },
    { head: speak.say('consultation.column-who') },
    { head: speak.say('consultation.column-by-day'), is: 'date' as const },
    { head: speak.say('consultation.column-stands') },
  ];
  const rows = (steps?.proposal.body?.steps ?? []).map(({ what, who, by }, i) => {
    const done = shown.done[i];
    const owner = bodyName(look.agreement, who, speak.language);
    return {
      cells: [
        { shows: `${i + 1}. ${what}` },
        { shows: <span lang={owner.lang === speak.language ? undefined : owner.lang}>{owner.full}</span> },
        by === null ? NIL : { shows: <Day iso={by} speak={speak} short /> },
        {
          shows:
            done === undefined ? (
              <State is="waiting">{open}</State>
            ) : (
              <>
                <State is="done">{speak.say('consultation.step-done')}</State> <SaidBy speak={speak} {...done} />
              </>
            ),
        },
      ],
    };
  });
  return (
    <>
      <SectionHead id="next" title={speak.say('consultation.section.next')} exercise={invented}>
        {speak.say('consultation.next-note')}
      </SectionHead>
      <div class="wide" id="next-rows" data-live>
        <Accord of={steps} none={speak.say('consultation.no-steps')} speak={speak} />
        {steps === null ? null : (
          <div class="after">
            <RegisterTable columns={columns} rows={rows} empty="" />
          </div>
        )}
      </div>
    </>
  );
}

export function Record({ shown, speak, look }: RoomProps): JSX.Element {
  const { record } = shown;
  const invented = look.exercise || shown.drill;
  return (
    <>
      <SectionHead id="record" title={speak.say('consultation.section.record')} exercise={invented}>
        {speak.say('consultation.record-note')}
      </SectionHead>
      <div class="wide" id="record-text" data-live>
        <Accord of={record} none={speak.say('consultation.no-record')} speak={speak} />
        {record?.proposal.body == null ? null : <p class="lines after">{record.proposal.body.text}</p>}
      </div>
    </>
  );
}
