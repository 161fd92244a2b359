// How officials judge a promise, and how they wish an interval.
import { refuse } from '../../act/refusal.ts';
import { civilDate, parseDate } from '../../agreement/calendar.ts';
import type { Content, Form, Look, Typed } from '../../area.ts';
import { COMPLETIONS } from '../../kit/marks.tsx';
import {
  ADDRESS_LIMIT,
  ASSESSMENT_MADE,
  ASSESSMENT_NOTED,
  EVIDENCE,
  EVIDENCE_LIMIT,
  LANGUAGE_CODE,
  ORGANISATION_LIMIT,
  PUBLISHED_AT,
  REVIEW_SET,
} from './kinds.ts';
import { type Promised, promisedIn } from './law.ts';

const TEXT_LIMIT = 2000;
const REPORTS_LIMIT = 16;

function typedText(typed: Typed, field: string): string {
  const text = (typed[field]?.[0] ?? '').trim().normalize('NFC');
  if (text.length > TEXT_LIMIT) {
    throw refuse('input-malformed', `field ${field}: It has ${text.length} letters of ${TEXT_LIMIT}.`);
  }
  return text;
}

function promisedOf(look: Look, typed: Typed): Promised {
  const id = typedText(typed, 'statement').replace(/^¶/, '');
  const found = promisedIn(look.agreement).find(({ statement }) => statement.id === id);
  if (found === undefined) {
    throw refuse('input-malformed', 'field statement: Write the number of a statement to be judged, for example 59.7.');
  }
  return found;
}

/** `UA 12, AL 7` as the acts of those places in the two logs. */
async function evidenceOf(look: Look, typed: Typed): Promise<Content['re']> {
  const written = typedText(typed, 'acts');
  const said = [...written.matchAll(/([A-Za-z]{2,8})\s*(\d{1,15})/g)];
  const rest = written.replace(/([A-Za-z]{2,8})\s*(\d{1,15})/g, '').replace(/[\s,;]+/g, '');
  if (rest !== '') throw refuse('input-malformed', 'field acts: Write acts as UA 12, AL 7.');
  if (said.length > EVIDENCE_LIMIT) {
    throw refuse('input-malformed', `field acts: At most ${EVIDENCE_LIMIT} acts are named.`);
  }
  const ids = await Promise.all(
    said.map(async ([name, side = '', index = '']) => {
      const at = Number(index);
      const [shown] = await look.acts({ side: side.toLowerCase(), after: at - 1, before: at + 1, limit: 1 });
      if (shown === undefined) throw refuse('input-malformed', `field acts: There is no act ${name} in this record.`);
      return shown.act.id;
    }),
  );
  return [...new Set(ids)].map((act) => ({ act, role: EVIDENCE }));
}

/** Entries of the public record on the provision, by their dates. */
function reportsOf(look: Look, typed: Typed, provision: string): { date: string; source: string }[] {
  const known = look.agreement.reportsOf(provision);
  const dates = typedText(typed, 'reports').split(/[,;\n]+/).map((date) => date.trim()).filter((date) => date !== '');
  const missing = dates.find((date) => !known.some((report) => report.date === date));
  if (missing !== undefined) {
    const there = known.map(({ date }) => date).join(', ') || 'none';
    throw refuse('input-malformed', `field reports: On this paragraph are reported: ${there}; not ${missing}.`);
  }
  const named = known.filter(({ date }) => dates.includes(date));
  if (named.length > REPORTS_LIMIT) {
    throw refuse('input-malformed', `field reports: At most ${REPORTS_LIMIT} are named.`);
  }
  return named.map(({ date, source }) => ({ date, source: source.slice(0, 500) }));
}

function content(look: Look, { statement, provision }: Promised, rest: Pick<Content, 're' | 'body'>): Content {
  const other = look.agreement.participants.find(({ id }) => id !== look.side);
  if (other === undefined) throw new Error('keeping: an agreement of one side');
  return { provisions: [provision.id], to: [other.treatyOffice.body], subject: `statement:${statement.id}`, ...rest };
}

function dayTyped(typed: Typed, field: string): string {
  try {
    return parseDate(typedText(typed, field));
  } catch (cause) {
    throw refuse('input-malformed', `field ${field}: ${(cause as { detail?: string }).detail ?? ''}`, cause);
  }
}

const field = (name: string, input: 'text' | 'long', required: boolean) =>
  ({ name, label: `keeping.field.${name}`, help: `keeping.help.${name}`, input, required }) as const;

const assess: Form = {
  kind: ASSESSMENT_MADE.id,
  title: 'keeping.do.assess',
  open: async (look, about) => {
    if (about !== undefined) return await Promise.resolve(undefined);
    const today = civilDate(look.now, look.agreement.participant(look.side).seat.zone);
    return [
      field('statement', 'text', true),
      { name: 'asOf', label: 'keeping.field.asOf', input: 'date', required: true, initial: today },
      field('output', 'long', false),
      {
        name: 'completion',
        label: 'keeping.field.completion',
        help: 'keeping.help.completion',
        input: 'choice',
        required: true,
        options: COMPLETIONS.map((value) => ({ value, label: `completion.${value}` })),
      },
      field('outcome', 'long', false),
      field('reasons', 'long', true),
      field('acts', 'text', false),
      field('reports', 'text', false),
    ];
  },
  compose: async (look, _about, typed) => {
    const promised = promisedOf(look, typed);
    const completion = COMPLETIONS.find((value) => value === typed['completion']?.[0]);
    if (completion === undefined) throw refuse('input-malformed', 'field completion: Choose one of the five points.');
    const reasons = typedText(typed, 'reasons');
    if (reasons === '') throw refuse('input-malformed', 'field reasons: Say why; a judgement without reasons is none.');
    const body = {
      statement: promised.statement.id,
      asOf: dayTyped(typed, 'asOf'),
      output: typedText(typed, 'output'),
      completion,
      outcome: typedText(typed, 'outcome'),
      reasons,
      reports: reportsOf(look, typed, promised.provision.id),
    };
    return content(look, promised, { re: await evidenceOf(look, typed), body });
  },
};

/** What is typed of an organisation, each within its limit and shape. */
function notedTyped(typed: Typed): { readonly organisation: string; readonly address: string; language: string } {
  const [organisation, address] = [typedText(typed, 'organisation'), typedText(typed, 'address')];
  if (organisation === '' || organisation.length > ORGANISATION_LIMIT) {
    throw refuse('input-malformed', `field organisation: Name it in at most ${ORGANISATION_LIMIT} letters.`);
  }
  if (!new RegExp(PUBLISHED_AT).test(address) || address.length > ADDRESS_LIMIT) {
    throw refuse('input-malformed', 'field address: Give the page as https://, with its host in small letters.');
  }
  const language = typedText(typed, 'language');
  if (!new RegExp(LANGUAGE_CODE).test(language)) {
    throw refuse('input-malformed', 'field language: Write the code of the language in two letters, for example en.');
  }
  return { organisation, address, language };
}

const note: Form = {
  kind: ASSESSMENT_NOTED.id,
  title: 'keeping.do.note',
  open: async (_look, about) =>
    await Promise.resolve(
      about !== undefined
        ? undefined
        : [
            field('statement', 'text', true),
            field('organisation', 'text', true),
            field('address', 'text', true),
            { name: 'published', label: 'keeping.field.published', input: 'date', required: true },
            field('words', 'long', true),
            { ...field('language', 'text', true), initial: 'en' },
            field('noted-output', 'long', false),
            field('noted-completion', 'text', false),
            field('noted-outcome', 'long', false),
          ],
    ),
  compose: async (look, _about, typed) => {
    const promised = promisedOf(look, typed);
    const words = typedText(typed, 'words');
    if (words === '') throw refuse('input-malformed', 'field words: Quote what the organisation says.');
    const body = {
      statement: promised.statement.id,
      ...notedTyped(typed),
      published: dayTyped(typed, 'published'),
      words,
      output: typedText(typed, 'noted-output'),
      completion: typedText(typed, 'noted-completion'),
      outcome: typedText(typed, 'noted-outcome'),
    };
    return await Promise.resolve(content(look, promised, { re: [], body }));
  },
};

const review: Form = {
  kind: REVIEW_SET.id,
  title: 'keeping.do.review',
  open: async (_look, about) =>
    await Promise.resolve(
      about !== undefined
        ? undefined
        : [
            {
              name: 'statement',
              label: 'keeping.field.statement',
              help: 'keeping.help.statement',
              input: 'text',
              required: true,
            },
            {
              name: 'months',
              label: 'keeping.field.months',
              help: 'keeping.help.months',
              input: 'text',
              required: true,
              initial: '12',
            },
          ],
    ),
  compose: async (look, _about, typed) => {
    const promised = promisedOf(look, typed);
    const months = Number(typedText(typed, 'months'));
    if (!Number.isSafeInteger(months) || months < 1 || months > 120) {
      throw refuse('input-malformed', 'field months: Write a whole number of months from 1 to 120.');
    }
    const body = { statement: promised.statement.id, months };
    return await Promise.resolve(content(look, promised, { re: [], body }));
  },
};

export const FORMS: readonly Form[] = [assess, note, review];
