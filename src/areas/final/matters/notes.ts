// What the notes verbales of the matters have the honour to say, in the three languages.
import { sideOf } from '../../../act/act.ts';
import type { Json } from '../../../act/canonical.ts';
import { dateInWords } from '../../../agreement/noteverbale.ts';
import type { NoteClause } from '../../../area.ts';
import type { Language } from '../../../kit/words.ts';
import { type InThree, reference } from '../notes.ts';
import { plain } from './plain.ts';
import {
  ACCESSION_STATED, ACTIVITIES_PROPOSED, ALIGNMENT_OPENED, ALIGNMENT_PROPOSED, BASIS_ENDED, BASIS_STATED,
  CONVENTION_PROPOSED, CORRECTION_PROPOSED, DIFFERENCE_ANSWERED, DIFFERENCE_STATED, DISCREPANCY_STATED,
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, MATTER_WITHDRAWN, ORIGINAL_KEPT, PROPOSAL_ACCEPTED, PROPOSAL_WITHDRAWN,
  READING_CONFIRMED, REGISTRATION_STATED, SETTLEMENT_PROPOSED, STATUS_PROPOSED, TALKS_HELD, TERMINATION_NOTIFIED,
  TERMINATION_WITHDRAWN,
} from './kinds.ts';

/** What a clause can speak of: the texts of the body, its dates in words, the number of the note it answers. */
interface Spoken {
  readonly text: (name: string) => string;
  readonly on: (name: string) => InThree;
  readonly body: Readonly<Record<string, Json>>;
  readonly number: string;
  readonly of: InThree;
}

type Clause = (spoken: Spoken) => InThree;

const LENGTHS: Readonly<Record<Language, readonly [one: string, few: string, many: string]>> = {
  en: ['year', 'years', 'years'],
  uk: ['рік', 'роки', 'років'],
  sq: ['vit', 'vjet', 'vjet'],
};
const MONTHS: Readonly<Record<Language, readonly [one: string, few: string, many: string]>> = {
  en: ['month', 'months', 'months'],
  uk: ['місяць', 'місяці', 'місяців'],
  sq: ['muaj', 'muaj', 'muaj'],
};

function counted(count: number, language: Language, of: typeof LENGTHS): string {
  const form = new Intl.PluralRules(language).select(count);
  return `${count} ${of[language][form === 'one' ? 0 : form === 'few' || language !== 'uk' ? 1 : 2]}`;
}

function length(body: Spoken['body'], language: Language): string {
  const parts = [
    ...(body['years'] === 0 ? [] : [counted(Number(body['years']), language, LENGTHS)]),
    ...(body['months'] === 0 ? [] : [counted(Number(body['months']), language, MONTHS)]),
  ];
  return parts.join({ en: ' and ', uk: ' і ', sq: ' e ' }[language]);
}

function listed(value: Json | undefined): string {
  const activities = (value ?? []) as readonly { readonly decided: string; readonly what: string }[];
  return activities.map(({ decided, what }) => `${what} (${decided})`).join('; ');
}

const STATUS: Readonly<Record<string, InThree>> = {
  continues: { en: 'that it continues', uk: 'що вона залишається чинною', sq: 'që ajo vazhdon' },
  'continues-changed': {
    en: 'that it continues with changes',
    uk: 'що вона залишається чинною зі змінами',
    sq: 'që ajo vazhdon me ndryshime',
  },
  ends: { en: 'that it ends', uk: 'що її дія припиняється', sq: 'që ajo përfundon' },
};

const OUTCOME: Readonly<Record<string, InThree>> = {
  amend: { en: 'that it be amended', uk: 'що до неї слід унести зміни', sq: 'që ajo të ndryshohet' },
  'no-change': {
    en: 'that it remain unchanged',
    uk: 'що вона залишається без змін',
    sq: 'që ajo të mbetet e pandryshuar',
  },
};

/** The same clause in each language, from a function of the language. */
const inEach = (say: (language: Language) => string): InThree => ({ en: say('en'), uk: say('uk'), sq: say('sq') });

const TERM: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  [
    EXTENSION_PROPOSED.id,
    ({ body, on }) => ({
      en: `propose that it be extended by ${length(body, 'en')}, up to and including ${on('newLastDay').en}`,
      uk: `запропонувати продовжити строк її дії на ${length(body, 'uk')}, до ${on('newLastDay').uk} включно`,
      sq:
        `të propozojë zgjatjen e afatit të saj me ${length(body, 'sq')}, deri më ${on('newLastDay').sq}, ` +
        'përfshirë atë ditë',
    }),
  ],
  [
    EXTENSION_ACCEPTED.id,
    ({ number, on }) => ({
      en: `accept the extension proposed in note No. ${number}, up to and including ${on('newLastDay').en}`,
      uk: `прийняти продовження, запропоноване в ноті № ${number}, до ${on('newLastDay').uk} включно`,
      sq: `të pranojë zgjatjen e propozuar në notën Nr. ${number}, deri më ${on('newLastDay').sq}, përfshirë atë ditë`,
    }),
  ],
  [
    TERMINATION_NOTIFIED.id,
    ({ of }) => ({
      en: `give notice, on behalf of ${of.en}, of its termination, which takes effect as that paragraph provides`,
      uk: `повідомити від імені ${of.uk} про припинення її дії, яке настає в порядку, визначеному цим пунктом`,
      sq: `të njoftojë, në emër të ${of.sq}, përfundimin e saj, i cili hyn në fuqi siç parashikon ky paragraf`,
    }),
  ],
  [
    TERMINATION_WITHDRAWN.id,
    ({ number }) => ({
      en:
        `withdraw note No. ${number} before the termination takes effect, as article 68 of the Vienna Convention on ` +
        'the Law of Treaties allows',
      uk:
        `відкликати ноту № ${number} до набрання припиненням чинності, як дозволяє ` +
        `стаття 68 Віденської конвенції про ` +
        'право міжнародних договорів',
      sq:
        `të tërheqë notën Nr. ${number} përpara se përfundimi të hyjë në fuqi, siç ` +
        `lejon neni 68 i Konventës së Vjenës ` +
        'për të Drejtën e Traktateve',
    }),
  ],
  [
    ACTIVITIES_PROPOSED.id,
    ({ body }) => {
      const [on, off] = [listed(body['continuing']), listed(body['ending'])];
      return {
        en:
          `propose that after its termination these activities go on: ${on || 'none'}; and these end: ` +
          `${off || 'none'}`,
        uk: `запропонувати, щоб після припинення її дії тривали: ${on || 'жодна'}; і завершилися: ${off || 'жодна'}`,
        sq:
          `të propozojë që pas përfundimit të saj të vazhdojnë: ${on || 'asnjë'}; dhe të përfundojnë: ` +
          `${off || 'asnjë'}`,
      };
    },
  ],
]);

const STATUS_AND_LAW: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  [
    ACCESSION_STATED.id,
    ({ on, text }) => ({
      en: `state that the event named there took place on ${on('date').en} (${text('source')})`,
      uk: `заявити, що названа там подія настала ${on('date').uk} (${text('source')})`,
      sq: `të deklarojë se ngjarja e përmendur aty ndodhi më ${on('date').sq} (${text('source')})`,
    }),
  ],
  [
    STATUS_PROPOSED.id,
    ({ text }) => ({
      en: `propose to decide on its future status ${STATUS[text('status')]?.en}: ${text('text')}`,
      uk: `запропонувати вирішити щодо її майбутнього статусу, ${STATUS[text('status')]?.uk}: ${text('text')}`,
      sq: `të propozojë të vendoset për statusin e saj të ardhshëm ${STATUS[text('status')]?.sq}: ${text('text')}`,
    }),
  ],
  [
    ALIGNMENT_OPENED.id,
    ({ text, on }) => ({
      en: `open a review of its Part IV in view of ${text('mechanism')} (${text('partners')}, ${on('agreedOn').en})`,
      uk:
        `розпочати перегляд її частини IV з огляду на: ${text('mechanism')} (${text('partners')}, ` +
        `${on('agreedOn').uk})`,
      sq:
        `të hapë rishikimin e Pjesës IV të saj në dritën e: ${text('mechanism')} (${text('partners')}, ` +
        `${on('agreedOn').sq})`,
    }),
  ],
  [
    ALIGNMENT_PROPOSED.id,
    ({ text }) => ({
      en: `propose as outcome of the review ${OUTCOME[text('outcome')]?.en}: ${text('text')}`,
      uk: `запропонувати висновок перегляду, ${OUTCOME[text('outcome')]?.uk}: ${text('text')}`,
      sq: `të propozojë si përfundim të rishikimit ${OUTCOME[text('outcome')]?.sq}: ${text('text')}`,
    }),
  ],
  [
    BASIS_STATED.id,
    ({ of, text }) => ({
      en: `state the legal basis of ${of.en} for its implementation: ${text('instrument')}, ${text('reference')}`,
      uk: `повідомити правову підставу ${of.uk} для її виконання: ${text('instrument')}, ${text('reference')}`,
      sq: `të njoftojë bazën ligjore të ${of.sq} për zbatimin e saj: ${text('instrument')}, ${text('reference')}`,
    }),
  ],
  [
    BASIS_ENDED.id,
    ({ number, text }) => ({
      en: `inform that the legal basis stated in note No. ${number} no longer stands: ${text('reason')}`,
      uk: `повідомити, що правова підстава з ноти № ${number} більше не діє: ${text('reason')}`,
      sq: `të njoftojë se baza ligjore e notës Nr. ${number} nuk qëndron më: ${text('reason')}`,
    }),
  ],
  [
    READING_CONFIRMED.id,
    () => ({
      en: 'confirm that bodies designated under it also implement that Agreement itself',
      uk: 'підтвердити, що органи, визначені за нею, виконують також саму цю Угоду',
      sq: 'të konfirmojë se organet e caktuara sipas saj zbatojnë edhe vetë këtë Marrëveshje',
    }),
  ],
]);

const DIFFERENCES: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  [
    DIFFERENCE_STATED.id,
    ({ text }) => ({
      en: `state a difference and to offer negotiation: ${text('text')}`,
      uk: `заявити про розбіжність і запропонувати переговори: ${text('text')}`,
      sq: `të parashtrojë një mosmarrëveshje dhe të ofrojë negociata: ${text('text')}`,
    }),
  ],
  [
    DIFFERENCE_ANSWERED.id,
    ({ number, text }) => ({
      en: `answer note No. ${number} as follows: ${text('text')}`,
      uk: `відповісти на ноту № ${number}: ${text('text')}`,
      sq: `t’i përgjigjet notës Nr. ${number} si vijon: ${text('text')}`,
    }),
  ],
  [
    TALKS_HELD.id,
    ({ number, text, on }) => ({
      en: `record that talks on note No. ${number} were held on ${on('date').en}, ${text('place')}: ${text('text')}`,
      uk:
        `засвідчити, що переговори щодо ноти № ${number} відбулися ${on('date').uk}, ${text('place')}: ` +
        `${text('text')}`,
      sq:
        `të shënojë se bisedimet për notën Nr. ${number} u mbajtën më ${on('date').sq}, ${text('place')}: ` +
        `${text('text')}`,
    }),
  ],
  [
    SETTLEMENT_PROPOSED.id,
    ({ number, text }) => ({
      en: `propose to settle the difference stated in note No. ${number} as follows: ${text('text')}`,
      uk: `запропонувати врегулювати розбіжність, заявлену в ноті № ${number}: ${text('text')}`,
      sq: `të propozojë zgjidhjen e mosmarrëveshjes së notës Nr. ${number} si vijon: ${text('text')}`,
    }),
  ],
  [
    CONVENTION_PROPOSED.id,
    ({ text }) => ({
      en: `propose that its dates under rule ${text('rule')} be read as ${text('reading')}`,
      uk: `запропонувати тлумачити її строки за правилом ${text('rule')} як ${text('reading')}`,
      sq: `të propozojë që datat e saj sipas rregullit ${text('rule')} të lexohen si ${text('reading')}`,
    }),
  ],
  [
    REGISTRATION_STATED.id,
    ({ text, on }) => ({
      en:
        `inform that it was registered under Article 102 of the Charter on ${on('date').en} as ` +
        `${text('registration')}`,
      uk: `повідомити, що її зареєстровано за статтею 102 Статуту ${on('date').uk} під номером ${text('registration')}`,
      sq:
        `të njoftojë se ajo u regjistrua sipas nenit 102 të Kartës më ${on('date').sq} me numër ` +
        `${text('registration')}`,
    }),
  ],
]);

const TEXTS: ReadonlyMap<string, Clause> = new Map<string, Clause>([
  [
    ORIGINAL_KEPT.id,
    ({ of, text }) => ({
      en: `inform that the original of ${of.en} is kept at: ${text('place')}`,
      uk: `повідомити, що оригінал ${of.uk} зберігається тут: ${text('place')}`,
      sq: `të njoftojë se origjinali i ${of.sq} ruhet në: ${text('place')}`,
    }),
  ],
  [
    DISCREPANCY_STATED.id,
    ({ text }) => ({
      en:
        `state that the text in “${text('language')}” reads “${text('text')}”, the prevailing text ` +
        `“${text('prevailing')}”`,
      uk: `заявити, що текст мовою «${text('language')}» має «${text('text')}», а переважний – «${text('prevailing')}»`,
      sq:
        `të deklarojë se teksti në “${text('language')}” thotë “${text('text')}”, teksti mbizotërues ` +
        `“${text('prevailing')}”`,
    }),
  ],
  [
    CORRECTION_PROPOSED.id,
    ({ number, text }) => ({
      en: `propose, to note No. ${number}, that the text read from the beginning: ${text('text')}`,
      uk: `запропонувати до ноти № ${number}, щоб текст від самого початку читався так: ${text('text')}`,
      sq: `të propozojë, për notën Nr. ${number}, që teksti të lexohet që në fillim: ${text('text')}`,
    }),
  ],
  [
    PROPOSAL_ACCEPTED.id,
    ({ number }) => ({
      en: `accept what note No. ${number} proposes`,
      uk: `прийняти запропоноване в ноті № ${number}`,
      sq: `të pranojë propozimin e notës Nr. ${number}`,
    }),
  ],
  [
    PROPOSAL_WITHDRAWN.id,
    ({ number, text }) => ({
      en: `withdraw the proposal of note No. ${number}: ${text('reason')}`,
      uk: `відкликати пропозицію ноти № ${number}: ${text('reason')}`,
      sq: `të tërheqë propozimin e notës Nr. ${number}: ${text('reason')}`,
    }),
  ],
  [
    MATTER_WITHDRAWN.id,
    ({ number, text }) => ({
      en: `withdraw what note No. ${number} states: ${text('reason')}`,
      uk: `відкликати заявлене в ноті № ${number}: ${text('reason')}`,
      sq: `të tërheqë atë që parashtron nota Nr. ${number}: ${text('reason')}`,
    }),
  ],
]);

const CLAUSES: ReadonlyMap<string, Clause> = new Map([...TERM, ...STATUS_AND_LAW, ...DIFFERENCES, ...TEXTS]);

/** The clause of a note that carries an act of the matters. Everything it says stands in the act. */
export const noteOfMatter: NoteClause = ({ header, body, references }, agreement, language) => {
  const clause = CLAUSES.get(header.kind);
  if (clause === undefined) throw new Error(`final: ${header.kind} has no clause of a note`);
  const said = (body ?? {}) as Readonly<Record<string, Json>>;
  const by = reference(header.provisions, agreement);
  const words = clause({
    body: said,
    text: (name) => plain(said[name]),
    on: (name) => inEach((tongue) => dateInWords(plain(said[name]), tongue)),
    number: references[0]?.header.number ?? '',
    of: agreement.participant(sideOf(header.by)).genitive,
  });
  // The verb first, then what it refers to, then the rest: Albanian verbs stand with a particle before them.
  const [verb = ''] = (language === 'sq' ? /^\S+ \S+/ : /^\S+/).exec(words[language]) ?? [];
  return `${verb}, ${by[language]},${words[language].slice(verb.length)}`;
};
