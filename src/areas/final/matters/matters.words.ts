// Words of the matters on the page of life: names, states, reasons, other instruments, days off.
import type { Words } from '../../../kit/words.ts';

export const MATTER_WORDS: Words = {
  'life.matter.heading': { en: 'Matters', uk: 'Справи', sq: 'Çështje' },
  'life.matter.explained': {
    en:
      'What Part V lets the sides open, answer, propose, decide and end, with every step by act. What stands ' +
      'in no row of the table of the life is refused by name.',
    uk:
      'Що частина V дає сторонам розпочати, на що відповісти, що запропонувати, вирішити й завершити – кожен ' +
      'крок актом. Усе, чого немає в таблиці життя, відхиляється з назвою причини.',
    sq:
      'Çfarë u lejon Pjesa V palëve të hapin, të përgjigjen, të propozojnë, të vendosin e të mbyllin, çdo hap ' +
      'me akt. Ajo që nuk qëndron në tabelën e jetës refuzohet me emër.',
  },
  'life.matter.column-matter': { en: 'Matter', uk: 'Справа', sq: 'Çështja' },
  'life.matter.column-state': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'life.matter.column-steps': { en: 'What was said', uk: 'Що сказано', sq: 'Çfarë u tha' },
  'life.matter.column-next': { en: 'Next', uk: 'Далі', sq: 'Në vazhdim' },
  'life.matter.none': { en: 'nothing recorded', uk: 'нічого не записано', sq: 'asgjë e regjistruar' },
  'life.matter.received': { en: 'received {date}', uk: 'отримано {date}', sq: 'marrë më {date}' },
  'life.matter.not-received': {
    en: 'receipt not acknowledged',
    uk: 'отримання не підтверджено',
    sq: 'marrja e pakonfirmuar',
  },
  'life.matter.rounds': {
    en: '{count, plural, one {# earlier round} other {# earlier rounds}}',
    uk:
      '{count, plural, one {# попередній розгляд} few {# попередні розгляди} many {# попередніх розглядів} ' +
      'other {# попереднього розгляду}}',
    sq: '{count, plural, one {# shqyrtim i mëparshëm} other {# shqyrtime të mëparshme}}',
  },
  'life.matter.ask': { en: 'what the text says', uk: 'що каже текст', sq: 'çfarë thotë teksti' },
  'life.matter.begin': { en: 'Begin', uk: 'Розпочати', sq: 'Nisni' },
  'life.matter.name-extension': { en: 'Extension', uk: 'Продовження строку дії', sq: 'Zgjatja e afatit' },
  'life.matter.name-termination': { en: 'Termination', uk: 'Припинення дії', sq: 'Përfundimi' },
  'life.matter.name-activities': {
    en: 'Surviving activities',
    uk: 'Заходи, що тривають',
    sq: 'Veprimtaritë që vazhdojnë',
  },
  'life.matter.name-accession': { en: 'Accession to NATO', uk: 'Членство в НАТО', sq: 'Anëtarësimi në NATO' },
  'life.matter.name-alignment': {
    en: 'Alignment of Part IV',
    uk: 'Узгодження частини IV',
    sq: 'Përafrimi i Pjesës IV',
  },
  'life.matter.name-basis': {
    en: 'National legal basis',
    uk: 'Національна правова підстава',
    sq: 'Baza ligjore kombëtare',
  },
  'life.matter.name-reading': {
    en: 'Mandates under this Agreement',
    uk: 'Повноваження за цією Угодою',
    sq: 'Mandatet sipas kësaj Marrëveshjeje',
  },
  'life.matter.name-difference': { en: 'Difference', uk: 'Розбіжність', sq: 'Mosmarrëveshje' },
  'life.matter.name-convention': {
    en: 'Convention on a date',
    uk: 'Домовленість про строк',
    sq: 'Marrëveshje leximi për një datë',
  },
  'life.matter.name-registration': {
    en: 'Registration, Article 102',
    uk: 'Реєстрація, стаття 102',
    sq: 'Regjistrimi, neni 102',
  },
  'life.matter.name-original': { en: 'Original', uk: 'Оригінал', sq: 'Origjinali' },
  'life.matter.name-discrepancy': {
    en: 'Discrepancy between texts',
    uk: 'Розходження між текстами',
    sq: 'Mospërputhje midis teksteve',
  },
  'life.matter.why-extension': {
    en:
      'The text states no length and no number of extensions. Both notices count by receipt, the safer ' +
      'reading; a later one is recorded and extends nothing.',
    uk:
      'Текст не визначає ні тривалості, ні кількості продовжень. Обидва повідомлення рахуються за отриманням – ' +
      'безпечніше тлумачення; пізніше записується і нічого не продовжує.',
    sq:
      'Teksti nuk thotë as kohëzgjatje, as numër zgjatjesh. Të dy njoftimet llogariten sipas marrjes, leximi ' +
      'më i sigurt; një njoftim më i vonë regjistrohet dhe nuk zgjat asgjë.',
  },
  'life.matter.why-termination': {
    en:
      'The notice runs from its receipt. The text does not say whether it can be withdrawn: that it can, until ' +
      'it takes effect, follows from the Vienna Convention on the Law of Treaties, article 68.',
    uk:
      'Строк повідомлення рахується від його отримання. Текст не каже, чи можна його відкликати: можливість до ' +
      'набрання чинності випливає зі статті 68 Віденської конвенції про право міжнародних договорів.',
    sq:
      'Njoftimi ecën nga marrja e tij. Teksti nuk thotë nëse mund të tërhiqet: që mundet, derisa të hyjë në ' +
      'fuqi, rrjedh nga neni 68 i Konventës së Vjenës për të Drejtën e Traktateve.',
  },
  'life.matter.why-activities': {
    en: 'Ongoing activities decided before the end go on; only the sides together decide otherwise.',
    uk: 'Поточні заходи, вирішені до припинення, тривають; інше вирішують лише обидві сторони.',
    sq: 'Veprimtaritë e vendosura para përfundimit vazhdojnë; ndryshe vendosin vetëm palët bashkë.',
  },
  'life.matter.why-accession': {
    en: 'Nothing ends by itself: the sides decide. The text sets no time.',
    uk: 'Нічого не припиняється саме: вирішують сторони. Строку текст не визначає.',
    sq: 'Asgjë nuk përfundon vetvetiu: vendosin palët. Teksti nuk cakton afat.',
  },
  'life.matter.why-alignment': {
    en: 'The sides may amend Part IV; an outcome that says so leads to a proposal of amendment, which is another act.',
    uk: 'Сторони можуть змінити частину IV; такий висновок веде до пропозиції про внесення змін, окремого акта.',
    sq: 'Palët mund të ndryshojnë Pjesën IV; një përfundim i tillë çon te një propozim ndryshimi, akt më vete.',
  },
  'life.matter.why-basis': {
    en: 'Each side states and ends its own.',
    uk: 'Кожна сторона повідомляє і завершує власну.',
    sq: 'Secila palë njofton dhe mbyll të vetën.',
  },
  'life.matter.why-reading': {
    en:
      'The text designates bodies for bilateral agreements in the areas of this Agreement. That they implement ' +
      'this Agreement too is a reading, until both sides confirm it.',
    uk:
      'Текст визначає органи для двосторонніх угод у сферах цієї Угоди. Що вони виконують і саму Угоду – ' +
      'тлумачення, доки його не підтвердять обидві сторони.',
    sq:
      'Teksti cakton organe për marrëveshje dypalëshe në fushat e kësaj Marrëveshjeje. Që ato zbatojnë edhe ' +
      'këtë Marrëveshje është një lexim, derisa ta konfirmojnë të dyja palët.',
  },
  'life.matter.why-difference': {
    en: 'Settled by negotiation or consultation between the sides. The text names no third party and no time.',
    uk: 'Врегульовується переговорами або консультаціями між сторонами. Третьої сторони чи строку текст не називає.',
    sq: 'Zgjidhet me negociata ose konsultime midis palëve. Teksti nuk përmend palë të tretë as afat.',
  },
  'life.matter.why-convention': {
    en: 'How the sides choose to read a date. Until they adopt one, the safer reading is the operative one.',
    uk: 'Як сторони вирішують тлумачити строк. Доки не домовилися, застосовне безпечніше тлумачення.',
    sq: 'Si zgjedhin palët të lexojnë një datë. Derisa të miratojnë një lexim, zbatohet më i sigurti.',
  },
  'life.matter.why-registration': {
    en: 'Optional and unknown until a side states it.',
    uk: 'Необов’язкова й невідома, доки сторона не повідомить.',
    sq: 'Fakultativ dhe i panjohur derisa ta njoftojë një palë.',
  },
  'life.matter.why-original': {
    en: 'Signed in duplicate: one original for each side, in three languages.',
    uk: 'Підписано у двох примірниках: по одному оригіналу кожній стороні, трьома мовами.',
    sq: 'E nënshkruar në dy origjinale: një për secilën palë, në tri gjuhë.',
  },
  'life.matter.why-discrepancy': {
    en:
      'Where texts differ the prevailing one holds. A correction both sides agree stands from the beginning ' +
      '(Vienna Convention on the Law of Treaties, article 79).',
    uk:
      'Де тексти розходяться, діє переважний. Погоджене обома сторонами виправлення діє від самого початку ' +
      '(Віденська конвенція про право міжнародних договорів, стаття 79).',
    sq:
      'Ku tekstet ndryshojnë, vlen ai mbizotërues. Një korrigjim i miratuar nga të dyja palët vlen që nga ' +
      'fillimi (Konventa e Vjenës për të Drejtën e Traktateve, neni 79).',
  },
  'life.matter.state-proposed': { en: 'proposed', uk: 'запропоновано', sq: 'propozuar' },
  'life.matter.state-received': { en: 'proposed, received', uk: 'запропоновано, отримано', sq: 'propozuar, marrë' },
  'life.matter.state-accepted': {
    en: 'accepted, receipt awaited',
    uk: 'прийнято, очікується отримання',
    sq: 'pranuar, pritet marrja',
  },
  'life.matter.state-decided': { en: 'decided', uk: 'вирішено', sq: 'vendosur' },
  'life.matter.state-withdrawn': { en: 'withdrawn', uk: 'відкликано', sq: 'tërhequr' },
  'life.matter.state-late': { en: 'received too late', uk: 'отримано запізно', sq: 'marrë shumë vonë' },
  'life.matter.state-given': {
    en: 'notice given, receipt awaited',
    uk: 'повідомлено, очікується отримання',
    sq: 'njoftuar, pritet marrja',
  },
  'life.matter.state-pending': { en: 'pending', uk: 'очікує набрання чинності', sq: 'në pritje' },
  'life.matter.state-agreed': { en: 'agreed', uk: 'погоджено', sq: 'rënë dakord' },
  'life.matter.state-open': { en: 'open', uk: 'відкрито', sq: 'e hapur' },
  'life.matter.state-concluded': { en: 'concluded', uk: 'завершено', sq: 'e përfunduar' },
  'life.matter.state-stands': { en: 'stands', uk: 'діє', sq: 'qëndron' },
  'life.matter.state-ended': { en: 'ended', uk: 'завершено', sq: 'mbyllur' },
  'life.matter.state-confirmed-once': {
    en: 'confirmed by one side',
    uk: 'підтверджено однією стороною',
    sq: 'konfirmuar nga njëra palë',
  },
  'life.matter.state-confirmed-both': {
    en: 'confirmed by both sides',
    uk: 'підтверджено обома сторонами',
    sq: 'konfirmuar nga të dyja palët',
  },
  'life.matter.state-stated': { en: 'stated', uk: 'заявлено', sq: 'parashtruar' },
  'life.matter.state-answered': { en: 'answered', uk: 'надано відповідь', sq: 'me përgjigje' },
  'life.matter.state-settled': { en: 'settled', uk: 'врегульовано', sq: 'zgjidhur' },
  'life.matter.state-adopted': { en: 'adopted', uk: 'ухвалено', sq: 'miratuar' },
  'life.matter.state-registered': { en: 'registered', uk: 'зареєстровано', sq: 'regjistruar' },
  'life.matter.state-kept': { en: 'kept', uk: 'зберігається', sq: 'ruhet' },
  'life.matter.state-corrected': {
    en: 'corrected from the beginning',
    uk: 'виправлено від самого початку',
    sq: 'korrigjuar që nga fillimi',
  },
  'life.recomputed': { en: 'Recomputed', uk: 'Перераховано', sq: 'Rillogaritur' },
  'life.recomputed.same': {
    en:
      '{count, plural, one {# date stated in acts, recomputed with the time zone database {tz}: the same} ' +
      'other {# dates stated in acts, recomputed with the time zone database {tz}: all the same}}',
    uk:
      '{count, plural, one {# дату з актів перераховано за базою часових поясів {tz}: та сама} few {# дати з ' +
      'актів перераховано за базою часових поясів {tz}: усі ті самі} many {# дат з актів перераховано за базою ' +
      'часових поясів {tz}: усі ті самі} other {# дати з актів перераховано за базою часових поясів {tz}: усі ' +
      'ті самі}}',
    sq:
      '{count, plural, one {# datë e thënë në akte, rillogaritur me bazën e zonave kohore {tz}: e njëjta} ' +
      'other {# data të thëna në akte, rillogaritur me bazën e zonave kohore {tz}: të gjitha të njëjta}}',
  },
  'life.recomputed.none': {
    en: 'No act states a date of the term yet.',
    uk: 'Жоден акт ще не називає дати строку.',
    sq: 'Ende asnjë akt nuk thotë datë të afatit.',
  },
  'life.recomputed.differs': {
    en: '{act} says {said}; with the time zone database {tz} it is {now}. What was recorded stands.',
    uk: '{act}: {said}; за базою часових поясів {tz} – {now}. Записане залишається.',
    sq: '{act} thotë {said}; me bazën e zonave kohore {tz} është {now}. Ajo që u regjistrua mbetet.',
  },
  'life.instruments': { en: 'Related instruments', uk: 'Пов’язані документи', sq: 'Instrumente të lidhura' },
  'life.instruments.note': {
    en:
      'What is reported of instruments that the text names, each with its own life by the same clocks. Nothing ' +
      'here is an act of a body.',
    uk:
      'Що відомо з відкритих джерел про документи, які називає текст; кожен має власне життя за тими самими ' +
      'відліками. Тут немає актів органів.',
    sq:
      'Çfarë raportohet për instrumentet që përmend teksti, secili me jetën e vet sipas të njëjtave ' +
      'llogaritje. Asgjë këtu nuk është akt i një organi.',
  },
  'life.instruments.column-what': { en: 'Instrument', uk: 'Документ', sq: 'Instrumenti' },
  'life.instruments.column-named': { en: 'Named in', uk: 'Згадано в', sq: 'Përmendet në' },
  'life.instruments.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'life.instruments.column-until': { en: 'Last day', uk: 'Останній день', sq: 'Dita e fundit' },
  'life.instruments.column-reported': { en: 'Reported', uk: 'Повідомлено', sq: 'Raportuar' },
  'life.instruments.stands-signed': { en: 'signed', uk: 'підписано', sq: 'nënshkruar' },
  'life.instruments.stands-in-force': { en: 'in force', uk: 'чинний', sq: 'në fuqi' },
  'life.instruments.stands-renewed': {
    en: 'in force, tacitly renewed',
    uk: 'чинний, поновлено за мовчазною згодою',
    sq: 'në fuqi, ripërtërirë heshtazi',
  },
  'life.instruments.stands-lapsed': { en: 'lapsed', uk: 'строк сплив', sq: 'i ka mbaruar afati' },
  'life.instruments.stands-no-term': {
    en: 'declaration without a term',
    uk: 'декларація без строку',
    sq: 'deklaratë pa afat',
  },
  'life.instruments.event-signed': { en: 'signed', uk: 'підписано', sq: 'nënshkruar' },
  'life.instruments.event-procedures-completed': {
    en: 'internal procedures completed: {side}',
    uk: 'внутрішні процедури завершено: {side}',
    sq: 'procedurat e brendshme të përfunduara: {side}',
  },
  'life.instruments.event-ratified': { en: 'ratified: {side}', uk: 'ратифіковано: {side}', sq: 'ratifikuar: {side}' },
  'life.instruments.event-ratifications-exchanged': {
    en: 'instruments of ratification exchanged, in force',
    uk: 'обмін ратифікаційними грамотами, набрання чинності',
    sq: 'instrumentet e ratifikimit të shkëmbyera, në fuqi',
  },
  'life.instruments.event-joined': { en: 'joined: {side}', uk: 'приєдналася сторона: {side}', sq: 'u bashkua: {side}' },
  'life.instruments.renewal': {
    en: 'then {years, plural, one {# year} other {# years}} at a time, tacitly',
    uk: 'далі щоразу на {years, plural, one {# рік} few {# роки} many {# років} other {# року}} за мовчазною згодою',
    sq: 'pastaj nga {years, plural, one {# vit} other {# vjet}}, heshtazi',
  },
  'life.holidays.fixed': {
    en: '{city}: {count, plural, one {# day} other {# days}} fixed by law; years known in full: {years}.',
    uk:
      '{city}: {count, plural, one {# день} few {# дні} many {# днів} other {# дня}}, визначені законом; роки, ' +
      'відомі повністю: {years}.',
    sq:
      '{city}: {count, plural, one {# ditë} other {# ditë}} të caktuara me ligj; vite të njohura plotësisht: ' +
      '{years}.',
  },
  'life.check': { en: 'to be confirmed', uk: 'слід підтвердити', sq: 'për t’u konfirmuar' },
};
