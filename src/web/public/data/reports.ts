// What is reported, newest first: each with the day by which it is sorted.
import type { Report } from '../../../agreement/agreement.ts';

/** One known only by its month or year stands at the end of it; what has no year stands last. */
function sortingDay({ date }: Report): string {
  const [whole = '', day] = /^\d{4}(?:-\d\d)?(-\d\d)?/.exec(date) ?? [];
  return day === undefined ? `${whole}-99` : whole;
}

export function newestReports(reports: readonly Report[]): readonly Report[] {
  const rank = (report: Report): string => (/^\d{4}/.test(report.date) ? sortingDay(report) : '');
  return reports.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1));
}
