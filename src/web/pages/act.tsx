// The page of one act: what was said, how far it has come, the exact bytes, what it refers to, how to prove it.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn, Rung } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { actAddress, ActLink, actName, Day, Moment, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Ladder } from '../../kit/ladder.tsx';
import { Exercise, Side, Sides, State } from '../../kit/marks.tsx';
import { IdentityRail, RailLinks, SectionHead } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { newAddress } from '../forms.ts';
import type { ActData } from './act.data.ts';
import { actOfRung, codes, Notes, Parts, Proof, type Props, References, Signed } from './act.evidence.tsx';
import { actTitle, bodyName, seatOf, sideName } from './said.tsx';
import { Opening } from './sealing.tsx';

function Told({ data, speak, desk }: Props): JSX.Element {
  const kind = desk.kinds.get(data.header.kind);
  if (kind === undefined) return <p class="after">{speak.say('act.unknown-kind')}</p>;
  if (!data.held) return <p class="after">{speak.say('act.erased')}</p>;
  const { agreement } = desk.look;
  const hasWords = data.content !== null;
  const words = !hasWords ? [] : (kind.tellContent?.(data.content, speak, agreement) ?? []);
  const rows = [...kind.tell(data.body, speak, agreement), ...words];
  return (
    <>
      <Plain after rows={rows.map(([label, value]) => ({ label: speak.say(label), value }))} />
      {hasWords || kind.kind.content === undefined ? null : <p class="after">{speak.say('act.no-words')}</p>}
    </>
  );
}

function Title({ data, speak, desk }: Props): JSX.Element {
  const { header } = data;
  const kicker = (
    <>
      {header.exercise === true ? <Exercise /> : null} <code>{header.kind}</code>,{' '}
      {speak.say('act.number', { number: header.number })}
    </>
  );
  const by = bodyName(data.names, desk.look.agreement, header.by, speak);
  const to = speak.list(header.to.map((id) => bodyName(data.names, desk.look.agreement, id, speak)));
  return (
    <header class="title-page">
      <p class="kicker">{kicker}</p>
      <h1>{actTitle({ kind: header.kind, side: data.side, by: header.by }, data.names, desk, speak)}</h1>
      <p class="particulars">
        <Sentence
          speak={speak}
          say="act.particulars"
          values={{ by, to }}
          parts={{ provisions: <ParagraphLinks ids={header.provisions} speak={speak} /> }}
        />
      </p>
      <Told data={data} speak={speak} desk={desk} />
    </header>
  );
}

const TLP_WORDS = {
  'CLEAR': 'act.tlp-clear',
  'GREEN': 'act.tlp-green',
  'AMBER': 'act.tlp-amber',
  'AMBER+STRICT': 'act.tlp-strict',
  'RED': 'act.tlp-red',
} as const;

/** The label in words: only rows that the label has, and whether persons are spoken of in any case. */
function labelRows({ data, speak, desk }: Props): readonly { readonly label: string; readonly value: Child }[] {
  const { label } = data.header;
  const rows: { label: string; value: Child }[] = [];
  const add = (name: string, value: Child | undefined): void => {
    if (value !== undefined) rows.push({ label: speak.say(`act.label-${name}`), value });
  };
  const tlp = (
    <>
      {speak.say(TLP_WORDS[label.tlp])}{' '}
      <span class="id soft" lang="en">
        TLP:{label.tlp}
      </span>
    </>
  );
  const order = desk.look.agreement.participants.map((side) => side.id);
  const released = label.rel.map((side) => side.toLowerCase());
  add('for', tlp);
  add('released', <Sides sides={order.filter((side) => released.includes(side))} />);
  add('bodies', label.bodies === undefined ? undefined : codes(label.bodies));
  add('originator', label.originator === undefined ? undefined : codes([label.originator]));
  add('onward', label.orcon === true ? speak.say('act.label-orcon') : undefined);
  add('codes', label.codes === undefined ? undefined : codes(label.codes));
  add('action', label.action === undefined ? undefined : codes([label.action]));
  add('purpose', label.purpose === undefined ? undefined : codes(label.purpose));
  const { personal } = label;
  add('persons', personal === undefined ? speak.say('act.label-no-persons') : codes(personal.categories));
  add('keep', label.keepUntil === undefined ? undefined : <Day iso={label.keepUntil} speak={speak} />);
  add('review', label.reviewAt === undefined ? undefined : <Day iso={label.reviewAt} speak={speak} />);
  const grade = `${label.source ?? ''}${label.information ?? ''}`;
  add('source', grade === '' ? undefined : codes([grade]));
  return rows;
}

function LabelNote(props: Props): JSX.Element {
  const { speak } = props;
  return (
    <aside class="side-note" aria-label={speak.say('act.label')}>
      <h2>{speak.say('act.label')}</h2>
      <Plain rows={labelRows(props)} />
      <p class="soft">{speak.say('act.label-why')}</p>
    </aside>
  );
}

function handOf(rung: Rung, { data, speak, desk }: Props): Child {
  const by = bodyName(data.names, desk.look.agreement, rung.by, speak);
  const key = <code>{by}</code>;
  const size = rung.covers ?? data.index + 1;
  switch (rung.name) {
    case 'draft':
    case 'approved':
      return speak.say(`act.rung-${rung.name}`, { by });
    case 'recorded':
      return <Sentence speak={speak} say="act.rung-recorded" values={{ index: data.index }} parts={{ by: key }} />;
    case 'witnessed':
    case 'received':
      return <Sentence speak={speak} say={`act.rung-${rung.name}`} values={{ size }} parts={{ by: key }} />;
    case 'acknowledged': {
      const act = actOfRung(rung, data);
      return <Sentence speak={speak} say="act.rung-acknowledged" values={{ by }} parts={{ act }} />;
    }
  }
}

/** What became of it beside the ladder: what its area says of it, and whose node has erased its parts. */
function Became({ data, speak, desk }: Props): JSX.Element {
  const erased = Object.entries(data.erased).map(([side, { index, at }]) => {
    const when = <Moment instant={at} zone={seatOf(desk.look, side, speak).zone} speak={speak} />;
    const parts = { side: <Side side={side} />, at: when, act: <ActLink side={side} index={index} /> };
    return <Sentence speak={speak} say="act.erased-by" parts={parts} />;
  });
  if (data.fates.length === 0 && erased.length === 0) return <></>;
  return (
    <ul class="wide after" id="became" data-live>
      {data.fates.map(({ is, says, act }) => (
        <li>
          <State is={is}>
            <Sentence speak={speak} say={says} parts={{ act: <ActLink {...act} /> }} />
          </State>
        </li>
      ))}
      {erased.map((sentence) => (
        <li>
          <State is="none">{sentence}</State>
        </li>
      ))}
    </ul>
  );
}

function Climb(props: Props): JSX.Element {
  const { data, speak, desk } = props;
  const seat = seatOf(desk.look, desk.look.side, speak);
  const receipt = desk.kinds.get(data.header.kind)?.kind.receipt;
  const own = data.side === desk.look.side;
  const untold = speak.say(own ? 'act.draft-untold' : 'act.open-draft');
  const waits = {
    draft: untold,
    approved: untold,
    acknowledged: speak.say(receipt === false ? 'act.no-receipt' : 'act.open-acknowledged'),
  };
  const rungs = data.rungs.map((rung) => ({ name: rung.name, at: rung.at, by: handOf(rung, props) }));
  const { contested } = data;
  return (
    <>
      <SectionHead id="ladder" title={speak.say('act.ladder')}>
        {speak.say('act.ladder-why')}
      </SectionHead>
      <Ladder rungs={rungs} zone={seat.zone} city={seat.city} waits={waits} speak={speak} />
      <p class="wide after" id="stands" data-live>
        {contested === null ? (
          <State is="none">{speak.say('act.not-contested')}</State>
        ) : (
          <>
            <State is="contested">{speak.say('act.contested', { code: contested })}</State>{' '}
            {speak.say(`refusal.${contested}`)}
          </>
        )}
      </p>
      <Became {...props} />
    </>
  );
}

function Answers({ data, speak, desk }: Props): JSX.Element {
  const mayWrite = desk.viewer === undefined || desk.viewer.roles.includes('drafter');
  if (data.answers.length === 0 || !mayWrite) return <></>;
  return (
    <>
      <SectionHead id="answer" title={speak.say('act.answer')}>
        {speak.say('act.answer-why')}
      </SectionHead>
      <div class="wide">
        <Buttons>
          {data.answers.map((answer) => (
            <ButtonLink href={newAddress(answer.kind, data.id)}>{speak.say(answer.title)}</ButtonLink>
          ))}
        </Buttons>
      </div>
    </>
  );
}

function ActRail({ data, speak, desk }: Props): JSX.Element {
  const { side, index } = data;
  const turn = (word: string, to: number): JSX.Element => (
    <a href={actAddress(side, to)}>{speak.say(`act.${word}`, { index: to })}</a>
  );
  const sections = ['ladder', 'signed', 'parts', ...(data.notes.length > 0 ? ['note'] : []), 'references', 'proof'];
  return (
    <IdentityRail
      label={speak.say('act.identity')}
      of={
        <>
          <Side side={side} /> {speak.say('act.said-by', { side: sideName(desk.look.agreement, side, speak) })}
        </>
      }
      numeral={String(index)}
      turn={
        <>
          {data.previous === null ? null : turn('before', data.previous)}{' '}
          {data.next === null ? null : turn('after', data.next)}
        </>
      }
      fold={speak.say('act.contents')}
    >
      <RailLinks
        heading={speak.say('act.contents')}
        links={sections.map((id) => ({ href: `#${id}`, label: speak.say(`act.${id}`) }))}
      />
    </IdentityRail>
  );
}

export function drawAct(data: ActData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  const said = { kind: data.header.kind, side: data.side, by: data.header.by };
  return {
    title: `${actName(data.side, data.index)}, ${actTitle(said, data.names, desk, speak)}`,
    rail: <ActRail {...props} />,
    leaf: (
      <>
        <Title {...props} />
        <LabelNote {...props} />
        <Climb {...props} />
        <Answers {...props} />
        <Opening header={data.header} address={actAddress(data.side, data.index)} speak={speak} desk={desk} />
        <Signed {...props} />
        <Parts {...props} />
        <Notes {...props} />
        <References {...props} />
        <Proof {...props} />
      </>
    ),
  };
}
