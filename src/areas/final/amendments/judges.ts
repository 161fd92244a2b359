// The law of amendments: which instructions fit the text, and who may put forward, accept, withdraw, date them.
import type { BodyOf } from '../../../act/kind.ts';
import { refuse } from '../../../act/refusal.ts';
import type { FoldedAct } from '../../../act/register.ts';
import type { Agreement } from '../../../agreement/agreement.ts';
import type { Instruction, Touch } from '../../../agreement/amendment.ts';
import { parseDate } from '../../../agreement/calendar.ts';
import { ANNEX, CLOSING } from '../../../agreement/text.ts';
import type { Judge, Standing } from '../../../area.ts';
import { AGREEMENT } from '../registers.ts';
import type { AMENDMENT_AGREED, AMENDMENT_EFFECTED, AMENDMENT_WITHDRAWN, Proposal } from './kinds.ts';
import {
  type Amendment,
  type Amendments,
  AMENDMENTS,
  agreedHead,
  type Head,
  headOf,
  referred,
  stageOf,
  statedBy,
} from './registers.ts';

const isAnnex = (id: string): boolean => id.startsWith(`${ANNEX}-`);
const isRecital = (id: string): boolean => id.startsWith('r');

function misfit(n: number, what: string): Error {
  return refuse('state-forbids', `Instruction ${n}: ${what}`);
}

/** The instructions of every amendment agreed so far, whatever their day. */
export function agreedTouches({ all, agreed }: Amendments): readonly Touch[] {
  return agreed.flatMap((id) => {
    const amendment = all.find((one) => one.id === id);
    return amendment === undefined ? [] : (agreedHead(amendment)?.touches ?? []);
  });
}

/** Ids that stand once everything agreed is in force: those as signed, those added, without those repealed. */
function standing(touches: readonly Touch[], agreement: Agreement): ReadonlySet<string> {
  const ids = new Set(agreement.text.nodes.map(({ id }) => id));
  for (const { op, id } of touches) {
    if (op === 'repeal') ids.delete(id);
    else ids.add(id);
  }
  return ids;
}

/** Words stand in lines: a provision in one, an annex in a heading and at least one more. */
function requireWords(n: number, { id, text }: Instruction, languages: readonly string[]): void {
  const said = Object.entries(text ?? {});
  if (said.length === 0) throw misfit(n, `it gives ¶${id} no words.`);
  for (const [language, words] of said) {
    if (!languages.includes(language)) throw misfit(n, `${language} is no language of the Agreement.`);
    const lines = words.split('\n');
    const odd = lines.find((line) => line.trim() !== line || line === '' || line.startsWith('#'));
    if (odd !== undefined) throw misfit(n, `a line is empty, begins with # or ends in spaces: ${odd.slice(0, 60)}`);
    if (isAnnex(id) ? lines.length < 2 : lines.length > 1) {
      throw misfit(n, isAnnex(id) ? 'an annex is a heading and words under it.' : 'a provision stands in one line.');
    }
  }
}

/** `ids` stand now, `ever` stand or stood: an id is used once, so that it always means the same. */
function requirePlace(
  n: number,
  { op, id, after }: Instruction,
  { ids, ever }: { readonly ids: ReadonlySet<string>; readonly ever: ReadonlySet<string> },
): void {
  if (id === CLOSING) throw misfit(n, 'the closing words say what was signed, and are not amended.');
  if (op === 'replace' || op === 'repeal') {
    if (!ids.has(id)) throw misfit(n, `¶${id} does not stand in the text.`);
    if (after !== null) throw misfit(n, `only what is inserted goes after another.`);
    return;
  }
  if (ever.has(id)) throw misfit(n, `there is or was a ¶${id}.`);
  if (op === 'annex') {
    if (!isAnnex(id) || after !== null) throw misfit(n, `${id} is no annex, or an annex goes after a provision.`);
    return;
  }
  if (after === null || !ids.has(after) || isAnnex(after) || isAnnex(id) || isRecital(after) !== isRecital(id)) {
    throw misfit(n, `¶${id} cannot go after ${after === null ? 'nothing' : `¶${after}`}.`);
  }
}

function requireDay(n: number, from: string | null, agreement: Agreement): void {
  if (from === null) return;
  parseDate(from);
  if (from < agreement.signed.date) {
    throw refuse('date-out-of-order', `Instruction ${n} takes effect on ${from}, before the Agreement was signed.`);
  }
}

/**
 * Refuses instructions that do not fit the text as it stands once `agreed` is in force: `state-forbids` naming the
 * instruction, or a refusal of its date. Each provision is touched once.
 */
export function requireFitting(proposal: Proposal, agreement: Agreement, agreed: readonly Touch[]): void {
  const ids = new Set(standing(agreed, agreement));
  const ever = new Set([...agreement.text.nodes.map(({ id }) => id), ...agreed.map(({ id }) => id)]);
  const touched = new Set<string>();
  for (const [i, instruction] of proposal.instructions.entries()) {
    const n = i + 1;
    if (touched.has(instruction.id)) throw misfit(n, `¶${instruction.id} is touched twice.`);
    touched.add(instruction.id);
    requirePlace(n, instruction, { ids, ever });
    if (instruction.op === 'repeal') {
      if (instruction.text !== null) throw misfit(n, 'what is repealed has no new words.');
      // Another instruction may still put something after it: its number stays.
    } else requireWords(n, instruction, agreement.languages);
    if (instruction.op === 'insert' || instruction.op === 'annex') ids.add(instruction.id);
    requireDay(n, instruction.from, agreement);
  }
}

/** Languages of the Agreement in which a text lacks words: it is agreed in all of them or not at all. */
export function lacking(
  { languages, touches }: Pick<Head, 'languages' | 'touches'>,
  agreement: Agreement,
): readonly string[] {
  if (touches.every(({ op }) => op === 'repeal')) return [];
  return agreement.languages.filter((language) => !languages.includes(language));
}

async function amendments(place: Standing): Promise<Amendments> {
  return await place.state(AMENDMENTS, AGREEMENT);
}

function open(state: Amendments, act: FoldedAct, head: string | undefined): Amendment {
  const found = state.all.find(({ heads }) => heads.some((one) => one.act === head));
  if (found === undefined) throw refuse('reference-missing', `${act.header.by} names no text of an amendment.`);
  if (stageOf(found) !== 'open') {
    throw refuse('state-forbids', `The amendment "${headOf(found).title}" is ${stageOf(found)}.`);
  }
  if (headOf(found).act !== head) {
    throw refuse('state-forbids', `The text ${String(head)} was answered by ${headOf(found).act}; name that one.`);
  }
  return found;
}

function requireOther(found: Amendment, act: FoldedAct): void {
  if (headOf(found).side === act.side) {
    throw refuse('state-forbids', `${act.header.by} answers a text of its own side.`);
  }
}

function requireNamed(act: FoldedAct, role: string, found: Amendment): void {
  const { amendment, head } = act.body as { readonly amendment: string; readonly head: string };
  if (amendment !== found.id || head !== referred(act, role)) {
    throw refuse('reference-missing', `The act names the text ${head} of ${amendment}, and refers to another.`);
  }
}

export const judgeProposed: Judge = async (act, place) => {
  requireFitting(act.body as Proposal, place.agreement, agreedTouches(await amendments(place)));
};

export const judgeCountered: Judge = async (act, place) => {
  const state = await amendments(place);
  const found = open(state, act, referred(act, 'answers'));
  requireOther(found, act);
  requireFitting(act.body as Proposal, place.agreement, agreedTouches(state));
};

/** Two amendments that touch one provision on one day need different places in the order of that day. */
function requireOrder(state: Amendments, found: Amendment): void {
  const head = headOf(found);
  for (const id of state.agreed) {
    const other = state.all.find((one) => one.id === id);
    const theirs = other === undefined ? undefined : agreedHead(other);
    if (theirs === undefined || theirs.order !== head.order) continue;
    const clash = head.touches.find((mine) =>
      theirs.touches.some((one) => one.id === mine.id && one.from !== null && one.from === mine.from),
    );
    if (clash !== undefined) {
      throw refuse(
        'state-forbids',
        `"${theirs.title}" touches ¶${clash.id} on ${String(clash.from)} with the same order ${head.order}.`,
      );
    }
  }
}

export const judgeAgreed: Judge = async (act, place) => {
  const { agreement } = place;
  const state = await amendments(place);
  const found = open(state, act, (act.body as BodyOf<typeof AMENDMENT_AGREED>).head);
  requireOther(found, act);
  requireNamed(act, 'accepts', found);
  const head = headOf(found);
  const missing = lacking(head, agreement);
  if (missing.length > 0) {
    throw refuse('state-forbids', `The text is not written in ${missing.join(', ')}; it is agreed in all languages.`);
  }
  const text = await place.act(head.act);
  if (text?.body === undefined) throw refuse('reference-unknown', `The words of ${head.act} cannot be read.`);
  requireFitting(text.body as Proposal, agreement, agreedTouches(state));
  requireOrder(state, found);
};

export const judgeWithdrawn: Judge = async (act, place) => {
  const state = await amendments(place);
  const found = open(state, act, (act.body as BodyOf<typeof AMENDMENT_WITHDRAWN>).head);
  if (headOf(found).side !== act.side) {
    throw refuse('state-forbids', `${act.header.by} withdraws a text of the other side.`);
  }
  requireNamed(act, 'withdraws', found);
};

/** A day is stated of what was left open, and again only while the sides have stated different days. */
export const judgeEffected: Judge = async (act, place) => {
  const { amendment, instructions, date } = act.body as BodyOf<typeof AMENDMENT_EFFECTED>;
  const found = (await amendments(place)).all.find(({ id }) => id === amendment);
  const head = found === undefined ? undefined : agreedHead(found);
  if (found === undefined || head === undefined || found.agreed?.act !== referred(act, 'effects')) {
    throw refuse('reference-missing', `${act.header.by} states a day of effect of an amendment that is not agreed.`);
  }
  for (const n of instructions) {
    const touch = head.touches[n - 1];
    if (touch === undefined || touch.from !== null) {
      throw refuse('state-forbids', `Instruction ${n} has no open day of effect.`);
    }
    requireDay(n, date, place.agreement);
    const said = place.agreement.participants.map(({ id }) => statedBy(found, id, n)?.date);
    const settled = said.every((day) => day !== undefined && day === said[0]);
    if (settled || statedBy(found, act.side, n)?.date === date) {
      throw refuse('state-forbids', `The day of instruction ${n} is stated: ${date}.`);
    }
  }
};
