// From a sheet to a file: a document in the form that the address asks for.
import { asDocx } from '../paper/docx.ts';
import { asPdf } from '../paper/pdf.ts';
import type { Fonts, Sheet } from '../paper/sheet.ts';
import type { Answer } from './ask.ts';

/** The forms of a document, as `?format=` names them. */
export const PAPERS = ['docx', 'pdf'] as const;
export type Paper = (typeof PAPERS)[number];

const TYPES: Readonly<Record<Paper, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** The form that `?format=` asks for, or undefined where it asks for none. */
export function asPaper(format: string | undefined): Paper | undefined {
  return PAPERS.find((paper) => paper === format);
}

/** A document to be made. `made` is an instant, `name` the file's without its ending. */
export interface Printing {
  readonly is: 'sheet';
  readonly sheet: Sheet;
  readonly paper: Paper;
  readonly made: string;
  readonly name: string;
}

/** The file of a document; every other answer as it is. */
export async function printed(answer: Answer, fonts: Fonts): Promise<Exclude<Answer, Printing>> {
  if (answer.is !== 'sheet') return answer;
  const { sheet, paper, name } = answer;
  const made = new Date(answer.made);
  const bytes = paper === 'pdf' ? await asPdf(sheet, fonts, made) : await asDocx(sheet, made);
  return { is: 'file', bytes, type: TYPES[paper], name: `${name}.${paper}` };
}
