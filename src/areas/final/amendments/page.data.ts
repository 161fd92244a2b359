// What the page of amendments shows, read from the record: all of them, and one with its redline and its history.
import { consolidate, type Instruction, wholeWords } from '../../../agreement/amendment.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import { redline, type Stretch } from '../../../agreement/redline.ts';
import type { Text } from '../../../agreement/text.ts';
import type { Form, Look } from '../../../area.ts';
import { agreedCorrections } from '../languages/corrections.ts';
import { loadedTexts } from '../languages/history.ts';
import { AGREEMENT } from '../registers.ts';
import { AMENDMENT_FORMS } from './forms.ts';
import { datedInstructions } from './history.ts';
import { AMENDMENT_PROPOSED, type Proposal } from './kinds.ts';
import { type Amendment, AMENDMENTS, agreedHead, dayOf, type Head, headOf, stageOf, statedBy } from './registers.ts';

/** Where an act stands. */
export interface Place {
  readonly side: string;
  readonly index: number;
}

/** One amendment in the list. */
export interface AmendmentRow {
  readonly id: string;
  readonly title: string;
  readonly stage: 'open' | 'agreed' | 'withdrawn';
  readonly ids: readonly string[];
  /** Who put forward the last text, and where that stands. */
  readonly head: Place;
  /** Days of effect, each once; null among them where one is open. */
  readonly days: readonly (string | null)[];
}

/** The words of an instruction in one language, against what they change. */
export interface Worded {
  readonly language: string;
  /** Null where the text in this language is not loaded: there is nothing to compare with. */
  readonly redline: readonly Stretch[] | null;
  readonly words: string;
}

export interface InstructionShown extends Pick<Instruction, 'op' | 'id' | 'after'> {
  readonly n: number;
  readonly day: string | null;
  /** What each side stated of an open day. */
  readonly stated: readonly { readonly side: string; readonly date: string }[];
  /** Against the text as it stands before it. */
  readonly words: readonly Worded[];
  /** Against the text it answers; empty where that is the same or there is none. */
  readonly answered: readonly Worded[];
}

/** A text that was put forward, with its words. */
export interface HeadShown extends Place {
  readonly act: string;
  readonly title: string;
  readonly order: number;
  readonly instructions: readonly InstructionShown[];
}

/** What happened to an amendment, in its order. */
export interface StepShown extends Place {
  readonly is: 'proposed' | 'countered' | 'agreed' | 'withdrawn' | 'effected';
  /** The civil date at the seat of who said it. */
  readonly on: string;
  readonly exercise: boolean;
}

export interface AmendmentShown {
  readonly row: AmendmentRow;
  /** Newest first: the first is what can be accepted, or what was agreed. */
  readonly heads: readonly HeadShown[];
  readonly steps: readonly StepShown[];
  /** What may be said now, and of which act. */
  readonly openings: readonly { readonly kind: string; readonly title: string; readonly about: string }[];
}

export interface AmendmentsData {
  readonly rows: readonly AmendmentRow[];
  readonly one: AmendmentShown | null;
  /** An amendment was asked for that is not there. */
  readonly unknown: boolean;
  /** Null where nothing can be begun. */
  readonly propose: { readonly kind: string; readonly title: string } | null;
}

function rowOf(amendment: Amendment, sides: readonly string[]): AmendmentRow {
  const head = agreedHead(amendment) ?? headOf(amendment);
  const days = head.touches.map(({ from }, i) => (amendment.agreed === null ? from : dayOf(amendment, i + 1, sides)));
  return {
    id: amendment.id,
    title: head.title,
    stage: stageOf(amendment),
    ids: head.touches.map(({ id }) => id),
    head: { side: head.side, index: head.index },
    days: [...new Set(days)],
  };
}

/** The texts, by language, as an instruction meets them: with everything before it in force on its day. */
type Before = (language: string, instruction: Instruction, n: number) => string | undefined;

async function beforeOf(look: Look, amendment: Amendment, order: number): Promise<Before> {
  const { agreement } = look;
  const own = agreement.prevails ?? agreement.loaded[0] ?? '';
  const texts = new Map<string, Text>([[own, agreement.text]]);
  for (const { language, text } of await loadedTexts(look)) texts.set(language, text);
  const corrections = await agreedCorrections(look);
  const others = (await datedInstructions(look)).filter((one) => one.amendment !== amendment.id);
  return (language, { id, from }) => {
    const text = texts.get(language);
    if (text === undefined) return undefined;
    const day = from ?? '9999-12-31';
    const earlier = others.filter((one) => one.from < day || (one.from === day && one.order < order));
    const node = consolidate(text, { dated: earlier, corrections }, day, language).nodes.find((one) => one.id === id);
    return node === undefined ? '' : wholeWords(node);
  };
}

function worded(one: Instruction, n: number, before: Before, languages: readonly string[]): readonly Worded[] {
  return languages.flatMap((language): readonly Worded[] => {
    const words = one.op === 'repeal' ? '' : one.text?.[language];
    if (words === undefined) return [];
    const old = before(language, one, n);
    if (old === undefined && words === '') return [];
    return [{ language, words, redline: old === undefined ? null : redline(old, words) }];
  });
}

/** Whether a redline says anything. */
const changes = ({ redline: lines }: Worded): boolean => lines?.some(({ is }) => is !== 'same') === true;

async function headShown(
  look: Look,
  amendment: Amendment,
  head: Head,
  answered: Proposal | undefined,
): Promise<HeadShown | undefined> {
  const body = (await look.act(head.act))?.act.body as Proposal | undefined;
  if (body === undefined) return undefined;
  const { languages, participants } = look.agreement;
  const before = await beforeOf(look, amendment, head.order);
  const isAgreed = amendment.agreed?.head === head.act;
  const sides = participants.map(({ id }) => id);
  return {
    act: head.act,
    side: head.side,
    index: head.index,
    title: body.title,
    order: body.order,
    instructions: body.instructions.map((one, i): InstructionShown => {
      const n = i + 1;
      const theirs = answered?.instructions.find(({ id }) => id === one.id);
      const then: Before = (language) => theirs?.text?.[language] ?? '';
      return {
        n,
        op: one.op,
        id: one.id,
        after: one.after,
        day: isAgreed ? dayOf(amendment, n, sides) : one.from,
        stated: isAgreed
          ? sides.flatMap((side) => {
              const date = statedBy(amendment, side, n)?.date;
              return date === undefined || one.from !== null ? [] : [{ side, date }];
            })
          : [],
        words: worded(one, n, before, languages),
        answered: (answered === undefined ? [] : worded(one, n, then, languages)).filter(changes),
      };
    }),
  };
}

async function headsShown(look: Look, amendment: Amendment): Promise<readonly HeadShown[]> {
  const bodies = await Promise.all(
    amendment.heads.map(async ({ act }) => (await look.act(act))?.act.body as Proposal | undefined),
  );
  const shown = await Promise.all(
    amendment.heads.map(async (head, i) => await headShown(look, amendment, head, i === 0 ? undefined : bodies[i - 1])),
  );
  return shown.filter((one) => one !== undefined).toReversed();
}

async function stepsOf(look: Look, amendment: Amendment): Promise<readonly StepShown[]> {
  const { heads, withdrawn, agreed, effects } = amendment;
  const named: readonly (readonly [string, StepShown['is']])[] = [
    ...heads.map(({ act }, i) => [act, i === 0 ? 'proposed' : 'countered'] as const),
    ...(withdrawn === null ? [] : [[withdrawn.act, 'withdrawn'] as const]),
    ...(agreed === null ? [] : [[agreed.act, 'agreed'] as const]),
    ...Object.values(effects).flatMap((said) => said.map(({ act }) => [act, 'effected'] as const)),
  ];
  const found = await Promise.all(
    named.map(async ([id, is]): Promise<readonly StepShown[]> => {
      const shown = await look.act(id);
      if (shown === undefined) return [];
      const { side, index, header } = shown.act;
      const on = civilDate(header.at, look.agreement.participant(side).seat.zone);
      return [{ is, side, index, on, exercise: header.exercise === true }];
    }),
  );
  return found.flat();
}

async function openingsOf(look: Look, amendment: Amendment): Promise<AmendmentShown['openings']> {
  const acts = [headOf(amendment).act, ...(amendment.agreed === null ? [] : [amendment.agreed.act])];
  const found = await Promise.all(
    acts.map(async (about) => {
      const shown = await look.act(about);
      const opens = async (form: Form): Promise<boolean> => (await form.open(look, shown)) !== undefined;
      const open = await Promise.all(AMENDMENT_FORMS.map(opens));
      return AMENDMENT_FORMS.filter((_, i) => open[i]).map(({ kind, title }) => ({ kind, title, about }));
    }),
  );
  return found.flat();
}

/** Reads the page. `query.of` is the id of one amendment: the act by which it was first proposed. */
export async function loadAmendments(look: Look, query: Readonly<Record<string, string>>): Promise<AmendmentsData> {
  const { all } = await look.row(AMENDMENTS, AGREEMENT);
  const sides = look.agreement.participants.map(({ id }) => id);
  const asked = query['of'];
  const found = all.find(({ id }) => id === asked);
  const propose = AMENDMENT_FORMS.find(({ kind }) => kind === AMENDMENT_PROPOSED.id) as Form;
  return {
    rows: all.map((one) => rowOf(one, sides)).toReversed(),
    one:
      found === undefined
        ? null
        : {
            row: rowOf(found, sides),
            heads: await headsShown(look, found),
            steps: await stepsOf(look, found),
            openings: look.public === true ? [] : await openingsOf(look, found),
          },
    unknown: asked !== undefined && found === undefined,
    propose: look.public === true ? null : { kind: propose.kind, title: propose.title },
  };
}
