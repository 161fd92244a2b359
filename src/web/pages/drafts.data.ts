// Drafts as the windows show them, and who may do what with one: the JSON twins of the pages of drafts.
import type { ActHeader } from '../../act/act.ts';
import { personOf } from '../../agreement/official.ts';
import { type Marked, markedOf, maySee } from '../../agreement/sight.ts';
import type { Field, ShownAct, Typed } from '../../area.ts';
import type { Draft, NoteText, Official } from '../../node/node.ts';
import type { Label } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import { type Ask } from '../ask.ts';
import { beginnings, formOf, type Opening } from '../forms.ts';
import { SETTLED_DRAFTS } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { contentOf, toldFile } from './act.data.ts';
import { type BodyNames, bodyNames } from './said.tsx';

/** An act by its place, for a link. */
export interface Place {
  readonly id: string;
  readonly side: string;
  readonly index: number;
}

/** A draft in one line. `title` is the key of the sentence that names the deed, null where no form knows the kind. */
export interface DraftRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string | null;
  readonly state: Draft['state'];
  readonly writtenBy: Official;
  readonly writtenAt: string;
  readonly approved: number;
  readonly needed: number;
  /** The file that the root key is to sign, where that is all that is still needed. */
  readonly request: string | null;
  readonly reason: string | null;
  readonly act: Place | null;
  readonly exercise: boolean;
}

async function placeOf({ look }: Ask, id: string | undefined): Promise<Place | null> {
  const shown = id === undefined ? undefined : await look.act(id);
  return shown === undefined ? null : { id: shown.act.id, side: shown.act.side, index: shown.act.index };
}

export async function draftRow(ask: Ask, draft: Draft): Promise<DraftRow> {
  const { areas } = ask.node;
  return {
    id: draft.id,
    kind: draft.kind,
    title: formOf(areas, draft.kind)?.form.title ?? null,
    state: draft.state,
    writtenBy: draft.writtenBy,
    writtenAt: draft.writtenAt,
    approved: draft.approvals.length,
    needed: draft.needed,
    request: draft.request ?? null,
    reason: draft.reason ?? null,
    act: await placeOf(ask, draft.act),
    exercise: draft.header.exercise === true,
  };
}

/**
 * Whether the page offers `official` the approval of `draft`: an approver of the body that wrote it, who neither wrote
 * nor approved it. The node decides; this only spares a person a button that would be refused.
 */
export function mayApprove(official: Official, draft: Draft): boolean {
  return (
    draft.state === 'waiting' &&
    official.roles.includes(draft.needed === 0 ? 'duty-officer' : 'approver') &&
    official.body === draft.desk &&
    official.program !== true &&
    // A duty officer signs alone what they wrote; any other text is approved by another person.
    (draft.needed === 0 || personOf(official) !== personOf(draft.writtenBy)) &&
    !draft.approvals.some((approval) => personOf(approval.official) === personOf(official))
  );
}

export interface DraftsData {
  readonly waiting: readonly DraftRow[];
  readonly sentBack: readonly DraftRow[];
  readonly recorded: readonly DraftRow[];
  readonly beginnings: readonly Opening[];
}

/** All drafts of the reader's own body that wait, and the newest of those that are settled. */
export async function loadDrafts(ask: Ask): Promise<DraftsData> {
  const { node, look, sight, viewer } = ask;
  const own = (await node.drafts(sight)).filter(({ desk }) => desk === viewer?.body);
  const drafts = own.toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  const of = (state: Draft['state'], limit: number): Promise<readonly DraftRow[]> =>
    Promise.all(
      drafts
        .filter((draft) => draft.state === state)
        .slice(0, limit)
        .map((draft) => draftRow(ask, draft)),
    );
  return {
    waiting: await of('waiting', drafts.length),
    sentBack: await of('sent-back', SETTLED_DRAFTS),
    recorded: await of('recorded', SETTLED_DRAFTS),
    beginnings: await beginnings(look, node.areas),
  };
}

/** The field with the reason for which a draft is sent back. */
export const REASON_FIELD = 'reason';

export interface DraftData extends DraftRow {
  readonly text: string;
  readonly digest: string;
  readonly number: string;
  readonly by: string;
  readonly header: ActHeader;
  readonly body: Json;
  readonly content: Json;
  readonly label: Label;
  readonly to: readonly string[];
  readonly notes: readonly NoteText[];
  readonly parts: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  /** The file it will carry, where it can be read here. */
  readonly file: { readonly name: string; readonly size: number } | null;
  readonly approvals: readonly { readonly official: Official; readonly at: string }[];
  /** Officials who may still approve. */
  readonly mayApprove: readonly Official[];
  readonly typed: Typed;
  readonly about: Place | null;
  /** Whether the reader may approve or send it back. */
  readonly yours: boolean;
  /** The reason as it was typed, where sending back was refused. */
  readonly reasonTyped: readonly string[];
  readonly csrf: string;
  readonly names: BodyNames;
  readonly problem: Problem | null;
}

export async function loadDraft(ask: Ask, draft: Draft, problem: Problem | null = null): Promise<DraftData> {
  const { node, look, viewer } = ask;
  return {
    ...(await draftRow(ask, draft)),
    text: draft.text,
    digest: draft.digest,
    number: draft.header.number,
    by: draft.header.by,
    header: draft.header,
    body: draft.body,
    content: contentOf(draft.parts),
    label: draft.header.label,
    to: draft.header.to,
    notes: draft.notes,
    parts: draft.header.parts.map(({ name, type }) => ({
      name,
      type,
      size: draft.parts.find((part) => part.name === name)?.bytes.length ?? 0,
    })),
    file: toldFile(draft.parts),
    approvals: draft.approvals,
    mayApprove: node.officials.filter((official) => mayApprove(official, draft)),
    typed: draft.typed,
    about: await placeOf(ask, draft.about),
    yours: viewer !== undefined && mayApprove(viewer, draft),
    reasonTyped: ask.typed[REASON_FIELD] ?? [],
    csrf: ask.token(),
    names: await bodyNames(look, [draft.header.by, ...draft.header.to]),
    problem,
  };
}

export interface NewData {
  readonly kind: string;
  readonly title: string;
  readonly approvals: number;
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly about: Place | null;
  /** What the act that it answers shows of itself, where that is not for everyone. */
  readonly answered: Marked | null;
  readonly csrf: string;
  readonly problem: Problem | null;
}

/** The form for `kind`, with what was typed; undefined where no such form opens now. */
export async function loadNew(
  ask: Ask,
  kind: string,
  about: ShownAct | undefined,
  typed: Typed,
  problem: Problem | null,
): Promise<NewData | undefined> {
  const found = formOf(ask.node.areas, kind);
  const fields = await found?.form.open(ask.look, about);
  if (found === undefined || fields === undefined) return undefined;
  const known = fields.map((field) => field.name);
  const answered = about === undefined ? undefined : markedOf(about.act.header);
  return {
    kind,
    title: found.form.title,
    approvals: found.kind.approvals,
    fields,
    typed: Object.fromEntries(Object.entries(typed).filter(([name]) => known.includes(name))),
    about: about === undefined ? null : { id: about.act.id, side: about.act.side, index: about.act.index },
    answered: answered === undefined || maySee('public', answered) ? null : answered,
    csrf: ask.token(),
    problem,
  };
}
