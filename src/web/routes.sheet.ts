// The addresses of sheets: an act to print and carry, and what was carried here, entered and verified.
import { fromUtf8, utf8 } from '../act/bytes.ts';
import { type Refusal, refuse } from '../act/refusal.ts';
import { codesOf, formatSheet, requireOpen } from '../act/sheet.ts';
import { type Answer, type Ask, page, type Route, typedOne } from './ask.ts';
import { fileOf } from './routes.act.ts';
import { drawEntry, drawSheet, type EntryData, FILE_FIELD, TEXT_FIELD } from './pages/sheet.tsx';
import { type Problem, problemOf } from './problem.ts';
import { ENTERED_SAYS, ENTRY_SAYS, SHEET_SAYS } from './says/act.ts';

/** The act with its parts as one text, with codes beside it; with `?format=text` as a file to carry. */
async function askSheet(ask: Ask): Promise<Answer> {
  const file = await fileOf(ask);
  const { side, index, header } = file.shown.act;
  requireOpen(header.parts);
  const text = formatSheet(file);
  if (ask.query['format'] === 'text') {
    return { is: 'file', bytes: utf8(text), type: 'text/plain; charset=utf-8', name: `${side}-${index}.sheet.txt` };
  }
  const { kind, number, at, by } = header;
  return page('/record', { side, index, kind, number, at, by, text, codes: codesOf(text) }, drawSheet);
}

async function entryOf(ask: Ask, problem: Problem | null): Promise<EntryData> {
  const carried = (await ask.look.carried()).map(({ id, side, header, body }) => ({
    id,
    side,
    kind: header.kind,
    number: header.number,
    at: header.at,
    body: body ?? null,
  }));
  return { csrf: ask.token(), carried, typed: typedOne(ask.typed, TEXT_FIELD) ?? '', problem };
}

async function askEntry(ask: Ask): Promise<Answer> {
  return page('/record', await entryOf(ask, null), drawEntry);
}

/** Takes a sheet in, pasted or as a file. What it answers to, the area it belongs to says. */
async function enter(ask: Ask): Promise<Answer> {
  const { node, viewer, typed, files } = ask;
  if (viewer === undefined) throw refuse('session-missing', 'Entering a sheet.');
  const file = files[FILE_FIELD];
  const text = typedOne(typed, TEXT_FIELD) ?? (file === undefined ? undefined : fromUtf8(file.bytes));
  if (text === undefined) throw refuse('input-malformed', `field ${TEXT_FIELD}: Neither a text nor a file was given.`);
  const act = await node.enterSheet(viewer, text);
  return { is: 'elsewhere', to: `/sheet#${act.id}`, data: { act: act.id } };
}

async function enterAgain(ask: Ask, refusal: Refusal): Promise<Answer> {
  const problem = problemOf(refusal);
  return page('/record', await entryOf(ask, problem), drawEntry, problem.status);
}

export const SHEET_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/sheet',
    says: SHEET_SAYS,
    who: 'anyone',
    answer: askSheet,
  },
  { method: 'GET', path: '/sheet', says: ENTRY_SAYS, who: 'official', answer: askEntry },
  { method: 'POST', path: '/sheet', says: ENTERED_SAYS, who: 'official', answer: enter, again: enterAgain },
];
