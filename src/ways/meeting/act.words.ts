// Words of what was said of meetings: titles of acts, what their bodies tell, what is asked.
import type { Words } from '../../kit/words.ts';

export const MEETING_ACT_WORDS: Words = {
  'meeting.kind.series-proposed': {
    en: '{side} proposes a series of meetings',
    uk: '{side} пропонує серію зустрічей',
    sq: '{side} propozon një seri takimesh',
  },
  'meeting.kind.series-agreed': {
    en: '{side} agrees to a series of meetings',
    uk: '{side} погоджує серію зустрічей',
    sq: '{side} pranon një seri takimesh',
  },
  'meeting.kind.meeting-called': {
    en: '{side} calls a meeting',
    uk: '{side} скликає зустріч',
    sq: '{side} thërret një takim',
  },
  'meeting.kind.agenda-proposed': {
    en: '{side} proposes an agenda',
    uk: '{side} пропонує порядок денний',
    sq: '{side} propozon një rend dite',
  },
  'meeting.kind.agenda-agreed': {
    en: '{side} agrees to the agenda',
    uk: '{side} погоджує порядок денний',
    sq: '{side} pranon rendin e ditës',
  },
  'meeting.kind.meeting-held': {
    en: '{side} says that the meeting was held',
    uk: '{side} засвідчує проведення зустрічі',
    sq: '{side} deklaron se takimi u mbajt',
  },
  'meeting.kind.record-proposed': {
    en: '{side} proposes the record of the meeting',
    uk: '{side} пропонує протокол зустрічі',
    sq: '{side} propozon procesverbalin e takimit',
  },
  'meeting.kind.record-agreed': {
    en: '{side} agrees to the record of the meeting',
    uk: '{side} погоджує протокол зустрічі',
    sq: '{side} pranon procesverbalin e takimit',
  },
  'meeting.kind.decision-taken': {
    en: '{side} enters a decision from the agreed record',
    uk: '{side} вносить рішення з погодженого протоколу',
    sq: '{side} shënon një vendim nga procesverbali i pranuar',
  },
  'meeting.kind.action-assigned': {
    en: '{side} gives an action to a body of its own',
    uk: '{side} доручає завдання своєму органу',
    sq: '{side} i ngarkon një detyrë një organi të vetin',
  },
  'meeting.kind.action-done': {
    en: '{side} says that an action is done',
    uk: '{side} повідомляє про виконання завдання',
    sq: '{side} deklaron se një detyrë u krye',
  },

  'meeting.tell.name': { en: 'Name', uk: 'Назва', sq: 'Emri' },
  'meeting.tell.level': { en: 'Level', uk: 'Рівень', sq: 'Niveli' },
  'meeting.tell.hosting': { en: 'Hosting', uk: 'Приймальна сторона', sq: 'Pritja' },
  'meeting.tell.interval': { en: 'Every', uk: 'Кожні', sq: 'Çdo' },
  'meeting.tell.record-days': { en: 'Record within', uk: 'Протокол протягом', sq: 'Procesverbali brenda' },
  'meeting.tell.hash': { en: 'Hash of the text', uk: 'Геш тексту', sq: 'Hash-i i tekstit' },
  'meeting.tell.start': { en: 'Begins', uk: 'Початок', sq: 'Fillimi' },
  'meeting.tell.end': { en: 'Ends', uk: 'Кінець', sq: 'Mbarimi' },
  'meeting.tell.place': { en: 'Place', uk: 'Місце', sq: 'Vendi' },
  'meeting.tell.medium': { en: 'How', uk: 'Спосіб', sq: 'Mënyra' },
  'meeting.tell.text-en': { en: 'In English', uk: 'Англійською', sq: 'Anglisht' },
  'meeting.tell.text-uk': { en: 'In Ukrainian', uk: 'Українською', sq: 'Ukrainisht' },
  'meeting.tell.text-sq': { en: 'In Albanian', uk: 'Албанською', sq: 'Shqip' },
  'meeting.tell.attendance': { en: 'Attendance', uk: 'Присутні', sq: 'Pjesëmarrja' },
  'meeting.tell.words': { en: 'Words of the record', uk: 'Слова протоколу', sq: 'Fjalët e procesverbalit' },
  'meeting.tell.what': { en: 'What', uk: 'Що зробити', sq: 'Çfarë' },
  'meeting.tell.owner': { en: 'Owner', uk: 'Виконавець', sq: 'Përgjegjësi' },
  'meeting.tell.due': { en: 'By', uk: 'До', sq: 'Deri më' },
  'meeting.tell.outcome': { en: 'Outcome', uk: 'Результат', sq: 'Përfundimi' },
  'meeting.not-set': { en: 'not set', uk: 'не встановлено', sq: 'e pacaktuar' },
  'meeting.months': {
    en: '{count, plural, one {# month} other {# months}}',
    uk: '{count, plural, one {# місяць} few {# місяці} many {# місяців} other {# місяця}}',
    sq: '{count, plural, one {# muaj} other {# muaj}}',
  },
  'meeting.days': {
    en: '{count, plural, one {# day} other {# days}}',
    uk: '{count, plural, one {# день} few {# дні} many {# днів} other {# дня}}',
    sq: '{count, plural, one {# ditë} other {# ditë}}',
  },
  'meeting.medium.in-person': { en: 'in person', uk: 'особисто', sq: 'ballë për ballë' },
  'meeting.medium.video': { en: 'by video', uk: 'відеозв’язком', sq: 'me video' },
  'meeting.medium.telephone': { en: 'by telephone', uk: 'телефоном', sq: 'me telefon' },
  'meeting.medium.written': { en: 'in writing', uk: 'письмово', sq: 'me shkrim' },

  'meeting.duty.series': {
    en: 'Agree to the series proposed, or propose another',
    uk: 'Погодити запропоновану серію зустрічей або запропонувати іншу',
    sq: 'Të pranohet seria e propozuar, ose të propozohet një tjetër',
  },
  'meeting.duty.next': {
    en: 'Call the next meeting',
    uk: 'Скликати наступну зустріч',
    sq: 'Të thirret takimi i radhës',
  },
  'meeting.duty.agree-agenda': {
    en: 'Agree to the agenda proposed, or propose another',
    uk: 'Погодити запропонований порядок денний або запропонувати інший',
    sq: 'Të pranohet rendi i ditës i propozuar, ose të propozohet një tjetër',
  },
  'meeting.duty.held': {
    en: 'Say that the meeting was held, or move it',
    uk: 'Засвідчити проведення зустрічі або перенести її',
    sq: 'Të deklarohet se takimi u mbajt, ose të zhvendoset',
  },
  'meeting.duty.record': {
    en: 'Propose the record of the meeting',
    uk: 'Запропонувати протокол зустрічі',
    sq: 'Të propozohet procesverbali i takimit',
  },
  'meeting.duty.agree-record': {
    en: 'Agree to the record proposed, or propose another',
    uk: 'Погодити запропонований протокол або запропонувати інший',
    sq: 'Të pranohet procesverbali i propozuar, ose të propozohet një tjetër',
  },
  'meeting.duty.action': {
    en: 'Carry out the action given',
    uk: 'Виконати доручене завдання',
    sq: 'Të kryhet detyra e ngarkuar',
  },
};
