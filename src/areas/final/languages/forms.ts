// How officials load an authentic text, and say what they found when they compared it with their own original.
import { fromUtf8 } from '../../../act/bytes.ts';
import type { Kind } from '../../../act/kind.ts';
import { refuse } from '../../../act/refusal.ts';
import { AKN_TYPE } from '../../../agreement/akn.ts';
import { readAkn } from '../../../agreement/aknread.ts';
import { readText } from '../../../agreement/text.ts';
import type { Content, Enclosure, Form, Look, ShownAct, Typed, Uploads } from '../../../area.ts';
import { hashOf, loadable, loaders } from './judges.ts';
import { LOADED_LIMIT, REMARK_LIMIT, TEXT_COMPARED, TEXT_LOADED, VERDICTS } from './kinds.ts';
import { TEXTS } from './registers.ts';

function value(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').normalize('NFC').trim();
}

function wrong(field: string, what: string): Error {
  return refuse('input-malformed', `field ${field}: ${what}`);
}

function content(look: Look, kind: Kind, language: string, rest: Pick<Content, 're' | 'body'>): Content {
  const to = look.agreement.participants.filter(({ id }) => id !== look.side).map((side) => side.treatyOffice.body);
  return { provisions: look.agreement.provisionsOf(kind.families), to, subject: `text-${language}`, ...rest };
}

async function mine(look: Look): Promise<readonly string[]> {
  const { agreement, side } = look;
  const languages = loadable(agreement).filter((language) => loaders(agreement, language).includes(side));
  const states = await Promise.all(languages.map(async (language) => await look.row(TEXTS, language)));
  return languages.filter((_, i) => states[i]?.compared?.verdict !== 'equal');
}

/** Lines as they were pasted, without the ends that a form and an editor add: what is hashed is what stands. */
function pasted(typed: Typed): string {
  const said = (typed['text']?.[0] ?? '').normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return said === '' ? '' : `${said.split('\n').map((line) => line.trimEnd()).join('\n')}\n`;
}

/** A file as it is: its bytes are what both sides hash, so nothing of them is mended here. */
function uploaded(bytes: Uint8Array): string {
  const text = fromUtf8(bytes);
  if (text === undefined) throw wrong('file', 'It is not UTF-8 text.');
  if (text !== text.normalize('NFC')) throw wrong('file', 'Its letters are not composed (Unicode NFC). Save it so.');
  return text;
}

/** The text in its numbered form, and the file it came from as a part of the act. */
function textOf(typed: Typed, files: Uploads): { readonly text: string; readonly enclosures: readonly Enclosure[] } {
  const { file } = files;
  const field = file === undefined ? 'text' : 'file';
  const said = file === undefined ? pasted(typed) : uploaded(file.bytes);
  if (said.trim() === '') throw wrong(field, 'There is no text. Choose its file, or paste it.');
  if (said.length > LOADED_LIMIT) throw wrong(field, `It has ${said.length} characters of ${LOADED_LIMIT}.`);
  const isAkn = said.trimStart().startsWith('<');
  const type = isAkn ? AKN_TYPE : 'text/plain';
  const enclosures = file === undefined ? [] : [{ name: `text.${isAkn ? 'xml' : 'md'}`, type, bytes: file.bytes }];
  const text = numberedOf(said, isAkn, field);
  if (readText(text).nodes.length === 0) throw wrong(field, 'It has no numbered provision.');
  return { text, enclosures };
}

function numberedOf(said: string, isAkn: boolean, field: string): string {
  try {
    const text = isAkn ? readAkn(said).source : said;
    readText(text);
    return text;
  } catch (cause) {
    throw refuse('input-malformed', `field ${field}: ${(cause as { readonly detail?: string }).detail ?? ''}`, cause);
  }
}

const load: Form = {
  kind: TEXT_LOADED.id,
  title: 'text.do.load',
  open: async (look, about) => {
    const languages = about === undefined ? await mine(look) : [];
    const [first] = languages;
    if (first === undefined) return undefined;
    return [
      {
        name: 'language',
        label: 'text.field.language',
        input: 'choice',
        required: true,
        options: languages.map((language) => ({ value: language, label: `language.${language}` })),
        initial: first,
      },
      { name: 'file', label: 'text.field.file', help: 'text.help.file', input: 'file', required: false },
      {
        name: 'text',
        label: 'text.field.text',
        help: 'text.help.text',
        input: 'long',
        required: false,
        limit: LOADED_LIMIT,
      },
      { name: 'sha256', label: 'text.field.sha256', help: 'text.help.sha256', input: 'text', required: false },
    ];
  },
  compose: async (look, _about, typed, files) => {
    const language = value(typed, 'language');
    if (!(await mine(look)).includes(language)) throw wrong('language', `A text in ${language} is not yours to load.`);
    const { text, enclosures } = textOf(typed, files);
    const sha256 = hashOf(text);
    const expected = value(typed, 'sha256').toLowerCase();
    if (expected !== '' && expected !== sha256) {
      throw wrong('sha256', `The text as it stands here has ${sha256}. Compare the file with what was pasted.`);
    }
    return { ...content(look, TEXT_LOADED, language, { re: [], body: { language, sha256, text } }), enclosures };
  },
};

/** The language whose text `about` loaded, where that is the other side's and stands. */
async function languageOf(look: Look, about: ShownAct | undefined): Promise<string | undefined> {
  if (about?.act.header.kind !== TEXT_LOADED.id || about.contested !== undefined) return undefined;
  const language = (about.act.body as { readonly language?: string } | undefined)?.language;
  if (language === undefined) return undefined;
  const { loaded, compared } = await look.row(TEXTS, language);
  const open = loaded?.act === about.act.id && loaded.side !== look.side && compared?.verdict !== 'equal';
  return open ? language : undefined;
}

const compare: Form = {
  kind: TEXT_COMPARED.id,
  title: 'text.do.compare',
  open: async (look, about) => {
    if ((await languageOf(look, about)) === undefined) return undefined;
    return [
      {
        name: 'verdict',
        label: 'text.field.verdict',
        help: 'text.help.verdict',
        input: 'choice',
        required: true,
        options: VERDICTS.map((one) => ({ value: one, label: `text.verdict.${one}` })),
        initial: 'equal',
      },
      {
        name: 'provisions',
        label: 'text.field.provisions',
        help: 'text.help.provisions',
        input: 'text',
        required: false,
      },
      { name: 'remark', label: 'text.field.remark', input: 'long', required: false },
    ];
  },
  compose: async (look, about, typed) => {
    const language = await languageOf(look, about);
    if (about === undefined || language === undefined) throw refuse('reference-missing', 'No text is named.');
    const { sha256 } = about.act.body as { readonly sha256: string };
    const verdict = VERDICTS.find((one) => one === value(typed, 'verdict'));
    if (verdict === undefined) throw wrong('verdict', 'Say whether it is equal.');
    const provisions = value(typed, 'provisions').split(/[\s,;¶]+/).filter((id) => id !== '');
    const unknown = provisions.find((id) => look.agreement.provision(id) === undefined);
    if (unknown !== undefined) throw wrong('provisions', `The Agreement has no paragraph ${unknown}.`);
    const remark = value(typed, 'remark');
    if (remark.length > REMARK_LIMIT) throw wrong('remark', `It has ${remark.length} letters of ${REMARK_LIMIT}.`);
    if (verdict === 'differs' && provisions.length === 0 && remark === '') {
      throw wrong('provisions', 'Say where it differs, or in the remark how.');
    }
    const named = verdict === 'equal' ? [] : [...new Set(provisions)];
    const re = [{ act: about.act.id, role: 'compares' }];
    const body = { language, sha256, verdict, provisions: named, remark };
    return content(look, TEXT_COMPARED, language, { re, body });
  },
};

export const LANGUAGE_FORMS: readonly Form[] = [load, compare];
