// Words of the page of the day.
import type { Words } from '../../kit/words.ts';

export const TODAY_WORDS: Words = {
  'today.name': { en: 'Today', uk: 'Сьогодні', sq: 'Sot' },
  'today.title': { en: '{weekday}, {date}', uk: '{weekday}, {date}', sq: '{weekday}, {date}' },
  'today.particulars': {
    en:
      '{duties, plural, =0 {Nothing is asked of this side} one {One duty of this side stands} other {# duties of ' +
      'this side stand}}, {drafts, plural, =0 {no draft waits} one {one draft waits} other {# drafts wait}} for ' +
      'your approval.',
    uk:
      '{duties, plural, =0 {Від цієї сторони нічого не потрібно} one {Ця сторона має # завдання} few {Ця сторона ' +
      'має # завдання} many {Ця сторона має # завдань} other {Ця сторона має # завдання}}; {drafts, plural, =0 ' +
      '{жоден проєкт не чекає} one {# проєкт чекає} few {# проєкти чекають} many {# проєктів чекають} other {# ' +
      'проєкту чекають}} на ваше погодження.',
    sq:
      '{duties, plural, =0 {Nga kjo palë nuk kërkohet asgjë} one {Kjo palë ka një detyrë} other {Kjo palë ka # ' +
      'detyra}}, {drafts, plural, =0 {asnjë projekt nuk pret} one {një projekt pret} other {# projekte presin}} ' +
      'miratimin tuaj.',
  },
  'today.desk': { en: 'This desk', uk: 'Це робоче місце', sq: 'Kjo tryezë pune' },
  'today.nobody': { en: 'Nobody is signed in.', uk: 'Ніхто не увійшов.', sq: 'Askush nuk ka hyrë.' },
  'today.contents': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'today.line': { en: 'line', uk: 'лінія', sq: 'linja' },
  'today.duties': {
    en: 'What is asked of this side',
    uk: 'Що має зробити ця сторона',
    sq: 'Çfarë kërkohet nga kjo palë',
  },
  'today.duties-why': {
    en: 'Earliest first. Dates are civil dates in {city}, to 24:00. Where the text sets no date, none is given.',
    uk: 'Найраніші спершу. Дати календарні, {city}, до 24:00. Де текст дати не визначає, її не вказано.',
    sq:
      'Më të hershmet në fillim. Datat janë kalendarike në {city}, deri në 24:00. Ku teksti nuk cakton datë, nuk ' +
      'jepet asnjë.',
  },
  'today.no-duties': {
    en: 'Nothing is asked of this side as things stand.',
    uk: 'За нинішнього стану від цієї сторони нічого не потрібно.',
    sq: 'Në gjendjen e tanishme nga kjo palë nuk kërkohet asgjë.',
  },
  'today.column-due': { en: 'Due', uk: 'Строк', sq: 'Afati' },
  'today.column-provision': { en: 'Provision', uk: 'Положення', sq: 'Dispozita' },
  'today.column-what': { en: 'What is asked', uk: 'Що потрібно', sq: 'Çfarë kërkohet' },
  'today.column-because': { en: 'Because of', uk: 'Через що', sq: 'Për shkak të' },
  'today.column-who': { en: 'Of whom', uk: 'Від кого', sq: 'Nga kush' },
  'today.column-do': { en: 'Do', uk: 'Дія', sq: 'Veprimi' },
  'today.no-date': { en: 'no date set', uk: 'дати не визначено', sq: 'pa datë të caktuar' },
  'today.late': { en: 'late', uk: 'прострочено', sq: 'me vonesë' },
  'today.why-date': { en: 'why this date?', uk: 'чому ця дата?', sq: 'pse kjo datë?' },
  'today.by-rule': { en: 'Rule {rule}.', uk: 'Правило {rule}.', sq: 'Rregulli {rule}.' },
  'today.begin': { en: 'begin', uk: 'почати', sq: 'fillo' },
  'today.begin-what': { en: 'begin: {what}', uk: 'почати: {what}', sq: 'fillo: {what}' },
  'today.all-duties': {
    en: 'All duties, who is on duty, what was told',
    uk: 'Усі завдання, хто чергує, кого сповіщено',
    sq: 'Të gjitha detyrat, kush është në roje, kush u njoftua',
  },
  'today.approve': { en: 'To approve', uk: 'На погодження', sq: 'Për miratim' },
  'today.approve-why': {
    en: 'You did not write these. The whole text stands on the page of the draft.',
    uk: 'Їх написали не ви. Повний текст – на сторінці проєкту.',
    sq: 'Këto nuk i keni shkruar ju. Teksti i plotë është në faqen e projektit.',
  },
  'today.none-approve': {
    en: 'No draft waits for your approval.',
    uk: 'Жоден проєкт не чекає на ваше погодження.',
    sq: 'Asnjë projekt nuk pret miratimin tuaj.',
  },
  'today.sign-in': {
    en: 'Sign in to see what waits for your approval.',
    uk: 'Увійдіть, щоб бачити, що чекає на ваше погодження.',
    sq: 'Hyni për të parë çfarë pret miratimin tuaj.',
  },
  'today.written-by': {
    en: 'Written by {name}.',
    uk: 'Автор: {name}.',
    sq: 'Shkruar nga {name}.',
  },
  'today.read': { en: 'Read and decide', uk: 'Прочитати й вирішити', sq: 'Lexo dhe vendos' },
  'today.new': { en: 'New from {side}', uk: 'Нове, сторона: {side}', sq: 'Të reja nga {side}' },
  'today.new-why': {
    en: 'Its last {count} acts at most, newest first.',
    uk: 'Щонайбільше {count} її останніх актів, новіші спершу.',
    sq: 'Më së shumti {count} aktet e saj të fundit, më të rejat në fillim.',
  },
  'today.none-new': {
    en: '{side} has said nothing in this record.',
    uk: '{side}: у цьому корпусі актів нічого не сказано.',
    sq: '{side} nuk ka thënë asgjë në këtë korpus.',
  },
  'today.new-to-you': { en: 'New to you', uk: 'Нове для вас', sq: 'Të reja për ju' },
  'today.never-read': {
    en: 'Newest first, of both sides. What you open here counts as read; you have not yet said that you read all.',
    uk: 'Акти обох сторін, новіші спершу. Відкрите тут вважається прочитаним; ви ще не позначали, що прочитали все.',
    sq: 'Aktet e të dyja palëve, të rejat në fillim. Çfarë hapni quhet e lexuar; ende s’keni thënë se lexuat gjithçka.',
  },
  'today.read-at': {
    en: 'Of both sides, newest first, since you read all at {at}. What you open here counts as read.',
    uk: 'Акти обох сторін, новіші спершу, відколи ви прочитали все: {at}. Відкрите тут вважається прочитаним.',
    sq: 'Aktet e të dyja palëve, më të rejat në fillim, që kur lexuat gjithçka më {at}. Çfarë hapni quhet e lexuar.',
  },
  'today.all-read': {
    en: 'You have read everything in this record.',
    uk: 'Ви прочитали все в цьому корпусі актів.',
    sq: 'I keni lexuar të gjitha aktet e këtij korpusi.',
  },
  'today.more-new': {
    en: 'The newest {count} are shown; there are more.',
    uk: 'Показано найновіші ({count}); є ще.',
    sq: 'Tregohen {count} më të rejat; ka edhe të tjera.',
  },
  'today.mark-read': { en: 'Mark all as read', uk: 'Позначити все прочитаним', sq: 'Shënoni gjithçka si të lexuar' },
  'today.see-record': { en: 'See the record', uk: 'До корпусу актів', sq: 'Shihni korpusin e akteve' },
  'alarm.acts-not-received': {
    en: 'The other side has not received acts of this side for too long.',
    uk: 'Інша сторона надто довго не отримує актів цієї сторони.',
    sq: 'Pala tjetër prej kohësh nuk ka marrë akte të kësaj pale.',
  },
  'alarm.record-damaged': {
    en: 'Something kept here is damaged and is not healed yet.',
    uk: 'Щось зі збереженого тут пошкоджено й ще не відновлено.',
    sq: 'Diçka e ruajtur këtu është dëmtuar dhe ende nuk është ndrequr.',
  },
  'alarm.record-contradicted': {
    en: 'Two signed states of one log contradict each other.',
    uk: 'Два підписані стани одного журналу суперечать один одному.',
    sq: 'Dy gjendje të nënshkruara të një regjistri e kundërshtojnë njëra-tjetrën.',
  },
  'alarm.records-diverge': {
    en: 'The records of the two sides differ.',
    uk: 'Корпуси актів двох сторін розходяться.',
    sq: 'Korpuset e akteve të dy palëve ndryshojnë.',
  },
  'today.others': { en: 'Waiting on {side}', uk: 'Чекаємо, сторона: {side}', sq: 'Në pritje të palës: {side}' },
  'today.others-why': {
    en: 'What the Agreement and the acts ask of the other side.',
    uk: 'Що Угода й акти вимагають від іншої сторони.',
    sq: 'Çfarë kërkojnë Marrëveshja dhe aktet nga pala tjetër.',
  },
  'today.none-others': {
    en: 'Nothing is asked of the other side as things stand.',
    uk: 'За нинішнього стану від іншої сторони нічого не потрібно.',
    sq: 'Në gjendjen e tanishme nga pala tjetër nuk kërkohet asgjë.',
  },
  'said.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'said.column-what': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'said.by-root': { en: '{side}: root key', uk: '{side}: кореневий ключ', sq: '{side}: çelësi rrënjë' },
  'said.by-node': { en: '{side}: node', uk: '{side}: вузол', sq: '{side}: nyja' },
  'said.column-body': { en: 'Body', uk: 'Орган', sq: 'Organi' },
  'said.column-provision': { en: 'Provision', uk: 'Положення', sq: 'Dispozita' },
  'said.column-recorded': { en: 'Recorded here, {city}', uk: 'Записано тут, {city}', sq: 'Regjistruar këtu, {city}' },
  'said.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'line.open': { en: 'open', uk: 'відкрита', sq: 'e hapur' },
  'line.broken': { en: 'broken', uk: 'розірвана', sq: 'e shkëputur' },
  'line.paused': {
    en: 'the other side asks to wait',
    uk: 'інша сторона просить зачекати',
    sq: 'pala tjetër kërkon të pritet',
  },
  'line.flooded': {
    en: 'the other side sends more than is taken at a time',
    uk: 'інша сторона надсилає більше, ніж приймається за раз',
    sq: 'pala tjetër dërgon më shumë se ç’pranohet njëherësh',
  },
  'line.never': { en: 'not yet reached', uk: 'ще не встановлена', sq: 'ende e paarritur' },
  'line.last': { en: 'last exchange {when}', uk: 'останній обмін {when}', sq: 'shkëmbimi i fundit {when}' },
  'line.late': { en: 'not received for too long', uk: 'надто довго не отримано', sq: 'prej kohësh pa u marrë' },
  'line.late-since': {
    en: 'our acts not received since {when}',
    uk: 'наші акти не отримано з {when}',
    sq: 'aktet tona të pamarra që nga {when}',
  },
  'line.behind': {
    en:
      '{count, plural, =0 {the other side holds all our entries} one {one entry not yet confirmed by the other ' +
      'side} other {# entries not yet confirmed by the other side}}',
    uk:
      '{count, plural, =0 {інша сторона має всі наші записи} one {# запис ще не підтверджено іншою стороною} few ' +
      '{# записи ще не підтверджено іншою стороною} many {# записів ще не підтверджено іншою стороною} other {# ' +
      'запису ще не підтверджено іншою стороною}}',
    sq:
      '{count, plural, =0 {pala tjetër i mban të gjithë zërat tanë} one {një zë ende i pakonfirmuar nga pala ' +
      'tjetër} other {# zëra ende të pakonfirmuar nga pala tjetër}}',
  },
};
