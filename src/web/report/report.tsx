// The page of reports: a sentence that asks for one, and the report itself with its figures.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn, ReportChapter, ReportSentence } from '../../area.ts';
import { FigureDrawn } from '../../kit/figure.tsx';
import { participant } from '../../kit/instrument.ts';
import { ActLink } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Empty, Notice, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { FORMS, type ReportData } from './report.data.ts';
import { sizesSaid } from './report.sheet.ts';
import { beforeActs, fullStop } from './sentence.ts';

/** The forms in which a report can be taken. */
export const TAKEN = ['docx', 'pdf', 'html', 'json'] as const;

function AskFor({ data, speak }: { readonly data: ReportData; readonly speak: Speak }): JSX.Element {
  return (
    <form class="filter-bar wide" method="get" action="/reports" aria-label={speak.say('report.ask')}>
      <label>
        {speak.say('report.ask-form')}{' '}
        <select name="form">
          {FORMS.map((form) => (
            <option value={form} selected={form === data.form}>
              {speak.say(`report.form-${form}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      <label>
        {speak.say('report.ask-from')} <input type="date" name="from" value={data.period.from} required />
      </label>{' '}
      <label>
        {speak.say('report.ask-to')} <input type="date" name="to" value={data.period.to} required />
      </label>{' '}
      <button type="submit" class="button">
        {speak.say('report.ask-send')}
      </button>
    </form>
  );
}

function Told({ sentence, speak }: { readonly sentence: ReportSentence; readonly speak: Speak }): JSX.Element {
  const { text, acts, source } = sentence;
  if (source !== undefined) {
    return (
      <>
        <i class="reported">{text}</i>
        {'. '}
        <span class="soft long">{speak.say('report.source', { source })}</span>
      </>
    );
  }
  return (
    <>
      {beforeActs(text)}
      {acts.length === 0 ? null : ' ('}
      {acts.map((act, i) => (
        <>
          {i === 0 ? null : ', '}
          <ActLink {...act} />
        </>
      ))}
      {acts.length === 0 ? fullStop(text) : ').'}
    </>
  );
}

function Chapter({ chapter, exercise, speak }: {
  readonly chapter: ReportChapter;
  readonly exercise: boolean;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      <SectionHead id={chapter.id} title={chapter.title} exercise={exercise}>
        {chapter.lead}
      </SectionHead>
      {chapter.figures.map(({ figure, head, rows }) => (
        <>
          <div class="wide">
            <FigureDrawn figure={figure} />
          </div>
          <RegisterTable
            columns={head.map((name, i) => (i === 0 ? { head: name } : { head: name, is: 'figure' as const }))}
            rows={rows.map((cells) => ({ cells }))}
            empty="–"
          />
        </>
      ))}
      {chapter.sentences.length === 0 ? (
        <Empty>{chapter.empty}</Empty>
      ) : (
        <ul class="wide after told">
          {chapter.sentences.map((sentence) => (
            <li>
              <Told sentence={sentence} speak={speak} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The address of this very report in another form. */
function takenAs({ form, period }: ReportData, format: string): string {
  return `/reports?${new URLSearchParams({ form, ...period, format }).toString()}`;
}

export function drawReport(data: ReportData, speak: Speak, desk: Desk): Drawn {
  const { agreement } = desk.look;
  const side = participant(agreement, data.side, speak.language);
  const made = { side: side.name, date: speak.time(data.made, side.zone), acts: sizesSaid(data) };
  return {
    title: data.title,
    rail: (
      <Rail label={speak.say('report.chapters')}>
        <RailLinks
          heading={speak.say('report.chapters')}
          links={data.chapters.map(({ id, title }) => ({ href: `#${id}`, label: title }))}
        />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage
          title={data.title}
          kicker={
            <>
              {speak.say('report.page')} {data.exercise ? <Exercise /> : null}
            </>
          }
        >
          {speak.say('report.particulars', made)}
        </TitlePage>
        <AskFor data={data} speak={speak} />
        <p class="wide after">
          {speak.say('report.how')} {speak.say('report.take')}{' '}
          {TAKEN.map((format, i) => (
            <>
              {i === 0 ? null : ', '}
              <a href={takenAs(data, format)} download={format === 'json' ? undefined : ''}>
                {format.toUpperCase()}
              </a>
            </>
          ))}
          {'.'}
        </p>
        {data.cut ? <Notice is="waiting" says={speak.say('report.cut')} /> : null}
        {data.chapters.map((chapter) => (
          <Chapter chapter={chapter} exercise={data.exercise && chapter.id !== 'reported'} speak={speak} />
        ))}
      </>
    ),
  };
}
