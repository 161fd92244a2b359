// Words of notes on paper: sent, come, scanned.
import type { Words } from '../../../kit/words.ts';

export const PAPER_WORDS: Words = {
  'life.report': { en: 'Where the Agreement stands', uk: 'Стан Угоди', sq: 'Gjendja e Marrëveshjes' },
  'life.report-lead': {
    en: 'As of {date}, as the rules compute it from the acts said by then.',
    uk: 'Станом на {date}, як обчислюють правила з учинених доти актів.',
    sq: 'Gjendja më {date}, siç e llogaritin rregullat nga aktet e thëna deri atëherë.',
  },
  'final.kind.note-dispatched': {
    en: '{side} sends the sealed paper of a note',
    uk: '{side} надсилає скріплену печаткою ноту на папері',
    sq: '{side} dërgon një notë të vulosur në letër',
  },
  'final.kind.note-entered': {
    en: '{side} enters a note that came on paper',
    uk: '{side} вносить ноту, отриману на папері',
    sq: '{side} regjistron një notë të ardhur në letër',
  },
  'final.do.dispatch': {
    en: 'Say that the sealed paper was sent',
    uk: 'Повідомити про надсилання паперової ноти',
    sq: 'Thoni se nota e vulosur u dërgua',
  },
  'final.do.enter': {
    en: 'Enter a note that came on paper',
    uk: 'Внести ноту, отриману на папері',
    sq: 'Regjistroni një notë të ardhur në letër',
  },
  'final.field.scan': {
    en: 'Scan of the sealed paper',
    uk: 'Скан паперу з печаткою',
    sq: 'Skanimi i letrës së vulosur',
  },
  'final.help.scan': {
    en: 'PDF, PNG or JPEG, at most 6 MiB. It becomes a part of the act, bound to it by its commitment.',
    uk: 'PDF, PNG або JPEG, щонайбільше 6 МіБ. Скан стає частиною акта, і зобов’язання частини пов’язує його з актом.',
    sq: 'PDF, PNG ose JPEG, më së shumti 6 MiB. Bëhet pjesë e aktit dhe lidhet me të.',
  },
  'final.field.dispatched': { en: 'Sent on', uk: 'Надіслано', sq: 'Dërguar më' },
  'final.field.number': { en: 'Number on the paper', uk: 'Номер на папері', sq: 'Numri në letër' },
  'final.help.number': {
    en: 'As the other side’s node would number it, for example AL-MEFA-2026-0001.',
    uk: 'Так, як його нумерує вузол іншої Сторони, наприклад AL-MEFA-2026-0001.',
    sq: 'Ashtu si e numëron nyja e palës tjetër, për shembull AL-MEFA-2026-0001.',
  },
  'final.field.paperDate': { en: 'Date on the paper', uk: 'Дата на папері', sq: 'Data në letër' },
  'final.field.says': { en: 'What the note says', uk: 'Про що йдеться в ноті', sq: 'Çfarë thotë nota' },
  'final.help.says': {
    en: 'In a sentence or two. It has force by the act of the side that sent it, not by this entry.',
    uk: 'Одним-двома реченнями. Чинності ноті надає акт Сторони, що її надіслала, а не цей запис.',
    sq: 'Me një a dy fjali. Fuqinë ia jep akti i palës që e dërgoi, jo ky regjistrim.',
  },
  'final.tell.dispatched': { en: 'Sent on', uk: 'Надіслано', sq: 'Dërguar më' },
  'final.tell.number': { en: 'Number on the paper', uk: 'Номер на папері', sq: 'Numri në letër' },
  'final.tell.office': { en: 'Office', uk: 'Установа', sq: 'Zyra' },
  'final.tell.says': { en: 'What it says', uk: 'Зміст', sq: 'Përmbajtja' },
};
