// The words of the page of one paragraph: its particulars, statements, acts, reports, readings, parameters.
import type { Words } from '../../kit/words.ts';

export const PARAGRAPH_WORDS: Words = {
  'paragraph.where': {
    en: 'Where this paragraph stands',
    uk: 'Місце цього пункту',
    sq: 'Ku qëndron ky paragraf',
  },
  'paragraph.before': { en: '{name}, before', uk: '{name}, попередній', sq: '{name}, më parë' },
  'paragraph.after': { en: '{name}, after', uk: '{name}, наступний', sq: '{name}, më pas' },
  'paragraph.on-this-page': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'paragraph.related': { en: 'Same area', uk: 'Та сама сфера', sq: 'E njëjta fushë' },
  'paragraph.margin': { en: 'Margin of {name}', uk: 'Береги: {name}', sq: 'Anësore: {name}' },

  'paragraph.said-as': { en: 'said as', uk: 'сказано як', sq: 'thënë si' },
  'paragraph.of-statements': {
    en: '{word}, {count} of {total, plural, one {# statement} other {# statements}}',
    uk:
      '{word}, {count} з {total, plural, one {# твердження} few {# тверджень} many {# тверджень} other {# ' +
      'твердження}}',
    sq: '{word}, {count} nga {total, plural, one {# pohim} other {# pohime}}',
  },
  'paragraph.promised-by': { en: 'promised by', uk: 'хто обіцяє', sq: 'premton' },
  'paragraph.said-by': { en: 'said by', uk: 'хто каже', sq: 'thotë' },
  'paragraph.to': { en: 'to', uk: 'кому', sq: 'kujt' },
  'paragraph.area': { en: 'area', uk: 'сфера', sq: 'fusha' },
  'paragraph.instrument': { en: 'Instrument', uk: 'Документ', sq: 'Instrumenti' },
  'paragraph.family': { en: 'clauses', uk: 'клаузули', sq: 'klauzolat' },
  'paragraph.no-family': {
    en: 'no clause family; no clock in the text',
    uk: 'немає сімейства клаузул; строків у тексті немає',
    sq: 'asnjë familje klauzolash; asnjë afat në tekst',
  },

  'cite.title': { en: 'Citing', uk: 'Посилання на пункт', sq: 'Citimi' },
  'cite.note': {
    en: 'The addresses stay for years. A sentence is pointed at in the words in force.',
    uk: 'Адреси сталі на роки. Речення позначено в чинному тексті.',
    sq: 'Adresat mbeten për vite. Fjalia tregohet në fjalët në fuqi.',
  },
  'cite.paragraph': {
    en: 'Paragraph {number} of {cited}',
    uk: 'Пункт {number} {cited}',
    sq: 'Paragrafi {number} i {cited}',
  },
  'cite.recital': {
    en: 'Recital ({number}) of {cited}',
    uk: 'Пункт ({number}) преамбули {cited}',
    sq: 'Paragrafi ({number}) i preambulës së {cited}',
  },
  'cite.annex': {
    en: 'Annex {number} of {cited}',
    uk: 'Додаток {number} до {cited}',
    sq: 'Shtojca {number} e {cited}',
  },
  'cite.closing': {
    en: 'Closing words of {cited}',
    uk: 'Прикінцеві слова {cited}',
    sq: 'Fjalët përmbyllëse të {cited}',
  },
  'cite.as-on': {
    en: '{place}, as it stands on {date}',
    uk: '{place}, станом на {date}',
    sq: '{place}, siç është më {date}',
  },
  'cite.sentence': { en: 'Sentence {number}', uk: 'Речення {number}', sq: 'Fjalia {number}' },
  'cite.in-edition': {
    en: '{name} in the annotated edition',
    uk: '{name} в анотованому виданні',
    sq: '{name} në botimin e shënuar',
  },

  'paragraph.changes': { en: 'Amended', uk: 'Змінено', sq: 'Ndryshuar' },
  'paragraph.changes-later': {
    en: 'Agreed, with a day still to come:',
    uk: 'Узгоджено, день чинності ще попереду:',
    sq: 'Dakordësuar, me ditë që ende s’ka ardhur:',
  },
  'paragraph.statements': {
    en: 'Statements by modality',
    uk: 'Твердження за модальністю',
    sq: 'Pohimet sipas modalitetit',
  },
  'paragraph.statements-note': {
    en:
      'Each verb phrase is a statement with its own word, owner and evidence. Read by the curator; confirmed by ' +
      '{by}.',
    uk:
      'Кожна дієслівна фраза – окреме твердження зі своїм словом, органом і підтвердженням. Прочитано ' +
      'упорядником; підтверджено: {by}.',
    sq:
      'Çdo frazë foljore është një pohim me fjalën, organin dhe provën e vet. Lexuar nga përgatitësi; konfirmuar ' +
      'nga {by}.',
  },
  'paragraph.confirmed-by-none': { en: 'neither side', uk: 'жодною стороною', sq: 'asnjë palë' },
  'paragraph.statement': { en: 'Statement', uk: 'Твердження', sq: 'Pohimi' },
  'paragraph.column-said-as': { en: 'Said as', uk: 'Сказано як', sq: 'Thënë si' },
  'paragraph.words': { en: 'Words', uk: 'Слова', sq: 'Fjalët' },
  'paragraph.by': { en: 'By', uk: 'Хто', sq: 'Nga' },
  'paragraph.way': { en: 'Way', uk: 'Форма', sq: 'Forma' },
  'paragraph.third-parties': { en: 'third parties', uk: 'треті сторони', sq: 'palë të treta' },
  'paragraph.yes': { en: 'yes', uk: 'так', sq: 'po' },
  'paragraph.no': { en: 'no', uk: 'ні', sq: 'jo' },
  'paragraph.no-statements': {
    en: 'No statement is read in these words.',
    uk: 'У цих словах не вичитано жодного твердження.',
    sq: 'Në këto fjalë nuk është lexuar asnjë pohim.',
  },

  'paragraph.acts': { en: 'Acts', uk: 'Акти', sq: 'Aktet' },
  'paragraph.acts-note': {
    en: 'Each side from its own edge, newest last.',
    uk: 'Кожна сторона зі свого краю, найновіші внизу.',
    sq: 'Secila palë nga ana e vet, më të rejat në fund.',
  },
  'paragraph.acts-cut': {
    en: 'The newest {count} are shown; the record has them all.',
    uk: 'Показано найновіші {count}; усі – в корпусі актів.',
    sq: 'Tregohen {count} më të rejat; korpusi i akteve i ka të gjitha.',
  },
  'paragraph.said-by-side': { en: 'said by {side}', uk: 'сторона: {side}', sq: 'thënë nga {side}' },
  'paragraph.no-acts': {
    en: 'No act under {name} has been recorded by either side. The first one will stand here with its ladder.',
    uk: 'Жодна сторона ще не записала акта ({name}). Перший акт з’явиться тут разом зі своїми щаблями.',
    sq: 'Asnjë palë nuk ka regjistruar akt ({name}). I pari do të dalë këtu bashkë me shkallët e tij.',
  },

  'paragraph.reported': {
    en: 'Reported in public',
    uk: 'Повідомлено у відкритих джерелах',
    sq: 'Raportuar nga burime publike',
  },
  'paragraph.reported-note': {
    en: 'From the public record, by whom and how sure. Never an act. What is not found did not necessarily not happen.',
    uk: 'З відкритих джерел: хто повідомив і наскільки певно. Це ніколи не акт. «Не знайдено» не означає «не було».',
    sq: 'Nga burime publike: kush e tha dhe sa e sigurt është. Kurrë akt. «Nuk u gjet» nuk do të thotë «nuk ndodhi».',
  },
  'paragraph.report-date': { en: 'When', uk: 'Коли', sq: 'Kur' },
  'paragraph.report-says': { en: 'Reported', uk: 'Повідомлено', sq: 'Raportuar' },
  'paragraph.report-sure': { en: 'Sure', uk: 'Певність', sq: 'Siguria' },
  'paragraph.report-source': { en: 'Source', uk: 'Джерело', sq: 'Burimi' },
  'paragraph.no-reports': {
    en: 'Nothing was found in the public record about this paragraph.',
    uk: 'У відкритих джерелах про цей пункт нічого не знайдено.',
    sq: 'Në burimet publike nuk u gjet asgjë për këtë paragraf.',
  },

  'paragraph.readings': { en: 'Readings', uk: 'Варіанти тлумачення', sq: 'Leximet e mundshme' },
  'paragraph.readings-note': {
    en: 'Where the words can be read in more than one way, all ways are shown. The sides may adopt one by act.',
    uk: 'Де слова можна прочитати по-різному, показано всі варіанти. Сторони можуть обрати один актом.',
    sq: 'Ku fjalët lexohen në më shumë se një mënyrë, tregohen të gjitha. Palët mund të zgjedhin një me akt.',
  },
  'paragraph.criteria': {
    en: 'What would count as done',
    uk: 'Що вважалося б виконаним',
    sq: 'Çfarë do të quhej e kryer',
  },
  'paragraph.criteria-note': {
    en: 'Proposed with the text, agreed by neither side, so nothing here can be complete.',
    uk: 'Запропоновано разом із текстом, жодною стороною не погоджено, тому тут нічого не може бути завершеним.',
    sq: 'Propozuar bashkë me tekstin, pa miratimin e asnjë pale, prandaj këtu asgjë nuk mund të jetë e përfunduar.',
  },
  'paragraph.parameters': {
    en: 'Clauses and their parameters',
    uk: 'Клаузули та їхні параметри',
    sq: 'Klauzolat dhe parametrat e tyre',
  },
  'paragraph.parameters-note': {
    en: 'Clocks run on these, never on prose. Absent is a value: the text is silent.',
    uk: 'Строки обчислюють за ними, а не за прозою. «Відсутнє» – теж значення: текст мовчить.',
    sq: 'Afatet llogariten me këto, kurrë me prozën. Edhe «mungon» është vlerë: teksti hesht.',
  },
  'paragraph.parameter': { en: 'Parameter', uk: 'Параметр', sq: 'Parametri' },
  'paragraph.value': { en: 'Value', uk: 'Значення', sq: 'Vlera' },
  'paragraph.basis': { en: 'Basis', uk: 'Підстава', sq: 'Baza' },
  'paragraph.because': { en: 'Words or reason', uk: 'Слова або причина', sq: 'Fjalët ose arsyeja' },
  'paragraph.questions': { en: 'Open questions', uk: 'Відкриті питання', sq: 'Pyetje të hapura' },
};
