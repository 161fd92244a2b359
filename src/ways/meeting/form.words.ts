// Words of the forms by which meetings are spoken of: deeds, fields, help.
import type { Words } from '../../kit/words.ts';

export const MEETING_FORM_WORDS: Words = {
  'meeting.do.series': {
    en: 'Propose a series of meetings',
    uk: 'Запропонувати серію зустрічей',
    sq: 'Propozoni një seri takimesh',
  },
  'meeting.do.agree-series': {
    en: 'Agree to this series',
    uk: 'Погодити цю серію зустрічей',
    sq: 'Pranoni këtë seri',
  },
  'meeting.do.call': { en: 'Call a meeting', uk: 'Скликати зустріч', sq: 'Thirrni një takim' },
  'meeting.do.agenda': { en: 'Propose an agenda', uk: 'Запропонувати порядок денний', sq: 'Propozoni një rend dite' },
  'meeting.do.agree-agenda': {
    en: 'Agree to this agenda',
    uk: 'Погодити цей порядок денний',
    sq: 'Pranoni këtë rend dite',
  },
  'meeting.do.held': {
    en: 'Say that the meeting was held',
    uk: 'Засвідчити проведення зустрічі',
    sq: 'Deklaroni se takimi u mbajt',
  },
  'meeting.do.record': { en: 'Propose the record', uk: 'Запропонувати протокол', sq: 'Propozoni procesverbalin' },
  'meeting.do.agree-record': {
    en: 'Agree to this record',
    uk: 'Погодити цей протокол',
    sq: 'Pranoni këtë procesverbal',
  },
  'meeting.do.decision': {
    en: 'Enter a decision from the record',
    uk: 'Внести рішення з протоколу',
    sq: 'Shënoni një vendim nga procesverbali',
  },
  'meeting.do.action': { en: 'Give an action', uk: 'Доручити завдання', sq: 'Ngarkoni një detyrë' },
  'meeting.do.done': { en: 'Say that it is done', uk: 'Повідомити про виконання', sq: 'Deklaroni se u krye' },

  'meeting.field.provision': { en: 'Under paragraph', uk: 'За пунктом', sq: 'Sipas paragrafit' },
  'meeting.help.provision': {
    en: 'The paragraphs whose words lead into meetings.',
    uk: 'Пункти, слова яких ведуть до зустрічей.',
    sq: 'Paragrafët, fjalët e të cilëve çojnë në takime.',
  },
  'meeting.field.name': { en: 'Name of the series', uk: 'Назва серії', sq: 'Emri i serisë' },
  'meeting.field.level': { en: 'Level', uk: 'Рівень', sq: 'Niveli' },
  'meeting.field.hosting': { en: 'Who hosts', uk: 'Хто приймає', sq: 'Kush pret' },
  'meeting.field.interval': {
    en: 'Months from one to the next',
    uk: 'Місяців між зустрічами',
    sq: 'Muaj midis takimeve',
  },
  'meeting.help.interval': {
    en: 'The text sets no interval. Leave it empty to set none.',
    uk: 'Текст не встановлює проміжку. Залиште порожнім, якщо не встановлюєте.',
    sq: 'Teksti nuk cakton interval. Lëreni bosh për të mos caktuar.',
  },
  'meeting.field.record-days': { en: 'Days to the record', uk: 'Днів до протоколу', sq: 'Ditë deri te procesverbali' },
  'meeting.help.record-days': {
    en: 'A record is then due so many days after a meeting. Leave it empty to set none.',
    uk: 'Тоді протокол належить скласти за стільки днів після зустрічі. Залиште порожнім, якщо не встановлюєте.',
    sq: 'Atëherë procesverbali duhet kaq ditë pas takimit. Lëreni bosh për të mos caktuar.',
  },
  'meeting.field.date': { en: 'Date', uk: 'Дата', sq: 'Data' },
  'meeting.help.seat': {
    en: 'Date and times are those at this seat.',
    uk: 'Дата й час – за часом цієї столиці.',
    sq: 'Data dhe orët janë ato të kësaj selie.',
  },
  'meeting.field.start': { en: 'From', uk: 'З', sq: 'Nga' },
  'meeting.field.end': { en: 'To', uk: 'До', sq: 'Deri' },
  'meeting.field.place': { en: 'Place', uk: 'Місце', sq: 'Vendi' },
  'meeting.field.medium': { en: 'How', uk: 'Спосіб', sq: 'Mënyra' },
  'meeting.field.text-en': { en: 'Text in English', uk: 'Текст англійською', sq: 'Teksti anglisht' },
  'meeting.field.text-uk': { en: 'Text in Ukrainian', uk: 'Текст українською', sq: 'Teksti ukrainisht' },
  'meeting.field.text-sq': { en: 'Text in Albanian', uk: 'Текст албанською', sq: 'Teksti shqip' },
  'meeting.field.people-own': {
    en: 'Who took part for this side',
    uk: 'Хто брав участь від цієї сторони',
    sq: 'Kush mori pjesë nga kjo palë',
  },
  'meeting.field.people-other': {
    en: 'Who took part for the other side',
    uk: 'Хто брав участь від іншої сторони',
    sq: 'Kush mori pjesë nga pala tjetër',
  },
  'meeting.help.people': {
    en: 'One office and body a line. A name only where it is to stand in the record of both sides.',
    uk: 'По одній посаді з органом у рядку. Ім’я – лише якщо воно має стояти в записах обох сторін.',
    sq: 'Një post me organin për rresht. Emri vetëm kur duhet të qëndrojë në regjistrin e të dyja palëve.',
  },
  'meeting.field.words': { en: 'Words of the decision', uk: 'Слова рішення', sq: 'Fjalët e vendimit' },
  'meeting.help.words': {
    en: 'Letter for letter as the agreed record has them.',
    uk: 'Літера в літеру, як у погодженому протоколі.',
    sq: 'Shkronjë për shkronjë si në procesverbalin e pranuar.',
  },
  'meeting.field.what': { en: 'What is to be done', uk: 'Що належить зробити', sq: 'Çfarë duhet bërë' },
  'meeting.field.owner': { en: 'By which body', uk: 'Яким органом', sq: 'Nga cili organ' },
  'meeting.field.due': { en: 'By which day', uk: 'До якого дня', sq: 'Deri në cilën ditë' },
  'meeting.help.due': {
    en: 'Leave it empty where no day was set.',
    uk: 'Залиште порожнім, якщо день не встановлено.',
    sq: 'Lëreni bosh kur nuk është caktuar ditë.',
  },
  'meeting.field.outcome': { en: 'What came of it', uk: 'Що зроблено', sq: 'Çfarë doli prej saj' },
};
