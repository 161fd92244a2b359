// How moderators pass an offered assessment on, publish it, or decline it.
import { refuse } from '../../../act/refusal.ts';
import { civilDate, parseDate } from '../../../agreement/calendar.ts';
import { openLabel } from '../../../agreement/label.ts';
import type { Content, Form, Look, ShownAct, Typed } from '../../../area.ts';
import { COMPLETIONS } from '../../../kit/marks.tsx';
import { ORGANISATION_LIMIT } from '../kinds.ts';
import { promisedIn } from '../law.ts';
import {
  ASSESSMENT_DECLINED,
  ASSESSMENT_OFFERED,
  ASSESSMENT_PUBLISHED,
  OFFER_ID,
  SOURCE,
  SOURCES_LIMIT,
  WORDS_LIMIT,
} from './kinds.ts';
import { type OfferState, OFFERS } from './register.ts';

function typedText(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').trim().normalize('NFC');
}

function bounded(typed: Typed, name: string, limit: number): string {
  const text = typedText(typed, name);
  if (text === '' || text.length > limit) {
    throw refuse('input-malformed', `field ${name}: Write at least a word, and at most ${limit} letters.`);
  }
  return text;
}

/** The paragraph of a statement; the act is spoken under it and goes to the treaty office of the other side. */
function content(look: Look, statement: string, rest: Omit<Content, 'provisions' | 'to'>): Content {
  const found = promisedIn(look.agreement).find((one) => one.statement.id === statement);
  if (found === undefined) {
    throw refuse('input-malformed', 'field statement: Write the number of a statement to be judged, for example 59.7.');
  }
  const other = look.agreement.participants.find(({ id }) => id !== look.side);
  if (other === undefined) throw new Error('keeping: an agreement of one side');
  return { provisions: [found.provision.id], to: [other.treatyOffice.body], ...rest };
}

/** Addresses, one a line. */
export function sourcesIn(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0 || lines.length > SOURCES_LIMIT || !lines.every((line) => new RegExp(SOURCE).test(line))) {
    const how = `Give 1 to ${SOURCES_LIMIT} addresses, one a line, each with https://.`;
    throw refuse('input-malformed', `field sources: ${how}`);
  }
  return lines;
}

/** The fields are filled from the queue: what an organisation sent is passed on as it is. */
const offer: Form = {
  kind: ASSESSMENT_OFFERED.id,
  title: 'offers.do.offer',
  open: async (look, about) => {
    if (about !== undefined) return await Promise.resolve(undefined);
    const today = civilDate(look.now, look.agreement.participant(look.side).seat.zone);
    return [
      { name: 'offer', label: 'offers.field.offer', help: 'offers.help.offer', input: 'text', required: true },
      { name: 'statement', label: 'keeping.field.statement', input: 'text', required: true },
      { name: 'organisation', label: 'keeping.field.organisation', input: 'text', required: true },
      { name: 'words', label: 'keeping.field.words', input: 'long', required: true },
      { name: 'language', label: 'keeping.field.language', input: 'text', required: true },
      {
        name: 'completion',
        label: 'keeping.field.completion',
        input: 'choice',
        required: false,
        initial: '',
        options: [
          { value: '', label: 'keeping.unsaid-word' },
          ...COMPLETIONS.map((value) => ({ value, label: `completion.${value}` })),
        ],
      },
      { name: 'sources', label: 'offers.field.sources', help: 'offers.help.sources', input: 'long', required: true },
      { name: 'received', label: 'offers.field.received', input: 'date', required: true, initial: today },
    ];
  },
  compose: async (look, _about, typed) => {
    const id = typedText(typed, 'offer');
    if (!new RegExp(OFFER_ID).test(id)) {
      throw refuse('input-malformed', 'field offer: Open the form from the page of offered assessments.');
    }
    const language = typedText(typed, 'language');
    if (!/^[a-z]{2}$/.test(language)) {
      throw refuse('input-malformed', 'field language: Write the code of the language in two letters, for example en.');
    }
    const statement = typedText(typed, 'statement').replace(/^¶/, '');
    const body = {
      offer: id,
      statement,
      organisation: bounded(typed, 'organisation', ORGANISATION_LIMIT),
      words: bounded(typed, 'words', WORDS_LIMIT),
      language,
      completion: COMPLETIONS.find((value) => value === typed['completion']?.[0]) ?? '',
      sources: [...sourcesIn(typedText(typed, 'sources'))],
      received: parseDate(typedText(typed, 'received')),
    };
    // For the officials of both sides alone, until one of them says it to everyone.
    const label = { ...openLabel(look.agreement), tlp: 'GREEN' as const };
    const rest = { re: [], body, subject: `offer:${id}`, label };
    return await Promise.resolve(content(look, statement, rest));
  },
};

/** The offer that `about` has passed on, where this side has not decided on it. */
async function openOffer(look: Look, about: ShownAct | undefined): Promise<OfferState | undefined> {
  if (about === undefined || about.act.header.kind !== ASSESSMENT_OFFERED.id || about.contested !== undefined) {
    return undefined;
  }
  const { offer: id } = (about.act.body ?? {}) as { readonly offer?: string };
  const state = id === undefined ? undefined : await look.row(OFFERS, id);
  const decided = state?.decisions.some(({ side }) => side === look.side) ?? true;
  return decided || state?.offered?.act !== about.act.id ? undefined : state;
}

const REASONS = {
  name: 'reasons',
  label: 'keeping.field.reasons',
  help: 'offers.help.reasons',
  input: 'long',
  required: true,
} as const;

function decisionForm(kind: string, title: string, publishes: boolean): Form {
  return {
    kind,
    title,
    open: async (look, about) =>
      (await openOffer(look, about)) === undefined
        ? undefined
        : [REASONS],
    compose: async (look, about, typed) => {
      const state = await openOffer(look, about);
      if (about === undefined || state === undefined || state.sent === null) {
        throw refuse('state-forbids', 'Deciding on an assessment that is not open to this side.');
      }
      const { offer: id } = about.act.body as { readonly offer: string };
      const reasons = bounded(typed, 'reasons', WORDS_LIMIT);
      const body = publishes
        ? { offer: id, ...state.sent, sources: [...state.sent.sources], reasons }
        : { offer: id, statement: state.statement, reasons };
      return content(look, state.statement, { re: [], body, subject: `offer:${id}` });
    },
  };
}

export const OFFER_FORMS: readonly Form[] = [
  offer,
  decisionForm(ASSESSMENT_PUBLISHED.id, 'offers.do.publish', true),
  decisionForm(ASSESSMENT_DECLINED.id, 'offers.do.decline', false),
];
