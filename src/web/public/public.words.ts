// The words of the public window: its frame, its first page, its lists and figures.
import type { Words } from '../../kit/words.ts';

export const PUBLIC_WORDS: Words = {
  'public.window-of': { en: 'Public window of {side}', uk: 'Публічне вікно: {side}', sq: 'Dritarja publike: {side}' },
  'public.page-home': { en: 'Home', uk: 'Головна', sq: 'Kreu' },
  'public.page-text': { en: 'Text', uk: 'Текст', sq: 'Teksti' },
  'public.page-life': { en: 'Life', uk: 'Дія Угоди', sq: 'Jeta' },
  'public.page-acts': { en: 'Public acts', uk: 'Публічні акти', sq: 'Aktet publike' },
  'public.page-promises': { en: 'Assessments', uk: 'Оцінки', sq: 'Vlerësimet' },
  'public.page-reported': { en: 'What is reported', uk: 'Що повідомляють', sq: 'Çfarë raportohet' },
  'public.page-figures': { en: 'Figures and map', uk: 'Показники й карта', sq: 'Shifrat dhe harta' },
  'public.page-report': { en: 'Yearly report', uk: 'Річний звіт', sq: 'Raporti vjetor' },
  'public.page-data': { en: 'Open data', uk: 'Відкриті дані', sq: 'Të dhënat e hapura' },
  'public.page-check': { en: 'Check a proof', uk: 'Перевірити доказ', sq: 'Kontrolloni një provë' },
  'public.page-assess': { en: 'Give an assessment', uk: 'Надіслати оцінку', sq: 'Jepni një vlerësim' },
  'public.colophon': {
    en: 'This window shows only what its labels let everyone see. It sets no cookie and remembers nobody.',
    uk: 'Це вікно показує лише те, що дозволено бачити всім. Воно не ставить кукі й нікого не запам’ятовує.',
    sq: 'Kjo dritare tregon vetëm atë që lejohet ta shohin të gjithë. Nuk vendos “cookie” dhe nuk mban mend askënd.',
  },
  'public.follow': { en: 'Follow', uk: 'Стежити', sq: 'Ndiqni' },
  'public.follow-acts': { en: 'Public acts, Atom', uk: 'Публічні акти, Atom', sq: 'Aktet publike, Atom' },
  'public.follow-dates': {
    en: 'Public dates, iCalendar',
    uk: 'Публічні дати, iCalendar',
    sq: 'Datat publike, iCalendar',
  },
  'public.read': { en: 'Read the text', uk: 'Читати текст', sq: 'Lexoni tekstin' },

  'public.home': { en: 'Public window', uk: 'Публічне вікно', sq: 'Dritarja publike' },
  'public.particulars': {
    en: 'Signed in {place} on {date}. What it says, what is said to be done under it, and how to check both.',
    uk: 'Підписано: {place}, {date}. Що в ній сказано, що за нею, як сказано, зроблено, і як перевірити те й інше.',
    sq: 'Nënshkruar në {place} më {date}. Çfarë thotë, çfarë thuhet se bëhet sipas saj dhe si kontrollohen të dyja.',
  },
  'public.find-label': {
    en: 'Words to find in the text',
    uk: 'Слова, які знайти в тексті',
    sq: 'Fjalë për t’i gjetur në tekst',
  },
  'public.find': { en: 'Find in the text', uk: 'Знайти в тексті', sq: 'Gjeni në tekst' },
  'public.marks': {
    en: '{count, plural, one {# paragraph by its strongest word} other {# paragraphs by their strongest word}}',
    uk:
      '{count, plural, one {# пункт за найсильнішим словом} few {# пункти за найсильнішим словом} ' +
      'many {# пунктів за найсильнішим словом} other {# пункту за найсильнішим словом}}',
    sq: '{count, plural, one {# paragraf sipas fjalës më të fortë} other {# paragrafë sipas fjalës më të fortë}}',
  },
  'public.marks-why': {
    en: 'Each mark opens its paragraph. “Will” is not “shall”, and neither is a percentage.',
    uk: 'Кожна позначка відкриває свій пункт. «Will» – це не «shall», і жодне з них не є відсотком.',
    sq: 'Çdo shenjë hap paragrafin e vet. “Will” nuk është “shall” dhe asnjëra s’është përqindje.',
  },
  'public.marks-all': { en: 'all', uk: 'усього', sq: 'gjithsej' },

  'public.acts': { en: 'Public acts', uk: 'Публічні акти', sq: 'Aktet publike' },
  'public.acts-why': {
    en:
      'Acts their author labelled for everyone: the signed text, its proof, and the policy for checking it. ' +
      'Other acts are not listed, and not counted.',
    uk:
      'Акти, які їхній автор позначив як відкриті для всіх: підписаний текст, доказ і політика, за якою його ' +
      'перевіряють. Інших актів тут немає, і їх не пораховано.',
    sq:
      'Akte që autori i shënoi për të gjithë: teksti i nënshkruar, prova dhe politika për ta kontrolluar. ' +
      'Aktet e tjera nuk renditen dhe nuk numërohen.',
  },
  'public.acts-short': {
    en: 'Labelled for everyone by who said them, each with a proof you can check offline.',
    uk: 'Відкриті для всіх їхнім автором; кожен – із доказом, який можна перевірити без мережі.',
    sq: 'Të etiketuara për të gjithë nga autori, secila me një provë që kontrollohet pa rrjet.',
  },
  'public.acts-count': { en: 'So far: {counts}', uk: 'Наразі: {counts}', sq: 'Deri tani: {counts}' },
  'public.all-acts': { en: 'All public acts', uk: 'Усі публічні акти', sq: 'Të gjitha aktet publike' },
  'public.no-acts': {
    en: 'No act has been said to everyone yet.',
    uk: 'Жодного акта ще не відкрито для всіх.',
    sq: 'Ende asnjë akt nuk është thënë për të gjithë.',
  },
  'public.proof': { en: 'Proof', uk: 'Доказ', sq: 'Prova' },
  'public.check-it': { en: 'check', uk: 'перевірити', sq: 'kontrolloni' },

  'public.reported-why': {
    en:
      'Press and officials, paraphrased, with their sources. Reported is not said: no row here is an act of a body. ' +
      'A: an official or two sources. B: one source. C: second-hand.',
    uk:
      'Преса й посадовці, у переказі, з джерелами. Повідомлене – не сказане: жоден рядок тут не є актом органу. ' +
      'A – посадовець або два джерела. B – одне джерело. C – з других рук.',
    sq:
      'Shtypi dhe zyrtarët, të parafrazuar, me burimet e tyre. E raportuara s’është e thënë: asnjë rresht këtu nuk ' +
      'është akt i një organi. A: zyrtar ose dy burime. B: një burim. C: nga dora e dytë.',
  },
  'public.reported-short': {
    en: 'Press and officials, paraphrased. A: an official or two sources. B: one source. C: second-hand.',
    uk: 'Преса й посадовці, у переказі. A – посадовець або два джерела. B – одне джерело. C – з других рук.',
    sq: 'Shtypi dhe zyrtarët, të parafrazuar. A: zyrtar ose dy burime. B: një burim. C: nga dora e dytë.',
  },
  'public.reported-count': {
    en: '{count, plural, one {# entry} other {# entries}}',
    uk: '{count, plural, one {# запис} few {# записи} many {# записів} other {# запису}}',
    sq: '{count, plural, one {# zë} other {# zëra}}',
  },
  'public.all-reports': {
    en: '{count, plural, one {# entry of the public record} other {All # entries of the public record}}',
    uk:
      '{count, plural, one {# запис відкритих джерел} few {Усі # записи відкритих джерел} ' +
      'many {Усі # записів відкритих джерел} other {Усі # запису відкритих джерел}}',
    sq: '{count, plural, one {# zë i burimeve publike} other {Të # zërat e burimeve publike}}',
  },
  'public.reported-all': { en: 'the whole', uk: 'уся Угода', sq: 'e tëra' },
  'public.no-reports': { en: 'Nothing is reported.', uk: 'Нічого не повідомлено.', sq: 'Nuk raportohet asgjë.' },

  'public.figures-why': {
    en: 'Counts of what is public, each with its numbers beside it. No figure here says how far a promise is kept.',
    uk: 'Підрахунки того, що є публічним; поруч із кожним – його числа. Жоден не каже, наскільки обіцянку дотримано.',
    sq: 'Numërime të asaj që është publike, secila me numrat pranë. Asnjë shifër nuk thotë sa mbahet një premtim.',
  },
  'public.months': { en: 'Public acts by month', uk: 'Публічні акти за місяцями', sq: 'Aktet publike sipas muajve' },
  'public.months-why': {
    en: 'By the month in which this node recorded each act. Twelve months, the present one last.',
    uk: 'За місяцем, коли цей вузол записав акт. Дванадцять місяців, поточний – останній.',
    sq: 'Sipas muajit kur kjo nyje e regjistroi aktin. Dymbëdhjetë muaj, i fundit muaji i tanishëm.',
  },
  'public.months-alt': {
    en: 'Public acts in the last twelve months: {counts}. The table below has each month.',
    uk: 'Публічні акти за останні дванадцять місяців: {counts}. Кожен місяць – у таблиці нижче.',
    sq: 'Aktet publike në dymbëdhjetë muajt e fundit: {counts}. Tabela më poshtë ka çdo muaj.',
  },
  'public.month': { en: 'Month', uk: 'Місяць', sq: 'Muaji' },
  'public.words': {
    en: 'Paragraphs by their strongest word',
    uk: 'Пункти за найсильнішим словом',
    sq: 'Paragrafët sipas fjalës më të fortë',
  },
  'public.words-alt': { en: 'Paragraphs: {counts}.', uk: 'Пункти: {counts}.', sq: 'Paragrafët: {counts}.' },
  'public.word': { en: 'Strongest word', uk: 'Найсильніше слово', sq: 'Fjala më e fortë' },
  'public.paragraphs': { en: 'Paragraphs', uk: 'Пункти', sq: 'Paragrafë' },
  'public.judged': { en: 'Promises as judged', uk: 'Оцінені обіцянки', sq: 'Premtimet siç vlerësohen' },
  'public.judged-why': {
    en: 'Each side’s own word, side by side, on a page of its own.',
    uk: 'Власне слово кожної Сторони, поруч, на окремій сторінці.',
    sq: 'Fjala e secilës palë, krah për krah, në një faqe të vetën.',
  },
  'public.places': { en: 'Places', uk: 'Місця', sq: 'Vendet' },
  'public.places-borders': {
    en: 'Within the borders named by',
    uk: 'У межах кордонів, названих у',
    sq: 'Brenda kufijve që përmend',
  },
  'public.map-alt': {
    en:
      'Map of both states within their internationally recognised borders, with {places}. The table below has the ' +
      'same places.',
    uk: 'Карта обох держав у міжнародно визнаних кордонах; на ній: {places}. У таблиці нижче – ті самі місця.',
    sq:
      'Harta e të dy shteteve brenda kufijve të njohur ndërkombëtarisht, me {places}. Tabela më poshtë ka të ' +
      'njëjtat vende.',
  },
  'public.place': { en: 'Place', uk: 'Місце', sq: 'Vendi' },
  'public.place-is': { en: 'Why it is here', uk: 'Чому воно тут', sq: 'Pse është këtu' },
  'public.place-seat': { en: 'seat of a side', uk: 'місце перебування Сторони', sq: 'selia e një pale' },
  'public.place-named': { en: 'named in the text', uk: 'назване в тексті', sq: 'përmendet në tekst' },
  'public.place-acts': { en: 'Public acts', uk: 'Публічні акти', sq: 'Akte publike' },
  'public.place-reports': { en: 'Reported', uk: 'Повідомлень', sq: 'Raportime' },
};
