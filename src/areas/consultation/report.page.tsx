// The report of times of a consultation, above all of a drill: each step to the second, and how long it took.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { ParagraphLink } from '../../kit/links.tsx';
import { Exercise, Side, State } from '../../kit/marks.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import { sentence, type Speak } from '../../kit/words.ts';
import { reportSheet } from './report.sheet.ts';
import { Both, SaidBy, secondsBetween, spanWords } from './room.clock.tsx';
import { type ConsultationShown, loadRoom } from './room.data.ts';
import { said } from './room.page.tsx';
import { REPORT_SAYS } from './report.says.ts';

/** One step with its time. `after` are the seconds since the first dispatch. */
export interface ReportRow {
  readonly act: string;
  readonly side: string;
  readonly index: number;
  readonly kind: string;
  readonly at: string;
  readonly after: number;
}

export interface ReportData {
  readonly now: string;
  readonly request: string | null;
  readonly provision: string;
  readonly drill: boolean;
  readonly dispatched: string | null;
  readonly deadline: string | null;
  readonly acknowledged: string | null;
  readonly convened: string | null;
  /** Whether both sessions were open within the hours of the clause; null while that is not known, or none are set. */
  readonly inTime: boolean | null;
  readonly rows: readonly ReportRow[];
}

function reportOf(shown: ConsultationShown, now: string): ReportData {
  const [first] = shown.requests.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const dispatched = first?.at ?? null;
  const { deadline, convened } = shown;
  const acknowledged = shown.requests.map((one) => one.acknowledged?.instant ?? null).find((at) => at !== null) ?? null;
  return {
    now,
    request: first?.act ?? null,
    provision: shown.provision,
    drill: shown.drill,
    dispatched,
    deadline,
    acknowledged,
    convened,
    inTime: deadline === null || convened === null ? null : convened <= deadline,
    rows: shown.acts.map(({ act, side, index, kind, at }) => {
      return { act, side, index, kind, at, after: secondsBetween(dispatched ?? at, at) };
    }),
  };
}

const NOTHING: Omit<ReportData, 'now'> = {
  request: null,
  provision: '',
  drill: false,
  dispatched: null,
  deadline: null,
  acknowledged: null,
  convened: null,
  inTime: null,
  rows: [],
};

/** Reads the report of the consultation that `query.of` is a request of; of the one shown by default without it. */
export async function loadReport(look: Look, query: Readonly<Record<string, string>>): Promise<ReportData> {
  const { shown, now } = await loadRoom(look, query);
  return shown === null ? { now, ...NOTHING } : reportOf(shown, now);
}

interface Props {
  readonly data: ReportData;
  readonly speak: Speak;
  readonly look: Look;
}

function Figures({ data, speak, look }: Props): JSX.Element {
  const { dispatched, acknowledged, convened, deadline, inTime } = data;
  const at = (instant: string | null, none: string): Child =>
    instant === null ? none : <Both instant={instant} speak={speak} look={look} />;
  const since = (at: string | null): JSX.Element =>
    at === null || dispatched === null ? (
      <State is="waiting">{speak.say('consultation.not-yet')}</State>
    ) : (
      <>
        <b>{spanWords(secondsBetween(dispatched, at), speak)}</b>, <Both instant={at} speak={speak} look={look} />
      </>
    );
  const rows = [
    { label: sentence(speak.say('consultation.dispatched')), value: at(dispatched, '–') },
    { label: sentence(speak.say('consultation.acknowledged')), value: since(acknowledged) },
    { label: speak.say('consultation.row.session'), value: since(convened) },
    { label: speak.say('consultation.column-ends'), value: at(deadline, speak.say('consultation.no-clock')) },
    {
      label: speak.say('consultation.in-time'),
      value:
        inTime === null ? (
          speak.say('consultation.not-known')
        ) : (
          <State is={inTime ? 'done' : 'alarm'}>{speak.say(inTime ? 'consultation.yes' : 'consultation.no')}</State>
        ),
    },
  ];
  return <Plain wide after rows={rows} />;
}

/** The report as a document, in either form. */
function Papers({ data, speak }: Props): JSX.Element {
  const address = (format: string): string => `/consultation/report?of=${data.request ?? ''}&format=${format}`;
  return (
    <div class="wide after">
      <Buttons>
        <ButtonLink href={address('pdf')} download>
          {speak.say('consultation.as-pdf')}
        </ButtonLink>{' '}
        <ButtonLink href={address('docx')} download>
          {speak.say('consultation.as-docx')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}

/** `/consultation/report`. */
export const REPORT_PAGE: AreaPage<ReportData> = {
  path: '/consultation/report',
  name: 'consultation.report',
  says: REPORT_SAYS,
  under: '/consultation',
  load: loadReport,
  sheet: reportSheet,
  draw: (data, speak, look) => {
    const columns = [
      { head: speak.say('consultation.column-after'), is: 'figure' as const },
      { head: speak.say('consultation.column-at'), is: 'date' as const },
      { head: speak.say('consultation.column-side') },
      { head: speak.say('consultation.column-said') },
      { head: speak.say('consultation.column-act') },
    ];
    const rows = data.rows.map(({ after, at, side, kind, index }) => ({
      cells: [
        { shows: spanWords(after, speak) },
        { shows: <Both instant={at} speak={speak} look={look} /> },
        { shows: <Side side={side} /> },
        { shows: said(kind, side, speak, look) },
        { shows: <SaidBy speak={speak} side={side} index={index} /> },
      ],
    }));
    const back = data.request === null ? '/consultation' : `/consultation?of=${data.request}`;
    return {
      title: speak.say('consultation.report-title'),
      rail: (
        <Rail label={speak.say('consultation.rail')}>
          <RailLinks
            heading={speak.say('consultation.name')}
            links={[{ href: back, label: speak.say('consultation.to-room') }]}
          />
        </Rail>
      ),
      leaf: (
        <>
          <TitlePage
            title={speak.say(data.drill ? 'consultation.report-drill' : 'consultation.report-title')}
            kicker={data.provision === '' ? undefined : <ParagraphLink id={data.provision} speak={speak} />}
          >
            {look.exercise || data.drill ? <Exercise /> : null} {speak.say('consultation.report-particulars')}
          </TitlePage>
          {data.request === null ? null : <Papers data={data} speak={speak} look={look} />}
          {data.request === null ? (
            <Empty>{speak.say('consultation.none')}</Empty>
          ) : (
            <Figures data={data} speak={speak} look={look} />
          )}
          <SectionHead id="times" title={speak.say('consultation.times')} exercise={look.exercise || data.drill}>
            {speak.say('consultation.times-note')}
          </SectionHead>
          <RegisterTable columns={columns} rows={rows} empty={speak.say('consultation.none')} />
        </>
      ),
    };
  },
};
