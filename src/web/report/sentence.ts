// How a sentence of a report ends: its full stop comes after its acts, an abbreviated year keeps its own.

/** The text before its acts: without the full stop that ends it, with the one that ends an abbreviation (`2027 р.`). */
export function beforeActs(text: string): string {
  return /[\s\u00a0]р\.$/.test(text) ? text : text.replace(/[.!?]$/, '');
}

/** What stands after a sentence that names no act: nothing where an abbreviation ends it already. */
export function fullStop(text: string): string {
  return beforeActs(text).endsWith('.') ? '' : '.';
}
