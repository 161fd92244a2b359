// The words of the annotated edition: title page, reading and filter bars, heads of parts, the key of the margin.
import type { Words } from '../../kit/words.ts';

export const AGREEMENT_WORDS: Words = {
  'agreement.title': { en: 'Agreement', uk: 'Угода', sq: 'Marrëveshja' },
  'agreement.contents': { en: 'Contents', uk: 'Зміст', sq: 'Përmbajtja' },
  'agreement.preamble': { en: 'Preamble', uk: 'Преамбула', sq: 'Preambula' },
  'agreement.skip': { en: 'Skip to the text', uk: 'Перейти до тексту', sq: 'Kaloni te teksti' },
  'agreement.keys': {
    en: 'With a paragraph in focus, J goes to the next and K to the one before.',
    uk: 'Коли пункт у фокусі, клавіша J веде до наступного, а K – до попереднього.',
    sq: 'Kur një paragraf është në fokus, J kalon te tjetri dhe K te i mëparshmi.',
  },
  'agreement.margin-today': {
    en: 'The text is of that day; the margin beside it is of today.',
    uk: 'Текст – станом на той день; береги поруч – на сьогодні.',
    sq: 'Teksti është i asaj dite; anësorja pranë tij është e sotme.',
  },
  'agreement.part': { en: 'Part {numeral}', uk: 'Частина {numeral}', sq: 'Pjesa {numeral}' },
  'agreement.strongest': {
    en: 'Paragraphs by strongest word',
    uk: 'Пункти за найсильнішим словом',
    sq: 'Paragrafët sipas fjalës më të fortë',
  },
  'agreement.particulars': {
    en:
      'Signed in {place} on {date}, in {languages}, all texts being equally authentic. The {prevails} text ' +
      'prevails in the event of any discrepancy.',
    uk:
      'Підписано {date} ({place}) {languages} мовами; усі тексти є рівно автентичними. У разі будь-яких ' +
      'розходжень переважну силу має текст {prevails} мовою.',
    sq:
      'Nënshkruar në {place} më {date}, në {languages}; të gjitha tekstet janë njëlloj autentike. Në rast ' +
      'mospërputhjeje mbizotëron teksti në {prevails}.',
  },
  'agreement.why-state': { en: 'why “{state}”?', uk: 'чому «{state}»?', sq: 'pse «{state}»?' },
  'agreement.languages': { en: 'Languages of the text', uk: 'Мови тексту', sq: 'Gjuhët e tekstit' },
  'agreement.prevails': { en: 'prevails', uk: 'має переважну силу', sq: 'mbizotëron' },
  'agreement.not-loaded': {
    en: 'authentic text not loaded',
    uk: 'автентичний текст не завантажено',
    sq: 'teksti autentik nuk është ngarkuar',
  },
  'agreement.loaded': { en: 'authentic text', uk: 'автентичний текст', sq: 'tekst autentik' },

  'agreement.filter': { en: 'Filter the paragraphs', uk: 'Відбір пунктів', sq: 'Filtroni paragrafët' },
  'agreement.filter-show': { en: 'Show', uk: 'Показати', sq: 'Shfaq' },
  'agreement.filter-area': { en: 'area', uk: 'сфера', sq: 'fusha' },
  'agreement.filter-modality': { en: 'said as', uk: 'сказано як', sq: 'thënë si' },
  'agreement.filter-side': { en: 'by', uk: 'хто:', sq: 'nga' },
  'agreement.filter-state': { en: 'where', uk: 'стан:', sq: 'ku' },
  'agreement.filter-state-after': { en: 'is under way,', uk: 'і', sq: 'është në zbatim,' },
  'agreement.filter-due': { en: 'due', uk: 'строк:', sq: 'me afat' },
  'agreement.any-due': { en: 'at any time or never', uk: 'будь-який або жодного', sq: 'çfarëdo ose asnjë' },
  'agreement.due-to-come': { en: 'by a day to come', uk: 'ще попереду', sq: 'në një ditë që vjen' },
  'agreement.due-late': { en: 'by a day now past', uk: 'уже минув', sq: 'në një ditë të kaluar' },
  'agreement.due-undated': { en: 'without a day', uk: 'без дати', sq: 'pa ditë' },
  'agreement.filter-words': { en: 'with the words', uk: 'зі словами', sq: 'me fjalët' },
  'agreement.every-area': { en: 'every area', uk: 'усі сфери', sq: 'çdo fushë' },
  'agreement.any-modality': { en: 'any modality', uk: 'будь-що', sq: 'çdo modalitet' },
  'agreement.either-side': { en: 'either side', uk: 'будь-яка сторона', sq: 'cilado palë' },
  'agreement.both-sides': { en: 'both', uk: 'обидві', sq: 'të dyja' },
  'agreement.any-state': { en: 'anything or nothing', uk: 'будь-який', sq: 'diçka ose asgjë' },
  'agreement.something': { en: 'something', uk: 'щось триває', sq: 'diçka' },
  'agreement.nothing': { en: 'nothing', uk: 'нічого не триває', sq: 'asgjë nuk' },
  'agreement.count': {
    en: '{shown} of {total} paragraphs',
    uk: 'пунктів: {shown} з {total}',
    sq: '{shown} nga {total} paragrafë',
  },
  'agreement.count-strongest': {
    en: 'strongest word: {word}',
    uk: 'найсильніше слово: {word}',
    sq: 'fjala më e fortë: {word}',
  },
  'agreement.all': { en: 'show all', uk: 'показати всі', sq: 'shfaq të gjithë' },
  'agreement.none-fits': {
    en: 'No paragraph fits these choices. Choose fewer, or show all.',
    uk: 'Жоден пункт не відповідає вибору. Оберіть менше умов або покажіть усі.',
    sq: 'Asnjë paragraf nuk u përgjigjet këtyre zgjedhjeve. Zgjidhni më pak kushte ose shfaqni të gjithë.',
  },

  'agreement.paragraph': { en: 'Paragraph {number}', uk: 'Пункт {number}', sq: 'Paragrafi {number}' },
  'agreement.paragraphs': {
    en: 'Paragraphs {first} to {last}',
    uk: 'Пункти {first}–{last}',
    sq: 'Paragrafët {first} deri {last}',
  },
  'agreement.recitals': {
    en: 'Recitals ({first}) to ({last}): no duties, cited by acts',
    uk: 'Пункти преамбули ({first})–({last}): без завдань, на них посилаються акти',
    sq: 'Paragrafët ({first}) deri ({last}) të preambulës: pa detyra, citohen nga aktet',
  },
  'agreement.key-sides': {
    en: 'who promises; the bars are the two halves of one deed',
    uk: 'хто обіцяє; риски – дві половини одного документа',
    sq: 'kush premton; vijat janë dy gjysmat e një akti',
  },
  'agreement.key-proposed': {
    en: 'owner not yet designated under {paragraph}',
    uk: 'орган ще не визначено за {paragraph}',
    sq: 'organi ende i pacaktuar sipas {paragraph}',
  },
  'agreement.key-proposed-bare': {
    en: 'owner not yet designated',
    uk: 'орган ще не визначено',
    sq: 'organi ende i pacaktuar',
  },
  'agreement.key-reported': {
    en: 'from the public record. A: an official or two sources, B: one, C: second-hand',
    uk: 'з відкритих джерел. A: офіційне або два джерела, B: одне, C: з других рук',
    sq: 'nga burime publike. A: një zyrtar ose dy burime, B: një, C: nga dora e dytë',
  },
  'agreement.key-exercise': {
    en: 'invented for this demonstration',
    uk: 'вигадано для цієї демонстрації',
    sq: 'e trilluar për këtë demonstrim',
  },
};
