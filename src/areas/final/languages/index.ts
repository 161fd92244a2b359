// Authentic texts as part of the final provisions: their kinds, what they tell, their notes.
import type { BodyOf } from '../../../act/kind.ts';
import type { AreaKind, NoteClause } from '../../../area.ts';
import { provisionName } from '../../../kit/links.tsx';
import { reference } from '../notes.ts';
import { judgeCompared, judgeLoaded } from './judges.ts';
import { TEXT_COMPARED, TEXT_LOADED } from './kinds.ts';

const LANGUAGES: Readonly<Record<string, { readonly en: string; readonly uk: string; readonly sq: string }>> = {
  en: { en: 'English', uk: 'англійською', sq: 'anglisht' },
  uk: { en: 'Ukrainian', uk: 'українською', sq: 'ukrainisht' },
  sq: { en: 'Albanian', uk: 'албанською', sq: 'shqip' },
};

function named(language: string): { readonly en: string; readonly uk: string; readonly sq: string } {
  return LANGUAGES[language] ?? { en: language, uk: language, sq: language };
}

const noteOfLoading: NoteClause = ({ header, body }, agreement, language) => {
  const { language: of, sha256 } = body as BodyOf<typeof TEXT_LOADED>;
  const by = reference(header.provisions, agreement);
  return {
    en: `communicate, ${by.en}, the authentic text in ${named(of).en}, of the SHA-256 ${sha256}`,
    uk: `передати, ${by.uk}, автентичний текст ${named(of).uk} мовою, SHA-256 якого ${sha256}`,
    sq: `të përcjellë, ${by.sq}, tekstin autentik në ${named(of).sq}, me SHA-256 ${sha256}`,
  }[language];
};

const noteOfComparison: NoteClause = ({ header, body }, agreement, language) => {
  const { language: of, sha256, verdict, provisions, remark } = body as BodyOf<typeof TEXT_COMPARED>;
  const by = reference(header.provisions, agreement);
  const where = [provisions.join(', '), remark].filter((part) => part !== '').join('; ');
  const found =
    verdict === 'equal'
      ? { en: 'is equal to its original', uk: 'тотожний його оригіналу', sq: 'është i njëjtë me origjinalin e saj' }
      : {
          en: `differs from its original (${where})`,
          uk: `відрізняється від його оригіналу (${where})`,
          sq: `ndryshon nga origjinali i saj (${where})`,
        };
  return {
    en: `inform, ${by.en}, that the text in ${named(of).en} of the SHA-256 ${sha256} ${found.en}`,
    uk: `повідомити, ${by.uk}, що текст ${named(of).uk} мовою із SHA-256 ${sha256} ${found.uk}`,
    sq: `të njoftojë, ${by.sq}, se teksti në ${named(of).sq} me SHA-256 ${sha256} ${found.sq}`,
  }[language];
};

export const LANGUAGE_KINDS: readonly AreaKind[] = [
  {
    kind: TEXT_LOADED,
    title: 'text.kind.loaded',
    judge: judgeLoaded,
    note: noteOfLoading,
    tell: (body, speak) => {
      const { language, sha256, text } = body as BodyOf<typeof TEXT_LOADED>;
      return [
        ['text.field.language', speak.say(`language.${language}`)],
        ['text.field.sha256', sha256],
        ['text.tell.size', speak.number(text.length)],
      ];
    },
  },
  {
    kind: TEXT_COMPARED,
    title: 'text.kind.compared',
    judge: judgeCompared,
    note: noteOfComparison,
    tell: (body, speak) => {
      const { language, sha256, verdict, provisions, remark } = body as BodyOf<typeof TEXT_COMPARED>;
      return [
        ['text.field.language', speak.say(`language.${language}`)],
        ['text.field.sha256', sha256],
        ['text.field.verdict', speak.say(`text.verdict.${verdict}`)],
        ...(provisions.length === 0
          ? []
          : [['text.field.provisions', speak.list(provisions.map((id) => provisionName(id, speak)))] as const]),
        ...(remark === '' ? [] : [['text.field.remark', remark] as const]),
      ];
    },
  },
];
