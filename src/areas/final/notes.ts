// What the notes verbales of the final provisions have the honour to say, in the three languages.
import type { BodyOf } from '../../act/kind.ts';
import type { BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED } from '../../act/kinds.ts';
import { sideOf } from '../../act/act.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { dateInWords } from '../../agreement/noteverbale.ts';
import type { NoteClause } from '../../area.ts';
import type { Language } from '../../kit/words.ts';
import type { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';

export type InThree = Readonly<Record<Language, string>>;

/** "with reference to paragraph 76 of the Agreement signed in ...", as each language puts it after its verb. */
export function reference(provisions: readonly string[], agreement: Agreement): InThree {
  const one = provisions.length === 1;
  const list = provisions.join(', ');
  const { cited } = agreement;
  return {
    en: `with reference to paragraph${one ? '' : 's'} ${list} of ${cited.en}`,
    uk: `посилаючись на ${one ? 'пункт' : 'пункти'} ${list} ${cited.uk}`,
    sq: `duke iu referuar ${one ? 'paragrafit' : 'paragrafëve'} ${list} të ${cited.sq}`,
  };
}

function country(agreement: Agreement, body: string): InThree {
  return agreement.participant(sideOf(body)).genitive;
}

export const noteOfNotification: NoteClause = ({ header, body }, agreement, language) => {
  const { procedures } = body as BodyOf<typeof NOTIFICATION_GIVEN>;
  const by = reference(header.provisions, agreement);
  const of = country(agreement, header.by);
  const named = procedures === '' ? '' : ` (${procedures})`;
  return {
    en:
      `inform, ${by.en}, that the internal legal procedures of ${of.en} required for its entry into force ` +
      `have been completed${named}`,
    uk:
      `повідомити, ${by.uk}, що внутрішні юридичні процедури ${of.uk}, необхідні для набуття нею ` +
      `чинності, завершено${named}`,
    sq:
      `të njoftojë, ${by.sq}, se procedurat e brendshme ligjore të ${of.sq} të nevojshme për hyrjen e saj ` +
      `në fuqi kanë përfunduar${named}`,
  }[language];
};

export const noteOfReceipt: NoteClause = ({ body, references }, agreement, language) => {
  const { received } = body as BodyOf<typeof RECEIPT_GIVEN>;
  const number = references[0]?.header.number ?? '';
  const seat = agreement.participants.find((side) => side.seat.zone === received.zone)?.seat.city;
  const on = dateInWords(received.date, language);
  return {
    en: `acknowledge receipt of note No. ${number} on ${on} in ${seat?.en ?? received.zone}`,
    uk: `підтвердити отримання ноти № ${number} ${on}, ${seat?.uk ?? received.zone}`,
    sq: `të konfirmojë marrjen e notës Nr. ${number} më ${on}, ${seat?.sq ?? received.zone}`,
  }[language];
};

export const noteOfEntry: NoteClause = ({ header, body }, agreement, language) => {
  const { date, lastDay } = body as BodyOf<typeof ENTRY_CONFIRMED>;
  const by = reference(header.provisions, agreement);
  const [from, until] = [dateInWords(date, language), dateInWords(lastDay, language)];
  return {
    en: `confirm, ${by.en}, that it entered into effect on ${from} and remains in effect up to and including ${until}`,
    uk: `підтвердити, ${by.uk}, що вона набула чинності ${from} і залишається чинною до ${until} включно`,
    sq:
      `të konfirmojë, ${by.sq}, se ajo ka hyrë në efekt më ${from} dhe mbetet në efekt deri më ${until}, ` +
      `përfshirë atë ditë`,
  }[language];
};

export const noteOfDesignation: NoteClause = ({ header, body }, agreement, language) => {
  const designated = body as BodyOf<typeof BODY_DESIGNATED>;
  const by = reference(header.provisions, agreement);
  const of = country(agreement, header.by);
  const list = designated.provisions.join(', ');
  const local =
    agreement.participant(sideOf(header.by)).language === language ? designated.name.local : designated.name.en;
  const from = dateInWords(designated.from, language);
  return {
    en:
      `inform, ${by.en}, that ${local} has been designated as authorised body of ${of.en} for paragraphs ` +
      `${list}, from ${from}`,
    uk: `повідомити, ${by.uk}, що уповноваженим органом ${of.uk} за пунктами ${list} з ${from} визначено: ${local}`,
    sq:
      `të njoftojë, ${by.sq}, se organ i autorizuar i ${of.sq} për paragrafët ${list}, nga ${from}, është ` +
      `caktuar: ${local}`,
  }[language];
};

/** The same, and for which kinds of acts: their names are those of the record, in every language. */
export const noteOfDesignationFor: NoteClause = (act, agreement, language) => {
  const kinds = (act.body as BodyOf<typeof BODY_DESIGNATED_FOR>).kinds.join(', ');
  const clause = noteOfDesignation(act, agreement, language);
  return {
    en: `${clause}, for acts of the kinds ${kinds} and no other`,
    uk: `${clause}; повноваження поширюються лише на акти видів ${kinds}`,
    sq: `${clause}, vetëm për akte të llojeve ${kinds}`,
  }[language];
};

export const noteOfEnd: NoteClause = ({ header, body }, agreement, language) => {
  const ended = body as BodyOf<typeof BODY_ENDED>;
  const by = reference(header.provisions, agreement);
  return {
    en: `inform, ${by.en}, that the mandate of the body ${ended.body} has ended: ${ended.reason}`,
    uk: `повідомити, ${by.uk}, що повноваження органу ${ended.body} припинено: ${ended.reason}`,
    sq: `të njoftojë, ${by.sq}, se mandati i organit ${ended.body} ka përfunduar: ${ended.reason}`,
  }[language];
};
