// Every refusal in the reader's language: what it means and what mends it.
import { REFUSALS, type RefusalCode } from '../../act/refusal.ts';
import type { Words } from '../../kit/words.ts';

/** The English text stands with the closed list itself; a code added there does not compile until it is said here. */
const SAID: Readonly<Record<RefusalCode, { readonly uk: string; readonly sq: string }>> = {
  'not-canonical': {
    uk: 'Байти не є суворим кодуванням того, що вони кажуть. Закодуйте ще раз: впорядковані ключі, NFC, без пробілів.',
    sq: 'Bajtet nuk janë kodimi i rreptë i asaj që thonë. Kodojini sërish: çelësa të renditur, NFC, pa hapësira.',
  },
  'lone-surrogate': {
    uk: 'Рядок містить половину сурогатної пари. Надсилайте цілі символи Unicode.',
    sq: 'Një varg mban gjysmën e një çifti zëvendësues. Dërgoni karaktere të plota Unicode.',
  },
  'number-out-of-range': {
    uk: 'Число не є цілим у межах 2^53. Пишіть суми та кількості десятковими рядками.',
    sq: 'Një numër nuk është i plotë brenda 2^53. Shkruajini paratë dhe sasitë si vargje dhjetore.',
  },
  'nesting-too-deep': {
    uk: 'Значення вкладене глибше ніж на 32 рівні. Спростіть його.',
    sq: 'Vlera është e ndërthurur më thellë se 32 shkallë. Thjeshtojeni.',
  },
  'header-too-large': {
    uk: 'Заголовок більший за 16 КіБ. Перенесіть зміст у частину акта.',
    sq: 'Kreu është më i madh se 16 KiB. Kalojeni përmbajtjen në një pjesë të aktit.',
  },
  'too-many-parts': { uk: 'Понад 64 частини. Розділіть акт.', sq: 'Më shumë se 64 pjesë. Ndajeni aktin.' },
  'too-many-references': { uk: 'Понад 64 посилання. Розділіть акт.', sq: 'Më shumë se 64 referenca. Ndajeni aktin.' },
  'entry-too-large': {
    uk: 'Підписаний акт більший за 65 535 байтів. Потрібно менше підписів або менший заголовок.',
    sq: 'Akti i nënshkruar është më i madh se 65 535 bajte. Duhen më pak nënshkrime ose një kre më i vogël.',
  },
  'note-malformed': {
    uk: 'Текст не є підписаним текстом C2SP. Див. c2sp.org/signed-note.',
    sq: 'Teksti nuk është tekst i nënshkruar sipas C2SP. Shihni c2sp.org/signed-note.',
  },
  'header-malformed': {
    uk: 'У заголовку бракує поля, є зайве поле або поле неправильної форми.',
    sq: 'Kreut i mungon një fushë, ka një të tepërt ose një me formë të gabuar.',
  },
  'key-not-admissible': {
    uk: 'Ключ не є канонічною точкою Ed25519 повного порядку. Створіть новий ключ.',
    sq: 'Çelësi nuk është pikë kanonike Ed25519 e rendit të plotë. Krijoni një çelës të ri.',
  },
  'key-unknown': {
    uk: 'Немає допущеного ключа з таким ім’ям та ідентифікатором. Спочатку допустіть ключ окремим актом.',
    sq: 'Nuk ka çelës të pranuar me atë emër e identifikues. Më parë pranojeni çelësin me një akt.',
  },
  'key-revoked': {
    uk: 'Ключ анульовано до цього акта. Підпишіть чинним ключем.',
    sq: 'Çelësi u revokua para këtij akti. Nënshkruani me një çelës në fuqi.',
  },
  'signature-invalid': {
    uk: 'Підпис не підтверджується. Підпишіть саме ці байти ще раз.',
    sq: 'Një nënshkrim nuk vërtetohet. Nënshkruani sërish pikërisht këto bajte.',
  },
  'signer-repeated': {
    uk: 'Той самий підписант стоїть двічі. Другий підпис має бути від іншої руки.',
    sq: 'I njëjti nënshkrues qëndron dy herë. Nënshkrimi i dytë duhet të vijë nga një dorë tjetër.',
  },
  'signer-missing': {
    uk: 'В акті немає підпису органу, від імені якого він складений.',
    sq: 'Aktit i mungon nënshkrimi i organit që e thotë.',
  },
  'keys-sealed': {
    uk: 'Ключі запечатано. Вкажіть парольну фразу через --passphrase-file, --passphrase-fd чи --passphrase-env.',
    sq: 'Çelësat janë të vulosur. Jepeni frazëkalimin me --passphrase-file, --passphrase-fd ose --passphrase-env.',
  },
  'keys-plain': {
    uk: 'Справжній вузол не тримає ключі відкритими. Запечатайте їх, назвіть програму підпису або --plain-keys.',
    sq: 'Një nyje e vërtetë nuk i mban çelësat të hapur. Vulosini, emërtoni një program nënshkrimi ose --plain-keys.',
  },
  'passphrase-wrong': {
    uk: 'Парольна фраза не та, або печатку змінено. Нічого не відкрито.',
    sq: 'Frazëkalimi nuk është ai, ose vula është ndryshuar. Asgjë nuk u hap.',
  },
  'key-damaged': {
    uk: 'Файл ключів не такий, яким його записав цей вузол. Поверніть його з копії.',
    sq: 'Një skedar çelësash nuk është ai që shkroi kjo nyje. Kthejeni nga kopja.',
  },
  'key-missing': {
    uk: 'Такого ключа там немає. Створіть його там, де зберігаються ключі, і спробуйте ще раз.',
    sq: 'Ai çelës nuk mbahet atje. Krijojeni aty ku ruhen çelësat dhe provoni sërish.',
  },
  'root-needed': {
    uk: 'Кореневого ключа тут немає. Запит лежить у теці root: його підписує servanda root sign в іншому місці.',
    sq: 'Çelësi rrënjë nuk mbahet këtu. Kërkesa gjendet në dosjen root: e nënshkruan servanda root sign diku tjetër.',
  },
  'share-malformed': {
    uk: 'Частки не відновлюють ключ. Перепишіть кожну літеру ще раз; потрібні будь-які дві різні.',
    sq: 'Pjesët nuk e rikthejnë çelësin. Kopjojeni sërish çdo shkronjë; duhen dy të ndryshme, cilatdo.',
  },
  'fingerprint-differs': {
    uk: 'Відбиток не той, що вказано. Спитайте іншу сторону іншим шляхом; нічого не закріплено.',
    sq: 'Gjurma nuk është ajo që u dha. Pyeteni palën tjetër me rrugë tjetër; asgjë nuk u fiksua.',
  },
  'signer-unavailable': {
    uk: 'Програма, що тримає ключі, зараз не підписує. Нічого не зроблено наполовину; її спитають ще раз.',
    sq: 'Programi që mban çelësat nuk nënshkruan tani. Asgjë nuk mbeti përgjysmë; do të pyetet sërish.',
  },
  'agreement-unknown': {
    uk: 'Акт стосується іншої угоди, ніж та, для якої ведеться цей журнал.',
    sq: 'Akti flet për një marrëveshje tjetër nga ajo për të cilën mbahet ky ditar.',
  },
  'kind-unknown': {
    uk: 'Такого виду або такої його версії тут не знають. Отримане зберігається; висловити його не можна.',
    sq: 'Lloji, ose ai version i tij, nuk njihet këtu. Po të merret, ruhet; nuk mund të thuhet.',
  },
  'body-malformed': {
    uk: 'Зміст акта не відповідає схемі його виду.',
    sq: 'Përmbajtja e aktit nuk përputhet me skemën e llojit të tij.',
  },
  'part-missing': {
    uk: 'Частину, названу в заголовку, не надано.',
    sq: 'Një pjesë e përmendur në kre nuk u dha.',
  },
  'part-unexpected': {
    uk: 'Надано частину, якої заголовок не називає.',
    sq: 'U dha një pjesë që kreu nuk e përmend.',
  },
  'part-mismatch': {
    uk: 'Частина не збігається зі своїм зобов’язувальним хешем. Надішліть саме ті байти та сіль.',
    sq: 'Një pjesë nuk përputhet me hash-in që e lidh. Dërgoni pikërisht ato bajte dhe atë kripë.',
  },
  'part-too-large': { uk: 'Частина більша за 16 МіБ.', sq: 'Një pjesë është më e madhe se 16 MiB.' },
  'envelope-invalid': {
    uk: 'Частину запечатано не так, як каже її акт. Запечатайте її знову ключами органів, яких це стосується.',
    sq: 'Një pjesë e vulosur nuk është vulosur siç thotë akti i saj. Vuloseni sërish me çelësat e organeve përkatëse.',
  },
  'seal-key-missing': {
    uk: 'Немає ключа, яким запечатати або відкрити. Поверніть його на місце або зробіть відомим новий.',
    sq: 'Mungon një çelës për të vulosur ose për të hapur. Kthejeni në vend, ose bëni të njohur një të ri.',
  },
  'act-repeated': {
    uk: 'Цей акт уже є в журналі. Нічого не додано.',
    sq: 'Ky akt është tashmë në ditar. Nuk u shtua asgjë.',
  },
  'number-repeated': {
    uk: 'Орган уже використав цей номер. Номери йдуть підряд, по одному на акт.',
    sq: 'Organi e ka përdorur më parë këtë numër. Numrat vijojnë radhazi, një për çdo akt.',
  },
  'provision-unknown': {
    uk: 'Такого положення в Угоді немає.',
    sq: 'Marrëveshja nuk ka një dispozitë të tillë.',
  },
  'body-unknown': {
    uk: 'Такого органу не визначено, і це не договірний підрозділ своєї сторони.',
    sq: 'Një organ i tillë nuk është caktuar dhe nuk është zyra e traktateve e palës së vet.',
  },
  'mandate-missing': {
    uk: 'Орган не має повноважень казати це за цим положенням. Спершу визначте його для цього положення.',
    sq: 'Organi nuk ka mandat ta thotë këtë sipas kësaj dispozite. Caktojeni më parë për këtë dispozitë.',
  },
  'side-mismatch': {
    uk: 'Орган говорить лише через журнал своєї сторони.',
    sq: 'Një organ flet vetëm përmes ditarit të palës së vet.',
  },
  'addressee-unknown': {
    uk: 'Адресат не є органом за цією угодою.',
    sq: 'Një marrës nuk është organ i kësaj marrëveshjeje.',
  },
  'reference-unknown': {
    uk: 'Акта, на який є посилання, немає в жодному журналі в межах того, що бачив цей акт.',
    sq: 'Akti i përmendur nuk gjendet në asnjë ditar, deri aty ku ky akt ka parë.',
  },
  'reference-missing': {
    uk: 'Акт цього виду має посилатися на інший акт, а посилання немає.',
    sq: 'Ky lloj duhet t’i referohet një akti tjetër dhe nuk e bën.',
  },
  'state-forbids': {
    uk: 'За нинішнього стану Угоди цього сказати не можна.',
    sq: 'Në gjendjen e tanishme të Marrëveshjes kjo nuk mund të thuhet.',
  },
  'date-inconsistent': {
    uk: 'Календарна дата не випливає з моменту часу та часового поясу місцеперебування.',
    sq: 'Data kalendarike nuk rrjedh nga çasti dhe nga zona orare e selisë.',
  },
  'date-impossible': { uk: 'Такого дня немає.', sq: 'Një ditë e tillë nuk ekziston.' },
  'date-out-of-order': {
    uk: 'Зазначений час передує тому, на що дається відповідь, або ще не настав.',
    sq: 'Koha e shënuar është para asaj së cilës i përgjigjet, ose në të ardhmen.',
  },
  'rejected-otherwise': {
    uk: 'Інша сторона відхиляє акт з причини, якої цей вузол не знає.',
    sq: 'Pala tjetër e refuzon aktin për një arsye që kjo nyje nuk e njeh.',
  },
  'label-refused': {
    uk: 'З таким маркуванням сюди не приймають. Для національних грифів секретності й грифів НАТО є власні канали.',
    sq: 'Ky etiketim nuk pranohet këtu. Informacioni i klasifikuar kombëtar dhe i NATO-s ka kanalet e veta.',
  },
  'label-widened': {
    uk: 'Лише той, хто надав, може розширити маркування; те, що про це говорить, ніколи не відкритіше за нього.',
    sq: 'Vetëm ai që e dha mund ta hapë etiketimin; ajo që flet për të s’është kurrë më e hapur se vetë ajo.',
  },
  'approver-repeated': {
    uk: 'Та сама особа не може погодити двічі. Потрібна друга особа.',
    sq: 'I njëjti person nuk mund të miratojë dy herë. Duhet të miratojë një person i dytë.',
  },
  'approver-is-drafter': {
    uk: 'Хто написав проєкт, той його не погоджує. Потрібна інша особа.',
    sq: 'Kush e shkroi projektin nuk mund ta miratojë vetë. Duhet një person tjetër.',
  },
  'role-missing': {
    uk: 'Ваша роль цього не дозволяє. Це може зробити той, хто має цю роль в органі.',
    sq: 'Roli juaj nuk e lejon këtë. Mund ta bëjë dikush që e ka atë rol në organ.',
  },
  'draft-changed': {
    uk: 'Текст змінився, відколи ви його бачили. Прочитайте ще раз і вирішіть наново.',
    sq: 'Teksti ka ndryshuar që kur e patë. Lexojeni sërish dhe vendosni nga e para.',
  },
  'draft-unknown': { uk: 'Такого проєкту тут немає.', sq: 'Këtu nuk ka një projekt të tillë.' },
  'session-missing': { uk: 'Ви не увійшли. Спочатку увійдіть.', sq: 'Nuk keni hyrë. Më parë hyni.' },
  'sign-in-refused': {
    uk: 'Вхід не прийнято. Спробуйте ще раз; якщо знову не вийде, зверніться до оператора вузла.',
    sq: 'Hyrja nuk u pranua. Provoni sërish; nëse dështon përsëri, pyesni operatorin e nyjës.',
  },
  'account-locked': {
    uk: 'Забагато невдалих спроб. Доступ відновиться за чверть години або його відкриє оператор.',
    sq: 'Pati tepër përpjekje të dështuara. Hapet sërish pas një çerek ore, ose nga operatori.',
  },
  'office-missing': {
    uk: 'Вас упізнано, але посади тут у вас немає. Її надає оператор або каталог вашої сторони.',
    sq: 'Ju njohim, por nuk mbani post këtu. Atë e jep operatori ose drejtoria e palës suaj.',
  },
  'upload-refused': {
    uk: 'Програма перевірки цього вузла не пропустила файл. Нічого не збережено; запитайте оператора чому.',
    sq: 'Programi i kontrollit i kësaj nyjeje nuk e pranon skedarin. Asgjë nuk u ruajt; pyesni operatorin pse.',
  },
  'upload-unscreened': {
    uk: 'Програма, що перевіряє файли, зараз не дає відповіді. Нічого не збережено; спробуйте пізніше.',
    sq: 'Programi që kontrollon skedarët nuk përgjigjet tani. Asgjë nuk u ruajt; provoni më vonë.',
  },
  'provider-unavailable': {
    uk: 'Постачальник ідентифікації не відповідає. Нічого не зроблено наполовину; спробуйте пізніше.',
    sq: 'Ofruesi i identitetit nuk përgjigjet. Asgjë nuk u bë përgjysmë; provoni më vonë.',
  },
  'form-expired': {
    uk: 'Сторінка була відкрита надто довго або належить іншому сеансу. Відкрийте її ще раз.',
    sq: 'Faqja qëndroi e hapur tepër gjatë ose është e një seance tjetër. Hapeni sërish.',
  },
  'input-malformed': {
    uk: 'У полі стоїть те, чого не можна прочитати.',
    sq: 'Një fushë mban diçka që nuk lexohet dot.',
  },
  'log-unknown': {
    uk: 'Журналу такого походження тут не ведуть.',
    sq: 'Këtu nuk mbahet ditar me atë origjinë.',
  },
  'size-conflict': {
    uk: 'Доставка починається з іншого розміру, ніж той, що є тут.',
    sq: 'Dërgesa nis nga një madhësi tjetër nga ajo që mbahet këtu.',
  },
  'proof-invalid': {
    uk: 'Доказ Меркла не підтверджується. Нічого не прийнято.',
    sq: 'Prova Merkle nuk vërtetohet. Nuk u mor asgjë.',
  },
  'checkpoint-invalid': {
    uk: 'Контрольну точку не підписано ключем цього журналу.',
    sq: 'Pika e kontrollit nuk është nënshkruar me çelësin e atij ditari.',
  },
  'delivery-malformed': {
    uk: 'Доставку неможливо прочитати. Нічого не прийнято.',
    sq: 'Dërgesa nuk lexohet dot. Nuk u mor asgjë.',
  },
  'delivery-too-large': {
    uk: 'Доставка більша, ніж дозволено. Надсилайте менше записів за раз.',
    sq: 'Dërgesa është më e madhe se ç’lejohet. Dërgoni më pak zëra njëherësh.',
  },
  'rate-exceeded': {
    uk: 'Надійшло більше, ніж дозволено за такий час. Нічого не втрачено: решту буде прийнято, коли цей час мине.',
    sq: 'Erdhi më shumë se ç’lejohet në këtë kohë. Asgjë nuk humbi: pjesa tjetër pranohet kur të ketë kaluar kjo kohë.',
  },
  'seen-diverges': {
    uk: 'Акт стверджує, що бачив такий стан нашого журналу, якого ніколи не було.',
    sq: 'Akti pretendon se ka parë një gjendje të ditarit tonë që nuk ka qenë kurrë.',
  },
  'peer-unknown': {
    uk: 'Той, хто звертається, не має закріпленого тут сертифіката.',
    sq: 'Kush thërret nuk ka certifikatë të fiksuar këtu.',
  },
  'record-behind': {
    uk: 'Цей вузол відстає від того, що вже співпідписала інша сторона. Він нічого не підписує, доки не наздожене.',
    sq: 'Kjo nyjë është prapa asaj që pala tjetër ka bashkënënshkruar. Nuk nënshkruan asgjë derisa ta arrijë.',
  },
  'node-ended': {
    uk: 'Вузол завершив роботу, перш ніж був готовий. Причину каже його останнє повідомлення.',
    sq: 'Nyja përfundoi para se të ishte gati. Arsyen e tregon mesazhi i saj i fundit.',
  },
  'record-forked': {
    uk: 'Два підписані стани одного журналу суперечать один одному. Обидва збережено; нічого не підписується.',
    sq: 'Dy gjendje të nënshkruara të një ditari kundërshtojnë njëra-tjetrën. Të dyja ruhen; asgjë nuk nënshkruhet.',
  },
  'log-closed': {
    uk: 'Цей журнал закрито на контрольній точці, яку підписали обидві сторони. Він триває в іншій епосі.',
    sq: 'Ky ditar u mbyll në një pikë kontrolli të nënshkruar nga të dyja palët. Vijon në një epokë tjetër.',
  },
  'gate-shut': {
    uk: 'Цей вузол ще не знає, скільки його журналу має інша сторона. Доти він лише читає й нічого не підписує.',
    sq: 'Kjo nyje nuk e di ende sa nga ditari i saj ka pala tjetër. Deri atëherë vetëm lexon dhe nuk nënshkruan asgjë.',
  },
  'home-in-use': {
    uk: 'Ця тека вже зайнята іншим процесом. Зупиніть його або виберіть іншу теку через --home.',
    sq: 'Një proces tjetër e përdor këtë dosje. Ndaleni, ose zgjidhni një tjetër me --home.',
  },
  'home-unknown': {
    uk: 'У цій теці немає вузла. Створіть його командою servanda init.',
    sq: 'Në atë dosje nuk ka nyjë. Krijoni një me servanda init.',
  },
  'home-exists': {
    uk: 'У цій теці вже є вузол. Виберіть іншу або скористайтеся ним.',
    sq: 'Në atë dosje ka tashmë një nyjë. Zgjidhni një tjetër, ose përdoreni atë.',
  },
  'database-unavailable': {
    uk: 'База даних недоступна. Спробу буде повторено; нічого не зроблено наполовину.',
    sq: 'Baza e të dhënave nuk arrihet. Po provohet sërish; asgjë nuk mbeti përgjysmë.',
  },
  'public-role-unfit': {
    uk:
      'Публічне вікно читає під власною роллю, яка бачить публічний корпус актів і нічого більше. ' +
      'Надайте саме таку роль.',
    sq:
      'Dritarja publike lexon me një rol të vetin, që sheh korpusin publik të akteve dhe asgjë tjetër. ' +
      'Jepni një rol të tillë.',
  },
  usage: {
    uk: 'Командний рядок незрозумілий. Див. --help.',
    sq: 'Rreshti i komandës nuk kuptohet. Shihni --help.',
  },
  'export-invalid': { uk: 'Вивантаження не підтверджується.', sq: 'Eksporti nuk vërtetohet.' },
  'database-newer': {
    uk:
      'Запустіть новішу програму знову або відновіть резервну копію, зроблену до оновлення, у порожню теку ' +
      'й порожню базу даних.',
    sq:
      'Nisni sërish programin më të ri, ose riktheni kopjen rezervë të bërë para përditësimit në një dosje dhe bazë ' +
      'të dhënash bosh.',
  },
  'backup-invalid': {
    uk: 'Резервну копію в такому вигляді відновити не можна. Нічого не змінено.',
    sq: 'Kopja rezervë nuk mund të rikthehet kështu siç është. Nuk u ndryshua asgjë.',
  },
  'not-found': { uk: 'За цією адресою нічого немає.', sq: 'Në atë adresë nuk ka asgjë.' },
};

/** Words `refusal.<code>` for the whole closed list. */
export const REFUSAL_WORDS: Words = Object.fromEntries(
  Object.entries(SAID).map(([code, said]) => [`refusal.${code}`, { en: REFUSALS[code as RefusalCode], ...said }]),
);
