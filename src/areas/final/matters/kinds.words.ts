// Words of the kinds of the matters: what was done, and what officials can do.
import type { Words } from '../../../kit/words.ts';

export const MATTER_KIND_WORDS: Words = {
  'final.kind.extension-proposed': {
    en: '{side} proposes to extend the term',
    uk: '{side} пропонує продовжити строк дії',
    sq: '{side} propozon zgjatjen e afatit',
  },
  'final.do.extension-proposed': {
    en: 'Propose an extension',
    uk: 'Запропонувати продовження строку дії',
    sq: 'Propozoni zgjatjen e afatit',
  },
  'final.kind.extension-accepted': {
    en: '{side} accepts the extension',
    uk: '{side} приймає продовження строку дії',
    sq: '{side} pranon zgjatjen e afatit',
  },
  'final.do.extension-accepted': {
    en: 'Accept this extension',
    uk: 'Прийняти це продовження',
    sq: 'Pranoni këtë zgjatje',
  },
  'final.kind.termination-notified': {
    en: '{side} gives notice of termination',
    uk: '{side} повідомляє про припинення дії',
    sq: '{side} njofton përfundimin',
  },
  'final.do.termination-notified': {
    en: 'Give notice of termination',
    uk: 'Повідомити про припинення дії',
    sq: 'Njoftoni përfundimin',
  },
  'final.kind.termination-withdrawn': {
    en: '{side} withdraws its notice of termination',
    uk: '{side} відкликає повідомлення про припинення дії',
    sq: '{side} tërheq njoftimin e përfundimit',
  },
  'final.do.termination-withdrawn': {
    en: 'Withdraw this notice of termination',
    uk: 'Відкликати це повідомлення про припинення дії',
    sq: 'Tërhiqni këtë njoftim përfundimi',
  },
  'final.kind.activities-proposed': {
    en: '{side} proposes which activities go on',
    uk: '{side} пропонує, які заходи тривають',
    sq: '{side} propozon cilat veprimtari vazhdojnë',
  },
  'final.do.activities-proposed': {
    en: 'Propose which activities go on',
    uk: 'Запропонувати, які заходи тривають',
    sq: 'Propozoni cilat veprimtari vazhdojnë',
  },
  'final.kind.accession-stated': {
    en: '{side} states that the accession has taken place',
    uk: '{side} заявляє, що приєднання відбулося',
    sq: '{side} deklaron se anëtarësimi ka ndodhur',
  },
  'final.do.accession-stated': {
    en: 'State that the accession has taken place',
    uk: 'Заявити, що приєднання відбулося',
    sq: 'Deklaroni se anëtarësimi ka ndodhur',
  },
  'final.kind.status-proposed': {
    en: '{side} proposes what to decide on the future status',
    uk: '{side} пропонує рішення щодо майбутнього статусу',
    sq: '{side} propozon vendimin për statusin e ardhshëm',
  },
  'final.do.status-proposed': {
    en: 'Propose a decision on the future status',
    uk: 'Запропонувати рішення щодо майбутнього статусу',
    sq: 'Propozoni një vendim për statusin e ardhshëm',
  },
  'final.kind.alignment-opened': {
    en: '{side} opens a review of Part IV',
    uk: '{side} розпочинає перегляд частини IV',
    sq: '{side} hap rishikimin e Pjesës IV',
  },
  'final.do.alignment-opened': {
    en: 'Open a review of Part IV',
    uk: 'Розпочати перегляд частини IV',
    sq: 'Hapni rishikimin e Pjesës IV',
  },
  'final.kind.alignment-proposed': {
    en: '{side} proposes the outcome of the review',
    uk: '{side} пропонує висновок перегляду',
    sq: '{side} propozon përfundimin e rishikimit',
  },
  'final.do.alignment-proposed': {
    en: 'Propose the outcome of this review',
    uk: 'Запропонувати висновок цього перегляду',
    sq: 'Propozoni përfundimin e këtij rishikimi',
  },
  'final.kind.basis-stated': {
    en: '{side} states its national legal basis',
    uk: '{side} повідомляє свою національну правову підставу',
    sq: '{side} njofton bazën e vet ligjore kombëtare',
  },
  'final.do.basis-stated': {
    en: 'State a national legal basis',
    uk: 'Повідомити національну правову підставу',
    sq: 'Njoftoni një bazë ligjore kombëtare',
  },
  'final.kind.basis-ended': {
    en: '{side} ends a national legal basis',
    uk: '{side} повідомляє, що правова підстава більше не діє',
    sq: '{side} njofton fundin e një baze ligjore',
  },
  'final.do.basis-ended': {
    en: 'End this legal basis',
    uk: 'Повідомити, що ця правова підстава не діє',
    sq: 'Jepini fund kësaj baze ligjore',
  },
  'final.kind.reading-confirmed': {
    en: '{side} confirms the reading on authorised bodies',
    uk: '{side} підтверджує тлумачення щодо уповноважених органів',
    sq: '{side} konfirmon leximin për organet e autorizuara',
  },
  'final.do.reading-confirmed': {
    en: 'Confirm the reading on authorised bodies',
    uk: 'Підтвердити тлумачення щодо уповноважених органів',
    sq: 'Konfirmoni leximin për organet e autorizuara',
  },
  'final.kind.difference-stated': {
    en: '{side} states a difference',
    uk: '{side} заявляє про розбіжність',
    sq: '{side} parashtron një mosmarrëveshje',
  },
  'final.do.difference-stated': {
    en: 'State a difference',
    uk: 'Заявити про розбіжність',
    sq: 'Parashtroni një mosmarrëveshje',
  },
  'final.kind.difference-answered': {
    en: '{side} answers a difference',
    uk: '{side} відповідає на розбіжність',
    sq: '{side} i përgjigjet një mosmarrëveshjeje',
  },
  'final.do.difference-answered': {
    en: 'Answer this difference',
    uk: 'Відповісти на цю розбіжність',
    sq: 'Përgjigjuni kësaj mosmarrëveshjeje',
  },
  'final.kind.talks-held': {
    en: '{side} records talks on a difference',
    uk: '{side} засвідчує переговори щодо розбіжності',
    sq: '{side} shënon bisedime për një mosmarrëveshje',
  },
  'final.do.talks-held': {
    en: 'Record talks that were held',
    uk: 'Засвідчити проведені переговори',
    sq: 'Shënoni bisedimet e mbajtura',
  },
  'final.kind.settlement-proposed': {
    en: '{side} proposes a settlement',
    uk: '{side} пропонує врегулювання',
    sq: '{side} propozon një zgjidhje',
  },
  'final.do.settlement-proposed': {
    en: 'Propose a settlement',
    uk: 'Запропонувати врегулювання',
    sq: 'Propozoni një zgjidhje',
  },
  'final.kind.convention-proposed': {
    en: '{side} proposes how to read a date',
    uk: '{side} пропонує, як тлумачити строк',
    sq: '{side} propozon si të lexohet një datë',
  },
  'final.do.convention-proposed': {
    en: 'Propose how to read a date',
    uk: 'Запропонувати, як тлумачити строк',
    sq: 'Propozoni si të lexohet një datë',
  },
  'final.kind.registration-stated': {
    en: '{side} states the registration under Article 102',
    uk: '{side} повідомляє про реєстрацію за статтею 102',
    sq: '{side} njofton regjistrimin sipas nenit 102',
  },
  'final.do.registration-stated': {
    en: 'State the registration under Article 102',
    uk: 'Повідомити про реєстрацію за статтею 102',
    sq: 'Njoftoni regjistrimin sipas nenit 102',
  },
  'final.kind.original-kept': {
    en: '{side} states where its original is kept',
    uk: '{side} повідомляє, де зберігається її оригінал',
    sq: '{side} njofton ku ruhet origjinali i saj',
  },
  'final.do.original-kept': {
    en: 'State where the original is kept',
    uk: 'Повідомити, де зберігається оригінал',
    sq: 'Njoftoni ku ruhet origjinali',
  },
  'final.kind.discrepancy-stated': {
    en: '{side} states a discrepancy between texts',
    uk: '{side} заявляє про розходження між текстами',
    sq: '{side} parashtron një mospërputhje midis teksteve',
  },
  'final.do.discrepancy-stated': {
    en: 'State a discrepancy between texts',
    uk: 'Заявити про розходження між текстами',
    sq: 'Parashtroni një mospërputhje midis teksteve',
  },
  'final.kind.correction-proposed': {
    en: '{side} proposes a correction of the text',
    uk: '{side} пропонує виправлення тексту',
    sq: '{side} propozon një korrigjim të tekstit',
  },
  'final.do.correction-proposed': {
    en: 'Propose the corrected words',
    uk: 'Запропонувати виправлені слова',
    sq: 'Propozoni fjalët e korrigjuara',
  },
  'final.kind.proposal-accepted': {
    en: '{side} accepts a proposal',
    uk: '{side} приймає пропозицію',
    sq: '{side} pranon një propozim',
  },
  'final.do.proposal-accepted': {
    en: 'Accept this proposal',
    uk: 'Прийняти цю пропозицію',
    sq: 'Pranoni këtë propozim',
  },
  'final.kind.proposal-withdrawn': {
    en: '{side} withdraws its proposal',
    uk: '{side} відкликає свою пропозицію',
    sq: '{side} tërheq propozimin e vet',
  },
  'final.do.proposal-withdrawn': {
    en: 'Withdraw this proposal',
    uk: 'Відкликати цю пропозицію',
    sq: 'Tërhiqni këtë propozim',
  },
  'final.kind.matter-withdrawn': {
    en: '{side} withdraws what it stated',
    uk: '{side} відкликає заявлене',
    sq: '{side} tërheq atë që parashtroi',
  },
  'final.do.matter-withdrawn': {
    en: 'Withdraw what was stated',
    uk: 'Відкликати заявлене',
    sq: 'Tërhiqni atë që u parashtrua',
  },
};
