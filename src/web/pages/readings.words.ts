// Words of the page of readings.
import type { Words } from '../../kit/words.ts';

export const READINGS_WORDS: Words = {
  'readings.title': {
    en: 'Who read personal data',
    uk: 'Хто читав персональні дані',
    sq: 'Kush lexoi të dhëna personale',
  },
  'readings.particulars': {
    en: 'Each opening of a part that speaks of persons, as the node wrote it down. Only the auditor sees this page.',
    uk: 'Кожне відкриття частини, у якій ідеться про осіб, як його записав вузол. Цю сторінку бачить лише аудитор.',
    sq: 'Çdo hapje e një pjese që flet për persona, siç e shënoi nyja. Këtë faqe e sheh vetëm audituesi.',
  },
  'readings.by-body': {
    en: 'By officials of your body',
    uk: 'Посадовцями вашого органу',
    sq: 'Nga zyrtarët e organit tuaj',
  },
  'readings.note': {
    en: 'A reading is written before the words are shown; where it cannot be written, they are not shown.',
    uk: 'Читання записують до того, як слова показано; якщо записати не можна, їх не показують.',
    sq: 'Leximi shënohet para se fjalët të shfaqen; ku nuk shënohet dot, ato nuk shfaqen.',
  },
  'readings.column-who': { en: 'Who', uk: 'Хто', sq: 'Kush' },
  'readings.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'readings.column-parts': { en: 'Parts', uk: 'Частини', sq: 'Pjesët' },
  'readings.column-purpose': { en: 'For', uk: 'Для', sq: 'Për' },
  'readings.column-when': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'readings.none': {
    en: 'Nobody of your body has read personal data.',
    uk: 'Ніхто з вашого органу не читав персональних даних.',
    sq: 'Askush nga organi juaj nuk ka lexuar të dhëna personale.',
  },
};
