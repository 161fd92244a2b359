// What the pages of the text say as data: the edition, one paragraph, what changed between two days.
import Type from 'typebox';
import { InThree } from '../../agreement/agreement.ts';
import { ParameterShape } from '../../agreement/commitment.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import { ACT_PLACE, STRETCH } from '../../kit/shapes.ts';
import type { Edition } from '../pages/agreement.data.ts';
import type { CompareData } from '../pages/compare.tsx';
import type { ParagraphData } from '../pages/paragraph.data.ts';
import { saysElsewhere, saysFile, saysPage } from '../ask.ts';
import { BODY_NAMES, CONCORDANCE, DAY, DUTY_FIELDS, LIFE_STRIP, SAID_ROW } from './shapes.ts';

const EDITION_QUERY = Type.Object({
  area: orNull(Type.String()),
  modality: orNull(oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic')),
  strongest: orNull(
    oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic'),
  ),
  side: orNull(Type.String()),
  state: orNull(oneOf('something', 'nothing')),
  q: orNull(Type.String()),
  chosen: Type.Record(Type.String(), Type.String()),
});

const EDITION_SECTION = Type.Object({ id: Type.String(), title: Type.String(), short: Type.String() });

const EDITION_PART = Type.Object({
  id: Type.String(),
  numeral: Type.String(),
  title: Type.String(),
  short: Type.String(),
  first: Type.String(),
  last: Type.String(),
  sections: Type.Array(EDITION_SECTION),
});

const STATEMENT = Type.Object({
  id: Type.String(),
  sentence: Type.Integer(),
  at: Type.Tuple([Type.Integer(), Type.Integer()]),
  quote: Type.String(),
  verb: Type.String(),
  modality: oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic'),
  nature: Type.String(),
  by: Type.String(),
  to: orNull(Type.String()),
  what: Type.String(),
  area: Type.String(),
  alsoAreas: Type.Array(Type.String()),
  way: Type.String(),
  alsoWays: Type.Array(Type.String()),
  conditions: Type.Array(Type.String()),
  standing: orNull(Type.String()),
  assessed: Type.Boolean(),
  countsAsDone: orNull(Type.String()),
  owners: Type.Record(Type.String(), Type.Array(Type.String())),
  readings: Type.Array(Type.String()),
  note: orNull(Type.String()),
});

const EDITION_OWNER = Type.Object({
  side: Type.String(),
  body: Type.String(),
  name: orNull(Type.Object({ en: Type.String(), local: Type.String() })),
  by: orNull(ACT_PLACE),
});

const DUTY = Type.Object(DUTY_FIELDS);

const REPORT = Type.Object({
  date: Type.String(),
  says: Type.String(),
  confidence: Type.String(),
  grade: orNull(oneOf('A', 'B', 'C')),
  source: Type.String(),
  subject: Type.String(),
  provisions: Type.Array(Type.String()),
  all: Type.Boolean(),
});

const AMENDED = Type.Object({
  op: oneOf('replace', 'insert', 'repeal', 'annex'),
  from: Type.String(),
  amendment: Type.String(),
  act: Type.String(),
  name: Type.String(),
});

const EDITION_PROVISION = Type.Object({
  number: orNull(Type.Integer()),
  recital: orNull(Type.Integer()),
  id: Type.String(),
  text: Type.String(),
  part: orNull(Type.String()),
  section: orNull(Type.String()),
  statements: Type.Array(STATEMENT),
  families: Type.Array(Type.String()),
  areas: Type.Array(Type.String()),
  counts: Type.Array(
    Type.Object({
      modality: oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic'),
      count: Type.Integer(),
    }),
  ),
  sides: Type.Array(Type.String()),
  owners: Type.Array(EDITION_OWNER),
  acts: Type.Integer(),
  moreActs: Type.Boolean(),
  asksForActs: Type.Boolean(),
  lastAct: orNull(SAID_ROW),
  duties: Type.Array(DUTY),
  reports: Type.Array(REPORT),
  readings: Type.Array(Type.Object({ statement: Type.String(), readings: Type.Array(Type.String()) })),
  amended: Type.Array(AMENDED),
  heading: orNull(Type.String()),
});

const PLACE = Type.Object({ side: Type.String(), index: Type.Integer() });

const ALIGNMENT = Type.Object({
  missing: Type.Array(Type.String()),
  extra: Type.Array(Type.String()),
  moved: Type.Array(Type.String()),
  sentences: Type.Array(Type.String()),
});

const CORRECTION_SHOWN = Type.Object({ id: Type.String(), place: PLACE });

const LANGUAGE_SHOWN = Type.Object({
  language: Type.String(),
  prevails: Type.Boolean(),
  shipped: Type.Boolean(),
  loaded: orNull(
    Type.Intersect([
      Type.Object({
        act: PLACE,
        sha256: Type.String(),
        exercise: Type.Boolean(),
        compared: orNull(
          Type.Object({
            act: PLACE,
            verdict: oneOf('equal', 'differs'),
            provisions: Type.Array(Type.String()),
            remark: Type.String(),
          }),
        ),
      }),
      Type.Object({
        alignment: ALIGNMENT,
        corrected: Type.Array(CORRECTION_SHOWN),
        misplaced: Type.Array(CORRECTION_SHOWN),
      }),
    ]),
  ),
});

const TEXT_SHOWN = Type.Object({
  at: Type.String(),
  asked: Type.Boolean(),
  amendments: Type.Integer(),
  failed: Type.Array(
    Type.Object({
      name: Type.String(),
      n: Type.Integer(),
      why: oneOf('no-such-provision', 'repealed-before', 'stands-already', 'no-text'),
    }),
  ),
  languages: Type.Array(LANGUAGE_SHOWN),
  beside: orNull(Type.Object({ language: Type.String(), words: Type.Record(Type.String(), Type.String()) })),
});

const EDITION = shapeOf<Edition>()(
  Type.Object({
    agreement: Type.Object({
      id: Type.String(),
      title: Type.String(),
      sides: Type.Array(Type.String()),
      signed: Type.Object({ date: Type.String(), place: InThree }),
      prevails: orNull(Type.String()),
      languages: Type.Array(Type.String()),
      designation: orNull(Type.String()),
    }),
    life: orNull(LIFE_STRIP),
    concordance: CONCORDANCE,
    query: EDITION_QUERY,
    names: BODY_NAMES,
    areas: Type.Array(Type.String()),
    filters: Type.Array(
      Type.Object({
        name: Type.String(),
        label: Type.String(),
        any: Type.String(),
        options: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
      }),
    ),
    preamble: orNull(Type.Object({ first: Type.Integer(), last: Type.Integer() })),
    parts: Type.Array(EDITION_PART),
    counts: Type.Array(
      Type.Object({
        modality: oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic'),
        count: Type.Integer(),
      }),
    ),
    total: Type.Integer(),
    allActsCounted: Type.Boolean(),
    recitals: Type.Array(EDITION_PROVISION),
    provisions: Type.Array(EDITION_PROVISION),
    closing: orNull(EDITION_PROVISION),
    annexes: Type.Array(EDITION_PROVISION),
    text: TEXT_SHOWN,
  }),
);

const FAMILY = Type.Object({
  family: Type.String(),
  provision: Type.String(),
  statements: Type.Array(Type.String()),
  parameters: Type.Record(Type.String(), ParameterShape),
  questions: Type.Array(Type.String()),
  confirmed: Type.Boolean(),
});

const PARAGRAPH_DATA = shapeOf<ParagraphData>()(
  Type.Object({
    provision: EDITION_PROVISION,
    part: orNull(Type.Object({ numeral: Type.String(), title: Type.String(), id: Type.String() })),
    before: orNull(Type.String()),
    after: orNull(Type.String()),
    related: Type.Array(Type.String()),
    acts: Type.Array(SAID_ROW),
    names: BODY_NAMES,
    more: Type.Boolean(),
    families: Type.Array(FAMILY),
    confirmedBy: Type.Array(Type.String()),
    changes: orNull(Type.Array(STRETCH)),
    later: Type.Array(AMENDED),
    areas: Type.Record(Type.String(), Type.Unknown()),
  }),
);

const DIFFERENCE = Type.Object({ id: Type.String(), stretches: Type.Array(STRETCH), by: Type.Array(AMENDED) });

const COMPARE_DATA = shapeOf<CompareData>()(
  Type.Object({
    from: Type.String(),
    to: Type.String(),
    language: Type.String(),
    total: Type.Integer(),
    differences: Type.Array(DIFFERENCE),
  }),
);

const ON_DAY = {
  at: DAY,
  language: Type.String({ description: 'One of the authentic languages; that which prevails where none is said.' }),
};

export const AGREEMENT_SAYS = saysPage({
  summary: 'The annotated edition: every provision with its statements, owners, duties, acts and reports.',
  data: EDITION,
  query: {
    q: Type.String({ description: 'Words that stand in the provision.' }),
    ...Object.fromEntries(
      ['area', 'modality', 'strongest', 'side', 'state', 'beside'].map((name) => [name, Type.String()] as const),
    ),
    at: DAY,
  },
  lists: ['provisions', 'recitals', 'annexes'],
});
export const PARAGRAPH_SAYS = saysPage(
  {
    summary: 'One provision: its statements, owners, duties, acts, reports, changes, and what areas say of it.',
    data: PARAGRAPH_DATA,
    lists: ['acts', 'families', 'later'],
  },
  { forms: ['atom'] },
);
export const COMPARE_SAYS = saysPage({
  summary: 'What changed in the text between two days.',
  data: COMPARE_DATA,
  query: { from: DAY, to: DAY, language: ON_DAY.language },
  lists: ['differences'],
});
export const AKN_SAYS = saysFile('The text as Akoma Ntoso 3.0.', ['application/akn+xml'], { query: ON_DAY });
export const HTML_SAYS = saysFile('The text as one file of HTML.', ['text/html'], { query: ON_DAY });
export const PLAIN_SAYS = saysFile('The text as plain text.', ['text/plain'], { query: ON_DAY });
export const HOME_SAYS = saysElsewhere('Leads to the Agreement.');
export const SHORT_SAYS = saysElsewhere('Leads to a provision.');
