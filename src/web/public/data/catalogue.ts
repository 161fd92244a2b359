// The open data of the public window as a catalogue: what there is, in which forms, under which licence; also as DCAT.
import { AKN_TYPE } from '../../../agreement/akn.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import type { Speak } from '../../../kit/words.ts';
import type { PublicAsk } from '../ask.ts';

/** Whose the data is: the text of the two governments, words of the sides, what the project wrote, what others sent. */
export type Rights = 'text' | 'acts' | 'project' | 'reported' | 'computed' | 'offered';

export interface Distribution {
  readonly href: string;
  readonly form: string;
  readonly type: string;
}

/** A set of data. Its words are `public.set-` and `public.set-why-` and the id. */
export interface DataSet {
  readonly id: string;
  readonly rights: Rights;
  readonly standard: string;
  readonly entries: number;
  readonly distributions: readonly Distribution[];
}

const TYPES: Readonly<Record<string, string>> = {
  CSV: 'text/csv',
  JSON: 'application/json',
  Atom: 'application/atom+xml',
  iCalendar: 'text/calendar',
  XML: AKN_TYPE,
  HTML: 'text/html',
  TXT: 'text/plain',
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Sets by id, with how each is counted from what the window knows; 0 where it is not a list. */
type Counted = Omit<DataSet, 'entries'> & { readonly count: (known: Known) => number };

interface Known {
  readonly agreement: Agreement;
  readonly acts: number;
}

const assessed = ({ agreement }: Known): number =>
  agreement.provisions.flatMap((one) => one.statements.filter((statement) => statement.assessed)).length;

const of = (...pairs: readonly (readonly [form: string, href: string])[]): readonly Distribution[] =>
  pairs.map(([form, href]) => ({ href, form, type: TYPES[form] ?? 'text/plain' }));

const SETS: readonly Counted[] = [
  {
    id: 'text',
    rights: 'text',
    standard: 'Akoma Ntoso 3.0',
    distributions: of(['XML', '/agreement.akn.xml'], ['HTML', '/agreement.html'], ['TXT', '/agreement.txt']),
    count: ({ agreement }) => agreement.provisions.filter(({ part }) => part !== null).length,
  },
  {
    id: 'statements',
    rights: 'project',
    standard: 'RFC 4180',
    distributions: of(['CSV', '/statements.csv'], ['JSON', '/statements.json']),
    count: ({ agreement }) => agreement.provisions.flatMap(({ statements }) => statements).length,
  },
  {
    id: 'acts',
    rights: 'acts',
    standard: 'C2SP signed-note, tlog-proof',
    distributions: of(['CSV', '/acts.csv'], ['JSON', '/acts.json'], ['Atom', '/acts.atom']),
    count: ({ acts }) => acts,
  },
  {
    id: 'dates',
    rights: 'computed',
    standard: 'RFC 5545',
    distributions: of(['iCalendar', '/dates.ics'], ['JSON', '/life?format=json']),
    count: () => 0,
  },
  {
    id: 'promises',
    rights: 'acts',
    standard: 'JSON',
    distributions: of(['JSON', '/promises?format=json']),
    count: assessed,
  },
  {
    id: 'independent',
    rights: 'offered',
    standard: 'JSON',
    distributions: of(['JSON', '/independent?format=json']),
    count: () => 0,
  },
  {
    id: 'reported',
    rights: 'reported',
    standard: 'RFC 4180',
    distributions: of(['CSV', '/reported.csv'], ['JSON', '/reported.json']),
    count: ({ agreement }) => agreement.reports.length,
  },
  {
    id: 'figures',
    rights: 'computed',
    standard: 'RFC 4180',
    distributions: of(['CSV', '/figures.csv'], ['JSON', '/figures?format=json']),
    count: () => 0,
  },
  {
    id: 'report',
    rights: 'computed',
    standard: 'PDF/UA, OOXML',
    distributions: of(['PDF', '/reports?format=pdf'], ['DOCX', '/reports?format=docx']),
    count: () => 0,
  },
];

/** Everything that can be taken, with how many entries it has now. */
export async function catalogue({ record, look }: PublicAsk): Promise<readonly DataSet[]> {
  const { agreement } = look;
  const sides = agreement.participants.map(({ id }) => id);
  const counts = await Promise.all(sides.map(async (side) => (await record.count(side)).count));
  const known = { agreement, acts: counts.reduce((sum, count) => sum + count, 0) };
  const policies: DataSet = {
    id: 'policies',
    rights: 'acts',
    standard: 'C2SP tlog-policy',
    entries: sides.length,
    distributions: sides.map((side) => ({ href: `/policy/${side}`, form: side.toUpperCase(), type: 'text/plain' })),
  };
  return [...SETS.map(({ count, ...set }) => ({ ...set, entries: count(known) })), policies];
}

/** The licence of a set: the operator's for what this side gives out, none where it is not this side's to give. */
export function licenceOf({ rights }: DataSet, licence: string | undefined): string | undefined {
  return rights === 'text' || rights === 'reported' || rights === 'offered' ? undefined : licence;
}

/** The catalogue as DCAT 3 in JSON-LD. Source: W3C Data Catalog Vocabulary. */
export function writeDcat(sets: readonly DataSet[], ask: PublicAsk, speak: Speak): string {
  const { origin, look, licence, markingIn } = ask;
  const said = (text: string) => ({ '@language': speak.language, '@value': text });
  const access = { 'dct:accessRights': said(markingIn(speak.language)) };
  const datasets = sets.map((set) => {
    const held = licenceOf(set, licence);
    return {
      '@id': `${origin}/data#${set.id}`,
      '@type': 'dcat:Dataset',
      'dct:title': said(speak.say(`public.set-${set.id}`)),
      'dct:description': said(speak.say(`public.set-why-${set.id}`)),
      'dct:rights': said(speak.say(`public.rights-${set.rights}`)),
      ...access,
      ...(held === undefined ? {} : { 'dct:license': { '@id': held } }),
      'dcat:distribution': set.distributions.map(({ href, form, type }) => ({
        '@type': 'dcat:Distribution',
        'dct:title': form,
        'dcat:accessURL': { '@id': `${origin}${href}` },
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` },
      })),
    };
  });
  return `${JSON.stringify(
    {
      '@context': { dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/' },
      '@id': `${origin}/data`,
      '@type': 'dcat:Catalog',
      'dct:title': said(speak.say('public.page-data')),
      'dct:description': said(look.agreement.title),
      'dct:language': speak.language,
      ...access,
      'dcat:dataset': datasets,
    },
    null,
    1,
  )}\n`;
}
