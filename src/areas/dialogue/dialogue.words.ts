// Words of the page of meetings.
import type { Words } from '../../kit/words.ts';

export const DIALOGUE_WORDS: Words = {
  'dialogue.name': { en: 'Dialogue', uk: 'Діалог', sq: 'Dialogu' },
  'dialogue.title': { en: 'Dialogue and meetings', uk: 'Діалог і зустрічі', sq: 'Dialogu dhe takimet' },
  'dialogue.particulars': {
    en: 'Series agreed by both, meetings called in them, agendas and records in the exact words both agreed to.',
    uk:
      'Серії, погоджені обома сторонами, скликані в них зустрічі, порядки денні й протоколи саме в погоджених ' +
      'словах.',
    sq: 'Seri të pranuara nga të dyja palët, takimet e thirrura, rendet e ditës dhe procesverbalet fjalë për fjalë.',
  },
  'dialogue.rail': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'dialogue.clause': { en: 'What the text says', uk: 'Що каже текст', sq: 'Çfarë thotë teksti' },
  'dialogue.clause-says': {
    en: 'The text sets no interval, no place and no first date. A day is due only where the sides have set one.',
    uk: 'Текст не встановлює ні проміжку, ні місця, ні першої дати. Строк є лише там, де його встановили сторони.',
    sq: 'Teksti nuk cakton as interval, as vend, as datë të parë. Afat ka vetëm aty ku e kanë caktuar palët.',
  },
  'dialogue.no-series': {
    en: 'No series is proposed. One side proposes it; it stands once the other agrees to the same words.',
    uk: 'Жодної серії не запропоновано. Одна сторона пропонує; серія діє, коли інша погодить ті самі слова.',
    sq: 'Asnjë seri nuk është propozuar. Njëra palë propozon; seria vlen kur tjetra pranon të njëjtat fjalë.',
  },
  'dialogue.series-note': {
    en: 'Nothing here stands by the word of one side alone.',
    uk: 'Тут ніщо не діє зі слів лише однієї сторони.',
    sq: 'Këtu asgjë nuk vlen me fjalën e njërës palë vetëm.',
  },
  'dialogue.under': { en: 'Under', uk: 'За', sq: 'Sipas' },
  'dialogue.state': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'dialogue.proposed': {
    en: 'proposed by {act}, not agreed yet',
    uk: 'запропоновано актом {act}, ще не погоджено',
    sq: 'propozuar me {act}, ende e papranuar',
  },
  'dialogue.agreed': {
    en: 'proposed by {proposal}, agreed by {act}',
    uk: 'запропоновано актом {proposal}, погоджено актом {act}',
    sq: 'propozuar me {proposal}, pranuar me {act}',
  },
  'dialogue.next': { en: 'Next due', uk: 'Наступна зустріч до', sq: 'Takimi i radhës deri më' },
  'dialogue.no-due': {
    en: 'no date: the sides set no interval',
    uk: 'без дати: сторони не встановили проміжку',
    sq: 'pa datë: palët nuk kanë caktuar interval',
  },
  'dialogue.no-meeting': {
    en: 'No meeting is called in this series.',
    uk: 'У цій серії не скликано жодної зустрічі.',
    sq: 'Në këtë seri nuk është thirrur asnjë takim.',
  },
  'dialogue.call': { en: 'Called by', uk: 'Скликано актом', sq: 'Thirrur me' },
  'dialogue.not-held': {
    en: 'called, not said to be held',
    uk: 'скликано, про проведення не сказано',
    sq: 'thirrur, nuk është deklaruar si i mbajtur',
  },
  'dialogue.held': { en: 'held, as said by', uk: 'проведено, за актами', sq: 'mbajtur, sipas' },
  'dialogue.moved': { en: 'moved by {act}', uk: 'перенесено актом {act}', sq: 'zhvendosur me {act}' },
  'dialogue.agenda': { en: 'Agenda', uk: 'Порядок денний', sq: 'Rendi i ditës' },
  'dialogue.record': { en: 'Record', uk: 'Протокол', sq: 'Procesverbali' },
  'dialogue.decision': { en: 'Decision', uk: 'Рішення', sq: 'Vendimi' },
  'dialogue.papers': { en: 'Papers of the meeting', uk: 'Документи зустрічі', sq: 'Dokumentet e takimit' },
  'dialogue.paper-as': { en: '{format}, {language}', uk: '{format}, {language}', sq: '{format}, {language}' },
  'dialogue.invitation': { en: 'Invitation for a calendar', uk: 'Запрошення для календаря', sq: 'Ftesë për kalendar' },
  'dialogue.paper-proposed': {
    en: 'Proposed, not agreed yet.',
    uk: 'Запропоновано, ще не погоджено.',
    sq: 'Propozuar, ende e papranuar.',
  },
  'dialogue.paper-agreed': {
    en: 'In the words both sides agreed to.',
    uk: 'У словах, погоджених обома сторонами.',
    sq: 'Me fjalët e pranuara nga të dyja palët.',
  },
  'dialogue.paper-foot': {
    en: 'Made from the acts of both sides. A text stands in the language it was given in.',
    uk: 'Складено з актів обох сторін. Текст стоїть тією мовою, якою його подано.',
    sq: 'Hartuar nga aktet e të dyja palëve. Teksti qëndron në gjuhën në të cilën u dha.',
  },
  'dialogue.papers-open': {
    en: 'agenda, record, invitation',
    uk: 'порядок денний, протокол, запрошення',
    sq: 'rendi i ditës, procesverbali, ftesa',
  },
  'dialogue.read': { en: 'read the text', uk: 'прочитати текст', sq: 'lexo tekstin' },
  'dialogue.actions': { en: 'Actions', uk: 'Завдання', sq: 'Detyrat' },
  'dialogue.actions-note': {
    en: 'Each side gives actions to bodies of its own; they stand among its duties until said to be done.',
    uk: 'Кожна сторона доручає завдання своїм органам; вони стоять серед її обов’язків, доки не сказано, що виконано.',
    sq:
      'Secila palë u ngarkon detyra organeve të veta; ato qëndrojnë te detyrimet e saj derisa të deklarohen të ' +
      'kryera.',
  },
  'dialogue.no-action': {
    en: 'No action is given.',
    uk: 'Жодного завдання не доручено.',
    sq: 'Asnjë detyrë nuk është ngarkuar.',
  },
  'dialogue.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'dialogue.open': { en: 'open', uk: 'відкрито', sq: 'e hapur' },
};
