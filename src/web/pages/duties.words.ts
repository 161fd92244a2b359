// Words of the page of duties, and of the notices that tell of them.
import type { Words } from '../../kit/words.ts';

export const DUTIES_WORDS: Words = {
  'duties.title': { en: 'Duties', uk: 'Завдання', sq: 'Detyrat' },
  'duties.particulars': {
    en: 'What the Agreement and the acts under it ask of each side, by when and why; who is on duty, and who was told.',
    uk: 'Чого Угода й акти за нею вимагають від кожної сторони, до якого строку й чому; хто чергує і кого сповіщено.',
    sq:
      'Çfarë kërkojnë Marrëveshja dhe aktet e saj nga secila palë, deri kur dhe pse; kush është në roje dhe kush u ' +
      'njoftua.',
  },
  'duties.own': { en: 'Asked of this side', uk: 'Завдання цієї сторони', sq: 'Kërkohet nga kjo palë' },
  'duties.others': { en: 'Asked of the other side', uk: 'Завдання іншої сторони', sq: 'Kërkohet nga pala tjetër' },
  'duties.others-why': {
    en: 'A missing act is not yet a late one: only what has a date can be late.',
    uk: 'Відсутній акт ще не прострочений: прострочити можна лише те, що має дату.',
    sq: 'Një akt që mungon nuk është ende me vonesë: vonesë ka vetëm ajo që ka datë.',
  },
  'duties.sign-in': {
    en: 'Sign in to see who is on duty and what you were told.',
    uk: 'Увійдіть, щоб бачити, хто чергує і про що вас сповіщено.',
    sq: 'Hyni për të parë kush është në roje dhe çfarë ju është njoftuar.',
  },
  'duties.desk': { en: 'Desk', uk: 'Робоче місце', sq: 'Tryeza e punës' },
  'duties.roster': { en: 'On duty', uk: 'Чергування', sq: 'Në roje' },
  'duties.roster-why': {
    en: 'Whoever is on duty is told first; with nobody on duty, everyone of the body is. An approver sets the roster.',
    uk: 'Чергового сповіщають першим; якщо ніхто не чергує – усіх в органі. Графік складає той, хто погоджує.',
    sq:
      'Kush është në roje njoftohet i pari; kur nuk ka askënd, njoftohen të gjithë në organ. Orarin e cakton ' +
      'miratuesi.',
  },
  'duties.no-shifts': {
    en: 'Nobody is on the roster: everyone of the body is told.',
    uk: 'У графіку нікого немає: сповіщають усіх в органі.',
    sq: 'Askush nuk është në orar: njoftohen të gjithë në organ.',
  },
  'duties.column-official': { en: 'Official', uk: 'Посадова особа', sq: 'Nëpunësi' },
  'duties.column-from': { en: 'From, {city}', uk: 'Від, {city}', sq: 'Nga, {city}' },
  'duties.column-to': { en: 'To, {city}', uk: 'До, {city}', sq: 'Deri, {city}' },
  'duties.column-do': { en: 'Do', uk: 'Дія', sq: 'Veprimi' },
  'duties.end': { en: 'end', uk: 'завершити', sq: 'mbyll' },
  'duties.end-what': { en: 'end: {what}', uk: 'завершити: {what}', sq: 'mbyll: {what}' },
  'duties.field-official': { en: 'Who is on duty', uk: 'Хто чергує', sq: 'Kush është në roje' },
  'duties.field-deputy': { en: 'Who stands in for you', uk: 'Хто вас заступає', sq: 'Kush ju zëvendëson' },
  'duties.field-starts-date': { en: 'First day', uk: 'Перший день', sq: 'Dita e parë' },
  'duties.field-starts-time': { en: 'Hour it begins', uk: 'Година початку', sq: 'Ora e fillimit' },
  'duties.field-ends-date': { en: 'Last day', uk: 'Останній день', sq: 'Dita e fundit' },
  'duties.field-ends-time': { en: 'Hour it ends', uk: 'Година завершення', sq: 'Ora e mbarimit' },
  'duties.assign': { en: 'Put on duty', uk: 'Призначити чергування', sq: 'Cakto në roje' },
  'duties.deputies': { en: 'Standing in for you', uk: 'Ваше заступництво', sq: 'Zëvendësimi juaj' },
  'duties.deputies-why': {
    en: 'While you are away your deputy is told in your place. Nobody approves for you.',
    uk: 'Поки вас немає, замість вас сповіщають заступника. За вас ніхто не погоджує.',
    sq: 'Kur mungoni, në vend tuajin njoftohet zëvendësi. Askush nuk miraton për ju.',
  },
  'duties.no-deputies': {
    en: 'Nobody stands in for you.',
    uk: 'Вас ніхто не заступає.',
    sq: 'Askush nuk ju zëvendëson.',
  },
  'duties.delegate': { en: 'Name the deputy', uk: 'Призначити заступника', sq: 'Cakto zëvendësin' },
  'duties.told': { en: 'What you were told', uk: 'Про що вас сповіщено', sq: 'Çfarë ju është njoftuar' },
  'duties.told-why': {
    en: 'Newest first. A notice is told once for each step, however often the node starts.',
    uk: 'Найновіші спершу. Про кожен крок сповіщають один раз, хоч скільки б разів запускали вузол.',
    sq: 'Më të rejat në fillim. Për çdo hap njoftohet një herë, sado herë të niset nyja.',
  },
  'duties.none-told': {
    en: 'You were told of nothing yet.',
    uk: 'Вас іще ні про що не сповіщали.',
    sq: 'Ende nuk ju është njoftuar asgjë.',
  },
  'duties.column-when': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'duties.column-notice': { en: 'Notice', uk: 'Сповіщення', sq: 'Njoftimi' },
  'duties.column-why': { en: 'Why', uk: 'Чому', sq: 'Pse' },
  'duties.column-way': { en: 'Way', uk: 'Шлях', sq: 'Rruga' },
  'duties.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'duties.way-page': { en: 'on this page', uk: 'на цій сторінці', sq: 'në këtë faqe' },
  'duties.way-mail': { en: 'by mail', uk: 'поштою', sq: 'me postë elektronike' },
  'duties.way-webhook': { en: 'by webhook', uk: 'вебхуком', sq: 'me webhook' },
  'duties.state-told': { en: 'told', uk: 'сповіщено', sq: 'u njoftua' },
  'duties.state-waiting': { en: 'on its way', uk: 'у дорозі', sq: 'në rrugë' },
  'duties.state-given-up': { en: 'given up', uk: 'не доставлено', sq: 'e pamundur' },
  'duties.given-up': { en: 'Could not be told', uk: 'Не вдалося сповістити', sq: 'Nuk u njoftuan dot' },
  'duties.given-up-why': {
    en: 'Tried for more than a day and given up. Mend the way, then tell again.',
    uk: 'Спроби тривали понад добу. Виправте шлях і сповістіть знову.',
    sq: 'U provua për më shumë se një ditë. Ndreqni rrugën dhe njoftoni përsëri.',
  },
  'duties.none-given-up': {
    en: 'Everything that was to be told was told or is on its way.',
    uk: 'Про все, про що слід було, сповіщено або сповіщення в дорозі.',
    sq: 'Gjithçka që duhej njoftuar u njoftua ose është në rrugë.',
  },
  'duties.again': { en: 'tell again', uk: 'сповістити знову', sq: 'njofto përsëri' },
  'duties.calendar': { en: 'As a calendar', uk: 'Як календар', sq: 'Si kalendar' },
  'duties.calendar-why': {
    en: 'An address of iCalendar with a secret in it: whoever has it reads the dates. Close it once others saw it.',
    uk: 'Адреса iCalendar із таємним ключем: хто її має, той читає дати. Закрийте її, якщо її бачили інші.',
    sq: 'Adresë iCalendar me çelës të fshehtë: kush e ka, lexon datat. Mbylleni nëse e kanë parë të tjerë.',
  },
  'duties.calendars': {
    en:
      '{count, plural, =0 {You have no calendar open.} one {You have one calendar open.} other {You have # calendars ' +
      'open.}}',
    uk:
      '{count, plural, =0 {У вас немає відкритих календарів.} one {У вас відкрито # календар.} few {У вас відкрито # ' +
      'календарі.} many {У вас відкрито # календарів.} other {У вас відкрито # календаря.}}',
    sq:
      '{count, plural, =0 {Nuk keni kalendar të hapur.} one {Keni një kalendar të hapur.} other {Keni # kalendarë të ' +
      'hapur.}}',
  },
  'duties.open-mine': {
    en: 'Open a calendar with my hours on duty',
    uk: 'Відкрити календар із моїми чергуваннями',
    sq: 'Hap kalendarin me orët e mia në roje',
  },
  'duties.open-body': {
    en: 'Open a calendar of the body alone',
    uk: 'Відкрити календар лише органу',
    sq: 'Hap kalendarin vetëm të organit',
  },
  'duties.close-calendars': {
    en: 'Close all my calendars',
    uk: 'Закрити всі мої календарі',
    sq: 'Mbyll të gjithë kalendarët e mi',
  },
  'duties.opened': {
    en: 'The calendar is open. Its address is shown this once; keep it to yourself:',
    uk: 'Календар відкрито. Його адресу показано лише зараз; нікому її не давайте:',
    sq: 'Kalendari është hapur. Adresa e tij tregohet vetëm tani; mos ia jepni askujt:',
  },
  'duties.browser': {
    en: 'Show notices of this browser',
    uk: 'Показувати сповіщення в цьому браузері',
    sq: 'Shfaq njoftimet në këtë shfletues',
  },
  'duties.on-duty': { en: 'On duty', uk: 'Чергування', sq: 'Në roje' },
  'duties.no-date': { en: 'no date is set', uk: 'дати не визначено', sq: 'nuk është caktuar datë' },
  'duties.reason-raised': { en: 'It has arisen.', uk: 'Воно виникло.', sq: 'Ka lindur.' },
  'duties.reason-ahead': { en: 'Its day comes near.', uk: 'Строк наближається.', sq: 'Afati po afrohet.' },
  'duties.reason-due': { en: 'It is due today.', uk: 'Строк настає сьогодні.', sq: 'Afati është sot.' },
  'duties.reason-late': { en: 'It is late.', uk: 'Строк минув.', sq: 'Afati ka kaluar.' },
  'duties.reason-step': {
    en: 'It stands, and nobody has answered.',
    uk: 'Воно залишається, ніхто не відповів.',
    sq: 'Mbetet, dhe askush nuk është përgjigjur.',
  },
  'duties.line-provision': { en: 'Provision: {provision}', uk: 'Положення: {provision}', sq: 'Dispozita: {provision}' },
  'duties.line-who': { en: 'Of whom: {body}', uk: 'Від кого: {body}', sq: 'Nga kush: {body}' },
  'duties.line-due': { en: 'Due: {due}', uk: 'Строк: {due}', sq: 'Afati: {due}' },
  'duties.line-rule': { en: 'By rule: {rule}', uk: 'За правилом: {rule}', sq: 'Sipas rregullit: {rule}' },
  'duties.line-because': { en: 'Because of: {act}', uk: 'Через: {act}', sq: 'Për shkak të: {act}' },
  'duties.line-exercise': {
    en: 'A demonstration: everything said is invented.',
    uk: 'Демонстрація: усе сказане вигадане.',
    sq: 'Demonstrim: gjithçka e thënë është e trilluar.',
  },
  'duties.withheld-subject': {
    en: 'A duty under the Agreement',
    uk: 'Завдання за Угодою',
    sq: 'Një detyrë sipas Marrëveshjes',
  },
  'duties.withheld': {
    en: 'A duty stands whose label lets nothing of it leave the node. Sign in to read it.',
    uk: 'Є завдання, маркування якого не дозволяє нічого виносити за межі вузла. Увійдіть, щоб прочитати.',
    sq: 'Ka një detyrë, etiketimi i së cilës nuk lejon asgjë jashtë nyjës. Hyni për ta lexuar.',
  },
};
