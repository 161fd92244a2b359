// Words of the page of one act.
import type { Words } from '../../kit/words.ts';

export const ACT_WORDS: Words = {
  'act.identity': { en: 'Identity of this act', uk: 'Що це за акт', sq: 'Identiteti i këtij akti' },
  'act.said-by': { en: 'said by {side}', uk: 'сторона: {side}', sq: 'thënë nga {side}' },
  'act.before': { en: '{index}, before', uk: '{index}, попередній', sq: '{index}, para tij' },
  'act.after': { en: '{index}, after', uk: '{index}, наступний', sq: '{index}, pas tij' },
  'act.contents': { en: 'On this page', uk: 'На цій сторінці', sq: 'Në këtë faqe' },
  'act.number': { en: 'number {number}', uk: 'номер {number}', sq: 'numri {number}' },
  'act.particulars': {
    en: 'Said by {by} to {to}, under {provisions}.',
    uk: 'Від кого: {by}. Кому: {to}. За положеннями: {provisions}.',
    sq: 'Nga: {by}. Për: {to}. Sipas: {provisions}.',
  },
  'act.unknown-title': { en: '{side} says {kind}', uk: '{side}: {kind}', sq: '{side}: {kind}' },
  'act.unknown-kind': {
    en: 'No kind of that name and version is known here. The act is kept, and its header is shown as it stands.',
    uk: 'Такого виду акта або такої його версії тут не знають. Акт зберігається, його заголовок показано як є.',
    sq: 'Ky lloj akti, ose ky version i tij, nuk njihet këtu. Akti ruhet dhe kreu i tij tregohet ashtu siç është.',
  },
  'act.header': { en: 'Header as it stands', uk: 'Заголовок як є', sq: 'Kreu siç është' },
  'act.no-words': {
    en: 'Its words are not held here: they were erased, or are sealed to the desks of the bodies named.',
    uk: 'Слів тут немає: їх стерто або запечатано для робочих місць названих органів.',
    sq: 'Fjalët nuk ruhen këtu: u fshinë, ose janë të vulosura për tavolinat e organeve të emërtuara.',
  },
  'act.erased-by': {
    en: 'the node of {side} erased its parts on {at}, by act {act}',
    uk: 'вузол {side} стер його частини {at}, акт {act}',
    sq: 'nyja e {side} i fshiu pjesët e tij më {at}, me aktin {act}',
  },
  'act.erased': {
    en: 'The body of this act is not held here any more. The act stays provable without it.',
    uk: 'Змісту цього акта тут більше немає. Акт і без нього лишається доказовим.',
    sq: 'Përmbajtja e këtij akti nuk mbahet më këtu. Akti mbetet i provueshëm edhe pa të.',
  },
  'act.label': { en: 'Label', uk: 'Маркування', sq: 'Etiketimi' },
  'act.label-why': {
    en: 'The label is signed with the act and cannot be made more open by anyone but its originator.',
    uk: 'Маркування підписане разом з актом; зробити його відкритішим може лише ініціатор інформації.',
    sq: 'Etiketimi nënshkruhet bashkë me aktin; vetëm origjinuesi mund ta bëjë më të hapur.',
  },
  'act.label-for': { en: 'for', uk: 'для кого', sq: 'për' },
  'act.tlp-clear': { en: 'everyone', uk: 'для всіх', sq: 'të gjithë' },
  'act.tlp-green': { en: 'the community of both sides', uk: 'для кола обох сторін', sq: 'rrethin e të dyja palëve' },
  'act.tlp-amber': {
    en: 'who needs to know, on both sides',
    uk: 'для тих, кому потрібно, в обох сторін',
    sq: 'kush duhet ta dijë, te të dyja palët',
  },
  'act.tlp-strict': { en: 'the receiving body alone', uk: 'лише для органу-одержувача', sq: 'vetëm organin marrës' },
  'act.tlp-red': { en: 'the named readers alone', uk: 'лише для названих осіб', sq: 'vetëm lexuesit e emërtuar' },
  'act.label-released': { en: 'released to', uk: 'передано', sq: 'u jepet' },
  'act.label-bodies': { en: 'bodies', uk: 'органи', sq: 'organet' },
  'act.label-originator': { en: 'originator', uk: 'ініціатор', sq: 'origjinuesi' },
  'act.label-onward': { en: 'onward', uk: 'далі', sq: 'më tej' },
  'act.label-orcon': {
    en: 'only with the originator’s consent',
    uk: 'лише за згодою ініціатора',
    sq: 'vetëm me pëlqimin e origjinuesit',
  },
  'act.label-codes': { en: 'codes', uk: 'коди', sq: 'kodet' },
  'act.label-action': { en: 'action', uk: 'дії', sq: 'veprimi' },
  'act.label-purpose': { en: 'purpose', uk: 'мета', sq: 'qëllimi' },
  'act.label-persons': { en: 'persons', uk: 'особи', sq: 'personat' },
  'act.label-no-persons': {
    en: 'no personal data announced',
    uk: 'персональних даних не оголошено',
    sq: 'nuk shpallen të dhëna personale',
  },
  'act.label-keep': { en: 'keep until', uk: 'зберігати до', sq: 'ruhet deri më' },
  'act.label-review': { en: 'review at', uk: 'переглянути', sq: 'rishikohet më' },
  'act.label-source': { en: 'source', uk: 'джерело', sq: 'burimi' },
  'act.ladder': { en: 'Ladder', uk: 'Щаблі', sq: 'Shkallët' },
  'act.ladder-why': {
    en: 'A click is not a receipt. Each rung is another hand, another key.',
    uk: 'Натискання кнопки не є отриманням. Кожен щабель — інша рука й інший ключ.',
    sq: 'Një klikim nuk është marrje. Çdo shkallë është një dorë tjetër, një çelës tjetër.',
  },
  'act.rung-draft': { en: 'by {by}', uk: 'хто: {by}', sq: 'nga {by}' },
  'act.rung-approved': { en: 'by {by}', uk: 'хто: {by}', sq: 'nga {by}' },
  'act.rung-recorded': {
    en: 'signed by {by}, index {index} of the log',
    uk: 'ключ підпису: {by}, індекс {index} у журналі',
    sq: 'nënshkruar me {by}, indeksi {index} i ditarit',
  },
  'act.rung-witnessed': {
    en: 'the witness key {by} saw the tree at size {size}',
    uk: 'ключ свідка {by} бачив дерево розміру {size}',
    sq: 'çelësi dëshmitar {by} e pa pemën në madhësinë {size}',
  },
  'act.rung-received': {
    en: 'the mirror key {by}: “I hold this durably up to size {size}”',
    uk: 'ключ дзеркальної копії {by}: «Надійно зберігаю це до розміру {size}»',
    sq: 'çelësi pasqyrë {by}: “E mbaj këtë qëndrueshëm deri në madhësinë {size}”',
  },
  'act.rung-acknowledged': { en: 'by {by}: {act}', uk: 'хто: {by}; акт: {act}', sq: 'nga {by}: {act}' },
  'act.open-draft': {
    en: 'known only to the node of the side that said it',
    uk: 'відомо лише вузлу тієї сторони, що склала акт',
    sq: 'e di vetëm nyja e palës që e tha',
  },
  'act.draft-untold': { en: 'not told here', uk: 'тут не повідомляється', sq: 'nuk tregohet këtu' },
  'act.open-acknowledged': {
    en: 'no explicit receipt recorded',
    uk: 'явного підтвердження отримання не записано',
    sq: 'nuk është regjistruar vërtetim i shprehur i marrjes',
  },
  'act.no-receipt': {
    en: 'this kind asks for no explicit receipt',
    uk: 'цей вид акта не потребує явного підтвердження',
    sq: 'ky lloj nuk kërkon vërtetim të shprehur',
  },
  'act.not-contested': { en: 'not contested', uk: 'не оспорено', sq: 'i pakontestuar' },
  'act.contested': { en: 'contested here: {code}', uk: 'оспорено тут: {code}', sq: 'i kontestuar këtu: {code}' },
  'act.signed': { en: 'Signed text', uk: 'Підписаний текст', sq: 'Teksti i nënshkruar' },
  'act.signed-why': {
    en: 'These bytes were signed, and nothing else. {count, plural, one {# byte} other {# bytes}}, then the signature.',
    uk:
      'Підписано саме ці байти і нічого більше. {count, plural, one {# байт} few {# байти} many {# байтів} other ' +
      '{# байта}}, далі підпис.',
    sq: 'Këto bajte u nënshkruan dhe asgjë tjetër. {count, plural, one {# bajt} other {# bajte}}, pastaj nënshkrimi.',
  },
  'act.id': { en: 'Act id', uk: 'Ідентифікатор акта', sq: 'Identifikuesi i aktit' },
  'act.key': { en: 'Key', uk: 'Ключ', sq: 'Çelësi' },
  'act.signature': { en: 'Signature', uk: 'Підпис', sq: 'Nënshkrimi' },
  'act.verifies': { en: 'verifies, Ed25519', uk: 'підтверджується, Ed25519', sq: 'vërtetohet, Ed25519' },
  'act.not-verified': {
    en: 'does not verify with the keys held here',
    uk: 'не підтверджується ключами, що є тут',
    sq: 'nuk vërtetohet me çelësat që mbahen këtu',
  },
  'act.parts': { en: 'Parts', uk: 'Частини', sq: 'Pjesët' },
  'act.parts-why': {
    en: 'What the act carries outside the log, bound to it by a salted commitment in the signed text.',
    uk: 'Те, що акт несе поза журналом; із підписаним текстом це пов’язує хеш із сіллю.',
    sq: 'Çka akti mbart jashtë ditarit; me tekstin e nënshkruar e lidh një hash me kripë.',
  },
  'act.part': { en: 'Part', uk: 'Частина', sq: 'Pjesa' },
  'act.part-type': { en: 'Type', uk: 'Тип', sq: 'Lloji' },
  'act.part-size': { en: 'Bytes', uk: 'Байтів', sq: 'Bajte' },
  'act.part-commitment': { en: 'Commitment', uk: 'Хеш зобов’язання', sq: 'Hash-i lidhës' },
  'act.part-state': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'act.part-matches': { en: 'matches', uk: 'збігається', sq: 'përputhet' },
  'act.part-differs': { en: 'does not match', uk: 'не збігається', sq: 'nuk përputhet' },
  'act.part-absent': { en: 'not held here', uk: 'тут немає', sq: 'nuk mbahet këtu' },
  'act.no-parts': { en: 'This act carries no parts.', uk: 'Цей акт не має частин.', sq: 'Ky akt nuk ka pjesë.' },
  'act.file': { en: 'File', uk: 'Файл', sq: 'Skedari' },
  'act.file-size': { en: '{size} bytes', uk: '{size} байтів', sq: '{size} bajt' },
  'act.file-coming': {
    en: 'Pieces here: {here} of {pieces}. The rest comes by itself.',
    uk: 'Фрагментів уже тут: {here} із {pieces}. Решта надійде сама.',
    sq: 'Copa që janë këtu: {here} nga {pieces}. Të tjerat vijnë vetvetiu.',
  },
  'act.file-whole': {
    en: 'Pieces here: {here} of {pieces}, all of them',
    uk: 'Фрагментів тут: {here} із {pieces}, тобто всі',
    sq: 'Copa që janë këtu: {here} nga {pieces}, të gjitha',
  },
  'act.file-sealed': {
    en: 'A desk of the bodies concerned opens it; the node cannot.',
    uk: 'Його відкриє робоче місце залученого органу; вузол цього не може.',
    sq: 'Atë e hap një tavolinë e organeve përkatëse; nyja nuk mundet.',
  },
  'act.note': { en: 'Note verbale', uk: 'Вербальна нота', sq: 'Notë verbale' },
  'act.note-why': {
    en:
      'Written by the node from the act, in the language of the sender, with a courtesy text. Initialled and ' +
      'sealed by hand.',
    uk: 'Вузол складає її з акта мовою відправника, з неофіційним перекладом. Ініціали й печатку ставлять від руки.',
    sq: 'E shkruan nyja nga akti, në gjuhën e dërguesit, me përkthim jozyrtar. Inicialet dhe vula vihen me dorë.',
  },
  'act.date-on-note': { en: 'Date on the note', uk: 'Дата на ноті', sq: 'Data në notë' },
  'act.date-sent': { en: 'Dispatched', uk: 'Відправлено', sq: 'Nisur' },
  'act.date-received': { en: 'Received', uk: 'Отримано', sq: 'Marrë' },
  'act.date-by-node': {
    en: '{date}, by the node; no sealed paper is recorded as sent',
    uk: '{date}, вузлом; про надсилання паперової ноти записів немає',
    sq: '{date}, nga nyja; nuk ka shënim për dërgim të notës në letër',
  },
  'act.date-by-act': { en: '{date}, as {act} says', uk: '{date}, за {act}', sq: '{date}, sipas {act}' },
  'act.date-not-received': {
    en: 'receipt not acknowledged',
    uk: 'отримання не підтверджено',
    sq: 'marrja e pavërtetuar',
  },
  'act.references': { en: 'References', uk: 'Посилання', sq: 'Referencat' },
  'act.references-why': {
    en: 'What this act speaks of, and what speaks of it.',
    uk: 'Про що говорить цей акт і що говорить про нього.',
    sq: 'Për çfarë flet ky akt dhe çfarë flet për të.',
  },
  'act.no-references': {
    en: 'It refers to no act, and no act refers to it.',
    uk: 'Він не посилається на жоден акт, і жоден акт не посилається на нього.',
    sq: 'Nuk i referohet asnjë akti dhe asnjë akt nuk i referohet atij.',
  },
  'act.column-act': { en: 'Act', uk: 'Акт', sq: 'Akti' },
  'act.column-relation': { en: 'Relation', uk: 'Зв’язок', sq: 'Lidhja' },
  'act.column-what': { en: 'What', uk: 'Що', sq: 'Çfarë' },
  'act.column-when': { en: 'When, {city}', uk: 'Коли, {city}', sq: 'Kur, {city}' },
  'act.column-stands': { en: 'Stands', uk: 'Стан', sq: 'Gjendja' },
  'act.this-does': { en: 'this act: {role}', uk: 'цей акт: {role}', sq: 'ky akt: {role}' },
  'act.that-does': { en: 'that act: {role}', uk: 'той акт: {role}', sq: 'ai akt: {role}' },
  'act.role-acknowledges': { en: 'acknowledges', uk: 'підтверджує отримання', sq: 'vërteton marrjen' },
  'act.role-dispatches': { en: 'says when it was sent', uk: 'повідомляє про надсилання', sq: 'thotë kur u nis' },
  'act.role-evidence': { en: 'rests on, as evidence', uk: 'спирається як на підтвердження', sq: 'mbështetet si provë' },
  'act.role-ends': { en: 'ends', uk: 'припиняє', sq: 'i jep fund' },
  'act.role-rests-on': { en: 'rests on', uk: 'спирається на', sq: 'mbështetet te' },
  'act.role-concerns': { en: 'concerns', uk: 'стосується', sq: 'i përket' },
  'act.role-answers': { en: 'answers', uk: 'відповідає на', sq: 'i përgjigjet' },
  'act.role-accepts': { en: 'accepts', uk: 'приймає', sq: 'pranon' },
  'act.role-corrects': { en: 'corrects', uk: 'виправляє', sq: 'korrigjon' },
  'act.role-rejects': { en: 'rejects', uk: 'відхиляє', sq: 'refuzon' },
  'act.proof': { en: 'Proof', uk: 'Доказ', sq: 'Prova' },
  'act.proof-why': {
    en: 'Enough to check without us, without a network, in ten years.',
    uk: 'Досить, щоб перевірити без нас, без мережі, через десять років.',
    sq: 'Mjafton për ta kontrolluar pa ne, pa rrjet, pas dhjetë vjetësh.',
  },
  'act.take-proof': { en: 'Download proof, {name}', uk: 'Завантажити доказ, {name}', sq: 'Shkarko provën, {name}' },
  'act.take-text': { en: 'Signed text', uk: 'Підписаний текст', sq: 'Teksti i nënshkruar' },
  'act.take-policy': { en: 'Policy', uk: 'Правила перевірки', sq: 'Rregullat e kontrollit' },
  'act.command': { en: 'Command that checks it', uk: 'Команда перевірки', sq: 'Komanda që e kontrollon' },
  'act.proof-cosigned': {
    en: 'Cosignatures in the proof',
    uk: 'Співпідписи в доказі',
    sq: 'Bashkënënshkrimet në provë',
  },
  'act.proof-says': {
    en:
      'Proves that this text stands at index {index} of the log of {side}. It does not prove that what is said ' +
      'in it is true.',
    uk:
      'Доводить, що цей текст стоїть під індексом {index} у журналі сторони: {side}. Не доводить, що сказане в ' +
      'ньому правда.',
    sq:
      'Provon se ky tekst qëndron në indeksin {index} të ditarit të palës: {side}. Nuk provon se ajo që thuhet ' +
      'aty është e vërtetë.',
  },
  'act.no-proof': {
    en: 'No checkpoint covers this act yet. The proof follows with the next one.',
    uk: 'Жодна контрольна точка ще не охоплює цього акта. Доказ з’явиться з наступною.',
    sq: 'Ende asnjë pikë kontrolli nuk e mbulon këtë akt. Prova vjen me të ardhshmen.',
  },
  'act.answer': { en: 'Answer', uk: 'Відповісти', sq: 'Përgjigju' },
  'act.answer-why': {
    en: 'What your side may say of this act as things stand. Each opens a draft; nothing is said yet.',
    uk:
      'Що ваша сторона може сказати про цей акт за нинішнього стану. Кожна кнопка відкриває проєкт; ще нічого не ' +
      'сказано.',
    sq:
      'Çfarë mund të thotë pala juaj për këtë akt në gjendjen e tanishme. Secila hap një projekt; ende nuk është ' +
      'thënë gjë.',
  },
};
