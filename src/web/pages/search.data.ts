// What a search finds: places of the text in every language loaded, acts, bodies, and people of the reader's own side.
import { sideOf } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import { refuse } from '../../act/refusal.ts';
import { consolidate, type TextHistory } from '../../agreement/amendment.ts';
import {
  isAnswer,
  type Named,
  type Piece,
  piecesOf,
  QUESTION_LIMIT,
  queryOf,
  type Term,
  termsOf,
  type Word,
  wordsOf,
} from '../../agreement/lexeme.ts';
import { BODIES } from '../../agreement/mandate.ts';
import { sentenceStarts } from '../../agreement/text.ts';
import type { AreaKind, Look, ShownAct } from '../../area.ts';
import { LANGUAGES } from '../../kit/words.ts';
import type { Official } from '../../node/node.ts';
import type { Ask } from '../ask.ts';
import { ACTS_COUNTED, PLACES_FOUND } from '../limits.ts';
import { readPaging } from '../paging.ts';
import { readStretch } from './acts.data.ts';
import { type BodyNames, bodyNames, type SaidRow } from './said.tsx';
import { dayAsked, historyOf, ownLanguage } from './stood.ts';

/** A sentence of the text as it stands today. `sentence` counts from 1 within its provision. */
export interface TextFound {
  readonly language: string;
  readonly provision: string;
  readonly sentence: number;
  readonly pieces: readonly Piece[];
}

export interface ActFound extends SaidRow {
  /** What of its body answers; empty where only its number, kind, body or provision does. */
  readonly pieces: readonly Piece[];
}

export interface BodyFound {
  readonly id: string;
  readonly side: string;
  readonly name: string;
}

export interface SearchData {
  readonly q: string;
  /** Whether anything was asked that has a word in it. */
  readonly asked: boolean;
  readonly text: readonly TextFound[];
  readonly acts: readonly ActFound[];
  /** Acts that answer, counted to a limit. */
  readonly count: number;
  readonly more: boolean;
  readonly next: string | null;
  readonly previous: string | null;
  readonly bodies: readonly BodyFound[];
  /** Officials of this side; null for whoever is none of them. */
  readonly people: readonly Pick<Official, 'id' | 'name' | 'body'>[] | null;
  /** How many there are of those lists of which no more than so many are shown. */
  readonly all: { readonly text: number; readonly bodies: number; readonly people: number };
  /** Entries that are recorded and cannot be found yet. */
  readonly waiting: number;
  readonly names: BodyNames;
}

/** Words of texts that every search reads through: the text, titles of kinds, names of bodies. Of each agreement. */
const READ = new WeakMap<object, Map<string, readonly Word[]>>();
/** Texts whose words are kept, at most. */
const TEXTS_READ = 20_000;

/** A reader of words that has read most of it before. */
function reading(of: object): (text: string) => readonly Word[] {
  const known = READ.get(of) ?? new Map<string, readonly Word[]>();
  READ.set(of, known);
  return (text) => {
    const words = known.get(text) ?? wordsOf(text);
    if (known.size >= TEXTS_READ) known.clear();
    known.set(text, words);
    return words;
  };
}
type Reading = ReturnType<typeof reading>;

/** The sentences of a provision, each with its number. */
function sentencesOf(text: string): readonly string[] {
  const starts = sentenceStarts(text);
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim());
}

/** The text is small: it is read through, word by word, in every language that is loaded, as it stands today. */
function inText(look: Look, history: TextHistory, terms: readonly Term[], read: Reading): readonly TextFound[] {
  const { agreement } = look;
  const at = dayAsked(undefined, look);
  const own = { language: ownLanguage(agreement), text: agreement.text };
  return [own, ...history.loaded].flatMap(({ language, text }) =>
    consolidate(text, history, at, language).nodes.flatMap((node) => {
      if (!isAnswer(read(node.text), terms)) return [];
      const sentences = sentencesOf(node.text).map((said, i) => ({ said, sentence: i + 1 }));
      // Where no sentence alone has all that was asked for, the first that has some of it leads there.
      const best = sentences.filter(({ said }) => isAnswer(read(said), terms));
      const some = (said: string): boolean => terms.some((term) => !term.isLeftOut && isAnswer(read(said), [term]));
      const part = sentences.filter(({ said }) => some(said));
      return (best.length > 0 ? best : part.slice(0, 1)).map(({ said, sentence }) => {
        return { language, provision: node.id, sentence, pieces: piecesOf(said, terms) };
      });
    }),
  );
}

/** What a term names beside words: kinds by their titles, bodies by their names, provisions by their numbers. */
function namingOf(kinds: readonly AreaKind[], bodies: readonly BodyFound[], ask: Ask, read: Reading) {
  const { agreement } = ask.look;
  const titled = kinds.map(({ kind, title }) => {
    const titles = LANGUAGES.map((language) => ask.speakIn(language).say(title, { side: '', body: '' }));
    return { named: `=kind:${kind.id}` as const, text: [...titles, kind.id].join(' \n ') };
  });
  const named = bodies.map(({ id, name }) => ({ named: `=body:${id}` as const, text: `${name} \n ${id}` }));
  return (term: Term): readonly Named[] => {
    const word = term.words[0]?.folded ?? '';
    const wanted = { ...term, isLeftOut: false };
    const fitting = [...titled, ...named].filter(({ text }) => isAnswer(read(text), [wanted]));
    const all = fitting.map((one) => one.named);
    const isProvision = term.words.length === 1 && agreement.provision(word) !== undefined;
    return isProvision ? [...all, `=provision:${word}`] : all;
  };
}

async function bodiesKnown(look: Look): Promise<readonly BodyFound[]> {
  const rows = await look.rows(BODIES);
  const designated = new Map(rows.map(({ subject, state }) => [subject, state.name]));
  const ids = new Set([...look.agreement.bodies.keys(), ...designated.keys()]);
  return [...ids].map((id) => {
    const name = designated.get(id);
    const proposed = look.agreement.bodies.get(id);
    const names = [name?.en, name?.local, proposed?.name, proposed?.local].filter((one) => typeof one === 'string');
    return { id, side: sideOf(id), name: [...new Set(names)].join(' · ') };
  });
}

function textsIn(body: Json | undefined): readonly string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body).flatMap((one) => textsIn(one as Json));
}

/** The first text of a body that answers a term. */
function inBody({ act }: ShownAct, terms: readonly Term[]): readonly Piece[] {
  const wanted = terms.filter((term) => !term.isLeftOut);
  const text = textsIn(act.body).find((said) => wanted.some((term) => isAnswer(said, [term])));
  return text === undefined ? [] : piecesOf(text, wanted);
}

const NOTHING: Omit<SearchData, 'q'> = {
  asked: false,
  text: [],
  acts: [],
  count: 0,
  more: false,
  next: null,
  previous: null,
  bodies: [],
  people: null,
  all: { text: 0, bodies: 0, people: 0 },
  waiting: 0,
  names: {},
};

/** Looks for `?q=` in everything that the reader may see. `input-malformed` where the question is too long. */
export async function loadSearch(ask: Ask): Promise<SearchData> {
  const { look, node, query, viewer } = ask;
  const q = (query['q'] ?? '').trim();
  if (q.length > QUESTION_LIMIT) {
    throw refuse('input-malformed', `field q: A search has at most ${QUESTION_LIMIT} characters.`);
  }
  const paging = readPaging(query);
  const terms = termsOf(q);
  const bodies = await bodiesKnown(look);
  const read = reading(look.agreement);
  const kinds = node.areas.flatMap((area) => area.kinds);
  const words = queryOf(terms, namingOf(kinds, bodies, ask, read));
  if (words === undefined) return { ...NOTHING, q };
  const history = await historyOf(look, node.areas);
  // Before it is asked, the index takes in what was recorded since: what was just said is found.
  const waiting = await look.unfound();
  const sides = look.agreement.participants.map(({ id }) => id);
  const [{ shown, acts, next, previous }, count] = await Promise.all([
    readStretch(look, sides, { words }, paging),
    look.count({ words }, ACTS_COUNTED + 1),
  ]);
  const isNamed = (text: string): boolean => isAnswer(text, terms);
  const text = inText(look, history, terms, read);
  const named = bodies.filter(({ id, name }) => isNamed(`${name} ${id}`));
  const people = (viewer === undefined ? [] : node.officials)
    .filter(({ id, name, post }) => isNamed([id, name, ...Object.values(post)].join(' ')))
    .map(({ id, name, body }) => ({ id, name, body }));
  return {
    q,
    asked: true,
    text: text.slice(0, PLACES_FOUND),
    acts: acts.map((row, i) => ({ ...row, pieces: inBody(shown[i] as ShownAct, terms) })),
    count: Math.min(count, ACTS_COUNTED),
    more: count > ACTS_COUNTED,
    next,
    previous,
    bodies: named.slice(0, PLACES_FOUND),
    people: viewer === undefined ? null : people.slice(0, PLACES_FOUND),
    all: { text: text.length, bodies: named.length, people: people.length },
    waiting,
    names: await bodyNames(look, acts.map(({ by }) => by)),
  };
}
