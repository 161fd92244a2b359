// Words as they are looked for: folded over letters that people write either way, and cut to their stems.

/** A word of a text: where it stands, in UTF-16 units, and how it is written when it is looked for. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  readonly stems: readonly string[];
}

/** Characters of a question, and terms of it, at most; words of one text that are made findable. */
export const QUESTION_LIMIT = 200;
export const TERMS_LIMIT = 12;
export const WORDS_FOUND = 4000;
/** Letters from which on the beginning of a word finds it. */
const PREFIX_LETTERS = 3;
/** Letters of a lexeme, at most: a longer run of letters is no word. */
const LETTERS = 60;

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ‘`][\p{L}\p{M}]+)*/gu;
const APOSTROPHES = /['’ʼ‘`]/g;
const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters written either way, by habit, by keyboard or by the other orthography, and the one that stands for both. */
const EITHER: Readonly<Record<string, string>> = { ё: 'е', є: 'е', э: 'е', ї: 'і', ы: 'и', ґ: 'г', ъ: '' };

/** A word without case, apostrophes and accents: `п’ять` as `пять`, `Shqipëria` as `shqiperia`. */
export function fold(word: string): string {
  const plain = word.normalize('NFKC').toLowerCase().replace(APOSTROPHES, '');
  if (CYRILLIC.test(plain)) return plain.replace(/[ёєэїыґъ]/g, (letter) => EITHER[letter] ?? '').replace(/\p{M}/gu, '');
  return plain.normalize('NFD').replace(/\p{M}/gu, '');
}

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const folded = fold(match[0]).slice(0, LETTERS);
    if (folded === '') return [];
    return [{ start: match.index, end: match.index + match[0].length, folded, stems: stemsOf(folded) }];
  });
}

/** Endings by length, longest first, so that the longest that fits goes. */
function endings(...all: readonly string[]): readonly string[] {
  return all.flatMap((some) => some.split(' ')).toSorted((a, b) => b.length - a.length);
}

// Folded already: є is е, ї is і, ë is e.
const UKRAINIAN = endings(
  'ннями ннях нням ннів ння нню нні нь ія іі ію іею іям іями іях оі еі',
  'ами ями ові еві ого ому ими іми ою ею ах ях ам ям ів ом ем ой ей их іх им ім ий ій ия ию ие ая уе ое ее',
  'увати ювати ати яти ити іти ути уть ють ать ять ить али или ала ила ало ило ав ив ае',
  'істю ості ість остей остям остями остях',
  'а я у ю о е и і ь й',
);
const ENGLISH = endings('ations ation ings ing edly ed ers er ies es s ly');
const ALBANIAN = endings(
  'eve ave ive uve eve et at it ut in un en an es se te ve ja je jes jen jet ia ie ise ite ite imit imi imin ime imeve',
  'jeve jave a e i u',
);

/** The least letters that a stem keeps. */
const STEM = 3;

function cut(word: string, all: readonly string[], least: number): string {
  const ending = all.find((one) => word.endsWith(one) && word.length - one.length >= least);
  return ending === undefined ? word : word.slice(0, word.length - ending.length);
}

/** Twice the same consonant before an ending is one: `planned` is of `plan`; a last vowel is of the ending. */
const single = (stem: string): string => stem.replace(/([bdfgmnprt])\1$/, '$1').replace(/[eiy]$/, '');

function ukrainian(word: string): string {
  const bare = word.length > STEM + 2 ? word.replace(/(?:ся|сь)$/, '') : word;
  const stem = cut(bare, UKRAINIAN, STEM);
  const root = stem.replace(/([^аеиіоуюя])\1$/, '$1').replace(/ь$/, '');
  // An adjective made of a noun is of that noun: `безпековий` of `безпека`.
  return root.length > STEM + 2 ? root.replace(/[ое]в$/, '') : root;
}

/** The stems of a folded word, each with the language it is of in front. A number and a short word have none. */
export function stemsOf(folded: string): readonly string[] {
  if (folded.length <= STEM || /^\p{N}/u.test(folded)) return [];
  if (CYRILLIC.test(folded)) return [`~u:${ukrainian(folded)}`];
  return [`~e:${single(cut(folded, ENGLISH, STEM))}`, `~q:${cut(folded, ALBANIAN, STEM)}`];
}

/** What is named in the index beside the words: an act is of a kind, a body, a provision, a block of its log. */
export type Named = `=kind:${string}` | `=body:${string}` | `=provision:${string}` | `=block:${number}`;

/** One part of a question: every one of them must be found, or, where it is left out, must not. */
export interface Term {
  /** Words in a row; one of them unless they were put in quotation marks. */
  readonly words: readonly Pick<Word, 'folded' | 'stems'>[];
  readonly isLeftOut: boolean;
  /** True where the words must be written so, not only be of the same stem or begin so. */
  readonly isExact: boolean;
}

/** The terms of a question: `mines "safe passage" -grain`. What is no word is passed over. */
export function termsOf(question: string): readonly Term[] {
  const parts = question.slice(0, QUESTION_LIMIT).matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu);
  return [...parts]
    .flatMap(([, minus, quoted, plain]): readonly Term[] => {
      const words = wordsOf(quoted ?? plain ?? '');
      const isLeftOut = minus === '-';
      if (words.length === 0) return [];
      // What is written with hyphens or dots is found as its words in a row: `UA-MFA-2026-0004`.
      return [{ words, isLeftOut, isExact: quoted !== undefined || words.length > 1 }];
    })
    .slice(0, TERMS_LIMIT);
}

/** Whether one word of a text answers one word of a term. */
function answers(said: Word | undefined, wanted: Term['words'][number], isExact: boolean): boolean {
  if (said === undefined) return false;
  if (said.folded === wanted.folded) return true;
  if (isExact) return false;
  if (wanted.folded.length >= PREFIX_LETTERS && said.folded.startsWith(wanted.folded)) return true;
  return said.stems.some((stem) => wanted.stems.includes(stem));
}

/** Where the words of a term stand in a text, as indexes of its words. */
function standsAt(words: readonly Word[], { words: wanted, isExact }: Term): readonly number[] {
  return words.flatMap((_, at) => {
    const all = wanted.every((one, i) => answers(words[at + i], one, isExact));
    return all ? wanted.map((__, i) => at + i) : [];
  });
}

/** A stretch of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Whether a text, or the words of one, answers all terms of a question, and has none of those left out. */
export function isAnswer(text: string | readonly Word[], terms: readonly Term[]): boolean {
  const words = typeof text === 'string' ? wordsOf(text) : text;
  const answered = terms.every((term) => standsAt(words, term).length > 0 !== term.isLeftOut);
  return answered && terms.some((term) => !term.isLeftOut);
}

/** Characters of a text shown around what was found in it. */
const AROUND = 240;

/** The part of a text that shows best what was found in it, in pieces; its beginning where nothing was. */
export function piecesOf(text: string, terms: readonly Term[], length = AROUND): readonly Piece[] {
  const words = wordsOf(text);
  const wanted = terms.filter((term) => !term.isLeftOut);
  const hits = [...new Set(wanted.flatMap((term) => standsAt(words, term)))].toSorted((a, b) => a - b);
  const first = hits[0] === undefined ? 0 : (words[hits[0]]?.start ?? 0);
  const room = Math.max(0, first - length / 3);
  const from = first <= length / 2 ? 0 : (words.find(({ start }) => start >= room)?.start ?? 0);
  const last = words.findLast((word) => word.end <= from + length)?.end ?? from + length;
  const end = from + length >= text.length ? text.length : last;
  const pieces: Piece[] = [];
  const put = (start: number, stop: number, found: boolean): void => {
    if (stop > start) pieces.push({ text: text.slice(start, stop), found });
  };
  let at = from;
  for (const { start, end: stop } of hits.flatMap((hit) => words[hit] ?? [])) {
    if (start < at || stop > end) continue;
    put(at, start, false);
    put(start, stop, true);
    at = stop;
  }
  put(at, end, false);
  return [
    ...(from > 0 ? [{ text: '… ', found: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: ' …', found: false }] : []),
  ];
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/**
 * A text and what it is of, as PostgreSQL keeps it for search: a `tsvector` in its own notation, made here, because no
 * dictionary of the server knows Ukrainian or Albanian and both nodes should find the same.
 */
export function vectorOf(texts: readonly string[], named: readonly Named[]): string {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const text of texts) {
    for (const { folded, stems } of wordsOf(text)) {
      if (at >= WORDS_FOUND) break;
      at += 1;
      for (const lexeme of [folded, ...stems]) {
        const known = places.get(lexeme);
        if (known === undefined) places.set(lexeme, [at]);
        else if (known.length < 100) known.push(at);
      }
    }
    // Words of two texts never stand in a row.
    at += 1;
  }
  const words = [...places].map(([lexeme, where]) => `${quoted(lexeme)}:${where.join(',')}`);
  return [...words, ...named.map(quoted)].join(' ');
}

/**
 * A question as PostgreSQL asks it, a `tsquery` in its own notation; undefined where it has no word. `naming` gives
 * what a term also names: the kinds, bodies and provisions that are called so in any language.
 */
export function queryOf(terms: readonly Term[], naming: (term: Term) => readonly Named[]): string | undefined {
  if (terms.every((term) => term.isLeftOut)) return undefined;
  const parts = terms.map((term) => {
    const [first = { folded: '', stems: [] }] = term.words;
    const begins = first.folded.length >= PREFIX_LETTERS ? ':*' : '';
    const words = term.isExact
      ? [`(${term.words.map(({ folded }) => quoted(folded)).join(' <-> ')})`]
      : [`${quoted(first.folded)}${begins}`, ...first.stems.map(quoted)];
    return `${term.isLeftOut ? '!' : ''}(${[...words, ...naming(term).map(quoted)].join(' | ')})`;
  });
  return parts.join(' & ');
}
