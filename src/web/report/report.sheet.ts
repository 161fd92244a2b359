// A report as a document: chapters with their figures and tables, each sentence with its acts, the acts by their ids.
import type { ReportChapter, ReportSentence } from '../../area.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { instrumentName, instrumentTitle, participant } from '../../kit/instrument.ts';
import { actAddress, actName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Block, Run, Sheet } from '../../paper/sheet.ts';
import type { ReportData } from './report.data.ts';
import { beforeActs, fullStop } from './sentence.ts';

const NO_BREAK = '\u00a0';

/** Where acts are found, as the start of an address; undefined where the document leads nowhere. */
type Origin = string | undefined;

function actRuns({ acts }: ReportSentence, origin: Origin): readonly Run[] {
  if (acts.length === 0) return [];
  const runs = acts.flatMap(({ side, index }, i): readonly Run[] => {
    const text = actName(side, index).replaceAll(' ', NO_BREAK);
    const act: Run = { text, voice: 'record' };
    const linked = origin === undefined ? act : { ...act, href: `${origin}${actAddress(side, index)}` };
    return i === 0 ? [linked] : [{ text: ', ' }, linked];
  });
  return [{ text: ' (' }, ...runs, { text: ')' }];
}

/** A sentence with its acts. What is only reported stands in italic, with its source. */
function sentenceRuns(sentence: ReportSentence, speak: Speak, origin: Origin): readonly Run[] {
  const { text, source } = sentence;
  if (source !== undefined) {
    return [
      { text, voice: 'words', italic: true },
      { text: `. ${speak.say('report.source', { source })}`, soft: true },
    ];
  }
  const end = sentence.acts.length === 0 ? fullStop(text) : '.';
  return [{ text: beforeActs(text) }, ...actRuns(sentence, origin), ...(end === '' ? [] : [{ text: end }])];
}

function chapterBlocks(chapter: ReportChapter, speak: Speak, origin: Origin): readonly Block[] {
  const figures = chapter.figures.flatMap(({ figure, head, rows }): readonly Block[] => [
    { is: 'figure', figure },
    {
      is: 'table',
      columns: head.map((name, i) => ({ head: name, share: i === 0 ? 3 : 1, figures: i > 0 })),
      rows,
    },
  ]);
  return [
    { is: 'heading', level: 1, text: chapter.title },
    { is: 'paragraph', text: chapter.lead, soft: true },
    ...figures,
    chapter.sentences.length === 0
      ? { is: 'paragraph', text: chapter.empty }
      : { is: 'list', items: chapter.sentences.map((sentence) => sentenceRuns(sentence, speak, origin)) },
  ];
}

/** `UA 7, AL 5`: how far both logs went. */
export function sizesSaid(data: ReportData): string {
  const last = ({ side, size }: ReportData['sizes'][number]): string =>
    size === 0 ? `${side.toUpperCase()} –` : actName(side, size - 1);
  return data.sizes.map(last).join(', ');
}

export function reportSheet(data: ReportData, agreement: Agreement, speak: Speak, origin: Origin): Sheet {
  const { seat } = agreement.participant(data.side);
  const side = participant(agreement, data.side, speak.language);
  const exercise = [{ text: speak.say('report.exercise'), strong: true }];
  const made = { side: side.name, date: speak.time(data.made, seat.zone), acts: sizesSaid(data) };
  return {
    language: data.language,
    title: data.title,
    author: agreement.participant(data.side).treatyOffice.name[speak.language],
    running: instrumentTitle(agreement),
    foot: speak.say('report.foot', { acts: sizesSaid(data) }),
    exercise: data.exercise,
    blocks: [
      {
        is: 'title',
        kicker: instrumentName(agreement, speak.language),
        text: data.title,
        particulars: speak.say('report.particulars', made),
      },
      { is: 'paragraph', text: speak.say('report.how') },
      ...(data.exercise ? [{ is: 'paragraph', text: exercise } as const] : []),
      ...(data.cut ? [{ is: 'paragraph', text: speak.say('report.cut') } as const] : []),
      ...data.chapters.flatMap((chapter) => chapterBlocks(chapter, speak, origin)),
      ...citedBlocks(data, speak),
    ],
  };
}

function citedBlocks({ cited }: ReportData, speak: Speak): readonly Block[] {
  if (cited.length === 0) return [];
  return [
    { is: 'heading', level: 1, text: speak.say('report.cited') },
    { is: 'paragraph', text: speak.say('report.cited-lead'), soft: true },
    {
      is: 'table',
      columns: [
        { head: speak.say('report.cited-act'), share: 1 },
        { head: speak.say('report.cited-number'), share: 2.6 },
        { head: speak.say('report.cited-id'), share: 5 },
      ],
      rows: cited.map(({ name, number, id }) => [
        name.replaceAll(' ', NO_BREAK),
        number,
        [{ text: id, voice: 'record' }],
      ]),
    },
  ];
}
