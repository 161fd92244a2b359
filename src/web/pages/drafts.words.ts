// Words of the drafts: the list, the form, the text that will be signed.
import type { Words } from '../../kit/words.ts';

export const DRAFTS_WORDS: Words = {
  'drafts.title': { en: 'Drafts', uk: 'Проєкти', sq: 'Projektet' },
  'drafts.particulars': {
    en: 'What this side is about to say. A draft is private to this node until the last approval signs it.',
    uk: 'Що ця сторона збирається сказати. Проєкт бачить лише цей вузол, доки останнє погодження його не підпише.',
    sq:
      'Çfarë kjo palë është gati të thotë. Projekti mbetet vetëm në këtë nyje derisa miratimi i fundit ta ' +
      'nënshkruajë.',
  },
  'drafts.contents': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'drafts.waiting': { en: 'Waiting for approval', uk: 'Чекають на погодження', sq: 'Në pritje të miratimit' },
  'drafts.waiting-why': {
    en: 'An act of legal weight needs two persons beside its author.',
    uk: 'Акт юридичної ваги потребує двох осіб, крім автора.',
    sq: 'Një akt me peshë ligjore kërkon dy persona përveç autorit.',
  },
  'drafts.none-waiting': {
    en: 'No draft waits for approval.',
    uk: 'Жоден проєкт не чекає на погодження.',
    sq: 'Asnjë projekt nuk pret miratim.',
  },
  'drafts.sent-back': { en: 'Sent back', uk: 'Повернуто', sq: 'Të kthyera' },
  'drafts.sent-back-why': {
    en: 'With the reason. Write it again from what was typed.',
    uk: 'Із причиною. Напишіть ще раз на основі введеного.',
    sq: 'Me arsyen. Shkruajeni sërish nga ajo që u shtyp.',
  },
  'drafts.none-sent-back': {
    en: 'No draft was sent back.',
    uk: 'Жодного проєкту не повернуто.',
    sq: 'Asnjë projekt nuk u kthye.',
  },
  'drafts.recorded': { en: 'Recorded lately', uk: 'Нещодавно записано', sq: 'Të regjistruara së fundi' },
  'drafts.none-recorded': {
    en: 'No draft has become an act yet.',
    uk: 'Жоден проєкт ще не став актом.',
    sq: 'Ende asnjë projekt nuk është bërë akt.',
  },
  'drafts.begin': { en: 'Begin', uk: 'Почати', sq: 'Fillo' },
  'drafts.begin-why': {
    en: 'What may be said now, as the Agreement stands. Answers to an act begin on the page of that act.',
    uk: 'Що можна сказати зараз, за нинішнього стану Угоди. Відповіді на акт починаються на сторінці цього акта.',
    sq: 'Çfarë mund të thuhet tani, në gjendjen e Marrëveshjes. Përgjigjet ndaj një akti nisin në faqen e atij akti.',
  },
  'drafts.none-begin': {
    en: 'Nothing can be begun now.',
    uk: 'Зараз нічого почати не можна.',
    sq: 'Tani nuk mund të fillohet asgjë.',
  },
  'drafts.not-drafter': {
    en: 'You read and approve; a colleague with the role of drafter writes.',
    uk: 'Ви читаєте й погоджуєте; пише колега з роллю автора проєктів.',
    sq: 'Ju lexoni dhe miratoni; shkruan një koleg me rolin e hartuesit.',
  },
  'drafts.only-reader': {
    en: 'You read; a colleague with the role of drafter writes.',
    uk: 'Ви читаєте; пише колега з роллю автора проєктів.',
    sq: 'Ju lexoni; shkruan një koleg me rolin e hartuesit.',
  },
  'drafts.column-draft': { en: 'Draft', uk: 'Проєкт', sq: 'Projekti' },
  'drafts.column-kind': { en: 'Kind', uk: 'Вид', sq: 'Lloji' },
  'drafts.column-by': { en: 'Written by', uk: 'Автор', sq: 'Shkruar nga' },
  'drafts.column-when': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'drafts.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'drafts.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'drafts.approved-of': {
    en: 'approved {given} of {needed}',
    uk: 'погоджено {given} з {needed}',
    sq: 'miratuar {given} nga {needed}',
  },
  'drafts.state-root': {
    en: 'approved, waits for the root key',
    uk: 'погоджено, чекає на кореневий ключ',
    sq: 'i miratuar, pret çelësin rrënjë',
  },
  'drafts.state-recorded': { en: 'recorded', uk: 'записано', sq: 'i regjistruar' },
  'drafts.state-sent-back': { en: 'sent back', uk: 'повернуто', sq: 'i kthyer' },

  'draft.of': { en: 'draft', uk: 'проєкт', sq: 'projekt' },
  'draft.all': { en: 'All drafts', uk: 'Усі проєкти', sq: 'Të gjitha projektet' },
  'draft.particulars': {
    en: 'Written by {name}, {post}, {when}.',
    uk: 'Хто написав: {name}, {post}; {when}.',
    sq: 'Shkruar nga {name}, {post}, më {when}.',
  },
  'draft.about': { en: 'It answers {act}.', uk: 'Відповідає на {act}.', sq: 'I përgjigjet {act}.' },
  'draft.label': { en: 'Who may read it', uk: 'Хто може це читати', sq: 'Kush mund ta lexojë' },
  'draft.label-why': {
    en: 'The label is signed with the text. It cannot be changed afterwards but by an act of its own.',
    uk: 'Маркування підписують разом із текстом. Потім його можна змінити лише окремим актом.',
    sq: 'Etiketimi nënshkruhet me tekstin. Më pas mund të ndryshohet vetëm me një akt më vete.',
  },
  'draft.text': {
    en: 'The text that will be signed',
    uk: 'Текст, який буде підписано',
    sq: 'Teksti që do të nënshkruhet',
  },
  'draft.text-why': {
    en: 'Exactly these bytes. Who approves, approves this text and no other.',
    uk: 'Саме ці байти. Хто погоджує, погоджує цей текст і жодного іншого.',
    sq: 'Pikërisht këto bajte. Kush miraton, miraton këtë tekst dhe asnjë tjetër.',
  },
  'draft.text-was': { en: 'The text that was signed', uk: 'Текст, який було підписано', sq: 'Teksti që u nënshkrua' },
  'draft.part-is': { en: '{type}, {size} bytes', uk: '{type}, {size} байтів', sq: '{type}, {size} bajt' },
  'draft.digest': { en: 'SHA-256 of the text', uk: 'SHA-256 тексту', sq: 'SHA-256 i tekstit' },
  'draft.notes': { en: 'Note verbale', uk: 'Вербальна нота', sq: 'Notë verbale' },
  'draft.notes-why': {
    en: 'The sheet the node writes from this text.',
    uk: 'Аркуш, який вузол складе з цього тексту.',
    sq: 'Fleta që nyja shkruan nga ky tekst.',
  },
  'draft.approvals': { en: 'Approvals', uk: 'Погодження', sq: 'Miratimet' },
  'draft.approvals-why': {
    en:
      '{needed, plural, =0 {A duty officer signs it alone, having read it.} one {One person beside the author must ' +
      'approve. The last approval signs.} other {# persons beside the author must approve. The last approval signs.}}',
    uk:
      '{needed, plural, =0 {Черговий підписує сам, прочитавши текст.} one {Крім автора, погодити має # особа. ' +
      'Останнє погодження підписує.} few {Крім автора, погодити мають # особи. Останнє погодження підписує.} many ' +
      '{Крім автора, погодити мають # осіб. Останнє погодження підписує.} other {Крім автора, погодити мають # ' +
      'особи. Останнє погодження підписує.}}',
    sq:
      '{needed, plural, =0 {Oficeri i shërbimit e nënshkruan vetë, pasi e ka lexuar.} one {Përveç autorit duhet të ' +
      'miratojë një person. Miratimi i fundit nënshkruan.} other {Përveç autorit duhet të miratojnë # persona. ' +
      'Miratimi i fundit nënshkruan.}}',
  },
  'draft.column-person': { en: 'Person', uk: 'Особа', sq: 'Personi' },
  'draft.column-post': { en: 'Post', uk: 'Посада', sq: 'Detyra' },
  'draft.column-approved': { en: 'Approved, {city}', uk: 'Погоджено, {city}', sq: 'Miratuar, {city}' },
  'draft.not-yet': {
    en: 'may approve, has not yet',
    uk: 'може погодити, ще не погодив',
    sq: 'mund të miratojë, ende jo',
  },
  'draft.no-approver': {
    en: 'Nobody here may approve it: the body has no approver who has not written it.',
    uk: 'Погодити тут нікому: в органі немає особи, що погоджує, крім автора.',
    sq: 'Këtu askush nuk mund ta miratojë: organi nuk ka miratues tjetër përveç autorit.',
  },
  'draft.approve': { en: 'Approve this text', uk: 'Погодити цей текст', sq: 'Mirato këtë tekst' },
  'draft.approve-last': { en: 'Approve and sign', uk: 'Погодити й підписати', sq: 'Mirato dhe nënshkruaj' },
  'draft.approve-says': {
    en:
      '{left, plural, =1 {Yours is the last approval needed: with it the text is signed and recorded.} other ' +
      '{After yours, more persons must approve before the text is signed.}}',
    uk:
      '{left, plural, =1 {Ваше погодження останнє: з ним текст буде підписано й записано.} other {Після вашого ' +
      'потрібні ще погодження, перш ніж текст буде підписано.}}',
    sq:
      '{left, plural, =1 {Miratimi juaj është i fundit: me të teksti nënshkruhet dhe regjistrohet.} other {Pas ' +
      'tuajit duhen ende miratime para se teksti të nënshkruhet.}}',
  },
  'draft.you-wrote': {
    en: 'You wrote it, so another person must approve it.',
    uk: 'Ви його написали, тож погодити має інша особа.',
    sq: 'E keni shkruar ju, prandaj duhet ta miratojë një person tjetër.',
  },
  'draft.you-approved': {
    en: 'You have approved it. Another person must approve as well.',
    uk: 'Ви його погодили. Має погодити ще й інша особа.',
    sq: 'E keni miratuar. Duhet ta miratojë edhe një person tjetër.',
  },
  'draft.you-cannot': {
    en: 'Your role does not approve for this body.',
    uk: 'Ваша роль не передбачає погодження від цього органу.',
    sq: 'Roli juaj nuk miraton për këtë organ.',
  },
  'draft.who-may': { en: 'May approve: {who}.', uk: 'Можуть погодити: {who}.', sq: 'Mund të miratojnë: {who}.' },
  'draft.send-back': { en: 'Send back', uk: 'Повернути', sq: 'Ktheje' },
  'draft.reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },
  'draft.reason-help': {
    en: 'The author reads it. It stays in this node.',
    uk: 'Її прочитає автор. Вона лишається в цьому вузлі.',
    sq: 'E lexon autori. Mbetet në këtë nyje.',
  },
  'draft.reason-was': { en: 'Reason: {reason}', uk: 'Причина: {reason}', sq: 'Arsyeja: {reason}' },
  'draft.write-again': { en: 'Write it again', uk: 'Написати ще раз', sq: 'Shkruaje sërish' },
  'draft.root': {
    en: 'Every approval is given. What is still needed is the signature of the root key, which is not in this node.',
    uk: 'Усі погодження надано. Бракує лише підпису кореневого ключа, якого в цьому вузлі немає.',
    sq: 'Të gjitha miratimet janë dhënë. Mungon vetëm nënshkrimi i çelësit rrënjë, i cili nuk është në këtë nyje.',
  },
  'draft.root-file': {
    en: 'The operator finds the request in the home of the node',
    uk: 'Оператор знайде запит у домівці вузла',
    sq: 'Operatori e gjen kërkesën në shtëpinë e nyjës',
  },
  'draft.root-sign': {
    en: 'Signed on the machine of the root key, with its shares, by',
    uk: 'Підписують на машині кореневого ключа, його частками, командою',
    sq: 'Nënshkruhet në makinën e çelësit rrënjë, me pjesët e tij, me komandën',
  },
  'draft.root-back': {
    en: 'What comes back goes into',
    uk: 'Те, що повернеться, кладуть до',
    sq: 'Ajo që kthehet vendoset në',
  },
  'draft.became': { en: 'It became {act}.', uk: 'Став актом {act}.', sq: 'U bë {act}.' },

  'new.particulars': {
    en: 'This makes a draft. Nothing is said to the other side before it is approved and signed.',
    uk: 'Так створюється проєкт. Іншій стороні нічого не сказано, доки його не погодять і не підпишуть.',
    sq: 'Kjo krijon një projekt. Palës tjetër nuk i thuhet asgjë para miratimit dhe nënshkrimit.',
  },
  'new.about': { en: 'Answers {act}.', uk: 'Відповідь на {act}.', sq: 'Përgjigje ndaj {act}.' },
  'new.answered': {
    en: 'What this answers is not for everyone. What you write is for nobody else, whatever you choose:',
    uk: 'Те, на що ви відповідаєте, призначене не всім. Хоч би що ви обрали, ваш текст ні для кого іншого:',
    sq: 'Ajo së cilës i përgjigjeni nuk është për të gjithë. Çfarëdo të zgjidhni, teksti juaj nuk është për të tjerë:',
  },
  'new.write': { en: 'Make the draft', uk: 'Створити проєкт', sq: 'Krijo projektin' },
  'new.then': {
    en: 'The next page shows the exact text that will be signed.',
    uk: 'Наступна сторінка покаже точний текст, який буде підписано.',
    sq: 'Faqja tjetër tregon tekstin e saktë që do të nënshkruhet.',
  },
  'new.refused': { en: 'The draft was not made.', uk: 'Проєкт не створено.', sq: 'Projekti nuk u krijua.' },
  'new.sign-in': {
    en: 'Sign in on another page, then send this form again.',
    uk: 'Увійдіть на іншій сторінці, потім надішліть цю форму ще раз.',
    sq: 'Hyni në një faqe tjetër, pastaj dërgojeni sërish këtë formular.',
  },
  'new.send-again': {
    en: 'What you typed is kept below. Send the form again.',
    uk: 'Введене вами збережено нижче. Надішліть форму ще раз.',
    sq: 'Çfarë shtypët ruhet më poshtë. Dërgojeni sërish formularin.',
  },
};
