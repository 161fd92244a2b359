// The words of the documents of notes verbales.
import type { Words } from '../../kit/words.ts';

export const NOTE_WORDS: Words = {
  'note.title': { en: 'Note verbale {number}', uk: 'Вербальна нота {number}', sq: 'Notë verbale {number}' },
  'note.take': { en: 'Document:', uk: 'Документ:', sq: 'Dokumenti:' },
  'note.foot-act': {
    en: 'Rendered from the text recorded in {act}; that text is what was said.',
    uk: 'Оформлено з тексту, записаного в {act}; сказано саме той текст.',
    sq: 'Paraqitur nga teksti i regjistruar në {act}; ai tekst është ajo që u tha.',
  },
  'note.foot-draft': {
    en: 'Rendered from a draft; nothing has been said yet.',
    uk: 'Оформлено з проєкту; ще нічого не сказано.',
    sq: 'Paraqitur nga një projekt; ende nuk është thënë asgjë.',
  },
};
