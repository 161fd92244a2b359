// Words of how the promises are judged: voices, forms, the page, the filter, the chapters of a report.
import type { Words } from '../../kit/words.ts';

export const KEEPING_WORDS: Words = {
  'keeping.name': { en: 'Promises', uk: 'Зобов’язання', sq: 'Zotimet' },
  'keeping.title': {
    en: 'How the promises are judged',
    uk: 'Як оцінюють виконання зобов’язань',
    sq: 'Si vlerësohen zotimet',
  },
  'keeping.particulars': {
    en:
      'Each side says for itself how far each statement is carried out. Nothing is added up, and no side judges ' +
      'for the other.',
    uk:
      'Кожна Сторона сама каже, наскільки виконано кожне твердження. Нічого не підсумовують, і жодна не оцінює ' +
      'за іншу.',
    sq: 'Secila palë thotë vetë sa është zbatuar çdo pohim. Asgjë nuk mblidhet dhe asnjëra nuk vlerëson për tjetrën.',
  },
  'keeping.rail': { en: 'Find', uk: 'Знайти', sq: 'Gjeni' },
  'keeping.all': { en: 'All ({count})', uk: 'Усі ({count})', sq: 'Të gjitha ({count})' },
  'keeping.found-differ': { en: 'the sides differ', uk: 'Сторони розходяться', sq: 'palët ndryshojnë' },
  'keeping.found-agree': {
    en: 'the sides say the same',
    uk: 'Сторони кажуть те саме',
    sq: 'palët thonë të njëjtën gjë',
  },
  'keeping.found-one': { en: 'one side has spoken', uk: 'висловилася одна Сторона', sq: 'ka folur njëra palë' },
  'keeping.found-none': { en: 'not judged', uk: 'не оцінено', sq: 'e pavlerësuar' },
  'keeping.filter': { en: 'judged', uk: 'оцінка', sq: 'vlerësimi' },
  'keeping.filter-any': { en: 'in any way', uk: 'будь-яка', sq: 'çfarëdo' },
  'keeping.counts': {
    en: 'Statements by completion, as each side says',
    uk: 'Твердження за ступенем виконання, за словами кожної Сторони',
    sq: 'Pohimet sipas përmbushjes, siç thotë secila palë',
  },
  'keeping.counts-why': {
    en: 'Counts of the last word of each side. No share of the whole is given: promises are not alike.',
    uk: 'Кількість за останнім словом кожної Сторони. Частки від цілого немає: зобов’язання не однакові.',
    sq: 'Numërime sipas fjalës së fundit të secilës palë. Nuk jepet pjesë e së tërës: zotimet nuk janë të njëjta.',
  },
  'keeping.promises': { en: 'Statements', uk: 'Твердження', sq: 'Pohimet' },
  'keeping.promises-why': {
    en: 'Statements about which something could be done, at their words.',
    uk: 'Твердження, на виконання яких можна щось зробити, їхніми словами.',
    sq: 'Pohimet për të cilat mund të bëhet diçka, me fjalët e tyre.',
  },
  'keeping.statement': { en: 'Statement', uk: 'Твердження', sq: 'Pohimi' },
  'keeping.words': { en: 'Words', uk: 'Слова', sq: 'Fjalët' },
  'keeping.difference': { en: 'Difference', uk: 'Розбіжність', sq: 'Dallimi' },
  'keeping.paragraph': { en: 'Paragraph', uk: 'Пункт', sq: 'Paragrafi' },
  'keeping.nothing-found': {
    en: 'No statement is of this sort.',
    uk: 'Таких тверджень немає.',
    sq: 'Nuk ka pohim të tillë.',
  },

  'keeping.section': { en: 'What each side says of it', uk: 'Що каже кожна Сторона', sq: 'Çfarë thotë secila palë' },
  'keeping.section-why': {
    en: 'What was done, how far it carries out the words, and what came of it are kept apart.',
    uk: 'Що зроблено, наскільки це виконує слова і що з того вийшло, не змішують.',
    sq: 'Çfarë u bë, sa i zbaton fjalët dhe çfarë doli prej saj mbahen veç.',
  },
  'keeping.unsaid': {
    en: 'Neither side has judged {statements}. That is not “no evidence”.',
    uk: 'Жодна Сторона не оцінила {statements}. Це не те саме, що «немає підтверджень».',
    sq: 'Asnjëra palë nuk ka vlerësuar {statements}. Kjo nuk është «pa prova».',
  },
  'keeping.unsaid-word': { en: 'nothing said', uk: 'нічого не сказано', sq: 'nuk thuhet gjë' },
  'keeping.reasons': { en: 'Reasons:', uk: 'Підстави:', sq: 'Arsyet:' },
  'keeping.output': { en: 'Done:', uk: 'Зроблено:', sq: 'U bë:' },
  'keeping.outcome': { en: 'Outcome:', uk: 'Наслідок:', sq: 'Përfundimi:' },
  'keeping.no-outcome': {
    en: 'Outcome: nothing said.',
    uk: 'Наслідок: нічого не сказано.',
    sq: 'Përfundimi: nuk thuhet gjë.',
  },
  'keeping.as-of': { en: 'as of {date}', uk: 'станом на {date}', sq: 'më {date}' },
  'keeping.on': { en: 'on', uk: 'на підставі', sq: 'në bazë të' },
  'keeping.reported': { en: 'reported {date}:', uk: 'повідомлено {date}:', sq: 'e raportuar {date}:' },
  'keeping.no-evidence': { en: 'no act is named', uk: 'акта не вказано', sq: 'nuk përmendet akt' },
  'keeping.none-given': { en: 'none given', uk: 'оцінки немає', sq: 'pa vlerësim' },
  'keeping.none-given-why': {
    en: '{side} has not judged this statement. That is not “no evidence”.',
    uk: '{side} цього твердження не оцінювала. Це не те саме, що «немає підтверджень».',
    sq: '{side} nuk e ka vlerësuar këtë pohim. Kjo nuk është «pa prova».',
  },
  'keeping.independent': { en: 'Independent', uk: 'Незалежна оцінка', sq: 'I pavarur' },
  'keeping.independent-why': {
    en: 'The place of a named organisation, as a side reports it. It is no word of either side, and counted nowhere.',
    uk: 'Місце названої організації, як повідомляє Сторона. Це не слово жодної зі Сторін, і його ніде не враховують.',
    sq: 'Vendi i një organizate të emërtuar, siç e raporton njëra palë. S’është fjalë e asnjë pale dhe nuk numërohet.',
  },
  'keeping.noted-completion': { en: 'How far:', uk: 'Наскільки:', sq: 'Sa:' },
  'keeping.noted-source': { en: 'Source:', uk: 'Джерело:', sq: 'Burimi:' },
  'keeping.noted-entered': {
    en: 'Entered by {side}: {act}',
    uk: 'Внесла {side}: {act}',
    sq: 'E regjistruar nga {side}: {act}',
  },
  'keeping.differ': { en: 'The sides differ.', uk: 'Сторони розходяться.', sq: 'Palët ndryshojnë.' },
  'keeping.same': { en: 'The sides say the same.', uk: 'Сторони кажуть те саме.', sq: 'Palët thonë të njëjtën gjë.' },
  'keeping.side-says': { en: '{side} says “{word}”', uk: '{side} каже «{word}»', sq: '{side} thotë «{word}»' },
  'keeping.may-raise': {
    en: 'Either may raise it under {provision}.',
    uk: 'Будь-яка може порушити це питання за {provision}.',
    sq: 'Secila mund ta ngrejë sipas {provision}.',
  },
  'keeping.interval': {
    en: 'Both sides have set a review every {months, plural, one {month} other {# months}}.',
    uk:
      'Обидві Сторони встановили перегляд кожні {months, plural, one {# місяць} few {# місяці} many {# місяців} ' +
      'other {# місяця}}.',
    sq: 'Të dy palët kanë caktuar rishikim çdo {months, plural, one {# muaj} other {# muaj}}.',
  },

  'keeping.kind.assessment-made': {
    en: '{side} judges how far a statement is carried out',
    uk: '{side} оцінює, наскільки виконано твердження',
    sq: '{side} vlerëson sa është zbatuar një pohim',
  },
  'keeping.kind.assessment-noted': {
    en: '{side} enters what an organisation has published on a statement',
    uk: '{side} вносить опубліковане організацією щодо твердження',
    sq: '{side} regjistron atë që një organizatë ka botuar për një pohim',
  },
  'keeping.do.note': {
    en: 'Enter what an organisation has published',
    uk: 'Внести опубліковане організацією',
    sq: 'Regjistroni botimin e një organizate',
  },
  'keeping.field.organisation': { en: 'Organisation', uk: 'Організація', sq: 'Organizata' },
  'keeping.help.organisation': {
    en: 'Its name as it publishes. A body of a side is none: it judges by an act of its own.',
    uk: 'Назва, під якою вона публікує. Орган Сторони не підходить: він оцінює власним актом.',
    sq: 'Emri me të cilin boton. Organi i një pale nuk vlen: ai vlerëson me aktin e vet.',
  },
  'keeping.field.address': { en: 'Where it is published', uk: 'Де опубліковано', sq: 'Ku është botuar' },
  'keeping.help.address': {
    en: 'The address of the page, for example https://observatory.example/report.',
    uk: 'Адреса сторінки, наприклад https://observatory.example/report.',
    sq: 'Adresa e faqes, për shembull https://observatory.example/report.',
  },
  'keeping.field.published': { en: 'Published on', uk: 'Дата публікації', sq: 'Data e botimit' },
  'keeping.field.words': { en: 'Its words', uk: 'Її слова', sq: 'Fjalët e saj' },
  'keeping.help.words': {
    en: 'Quoted as published, not retold.',
    uk: 'Цитата як опубліковано, без переказу.',
    sq: 'Cituar siç është botuar, pa ritreguar.',
  },
  'keeping.field.language': { en: 'Language of its words', uk: 'Мова її слів', sq: 'Gjuha e fjalëve të saj' },
  'keeping.help.language': {
    en: 'Two letters, for example en, uk or sq.',
    uk: 'Дві літери, наприклад en, uk або sq.',
    sq: 'Dy shkronja, për shembull en, uk ose sq.',
  },
  'keeping.field.noted-output': {
    en: 'What was done, as it says',
    uk: 'Що зроблено, за її словами',
    sq: 'Çfarë u bë, sipas saj',
  },
  'keeping.help.noted-output': {
    en: 'It may be left empty.',
    uk: 'Можна не заповнювати.',
    sq: 'Mund të lihet bosh.',
  },
  'keeping.field.noted-completion': {
    en: 'How far it is carried out, as it says',
    uk: 'Наскільки виконано, за її словами',
    sq: 'Sa është zbatuar, sipas saj',
  },
  'keeping.help.noted-completion': {
    en: 'On its own scale, whatever that is: it is not put on the five points. It may be left empty.',
    uk: 'За її власною шкалою: на п’ять ступенів не переводять. Можна не заповнювати.',
    sq: 'Sipas shkallës së saj: nuk kthehet në pesë shkallët. Mund të lihet bosh.',
  },
  'keeping.field.noted-outcome': {
    en: 'What came of it, as it says',
    uk: 'Що з того вийшло, за її словами',
    sq: 'Çfarë doli prej saj, sipas saj',
  },
  'keeping.help.noted-outcome': {
    en: 'It may be left empty.',
    uk: 'Можна не заповнювати.',
    sq: 'Mund të lihet bosh.',
  },
  'keeping.kind.review-set': {
    en: '{side} wishes a statement to be reviewed regularly',
    uk: '{side} бажає регулярного перегляду твердження',
    sq: '{side} dëshiron rishikim të rregullt të një pohimi',
  },
  'keeping.do.assess': { en: 'Judge a statement', uk: 'Оцінити твердження', sq: 'Vlerësoni një pohim' },
  'keeping.do.review': {
    en: 'Wish a regular review of a statement',
    uk: 'Запропонувати регулярний перегляд твердження',
    sq: 'Propozoni rishikim të rregullt të një pohimi',
  },
  'keeping.duty.review': {
    en: 'judge the statement again: both sides have set an interval',
    uk: 'оцінити твердження знову: обидві Сторони встановили строк перегляду',
    sq: 'vlerësoni sërish pohimin: të dy palët kanë caktuar afat',
  },
  'keeping.field.statement': { en: 'Statement', uk: 'Твердження', sq: 'Pohimi' },
  'keeping.help.statement': {
    en: 'Its number as the page of the paragraph has it, for example 59.7.',
    uk: 'Номер зі сторінки пункту, наприклад 59.7.',
    sq: 'Numri sipas faqes së paragrafit, për shembull 59.7.',
  },
  'keeping.field.asOf': { en: 'As of', uk: 'Станом на', sq: 'Gjendja më' },
  'keeping.field.output': { en: 'What was done', uk: 'Що зроблено', sq: 'Çfarë u bë' },
  'keeping.help.output': {
    en: 'Acts and deliveries. It may be left empty.',
    uk: 'Дії та поставки. Можна не заповнювати.',
    sq: 'Veprime dhe dërgesa. Mund të lihet bosh.',
  },
  'keeping.field.completion': { en: 'How far it is carried out', uk: 'Наскільки виконано', sq: 'Sa është zbatuar' },
  'keeping.help.completion': {
    en: 'One of five points; never a percentage.',
    uk: 'Один із п’яти ступенів; ніколи не відсоток.',
    sq: 'Një nga pesë shkallët; kurrë përqindje.',
  },
  'keeping.field.outcome': { en: 'What came of it', uk: 'Що з того вийшло', sq: 'Çfarë doli prej saj' },
  'keeping.help.outcome': {
    en: 'For people and institutions, apart from what was done. It may be left empty.',
    uk: 'Для людей та установ, окремо від зробленого. Можна не заповнювати.',
    sq: 'Për njerëzit dhe institucionet, veç asaj që u bë. Mund të lihet bosh.',
  },
  'keeping.field.reasons': { en: 'Reasons', uk: 'Підстави', sq: 'Arsyet' },
  'keeping.help.reasons': {
    en: 'Why this point and not the next one.',
    uk: 'Чому саме цей ступінь, а не наступний.',
    sq: 'Pse kjo shkallë dhe jo tjetra.',
  },
  'keeping.field.acts': { en: 'Acts it rests on', uk: 'Акти, на яких ґрунтується', sq: 'Aktet ku mbështetet' },
  'keeping.help.acts': {
    en: 'For example UA 12, AL 7.',
    uk: 'Наприклад UA 12, AL 7.',
    sq: 'Për shembull UA 12, AL 7.',
  },
  'keeping.field.reports': { en: 'Reports it rests on', uk: 'Повідомлення, на яких ґрунтується', sq: 'Raportimet' },
  'keeping.help.reports': {
    en: 'Dates of reports on this paragraph, as its page has them. What is reported is no act.',
    uk: 'Дати повідомлень щодо цього пункту, як на його сторінці. Повідомлене не є актом.',
    sq: 'Datat e raportimeve për këtë paragraf, si në faqen e tij. Ajo që raportohet nuk është akt.',
  },
  'keeping.field.months': { en: 'Every so many months', uk: 'Кожні стільки місяців', sq: 'Çdo kaq muaj' },
  'keeping.help.months': {
    en: 'It holds once both sides have last said the same number.',
    uk: 'Діє, щойно обидві Сторони востаннє назвали те саме число.',
    sq: 'Vlen kur të dy palët kanë thënë së fundi të njëjtin numër.',
  },

  'keeping.report-title': { en: 'The promises as judged', uk: 'Оцінка зобов’язань', sq: 'Zotimet sipas vlerësimit' },
  'keeping.report-lead': {
    en:
      'Of {all} statements about which something could be done, {said} had been judged by a side by {date}. ' +
      'Counts, not shares.',
    uk:
      'Із {all} тверджень, на виконання яких можна щось зробити, до {date} якась Сторона оцінила {said}. Це ' +
      'кількість, а не частка.',
    sq:
      'Nga {all} pohime për të cilat mund të bëhet diçka, deri më {date} një palë kishte vlerësuar {said}. ' +
      'Numërime, jo pjesë.',
  },
  'keeping.report-head': { en: 'Completion', uk: 'Ступінь виконання', sq: 'Përmbushja' },
  'keeping.report-says': {
    en: '{side} judged statement {statement} as of {date}: “{word}”. In its words: {reasons}',
    uk: '{side} оцінила твердження {statement} станом на {date}: «{word}». Її словами: {reasons}',
    sq: '{side} vlerësoi pohimin {statement} më {date}: «{word}». Me fjalët e saj: {reasons}',
  },
  'keeping.report-empty': {
    en: 'No statement was judged in this period.',
    uk: 'За цей період жодного твердження не оцінено.',
    sq: 'Në këtë periudhë nuk u vlerësua asnjë pohim.',
  },
  'keeping.report-differences': {
    en: 'Where the sides differ',
    uk: 'Де Сторони розходяться',
    sq: 'Ku palët ndryshojnë',
  },
  'keeping.report-differences-lead': {
    en: 'As of the end of the period, side by side. Neither is right by this report.',
    uk: 'Станом на кінець періоду, поруч. Цей звіт не каже, хто має рацію.',
    sq: 'Në fund të periudhës, krah për krah. Ky raport nuk thotë kush ka të drejtë.',
  },
  'keeping.report-differs': {
    en: 'On statement {statement}, {says}.',
    uk: 'Щодо твердження {statement}: {says}.',
    sq: 'Për pohimin {statement}, {says}.',
  },
  'keeping.report-no-differences': {
    en: 'On no statement have both sides said different things.',
    uk: 'Немає твердження, щодо якого обидві Сторони сказали різне.',
    sq: 'Për asnjë pohim palët nuk kanë thënë gjëra të ndryshme.',
  },
};
