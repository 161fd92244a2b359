// A note verbale as text: the compliments, what it has the honour to say, the assurances, in the sender's language.
import { type ActHeader, sideOf } from '../act/act.ts';
import { fromUtf8 } from '../act/bytes.ts';
import type { Part } from '../act/part.ts';
import type { Agreement, Participant } from './agreement.ts';
import { civilDate } from './calendar.ts';

/** What a note takes from the act that it carries. */
export type NoteHeader = Pick<ActHeader, 'by' | 'to' | 'number' | 'at' | 'exercise'>;

/** Languages in which notes are written here. A note goes out in the sender's own, with an English courtesy text. */
export type NoteLanguage = 'en' | 'uk' | 'sq';

/** The text of a note in one language. */
export interface NoteVerbale {
  readonly language: NoteLanguage;
  readonly text: string;
}

interface Offices {
  readonly from: string;
  readonly to: string;
  readonly clause: string;
}

// The forms of courtesy are fixed usage; offices come declined from the agreement's data.
const FRAMES: Readonly<Record<NoteLanguage, (offices: Offices) => readonly string[]>> = {
  en: ({ from, to, clause }) => [
    `${capital(from)} presents its compliments to ${to} and has the honour to ${clause}.`,
    `${capital(from)} avails itself of this opportunity to renew to ${to} the assurances of its highest consideration.`,
  ],
  uk: ({ from, to, clause }) => [
    `${capital(from)} засвідчує свою повагу ${to} і має честь ${clause}.`,
    `${capital(from)} користується цією нагодою, щоб поновити ${to} запевнення у своїй найвищій повазі.`,
  ],
  sq: ({ from, to, clause }) => [
    `${capital(from)} i paraqet komplimentet e saj ${to} dhe ka nderin ${clause}.`,
    `${capital(from)} shfrytëzon këtë rast për t’i ripërtërirë ${to} sigurimet e konsideratës së saj më të lartë.`,
  ],
};

const LOCALES: Readonly<Record<NoteLanguage, string>> = { en: 'en-GB', uk: 'uk-UA', sq: 'sq-AL' };
const NUMBER: Readonly<Record<NoteLanguage, string>> = { en: 'No.', uk: '№', sq: 'Nr.' };
const COURTESY = 'Courtesy translation';

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A civil date in words, as notes carry it: 31 August 2026, 31 серпня 2026 року, 31 gusht 2026. */
export function dateInWords(iso: string, language: NoteLanguage): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const said = new Intl.DateTimeFormat(LOCALES[language], options).format(Date.parse(`${iso}T00:00:00Z`));
  return language === 'uk' ? said.replace(/\s*р\.$/, ' року') : said;
}

function noteIn(
  header: NoteHeader,
  sides: { readonly from: Participant; readonly to: Participant },
  language: NoteLanguage,
  clause: string,
  courtesy: boolean,
): string {
  const { from, to } = sides;
  const paragraphs = FRAMES[language]({
    from: from.treatyOffice.name[language],
    to: to.treatyOffice.dative[language],
    clause,
  });
  const on = civilDate(header.at, from.seat.zone);
  return (
    [
      [
        `${NUMBER[language]} ${header.number}`,
        ...(courtesy ? [COURTESY] : []),
        ...(header.exercise ? ['EXERCISE'] : []),
      ].join(', '),
      ...paragraphs,
      `${from.seat.city[language]}, ${dateInWords(on, language)}`,
      `${capital(to.treatyOffice.name[language])}, ${to.seat.city[language]}`,
    ].join('\n\n') + '\n'
  );
}

/**
 * The note that carries an act: in the language of the sender, then the English courtesy text. `clause` gives what it
 * has the honour to do, as an infinitive clause without full stop.
 */
export function noteVerbale(
  header: NoteHeader,
  agreement: Agreement,
  clause: (language: NoteLanguage) => string,
): readonly NoteVerbale[] {
  const from = agreement.participant(sideOf(header.by));
  const to = agreement.participant(sideOf(header.to[0] ?? header.by));
  const own = from.language as NoteLanguage;
  const languages: readonly NoteLanguage[] = own === 'en' ? ['en'] : [own, 'en'];
  return languages.map((language) => ({
    language,
    text: noteIn(header, { from, to }, language, clause(language), language !== own),
  }));
}

/** The note in which a side tells the other the fingerprint of the keys of its node, as twelve words. */
export function noteOfFingerprint(
  header: NoteHeader,
  agreement: Agreement,
  { origin, words }: { readonly origin: string; readonly words: string },
): readonly NoteVerbale[] {
  const { cited } = agreement;
  const clauses: Readonly<Record<NoteLanguage, string>> = {
    en:
      `communicate, for the record of ${cited.en}, that the keys of its node ${origin} have the fingerprint ` +
      `“${words}”`,
    uk:
      `повідомити для ведення записів ${cited.uk}, що ключі його вузла ${origin} мають ` +
      `відбиток «${words}»`,
    sq:
      `të njoftojë, për regjistrimin e ${cited.sq}, se çelësat e nyjës së saj ${origin} kanë gjurmën ` +
      `“${words}”`,
  };
  return noteVerbale(header, agreement, (language) => clauses[language]);
}

/** The name of the part that carries a note in one language. */
export function notePartName(language: NoteLanguage): string {
  return `note.${language}.txt`;
}

/** A note as carried by an act: the sender's language first, then, marked, the English courtesy text. */
export interface NoteText extends NoteVerbale {
  readonly courtesy: boolean;
}

/** The notes verbales among the parts of an act. */
export function notesIn(parts: readonly Part[]): readonly NoteText[] {
  const notes = (['uk', 'sq', 'en'] as const).flatMap((language) => {
    const part = parts.find((candidate) => candidate.name === notePartName(language));
    return part === undefined ? [] : [{ language, text: fromUtf8(part.bytes) ?? '' }];
  });
  return notes.map((note) => ({ ...note, courtesy: note.language === 'en' && notes.length > 1 }));
}
