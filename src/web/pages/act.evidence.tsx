// The evidence of an act: the exact bytes, the parts, the note verbale, what it refers to, how to prove it.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { encode, type Json } from '../../act/canonical.ts';
import type { Rung } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { actAddress, ActLink, Day, Moment, Sentence } from '../../kit/links.tsx';
import { Stands, State } from '../../kit/marks.tsx';
import { NotePapers } from './note.papers.tsx';
import { NoteSheet, SectionHead, Sheets, SignedText } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import type { ActData, SaidDate } from './act.data.ts';
import { Cosignatures } from './cosignatures.tsx';
import { actTitle, type SaidRow, seatOf, sideName } from './said.tsx';

/** What every section of the page of an act is drawn from. */
export interface Props {
  readonly data: ActData;
  readonly speak: Speak;
  readonly desk: Desk;
}

/** The name of the proof file: `ua-412.tlog-proof`. */
export function proofName(side: string, index: number): string {
  return `${side}-${index}.tlog-proof`;
}

/** The name of the policy file against which proofs of a side's log are checked: `ua-al-2025-ua.policy`. */
export function policyName(agreement: string, side: string): string {
  return `${agreement}-${side}.policy`;
}

/** Words of programs, one after the other. */
export const codes = (values: readonly string[]): JSX.Element => <code class="long">{values.join(', ')}</code>;

/** The act that acknowledges, by the name people give it where it is among the references. */
export function actOfRung(rung: Rung, data: ActData): Child {
  const known = data.referredBy.find(({ act }) => act.id === rung.act)?.act;
  if (known !== undefined) return <ActLink side={known.side} index={known.index} />;
  return rung.act === undefined ? '–' : <a class="id long" href={`/act/${rung.act}`}>{rung.act}</a>;
}

export function Signed({ data, speak, desk }: Props): JSX.Element {
  const verdict = data.verified ? (
    <State is="done">{speak.say('act.verifies')}</State>
  ) : (
    <State is="alarm">{speak.say('act.not-verified')}</State>
  );
  return (
    <>
      <SectionHead id="signed" title={speak.say('act.signed')}>
        {speak.say('act.signed-why', { count: data.bytes })}
      </SectionHead>
      <SignedText text={data.text} signatures={data.signatures} label={speak.say('act.signed')} />
      <Plain
        wide
        after
        rows={[
          { label: speak.say('act.id'), value: codes([data.id]) },
          ...data.keys.map((key) => ({ label: speak.say('act.key'), value: codes([key]) })),
          { label: speak.say('act.signature'), value: verdict },
        ]}
      />
      {desk.kinds.has(data.header.kind) ? null : (
        <SignedText text={encode(data.header as unknown as Json)} label={speak.say('act.header')} />
      )}
    </>
  );
}

function partState(matches: boolean | null, speak: Speak): JSX.Element {
  if (matches === null) return <State is="none">{speak.say('act.part-absent')}</State>;
  if (matches) return <State is="done">{speak.say('act.part-matches')}</State>;
  return <State is="alarm">{speak.say('act.part-differs')}</State>;
}

export function Parts({ data, speak, desk }: Props): JSX.Element {
  const address = actAddress(data.side, data.index);
  const rows = data.parts.map((part) => ({
    cells: [
      { shows: part.size === null ? part.name : <a href={`${address}/part/${part.name}`}>{part.name}</a> },
      { shows: <code>{part.type}</code> },
      { shows: part.size === null ? '–' : speak.number(part.size), nil: part.size === null },
      { shows: <code class="long">{part.commitment}</code> },
      { shows: partState(part.matches, speak) },
    ],
  }));
  const columns = [
    { head: speak.say('act.part') },
    { head: speak.say('act.part-type') },
    { head: speak.say('act.part-size'), is: 'figure' },
    { head: speak.say('act.part-commitment') },
    { head: speak.say('act.part-state'), is: 'word' },
  ] as const;
  return (
    <>
      <SectionHead id="parts" title={speak.say('act.parts')}>
        {speak.say('act.parts-why')}
      </SectionHead>
      <RegisterTable columns={columns} rows={rows} empty={speak.say('act.no-parts')} />
      <FileStands data={data} speak={speak} desk={desk} />
    </>
  );
}

/** The file of an act: where it is read, or how far it has come. */
function FileStands({ data, speak }: Props): JSX.Element {
  const { file } = data;
  if (file === null) return <></>;
  const isWhole = file.here === file.pieces;
  const href = `${actAddress(data.side, data.index)}/file`;
  const [here, pieces] = [speak.number(file.here), speak.number(file.pieces)];
  const size = file.size === null ? '' : speak.say('act.file-size', { size: speak.number(file.size) });
  return (
    <div class="wide after" id="file" data-live>
      <p>
        {speak.say('act.file')}:{' '}
        {isWhole && file.name !== null ? <a href={href}>{file.name}</a> : file.name}{' '}
        <span class="soft">{size}</span>{' '}
        <State is={isWhole ? 'done' : 'waiting'}>
          {speak.say(isWhole ? 'act.file-whole' : 'act.file-coming', { here, pieces })}
        </State>
      </p>
      {file.name === null ? <p class="soft">{speak.say('act.file-sealed')}</p> : null}
    </div>
  );
}

/** The three dates of a note, each with the act that says it; what only the node knows is said to be so. */
function threeDates({ data, speak, desk }: Props): readonly { readonly label: string; readonly value: Child }[] {
  const seat = seatOf(desk.look, data.side, speak);
  const { note, sent, received } = data.dates;
  const dateAt = (instant: string): string => speak.civil(instant, seat.zone);
  const day = (iso: string): JSX.Element => <Day iso={iso} speak={speak} />;
  const said = ({ date, act }: SaidDate): JSX.Element => {
    const parts = { date: day(date), act: <ActLink side={act.side} index={act.index} /> };
    return <Sentence speak={speak} say="act.date-by-act" parts={parts} />;
  };
  const byNode = <Sentence speak={speak} say="act.date-by-node" parts={{ date: day(dateAt(data.recordedAt)) }} />;
  const rung = data.rungs.find(({ name }) => name === 'acknowledged');
  const unsaid = rung === undefined ? speak.say('act.date-not-received') : actOfRung(rung, data);
  return [
    { label: speak.say('act.date-on-note'), value: day(note ?? dateAt(data.header.at)) },
    { label: speak.say('act.date-sent'), value: sent === null ? byNode : said(sent) },
    { label: speak.say('act.date-received'), value: received === null ? unsaid : said(received) },
  ];
}

export function Notes(props: Props): JSX.Element {
  const { data, speak } = props;
  if (data.notes.length === 0) return <></>;
  const address = actAddress(data.side, data.index);
  return (
    <>
      <SectionHead id="note" title={speak.say('act.note')}>
        {speak.say('act.note-why')}
      </SectionHead>
      <Sheets>
        {data.notes.map((note) => (
          <NoteSheet note={note} speak={speak}>
            <NotePapers address={`${address}/note/${note.language}`} speak={speak} />
          </NoteSheet>
        ))}
      </Sheets>
      <Plain wide after rows={threeDates(props)} />
    </>
  );
}

const ROLES = 'dispatches evidence acknowledges ends rests-on concerns answers accepts corrects rejects'.split(' ');

/** The word of a role where the interface has one; a role of a kind unknown here is shown as it stands. */
function roleWord(role: string, speak: Speak): string {
  return ROLES.includes(role) ? speak.say(`act.role-${role}`) : role;
}

export function References({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const row = (say: string, role: string, act: SaidRow): { readonly cells: readonly { readonly shows: Child }[] } => ({
    cells: [
      { shows: <ActLink side={act.side} index={act.index} /> },
      { shows: speak.say(say, { role: roleWord(role, speak) }) },
      { shows: actTitle(act, data.names, desk, speak) },
      { shows: <Moment instant={act.recordedAt} zone={seat.zone} speak={speak} /> },
      { shows: <Stands rung={act.rung ?? undefined} contested={act.contested !== null} speak={speak} /> },
    ],
  });
  const columns = [
    { head: speak.say('act.column-act') },
    { head: speak.say('act.column-relation') },
    { head: speak.say('act.column-what') },
    { head: speak.say('act.column-when', { city: seat.city }), is: 'date' },
    { head: speak.say('act.column-stands'), is: 'word' },
  ] as const;
  const rows = [
    ...data.refersTo.map(({ role, act }) => row('act.this-does', role, act)),
    ...data.referredBy.map(({ role, act }) => row('act.that-does', role, act)),
  ];
  return (
    <>
      <SectionHead id="references" title={speak.say('act.references')}>
        {speak.say('act.references-why')}
      </SectionHead>
      <RegisterTable id="reference-rows" live columns={columns} rows={rows} empty={speak.say('act.no-references')} />
    </>
  );
}

export function Proof({ data, speak, desk }: Props): JSX.Element {
  const address = actAddress(data.side, data.index);
  const name = proofName(data.side, data.index);
  const { agreement } = desk.look;
  const side = sideName(agreement, data.side, speak);
  return (
    <>
      <SectionHead id="proof" title={speak.say('act.proof')}>
        {speak.say('act.proof-why')}
      </SectionHead>
      <div class="wide" id="proof-files" data-live>
        <Buttons>
          {data.proof ? (
            <ButtonLink rank="first" download href={`${address}/proof`}>
              {speak.say('act.take-proof', { name })}
            </ButtonLink>
          ) : null}
          <ButtonLink download href={`${address}/text`}>
            {speak.say('act.take-text')}
          </ButtonLink>
          <ButtonLink download href={`/policy/${data.side}`}>
            {speak.say('act.take-policy')}
          </ButtonLink>
        </Buttons>
        {data.proof ? null : <p class="empty after">{speak.say('act.no-proof')}</p>}
      </div>
      {data.proof ? (
        <>
          <div class="wide after">
            <SignedText
              text={`servanda verify ${name} --policy ${policyName(agreement.id, data.side)}`}
              label={speak.say('act.command')}
            />
          </div>
          <p class="wide after">{speak.say('act.proof-says', { index: data.index, side })}</p>
          <h3 class="wide after">{speak.say('act.proof-cosigned')}</h3>
          <div class="wide" id="proof-cosignatures" data-live>
            <Cosignatures of={data.cosignatures} speak={speak} seat={seatOf(desk.look, desk.look.side, speak)} />
          </div>
        </>
      ) : null}
    </>
  );
}
