// The one button that stands on every page: what a duty officer may begin at any hour.
import type { Child } from 'hono/jsx';
import type { Area } from '../area.ts';
import type { Ask } from './ask.ts';
import { newAddress } from './forms.ts';

/** The button for the reader, where they are on duty and an area has something that cannot wait. */
export function calling(areas: readonly Area[], { viewer, speak }: Ask): { readonly call?: Child } {
  const call = areas.find((area) => area.call !== undefined)?.call;
  if (call === undefined || viewer?.roles.includes('duty-officer') !== true) return {};
  return { call: <a href={newAddress(call.kind)}>{speak.say(call.label)}</a> };
}
