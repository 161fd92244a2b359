// Words of labels: what can be chosen, and what follows from it, said before anything is sent.
import type { Words } from './words.ts';

export const LABEL_WORDS: Words = {
  'label.field.reach': { en: 'Who may read it', uk: 'Хто може це читати', sq: 'Kush mund ta lexojë' },
  'label.reach.everyone': {
    en: 'everyone: it is public',
    uk: 'усі: це публічно',
    sq: 'të gjithë: është publike',
  },
  'label.reach.officials': {
    en: 'all officials of both sides, and nobody else',
    uk: 'усі посадовці обох сторін і ніхто інший',
    sq: 'të gjithë zyrtarët e të dyja palëve, dhe askush tjetër',
  },
  'label.reach.named': {
    en: 'only the bodies marked below',
    uk: 'лише органи, позначені нижче',
    sq: 'vetëm organet e shënuara më poshtë',
  },
  'label.reach.sealed': {
    en: 'only the bodies marked below, and its words are kept sealed',
    uk: 'лише органи, позначені нижче, а слова зберігаються запечатаними',
    sq: 'vetëm organet e shënuara më poshtë, dhe fjalët ruhen të vulosura',
  },
  'label.reach.desk': {
    en: 'only the bodies marked below, and no node can read its words: this browser seals them',
    uk: 'лише органи, позначені нижче, і жоден вузол не прочитає слів: їх запечатує цей браузер',
    sq: 'vetëm organet e shënuara më poshtë, dhe asnjë nyjë nuk i lexon fjalët: i vulos ky shfletues',
  },
  'label.help.again': {
    en: 'It changes who sees it from now on. Words that lie open are not sealed by it; what is said of them is.',
    uk: 'Це змінює, хто бачить відтепер. Уже відкриті слова це не запечатує; те, що про них скажуть, — так.',
    sq: 'Ndryshon kush e sheh që tani. Fjalët që janë tashmë të hapura nuk vulosen; ajo që thuhet për to, po.',
  },
  'label.field.onward': {
    en: 'May it go further?',
    uk: 'Чи можна передавати далі?',
    sq: 'A mund të përcillet më tej?',
  },
  'label.help.onward': {
    en: 'Where you are asked first, this browser seals its words: no node can read them.',
    uk: 'Якщо спершу питають вас, слова запечатує цей браузер: жоден вузол їх не прочитає.',
    sq: 'Kur ju pyesin më parë, fjalët i vulos ky shfletues: asnjë nyjë nuk i lexon.',
  },
  'label.onward.free': {
    en: 'yes, to whoever its label allows',
    uk: 'так, тим, кому дозволяє маркування',
    sq: 'po, kujt ia lejon etiketimi',
  },
  'label.onward.asked': {
    en: 'only after asking us, each time',
    uk: 'лише спитавши нас, щоразу',
    sq: 'vetëm pasi të na pyesin, çdo herë',
  },
  'label.field.bodies': { en: 'Bodies', uk: 'Органи', sq: 'Organet' },
  'label.help.bodies': {
    en: 'Your own body and whoever it is addressed to can always read it.',
    uk: 'Ваш орган і адресат завжди можуть це читати.',
    sq: 'Organi juaj dhe ai të cilit i drejtohet mund ta lexojnë gjithmonë.',
  },
  'label.field.purpose': { en: 'Only for', uk: 'Лише для', sq: 'Vetëm për' },
  'label.help.purpose': {
    en: 'Mark none if it may be used for anything the Agreement is about. Personal data needs one.',
    uk: 'Не позначайте нічого, якщо можна для всього, про що Угода. Для персональних даних мета обов’язкова.',
    sq: 'Mos shënoni asnjë nëse mund të përdoret për gjithçka të Marrëveshjes. Të dhënat personale kërkojnë një.',
  },
  'label.field.action': {
    en: 'What may be done with it',
    uk: 'Що з цим можна робити',
    sq: 'Çfarë mund të bëhet me të',
  },
  'label.action.NONE': { en: 'nothing: only to know', uk: 'нічого: лише знати', sq: 'asgjë: vetëm për dijeni' },
  'label.action.CONTACT-FOR-INSTRUCTION': { en: 'ask us first', uk: 'спершу запитати нас', sq: 'na pyesni më parë' },
  'label.action.INTERNALLY-VISIBLE-ACTIONS': {
    en: 'act inside, so that nobody outside notices',
    uk: 'діяти всередині, щоб ззовні не помітили',
    sq: 'veproni brenda, pa u vënë re jashtë',
  },
  'label.action.EXTERNALLY-VISIBLE-INDIRECT-ACTIONS': {
    en: 'act so that it can be noticed, not as coming from this',
    uk: 'діяти так, що помітять, але не звідки це',
    sq: 'veproni dukshëm, pa u ditur se vjen nga kjo',
  },
  'label.action.EXTERNALLY-VISIBLE-DIRECT-ACTIONS': {
    en: 'act openly upon it',
    uk: 'діяти на цій підставі відкрито',
    sq: 'veproni hapur mbi këtë bazë',
  },
  'label.field.keep': { en: 'Keep until', uk: 'Зберігати до', sq: 'Ruhet deri më' },
  'label.help.keep': {
    en: 'After this day both nodes erase it, unless a legal hold stands.',
    uk: 'Після цього дня обидва вузли це зітруть, якщо немає правової заборони стирання.',
    sq: 'Pas kësaj dite të dyja nyjat e fshijnë, veç nëse ka ndalesë ligjore fshirjeje.',
  },
  'label.field.source': { en: 'The source', uk: 'Джерело', sq: 'Burimi' },
  'label.source.A': {
    en: 'A: reliable in every case',
    uk: 'A: надійне в усіх випадках',
    sq: 'A: i besueshëm në çdo rast',
  },
  'label.source.B': {
    en: 'B: reliable in most cases',
    uk: 'B: надійне в більшості випадків',
    sq: 'B: i besueshëm në shumicën e rasteve',
  },
  'label.source.C': {
    en: 'C: unreliable in most cases',
    uk: 'C: ненадійне в більшості випадків',
    sq: 'C: i pabesueshëm në shumicën e rasteve',
  },
  'label.source.X': {
    en: 'X: its reliability cannot be judged',
    uk: 'X: надійність оцінити не можна',
    sq: 'X: besueshmëria nuk mund të vlerësohet',
  },
  'label.field.information': { en: 'The information', uk: 'Відомості', sq: 'Informacioni' },
  'label.information.1': { en: '1: not in doubt', uk: '1: не викликають сумніву', sq: '1: jashtë dyshimit' },
  'label.information.2': {
    en: '2: known to the source, not to us',
    uk: '2: відомі джерелу, не нам',
    sq: '2: i njohur nga burimi, jo nga ne',
  },
  'label.information.3': {
    en: '3: not known to the source, and confirmed by others',
    uk: '3: не відомі джерелу, підтверджені іншими',
    sq: '3: i panjohur nga burimi, i konfirmuar nga të tjerë',
  },
  'label.information.4': {
    en: '4: cannot be confirmed',
    uk: '4: підтвердити не можна',
    sq: '4: nuk mund të konfirmohet',
  },
  'label.field.persons': { en: 'It speaks of', uk: 'У ньому йдеться про', sq: 'Flet për' },
  'label.help.persons': {
    en: 'Mark whom it speaks of, where a person can be told by it. Each reading of it is then written down.',
    uk: 'Позначте, про кого йдеться, якщо за цим можна впізнати особу. Тоді кожне читання записується.',
    sq: 'Shënoni për kë flet, kur një person mund të njihet prej saj. Atëherë çdo lexim shënohet.',
  },
  'label.persons.suspects': { en: 'suspects', uk: 'підозрюваних', sq: 'të dyshuar' },
  'label.persons.convicted': { en: 'convicted persons', uk: 'засуджених', sq: 'të dënuar' },
  'label.persons.victims': { en: 'victims', uk: 'потерпілих', sq: 'viktima' },
  'label.persons.witnesses': { en: 'witnesses', uk: 'свідків', sq: 'dëshmitarë' },
  'label.persons.others': { en: 'other persons', uk: 'інших осіб', sq: 'persona të tjerë' },
  'label.field.special': {
    en: 'Of their health, faith, origin, opinions or body',
    uk: 'Про здоров’я, віру, походження, погляди чи тіло',
    sq: 'Për shëndetin, besimin, origjinën, bindjet a trupin',
  },
  'label.special.no': { en: 'nothing of this', uk: 'нічого з цього', sq: 'asgjë prej këtyre' },
  'label.special.yes': { en: 'yes, something of this', uk: 'так, щось із цього', sq: 'po, diçka prej këtyre' },
  'label.field.basis': { en: 'It may be given because', uk: 'Надати можна, бо', sq: 'Mund të jepet sepse' },
  'label.basis.law': {
    en: 'a law of the side allows it',
    uk: 'це дозволяє закон сторони',
    sq: 'e lejon një ligj i palës',
  },
  'label.basis.vital-interests': {
    en: 'a life is at stake',
    uk: 'ідеться про чиєсь життя',
    sq: 'është në rrezik një jetë',
  },
  'label.basis.made-public': {
    en: 'the person made it public',
    uk: 'особа сама це оприлюднила',
    sq: 'personi vetë e bëri publike',
  },
  'label.unset': { en: 'not said', uk: 'не сказано', sq: 'nuk thuhet' },

  'label.says': { en: 'What follows from its label', uk: 'Що випливає з маркування', sq: 'Çfarë rrjedh nga etiketimi' },
  'label.says.everyone': {
    en: 'Everyone may read it, in public and on both nodes.',
    uk: 'Читати це можуть усі, публічно й на обох вузлах.',
    sq: 'Të gjithë mund ta lexojnë, publikisht dhe në të dyja nyjat.',
  },
  'label.says.officials': {
    en: 'All officials of {sides} may read it on their nodes. The public does not see that it exists.',
    uk: 'Читати це на своїх вузлах можуть усі посадовці: {sides}. Публіка не бачить, що воно є.',
    sq: 'Të gjithë zyrtarët e {sides} mund ta lexojnë në nyjat e tyre. Publiku nuk e sheh se ekziston.',
  },
  'label.says.bodies': {
    en: 'Only officials of {bodies} may read it. Nobody else, on either node, sees that it exists.',
    uk: 'Читати це можуть лише посадовці: {bodies}. Ніхто інший на жодному вузлі не бачить, що воно є.',
    sq: 'Vetëm zyrtarët e {bodies} mund ta lexojnë. Askush tjetër, në asnjë nyjë, nuk e sheh se ekziston.',
  },
  'label.says.sealed': {
    en: 'Its words are sealed on the way and where they are kept.',
    uk: 'Слова запечатано в дорозі й там, де їх зберігають.',
    sq: 'Fjalët janë të vulosura rrugës dhe atje ku ruhen.',
  },
  'label.says.desk': {
    en: 'No node can read its words: the browser of who writes them seals them, that of who reads them opens them.',
    uk: 'Жоден вузол не прочитає слів: їх запечатує браузер того, хто пише, і відкриває браузер того, хто читає.',
    sq: 'Asnjë nyjë nuk i lexon fjalët: i vulos shfletuesi i atij që i shkruan dhe i hap ai i atij që i lexon.',
  },
  'label.says.purpose': {
    en: 'It may be used for nothing but {purposes}; who has signed in for another purpose does not see it.',
    uk: 'Використовувати можна лише для: {purposes}; хто увійшов з іншою метою, цього не бачить.',
    sq: 'Përdoret vetëm për: {purposes}; kush ka hyrë për qëllim tjetër nuk e sheh.',
  },
  'label.says.action': {
    en: 'What may be done with it: {action}.',
    uk: 'Що з цим можна робити: {action}.',
    sq: 'Çfarë mund të bëhet me të: {action}.',
  },
  'label.says.release': {
    en: 'Whoever holds it asks its originator before it goes any further.',
    uk: 'Хто це має, питає того, хто надав, перш ніж передати далі.',
    sq: 'Kush e mban pyet atë që e dha përpara se të shkojë më tej.',
  },
  'label.says.keep': {
    en: 'Both nodes erase it after {date}, unless a legal hold stands.',
    uk: 'Обидва вузли зітруть це після {date}, якщо немає правової заборони стирання.',
    sq: 'Të dyja nyjat e fshijnë pas {date}, veç nëse ka ndalesë ligjore fshirjeje.',
  },
  'label.says.no-keep': {
    en: 'No day is set on which it is erased; its originator can recall it.',
    uk: 'День стирання не встановлено; той, хто надав, може це відкликати.',
    sq: 'Nuk është caktuar ditë fshirjeje; ai që e dha mund ta tërheqë.',
  },
  'label.says.persons': {
    en: 'It speaks of persons: {persons}. Each reading of it is written down for the auditor.',
    uk: 'У ньому йдеться про осіб: {persons}. Кожне читання записується для аудитора.',
    sq: 'Flet për persona: {persons}. Çdo lexim shënohet për auditin.',
  },
};
