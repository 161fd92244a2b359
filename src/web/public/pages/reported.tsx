// What is reported of the Agreement: each fact with its source and how sure it is, never as an act.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Report } from '../../../agreement/agreement.ts';
import type { Drawn } from '../../../area.ts';
import { ParagraphLinks } from '../../../kit/links.tsx';
import { Confidence, ReportDate } from '../../../kit/margin.tsx';
import { SectionHead, TitlePage } from '../../../kit/page.tsx';
import { RegisterTable } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';

/** The rows; their words are in the language of the record, the table is in the reader's. */
export function ReportsTable({ reports, speak }: { reports: readonly Report[]; speak: Speak }): JSX.Element {
  return (
    <RegisterTable
      columns={[
        { head: speak.say('paragraph.report-date') },
        { head: '¶', label: speak.say('said.column-provision') },
        { head: speak.say('paragraph.report-says') },
        { head: speak.say('paragraph.report-sure') },
        { head: speak.say('paragraph.report-source') },
      ]}
      rows={reports.map((report) => ({
        cells: [
          { shows: <ReportDate date={report.date} speak={speak} /> },
          report.provisions.length === 0
            ? { shows: report.all ? speak.say('public.reported-all') : '–', nil: !report.all }
            : { shows: <ParagraphLinks ids={report.provisions} speak={speak} /> },
          { shows: <span lang="en" class="long">{report.says}</span> },
          { shows: <Confidence letter={report.confidence} speak={speak} /> },
          { shows: <span class="long">{report.source}</span> },
        ],
      }))}
      empty={speak.say('public.no-reports')}
    />
  );
}

export function drawReported(reports: readonly Report[], speak: Speak): Drawn {
  const title = speak.say('public.page-reported');
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('public.reported-why')}</TitlePage>
        <SectionHead id="all" title={speak.say('public.reported-count', { count: reports.length })}>
          <a href="/reported.csv">CSV</a>, <a href="/reported.json">JSON</a>
        </SectionHead>
        <ReportsTable reports={reports} speak={speak} />
      </>
    ),
  };
}
