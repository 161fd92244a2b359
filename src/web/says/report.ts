// What a report says as data.
import Type from 'typebox';
import { oneOf, shapeOf } from '../../kit/shape.ts';
import type { ReportData } from '../report/report.data.ts';
import { saysPage } from '../ask.ts';
import { DAY, TONGUE } from './shapes.ts';

const REPORT_PERIOD = Type.Object({ from: Type.String(), to: Type.String() });

const SERIES = Type.Object({
  name: Type.String(),
  ink: oneOf('ink', 'soft', 'rule', 'first', 'second', 'record', 'alarm', 'paper'),
  hollow: Type.Boolean(),
  values: Type.Array(Type.Integer()),
});

const FIGURE = Type.Object({
  alt: Type.String(),
  as: oneOf('columns', 'bars'),
  categories: Type.Array(Type.String()),
  series: Type.Array(SERIES),
});

const REPORT_FIGURE = Type.Object({
  figure: FIGURE,
  head: Type.Array(Type.String()),
  rows: Type.Array(Type.Array(Type.String())),
});

const REPORT_SENTENCE = Type.Object({
  text: Type.String(),
  acts: Type.Array(Type.Object({ side: Type.String(), index: Type.Integer() })),
  source: Type.Optional(Type.String()),
});

const REPORT_CHAPTER = Type.Object({
  id: Type.String(),
  title: Type.String(),
  lead: Type.String(),
  figures: Type.Array(REPORT_FIGURE),
  sentences: Type.Array(REPORT_SENTENCE),
  empty: Type.String(),
});

const CITED_ACT = Type.Object({ name: Type.String(), number: Type.String(), at: Type.String(), id: Type.String() });

const REPORT_DATA = shapeOf<ReportData>()(
  Type.Object({
    form: oneOf('report', 'brief'),
    language: oneOf('en', 'uk', 'sq'),
    period: REPORT_PERIOD,
    side: Type.String(),
    made: Type.String(),
    sizes: Type.Array(Type.Object({ side: Type.String(), size: Type.Integer() })),
    exercise: Type.Boolean(),
    cut: Type.Boolean(),
    title: Type.String(),
    chapters: Type.Array(REPORT_CHAPTER),
    cited: Type.Array(CITED_ACT),
  }),
);

export const REPORT_SAYS = saysPage(
  {
    summary: 'A report of a period from the record alone, each sentence with the acts it rests on.',
    data: REPORT_DATA,
    query: {
      form: Type.String({ description: 'report or brief.' }),
      from: DAY,
      to: DAY,
      language: TONGUE,
    },
    lists: ['cited', 'chapters.sentences'],
  },
  { forms: ['docx', 'pdf', 'html'] },
);
