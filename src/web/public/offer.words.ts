// The words of the form by which an organisation hands in an assessment.
import type { Words } from '../../kit/words.ts';

export const OFFER_WORDS: Words = {
  'offer.why': {
    en:
      'From an organisation of neither side. It stands beside the two sides’ own words, never mixed with them, and ' +
      'counts in nothing.',
    uk:
      'Від організації, що не належить до Сторін. Вона стоїть поруч зі словами Сторін, не змішується з ними й ніде ' +
      'не враховується.',
    sq:
      'Nga një organizatë që s’u përket palëve. Qëndron pranë fjalëve të palëve, pa u përzier me to, dhe nuk ' +
      'numërohet askund.',
  },
  'offer.form': { en: 'Your assessment', uk: 'Ваша оцінка', sq: 'Vlerësimi juaj' },
  'offer.form-why': {
    en: 'Public sources only. No names of children, victims or patients.',
    uk: 'Лише відкриті джерела. Без імен дітей, потерпілих чи пацієнтів.',
    sq: 'Vetëm burime publike. Pa emra fëmijësh, viktimash a pacientësh.',
  },
  'offer.decided': {
    en: 'Assessments decided on so far',
    uk: 'Оцінки, щодо яких уже вирішено',
    sq: 'Vlerësimet për të cilat është vendosur',
  },
  'offer.organisation': { en: 'Your organisation', uk: 'Ваша організація', sq: 'Organizata juaj' },
  'offer.organisation-help': {
    en: 'Shown to everyone where a side publishes it. A person’s name is not needed.',
    uk: 'Буде видно всім, якщо Сторона оприлюднить оцінку. Ім’я особи не потрібне.',
    sq: 'E shohin të gjithë kur një palë e boton. Emri i një personi nuk nevojitet.',
  },
  'offer.contact': { en: 'How to reach you', uk: 'Як із вами зв’язатися', sq: 'Si t’ju kontaktojmë' },
  'offer.contact-help': {
    en: 'A mail address or telephone number, for questions of the moderators of this side alone. It is not published.',
    uk: 'Електронна пошта або телефон, лише для запитань модераторів цієї Сторони. Не публікується.',
    sq: 'Adresë poste elektronike ose telefon, vetëm për pyetje të moderatorëve të kësaj pale. Nuk botohet.',
  },
  'offer.statement': { en: 'Which statement', uk: 'Яке твердження', sq: 'Cili pohim' },
  'offer.statement-help': {
    en: 'What the paragraph promises, one verb at a time.',
    uk: 'Що обіцяє пункт, по одному дієслову.',
    sq: 'Çfarë premton paragrafi, një folje në një herë.',
  },
  'offer.completion': { en: 'How far it has come', uk: 'Наскільки виконано', sq: 'Deri ku ka arritur' },
  'offer.completion-help': {
    en: 'One of five points, or nothing: a percentage says less than your words.',
    uk: 'Один із п’яти ступенів або нічого: відсоток каже менше, ніж ваші слова.',
    sq: 'Një nga pesë shkallët, ose asgjë: përqindja thotë më pak se fjalët tuaja.',
  },
  'offer.completion-unsaid': { en: 'nothing said', uk: 'не зазначаємо', sq: 'nuk thuhet gjë' },
  'offer.words': { en: 'What you saw', uk: 'Що ви бачили', sq: 'Çfarë patë' },
  'offer.words-help': {
    en: 'At most 2,000 letters. They are shown as you write them.',
    uk: 'Не більше 2000 літер. Показуються так, як ви їх напишете.',
    sq: 'E shumta 2000 shkronja. Tregohen siç i shkruani.',
  },
  'offer.sources': { en: 'Where it can be seen', uk: 'Де це можна побачити', sq: 'Ku mund të shihet' },
  'offer.sources-help': {
    en: 'Addresses of pages anyone can open, one a line, at most four.',
    uk: 'Адреси сторінок, які може відкрити кожен, по одній у рядку, не більше чотирьох.',
    sq: 'Adresa faqesh që mund t’i hapë kushdo, një për rresht, e shumta katër.',
  },
  'offer.language': { en: 'Language of your words', uk: 'Мова ваших слів', sq: 'Gjuha e fjalëve tuaja' },
  'offer.trap': { en: 'Leave this empty', uk: 'Залиште порожнім', sq: 'Lëreni bosh' },
  'offer.send': { en: 'Send the assessment', uk: 'Надіслати оцінку', sq: 'Dërgoni vlerësimin' },
  'offer.then': { en: 'What becomes of it', uk: 'Що буде далі', sq: 'Çfarë ndodh pastaj' },
  'offer.then-why': {
    en: 'Nothing is decided by a program.',
    uk: 'Програма нічого не вирішує.',
    sq: 'Programi nuk vendos asgjë.',
  },
  'offer.then-one': {
    en:
      'Two officials of this side pass it on to the other side, or set it aside as advertising or abuse; how many ' +
      'were set aside is kept.',
    uk:
      'Двоє посадовців цієї Сторони передають її іншій або відкладають як рекламу чи образу; кількість відкладених ' +
      'зберігається.',
    sq:
      'Dy zyrtarë të kësaj pale ia përcjellin palës tjetër ose e lënë mënjanë si reklamë a fyerje; numri i tyre ' +
      'ruhet.',
  },
  'offer.then-two': {
    en: 'Each side decides for itself, by a signed act with its reasons: to publish it, or to decline.',
    uk: 'Кожна Сторона вирішує сама, підписаним актом із підставами: оприлюднити чи відхилити.',
    sq: 'Secila palë vendos vetë, me një akt të nënshkruar me arsye: ta botojë ose ta refuzojë.',
  },
  'offer.then-three': {
    en: 'As soon as one side publishes it, everyone can read it here, with the reasons of both.',
    uk: 'Щойно одна зі Сторін її оприлюднить, її зможе прочитати тут кожен, із підставами обох.',
    sq: 'Sapo ta botojë njëra palë, mund ta lexojë këtu kushdo, me arsyet e të dyjave.',
  },
  'offer.sent': { en: 'Your assessment has arrived', uk: 'Вашу оцінку отримано', sq: 'Vlerësimi juaj mbërriti' },
  'offer.sent-why': {
    en: 'It waits for the moderators. What both sides decide stands on the page of independent assessments.',
    uk: 'Вона чекає на модераторів. Рішення обох Сторін буде на сторінці незалежних оцінок.',
    sq: 'Pret moderatorët. Vendimi i të dyja palëve do të jetë te faqja e vlerësimeve të pavarura.',
  },
  'offer.wrong-organisation': {
    en: 'No organisation is named.',
    uk: 'Організацію не названо.',
    sq: 'Nuk përmendet organizata.',
  },
  'offer.mend-organisation': {
    en: 'Write its name, in at most 200 letters.',
    uk: 'Напишіть її назву, не більше 200 літер.',
    sq: 'Shkruani emrin e saj, e shumta 200 shkronja.',
  },
  'offer.wrong-contact': {
    en: 'Nobody can be reached so.',
    uk: 'Так зв’язатися неможливо.',
    sq: 'Kështu nuk kontaktohet dot askush.',
  },
  'offer.mend-contact': {
    en: 'Write a mail address or a telephone number.',
    uk: 'Напишіть електронну пошту або номер телефону.',
    sq: 'Shkruani një adresë poste elektronike ose numër telefoni.',
  },
  'offer.wrong-statement': {
    en: 'No statement is chosen.',
    uk: 'Твердження не обрано.',
    sq: 'Nuk është zgjedhur pohim.',
  },
  'offer.mend-statement': { en: 'Choose one from the list.', uk: 'Оберіть зі списку.', sq: 'Zgjidhni një nga lista.' },
  'offer.wrong-words': {
    en: 'Your words are missing, or too long.',
    uk: 'Слів немає або їх забагато.',
    sq: 'Fjalët mungojnë ose janë tepër.',
  },
  'offer.mend-words': {
    en: 'Write what you saw, in at most 2,000 letters.',
    uk: 'Напишіть, що ви бачили, не більше 2000 літер.',
    sq: 'Shkruani çfarë patë, e shumta 2000 shkronja.',
  },
  'offer.wrong-sources': { en: 'A source cannot be read.', uk: 'Джерело не читається.', sq: 'Një burim nuk lexohet.' },
  'offer.mend-sources': {
    en: 'Write one to four addresses, one a line, each beginning with https://.',
    uk: 'Напишіть від однієї до чотирьох адрес, по одній у рядку, кожну з https:// на початку.',
    sq: 'Shkruani një deri në katër adresa, një për rresht, secila me https:// në fillim.',
  },
  'offer.wrong-language': { en: 'No language is chosen.', uk: 'Мову не обрано.', sq: 'Nuk është zgjedhur gjuha.' },
  'offer.mend-language': {
    en: 'Choose one of the three.',
    uk: 'Оберіть одну з трьох.',
    sq: 'Zgjidhni një nga të tria.',
  },
  'offer.wrong-form': {
    en: 'The form was sent at once, or was open too long.',
    uk: 'Форму надіслано миттєво або вона була відкрита надто довго.',
    sq: 'Formulari u dërgua menjëherë ose qëndroi hapur tepër gjatë.',
  },
  'offer.mend-form': {
    en: 'What you typed is still here: read it over, and send it again.',
    uk: 'Написане збережено: перечитайте й надішліть ще раз.',
    sq: 'Ajo që shkruat është ende këtu: rilexojeni dhe dërgojeni sërish.',
  },
};
