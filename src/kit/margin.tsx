// The living margin of a paragraph: one list, always in the same order, only rows that have something.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ActLink, Day, Sentence } from './links.tsx';
import { Exercise, MODALITIES, type Modality, ModalityMark, Side, Sides } from './marks.tsx';
import { Readings, Why } from './why.tsx';
import type { Speak } from './words.ts';

/** A body as the margin names it, short, with its full name behind. `lang` is the language of the names. */
export interface OwnerShown {
  readonly side: string;
  readonly short: string;
  readonly full: string;
  readonly lang: string;
  /** The act by which its side designated it; absent where it is proposed. */
  readonly by?: { readonly side: string; readonly index: number };
  readonly exercise: boolean;
}

export interface DueShown {
  /** What is asked, in the reader's language. */
  readonly what: string;
  /** A civil date; absent where the text sets none or an input is missing. */
  readonly due: string | undefined;
  readonly rule: string | undefined;
  readonly because: { readonly side: string; readonly index: number } | undefined;
}

export interface ReportShown {
  readonly date: string;
  readonly says: string;
  readonly confidence: string;
}

/** What stands beside one paragraph. */
export interface MarginShown {
  readonly counts: readonly { readonly modality: Modality; readonly count: number }[];
  /** Who promises, in the order of the title. */
  readonly sides: readonly string[];
  readonly owners: readonly OwnerShown[];
  readonly proposed: readonly OwnerShown[];
  /** Acts recorded, and whether something could be recorded at all. */
  readonly acts: number;
  /** True where there are more than that. */
  readonly moreActs: boolean;
  readonly asksForActs: boolean;
  readonly last:
    | { readonly side: string; readonly index: number; readonly title: string; readonly day: string }
    | undefined;
  readonly dues: readonly DueShown[];
  readonly report: ReportShown | undefined;
  readonly moreReports: number;
  readonly readings: readonly { readonly statement: string; readonly readings: readonly string[] }[];
  readonly exercise: boolean;
}

interface Props {
  readonly shown: MarginShown;
  readonly speak: Speak;
}

const promised = (counts: MarginShown['counts']): boolean =>
  counts.some(({ modality }) => modality !== 'statement' && modality !== 'historic');

/** The modalities to speak of: the promises, or where there are none the one word that says what it is. */
function spoken(counts: MarginShown['counts']): MarginShown['counts'] {
  const promises = counts.filter(({ modality }) => modality !== 'statement' && modality !== 'historic');
  if (promises.length > 0) return promises;
  return counts.slice(0, 1).map(({ modality }) => ({ modality, count: 1 }));
}

function ModalityRow({ shown, speak }: Props): JSX.Element {
  const counts = [...spoken(shown.counts)].sort(
    (a, b) => MODALITIES.indexOf(a.modality) - MODALITIES.indexOf(b.modality),
  );
  if (counts.length === 0) return <></>;
  const alone = counts.length === 1 && counts[0]?.count === 1;
  const said = counts.map(({ modality, count }) => {
    const word = speak.say(`modality.${modality}`);
    return alone ? word : speak.say('kit.counted', { count, word });
  });
  // Where nothing is asked and nothing was done, the one line says that this is why nothing stands below it.
  const idle = !promised(shown.counts) && !shown.asksForActs && shown.acts === 0;
  const words = idle ? speak.say('kit.asks-no-act', { word: said.join(', ') }) : said.join(', ');
  return (
    <div class="modality">
      <dt>
        {counts.map(({ modality }) => (
          <ModalityMark modality={modality} />
        ))}
      </dt>
      <dd>
        <span class="said">{words}</span>
        {shown.sides.length === 0 ? null : <Sides sides={shown.sides} />}
      </dd>
    </div>
  );
}

/** A body's short name with its full one behind, in the language the name is written in. */
export function BodyName({ owner, speak }: {
  readonly owner: Pick<OwnerShown, 'short' | 'full' | 'lang'>;
  readonly speak: Speak;
}): JSX.Element {
  const lang = owner.lang === speak.language ? undefined : owner.lang;
  if (owner.short === owner.full) return <span lang={lang}>{owner.full}</span>;
  return (
    <abbr title={owner.full} lang={lang}>
      {owner.short}
    </abbr>
  );
}

function Bodies({ owners, speak }: { owners: readonly OwnerShown[]; speak: Speak }): JSX.Element {
  const [first] = owners;
  const same = owners.length > 1 && owners.every((owner) => owner.short === first?.short && owner.by === undefined);
  if (first !== undefined && same) {
    return (
      <>
        <Sides sides={owners.map((owner) => owner.side)} />{' '}
        <BodyName owner={{ ...first, full: first.short }} speak={speak} />
      </>
    );
  }
  return (
    <>
      {owners.map((owner) => (
        <>
          <Side side={owner.side} /> <BodyName owner={owner} speak={speak} />
          {owner.by === undefined ? null : (
            <>
              {', '}
              <Sentence speak={speak} say="kit.by-act" parts={{ act: <ActLink {...owner.by} /> }} />
              {owner.exercise ? ' ' : null}
              {owner.exercise ? <Exercise /> : null}
            </>
          )}{' '}
        </>
      ))}
    </>
  );
}

function OwnerRows({ shown, speak }: Props): JSX.Element {
  return (
    <>
      {shown.owners.length === 0 ? null : (
        <div class={shown.exercise ? 'invented' : undefined}>
          <dt>{speak.say('kit.owner')}</dt>
          <dd>
            <Bodies owners={shown.owners} speak={speak} />
          </dd>
        </div>
      )}
      {shown.proposed.length === 0 ? null : (
        <div>
          <dt>{speak.say('kit.proposed')}</dt>
          <dd>
            <Bodies owners={shown.proposed} speak={speak} />
          </dd>
        </div>
      )}
    </>
  );
}

function ActRows({ shown, speak }: Props): JSX.Element {
  const named = shown.exercise ? 'invented' : undefined;
  if (shown.acts === 0 && !shown.asksForActs && !promised(shown.counts)) return <></>;
  return (
    <>
      <div class={shown.acts > 0 ? named : undefined}>
        <dt>{speak.say('kit.under-way')}</dt>
        {shown.acts === 0 ? (
          <dd class="nothing">{speak.say('kit.nothing-recorded')}</dd>
        ) : (
          <dd>
            {speak.say(shown.moreActs ? 'kit.more-acts-recorded' : 'kit.acts-recorded', { count: shown.acts })}{' '}
            {shown.exercise ? <Exercise /> : null}
          </dd>
        )}
      </div>
      {shown.last === undefined ? null : (
        <div class={named}>
          <dt>{speak.say('kit.last-act')}</dt>
          <dd>
            <ActLink side={shown.last.side} index={shown.last.index} /> {shown.last.title},{' '}
            <Day iso={shown.last.day} speak={speak} short />
          </dd>
        </div>
      )}
    </>
  );
}

/** Why a duty has its date: the act that raised it and the rule that computed it. */
export function DueWhy({ due, speak }: { due: DueShown; speak: Speak }): JSX.Element {
  if (due.because === undefined && due.rule === undefined) return <></>;
  return (
    <Why ask={speak.say(due.due === undefined ? 'kit.why-no-date' : 'kit.why-date')}>
      {due.because === undefined ? null : (
        <p>
          <Sentence speak={speak} say="kit.because" parts={{ act: <ActLink {...due.because} /> }} />
        </p>
      )}
      {due.rule === undefined ? null : (
        <p>
          <Sentence speak={speak} say="kit.rule" parts={{ rule: <code>{due.rule}</code> }} />
        </p>
      )}
    </Why>
  );
}

function DueRows({ shown, speak }: Props): JSX.Element {
  return (
    <>
      {shown.dues.map((due) => (
        <div class={shown.exercise && due.because !== undefined ? 'due invented' : 'due'}>
          <dt>{speak.say('kit.due')}</dt>
          <dd>
            {due.due === undefined ? speak.say('kit.no-date') : <Day iso={due.due} speak={speak} short />}
            {`, ${due.what} `}
            <DueWhy due={due} speak={speak} />
          </dd>
        </div>
      ))}
    </>
  );
}

/** How sure the public record is: the letter, with its meaning behind. */
export function Confidence({ letter, speak }: { letter: string; speak: Speak }): JSX.Element {
  const grade = /^[ABC]/.exec(letter)?.[0];
  return (
    <abbr class="soft" title={grade === undefined ? undefined : speak.say(`confidence.${grade}`)}>
      ({letter})
    </abbr>
  );
}

/** Longest report the margin gives whole, in characters; the paragraph's page has all of it. */
const REPORT_LENGTH = 96;

/** The head of a report: its first sentence or clause, or as many whole words as fit. */
export function reportHead(says: string): string {
  if (says.length <= REPORT_LENGTH) return says;
  const clause = says.slice(0, REPORT_LENGTH + 1);
  const end = Math.max(clause.lastIndexOf('; '), clause.lastIndexOf('. '));
  if (end > REPORT_LENGTH / 3) return clause.slice(0, end);
  return `${clause.slice(0, clause.lastIndexOf(' ')).replace(/[,;:]$/, '')} …`;
}

/** The date of a report: a civil date as the language has it, anything vaguer as it was written down. */
export function ReportDate({ date, speak }: { readonly date: string; readonly speak: Speak }): JSX.Element {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return <span lang="en">{date}</span>;
  return (
    <span lang={speak.language}>
      <Day iso={date} speak={speak} short />
    </span>
  );
}

function ReportRow({ shown, speak }: Props): JSX.Element {
  const { report } = shown;
  if (report === undefined) return <></>;
  return (
    <div class="known">
      <dt class="reported">{speak.say('kit.reported')}</dt>
      <dd>
        <span lang="en">
          <ReportDate date={report.date} speak={speak} />: {reportHead(report.says)}
        </span>{' '}
        <Confidence letter={report.confidence} speak={speak} />
        {shown.moreReports > 0 ? `, ${speak.say('kit.more-reports', { count: shown.moreReports })}` : null}
      </dd>
    </div>
  );
}

/** A row of the margin whose label is already worded. */
export function MarginRow({ label, children }: { readonly label: Child; readonly children?: Child }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The margin of one paragraph. `id` names it for the island that keeps it up to date. */
export function MarginNote({ shown, speak, id }: Props & { readonly id: string }): JSX.Element {
  return (
    <dl class="margin-note" id={id} data-live>
      <ModalityRow shown={shown} speak={speak} />
      <OwnerRows shown={shown} speak={speak} />
      <ActRows shown={shown} speak={speak} />
      <DueRows shown={shown} speak={speak} />
      <ReportRow shown={shown} speak={speak} />
      {shown.readings.map(({ statement, readings }) => (
        <MarginRow label={statement}>
          <Why ask={speak.say('kit.readings', { count: readings.length })}>
            <Readings readings={readings} lang="en" />
          </Why>
        </MarginRow>
      ))}
    </dl>
  );
}
