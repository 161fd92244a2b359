// What the page of the day shows, read from the node: the JSON twin of that page.
import type { Duty } from '../../act/duty.ts';
import type { Concordance, InspectionView, LineView } from '../../node/node.ts';
import type { LifeStrip } from '../../area.ts';
import type { Ask } from '../ask.ts';
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
  readonly fresh: readonly SaidRow[];
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

/** Reads the day of this side. */
export async function loadToday(ask: Ask): Promise<TodayData> {
  const { node, look, speak, sight } = ask;
  const duties = inOrder(await node.duty.duties(sight));
  const other = look.agreement.participants.find((side) => side.id !== look.side);
  const fresh = other === undefined ? [] : (await look.acts({ side: other.id, limit: NEW_ROWS })).map(saidRow);
  const rows = await Promise.all(duties.map((duty) => dutyRow(ask, duty)));
  const { concordance, line, inspection } = await node.record(sight);
  return {
    now: look.now,
    duties: rows.filter((duty) => duty.side === look.side),
    others: rows.filter((duty) => duty.side !== look.side),
    approve: await draftsToApprove(ask),
    fresh,
    concordance,
    line,
    inspection,
    names: await bodyNames(look, [...rows.map((duty) => duty.body), ...fresh.map((row) => row.by)]),
    life: (await node.areas.find((area) => area.strip !== undefined)?.strip?.(look, speak)) ?? null,
  };
}
