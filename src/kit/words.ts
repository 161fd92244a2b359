// The words of the interface in three languages, and how numbers, dates, plurals are said in each.
import { IntlMessageFormat } from 'intl-messageformat';

/** The languages of the interface. The languages of an agreement are data of that agreement. */
export const LANGUAGES = ['en', 'uk', 'sq'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One table of words: ICU messages by key, each in all three languages. A missing word fails `test/tidy.test.ts`. */
export type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Values for the arguments of an ICU message. */
export type Values = Readonly<Record<string, string | number>>;

/** Says things in one language. Dates come in as ISO text, for the kit owns no clock. */
export interface Speak {
  readonly language: Language;
  /** The word of `key` with its arguments filled in. An unknown key is a broken invariant and throws. */
  readonly say: (key: string, values?: Values) => string;
  /** `2026-08-31` as a sentence has it: 31 August 2026, without a break inside. */
  readonly date: (iso: string) => string;
  /** `2026-08-31` as a table has it: 31 Aug 2026. */
  readonly shortDate: (iso: string) => string;
  /** An instant as civil date and time at a zone, with seconds where asked: `31 Aug 2026, 23:30`. */
  readonly time: (instant: string, zone: string, seconds?: boolean) => string;
  /** Hours and minutes of an instant at a zone: `23:30`. */
  readonly hours: (instant: string, zone: string, seconds?: boolean) => string;
  /** The civil date of an instant at a zone, as ISO text: `2026-08-31`. */
  readonly civil: (instant: string, zone: string) => string;
  readonly weekday: (iso: string) => string;
  /** Sorts as the language sorts. */
  readonly compare: (a: string, b: string) => number;
  readonly list: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' };
const NO_BREAK = '\u00a0';

/** A text as a sentence begins: its first letter a capital, as where a weekday opens a title in Ukrainian. */
export function sentence(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** The first language of an `Accept-Language` header that the interface has, or undefined. */
export function preferred(header: string): Language | undefined {
  const asked = header.split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return asked.map((tag) => LANGUAGES.find((language) => language === tag)).find((language) => language !== undefined);
}

const ENDED_TWICE = /(\u0440\.)\.(?!\.)/g;

/** Zones whose formats are kept, at most: a format costs a hundred times what it says. */
const ZONES = 64;

/** Dates kept as they were said, at most: a page says the same few again and again. */
const SAID_DATES = 2048;

/** What is made for a name, made once; all is forgotten where there are more than `most` of them. */
function onceFor<Made>(most: number, make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(name);
    if (made.size >= most) made.clear();
    made.set(name, fresh);
    return fresh;
  };
}

const perZone = <Made>(make: (zone: string) => Made): ((zone: string) => Made) => onceFor(ZONES, make);

const once = (say: (of: string) => string): ((of: string) => string) => onceFor(SAID_DATES, say);

function dateFormats(locale: string): Pick<Speak, 'date' | 'shortDate' | 'time' | 'hours' | 'civil' | 'weekday'> {
  const midnight = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
  const unbroken = (text: string): string => text.replaceAll(' ', NO_BREAK);
  // A format is costly to make and there are few of them: one for each set of options ever asked for.
  const made = new Map<string, Intl.DateTimeFormat>();
  const format = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const key = JSON.stringify(options);
    const known = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, known);
    return (at) => known.format(at);
  };
  const civil = { year: 'numeric', day: 'numeric', timeZone: 'UTC' } as const;
  const long = format({ ...civil, month: 'long' });
  const short = format({ ...civil, month: 'short' });
  const day = format({ weekday: 'long', timeZone: 'UTC' });
  const clock = perZone((zone) => {
    const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
    return { plain: format(hours), exact: format({ ...hours, second: '2-digit' }) };
  });
  const hoursAt = (at: number, zone: string, seconds: boolean): string => clock(zone)[seconds ? 'exact' : 'plain'](at);
  const dateAt = perZone((zone) => format({ year: 'numeric', month: 'short', day: 'numeric', timeZone: zone }));
  const civilAt = perZone((zone) => {
    const days = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: zone });
    return once((instant) => {
      const parts = days.formatToParts(Date.parse(instant));
      const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
      return `${of('year')}-${of('month')}-${of('day')}`;
    });
  });
  return {
    date: once((iso) => unbroken(long(midnight(iso)))),
    shortDate: once((iso) => unbroken(short(midnight(iso)))),
    civil: (instant, zone) => civilAt(zone)(instant),
    // The locale data writes a letter apostrophe, for which the faces have a glyph of another width; pages have one.
    weekday: (iso) => day(midnight(iso)).replaceAll('\u02bc', '’'),
    hours: (instant, zone, seconds = false) => hoursAt(Date.parse(instant), zone, seconds),
    time: (instant, zone, seconds = false) => {
      const at = Date.parse(instant);
      // In a narrow column the time may go below its date.
      return `${unbroken(dateAt(zone)(at))}, ${hoursAt(at, zone, seconds)}`;
    },
  };
}

/**
 * Speaks `language` from the tables given; later tables may not repeat a key of an earlier one. Formats are made once,
 * so make one `Speak` a language and keep it.
 */
export function speaker(language: Language, tables: readonly Words[]): Speak {
  const words = new Map<string, string>();
  for (const table of tables) {
    for (const [key, entry] of Object.entries(table)) {
      if (words.has(key)) throw new Error(`words: ${key} stands in two tables`);
      words.set(key, entry[language]);
    }
  }
  const made = new Map<string, IntlMessageFormat>();
  // What takes no values is said alike each time.
  const plain = new Map<string, string>();
  const locale = LOCALES[language];
  const say = (key: string, values?: Values): string => plain.get(key) ?? spoken(key, values);
  const spoken = (key: string, values: Values | undefined): string => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`words: no word ${key}`);
    let message = made.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
      made.set(key, message);
    }
    const filled = String(message.format(values as Record<string, string | number> | undefined));
    // A Ukrainian date ends in a full stop of its own: «р.» at the end of a sentence ends it.
    const said = filled.replaceAll(ENDED_TWICE, '$1');
    if (values === undefined) plain.set(key, said);
    return said;
  };
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const number = new Intl.NumberFormat(locale);
  const collator = new Intl.Collator(locale);
  return {
    language,
    say,
    ...dateFormats(locale),
    compare: (a, b) => collator.compare(a, b),
    list: (items) => list.format(items),
    number: (value) => number.format(value),
  };
}
