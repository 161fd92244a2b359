// A note verbale as a document: set from the frozen text of the act's part, and said to be so at its foot.
import type { NoteShown } from '../../kit/page.tsx';
import { readNote } from '../../kit/note.ts';
import type { Speak } from '../../kit/words.ts';
import type { Sheet } from '../../paper/sheet.ts';

/** What a note's document says of itself besides the note. `speak` speaks the language of the note. */
export interface NoteFrame {
  readonly number: string;
  readonly author: string;
  readonly foot: string;
  readonly exercise: boolean;
  readonly marking: string | undefined;
}

export function noteSheet(note: NoteShown, frame: NoteFrame, speak: Speak): Sheet {
  const { head, paragraphs, placed, addressee } = readNote(note.text);
  const [number = frame.number, ...marks] = head;
  const { author, foot, exercise, marking } = frame;
  return {
    language: note.language,
    title: speak.say('note.title', { number: frame.number }),
    author,
    running: speak.say('note.title', { number: frame.number }),
    foot,
    exercise,
    ...(marking === undefined ? {} : { marking }),
    blocks: [
      { is: 'note-head', number, marks },
      ...paragraphs.map((text) => ({ is: 'paragraph', voice: 'words', text }) as const),
      {
        is: 'subscript',
        placed,
        addressee,
        seal: speak.say('kit.seal'),
        initials: speak.say('kit.initials'),
      },
    ],
  };
}
