// All tables of words that the public window has beside those of the windows and of the areas.
import { OFFER_WORDS } from './offer.words.ts';
import { PUBLIC_WORDS } from './public.words.ts';
import { SETS_WORDS } from './sets.words.ts';
import { VERIFY_WORDS } from './verify.words.ts';

export const PUBLIC_TABLES = [PUBLIC_WORDS, SETS_WORDS, VERIFY_WORDS, OFFER_WORDS] as const;
