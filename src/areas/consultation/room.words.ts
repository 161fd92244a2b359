// Words of the room of a consultation and of its report of times.
import type { Words } from '../../kit/words.ts';

export const ROOM_WORDS: Words = {
  'consultation.name': { en: 'Consultation', uk: 'Консультації', sq: 'Konsultime' },
  'consultation.title': {
    en: 'Consultation requested by {sides}',
    uk: 'Консультації на запит: {sides}',
    sq: 'Konsultime me kërkesë të: {sides}',
  },
  'consultation.title-drill': {
    en: 'Drill of a consultation, requested by {sides}',
    uk: 'Навчання з консультацій, на запит: {sides}',
    sq: 'Stërvitje konsultimesh, me kërkesë të: {sides}',
  },
  'consultation.under.consultation': {
    en: 'armed attack or significant escalation',
    uk: 'збройний напад або значна ескалація',
    sq: 'sulm i armatosur ose përshkallëzim i ndjeshëm',
  },
  'consultation.under.reciprocity': {
    en: 'external aggression, as practice',
    uk: 'зовнішня агресія, як практика',
    sq: 'agresion i jashtëm, si praktikë',
  },
  'consultation.joined': {
    en:
      'The two requests crossed: neither side had seen the other’s, so they are one consultation, and the earlier ' +
      'dispatch counts.',
    uk:
      'Запити розминулися: жодна сторона не бачила запиту іншої, тож це одні консультації, а рахується раніше ' +
      'надсилання.',
    sq:
      'Kërkesat u kryqëzuan: asnjëra palë nuk e kishte parë tjetrën, ndaj janë konsultime të vetme dhe vlen ' +
      'dërgimi më i hershëm.',
  },
  'consultation.drill-note': {
    en: 'A drill, on the same rules.',
    uk: 'Навчання за тими самими правилами.',
    sq: 'Stërvitje, me të njëjtat rregulla.',
  },
  'consultation.practice-note': {
    en:
      'The text aims at an ability to reciprocate and sets no duty to consult or to assist: this room is offered ' +
      'as practice.',
    uk:
      'Текст має на меті здатність відповісти взаємністю й не встановлює обов’язку консультуватися чи допомагати: ' +
      'ця кімната – практика.',
    sq:
      'Teksti synon aftësinë për reciprocitet dhe nuk cakton detyrim për konsultim a ndihmë: kjo dhomë ofrohet si ' +
      'praktikë.',
  },
  'consultation.effect-note': {
    en: 'A consultation can be called from signature on, whether or not the Agreement is in effect.',
    uk: 'Консультації можна скликати від підписання, незалежно від того, чи набула Угода чинності.',
    sq: 'Konsultimet mund të thirren që nga nënshkrimi, pavarësisht nëse Marrëveshja ka hyrë në efekt.',
  },
  'consultation.not-in-effect': {
    en: 'The Agreement is not yet in effect; a consultation can be called from signature on.',
    uk: 'Угода ще не набула чинності; консультації можна скликати від підписання.',
    sq: 'Marrëveshja nuk ka hyrë ende në efekt; konsultimet mund të thirren që nga nënshkrimi.',
  },
  'consultation.life': { en: 'Where the Agreement stands', uk: 'У якому стані Угода', sq: 'Ku ndodhet Marrëveshja' },
  'consultation.none': {
    en: 'No consultation is recorded here.',
    uk: 'Тут не записано жодних консультацій.',
    sq: 'Këtu nuk është regjistruar asnjë konsultim.',
  },
  'consultation.rail': { en: 'In this room', uk: 'У цій кімнаті', sq: 'Në këtë dhomë' },
  'consultation.cut': { en: 'If the line is cut', uk: 'Якщо лінію перервано', sq: 'Nëse linja ndërpritet' },
  'consultation.sheet': {
    en: 'Print the signed sheet',
    uk: 'Надрукувати підписаний аркуш',
    sq: 'Shtypni fletën e nënshkruar',
  },
  'consultation.enter-sheet': {
    en: 'Enter a sheet received',
    uk: 'Внести отриманий аркуш',
    sq: 'Shënoni një fletë të marrë',
  },
  'consultation.by-sheet': { en: '{side}, by sheet', uk: '{side}, аркушем', sq: '{side}, me fletë' },
  'consultation.section.clock': { en: 'Clock', uk: 'Годинник', sq: 'Ora' },
  'consultation.section.sides': { en: 'The two sides', uk: 'Дві сторони', sq: 'Dy palët' },
  'consultation.section.package': {
    en: 'Package on the lines of the text',
    uk: 'Пакет за напрямами тексту',
    sq: 'Paketa sipas drejtimeve të tekstit',
  },
  'consultation.section.channels': { en: 'Ways of the request', uk: 'Шляхи запиту', sq: 'Rrugët e kërkesës' },
  'consultation.section.next': { en: 'Next steps', uk: 'Подальші кроки', sq: 'Hapat e mëtejshëm' },
  'consultation.section.record': { en: 'Record', uk: 'Протокол', sq: 'Procesverbali' },
  'consultation.section.acts': { en: 'Everything said', uk: 'Усе сказане', sq: 'Gjithçka e thënë' },
  'consultation.section.all': { en: 'All consultations', uk: 'Усі консультації', sq: 'Të gjitha konsultimet' },
  'consultation.clock': { en: 'Clock', uk: 'Годинник', sq: 'Ora' },
  'consultation.left-until': { en: 'left until {end}.', uk: 'залишилося до {end}.', sq: 'mbeten deri më {end}.' },
  'consultation.runs-until': {
    en: 'Runs until both sides have opened the session.',
    uk: 'Триває, доки обидві сторони не відкриють засідання.',
    sq: 'Vazhdon derisa të dyja palët të hapin seancën.',
  },
  'consultation.convened': {
    en: 'Both sides had opened after {span}.',
    uk: 'Обидві сторони відкрили засідання через {span}.',
    sq: 'Të dyja palët hapën seancën pas {span}.',
  },
  'consultation.convened-late': {
    en: 'Both sides had opened after {span}, beyond the hours of the text.',
    uk: 'Обидві сторони відкрили засідання через {span}, поза годинами тексту.',
    sq: 'Të dyja palët hapën seancën pas {span}, përtej orëve të tekstit.',
  },
  'consultation.convened-at': {
    en: 'The clock stopped at {at}.',
    uk: 'Годинник зупинено: {at}.',
    sq: 'Ora u ndal më {at}.',
  },
  'consultation.run-out': {
    en: 'The hours of the text have passed.',
    uk: 'Години за текстом минули.',
    sq: 'Orët e tekstit kanë kaluar.',
  },
  'consultation.ended': {
    en: 'They ended at {end}; an opening of both sides is not recorded here.',
    uk: 'Вони скінчилися {end}; відкриття обох сторін тут не записано.',
    sq: 'Mbaruan më {end}; hapja nga të dyja palët nuk është regjistruar këtu.',
  },
  'consultation.no-clock': {
    en: 'The text sets no hours for this, so no clock runs.',
    uk: 'Текст не встановлює для цього годин, тож відліку немає.',
    sq: 'Teksti nuk cakton orë për këtë, ndaj nuk ecën asnjë orë.',
  },
  'consultation.state.called': {
    en: 'called, not acknowledged',
    uk: 'скликано, не підтверджено',
    sq: 'thirrur, e pakonfirmuar',
  },
  'consultation.state.acknowledged': { en: 'acknowledged', uk: 'підтверджено', sq: 'konfirmuar' },
  'consultation.state.opened-once': {
    en: 'opened by one side',
    uk: 'відкрито однією стороною',
    sq: 'hapur nga njëra palë',
  },
  'consultation.state.convened': { en: 'in session', uk: 'засідання триває', sq: 'në seancë' },
  'consultation.state.closed': { en: 'closed by both', uk: 'завершено обома', sq: 'mbyllur nga të dyja' },
  'consultation.state.withdrawn': { en: 'withdrawn', uk: 'відкликано', sq: 'tërhequr' },
  'consultation.column-from': { en: 'Elapsed hours from', uk: 'Години, що минули від', sq: 'Orë të kaluara nga' },
  'consultation.column-starts': { en: 'Starts', uk: 'Початок', sq: 'Fillon' },
  'consultation.column-ends': { en: 'Ends', uk: 'Кінець', sq: 'Mbaron' },
  'consultation.column-weight': { en: 'Weight', uk: 'Вага', sq: 'Pesha' },
  'consultation.operative': {
    en: 'operative: earlier for the one who must act',
    uk: 'визначальний: раніший для того, хто має діяти',
    sq: 'vendimtar: më i hershëm për atë që duhet të veprojë',
  },
  'consultation.reading': { en: 'reading', uk: 'варіант', sq: 'lexim i mundshëm' },
  'consultation.rule-says': {
    en: 'tz database {tz}. Hours between instants, never “a day”. No convention adopted by the sides.',
    uk: 'База tz {tz}. Години між миттєвостями, ніколи не «доба». Сторони не погодили іншого.',
    sq: 'Baza tz {tz}. Orë midis çasteve, kurrë “një ditë”. Palët nuk kanë miratuar marrëveshje tjetër.',
  },
  'consultation.rule-adopted': {
    en: 'tz database {tz}. Hours between instants, never “a day”. The sides have adopted how to read it.',
    uk: 'База tz {tz}. Години між миттєвостями, ніколи не «доба». Сторони домовилися, як це тлумачити.',
    sq: 'Baza tz {tz}. Orë midis çasteve, kurrë “një ditë”. Palët kanë miratuar si lexohet.',
  },
  'consultation.ruler': {
    en: '{hours} hours from dispatch; {span} have passed.',
    uk: '{hours} годин від надсилання; минуло {span}.',
    sq: '{hours} orë nga dërgimi; kanë kaluar {span}.',
  },
  'consultation.hours': { en: '{hours} hours', uk: '{hours} годин', sq: '{hours} orë' },
  'consultation.now': { en: 'Now', uk: 'Зараз', sq: 'Tani' },
  'consultation.dispatched': { en: 'dispatched', uk: 'надіслано', sq: 'dërguar' },
  'consultation.acknowledged': { en: 'acknowledged', uk: 'підтверджено', sq: 'konfirmuar' },
  'consultation.not-acknowledged': {
    en: 'no acknowledgement recorded',
    uk: 'підтвердження не записано',
    sq: 'nuk ka konfirmim të regjistruar',
  },
  'consultation.withdrawn': { en: 'withdrawn', uk: 'відкликано', sq: 'tërhequr' },
  'consultation.proposed': { en: 'Proposed:', uk: 'Запропоновано:', sq: 'Propozuar:' },
  'consultation.opened': { en: 'opened', uk: 'відкрито', sq: 'hapur' },
  'consultation.not-opened': { en: 'not opened', uk: 'не відкрито', sq: 'e pahapur' },
  'consultation.closed': { en: 'closed for its part', uk: 'завершено зі свого боку', sq: 'mbyllur nga ana e vet' },
  'consultation.sides': { en: 'The two sides', uk: 'Дві сторони', sq: 'Dy palët' },
  'consultation.sides-note': {
    en: 'Every time is that of the side’s own clock, in both capitals.',
    uk: 'Кожен час – за годинником самої сторони, в обох столицях.',
    sq: 'Çdo orë është e orës së vetë palës, në të dy kryeqytetet.',
  },
  'consultation.what': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'consultation.row.request': { en: 'Request', uk: 'Запит', sq: 'Kërkesa' },
  'consultation.row.grounds': { en: 'Grounds', uk: 'Підстави', sq: 'Arsyet' },
  'consultation.row.channel': { en: 'Channel', uk: 'Канал', sq: 'Kanali' },
  'consultation.row.session': { en: 'Session', uk: 'Засідання', sq: 'Seanca' },
  'consultation.row.people': { en: 'People in session', uk: 'Учасники', sq: 'Pjesëmarrësit' },
  'consultation.row.position': { en: 'Position', uk: 'Позиція', sq: 'Qëndrimi' },
  'consultation.row.means': { en: 'Means and capabilities', uk: 'Засоби й спроможності', sq: 'Mjetet dhe aftësitë' },
  'consultation.row.requirements': {
    en: 'Legal requirements, as said',
    uk: 'Правові вимоги, як сказано',
    sq: 'Kërkesat ligjore, siç u thanë',
  },
  'consultation.row.closing': { en: 'Closing', uk: 'Завершення', sq: 'Mbyllja' },
  'consultation.deliveries': { en: 'Ways of the request', uk: 'Шляхи запиту', sq: 'Rrugët e kërkesës' },
  'consultation.deliveries-note': {
    en: 'The first acknowledgement counts. What a side only notes is its own word, not a receipt.',
    uk: 'Рахується перше підтвердження. Занотоване стороною – лише її слово, не підтвердження.',
    sq: 'Vlen konfirmimi i parë. Ajo që një palë vetëm shënon është fjala e vet, jo konfirmim.',
  },
  'consultation.told-here': {
    en: 'This node to its own people',
    uk: 'Цей вузол – своїм людям',
    sq: 'Kjo nyjë njerëzve të vet',
  },
  'consultation.told.page': { en: 'on the page', uk: 'на сторінці', sq: 'në faqe' },
  'consultation.told.mail': { en: 'by mail', uk: 'поштою', sq: 'me postë elektronike' },
  'consultation.told.webhook': { en: 'by webhook', uk: 'вебхуком', sq: 'me webhook' },
  'consultation.told.count': {
    en: 'told: {told, number}; on their way: {waiting, number}; given up: {lost, number}',
    uk: 'сповіщено: {told, number}; у дорозі: {waiting, number}; облишено: {lost, number}',
    sq: 'të njoftuara: {told, number}; rrugës: {waiting, number}; të lëna: {lost, number}',
  },
  'consultation.told.all': { en: 'All notices', uk: 'Усі сповіщення', sq: 'Të gjitha njoftimet' },
  'consultation.column-channel': { en: 'Way', uk: 'Шлях', sq: 'Rruga' },
  'consultation.column-sent': { en: 'Sent', uk: 'Надіслано', sq: 'Dërguar' },
  'consultation.column-held': {
    en: 'Held by the other node',
    uk: 'Зберігається в іншому вузлі',
    sq: 'Mbahet nga nyja tjetër',
  },
  'consultation.column-acknowledged': { en: 'Acknowledged', uk: 'Підтверджено', sq: 'Konfirmuar' },
  'consultation.column-by': { en: 'By', uk: 'Ким', sq: 'Nga' },
  'consultation.not-yet': { en: 'not yet', uk: 'ще ні', sq: 'ende jo' },
  'consultation.noted-only': {
    en: 'noted by the sender, not signed by the other side;',
    uk: 'занотовано відправником, не підписано іншою стороною;',
    sq: 'shënuar nga dërguesi, e panënshkruar nga pala tjetër;',
  },
  'consultation.silent-unheld': {
    en: 'No acknowledgement by {side} is recorded here, and its node has not signed that it holds the request.',
    uk: 'Підтвердження від сторони {side} тут не записано, і її вузол не засвідчив, що зберігає запит.',
    sq: 'Këtu nuk është regjistruar konfirmim nga {side}, dhe nyja e saj nuk ka nënshkruar se e mban kërkesën.',
  },
  'consultation.silent-held': {
    en: 'No acknowledgement by {side} is recorded here. Its node signed that it holds the request: {at}.',
    uk: 'Підтвердження від сторони {side} тут не записано. Її вузол засвідчив, що зберігає запит: {at}.',
    sq: 'Këtu nuk është regjistruar konfirmim nga {side}. Nyja e saj ka nënshkruar se e mban kërkesën: {at}.',
  },
  'consultation.silent-mend': {
    en:
      'Reach its duty officer by telephone or through the embassy, and carry the signed sheet; note here what was ' +
      'done.',
    uk: 'Зв’яжіться з її черговим телефоном або через посольство й передайте підписаний аркуш; занотуйте тут зроблене.',
    sq:
      'Njoftoni oficerin e saj të shërbimit me telefon ose përmes ambasadës dhe çoni fletën e nënshkruar; shënoni ' +
      'këtu çfarë u bë.',
  },
  'consultation.silent-proof': {
    en: 'The request with its proof',
    uk: 'Запит із доказом',
    sq: 'Kërkesa me provën e vet',
  },
  'consultation.column-line': { en: 'Line', uk: 'Напрям', sq: 'Drejtimi' },
  'consultation.column-need': { en: 'Need, as consulted', uk: 'Потреба, як обговорено', sq: 'Nevoja, siç u konsultua' },
  'consultation.column-assistance': {
    en: 'Assistance proposed',
    uk: 'Запропонована допомога',
    sq: 'Ndihma e propozuar',
  },
  'consultation.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'consultation.column-leads': { en: 'Leads into', uk: 'Веде до', sq: 'Çon te' },
  'consultation.line.political': { en: 'Political', uk: 'Політичний', sq: 'Politik' },
  'consultation.line.security': { en: 'Security and defence', uk: 'Безпека й оборона', sq: 'Siguri dhe mbrojtje' },
  'consultation.line.humanitarian': { en: 'Humanitarian', uk: 'Гуманітарний', sq: 'Humanitar' },
  'consultation.line.economic': { en: 'Economic', uk: 'Економічний', sq: 'Ekonomik' },
  'consultation.line.military': { en: 'Military assistance', uk: 'Військова допомога', sq: 'Ndihmë ushtarake' },
  'consultation.line-open': { en: 'open', uk: 'відкрито', sq: 'e hapur' },
  'consultation.line-needed': {
    en: 'need stated, nothing proposed',
    uk: 'потребу заявлено, нічого не запропоновано',
    sq: 'nevoja u paraqit, asgjë e propozuar',
  },
  'consultation.to-answer': { en: 'to answer', uk: 'чекає відповіді', sq: 'pret përgjigje' },
  'consultation.package-note': {
    en: '{provision}: {by} would provide, as appropriate. What is proposed here is not yet given.',
    uk: '{provision}: {by} за певних обставин надала б. Запропоноване тут ще не надано.',
    sq: '{provision}: {by} do të jepte, sipas rastit. Ajo që propozohet këtu nuk është dhënë ende.',
  },
  'consultation.package-practice': {
    en: '{provision} aims at an ability of {by}; nothing here is promised by the text.',
    uk: '{provision} має на меті здатність, сторона: {by}; текст тут нічого не обіцяє.',
    sq: '{provision} synon një aftësi, pala: {by}; asgjë këtu nuk premtohet nga teksti.',
  },
  'consultation.column-step': { en: 'Step', uk: 'Крок', sq: 'Hapi' },
  'consultation.column-who': { en: 'By which body', uk: 'Який орган', sq: 'Cili organ' },
  'consultation.column-by-day': { en: 'By', uk: 'До', sq: 'Deri më' },
  'consultation.next-note': {
    en: 'Agreed by both, or not there.',
    uk: 'Погоджено обома або немає.',
    sq: 'Pranuar nga të dyja, ose nuk ka.',
  },
  'consultation.no-steps': {
    en: 'No step agreed yet. Steps count once both sides have accepted the same words.',
    uk: 'Жодного кроку ще не погоджено. Кроки рахуються, коли обидві сторони прийняли ті самі слова.',
    sq: 'Ende asnjë hap i pranuar. Hapat vlejnë kur të dyja palët kanë pranuar të njëjtat fjalë.',
  },
  'consultation.not-agreed': {
    en: 'proposed by {act}, not accepted yet',
    uk: 'запропоновано актом {act}, ще не прийнято',
    sq: 'propozuar me {act}, ende e papranuar',
  },
  'consultation.agreed': {
    en: 'proposed by {proposal}, accepted by {act}: agreed',
    uk: 'запропоновано актом {proposal}, прийнято актом {act}: погоджено',
    sq: 'propozuar me {proposal}, pranuar me {act}: u ra dakord',
  },
  'consultation.proposed-only': { en: 'proposed', uk: 'запропоновано', sq: 'propozuar' },
  'consultation.step-open': {
    en: 'agreed, to be done',
    uk: 'погоджено, належить виконати',
    sq: 'i pranuar, për t’u kryer',
  },
  'consultation.step-done': { en: 'said to be done', uk: 'повідомлено про виконання', sq: 'deklaruar i kryer' },
  'consultation.record-note': {
    en: 'In the exact words both sides agreed to.',
    uk: 'Саме в тих словах, які погодили обидві сторони.',
    sq: 'Fjalë për fjalë siç e pranuan të dyja palët.',
  },
  'consultation.no-record': {
    en: 'No record is proposed yet.',
    uk: 'Протокол ще не запропоновано.',
    sq: 'Procesverbali nuk është propozuar ende.',
  },
  'consultation.acts': { en: 'Everything said', uk: 'Усе сказане', sq: 'Gjithçka e thënë' },
  'consultation.acts-note': {
    en: 'By the clock of whoever said it.',
    uk: 'За годинником того, хто сказав.',
    sq: 'Sipas orës së atij që e tha.',
  },
  'consultation.column-at': { en: 'At', uk: 'Коли', sq: 'Kur' },
  'consultation.column-side': { en: 'Side', uk: 'Сторона', sq: 'Pala' },
  'consultation.column-said': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'consultation.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'consultation.all': { en: 'All consultations', uk: 'Усі консультації', sq: 'Të gjitha konsultimet' },
  'consultation.all-note': {
    en: 'Each request made knowingly is a consultation of its own, with its own hours; two that crossed are one.',
    uk: 'Кожен свідомо поданий запит – окремі консультації з власними годинами; два, що розминулися, – одні.',
    sq: 'Çdo kërkesë e bërë me dijeni është konsultim më vete, me orët e veta; dy që u kryqëzuan janë një.',
  },
  'consultation.column-request': { en: 'Request', uk: 'Запит', sq: 'Kërkesa' },
  'consultation.column-state': { en: 'State', uk: 'Стан', sq: 'Gjendja' },
  'consultation.column-report': { en: 'Times', uk: 'Часи', sq: 'Kohët' },
  'consultation.report': { en: 'report of times', uk: 'звіт про час', sq: 'raporti i kohëve' },
  'consultation.report-title': { en: 'Report of times', uk: 'Звіт про час', sq: 'Raporti i kohëve' },
  'consultation.report-drill': {
    en: 'Report of times of a drill',
    uk: 'Звіт про час навчання',
    sq: 'Raporti i kohëve të një stërvitjeje',
  },
  'consultation.report-particulars': {
    en: 'Each step to the second, by the clock of whoever took it, and how long after the first dispatch.',
    uk: 'Кожен крок до секунди, за годинником того, хто його зробив, і через скільки після першого надсилання.',
    sq: 'Çdo hap deri në sekondë, sipas orës së atij që e bëri, dhe sa kohë pas dërgimit të parë.',
  },
  'consultation.in-time': {
    en: 'Within the hours of the text',
    uk: 'У межах годин тексту',
    sq: 'Brenda orëve të tekstit',
  },
  'consultation.not-known': { en: 'not to be said yet', uk: 'ще не можна сказати', sq: 'ende nuk mund të thuhet' },
  'consultation.yes': { en: 'yes', uk: 'так', sq: 'po' },
  'consultation.no': { en: 'no', uk: 'ні', sq: 'jo' },
  'consultation.times': { en: 'Step by step', uk: 'Крок за кроком', sq: 'Hap pas hapi' },
  'consultation.times-note': {
    en: 'A time before the dispatch means that two clocks differ.',
    uk: 'Час перед надсиланням означає, що два годинники розходяться.',
    sq: 'Një kohë para dërgimit do të thotë se dy orë ndryshojnë.',
  },
  'consultation.column-after': { en: 'After', uk: 'Через', sq: 'Pas' },
  'consultation.as-pdf': { en: 'Report as PDF', uk: 'Звіт у PDF', sq: 'Raporti si PDF' },
  'consultation.as-docx': { en: 'Report as DOCX', uk: 'Звіт у DOCX', sq: 'Raporti si DOCX' },
  'consultation.to-room': { en: 'To the room', uk: 'До кімнати', sq: 'Te dhoma' },
};
