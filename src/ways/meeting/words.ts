// All words of the way of meetings, as one table.
import type { Words } from '../../kit/words.ts';
import { MEETING_ACT_WORDS } from './act.words.ts';
import { MEETING_FORM_WORDS } from './form.words.ts';

export const WORDS: Words = { ...MEETING_ACT_WORDS, ...MEETING_FORM_WORDS };
