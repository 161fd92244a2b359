// The words of offered assessments: what is done with them, and the list that the public reads.
import type { Words } from '../../../kit/words.ts';

export const OFFERS_WORDS: Words = {
  'offers.do.offer': {
    en: 'Pass an offered assessment on',
    uk: 'Передати надіслану оцінку',
    sq: 'Përcillni një vlerësim të dërguar',
  },
  'offers.do.publish': {
    en: 'Publish the offered assessment',
    uk: 'Оприлюднити надіслану оцінку',
    sq: 'Botoni vlerësimin e dërguar',
  },
  'offers.do.decline': {
    en: 'Decline the offered assessment',
    uk: 'Відхилити надіслану оцінку',
    sq: 'Refuzoni vlerësimin e dërguar',
  },
  'offers.kind.offered': {
    en: '{side} passes on an assessment that an organisation has sent',
    uk: '{side} передає оцінку, яку надіслала організація',
    sq: '{side} përcjell një vlerësim që ka dërguar një organizatë',
  },
  'offers.kind.published': {
    en: '{side} publishes the assessment of an organisation',
    uk: '{side} оприлюднює оцінку організації',
    sq: '{side} boton vlerësimin e një organizate',
  },
  'offers.kind.declined': {
    en: '{side} declines to publish an assessment that was sent',
    uk: '{side} відмовляється оприлюднити надіслану оцінку',
    sq: '{side} refuzon të botojë një vlerësim të dërguar',
  },
  'offers.duty': {
    en: 'publish or decline an assessment that an organisation has sent',
    uk: 'оприлюднити або відхилити оцінку, надіслану організацією',
    sq: 'botoni ose refuzoni një vlerësim të dërguar nga një organizatë',
  },
  'offers.field.offer': {
    en: 'Number of the offer',
    uk: 'Номер надісланої оцінки',
    sq: 'Numri i vlerësimit të dërguar',
  },
  'offers.help.offer': {
    en: 'The page of offered assessments fills it in.',
    uk: 'Його заповнює сторінка надісланих оцінок.',
    sq: 'E plotëson faqja e vlerësimeve të dërguara.',
  },
  'offers.field.sources': { en: 'Sources', uk: 'Джерела', sq: 'Burimet' },
  'offers.help.sources': {
    en: 'Addresses of pages anyone can open, one a line, at most four.',
    uk: 'Адреси сторінок, які може відкрити кожен, по одній у рядку, не більше чотирьох.',
    sq: 'Adresa faqesh që mund t’i hapë kushdo, një për rresht, e shumta katër.',
  },
  'offers.field.received': { en: 'Received on', uk: 'Отримано', sq: 'Marrë më' },
  'offers.help.reasons': {
    en: 'Published whatever is decided. Say what of the words or of the sources decides it.',
    uk: 'Оприлюднюються за будь-якого рішення. Напишіть, що саме в словах чи джерелах є вирішальним.',
    sq: 'Botohen cilido qoftë vendimi. Thoni çfarë në fjalët a në burimet e përcakton.',
  },

  'offers.title': { en: 'Independent assessments', uk: 'Незалежні оцінки', sq: 'Vlerësime të pavarura' },
  'offers.why': {
    en:
      'Sent by organisations of neither side, moderated by both. Each side publishes or declines with its reasons; ' +
      'the words are shown as soon as one of them publishes, with the reasons of both beside.',
    uk:
      'Надіслані організаціями, що не належать до Сторін; розглядають обидві Сторони. Кожна оприлюднює або відхиляє ' +
      'з підставами; слова показано, щойно їх оприлюднить одна зі Сторін, поруч – підстави обох.',
    sq:
      'Të dërguara nga organizata që s’u përkasin palëve; i shqyrtojnë të dyja. Secila boton ose refuzon me arsye; ' +
      'fjalët tregohen sapo njëra t’i botojë, me arsyet e të dyjave pranë.',
  },
  'offers.none': {
    en: 'No assessment has been decided on yet.',
    uk: 'Рішення щодо жодної оцінки ще не ухвалено.',
    sq: 'Ende nuk është vendosur për asnjë vlerësim.',
  },
  'offers.to-decide': {
    en: 'To decide: statement {statement}',
    uk: 'Треба вирішити: твердження {statement}',
    sq: 'Për të vendosur: pohimi {statement}',
  },
  'offers.statement': { en: 'Statement {statement}', uk: 'Твердження {statement}', sq: 'Pohimi {statement}' },
  'offers.unnamed': {
    en: 'The words were not published by either side.',
    uk: 'Слів не оприлюднила жодна зі Сторін.',
    sq: 'Fjalët nuk i botoi asnjëra palë.',
  },
  'offers.publishes': { en: '{side} publishes it', uk: '{side} оприлюднює', sq: '{side} e boton' },
  'offers.declines': { en: '{side} declines it', uk: '{side} відхиляє', sq: '{side} e refuzon' },
  'offers.undecided': { en: '{side} has not decided', uk: '{side} ще не вирішила', sq: '{side} nuk ka vendosur' },
  'offers.no-word-of-a-side': {
    en: 'It is no word of either side, and counted nowhere.',
    uk: 'Це не слово жодної зі Сторін, і його ніде не враховано.',
    sq: 'S’është fjalë e asnjë pale dhe nuk numërohet askund.',
  },
};
