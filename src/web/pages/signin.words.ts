// Words of signing in and out.
import type { Words } from '../../kit/words.ts';

export const SIGNIN_WORDS: Words = {
  'signin.title': { en: 'Sign in', uk: 'Вхід', sq: 'Hyrja' },
  'signin.particulars': {
    en: 'Officials of {side} at this node. All of them are invented for the demonstration: nobody here exists.',
    uk: 'Посадові особи цього вузла, сторона: {side}. Усі вони вигадані для демонстрації: нікого з них не існує.',
    sq:
      'Nëpunësit e kësaj nyjeje, pala: {side}. Të gjithë janë të shpikur për demonstrimin: askush prej tyre nuk ' +
      'ekziston.',
  },
  'signin.officials': { en: 'Officials', uk: 'Посадові особи', sq: 'Nëpunësit' },
  'signin.officials-why': {
    en: 'Who writes cannot approve. Try it with two or three of them.',
    uk: 'Хто пише, той не погоджує. Спробуйте від імені двох або трьох осіб.',
    sq: 'Kush shkruan nuk miraton. Provojeni me dy a tre prej tyre.',
  },
  'signin.as': { en: 'Sign in as {name}', uk: 'Увійти: {name}', sq: 'Hyr si {name}' },
  'signin.role-reader': { en: 'reader', uk: 'читач', sq: 'lexues' },
  'signin.role-drafter': { en: 'drafter', uk: 'автор проєктів', sq: 'hartues' },
  'signin.role-duty-officer': { en: 'duty officer', uk: 'черговий', sq: 'oficer shërbimi' },
  'signin.role-approver': { en: 'approver', uk: 'особа, що погоджує', sq: 'miratues' },
  'signin.role-custodian': { en: 'custodian of keys', uk: 'хранитель ключів', sq: 'kujdestar i çelësave' },
  'signin.role-auditor': { en: 'auditor', uk: 'аудитор', sq: 'auditues' },
  'signin.role-operator': { en: 'operator of the node', uk: 'оператор вузла', sq: 'operator i nyjës' },
  'signin.none': {
    en: 'This node knows no officials.',
    uk: 'Цей вузол не знає посадових осіб.',
    sq: 'Kjo nyje nuk njeh asnjë nëpunës.',
  },
  'signin.no-exercise': {
    en:
      'This node is not a demonstration. Signing in needs the sovereign’s own identity provider, which is not ' +
      'connected yet; until then nobody can sign in here, and the record can only be read.',
    uk:
      'Цей вузол не демонстраційний. Для входу потрібен власний постачальник ідентифікації держави, який ще не ' +
      'під’єднано; доти ніхто не може тут увійти, а корпус актів можна лише читати.',
    sq:
      'Kjo nyje nuk është demonstrim. Hyrja kërkon ofruesin e vetë shtetit për identifikimin, i cili ende nuk ' +
      'është lidhur; deri atëherë askush nuk hyn dot këtu dhe korpusi i akteve vetëm lexohet.',
  },
  'signin.signed-in': { en: 'You are signed in as {name}.', uk: 'Ви увійшли як {name}.', sq: 'Keni hyrë si {name}.' },
};
