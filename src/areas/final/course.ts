// What the matters have made of the term: extensions decided, notices of termination, conventions on how to read.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { type Convention, type Dated, RULES } from '../../agreement/clock.ts';
import { conventionIn, conventionSubject } from '../../agreement/convention.ts';
import { headOf, type MatterState, runningRound, stepOf } from '../../agreement/matter.ts';
import type { Look, Standing } from '../../area.ts';
import type { EXTENSION_PROPOSED } from './matters/kinds.ts';
import { MATTERS_KEPT } from './matters/register.ts';

/** An extension decided: the length that both notices state, and the acts that make it. */
export interface Decided {
  readonly years: number;
  readonly months: number;
  readonly acts: readonly string[];
}

/** A notice of termination that stands: given, and received or not. */
export interface Notice {
  readonly side: string;
  readonly act: string;
  readonly receipt: Dated | null;
}

export interface Course {
  /** The conventions adopted, by rule id. */
  readonly conventions: Readonly<Record<string, Convention>>;
  readonly extensions: readonly Decided[];
  readonly notices: readonly Notice[];
}

/** Nothing decided, no notice, no convention. */
export const NO_COURSE: Course = { conventions: {}, extensions: [], notices: [] };

/** Rows of the register `matters` by subject. */
export type ReadMatter = (subject: string) => Promise<MatterState>;

export const matterReader = (source: Look | Standing): ReadMatter =>
  async (subject) => await ('row' in source ? source.row(MATTERS_KEPT, subject) : source.state(MATTERS_KEPT, subject));

function decidedIn({ rounds }: MatterState): readonly Decided[] {
  return rounds.flatMap((round): readonly Decided[] => {
    const head = headOf(round);
    const body = (head?.body ?? null) as (BodyOf<typeof EXTENSION_PROPOSED> & Json) | null;
    if (round.state !== 'decided' || head === undefined || body === null) return [];
    const acts = [head.act, stepOf(round, 'accepted')?.act ?? head.act];
    return [{ years: body.years, months: body.months, acts }];
  });
}

function noticeIn(side: string, state: MatterState): readonly Notice[] {
  const round = runningRound('termination', state);
  const notice = stepOf(round, 'opened');
  if (round === undefined || notice === undefined) return [];
  const { receipt, act } = notice;
  return [{ side, act, receipt: receipt === null ? null : { date: receipt.date, acts: [act, receipt.act] } }];
}

/** Reads what the matters have made of the term. */
export async function readCourse(read: ReadMatter, agreement: Agreement): Promise<Course> {
  const rules = Object.values(RULES).map(({ id }) => id as string);
  const conventions = await Promise.all(
    rules.map(async (rule) => [rule, conventionIn(await read(conventionSubject(rule)))] as const),
  );
  const notices = await Promise.all(
    agreement.participants.map(async ({ id }) => noticeIn(id, await read(`termination/${id}`))),
  );
  return {
    conventions: Object.fromEntries(conventions.flatMap(([rule, one]) => (one === undefined ? [] : [[rule, one]]))),
    extensions: decidedIn(await read('extension')),
    notices: notices.flat(),
  };
}
