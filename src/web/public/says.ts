// What the pages and files of the public window say as data, beside those that it shares with the other windows.
import Type from 'typebox';
import { HeaderShape } from '../../act/act.ts';
import { oneOf, orNull, shapeOf } from '../../kit/shape.ts';
import type { Report } from '../../agreement/agreement.ts';
import { saysElsewhere, saysFile, saysPage } from '../ask.ts';
import { ATOM_TYPE } from '../atom.ts';
import { CALENDAR_TYPE } from '../calendar.ts';
import { CSV_TYPE } from '../csv.ts';
import { BODY_NAMES, CONCORDANCE, LIFE_STRIP, PAGING, SAID_ROW } from '../says/shapes.ts';
import type { ActsData } from './pages/acts.tsx';
import type { CatalogueData } from './pages/data.tsx';
import type { FiguresData } from './pages/figures.tsx';
import type { HomeData } from './pages/home.tsx';
import type { OfferData } from './pages/offer.tsx';
import type { VerifyData } from './pages/verify.tsx';

const MODALITY = oneOf('shall', 'will', 'will-soft', 'may', 'would-conditional', 'policy', 'statement', 'historic');
const PLACE = Type.Object({ side: Type.String(), index: Type.Integer() });
const bare = (type: string): string => type.split(';')[0] ?? type;
const TABLE = [bare(CSV_TYPE)];

const REPORT = shapeOf<Report>()(
  Type.Object({
    date: Type.String({ description: 'A day, a month or a year, as the source has it.' }),
    says: Type.String(),
    confidence: Type.String(),
    grade: orNull(oneOf('A', 'B', 'C')),
    source: Type.String(),
    subject: Type.String(),
    provisions: Type.Array(Type.String()),
    all: Type.Boolean(),
  }),
);

const HOME_DATA = shapeOf<HomeData>()(
  Type.Object({
    life: orNull(LIFE_STRIP),
    concordance: CONCORDANCE,
    parts: Type.Array(
      Type.Object({
        id: Type.String(),
        numeral: Type.String(),
        short: Type.String(),
        paragraphs: Type.Array(Type.Object({ id: Type.String(), strongest: MODALITY, says: Type.String() })),
      }),
    ),
    counts: Type.Array(Type.Object({ modality: MODALITY, count: Type.Integer() })),
    reports: Type.Array(REPORT),
    reportsInAll: Type.Integer(),
    acts: Type.Array(SAID_ROW),
    names: BODY_NAMES,
  }),
);
export const HOME_SAYS = saysPage({
  summary: 'Where the Agreement stands: its life, its paragraphs, the newest public acts and reports.',
  data: HOME_DATA,
  lists: ['acts', 'reports', 'counts', 'parts.paragraphs'],
});

const ACTS_DATA = shapeOf<ActsData>()(
  Type.Object({
    acts: Type.Array(SAID_ROW),
    names: BODY_NAMES,
    counts: Type.Record(Type.String(), Type.Integer()),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
  }),
);
export const ACTS_SAYS = saysPage(
  {
    summary: 'Public acts of both sides, newest first, in stretches.',
    data: ACTS_DATA,
    query: PAGING,
    lists: ['acts'],
  },
  { forms: ['atom'] },
);

const FIGURES_DATA = shapeOf<FiguresData>()(
  Type.Object({
    months: Type.Array(
      Type.Object({ month: Type.String(), acts: Type.Record(Type.String(), Type.Integer()) }),
    ),
    words: Type.Array(Type.Object({ modality: Type.String(), count: Type.Integer() })),
    places: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.Record(Type.String(), Type.String()),
        at: Type.Tuple([Type.Number(), Type.Number()]),
        is: oneOf('seat', 'named'),
        provisions: Type.Array(Type.String()),
        acts: Type.Integer(),
        reports: Type.Integer(),
      }),
    ),
  }),
);
export const FIGURES_SAYS = saysPage({
  summary: 'Figures: public acts by month, paragraphs by their strongest word, places.',
  data: FIGURES_DATA,
  lists: ['months', 'words', 'places'],
});

export const VERIFY_SAYS = saysPage({
  summary: 'Where a proof is checked in the reader’s browser, and how it is checked elsewhere.',
  data: shapeOf<VerifyData>()(Type.Object({ act: orNull(PLACE), acts: Type.Array(PLACE) })),
  query: { act: Type.String({ description: 'The place of an act: `ua-12`.' }) },
  lists: ['acts'],
});

const OFFER_DATA = shapeOf<OfferData>()(
  Type.Object({
    typed: Type.Record(Type.String(), Type.Array(Type.String())),
    error: orNull(Type.Object({ field: Type.String(), key: Type.String() })),
    stamp: Type.String({ description: 'What the form carries to tell when it was given out.' }),
  }),
);
export const OFFER_SAYS = saysPage({
  summary: 'The form on which an organisation hands in an assessment.',
  data: OFFER_DATA,
  query: { statement: Type.String({ description: 'The id of a statement, to begin with.' }) },
});
const TEXT = Type.String();
export const OFFERED_SAYS = saysElsewhere('Takes an assessment in, for the moderators of both sides.', {
  form: {
    stamp: TEXT,
    organisation: TEXT,
    contact: TEXT,
    statement: TEXT,
    completion: Type.Optional(TEXT),
    words: TEXT,
    sources: Type.String({ description: 'Addresses, one a line.' }),
    language: TEXT,
  },
});
export const SENT_SAYS = saysPage({ summary: 'That an assessment has arrived.', data: Type.Null() });

const CATALOGUE = shapeOf<CatalogueData>()(
  Type.Object({
    sets: Type.Array(
      Type.Object({
        id: Type.String(),
        rights: oneOf('text', 'acts', 'project', 'reported', 'computed', 'offered'),
        standard: Type.String(),
        entries: Type.Integer(),
        distributions: Type.Array(Type.Object({ href: Type.String(), form: Type.String(), type: Type.String() })),
      }),
    ),
    licence: orNull(Type.String()),
    origin: Type.String(),
  }),
);
export const DATA_SAYS = saysPage({
  summary: 'The catalogue of open data: what there is, in which forms, whose it is.',
  data: CATALOGUE,
  lists: ['sets', 'sets.distributions'],
});
export const DCAT_SAYS = saysFile('The same as DCAT 3 in JSON-LD.', ['application/ld+json']);

export const REPORTED_SAYS = saysPage({
  summary: 'What is reported of the Agreement, newest first, each with its source and how sure it is.',
  data: Type.Object({ reports: Type.Array(REPORT) }),
  lists: ['reports'],
});
export const REPORTED_CSV_SAYS = saysFile('The same as a file, in the columns in which this project reads it.', TABLE);
export const REPORTED_JSON_SAYS = {
  is: 'data',
  summary: 'The same as JSON.',
  data: Type.Array(REPORT),
} as const;

/** What a row of statements has, in order. */
export const STATEMENT_COLUMNS = [
  'statement', 'provision', 'part', 'quote', 'modality', 'by', 'to', 'area', 'way', 'counts-as-done',
] as const;
const STATEMENT = Type.Object(
  Object.fromEntries(STATEMENT_COLUMNS.map((name) => [name, orNull(Type.String())])),
);
export const STATEMENTS_CSV_SAYS = saysFile('Every statement of the text with what this project reads in it.', TABLE);
export const STATEMENTS_JSON_SAYS = {
  is: 'data',
  summary: 'The same as JSON.',
  data: Type.Array(STATEMENT),
} as const;

/** The columns of the file of acts, as the table of a list has its own. */
export const ACT_FILE = Type.Object({
  rows: Type.Array(
    Type.Object({
      act: Type.String({ description: 'Side and index, as pages name it.' }),
      ...SAID_ROW.properties,
      proof: Type.String({ description: 'The address of its proof file.' }),
    }),
  ),
});
export const ACTS_CSV_SAYS = saysFile('Public acts as a table, newest first, in stretches.', TABLE, { query: PAGING });
export const ACTS_JSON_SAYS = {
  is: 'data',
  summary: 'Public acts with what they say: the header as signed, the body as said; newest first, in stretches.',
  query: PAGING,
  data: Type.Object({
    agreement: Type.String(),
    made: Type.String(),
    acts: Type.Array(
      Type.Object({
        side: Type.String(),
        index: Type.Integer(),
        id: Type.String(),
        header: HeaderShape,
        body: Type.Unknown(),
        recordedAt: Type.String(),
        contested: orNull(Type.String()),
      }),
    ),
    next: orNull(Type.String()),
    previous: orNull(Type.String()),
  }),
} as const;
export const ACTS_ATOM_SAYS = saysFile('Public acts as a feed, in stretches.', [bare(ATOM_TYPE)], { query: PAGING });
export const DATES_SAYS = saysFile('The dates of the life of the Agreement as a calendar.', [bare(CALENDAR_TYPE)]);
export const FIGURES_CSV_SAYS = saysFile('Public acts of each side by month.', TABLE);
export const KEYS_SAYS = saysFile('The keys that signed an act, one a line.', ['text/plain']);
export const ROBOTS_SAYS = saysFile('What programs that follow links are asked to leave out.', ['text/plain']);
export const SITEMAP_SAYS = saysFile('The maps of the site.', ['application/xml']);
export const SITEMAP_PAGES_SAYS = saysFile('The addresses of pages, paragraphs and open data.', ['application/xml']);
export const SITEMAP_ACTS_SAYS = saysFile('The addresses of a stretch of the public acts of a side.', [
  'application/xml',
]);
