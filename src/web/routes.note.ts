// The addresses of notes verbales as documents, of an act and of a draft.
import { type ActHeader, sideOf } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import type { NoteText } from '../node/node.ts';
import type { Answer, Ask } from './ask.ts';
import { noteSheet } from './pages/note.sheet.ts';
import { asPaper } from './printed.ts';
import { fileOf } from './routes.act.ts';
import { draftOf } from './routes.drafts.ts';
import { asLanguage } from './tongue.ts';

interface Noted {
  readonly header: ActHeader;
  readonly notes: readonly NoteText[];
  readonly foot: readonly [key: string, act: string];
}

/** The note in the language of the address; `not-found` where the act has none in it. */
function answerNote({ params, query, speakIn, node }: Ask, { header, notes, foot }: Noted): Answer {
  const language = asLanguage(params['language']);
  const note = notes.find((one) => one.language === language);
  if (language === undefined || note === undefined) {
    throw refuse('not-found', `Looking for the note verbale of ${header.number} in ${String(params['language'])}.`);
  }
  const speak = speakIn(language);
  const { treatyOffice } = node.agreement.participant(sideOf(header.by));
  const [key, act] = foot;
  const frame = {
    number: header.number,
    author: treatyOffice.name[language],
    foot: speak.say(key, { act }),
    exercise: header.exercise === true,
    marking: undefined,
  };
  return {
    is: 'sheet',
    sheet: noteSheet(note, frame, speak),
    paper: asPaper(query['format']) ?? 'pdf',
    made: header.at,
    name: `${header.number}-${language}`,
  };
}

export async function askNote(ask: Ask): Promise<Answer> {
  const file = await fileOf(ask);
  const { side, index, header } = file.shown.act;
  return answerNote(ask, { header, notes: file.notes, foot: ['note.foot-act', `${side.toUpperCase()} ${index}`] });
}

export async function askDraftNote(ask: Ask): Promise<Answer> {
  const { header, notes } = await draftOf(ask);
  return answerNote(ask, { header, notes, foot: ['note.foot-draft', ''] });
}
