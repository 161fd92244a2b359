// The addresses of acts: the page, the proof, the signed bytes, the parts, the policy they are checked against.
import { utf8 } from '../act/bytes.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import type { ActFile } from '../node/node.ts';
import { type Answer, type Ask, page } from './ask.ts';
import { loadAct, neighboursOf } from './pages/act.data.ts';
import { policyName, proofName } from './pages/act.evidence.tsx';
import { drawAct } from './pages/act.tsx';
import { drawNoted, type NotedData } from './pages/noted.tsx';

/** The file of the act at the side and index of the address; `not-found` where there is none. */
export async function fileOf(ask: Ask): Promise<ActFile> {
  return there(ask, await findFile(ask));
}

async function findFile({ node, params, sight }: Ask): Promise<ActFile | undefined> {
  const side = params['side'] ?? '';
  const index = Number(params['index']);
  return Number.isSafeInteger(index) ? await node.actFile({ side, index }, sight) : undefined;
}

function there({ params }: Ask, file: ActFile | undefined): ActFile {
  if (file !== undefined) return file;
  throw refuse('not-found', `Looking for act ${Number(params['index'])} of ${params['side'] ?? ''}.`);
}

/** An entry that is no act has a page of its own: what it notes of the other log. */
async function notedOf({ node, params, sight }: Ask): Promise<NotedData | undefined> {
  const side = params['side'] ?? '';
  const index = Number(params['index']);
  const noted = Number.isSafeInteger(index) ? await node.notedAt(side, index) : undefined;
  if (noted === undefined) return undefined;
  return { ...noted, ...(await neighboursOf(node, { side, index }, sight)) };
}

/** Whoever opens an act has read it. A mark that cannot be kept is no reason to keep the act from its reader. */
async function markRead({ node, viewer }: Ask, { shown: { act } }: ActFile): Promise<void> {
  if (viewer === undefined) return;
  await node.reading.read(viewer, act.side, act.index).catch((cause: unknown) => {
    if (!(cause instanceof Refusal)) throw cause;
  });
}

export async function askAct(ask: Ask): Promise<Answer> {
  const [noted, found] = await Promise.all([notedOf(ask), findFile(ask)]);
  if (noted !== undefined) return page('/record', noted, drawNoted);
  const file = there(ask, found);
  await markRead(ask, file);
  return page('/record', await loadAct(ask, file), drawAct);
}

/** An act by its id leads to its place in the record. */
export async function askActById({ look, params }: Ask): Promise<Answer> {
  const shown = await look.act(params['id'] ?? '');
  if (shown === undefined) throw refuse('not-found', `Looking for the act ${params['id'] ?? ''}.`);
  return { is: 'elsewhere', to: `/act/${shown.act.side}/${shown.act.index}` };
}

/** The act's tlog-proof file. Source: c2sp.org/tlog-proof. */
export async function askProof(ask: Ask): Promise<Answer> {
  const { proof, shown } = await fileOf(ask);
  if (proof === undefined) throw refuse('not-found', 'No checkpoint covers this act yet, so there is no proof of it.');
  const name = proofName(shown.act.side, shown.act.index);
  return { is: 'file', bytes: utf8(proof), type: 'text/plain; charset=utf-8', name };
}

/** The signed act, byte for byte as the log holds it. */
export async function askText(ask: Ask): Promise<Answer> {
  const { bytes, shown } = await fileOf(ask);
  const name = `${shown.act.side}-${shown.act.index}.note`;
  return { is: 'file', bytes, type: 'text/plain; charset=utf-8', name };
}

/** The bytes of one part, to keep and never to open here: whatever type it claims, no browser runs it. */
export async function askPart(ask: Ask): Promise<Answer> {
  const file = await fileOf(ask);
  const part = file.parts.find((candidate) => candidate.name === ask.params['name']);
  const { side, index, id } = file.shown.act;
  if (part === undefined) throw refuse('not-found', `Looking for a part of ${id} that is not held here.`);
  return { is: 'file', bytes: part.bytes, type: 'application/octet-stream', name: `${side}-${index}-${part.name}` };
}

/** The file of an act as it was sent, to keep and never to open here; nothing before all of it is here. */
export async function askFile({ node, params, sight }: Ask): Promise<Answer> {
  const side = params['side'] ?? '';
  const index = Number(params['index']);
  const known = node.agreement.participants.some((participant) => participant.id === side);
  const shown = known && Number.isSafeInteger(index) ? await node.actAt(side, index, sight) : undefined;
  const file = shown === undefined ? undefined : await node.files.read(side, index, sight);
  if (file === undefined) throw refuse('not-found', `Looking for a file of act ${index} of ${side}, whole here.`);
  return { is: 'stream', content: file.content, size: file.size, name: file.name };
}

/** A sealed chunk of the file of an act, for the browser that opens it. */
export async function askChunk({ node, params, sight }: Ask): Promise<Answer> {
  const side = params['side'] ?? '';
  const [index, n] = [Number(params['index']), Number(params['n'])];
  const known = node.agreement.participants.some((participant) => participant.id === side);
  const shown = known && Number.isSafeInteger(index) ? await node.actAt(side, index, sight) : undefined;
  const bytes = shown === undefined ? undefined : await node.files.chunk(side, index, n, sight);
  if (bytes === undefined) throw refuse('not-found', `Looking for chunk ${n} of act ${index} of ${side}.`);
  return { is: 'file', bytes, type: 'application/octet-stream', name: `${side}-${index}-${n}` };
}

/** The tlog-policy file against which proofs of a side's log are checked. Source: c2sp.org/tlog-policy. */
export function askPolicy({ node, params }: Ask): Promise<Answer> {
  const side = params['side'] ?? '';
  const policy = node.policy(side);
  if (policy === undefined) throw refuse('not-found', `There is no log of ${side} here.`);
  const name = policyName(node.agreement.id, side);
  return Promise.resolve({ is: 'file', bytes: utf8(policy), type: 'text/plain; charset=utf-8', name });
}
