// What the notes verbales of amendments have the honour to say, in the three languages.
import type { BodyOf } from '../../../act/kind.ts';
import { dateInWords } from '../../../agreement/noteverbale.ts';
import type { NoteClause } from '../../../area.ts';
import { reference } from '../notes.ts';
import type { AMENDMENT_EFFECTED, AMENDMENT_WITHDRAWN, Proposal } from './kinds.ts';

export const noteOfProposal: NoteClause = ({ header, body }, agreement, language) => {
  const { title } = body as Proposal;
  const by = reference(header.provisions, agreement);
  return {
    en: `propose, ${by.en}, the amendment “${title}”, the text of which is set out in this act`,
    uk: `запропонувати, ${by.uk}, зміни «${title}», текст яких викладено в цьому акті`,
    sq: `të propozojë, ${by.sq}, ndryshimin «${title}», teksti i të cilit jepet në këtë akt`,
  }[language];
};

export const noteOfCounter: NoteClause = ({ header, body, references }, agreement, language) => {
  const { title } = body as Proposal;
  const by = reference(header.provisions, agreement);
  const number = references[0]?.header.number ?? '';
  return {
    en: `answer note No. ${number}, ${by.en}, with its own text of the amendment “${title}”, set out in this act`,
    uk: `відповісти на ноту № ${number}, ${by.uk}, власним текстом змін «${title}», викладеним у цьому акті`,
    sq: `t’i përgjigjet notës Nr. ${number}, ${by.sq}, me tekstin e vet të ndryshimit «${title}», të dhënë në këtë akt`,
  }[language];
};

export const noteOfAgreement: NoteClause = ({ header, references }, agreement, language) => {
  const by = reference(header.provisions, agreement);
  const number = references[0]?.header.number ?? '';
  return {
    en: `accept, ${by.en}, the text set out with note No. ${number}, which is thereby agreed in writing`,
    uk: `прийняти, ${by.uk}, текст, викладений разом із нотою № ${number}, чим його узгоджено письмово`,
    sq: `të pranojë, ${by.sq}, tekstin e dhënë me notën Nr. ${number}, i cili kështu është dakordësuar me shkrim`,
  }[language];
};

export const noteOfWithdrawal: NoteClause = ({ header, body, references }, agreement, language) => {
  const { reason } = body as BodyOf<typeof AMENDMENT_WITHDRAWN>;
  const by = reference(header.provisions, agreement);
  const number = references[0]?.header.number ?? '';
  return {
    en: `withdraw, ${by.en}, the text set out with note No. ${number} (${reason})`,
    uk: `відкликати, ${by.uk}, текст, викладений разом із нотою № ${number} (${reason})`,
    sq: `të tërheqë, ${by.sq}, tekstin e dhënë me notën Nr. ${number} (${reason})`,
  }[language];
};

export const noteOfEffect: NoteClause = ({ header, body, references }, agreement, language) => {
  const { date, instructions } = body as BodyOf<typeof AMENDMENT_EFFECTED>;
  const by = reference(header.provisions, agreement);
  const number = references[0]?.header.number ?? '';
  const [on, list] = [dateInWords(date, language), instructions.join(', ')];
  return {
    en:
      `state, ${by.en}, ${on} as the day of effect of instructions ${list} of the text agreed with note ` +
      `No. ${number}`,
    uk: `визначити, ${by.uk}, ${on} днем набуття чинності приписами ${list} тексту, узгодженого нотою № ${number}`,
    sq:
      `të përcaktojë, ${by.sq}, datën ${on} si ditën e hyrjes në fuqi të udhëzimeve ${list} të tekstit të ` +
      `dakordësuar me notën Nr. ${number}`,
  }[language];
};
