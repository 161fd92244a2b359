// An agreement as its pages name it: its short name, its participants with their seats, its bodies.
import type { Agreement } from '../agreement/agreement.ts';
import type { Language } from './words.ts';

/** A participant in the reader's language. `side` is the agreement's id of it; `zone` that of its seat. */
export interface Participant {
  readonly side: string;
  readonly name: string;
  readonly city: string;
  readonly zone: string;
}

/** The participants in the order of the title. */
export function participants(agreement: Agreement, language: Language): readonly Participant[] {
  return agreement.participants.map(({ id, name, seat }) => ({
    side: id,
    name: name[language],
    city: seat.city[language],
    zone: seat.zone,
  }));
}

/** One participant. A side that is none is a broken invariant and throws. */
export function participant(agreement: Agreement, side: string, language: Language): Participant {
  const found = participants(agreement, language).find((one) => one.side === side);
  if (found === undefined) throw new Error(`instrument: ${side} is no participant of ${agreement.id}`);
  return found;
}

/** The title as printed, in the language that prevails. */
export function instrumentTitle(agreement: Agreement): string {
  return agreement.title;
}

/** The short name of the head of every page. */
export function instrumentName(agreement: Agreement, language: Language): string {
  return agreement.short[language];
}

/** A body's names. `lang` is their language: the side's own where the reader reads it, else English. */
export interface NamedBody {
  readonly short: string;
  readonly full: string;
  readonly lang: Language;
}

const ENDS = new WeakMap<Agreement, readonly string[]>();

/** Ends of a body's name that say of which participant it is: the mark of the side beside it says that already. */
function countryEnds(agreement: Agreement): readonly string[] {
  const known = ENDS.get(agreement) ?? endsIn(agreement);
  ENDS.set(agreement, known);
  return known;
}

function endsIn(agreement: Agreement): readonly string[] {
  return agreement.participants.flatMap(({ name, genitive, short }) => [
    ` of ${name.en}`,
    ` of ${short.en}`,
    ` of ${genitive.en}`,
    ` ${genitive.uk}`,
    ` të ${genitive.sq}`,
    ` ${genitive.sq}`,
  ]);
}

/** A name as a margin has room for: its abbreviation if it states one; no country, no "Ministry of". */
function shorten(full: string, agreement: Agreement): string {
  const abbreviation = /\(([A-Z][A-Z-]{2,9})\)$/.exec(full)?.[1];
  if (abbreviation !== undefined) return abbreviation;
  const end = countryEnds(agreement).find((ending) => full.endsWith(ending));
  const bare = end === undefined ? full : full.slice(0, -end.length);
  return bare.replace(/^Ministry (of|for) (the )?/, '');
}

/**
 * A body as `designated`, or as the agreement's own list has it. A body known to neither goes by its id, which is what
 * stands in its acts.
 */
export function bodyName(
  agreement: Agreement,
  id: string,
  language: Language,
  designated?: { readonly en: string; readonly local: string },
): NamedBody {
  const listed = agreement.bodies.get(id);
  const english = designated?.en ?? listed?.name ?? id;
  const own = agreement.participants.some((side) => id.startsWith(`${side.id}:`) && side.language === language);
  const local = own ? (designated?.local ?? listed?.local ?? undefined) : undefined;
  const full = local ?? english;
  return { short: shorten(full, agreement), full, lang: local === undefined ? 'en' : language };
}
