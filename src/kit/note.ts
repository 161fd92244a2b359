// The text of a note verbale taken apart as it was put together: paragraphs set apart by empty lines.

/** `head` is its number and what it says of itself; the last two paragraphs are place with date, and addressee. */
export interface NoteRead {
  readonly head: readonly string[];
  readonly paragraphs: readonly string[];
  readonly placed: string;
  readonly addressee: string;
}

export function readNote(text: string): NoteRead {
  const paragraphs = text.trim().split(/\n{2,}/);
  const [placed = '', addressee = ''] = paragraphs.slice(-2);
  return { head: (paragraphs[0] ?? '').split(', '), paragraphs: paragraphs.slice(1, -2), placed, addressee };
}
