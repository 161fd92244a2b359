// What the page of the day shows, read from the node: the JSON twin of that page.
import type { Duty } from '../../act/duty.ts';
import { refuse } from '../../act/refusal.ts';
import type { Alarm, Concordance, InspectionView, LineView } from '../../node/node.ts';
import type { LifeStrip } from '../../area.ts';
import type { Answer, Ask } from '../ask.ts';
import { formOf } from '../forms.ts';
import { NEW_ROWS } from '../limits.ts';
import { type DraftRow, draftRow, mayApprove } from './drafts.data.ts';
import { type BodyNames, bodyNames, saidRow, type SaidRow } from './said.tsx';

/** A duty with the form that would discharge it, where that form opens now; `about` is the act it then answers. */
export interface DutyRow extends Duty {
  readonly begin: { readonly kind: string; readonly about: string | null } | null;
}

export interface TodayData {
  readonly now: string;
  readonly duties: readonly DutyRow[];
  readonly others: readonly DutyRow[];
  /** Drafts the reader may approve; null where nobody is signed in. */
  readonly approve: readonly DraftRow[] | null;
  /** What is new to the reader, of both sides; where nobody is signed in, the newest acts of the other side. */
  readonly fresh: readonly SaidRow[];
  /** How far the reader has read, with the token of the form that says so; null where nobody is signed in. */
  readonly reading: {
    readonly since: string | null;
    readonly more: boolean;
    readonly upTo: Readonly<Record<string, number>>;
    readonly csrf: string;
  } | null;
  readonly alarms: readonly Alarm[];
  readonly concordance: Concordance;
  readonly line: LineView;
  readonly inspection: InspectionView;
  readonly names: BodyNames;
  /** Where the Agreement stands, in the language of the reader; null where no area tells its life. */
  readonly life: LifeStrip | null;
}

/** Earliest first; those without a date after those that have one. */
export function inOrder(duties: readonly Duty[]): readonly Duty[] {
  const key = (duty: Duty): string => `${duty.dueAt ?? duty.due ?? '9999-99-99'} ${duty.id}`;
  return duties.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A form that answers opens about the act that raised the duty; one that begins anew opens about none. */
export async function dutyRow({ node, look }: Ask, duty: Duty): Promise<DutyRow> {
  const form = duty.answer === undefined ? undefined : formOf(node.areas, duty.answer)?.form;
  if (form === undefined || duty.side !== look.side) return { ...duty, begin: null };
  const raised = duty.because === undefined ? undefined : await look.act(duty.because.act);
  for (const about of raised === undefined ? [undefined] : [raised, undefined]) {
    if ((await form.open(look, about)) === undefined) continue;
    return { ...duty, begin: { kind: form.kind, about: about?.act.id ?? null } };
  }
  return { ...duty, begin: null };
}

async function draftsToApprove(ask: Ask): Promise<readonly DraftRow[] | null> {
  const { node, viewer, sight } = ask;
  if (viewer === undefined) return null;
  const drafts = await node.drafts(sight);
  return Promise.all(drafts.filter((draft) => mayApprove(viewer, draft)).map((draft) => draftRow(ask, draft)));
}

/** What the reader has not read yet; a reader whom the node does not know is shown what the other side said last. */
async function newTo({ node, look, viewer, sight, token }: Ask): Promise<Pick<TodayData, 'fresh' | 'reading'>> {
  if (viewer === undefined) {
    const other = look.agreement.participants.find((side) => side.id !== look.side);
    const said = other === undefined ? [] : await look.acts({ side: other.id, limit: NEW_ROWS });
    return { fresh: said.map(saidRow), reading: null };
  }
  const { acts, more, since, upTo } = await node.reading.fresh(viewer, NEW_ROWS, sight);
  return { fresh: acts.map(saidRow), reading: { since: since ?? null, more, upTo, csrf: token() } };
}

/** Reads the day of this side. */
export async function loadToday(ask: Ask): Promise<TodayData> {
  const { node, look, speak, sight } = ask;
  const readDuties = async (): Promise<readonly DutyRow[]> =>
    await Promise.all(inOrder(await node.duty.duties(sight)).map((duty) => dutyRow(ask, duty)));
  const [rows, { fresh, reading }, { concordance, line, inspection }, approve, { alarms }, life] = await Promise.all([
    readDuties(),
    newTo(ask),
    node.standing(sight),
    draftsToApprove(ask),
    node.health(),
    node.areas.find((area) => area.strip !== undefined)?.strip?.(look, speak),
  ]);
  return {
    now: look.now,
    duties: rows.filter((duty) => duty.side === look.side),
    others: rows.filter((duty) => duty.side !== look.side),
    approve,
    fresh,
    reading,
    alarms,
    concordance,
    line,
    inspection,
    names: await bodyNames(look, [...rows.map((duty) => duty.body), ...fresh.map((row) => row.by)]),
    life: life ?? null,
  };
}

/** The reader has read both logs up to the sizes that the page said. */
export async function markAllRead({ node, viewer, typed, look }: Ask): Promise<Answer> {
  if (viewer === undefined) throw refuse('session-missing', 'Marking the record as read.');
  const sizes = look.agreement.participants.map(({ id }) => [id, Number(typed[id]?.[0] ?? 0)] as const);
  if (sizes.some(([, size]) => !Number.isSafeInteger(size) || size < 0)) {
    throw refuse('input-malformed', 'The record is marked as read up to a size that is none.');
  }
  await node.reading.readAll(viewer, Object.fromEntries(sizes));
  return { is: 'elsewhere', to: '/today#new' };
}
