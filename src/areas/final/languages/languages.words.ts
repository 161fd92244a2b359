// The words of authentic texts: the acts that load and compare them, and their forms.
import type { Words } from '../../../kit/words.ts';

export const LANGUAGES_WORDS: Words = {
  'text.kind.loaded': {
    en: '{side} loads an authentic text',
    uk: '{side} завантажує автентичний текст',
    sq: '{side} ngarkon një tekst autentik',
  },
  'text.kind.compared': {
    en: '{side} compares a loaded text with its original',
    uk: '{side} порівнює завантажений текст зі своїм оригіналом',
    sq: '{side} krahason një tekst të ngarkuar me origjinalin e vet',
  },
  'text.do.load': {
    en: 'Load an authentic text',
    uk: 'Завантажити автентичний текст',
    sq: 'Ngarkoni një tekst autentik',
  },
  'text.do.compare': {
    en: 'Compare with your original',
    uk: 'Порівняти зі своїм оригіналом',
    sq: 'Krahasoni me origjinalin tuaj',
  },
  'text.field.language': { en: 'Language', uk: 'Мова', sq: 'Gjuha' },
  'text.field.file': { en: 'File of the text', uk: 'Файл тексту', sq: 'Skedari i tekstit' },
  'text.help.file': {
    en: 'UTF-8 text in the numbered form, or Akoma Ntoso. It travels with the act as it is.',
    uk: 'Текст UTF-8 у нумерованому вигляді або Akoma Ntoso. Він іде разом з актом без змін.',
    sq: 'Tekst UTF-8 në formën e numëruar, ose Akoma Ntoso. Shkon bashkë me aktin, siç është.',
  },
  'text.field.text': { en: 'Or the text itself', uk: 'Або сам текст', sq: 'Ose vetë teksti' },
  'text.help.text': {
    en:
      'In the numbered form: # title, ## Part I. heading, ### section, (1) recital, 1. paragraph, one a line, then ' +
      'the closing words. Or a whole document of Akoma Ntoso. No translation: only what stands in your original.',
    uk:
      'У нумерованому вигляді: # назва, ## Частина I. заголовок, ### розділ, (1) пункт преамбули, 1. пункт, кожен ' +
      'на своєму рядку, далі прикінцеві слова. Або цілий документ Akoma Ntoso. Жодного перекладу: лише оригінал.',
    sq:
      'Në formën e numëruar: # titulli, ## Pjesa I. titulli, ### seksioni, (1) paragrafi i preambulës, ' +
      '1. paragrafi, një për rresht, pastaj fjalët ' +
      'përmbyllëse. Ose një dokument i plotë Akoma Ntoso. Asnjë përkthim: vetëm origjinali.',
  },
  'text.field.sha256': { en: 'SHA-256', uk: 'SHA-256', sq: 'SHA-256' },
  'text.help.sha256': {
    en: 'Of the text, if you know it: what is pasted is then compared with it.',
    uk: 'Тексту, якщо знаєте: вставлене буде з ним порівняно.',
    sq: 'I tekstit, nëse e dini: ai që ngjitet krahasohet me të.',
  },
  'text.field.verdict': { en: 'Finding', uk: 'Висновок', sq: 'Gjetja' },
  'text.help.verdict': {
    en: 'Letter by letter, against the original that your side keeps.',
    uk: 'Літера за літерою, з оригіналом, який зберігає ваша сторона.',
    sq: 'Shkronjë për shkronjë, me origjinalin që ruan pala juaj.',
  },
  'text.verdict.equal': { en: 'equal', uk: 'тотожний', sq: 'i njëjtë' },
  'text.verdict.differs': { en: 'differs', uk: 'відрізняється', sq: 'ndryshon' },
  'text.field.provisions': { en: 'Where', uk: 'Де', sq: 'Ku' },
  'text.help.provisions': {
    en: 'Numbers of paragraphs, for example 58, 59.',
    uk: 'Номери пунктів, наприклад 58, 59.',
    sq: 'Numrat e paragrafëve, për shembull 58, 59.',
  },
  'text.field.remark': { en: 'Remark', uk: 'Зауваження', sq: 'Shënim' },
  'text.tell.size': { en: 'Characters', uk: 'Знаків', sq: 'Shkronja' },
};
