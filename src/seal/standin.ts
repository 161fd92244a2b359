// Stand-ins: what a browser sends in place of words that it keeps, and how the words come back into their places.
import type { Json } from '../act/canonical.ts';

const OPEN = '\u27e6';
const CLOSE = '\u27e7';
const STAND_IN = /^\u27e6([a-z0-9-]{1,40})\u27e7$/;

/** What stands for the words of a field. */
export function standIn(field: string): string {
  return `${OPEN}${field}${CLOSE}`;
}

/** Whether nothing but stand-ins and empty texts stand where texts stand: then no word was sent. */
export function isStandIn(content: Json): boolean {
  if (typeof content === 'string') return content === '' || STAND_IN.test(content);
  if (Array.isArray(content)) return content.every(isStandIn);
  return typeof content !== 'object' || content === null || Object.values(content).every(isStandIn);
}

/** The content with the words in their places; `words` by field. */
export function withWords(content: Json, words: Readonly<Record<string, string>>): Json {
  if (typeof content === 'string') {
    const [, field] = STAND_IN.exec(content) ?? [];
    return field === undefined ? content : (words[field] ?? '').normalize('NFC');
  }
  if (Array.isArray(content)) return content.map((one) => withWords(one, words));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, withWords(value, words)]));
}
