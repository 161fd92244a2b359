// Words of the acts of the final provisions: what was done, the fields of the forms, what bodies say, what is asked.
import type { Words } from '../../kit/words.ts';

export const ACT_WORDS: Words = {
  'final.kind.key-admitted': {
    en: '{side} admits a key',
    uk: '{side} допускає ключ',
    sq: '{side} pranon një çelës',
  },
  'final.kind.epoch-begun': {
    en: '{side} begins a new epoch of its log',
    uk: '{side} починає нову епоху свого журналу',
    sq: '{side} nis një epokë të re të ditarit të vet',
  },
  'final.kind.record-rejected': {
    en: '{side} does not accept an act',
    uk: '{side} не приймає акт',
    sq: '{side} nuk pranon një akt',
  },
  'final.tell.rejected': { en: 'Entry of the other log', uk: 'Запис іншого журналу', sq: 'Shënimi në ditarin tjetër' },
  'final.tell.refusal': { en: 'Refusal', uk: 'Відмова', sq: 'Refuzimi' },
  'final.kind.key-revoked': {
    en: '{side} revokes a key',
    uk: '{side} анулює ключ',
    sq: '{side} revokon një çelës',
  },
  'final.kind.body-designated': {
    en: '{side} designates an authorised body',
    uk: '{side} визначає уповноважений орган',
    sq: '{side} cakton një organ të autorizuar',
  },
  'final.kind.body-ended': {
    en: '{side} ends the mandate of a body',
    uk: '{side} припиняє повноваження органу',
    sq: '{side} i jep fund mandatit të një organi',
  },
  'final.kind.notification-given': {
    en: '{side} notifies the completion of its procedures',
    uk: '{side} повідомляє про завершення своїх внутрішньодержавних правових процедур',
    sq: '{side} njofton përfundimin e procedurave të veta të brendshme ligjore',
  },
  'final.kind.receipt-given': {
    en: '{side} acknowledges receipt of a note',
    uk: '{side} підтверджує отримання ноти',
    sq: '{side} konfirmon marrjen e një note',
  },
  'final.kind.entry-confirmed': {
    en: '{side} confirms the date of entry into effect',
    uk: '{side} підтверджує дату набуття чинності',
    sq: '{side} konfirmon datën e hyrjes në efekt',
  },

  'final.do.notify': {
    en: 'Notify completed procedures',
    uk: 'Повідомити про завершення процедур',
    sq: 'Njoftoni përfundimin e procedurave',
  },
  'final.do.acknowledge': {
    en: 'Acknowledge receipt of this note',
    uk: 'Підтвердити отримання цієї ноти',
    sq: 'Konfirmoni marrjen e kësaj note',
  },
  'final.do.confirm': {
    en: 'Confirm the date of entry into effect',
    uk: 'Підтвердити дату набуття чинності',
    sq: 'Konfirmoni datën e hyrjes në efekt',
  },
  'final.do.designate': {
    en: 'Designate an authorised body',
    uk: 'Визначити уповноважений орган',
    sq: 'Caktoni një organ të autorizuar',
  },
  'final.do.admit-key': { en: 'Admit a key', uk: 'Допустити ключ', sq: 'Pranoni një çelës' },
  'final.do.revoke-key': { en: 'Revoke a key', uk: 'Анулювати ключ', sq: 'Revokoni një çelës' },
  'final.do.end': {
    en: 'End the mandate of this body',
    uk: 'Припинити повноваження цього органу',
    sq: 'Jepini fund mandatit të këtij organi',
  },

  'final.field.procedures': {
    en: 'Completed procedures',
    uk: 'Завершені процедури',
    sq: 'Procedurat e përfunduara',
  },
  'final.help.procedures': {
    en: 'A law, a decree, a resolution, as your side names it. It may be left empty.',
    uk: 'Закон, указ, постанова – так, як їх називає ваша сторона. Можна залишити порожнім.',
    sq: 'Një ligj, dekret a vendim, siç e emërton pala juaj. Mund të lihet bosh.',
  },
  'final.field.noteDate': { en: 'Date on the note', uk: 'Дата на ноті', sq: 'Data në notë' },
  'final.help.noteDate': {
    en: 'Not later than today at your seat. The Agreement turns on the date of receipt, not on this one.',
    uk: 'Не пізніше сьогоднішнього дня за вашим місцеперебуванням. Для Угоди важить дата отримання, а не ця.',
    sq: 'Jo më vonë se sot në selinë tuaj. Për Marrëveshjen ka rëndësi data e marrjes, jo kjo.',
  },
  'final.field.channel': { en: 'Channel', uk: 'Канал', sq: 'Rruga' },
  'final.channel.node': { en: 'from node to node', uk: 'від вузла до вузла', sq: 'nga nyja në nyjë' },
  'final.channel.embassy': { en: 'through the embassy', uk: 'через посольство', sq: 'përmes ambasadës' },
  'final.channel.hand': { en: 'by hand', uk: 'вручено особисто', sq: 'dorazi' },
  'final.channel.courier': { en: 'by courier', uk: 'кур’єром', sq: 'me korrier' },
  'final.field.received': { en: 'Received on', uk: 'Дата отримання', sq: 'Data e marrjes' },
  'final.help.received': {
    en: 'The civil date at your seat. It is this date that the Agreement turns on.',
    uk: 'Календарна дата за вашим місцеперебуванням. Саме ця дата має значення для Угоди.',
    sq: 'Data kalendarike në selinë tuaj. Për Marrëveshjen ka rëndësi pikërisht kjo datë.',
  },
  'final.field.time': {
    en: 'At, by the clock of your seat',
    uk: 'Час за годинником вашого місцеперебування',
    sq: 'Ora sipas orës së selisë suaj',
  },
  'final.field.body': { en: 'Body', uk: 'Орган', sq: 'Organi' },
  'final.help.body': {
    en: 'Bodies proposed for your side in the reading of the Agreement.',
    uk: 'Органи, запропоновані для вашої сторони під час читання Угоди.',
    sq: 'Organet e propozuara për palën tuaj gjatë leximit të Marrëveshjes.',
  },
  'final.field.provisions': { en: 'Paragraphs', uk: 'Пункти', sq: 'Paragrafët' },
  'final.help.provisions': {
    en: 'Numbers, with commas between them, for example 58, 59.',
    uk: 'Номери через кому, наприклад 58, 59.',
    sq: 'Numrat, të ndarë me presje, për shembull 58, 59.',
  },
  'final.field.from': { en: 'From', uk: 'Від дня', sq: 'Nga data' },
  'final.field.reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },

  'final.field.holder': { en: 'Held by', uk: 'Тримач', sq: 'Mbajtësi' },
  'final.help.holder': {
    en: 'The new key stands beside the old one; the node signs with the one admitted last.',
    uk: 'Новий ключ діє поряд зі старим; вузол підписує тим, який допущено останнім.',
    sq: 'Çelësi i ri vlen krahas të vjetrit; nyja nënshkruan me atë që u pranua i fundit.',
  },
  'final.field.written': { en: 'Key made elsewhere', uk: 'Ключ, створений деінде', sq: 'Çelës i krijuar diku tjetër' },
  'final.help.written': {
    en: 'Its written form, where its holder keeps it outside this node. Left empty, this node makes one.',
    uk: 'Його записана форма, якщо тримач зберігає його поза цим вузлом. Порожнє поле: ключ створить цей вузол.',
    sq: 'Forma e tij e shkruar, nëse mbajtësi e ruan jashtë kësaj nyjeje. Bosh: e krijon kjo nyje.',
  },
  'final.field.key': { en: 'Key', uk: 'Ключ', sq: 'Çelësi' },
  'final.help.key': {
    en: 'What it signed before this act stands; what it signs after is refused. Admit its successor first.',
    uk: 'Підписане ним до цього акта лишається чинним, пізніше відхиляється. Спершу допустіть наступний ключ.',
    sq: 'Ç’ka nënshkruar para këtij akti mbetet; ç’nënshkruan më pas refuzohet. Së pari pranoni pasardhësin.',
  },
  'final.tell.checkpoint': {
    en: 'Last checkpoint signed by both',
    uk: 'Остання контрольна точка з підписами обох',
    sq: 'Pika e fundit e kontrollit e nënshkruar nga të dyja',
  },
  'final.tell.log-begun': { en: 'The log goes on as', uk: 'Журнал триває як', sq: 'Ditari vijon si' },
  'final.tell.log-closed': { en: 'Log closed', uk: 'Закритий журнал', sq: 'Ditari i mbyllur' },
  'final.tell.key': { en: 'Key', uk: 'Ключ', sq: 'Çelësi' },
  'final.tell.holder': { en: 'Held by', uk: 'Тримач', sq: 'Mbajtësi' },
  'final.tell.use': { en: 'Signs', uk: 'Підписує', sq: 'Nënshkruan' },
  'final.use.acts': { en: 'acts', uk: 'акти', sq: 'akte' },
  'final.use.log': { en: 'the log', uk: 'журнал', sq: 'ditarin' },
  'final.use.witness': { en: 'as a witness', uk: 'як свідок', sq: 'si dëshmitar' },
  'final.use.mirror': {
    en: 'for the copy held by the other side',
    uk: 'дзеркальну копію',
    sq: 'kopjen pasqyrë',
  },
  'final.reason.rotated': {
    en: 'replaced by a new key',
    uk: 'замінено новим ключем',
    sq: 'zëvendësuar nga një çelës i ri',
  },
  'final.reason.lost': { en: 'lost', uk: 'втрачено', sq: 'i humbur' },
  'final.reason.compromised': { en: 'compromised', uk: 'скомпрометовано', sq: 'i komprometuar' },
  'final.tell.reason': { en: 'Reason', uk: 'Причина', sq: 'Arsyeja' },
  'final.tell.body': { en: 'Body', uk: 'Орган', sq: 'Organi' },
  'final.tell.provisions': { en: 'For', uk: 'За пунктами', sq: 'Për' },
  'final.tell.from': { en: 'From', uk: 'Від дня', sq: 'Nga data' },
  'final.tell.procedures': { en: 'Procedures', uk: 'Процедури', sq: 'Procedurat' },
  'final.procedures-unnamed': { en: 'not named', uk: 'не названо', sq: 'të paemërtuara' },
  'final.tell.note-date': { en: 'On the note', uk: 'На ноті', sq: 'Në notë' },
  'final.tell.channel': { en: 'Channel', uk: 'Канал', sq: 'Rruga' },
  'final.tell.received': { en: 'Received', uk: 'Отримано', sq: 'Marrë më' },
  'final.tell.entry': { en: 'In effect from', uk: 'Чинна від', sq: 'Në efekt nga' },
  'final.tell.last-day': { en: 'Last day', uk: 'Останній день', sq: 'Dita e fundit' },
  'final.tell.extend-by': {
    en: 'Extension notified by',
    uk: 'Повідомити про продовження до',
    sq: 'Zgjatja njoftohet deri më',
  },
  'final.tell.rule': { en: 'Rule', uk: 'Правило', sq: 'Rregulli' },

  'final.duty.receipt': {
    en: 'Acknowledge receipt of the note',
    uk: 'Підтвердити отримання ноти',
    sq: 'Të konfirmohet marrja e notës',
  },
  'final.duty.notify': {
    en: 'Notify that the internal legal procedures are completed',
    uk: 'Повідомити про завершення внутрішньодержавних правових процедур',
    sq: 'Të njoftohet përfundimi i procedurave të brendshme ligjore',
  },
  'final.duty.confirm': {
    en: 'Confirm the date of entry into effect',
    uk: 'Підтвердити дату набуття чинності',
    sq: 'Të konfirmohet data e hyrjes në efekt',
  },
  'final.duty.confirm-again': {
    en: 'Confirm the date of entry into effect again: the sides have confirmed different dates',
    uk: 'Ще раз підтвердити дату набуття чинності: сторони підтвердили різні дати',
    sq: 'Të konfirmohet përsëri data e hyrjes në efekt: palët kanë konfirmuar data të ndryshme',
  },
};
