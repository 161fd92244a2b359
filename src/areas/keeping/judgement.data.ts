// What the sides say of each promise, side by side: the data of the section of a paragraph, of the page, of the filter.
import type { Look } from '../../area.ts';
import type { Modality } from '../../kit/marks.tsx';
import { intervalOf, nextReview, type Promised, promisedIn } from './law.ts';
import { OFFERS, type Sent } from './offers/register.ts';
import { type Assessment, JUDGEMENTS, type KeptState, NOTED, type Noted, voiceOf } from './registers.ts';

/** An act by its place in its log. */
export interface Place {
  readonly side: string;
  readonly index: number;
}

/** One assessment with the acts it rests on by their places; an act that is not held here is left out. */
export interface Voice extends Assessment {
  readonly evidence: readonly Place[];
}

/** An assessment that an organisation handed in, and that a side has published, by its id. */
export interface Offered extends Sent {
  readonly offer: string;
}

/** A statement with what is said of it. `voices` are in the order of the title, null where a side has said nothing. */
export interface Judged {
  readonly statement: string;
  readonly provision: string;
  readonly quote: string;
  readonly modality: Modality;
  readonly countsAsDone: string | null;
  readonly voices: readonly { readonly side: string; readonly now: Voice | null }[];
  /** Whether both have said something and differ in how far it is carried out. */
  readonly differ: boolean;
  /** Earlier assessments, newest first. */
  readonly before: readonly Voice[];
  /** What organisations are reported to say, newest first: beside the voices, in none of what is told of them. */
  readonly independent: readonly Noted[];
  /** What organisations have handed in and a side has published: beside the voices as well. */
  readonly offered: readonly Offered[];
  readonly interval: number | null;
  readonly next: readonly { readonly side: string; readonly due: string | null }[];
}

async function voice(look: Look, made: Assessment): Promise<Voice> {
  const acts = await Promise.all(made.acts.map(async (id) => await look.act(id)));
  const evidence = acts.flatMap((shown) =>
    shown === undefined ? [] : [{ side: shown.act.side, index: shown.act.index }],
  );
  return { ...made, evidence };
}

const EMPTY: KeptState = { made: [], wishes: [] };

async function judged(
  look: Look,
  { statement, provision }: Promised,
  state: KeptState,
  noted: readonly Noted[],
  offered: readonly Offered[],
): Promise<Judged> {
  const sides = look.agreement.participants.map(({ id }) => id);
  const now = sides.map((side) => ({ side, made: voiceOf(state, side) }));
  const said = now.flatMap(({ made }) => (made === undefined ? [] : [made]));
  const interval = intervalOf(state, sides)?.months ?? null;
  return {
    statement: statement.id,
    provision: provision.id,
    quote: statement.quote,
    modality: statement.modality,
    countsAsDone: statement.countsAsDone,
    voices: await Promise.all(
      now.map(async ({ side, made }) => ({ side, now: made === undefined ? null : await voice(look, made) })),
    ),
    differ: said.length === sides.length && new Set(said.map(({ completion }) => completion)).size > 1,
    before: await Promise.all(
      state.made.filter((made) => !said.includes(made)).toReversed().map(async (made) => await voice(look, made)),
    ),
    independent: noted.toSorted((a, b) => (a.published < b.published ? 1 : -1)),
    offered: offered.filter(({ statement: of }) => of === statement.id),
    interval,
    next: interval === null
      ? []
      : sides.map((side) => ({ side, due: nextReview(state, side, look.agreement) ?? null })),
  };
}

/** Every promise of the Agreement, or of one provision, in the order of the text. */
export async function loadJudged(look: Look, provision?: string): Promise<readonly Judged[]> {
  const states = new Map((await look.rows(JUDGEMENTS)).map(({ subject, state }) => [subject, state]));
  const noted = new Map((await look.rows(NOTED)).map(({ subject, state }) => [subject, state.noted]));
  const offered = (await look.rows(OFFERS)).flatMap(({ subject, state }): readonly Offered[] => {
    const isPublished = state.decisions.some(({ publishes }) => publishes);
    return isPublished && state.sent !== null ? [{ ...state.sent, offer: subject }] : [];
  });
  const all = promisedIn(look.agreement).filter((one) => provision === undefined || one.provision.id === provision);
  return await Promise.all(
    all.map(async (one) => {
      const { id } = one.statement;
      return await judged(look, one, states.get(id) ?? EMPTY, noted.get(id) ?? [], offered);
    }),
  );
}

/** The states by which promises are found. */
export const FOUND = ['differ', 'agree', 'one', 'none'] as const;
export type Found = (typeof FOUND)[number];

export function foundAs({ voices, differ }: Pick<Judged, 'voices' | 'differ'>): Found {
  const said = voices.filter(({ now }) => now !== null).length;
  if (said === 0) return 'none';
  if (said < voices.length) return 'one';
  return differ ? 'differ' : 'agree';
}
