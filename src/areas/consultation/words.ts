// All words of consultation, as one table.
import type { Words } from '../../kit/words.ts';
import { CONSULTATION_ACT_WORDS } from './act.words.ts';
import { CONSULTATION_FORM_WORDS } from './form.words.ts';
import { ROOM_WORDS } from './room.words.ts';

export const WORDS: Words = { ...CONSULTATION_ACT_WORDS, ...CONSULTATION_FORM_WORDS, ...ROOM_WORDS };
