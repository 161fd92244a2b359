// What the page of life shows of the matters: each with its state, its steps, and what can be said of it now.
import type { Json } from '../../../act/canonical.ts';
import type { BodyOf } from '../../../act/kind.ts';
import {
  isOver, MATTERS, type MatterName, matterOf, type MatterRound, type MatterState,
} from '../../../agreement/matter.ts';
import type { Form, Look } from '../../../area.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import { ACKNOWLEDGED } from '../kinds.ts';
import { AMENDMENT_PROPOSED } from '../amendments/kinds.ts';
import { MATTER_FORMS } from './index.ts';
import { ALIGNMENT_PROPOSED } from './kinds.ts';
import { MATTERS_KEPT } from './register.ts';
import { familyOf } from './subjects.ts';

/** Most matters shown of one name; the register has the others. */
export const MATTERS_SHOWN = 50;

/** One thing said in the round that runs, or ran last. */
export interface StepRow {
  readonly act: string;
  readonly side: string;
  readonly title: string;
  readonly kind: string;
  readonly on: string;
  /** Whether its receipt is asked for, and the civil date at the recipient's seat on which it came. */
  readonly asksReceipt: boolean;
  readonly received: string | null;
}

/** Something that can be said of a matter now: a form, and the act that it is opened from. */
export interface NextStep {
  readonly kind: string;
  readonly title: string;
  readonly about: string | null;
}

export interface MatterRow {
  readonly subject: string;
  readonly matter: MatterName;
  readonly provision: string;
  /** The state of its last round; null where nothing was ever said. */
  readonly state: string | null;
  readonly over: boolean;
  readonly earlier: number;
  readonly steps: readonly StepRow[];
  readonly next: readonly NextStep[];
}

const titleOf: Readonly<Record<string, string>> = Object.fromEntries(
  MATTER_FORMS.map(({ kind, title }) => [kind, title.replace('final.do.', 'final.kind.')]),
);

async function stepRows(look: Look, round: MatterRound): Promise<readonly StepRow[]> {
  const rows = await Promise.all(
    round.steps.map(async ({ act, side, at, receipt }): Promise<readonly StepRow[]> => {
      const kind = (await look.act(act))?.act.header.kind;
      if (kind === undefined) return [];
      return [
        {
          act,
          side,
          kind,
          title: titleOf[kind] ?? kind,
          on: civilDate(at, look.agreement.participant(side).seat.zone),
          asksReceipt: ACKNOWLEDGED.includes(kind),
          received: receipt?.date ?? null,
        },
      ];
    }),
  );
  return rows.flat();
}

/** The forms that open from one act. */
async function opening(look: Look, act: string): Promise<readonly NextStep[]> {
  const shown = await look.act(act);
  if (shown === undefined) return [];
  const opened = await Promise.all(MATTER_FORMS.map(async (form) => await form.open(look, shown)));
  return MATTER_FORMS.filter((_, i) => opened[i] !== undefined).map(({ kind, title }) => ({ kind, title, about: act }));
}

/** A review concluded by an amendment leads to the form that proposes one: the conclusion itself changes no text. */
async function following(look: Look, matter: MatterName, round: MatterRound | undefined): Promise<readonly NextStep[]> {
  if (matter !== 'alignment' || round?.state !== 'concluded' || typeof round.head !== 'string') return [];
  const outcome = (await look.act(round.head))?.act;
  if (outcome?.header.kind !== ALIGNMENT_PROPOSED.id || outcome.body === undefined) return [];
  if ((outcome.body as BodyOf<typeof ALIGNMENT_PROPOSED>).outcome !== 'amend') return [];
  return [{ kind: AMENDMENT_PROPOSED.id, title: 'amend.do.propose', about: null }];
}

async function matterRow(look: Look, subject: string, state: MatterState): Promise<readonly MatterRow[]> {
  const matter = matterOf(subject);
  const round = state.rounds.at(-1);
  if (matter === undefined) return [];
  const [provision = ''] = look.agreement.provisionsOf([familyOf(matter, subject.slice(matter.length + 1))]);
  const acts = [...new Set([round?.steps[0]?.act, round?.head].filter((act) => typeof act === 'string'))];
  const running = round !== undefined && !isOver(matter, round.state);
  const open = running ? (await Promise.all(acts.map(async (act) => await opening(look, act)))).flat() : [];
  const next = look.public === true ? [] : [...open, ...(await following(look, matter, round))];
  return [
    {
      subject,
      matter,
      provision,
      state: round?.state ?? null,
      over: !running,
      earlier: Math.max(0, state.rounds.length - 1),
      steps: round === undefined ? [] : await stepRows(look, round),
      next,
    },
  ];
}

/** Every matter, in the order of the table; a name of which nothing was said has one row that says so. */
export async function matterRows(look: Look): Promise<readonly MatterRow[]> {
  const kept = await look.rows(MATTERS_KEPT);
  const rows = await Promise.all(
    (Object.keys(MATTERS) as MatterName[]).map(async (matter) => {
      const own = kept.filter(({ subject }) => matterOf(subject) === matter).slice(0, MATTERS_SHOWN);
      const shown = own.length > 0 ? own : [{ subject: matter, state: { rounds: [] } satisfies MatterState & Json }];
      return await Promise.all(shown.map(async ({ subject, state }) => await matterRow(look, subject, state)));
    }),
  );
  return rows.flat(2);
}

/** The forms that begin a matter now. */
export async function beginnings(look: Look): Promise<readonly NextStep[]> {
  const opened = await Promise.all(MATTER_FORMS.map(async (form: Form) => await form.open(look, undefined)));
  const open = MATTER_FORMS.filter((_, i) => opened[i] !== undefined);
  return open.map(({ kind, title }) => ({ kind, title, about: null }));
}
