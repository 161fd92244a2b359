// The page of life below its clocks: a date that is tried, every note with its receipt, the state of the text.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED } from '../../act/kinds.ts';
import { type Clock, type DateReading, operative } from '../../agreement/clock.ts';
import { Button, ButtonLink, Buttons } from '../../kit/form.tsx';
import { Day, Moment, ParagraphLinks, provisionName, Sentence } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { type Cell, Plain, RegisterTable } from '../../kit/table.tsx';
import { LANGUAGES } from '../../kit/words.ts';
import { NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import {
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, TERMINATION_NOTIFIED, TERMINATION_WITHDRAWN,
} from './matters/kinds.ts';
import type { NoteRow } from './life.data.ts';
import { Acts, type LifeProps } from './readings.tsx';
import { cityOf } from './tell.ts';
import { ASKED_LIMIT, type Tried, type Wrong } from './tried.ts';

const NIL: Cell = { shows: '–', nil: true };

/** The address at which a draft of `kind` is begun, about an act where it answers one. */
export function draftAddress(kind: string, about?: string): string {
  const query = new URLSearchParams({ kind, ...(about === undefined ? {} : { about }) });
  return `/drafts/new?${query.toString()}`;
}

/** What is wrong with the date, and how to mend it, in words of the reader. */
function wrongWords(error: Wrong, { data, speak }: LifeProps): readonly [string, string] {
  const of = (name: string, values: Readonly<Record<string, string>> = {}): string =>
    speak.say(`life.try.${name}`, values);
  switch (error.is) {
    case 'no-day': {
      const near = speak.date(error.near);
      // Every language of the interface begins a date with its day.
      const day = near.replace(/^\d+/, String(error.day));
      return [of('no-day', { day }), of('no-day-mend', { near })];
    }
    case 'no-month':
      return [of('no-month', { month: String(error.month) }), of('no-month-mend')];
    case 'unreadable':
      return [of('unreadable'), of('unreadable-mend', { example: data.today })];
    case 'too-far':
      return [of('too-far'), of('too-far-mend')];
  }
}

function triedRow(
  name: 'lapse' | 'extension',
  clock: Clock<DateReading>,
  { speak }: LifeProps,
): readonly (Cell | string)[] {
  if (clock.state === 'waits') throw new Error(`final: the clock ${name} of a date tried waits`);
  const held = operative(clock);
  const others = clock.readings.filter((reading) => reading !== held && reading.date !== held.date);
  const [other] = others;
  const why = speak.say(held.why);
  return [
    speak.say(`life.try.${name}`, { provision: provisionName(clock.provision, speak) }),
    { shows: <Day iso={held.date} speak={speak} short /> },
    others.length === 0
      ? NIL
      : {
          shows: others.map((reading, i) => (
            <>
              {i === 0 ? null : <br />}
              <Day iso={reading.date} speak={speak} short />
            </>
          )),
        },
    other === undefined ? why : speak.say('life.try.two', { one: why, other: speak.say(other.why) }),
  ];
}

function Answer({ tried, props }: { readonly tried: Tried; readonly props: LifeProps }): JSX.Element {
  const { data, speak } = props;
  if (tried.state === 'wrong') return <></>;
  const { date, lapse, extension } = tried;
  const provision = provisionName(data.clocks.entry.provision, speak);
  const entry = [
    speak.say('life.try.entry', { provision }),
    { shows: <Day iso={date} speak={speak} short /> },
    NIL,
    speak.say('life.try.one'),
  ];
  const columns = [
    { head: speak.say('life.try.clock') },
    { head: speak.say('life.try.operative'), is: 'date' as const },
    { head: speak.say('life.try.other'), is: 'date' as const },
    { head: speak.say('life.try.why') },
  ];
  const rows = [entry, triedRow('lapse', lapse, props), triedRow('extension', extension, props)];
  return (
    <div class="wide after">
      <RegisterTable
        id="tried"
        columns={columns}
        rows={rows.map((cells) => ({ cells }))}
        empty={speak.say('life.none')}
        caption={speak.say('life.try.caption', { weekday: speak.weekday(date), date: speak.date(date) })}
      />
    </div>
  );
}

/** A form that asks a question by its address: it records nothing and needs no script. */
export function TryDate({ props }: { readonly props: LifeProps }): JSX.Element {
  const { data, speak } = props;
  const { tried } = data;
  const error = tried?.state === 'wrong' ? wrongWords(tried.error, props) : undefined;
  return (
    <>
      <SectionHead id="try" title={speak.say('life.try')}>
        {speak.say('life.try.note')}
      </SectionHead>
      <form class="wide" method="get" action="/life#try">
        <div class={error === undefined ? 'field' : 'field wrong'}>
          <label for="d">{speak.say('life.try.label')}</label>
          <span class="help" id="d-help">
            {speak.say('life.try.help', { example: data.today })}
          </span>
          {error === undefined ? null : (
            <span class="error" id="d-error">
              <State is="alarm">{error[0]}</State> {error[1]}
            </span>
          )}
          <input
            type="text"
            id="d"
            name="d"
            value={tried?.asked ?? ''}
            size={18}
            maxlength={ASKED_LIMIT}
            required
            aria-invalid={error === undefined ? undefined : 'true'}
            aria-describedby={error === undefined ? 'd-help' : 'd-help d-error'}
          />
        </div>
        <p class="buttons">
          <Button>{speak.say('life.try.show')}</Button>
        </p>
      </form>
      {tried === null ? null : <Answer tried={tried} props={props} />}
    </>
  );
}

const WHAT: Readonly<Record<string, string>> = {
  [NOTIFICATION_GIVEN.id]: 'life.note.notification',
  [BODY_DESIGNATED.id]: 'life.note.designation',
  [BODY_DESIGNATED_FOR.id]: 'life.note.designation',
  [BODY_ENDED.id]: 'life.note.end',
  [EXTENSION_PROPOSED.id]: 'life.note.extension',
  [EXTENSION_ACCEPTED.id]: 'life.note.acceptance',
  [TERMINATION_NOTIFIED.id]: 'life.note.termination',
  [TERMINATION_WITHDRAWN.id]: 'life.note.withdrawal',
};

function receiptCell(note: NoteRow, { data, speak }: LifeProps): Child {
  if (note.act === null) return <State is="none">{speak.say('life.notes.none')}</State>;
  if (note.contested !== null) return <State is="contested">{speak.say('life.notes.contested')}</State>;
  if (note.receipt !== null) {
    return (
      <>
        <State is="done">{speak.say('life.notes.given')}</State>
        <br />
        <Acts ids={[note.receipt.act]} data={data} />
      </>
    );
  }
  return (
    <>
      <State is="waiting">{speak.say('life.notes.outstanding')}</State>
      {note.answer ? (
        <>
          <br />
          <a
            href={draftAddress(RECEIPT_GIVEN.id, note.act)}
            aria-label={speak.say('life.notes.acknowledge-what', { number: note.number ?? '' })}
          >
            {speak.say('life.notes.acknowledge')}
          </a>
        </>
      ) : null}
    </>
  );
}

function noteCells(note: NoteRow, props: LifeProps): readonly Cell[] {
  const { data, look, speak } = props;
  const what = WHAT[note.kind];
  const seat = look.agreement.participant(look.side).seat;
  const own = note.provisions.slice(0, 1);
  const named = (
    <>
      <span class="id">{note.number}</span>
      <br />
      {note.act === null ? null : <Acts ids={[note.act]} data={data} />}
    </>
  );
  const way = { from: <Side side={note.from} />, to: <Side side={note.to} /> };
  const provisions = <ParagraphLinks ids={own} speak={speak} />;
  return [
    note.act === null ? { shows: speak.say('life.notes.none'), nil: true } : { shows: named },
    { shows: <Sentence speak={speak} say="life.notes.way" parts={way} /> },
    {
      shows: (
        <Sentence
          speak={speak}
          say="life.notes.what"
          values={{ what: what === undefined ? note.kind : speak.say(what) }}
          parts={{ provisions }}
        />
      ),
    },
    note.on === null ? NIL : { shows: <Day iso={note.on} speak={speak} short /> },
    note.dispatched === null
      ? NIL
      : { shows: <Dispatched note={note} at={note.dispatched} zone={seat.zone} props={props} /> },
    note.receipt === null
      ? NIL
      : {
          shows: (
            <>
              <Day iso={note.receipt.date} speak={speak} short />
              <br />
              {cityOf(look.agreement, note.receipt.zone, speak)}
            </>
          ),
        },
    { shows: receiptCell(note, props) },
  ];
}

function Dispatched({ note, at, zone, props }: {
  readonly note: NoteRow;
  readonly at: string;
  readonly zone: string;
  readonly props: LifeProps;
}): JSX.Element {
  const { speak } = props;
  return (
    <>
      <Moment instant={at} zone={zone} speak={speak} />
      {note.channel === null ? null : (
        <>
          <br />
          {speak.say(`final.channel.${note.channel}`)}
        </>
      )}
    </>
  );
}

/** Every note that waits for a receipt, with its three dates; the forms that open now stand below. */
export function Notes({ props }: { readonly props: LifeProps }): JSX.Element {
  const { data, look, speak } = props;
  const city = look.agreement.participant(look.side).seat.city[speak.language];
  const columns = [
    { head: speak.say('life.notes.column-note') },
    { head: speak.say('life.notes.column-way'), is: 'word' as const },
    { head: speak.say('life.notes.column-what') },
    { head: speak.say('life.notes.column-on'), is: 'date' as const },
    { head: speak.say('life.notes.column-dispatched', { city }), is: 'date' as const },
    { head: speak.say('life.notes.column-received'), is: 'date' as const },
    { head: speak.say('life.notes.column-receipt'), is: 'word' as const },
  ];
  return (
    <>
      <SectionHead id="notes" title={speak.say('life.notes')}>
        {speak.say('life.notes.note')}
      </SectionHead>
      <RegisterTable
        id="note-rows"
        live
        columns={columns}
        rows={data.notes.map((note) => ({ cells: noteCells(note, props) }))}
        empty={speak.say('life.notes.empty')}
      />
      <div class="wide after" id="note-forms" data-live>
        {data.begin.length === 0 ? null : (
          <Buttons>
            {data.begin.map(({ kind, title }, i) => (
              <ButtonLink href={draftAddress(kind)} rank={i === 0 ? 'first' : 'other'}>
                {speak.say(title)}
              </ButtonLink>
            ))}
          </Buttons>
        )}
      </div>
    </>
  );
}

function languageRow(
  language: string,
  word: string,
  { speak }: LifeProps,
): { readonly label: Child; readonly value: Child } {
  const known = LANGUAGES.some((one) => one === language);
  return {
    label: known ? speak.say(`life.text.language-${language}`) : language,
    value: speak.say(`life.text.${word}`),
  };
}

/** Registered where a side has stated so, with the act; otherwise unknown, which is not the same as not registered. */
function registration({ data, speak }: LifeProps): Child {
  const stated = data.matters.find(({ matter }) => matter === 'registration')?.steps.at(-1);
  if (stated === undefined) return speak.say('life.text.registration-unknown');
  return (
    <>
      {speak.say('life.matter.state-registered')}, <Acts ids={[stated.act]} data={data} />
    </>
  );
}

/** The text: what was changed, what is loaded, what it is called. */
export function TextState({ props }: { readonly props: LifeProps }): JSX.Element {
  const { data, look, speak } = props;
  const { text } = data;
  const ids = look.agreement.provisionsOf(['alignment', 'amendment']);
  const titles = (
    <>
      {speak.say('life.text.titles', { count: text.titles.length })}
      {text.titles.map((title) => (
        <>
          <br />
          <span lang="en">“{title}”</span>
        </>
      ))}
    </>
  );
  const rows = [
    {
      label: speak.say('life.text.amendments'),
      value: <a href="/amendments">{speak.say('life.text.counted', { ...text.amendments })}</a>,
    },
    {
      label: speak.say('life.text.consolidated'),
      value: (
        <a href="/agreement">
          {text.amendments.inForce === 0
            ? speak.say('life.text.as-signed', { date: speak.date(text.signed) })
            : speak.say('life.text.in-force', { count: text.amendments.inForce })}
        </a>
      ),
    },
    ...text.languages.map(({ language, loaded, prevails }) =>
      languageRow(language, loaded ? (prevails ? 'loaded-prevails' : 'loaded') : 'not-loaded', props),
    ),
    { label: speak.say('life.text.title'), value: titles },
    { label: speak.say('life.text.registration'), value: registration(props) },
  ];
  return (
    <>
      <SectionHead id="text" title={speak.say('life.text')}>
        <Sentence
          speak={speak}
          say="life.text.note"
          parts={{ provisions: <ParagraphLinks ids={ids} speak={speak} /> }}
        />
      </SectionHead>
      <Plain wide rows={rows} />
    </>
  );
}
