// All words of the way of exchange, as one table.
import type { Words } from '../../kit/words.ts';
import { EXCHANGE_ACT_WORDS } from './act.words.ts';
import { EXCHANGE_FORM_WORDS } from './form.words.ts';

export const WORDS: Words = { ...EXCHANGE_ACT_WORDS, ...EXCHANGE_FORM_WORDS };
