// Size and captions: what a reader can hold at once, and the sentence that says what a file is.
import { at, sources, type Tree } from './source.ts';

export const FILE_LINES = 400;
export const FUNCTION_LINES = 70;
export const LINE_CHARACTERS = 120;
export const CAPTION_CHARACTERS = 20;
const CODE = ['src', 'test', 'bench', 'bin', 'vitest.config.ts'];

const count = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** Files, functions and lines that are too long. A `describe` is a chapter, not a function: its tests are counted. */
export function sizeFindings(tree: Tree): readonly string[] {
  return sources(tree, CODE).flatMap(([path, source, text]) => {
    const lines = text.split('\n');
    const long = lines
      .map((line, index) => ({ place: `${path}:${index + 1}`, length: line.length }))
      .filter(({ length }) => length > LINE_CHARACTERS)
      .map(({ place, length }) => `${place} has ${length} characters, over ${LINE_CHARACTERS}`);
    const functions = source.functions
      .filter(({ callee }) => callee?.startsWith('describe') !== true)
      .map(({ start, end }) => ({ start, length: count(text.slice(start, end)) }))
      .filter(({ length }) => length > FUNCTION_LINES)
      .map(({ start, length }) => `${at(path, text, start)} has a function of ${length} lines, over ${FUNCTION_LINES}`);
    const length = count(text);
    const file = length > FILE_LINES ? [`${path}:1 has ${length} lines, over ${FILE_LINES}: it is two things`] : [];
    return [...file, ...functions, ...long];
  });
}

/** Files that do not open with one sentence that says what they are. Behind `#!` it is the second line. */
export function captionFindings(tree: Tree): readonly string[] {
  return sources(tree, CODE).flatMap(([path, , text]) => {
    const lines = text.split('\n');
    const line = lines[0]?.startsWith('#!') === true ? 1 : 0;
    const caption = lines[line] ?? '';
    if (caption.startsWith('// ') && caption.endsWith('.') && caption.length >= CAPTION_CHARACTERS) return [];
    return [`${path}:${line + 1} opens without its caption: "// What this file is, as one sentence."`];
  });
}
