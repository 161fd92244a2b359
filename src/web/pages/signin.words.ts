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
  'signin.no-way': {
    en:
      'This node is not a demonstration, and nobody can sign in here yet: its operator has named no identity ' +
      'provider and no passkeys. The record can only be read.',
    uk:
      'Цей вузол не демонстраційний, і ввійти тут поки що не може ніхто: оператор не назвав ані ' +
      'постачальника ідентифікації, ані ключів доступу. Корпус актів можна лише читати.',
    sq:
      'Kjo nyje nuk është demonstrim dhe askush ende nuk hyn dot këtu: operatori nuk ka caktuar as ofrues ' +
      'identiteti, as çelësa hyrjeje. Korpusi i akteve vetëm lexohet.',
  },
  'signin.real': {
    en: 'For officials of {side}. The record can be read without signing in.',
    uk: 'Для посадових осіб, сторона: {side}. Корпус актів можна читати й без входу.',
    sq: 'Për nëpunësit e palës: {side}. Korpusi i akteve lexohet edhe pa hyrë.',
  },
  'signin.provider': { en: 'Your side’s account', uk: 'Обліковий запис вашої сторони', sq: 'Llogaria e palës suaj' },
  'signin.provider-why': {
    en: 'You sign in where your side keeps its own people, and come back here.',
    uk: 'Ви входите там, де ваша сторона веде облік своїх людей, і повертаєтеся сюди.',
    sq: 'Hyni aty ku pala juaj mban njerëzit e vet dhe ktheheni këtu.',
  },
  'signin.provider-use': { en: 'Sign in there', uk: 'Увійти там', sq: 'Hyni atje' },
  'signin.onward': { en: 'Go on', uk: 'Далі', sq: 'Vazhdoni' },
  'signin.passkey': { en: 'Passkey', uk: 'Ключ доступу', sq: 'Çelës hyrjeje' },
  'signin.passkey-why': {
    en: 'The key is on your device or in your token, and never leaves it.',
    uk: 'Ключ зберігається на вашому пристрої чи токені й ніколи його не залишає.',
    sq: 'Çelësi është në pajisjen ose pajisjen e sigurisë suaj dhe nuk del kurrë prej saj.',
  },
  'signin.passkey-use': { en: 'Sign in with a passkey', uk: 'Увійти з ключем доступу', sq: 'Hyni me çelës hyrjeje' },
  'signin.passkey-script': {
    en: 'A passkey needs scripts in the browser. Everything else here works without them.',
    uk: 'Для ключа доступу в браузері мають бути ввімкнені скрипти. Усе інше тут працює й без них.',
    sq: 'Çelësi i hyrjes kërkon skripte në shfletues. Gjithçka tjetër këtu punon pa to.',
  },
  'signin.passkey-failed': {
    en: 'The device gave no answer. Try again, or use another of your passkeys.',
    uk: 'Пристрій не дав відповіді. Спробуйте ще раз або скористайтеся іншим своїм ключем.',
    sq: 'Pajisja nuk dha përgjigje. Provoni sërish ose përdorni një tjetër nga çelësat tuaj.',
  },
  'signin.enrol': { en: 'I have a one-time code', uk: 'Я маю одноразовий код', sq: 'Kam një kod njëpërdorimësh' },
  'signin.enrol-title': { en: 'Make a passkey', uk: 'Створення ключа доступу', sq: 'Krijimi i çelësit të hyrjes' },
  'signin.enrol-why': {
    en: 'The operator of the node has told you who you are here and a code that works once.',
    uk: 'Оператор вузла повідомив вам ваше ім’я тут і код, що діє один раз.',
    sq: 'Operatori i nyjës ju ka thënë emrin tuaj këtu dhe një kod që vlen një herë.',
  },
  'signin.enrol-person': { en: 'Your name here', uk: 'Ваше ім’я тут', sq: 'Emri juaj këtu' },
  'signin.enrol-person-help': {
    en: 'Small letters, digits and hyphens, as the operator wrote it.',
    uk: 'Малі латинські літери, цифри й дефіси, як написав оператор.',
    sq: 'Shkronja të vogla, shifra dhe viza, siç e shkroi operatori.',
  },
  'signin.enrol-code': { en: 'One-time code', uk: 'Одноразовий код', sq: 'Kodi njëpërdorimësh' },
  'signin.enrol-code-help': {
    en: 'Five groups of five letters and digits. After five wrong ones every open code of yours is worth nothing.',
    uk: 'П’ять груп по п’ять літер і цифр. Після п’яти помилок усі ваші чинні коди втрачають силу.',
    sq: 'Pesë grupe me nga pesë shkronja e shifra. Pas pesë gabimeve çdo kod juaji i hapur nuk vlen më.',
  },
  'signin.enrol-check': { en: 'Check the code', uk: 'Перевірити код', sq: 'Kontrolloni kodin' },
  'signin.enrol-make': { en: 'Make a passkey', uk: 'Створити ключ доступу', sq: 'Krijoni çelësin e hyrjes' },
  'signin.signed-in': { en: 'You are signed in as {name}.', uk: 'Ви увійшли як {name}.', sq: 'Keni hyrë si {name}.' },
};
