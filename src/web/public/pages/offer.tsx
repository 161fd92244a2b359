// The form by which an organisation hands in an assessment, and the page that says it has arrived.
import { Refusal, refuse } from '../../../act/refusal.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import type { Drawn, Typed } from '../../../area.ts';
import { Button, Buttons, type FieldError, FormErrors, FormFields, type FormField } from '../../../kit/form.tsx';
import { COMPLETIONS } from '../../../kit/marks.tsx';
import { Notice, SectionHead, TitlePage } from '../../../kit/page.tsx';
import { LANGUAGES, type Speak } from '../../../kit/words.ts';
import type { Offer } from '../../../node/public.ts';
import { TurnedAway } from '../../problem.ts';
import type { PublicAsk } from '../ask.ts';

/** Characters of each field, as the table takes them. */
const LIMITS = { organisation: 200, contact: 200, words: 2000, source: 500 } as const;
const SOURCES = 4;
const SOURCE = /^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/\S*)?$/;
/** A field that no person sees: whatever fills in every field fills it in, and is heard by nobody. */
export const TRAP = 'website';

export interface OfferData {
  readonly typed: Typed;
  readonly error: { readonly field: string; readonly key: string } | null;
  readonly stamp: string;
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The statements that something could be done about, each with its words. */
function statements(agreement: Agreement): readonly Choice[] {
  return agreement.provisions.flatMap(({ id, statements: all }) =>
    all
      .filter(({ assessed }) => assessed)
      .map((one) => ({ value: one.id, text: `¶${id}, ${one.id}: ${one.what.slice(0, 90)}` })),
  );
}

const field = (name: string, input: FormField['input']): FormField => ({
  name,
  label: `offer.${name}`,
  help: `offer.${name}-help`,
  input,
  required: true,
});

function fields(agreement: Agreement, speak: Speak): readonly FormField[] {
  return [
    field('organisation', 'text'),
    field('contact', 'text'),
    { ...field('statement', 'choice'), options: statements(agreement) },
    {
      ...field('completion', 'choice'),
      required: false,
      options: [
        { value: 'unsaid', label: 'offer.completion-unsaid' },
        ...COMPLETIONS.map((value) => ({ value, label: `completion.${value}` })),
      ],
      initial: 'unsaid',
    },
    { ...field('words', 'long'), limit: LIMITS.words },
    field('sources', 'long'),
    {
      name: 'language',
      label: 'offer.language',
      input: 'choice',
      required: true,
      options: LANGUAGES.map((value) => ({ value, label: `language.${value}` })),
      initial: speak.language,
    },
  ];
}

function wrong(field: string): Refusal {
  return refuse('input-malformed', `field ${field}: An assessment cannot be read.`);
}

function one(typed: Typed, name: string): string {
  return (typed[name]?.[0] ?? '').trim().normalize('NFC');
}

function bounded(typed: Typed, name: keyof typeof LIMITS): string {
  const text = one(typed, name);
  if (text === '' || text.length > LIMITS[name]) throw wrong(name);
  return text;
}

/** What was typed as an offer; `input-malformed` naming the field where it is none. */
export function readOffer({ look, typed, freshId }: PublicAsk): Omit<Offer, 'at'> {
  const statement = one(typed, 'statement');
  if (!statements(look.agreement).some(({ value }) => value === statement)) throw wrong('statement');
  const lines = one(typed, 'sources').split('\n').map((line) => line.trim());
  const sources = lines.filter((line) => line !== '');
  const isGood = (source: string): boolean => source.length <= LIMITS.source && SOURCE.test(source);
  if (sources.length === 0 || sources.length > SOURCES || !sources.every(isGood)) throw wrong('sources');
  const language = LANGUAGES.find((value) => value === one(typed, 'language'));
  if (language === undefined) throw wrong('language');
  const contact = bounded(typed, 'contact');
  if (!/\S@\S/.test(contact) && !/\d{5}/.test(contact.replace(/\D/g, ''))) throw wrong('contact');
  return {
    id: freshId(),
    statement,
    organisation: bounded(typed, 'organisation'),
    contact,
    sources: sources.join('\n'),
    words: bounded(typed, 'words'),
    language,
    completion: COMPLETIONS.find((value) => value === one(typed, 'completion')) ?? '',
  };
}

/** Takes it in, unless it was sent too often, too soon, too late, or by what fills in every field. */
export async function takeOffer(ask: PublicAsk): Promise<void> {
  if (one(ask.typed, TRAP) !== '') return;
  const offer = readOffer(ask);
  if (!ask.isStamp(ask.typed['stamp']?.[0])) throw refuse('form-expired', 'The form was sent too soon, or too late.');
  if (!ask.mayOffer()) throw new TurnedAway(429, 'Too many assessments came from this address.');
  if (!(await ask.record.offer(offer))) throw new TurnedAway(503, 'Too many assessments wait for the moderators.');
}

export function drawOffer({ typed, error, stamp }: OfferData, speak: Speak, agreement: Agreement): Drawn {
  const title = speak.say('public.page-assess');
  const said = (what: string): string => speak.say(`offer.${what}-${error?.key ?? ''}`);
  const errors: readonly FieldError[] =
    error === null ? [] : [{ name: error.field, wrong: said('wrong'), mend: said('mend') }];
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('offer.why')}</TitlePage>
        <SectionHead id="form" title={speak.say('offer.form')}>
          {speak.say('offer.form-why')} <a href="/independent">{speak.say('offer.decided')}</a>
        </SectionHead>
        <div class="wide">
          <FormErrors errors={errors} speak={speak} />
          <form method="post" action="/assess">
            <input type="hidden" name="stamp" value={stamp} />
            <p class="unseen" aria-hidden="true">
              <label>
                {speak.say('offer.trap')} <input type="text" name={TRAP} tabindex={-1} autocomplete="off" />
              </label>
            </p>
            <FormFields fields={fields(agreement, speak)} typed={typed} errors={errors} speak={speak} />
            <Buttons>
              <Button rank="first">{speak.say('offer.send')}</Button>
            </Buttons>
          </form>
        </div>
        <SectionHead id="then" title={speak.say('offer.then')}>
          {speak.say('offer.then-why')}
        </SectionHead>
        <ol class="wide criteria">
          {['one', 'two', 'three'].map((step, i) => (
            <li>
              <span class="letter">{i + 1}</span>
              <span>{speak.say(`offer.then-${step}`)}</span>
            </li>
          ))}
        </ol>
      </>
    ),
  };
}

export function drawSent(_data: null, speak: Speak): Drawn {
  const title = speak.say('offer.sent');
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title} />
        <Notice is="done" says={speak.say('offer.sent-why')}>
          <p>
            <a href="/independent">{speak.say('offer.decided')}</a>
          </p>
        </Notice>
      </>
    ),
  };
}
