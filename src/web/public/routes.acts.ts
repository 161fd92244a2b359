// The addresses of public acts: the list, one act, its signed text, its proof, its keys, the policy of its log.
import { utf8 } from '../../act/bytes.ts';
import { refuse } from '../../act/refusal.ts';
import { actAddress } from '../../kit/links.tsx';
import type { ActFile } from '../../node/node.ts';
import type { PublicRecord } from '../../node/public.ts';
import { page } from '../ask.ts';
import { feedOfRows } from '../feed.ts';
import { loadAct } from '../pages/act.data.ts';
import { policyName, proofName } from '../pages/act.evidence.tsx';
import { drawAct } from '../pages/act.tsx';
import { noteSheet } from '../pages/note.sheet.ts';
import { asPaper } from '../printed.ts';
import {
  ACT_BY_ID_SAYS,
  ACT_SAYS,
  NOTE_SAYS,
  PART_SAYS,
  POLICY_SAYS,
  PROOF_SAYS,
  TEXT_SAYS,
} from '../says/act.ts';
import { asLanguage } from '../tongue.ts';
import { inTongue, type PublicAnswer, type PublicAsk, type PublicRoute } from './ask.ts';
import { drawActs, loadActs } from './pages/acts.tsx';
import { ACTS_SAYS, KEYS_SAYS } from './says.ts';
import { besideStretch, stretchAsked } from './stretches.ts';

const TEXT = 'text/plain; charset=utf-8';

async function fileOf({ record, params }: PublicAsk): Promise<ActFile> {
  const side = params['side'] ?? '';
  const index = Number(params['index']);
  const file = Number.isSafeInteger(index) ? await record.actFile(side, index) : undefined;
  if (file === undefined) throw refuse('not-found', `Looking for act ${index} of ${side}.`);
  return file;
}

async function askActs(ask: PublicAsk): Promise<PublicAnswer> {
  const stretch = await stretchAsked(ask);
  const data = await loadActs(ask, stretch);
  const { acts: rows, names, next, previous } = data;
  const atom = feedOfRows(inTongue(ask), ask.speak.say('public.acts'), { rows, names, next, previous });
  return page('/acts', data, drawActs, 200, { atom, ...besideStretch(ask, stretch) });
}

async function askAct(ask: PublicAsk): Promise<PublicAnswer> {
  const node = { actNextTo: ask.record.actNextTo, areas: [] };
  const asked = { node, look: ask.look, viewer: undefined, sight: 'public' } as const;
  return page('/acts', await loadAct(asked, await fileOf(ask)), drawAct);
}

async function askActById({ look, params }: PublicAsk): Promise<PublicAnswer> {
  const shown = await look.act(params['id'] ?? '');
  if (shown === undefined) throw refuse('not-found', `Looking for the act ${params['id'] ?? ''}.`);
  return { is: 'elsewhere', to: actAddress(shown.act.side, shown.act.index) };
}

async function askProof(ask: PublicAsk): Promise<PublicAnswer> {
  const { proof, shown } = await fileOf(ask);
  if (proof === undefined) throw refuse('not-found', 'No checkpoint covers this act yet, so there is no proof of it.');
  return { is: 'file', bytes: utf8(proof), type: TEXT, name: proofName(shown.act.side, shown.act.index) };
}

async function askText(ask: PublicAsk): Promise<PublicAnswer> {
  const { bytes, shown } = await fileOf(ask);
  return { is: 'file', bytes, type: TEXT, name: `${shown.act.side}-${shown.act.index}.note` };
}

/** The written keys that signed the act, one a line: what its signature is checked by. */
async function askKeys(ask: PublicAsk): Promise<PublicAnswer> {
  const { keys, shown } = await fileOf(ask);
  const bytes = utf8(keys.map((key) => `${key}\n`).join(''));
  return { is: 'file', bytes, type: TEXT, name: `${shown.act.side}-${shown.act.index}.keys` };
}

async function askPart(ask: PublicAsk): Promise<PublicAnswer> {
  const file = await fileOf(ask);
  const { side, index, id, header } = file.shown.act;
  const named = header.parts.find(({ name }) => name === ask.params['name']);
  const part = file.parts.find(({ name }) => name === named?.name);
  // What is sealed is sealed for its addressees, whatever the label of the rest says.
  if (part === undefined || named?.class !== 'A') throw refuse('not-found', `Looking for a public part of ${id}.`);
  return { is: 'file', bytes: part.bytes, type: 'application/octet-stream', name: `${side}-${index}-${part.name}` };
}

/** A note verbale as a document. */
async function askNote(ask: PublicAsk): Promise<PublicAnswer> {
  const { shown, notes } = await fileOf(ask);
  const { side, index, header } = shown.act;
  const language = asLanguage(ask.params['language']);
  const note = notes.find((one) => one.language === language);
  if (language === undefined || note === undefined) {
    throw refuse('not-found', `Looking for a note of ${header.number}.`);
  }
  const speak = ask.speakIn(language);
  const frame = {
    number: header.number,
    author: ask.record.agreement.participant(side).treatyOffice.name[language],
    foot: speak.say('note.foot-act', { act: `${side.toUpperCase()} ${index}` }),
    exercise: header.exercise === true,
    marking: undefined,
  };
  const paper = asPaper(ask.query['format']) ?? 'pdf';
  const name = `${header.number}-${language}`;
  return { is: 'sheet', sheet: noteSheet(note, frame, speak), paper, made: header.at, name };
}

async function askPolicy({ record, params }: PublicAsk): Promise<PublicAnswer> {
  const side = params['side'] ?? '';
  const policy = record.policy(side);
  if (policy === undefined) throw refuse('not-found', `There is no log of ${side} here.`);
  return await Promise.resolve({
    is: 'file',
    bytes: utf8(policy),
    type: TEXT,
    name: policyName(record.agreement.id, side),
  });
}

const ACT = '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}';

export const ACT_ROUTES: readonly PublicRoute[] = [
  { method: 'GET', path: '/acts', listed: true, says: ACTS_SAYS, answer: askActs },
  { method: 'GET', path: '/act/:id{[A-Za-z0-9_-]{43}}', listed: false, says: ACT_BY_ID_SAYS, answer: askActById },
  { method: 'GET', path: ACT, listed: false, says: ACT_SAYS, answer: askAct },
  { method: 'GET', path: `${ACT}/proof`, listed: false, says: PROOF_SAYS, answer: askProof },
  { method: 'GET', path: `${ACT}/text`, listed: false, says: TEXT_SAYS, answer: askText },
  { method: 'GET', path: `${ACT}/keys`, listed: false, says: KEYS_SAYS, answer: askKeys },
  { method: 'GET', path: `${ACT}/part/:name`, listed: false, says: PART_SAYS, answer: askPart },
  { method: 'GET', path: `${ACT}/note/:language`, listed: false, says: NOTE_SAYS, costly: true, answer: askNote },
  { method: 'GET', path: '/policy/:side{[a-z]{2,8}}', listed: false, says: POLICY_SAYS, answer: askPolicy },
];

/** The policies of both logs, by their addresses. */
export function policyAddresses(record: PublicRecord): readonly string[] {
  return record.agreement.participants.map(({ id }) => `/policy/${id}`);
}
