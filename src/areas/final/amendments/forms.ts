// How officials amend: a proposal instruction by instruction, a counter-proposal, acceptance, withdrawal, effect.
import { type Refusal, refuse } from '../../../act/refusal.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import { type Instruction, type Op, OPS } from '../../../agreement/amendment.ts';
import { parseDate } from '../../../agreement/calendar.ts';
import type { Content, Field, Form, Look, ShownAct, Typed } from '../../../area.ts';
import { AGREEMENT } from '../registers.ts';
import {
  AMENDMENT_AGREED,
  AMENDMENT_COUNTERED,
  AMENDMENT_EFFECTED,
  AMENDMENT_PROPOSED,
  AMENDMENT_WITHDRAWN,
  ORDER_LIMIT,
  type Proposal,
  REASON_LIMIT,
  TITLE_LIMIT,
  WORDS_LIMIT,
} from './kinds.ts';
import { agreedTouches, requireFitting } from './judges.ts';
import { type Amendment, AMENDMENTS, agreedHead, dayOf, headOf, stageOf } from './registers.ts';

/** Instructions a form has room for. What has more is put forward in more amendments, in a stated order. */
export const ROOM = 4;
const PLACES = Array.from({ length: ROOM }, (_, i) => i + 1);

function value(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').normalize('NFC').trim();
}

function wrong(field: string, what: string): Error {
  return refuse('input-malformed', `field ${field}: ${what}`);
}

function dayTyped(typed: Typed, field: string): string | null {
  const said = value(typed, field);
  if (said === '') return null;
  try {
    return parseDate(said);
  } catch (cause) {
    throw refuse('input-malformed', `field ${field}: ${(cause as Refusal).detail}`, cause);
  }
}

/** `71`, `¶71`, `(3)`, `annex 1` as people write them. */
function idTyped(typed: Typed, field: string): string {
  const said = value(typed, field).toLowerCase().replace(/^[¶§]\s*|\.$/g, '');
  const recital = /^\((\d+[a-z]?)\)$/.exec(said)?.[1];
  if (recital !== undefined) return `r${recital}`;
  return said.replace(/^annex[\s-]*(\d+)$/, 'annex-$1');
}

/** The office of the other side. */
function counterpart(look: Look): string {
  const other = look.agreement.participants.find((side) => side.id !== look.side);
  if (other === undefined) throw new Error('amendments: an agreement of one side');
  return other.treatyOffice.body;
}

/**
 * Provisions an act on instructions speaks under: the clause on amendments, those touched that stand in the text as
 * signed, and the clause on alignment where what it is about is touched.
 */
export function spokenUnder(agreement: Agreement, ids: readonly string[]): readonly string[] {
  const aligned = agreement.family('alignment')?.parameters['provisions']?.value;
  const inAlignment = ids.some((id) => Array.isArray(aligned) && aligned.includes(id));
  const families = inAlignment ? ['amendment', 'alignment'] : ['amendment'];
  const known = ids.filter((id) => agreement.provision(id) !== undefined);
  return [...new Set([...agreement.provisionsOf(families), ...known])];
}

function content(look: Look, ids: readonly string[], rest: Pick<Content, 're' | 'body'>): Content {
  return { provisions: spokenUnder(look.agreement, ids), to: [counterpart(look)], subject: AGREEMENT, ...rest };
}

async function amendmentOf(look: Look, about: ShownAct | undefined): Promise<Amendment | undefined> {
  if (about === undefined || about.contested !== undefined) return undefined;
  const { all } = await look.row(AMENDMENTS, AGREEMENT);
  return all.find(
    ({ heads, agreed }) => heads.some(({ act }) => act === about.act.id) || agreed?.act === about.act.id,
  );
}

/** The amendment whose text `about` is, where that is open, is the last one, and is or is not of this side. */
async function openHead(look: Look, about: ShownAct | undefined, mine: boolean): Promise<Amendment | undefined> {
  const found = await amendmentOf(look, about);
  if (found === undefined || stageOf(found) !== 'open' || headOf(found).act !== about?.act.id) return undefined;
  return (headOf(found).side === look.side) === mine ? found : undefined;
}

function initial(text: string | null | undefined): { readonly initial?: string } {
  return text === undefined || text === null || text === '' ? {} : { initial: text };
}

function instructionFields(n: number, agreement: Agreement, given: Instruction | undefined): readonly Field[] {
  const later = given !== undefined && given.from === null;
  return [
    {
      name: `op${n}`,
      label: `amend.field.op-${n}`,
      input: 'choice',
      required: n === 1,
      options: [...(n === 1 ? [] : ['none']), ...OPS].map((one) => ({ value: one, label: `amend.op.${one}` })),
      initial: given?.op ?? (n === 1 ? 'replace' : 'none'),
    },
    {
      name: `id${n}`,
      label: 'amend.field.id',
      help: 'amend.help.id',
      input: 'text',
      required: n === 1,
      ...initial(given?.id),
    },
    {
      name: `after${n}`,
      label: 'amend.field.after',
      help: 'amend.help.after',
      input: 'text',
      required: false,
      ...initial(given?.after),
    },
    ...agreement.languages.map(
      (language): Field => ({
        name: `${language}${n}`,
        label: `amend.field.words-${language}`,
        help: 'amend.help.words',
        input: 'long',
        required: false,
        limit: WORDS_LIMIT,
        ...initial(given?.text?.[language]),
      }),
    ),
    {
      name: `when${n}`,
      label: 'amend.field.when',
      input: 'choice',
      required: false,
      options: ['stated', 'later'].map((one) => ({ value: one, label: `amend.when.${one}` })),
      initial: later ? 'later' : 'stated',
    },
  ];
}

function proposalFields(agreement: Agreement, given: Proposal | undefined): readonly Field[] {
  const day = given?.instructions.find(({ from }) => from !== null)?.from;
  return [
    { name: 'title', label: 'amend.field.title', input: 'text', required: true, ...initial(given?.title) },
    {
      name: 'from',
      label: 'amend.field.from',
      help: 'amend.help.from',
      input: 'date',
      required: false,
      ...initial(day),
    },
    {
      name: 'order',
      label: 'amend.field.order',
      help: 'amend.help.order',
      input: 'text',
      required: true,
      initial: String(given?.order ?? 1),
    },
    ...PLACES.flatMap((n) => instructionFields(n, agreement, given?.instructions[n - 1])),
  ];
}

function instructionTyped(n: number, typed: Typed, agreement: Agreement, day: string | null): Instruction | undefined {
  const said = value(typed, `op${n}`);
  if (said === 'none' || said === '') return undefined;
  const op: Op | undefined = OPS.find((known) => known === said);
  if (op === undefined) throw wrong(`op${n}`, `There is no instruction ${JSON.stringify(said)}.`);
  const id = idTyped(typed, `id${n}`);
  if (!/^(r?[1-9]\d{0,2}[a-z]?|annex-[1-9]\d?)$/.test(id)) {
    throw wrong(`id${n}`, 'Write the number of a paragraph, for example 71 or 69a, or annex-1.');
  }
  const text: Record<string, string> = {};
  for (const language of agreement.languages) {
    const words = value(typed, `${language}${n}`).replace(/\s*\n\s*/g, '\n');
    if (words.length > WORDS_LIMIT) throw wrong(`${language}${n}`, `It has ${words.length} letters of ${WORDS_LIMIT}.`);
    if (words !== '') text[language] = words;
  }
  const after = op === 'insert' ? idTyped(typed, `after${n}`) : '';
  return {
    op,
    id,
    after: after === '' ? null : after,
    text: op === 'repeal' ? null : text,
    from: value(typed, `when${n}`) === 'later' ? null : day,
  };
}

async function proposalTyped(look: Look, typed: Typed): Promise<Proposal> {
  const title = value(typed, 'title');
  if (title === '' || title.length > TITLE_LIMIT) throw wrong('title', `Name it in at most ${TITLE_LIMIT} letters.`);
  const order = Number(value(typed, 'order'));
  if (!Number.isInteger(order) || order < 1 || order > ORDER_LIMIT) {
    throw wrong('order', `Write a whole number from 1 to ${ORDER_LIMIT}.`);
  }
  const day = dayTyped(typed, 'from');
  const instructions = PLACES.flatMap((n) => instructionTyped(n, typed, look.agreement, day) ?? []);
  if (instructions.length === 0) throw wrong('op1', 'There is no instruction. Choose what is to be done.');
  const proposal = { title, order, instructions: instructions as Proposal['instructions'] };
  requireFitting(proposal, look.agreement, agreedTouches(await look.row(AMENDMENTS, AGREEMENT)));
  return proposal;
}

const touched = ({ instructions }: Proposal): readonly string[] => instructions.map(({ id }) => id);

const propose: Form = {
  kind: AMENDMENT_PROPOSED.id,
  title: 'amend.do.propose',
  open: async (look, shown) =>
    await Promise.resolve(shown === undefined ? proposalFields(look.agreement, undefined) : undefined),
  compose: async (look, _about, typed) => {
    const body = await proposalTyped(look, typed);
    return content(look, touched(body), { re: [], body });
  },
};

const counter: Form = {
  kind: AMENDMENT_COUNTERED.id,
  title: 'amend.do.counter',
  open: async (look, about) => {
    if (about === undefined || (await openHead(look, about, false)) === undefined) return undefined;
    return proposalFields(look.agreement, about.act.body as Proposal | undefined);
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw refuse('reference-missing', 'A text is answered, but not which.');
    const body = await proposalTyped(look, typed);
    const before = about.act.body as Proposal | undefined;
    const ids = [...touched(body), ...(before === undefined ? [] : touched(before))];
    return content(look, ids, { re: [{ act: about.act.id, role: 'answers' }], body });
  },
};

/** An act that names a text and its amendment, and says no words of its own. */
async function about(look: Look, shown: ShownAct | undefined, role: string, more: object): Promise<Content> {
  const found = await amendmentOf(look, shown);
  if (shown === undefined || found === undefined) throw refuse('reference-missing', 'A text is named, but not which.');
  const ids = headOf(found).touches.map(({ id }) => id);
  const body = { amendment: found.id, ...more } as Content['body'];
  return content(look, ids, { re: [{ act: shown.act.id, role }], body });
}

const agree: Form = {
  kind: AMENDMENT_AGREED.id,
  title: 'amend.do.agree',
  open: async (look, shown) => ((await openHead(look, shown, false)) === undefined ? undefined : []),
  compose: async (look, shown) => await about(look, shown, 'accepts', { head: shown?.act.id ?? '' }),
};

const withdraw: Form = {
  kind: AMENDMENT_WITHDRAWN.id,
  title: 'amend.do.withdraw',
  open: async (look, shown) => {
    if ((await openHead(look, shown, true)) === undefined) return undefined;
    return [{ name: 'reason', label: 'amend.field.reason', input: 'long', required: true }];
  },
  compose: async (look, shown, typed) => {
    const reason = value(typed, 'reason');
    const fits = reason !== '' && reason.length <= REASON_LIMIT;
    if (!fits) throw wrong('reason', `Say why in at most ${REASON_LIMIT} letters.`);
    return await about(look, shown, 'withdraws', { head: shown?.act.id ?? '', reason });
  },
};

/** Numbers of the instructions of an agreed text whose day both sides have still to state alike. */
export function undated(amendment: Amendment, agreement: Agreement): readonly number[] {
  const sides = agreement.participants.map(({ id }) => id);
  const touches = agreedHead(amendment)?.touches ?? [];
  return touches.map((_, i) => i + 1).filter((n) => dayOf(amendment, n, sides) === null);
}

const effect: Form = {
  kind: AMENDMENT_EFFECTED.id,
  title: 'amend.do.effect',
  open: async (look, shown) => {
    const found = await amendmentOf(look, shown);
    if (found === undefined || found.agreed?.act !== shown?.act.id) return undefined;
    const numbers = undated(found, look.agreement);
    const touches = agreedHead(found)?.touches ?? [];
    if (numbers.length === 0) return undefined;
    return [
      {
        name: 'instructions',
        label: 'amend.field.instructions',
        help: 'amend.help.instructions',
        input: 'checks',
        required: true,
        options: numbers.map((n) => ({ value: String(n), text: `${n}. ¶${touches[n - 1]?.id ?? ''}` })),
      },
      { name: 'date', label: 'amend.field.date', help: 'amend.help.date', input: 'date', required: true },
    ];
  },
  compose: async (look, shown, typed) => {
    const instructions = [...new Set((typed['instructions'] ?? []).map(Number))].sort((a, b) => a - b);
    if (instructions.length === 0 || instructions.some((n) => !Number.isInteger(n) || n < 1)) {
      throw wrong('instructions', 'Choose at least one instruction.');
    }
    const date = dayTyped(typed, 'date');
    if (date === null) throw wrong('date', 'Write the day on which they take effect.');
    return await about(look, shown, 'effects', { instructions, date });
  },
};

export const AMENDMENT_FORMS: readonly Form[] = [propose, counter, agree, withdraw, effect];
