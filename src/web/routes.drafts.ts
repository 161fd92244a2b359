// The addresses of drafts: to list, write, read, approve them and to send them back.
import { type Refusal, refuse } from '../act/refusal.ts';
import type { ShownAct, Typed } from '../area.ts';
import type { Draft, Official } from '../node/node.ts';
import { type Answer, type Ask, page, typedOne } from './ask.ts';
import { REASON_LENGTH } from './limits.ts';
import { drawDraft } from './pages/draft.tsx';
import { loadDraft, loadDrafts, loadNew, REASON_FIELD } from './pages/drafts.data.ts';
import { drawDrafts } from './pages/drafts.tsx';
import { ABOUT_FIELD, drawNew, KIND_FIELD } from './pages/new.tsx';
import { type Problem, problemOf } from './problem.ts';

const ACT_ID = /^[A-Za-z0-9_-]{43}$/;
/** Fields of the frame of a form, which no kind has. */
const FRAME_FIELDS = ['csrf', KIND_FIELD, ABOUT_FIELD];

/** Who asks. The routes here are for officials, so that there is one is an invariant. */
function viewerOf({ viewer }: Ask): Official {
  if (viewer === undefined) throw refuse('session-missing', 'Deciding on a draft.');
  return viewer;
}

/** The draft of that id on the desk of the reader's own body; another body's is as if there were none. */
async function ownDraft({ node, viewer, sight }: Ask, id: string): Promise<Draft | undefined> {
  const draft = await node.draft(id, sight);
  return draft?.desk === viewer?.body ? draft : undefined;
}

export async function draftOf(ask: Ask): Promise<Draft> {
  const { params } = ask;
  const draft = await ownDraft(ask, params['id'] ?? '');
  if (draft === undefined) throw refuse('draft-unknown', `Looking for the draft ${(params['id'] ?? '').slice(0, 64)}.`);
  return draft;
}

async function aboutOf({ look }: Ask, id: string | undefined): Promise<ShownAct | undefined> {
  if (id === undefined) return undefined;
  const about = ACT_ID.test(id) ? await look.act(id) : undefined;
  if (about === undefined) throw refuse('reference-unknown', `Looking for the act ${id.slice(0, 64)}.`);
  return about;
}

export async function askDrafts(ask: Ask): Promise<Answer> {
  return page('/drafts', await loadDrafts(ask), drawDrafts);
}

/** The form of a kind; a role that does not write is told so before it has typed anything. */
export async function askNew(ask: Ask): Promise<Answer> {
  const { query } = ask;
  const { roles } = viewerOf(ask);
  if (!roles.includes('drafter') && !roles.includes('duty-officer')) {
    throw refuse('role-missing', 'Opening a form to write a draft.');
  }
  const from = query['from'] === undefined ? undefined : await ownDraft(ask, query['from']);
  // A link may know what some fields hold; which of them the form has, it says itself.
  const known = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
  return newPage(ask, query['kind'] ?? '', query['about'], from?.typed ?? known, null);
}

async function newPage(
  ask: Ask,
  kind: string,
  aboutId: string | undefined,
  typed: Typed,
  problem: Problem | null,
): Promise<Answer> {
  const data = await loadNew(ask, kind, await aboutOf(ask, aboutId), typed, problem);
  if (data === undefined) throw refuse('state-forbids', `Opening a form for the kind ${kind.slice(0, 64)}.`);
  return page('/drafts', data, drawNew, problem?.status ?? 200);
}

/** Makes a draft of what was typed, and shows it. */
export async function write(ask: Ask): Promise<Answer> {
  const { node, typed } = ask;
  const kind = typedOne(typed, KIND_FIELD);
  if (kind === undefined) throw refuse('input-malformed', 'The form does not say which kind it is of.');
  const about = (await aboutOf(ask, typedOne(typed, ABOUT_FIELD)))?.act.id;
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !FRAME_FIELDS.includes(name)));
  const draft = await node.write(viewerOf(ask), kind, about, fields, ask.files, ask.sight);
  return { is: 'elsewhere', to: `/drafts/${draft.id}`, data: await loadDraft(ask, draft) };
}

/** What the browser needs to seal the words of this form itself; it sends stand-ins for them. Nothing is kept. */
export async function askSealing(ask: Ask): Promise<Answer> {
  const { node, typed } = ask;
  const kind = typedOne(typed, KIND_FIELD);
  if (kind === undefined) throw refuse('input-malformed', 'The form does not say which kind it is of.');
  const about = (await aboutOf(ask, typedOne(typed, ABOUT_FIELD)))?.act.id;
  const fields = Object.fromEntries(Object.entries(typed).filter(([name]) => !FRAME_FIELDS.includes(name)));
  return { is: 'data', status: 200, data: await node.prepare(viewerOf(ask), kind, about, fields, ask.sight) };
}

/** The form again, with what was typed and what is wrong with it. Where it opens no more, only what is wrong. */
export async function newAgain(ask: Ask, refusal: Refusal): Promise<Answer> {
  const kind = typedOne(ask.typed, KIND_FIELD) ?? '';
  const about = await aboutOf(ask, typedOne(ask.typed, ABOUT_FIELD));
  const data = await loadNew(ask, kind, about, ask.typed, problemOf(refusal));
  if (data === undefined) throw refusal;
  return page('/drafts', data, drawNew, problemOf(refusal).status);
}

export async function askDraft(ask: Ask): Promise<Answer> {
  return page('/drafts', await loadDraft(ask, await draftOf(ask)), drawDraft);
}

/** The bytes of a part that the draft will carry: whoever approves it has seen them. */
export async function askDraftPart(ask: Ask): Promise<Answer> {
  const draft = await draftOf(ask);
  const part = draft.parts.find(({ name }) => name === ask.params['name']);
  if (part === undefined) throw refuse('not-found', `Looking for a part of the draft ${draft.header.number}.`);
  const name = `${draft.header.number}-${part.name}`;
  return { is: 'file', bytes: part.bytes, type: 'application/octet-stream', name };
}

/** The file that the draft will carry. */
export async function askDraftFile(ask: Ask): Promise<Answer> {
  const draft = await draftOf(ask);
  const file = await ask.node.files.readDraft(draft.id, ask.sight);
  if (file === undefined) throw refuse('not-found', `Looking for a file of the draft ${draft.header.number}.`);
  return { is: 'stream', content: file.content, size: file.size, name: file.name };
}

/** A sealed chunk of that file, for the browser that opens it. */
export async function askDraftChunk(ask: Ask): Promise<Answer> {
  const draft = await draftOf(ask);
  const n = Number(ask.params['n']);
  const bytes = await ask.node.files.draftChunk(draft.id, n, ask.sight);
  if (bytes === undefined) throw refuse('not-found', `Looking for chunk ${n} of the draft ${draft.header.number}.`);
  return { is: 'file', bytes, type: 'application/octet-stream', name: `${draft.header.number}-${n}` };
}

/** Takes a chunk that a browser has sealed; the draft that names it follows. */
export async function takeChunk(ask: Ask): Promise<Answer> {
  const bytes = ask.files['chunk']?.bytes;
  if (bytes === undefined) throw refuse('input-malformed', 'field chunk: No chunk came.');
  return { is: 'data', status: 200, data: await ask.node.files.takeChunk(viewerOf(ask), bytes) };
}

async function showDecided(ask: Ask, draft: Draft): Promise<Answer> {
  const became = draft.act === undefined ? undefined : await ask.node.look(ask.sight).act(draft.act);
  const to = became === undefined ? `/drafts/${draft.id}` : `/act/${became.act.side}/${became.act.index}`;
  return { is: 'elsewhere', to, data: await loadDraft(ask, draft) };
}

/** Approves the text whose digest the page carried: not whatever the text is by now. */
export async function approve(ask: Ask): Promise<Answer> {
  const draft = await draftOf(ask);
  const digest = typedOne(ask.typed, 'digest') ?? '';
  return showDecided(ask, await ask.node.approve(viewerOf(ask), draft.id, digest));
}

export async function sendBack(ask: Ask): Promise<Answer> {
  const draft = await draftOf(ask);
  const reason = typedOne(ask.typed, REASON_FIELD);
  if (reason === undefined || reason.length > REASON_LENGTH) {
    throw refuse('input-malformed', `field ${REASON_FIELD}: Write a reason of at most ${REASON_LENGTH} characters.`);
  }
  return showDecided(ask, await ask.node.sendBack(viewerOf(ask), draft.id, reason));
}

/** The draft again, as it stands now, with what was refused. Nobody but an official sees a draft. */
export async function draftAgain(ask: Ask, refusal: Refusal): Promise<Answer> {
  if (ask.viewer === undefined || refusal.code === 'draft-unknown') throw refusal;
  const problem = problemOf(refusal);
  return page('/drafts', await loadDraft(ask, await draftOf(ask), problem), drawDraft, problem.status);
}
