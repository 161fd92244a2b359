// Words of the keys to which parts are sealed.
import type { Words } from '../../kit/words.ts';

export const SEAL_KEY_WORDS: Words = {
  'final.kind.seal-key-admitted': {
    en: '{side} admits a key to seal to',
    uk: '{side} допускає ключ для запечатування',
    sq: '{side} pranon një çelës për vulosje',
  },
  'final.do.admit-seal-key': {
    en: 'Admit a key to seal to',
    uk: 'Допустити ключ для запечатування',
    sq: 'Pranoni një çelës për vulosje',
  },
  'final.field.sealed-for': { en: 'For', uk: 'Для', sq: 'Për' },
  'final.help.sealed-for': {
    en: 'What is for named bodies alone is sealed to the key admitted last. The keys before it open what is older.',
    uk: 'Призначене лише названим органам запечатують ключем, допущеним останнім. Попередні відкривають давніше.',
    sq: 'Ç’është vetëm për organet e emëruara vuloset me çelësin e pranuar i fundit. Të mëparshmit hapin të vjetrat.',
  },
  'final.field.seal-key': { en: 'Public key', uk: 'Відкритий ключ', sq: 'Çelësi publik' },
  'final.help.seal-key': {
    en: 'Made at the desk of the body: below, in this browser, or by servanda desk. Its secret half stays there.',
    uk: 'Створений за столом органу: нижче, у цьому браузері, або servanda desk. Таємна половина лишається там.',
    sq: 'I krijuar te tryeza e organit: më poshtë, në shfletues, ose me servanda desk. Gjysma e fshehtë mbetet aty.',
  },
  'final.use.seal': {
    en: 'nothing; parts are sealed to it',
    uk: 'нічого; ним запечатують',
    sq: 'asgjë; me të vuloset',
  },
};
