// From a sheet to a file: a document in the form that the address asks for.
import { utf8 } from '../act/bytes.ts';
import { asHtml } from '../paper/html.ts';
import type { Fonts, Sheet } from '../paper/sheet.ts';
import type { Answer } from './ask.ts';

/** The forms of a document on paper; as `?format=` names them, HTML beside them. */
export const PAPERS = ['docx', 'pdf'] as const;
const FORMATS = [...PAPERS, 'html'] as const;
export type Paper = (typeof FORMATS)[number];

/** The media types of documents. */
export const PAPER_FORMS: Readonly<Record<Paper, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
};

/** The form that `?format=` asks for, or undefined where it asks for none. */
export function asPaper(format: string | undefined): Paper | undefined {
  return FORMATS.find((paper) => paper === format);
}

/** A document to be made. `made` is an instant, `name` the file's without its ending. */
export interface Printing {
  readonly is: 'sheet';
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly made: string;
  readonly name: string;
}

/** A sheet in one form. What writes it is loaded when it is first asked for: a node starts without. */
export async function bytesOf(sheet: Sheet, paper: Paper, fonts: Fonts, made: Date): Promise<Uint8Array> {
  switch (paper) {
    case 'pdf':
      return await (await import('../paper/pdf.ts')).asPdf(sheet, fonts, made);
    case 'docx':
      return await (await import('../paper/docx.ts')).asDocx(sheet, made);
    case 'html':
      return utf8(asHtml(sheet));
  }
}

/** The file of a document, with the line that says how it may be handled; every other answer as it is. */
export async function printed(
  answer: Answer,
  fonts: Fonts,
  marking: (language: Sheet['language']) => string,
): Promise<Exclude<Answer, Printing>> {
  if (answer.is !== 'sheet') return answer;
  const { sheet, paper, name } = answer;
  const made = new Date(answer.made);
  const bytes = await bytesOf({ ...sheet, marking: marking(sheet.language) }, paper, fonts, made);
  return { is: 'file', bytes, type: PAPER_FORMS[paper], name: `${name}.${paper}` };
}
