// The law of authentic texts: who loads which, that the hash is that of the words, and who may say that it is equal.
import { sha256 } from '@noble/hashes/sha2.js';
import { hex, utf8 } from '../../../act/bytes.ts';
import type { BodyOf } from '../../../act/kind.ts';
import { refuse } from '../../../act/refusal.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import { readText } from '../../../agreement/text.ts';
import type { Judge } from '../../../area.ts';
import type { TEXT_COMPARED, TEXT_LOADED } from './kinds.ts';
import { TEXTS } from './registers.ts';

/** Authentic languages whose text this house does not ship. */
export function loadable(agreement: Agreement): readonly string[] {
  return agreement.languages.filter((language) => !agreement.loaded.includes(language));
}

/** The sides that may load a text: the one whose language it is, and either for a language that is nobody's own. */
export function loaders(agreement: Agreement, language: string): readonly string[] {
  const own = agreement.participants.filter((side) => side.language === language);
  return (own.length > 0 ? own : agreement.participants).map(({ id }) => id);
}

export function hashOf(text: string): string {
  return hex(sha256(utf8(text)));
}

export const judgeLoaded: Judge = async (act, { agreement, state }) => {
  const { language, sha256: said, text } = act.body as BodyOf<typeof TEXT_LOADED>;
  if (!loadable(agreement).includes(language)) {
    throw refuse('state-forbids', `A text in ${language} is not one that is still to be loaded.`);
  }
  if (!loaders(agreement, language).includes(act.side)) {
    throw refuse('state-forbids', `The text in ${language} is loaded by ${loaders(agreement, language).join(' or ')}.`);
  }
  if (hashOf(text) !== said) {
    throw refuse('input-malformed', `The text has the SHA-256 ${hashOf(text)}, and the act says ${said}.`);
  }
  if (readText(text).nodes.length === 0) throw refuse('input-malformed', 'The text has no numbered provision.');
  if ((await state(TEXTS, language)).compared?.verdict === 'equal') {
    throw refuse('state-forbids', `Both sides have found the text in ${language} equal; it is not loaded again.`);
  }
};

export const judgeCompared: Judge = async (act, place) => {
  const { language, sha256: said, verdict, provisions, remark } = act.body as BodyOf<typeof TEXT_COMPARED>;
  const { loaded, compared } = await place.state(TEXTS, language);
  const named = act.header.re.find(({ role }) => role === 'compares')?.act;
  if (loaded === null || loaded.act !== named || loaded.sha256 !== said) {
    throw refuse('state-forbids', `The text compared is not the one in ${language} that stands now.`);
  }
  if (loaded.side === act.side) throw refuse('state-forbids', `${act.header.by} compares a text of its own side.`);
  if (compared?.verdict === 'equal') throw refuse('state-forbids', 'The text was found equal before.');
  if (verdict === 'equal' ? provisions.length > 0 : provisions.length === 0 && remark === '') {
    throw refuse('input-malformed', 'Equal names no provision; different says where, or in words how.');
  }
};
