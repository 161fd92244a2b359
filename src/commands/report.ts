// servanda report: makes a report of a period from the record of a node, as PDF, DOCX, HTML or JSON.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { sightOfBody, type Viewer } from '../agreement/sight.ts';
import { parseDate } from '../agreement/calendar.ts';
import { AREAS } from '../areas/index.ts';
import { markingLine } from '../kit/marking.ts';
import { LANGUAGES } from '../kit/words.ts';
import { readFonts } from '../web/fonts.ts';
import { asPaper, bytesOf } from '../web/printed.ts';
import { FORMS, loadReport } from '../web/report/report.data.ts';
import { reportSheet } from '../web/report/report.sheet.ts';
import { speakers } from '../web/tongue.ts';
import { twinOf } from '../web/twin.ts';
import { type Command, EXIT, needed, textOf } from './command.ts';
import { homeOf } from './house.ts';
import { openHome } from './opened.ts';

/** `2026` is the whole year; `2026-01-01/2026-06-30` names its days. */
function periodOf(text: string): { readonly from: string; readonly to: string } {
  if (/^\d{4}$/.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const [from = '', to = ''] = text.split('/');
  const period = { from: parseDate(from), to: parseDate(to) };
  if (period.from > period.to) throw refuse('usage', `--period ${text} ends before it begins.`);
  return period;
}

function oneOf<Value extends string>(values: readonly Value[], name: string, given: string): Value {
  const found = values.find((value) => value === given);
  if (found === undefined) throw refuse('usage', `--${name} ${given} is none of ${values.join(', ')}.`);
  return found;
}

/** Whom the report is for; a body of neither side sees what anyone may. */
const readerOf = (body: string | undefined): Viewer =>
  body === undefined ? 'public' : sightOfBody(body);

export const report: Command = {
  name: 'report',
  form: '--home DIR --period YEAR|FROM/TO --out FILE [--language L] [--format F] [--form report|brief] [--for BODY]',
  summary:
    'Makes a report of a period from the record of the node in DIR. The node must not be running; while it runs,\n' +
    'its page /reports gives the same.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'period', value: 'PERIOD', help: 'A year, or two days: 2026, or 2026-01-01/2026-06-30.' },
    { name: 'language', value: 'L', help: 'en, uk or sq. Default: en.' },
    { name: 'format', value: 'F', help: 'pdf, docx, html or json. Default: pdf.' },
    { name: 'form', value: 'FORM', help: 'report, the yearly one, or brief, for the dialogue. Default: report.' },
    { name: 'for', value: 'BODY', help: 'Tells what this body may see. Default: what anyone may.' },
    { name: 'out', value: 'FILE', help: 'The file to write.' },
  ],
  run: async (said, world) => {
    const period = periodOf(needed(said, 'period'));
    const target = resolve(world.cwd, needed(said, 'out'));
    const language = oneOf(LANGUAGES, 'language', textOf(said, 'language') ?? 'en');
    const format = oneOf(['pdf', 'docx', 'html', 'json'] as const, 'format', textOf(said, 'format') ?? 'pdf');
    const form = oneOf(FORMS, 'form', textOf(said, 'form') ?? 'report');
    const opened = await openHome(homeOf(textOf(said, 'home'), world), world);
    try {
      const { node } = opened.running;
      const viewer = readerOf(textOf(said, 'for'));
      const look = node.look(viewer);
      const speak = speakers(AREAS)[language];
      const kinds = new Map(AREAS.flatMap((area) => area.kinds).map((kind) => [kind.kind.id, kind]));
      const sizes = (await node.record(viewer)).logs.map(({ side, size }) => ({ side, size }));
      const data = await loadReport({ look, areas: AREAS, kinds, sizes }, { form, period }, speak);
      const label = await look.marking();
      const marking = markingLine(label, speak, node.agreement);
      const paper = asPaper(format);
      if (paper === undefined) await writeFile(target, twinOf({ marking: label, ...data }));
      else {
        const sheet = { ...reportSheet(data, node.agreement, speak, undefined), marking };
        await writeFile(target, await bytesOf(sheet, paper, await readFonts(), new Date(data.made)));
      }
      world.print(`Wrote ${data.title} to ${target}. ${marking}`);
      return EXIT.done;
    } finally {
      await opened.close();
    }
  },
};
