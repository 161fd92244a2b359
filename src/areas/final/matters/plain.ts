// A value of a body as plain text, for a sentence or a comparison.
import type { Json } from '../../../act/canonical.ts';

/** A text or a number as it stands; whatever else a body holds says nothing in a sentence. */
export function plain(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
