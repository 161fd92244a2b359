// How officials say the kinds of the matters: one form for each, made from its fields and the table of the life.
import type { Json } from '../../../act/canonical.ts';
import type { Kind } from '../../../act/kind.ts';
import { Refusal, refuse } from '../../../act/refusal.ts';
import { civilDate } from '../../../agreement/calendar.ts';
import { RULES } from '../../../agreement/clock.ts';
import {
  advance, headOf, type MatterName, matterOf, type MatterState, runningRound,
} from '../../../agreement/matter.ts';
import type { Content, Field, Form, Look, ShownAct } from '../../../area.ts';
import { standing } from '../strip.ts';
import { extensionDates } from './dates.ts';
import { FIELDS, INPUTS, type SaidField } from './fields.ts';
import {
  EXTENSION_ACCEPTED, EXTENSION_PROPOSED, MANDATE_READING, PROPOSAL_ACCEPTED, READING_CONFIRMED,
  TERMINATION_WITHDRAWN, WITHDRAWAL_SOURCE,
} from './kinds.ts';
import { type Deed, DEEDS, MATTERS_KEPT } from './register.ts';
import { familyOf, nextSubject } from './subjects.ts';
import { READINGS, typedBody } from './typed.ts';

/** The act that stands for the one about to be drafted: the table asks only who says what of which act. */
const DRAFTED = 'draft';

function optionsOf({ name, is, options = [] }: SaidField, look: Look): Field['options'] {
  switch (is) {
    case 'choice':
      return options.map((value) => ({
        value,
        label: name === 'channel' ? `final.channel.${value}` : `final.choice.${value}`,
      }));
    case 'languages':
    case 'language':
      return look.agreement.languages.map((value) => ({ value, label: `life.text.language-${value}` }));
    case 'rule':
      return Object.values(RULES).map(({ id, family }) => ({ value: id, label: `final.rule.${family}` }));
    case 'reading':
      return READINGS.map(({ value, word }) => ({ value, label: word }));
    case 'line':
    case 'text':
    case 'date':
    case 'today':
    case 'whole':
    case 'provisions':
    case 'provision':
    case 'activities':
      return undefined;
  }
}

function drawn(field: SaidField, look: Look): Field {
  const { name, is, help } = field;
  const options = optionsOf(field, look);
  const initial =
    is === 'today' ? civilDate(look.now, look.agreement.participant(look.side).seat.zone)
    : name === 'channel' ? 'node'
    : name === 'months' ? '0'
    : undefined;
  return {
    name,
    label: `final.field.${name}`,
    input: INPUTS[is],
    required: is !== 'activities' && is !== 'languages',
    ...(help === undefined ? {} : { help }),
    ...(options === undefined ? {} : { options }),
    ...(initial === undefined ? {} : { initial }),
  };
}

/** A kind that begins a matter is said about nothing; one that goes on with it, about an act of its round. */
const begins = ({ matter, event }: Deed): boolean =>
  matter !== null && (event === 'opened' || event === 'confirmed' || (event === 'proposed' && STARTED.has(matter)));

/** Matters that begin with a proposal. */
const STARTED: ReadonlySet<MatterName> = new Set(['extension', 'activities', 'convention']);

/** The act of the round that a kind names: what it accepts or takes back, or what opened it. */
function namedAct(deed: Deed, matter: MatterName, state: MatterState): string | null {
  const round = runningRound(matter, state);
  return deed.role === null ? (round?.steps[0]?.act ?? null) : (headOf(round)?.act ?? null);
}

function roleOf(kind: Kind): string | undefined {
  return kind.references[0]?.role;
}

/** Whether the table lets this side say it now, of the matter as it stands. */
function isOpen(deed: Deed, matter: MatterName, state: MatterState, look: Look): boolean {
  const { event: name, role } = deed;
  const of = role === null ? null : namedAct(deed, matter, state);
  const bare = { act: DRAFTED, side: look.side, index: 0, seen: 0, at: look.now, body: null, receipt: null };
  const event = { ...bare, name, of };
  return !(advance(matter, state, event) instanceof Refusal);
}

async function subjectsTaken(look: Look): Promise<readonly string[]> {
  return (await look.rows(MATTERS_KEPT)).map(({ subject }) => subject);
}

async function mayBegin(kind: Kind, deed: Deed, look: Look): Promise<boolean> {
  const { matter } = deed;
  if (matter === null) return false;
  // There is one for each rule; which it is, is typed.
  if (matter === 'convention') return true;
  const subject = nextSubject(matter, look.side, await subjectsTaken(look), undefined);
  if (!isOpen(deed, matter, await look.row(MATTERS_KEPT, subject), look)) return false;
  if (kind.id !== EXTENSION_PROPOSED.id && matter !== 'termination' && matter !== 'activities') return true;
  const { heading, clocks } = await standing(look);
  if (matter === 'activities') return clocks.terminations.length > 0;
  if (matter === 'termination') return heading.startsWith('in-effect') || heading === 'termination-pending';
  return extensionDates(clocks, { years: 1, months: 0 }, look.agreement) !== undefined;
}

/** The matter of the act a form is opened from, where the kind can be said of it now. */
async function carriedOn(
  kind: Kind,
  deed: Deed,
  look: Look,
  about: ShownAct,
): Promise<{ readonly matter: MatterName; readonly state: MatterState } | undefined> {
  const matter = matterOf(about.act.header.subject);
  if (matter === undefined || (deed.matter ?? matter) !== matter || about.contested !== undefined) return undefined;
  const state = await look.row(MATTERS_KEPT, about.act.header.subject);
  const of = namedAct(deed, matter, state);
  // It is opened from the very act that it answers, for the note verbale names that one.
  if (of !== about.act.id || !isOpen(deed, matter, state, look)) return undefined;
  const rule = kind.references[0];
  return rule?.kinds.includes(about.act.header.kind) === true ? { matter, state } : undefined;
}

function counterpart(look: Look): string {
  const other = look.agreement.participants.find((side) => side.id !== look.side);
  if (other === undefined) throw new Error('final: an agreement of one side');
  return other.treatyOffice.body;
}

/** What the body says beside what was typed. */
async function computed(
  kind: Kind,
  typed: Readonly<Record<string, Json>>,
  look: Look,
  state: MatterState,
  matter: MatterName,
): Promise<Readonly<Record<string, Json>>> {
  const round = runningRound(matter, state);
  const head = headOf(round);
  const accepted = { proposal: round?.steps[0]?.act ?? '', head: head?.act ?? '' };
  switch (kind.id) {
    case EXTENSION_PROPOSED.id: {
      const { clocks } = await standing(look);
      const length = { years: Number(typed['years']), months: Number(typed['months']) };
      const dates = extensionDates(clocks, length, look.agreement);
      if (dates === undefined) throw refuse('state-forbids', 'An extension is proposed, and the term has not begun.');
      return { ...dates, tz: look.tz };
    }
    case EXTENSION_ACCEPTED.id: {
      const proposed = (head?.body ?? {}) as { readonly newLastDay?: string };
      return { ...accepted, newLastDay: proposed.newLastDay ?? '' };
    }
    case PROPOSAL_ACCEPTED.id:
      return accepted;
    case TERMINATION_WITHDRAWN.id:
      return { source: WITHDRAWAL_SOURCE };
    case READING_CONFIRMED.id:
      return { reading: MANDATE_READING };
    default:
      return {};
  }
}

/** The provisions an act speaks under: those of the clause, and those it is about, so that these show it. */
function provisionsFor(matter: MatterName, body: Readonly<Record<string, Json>>, look: Look): readonly string[] {
  const rule = typeof body['rule'] === 'string' ? body['rule'] : undefined;
  const families = [familyOf(matter, rule)];
  const about = [body['provisions'] ?? body['provision'] ?? []].flat() as readonly string[];
  return [...new Set([...look.agreement.provisionsOf(families), ...about])];
}

async function compose(
  kind: Kind,
  deed: Deed,
  look: Look,
  about: ShownAct | undefined,
  said: Readonly<Record<string, Json>>,
): Promise<Content> {
  const rule = typeof said['rule'] === 'string' ? said['rule'] : undefined;
  const fresh = async (matter: MatterName): Promise<string> =>
    nextSubject(matter, look.side, await subjectsTaken(look), rule);
  const subject = begins(deed) && deed.matter !== null ? await fresh(deed.matter) : about?.act.header.subject;
  const matter = subject === undefined ? undefined : matterOf(subject);
  if (subject === undefined || matter === undefined) {
    throw refuse('reference-missing', `${kind.id} goes on with a matter, but not with which.`);
  }
  const state = await look.row(MATTERS_KEPT, subject);
  const body = { ...said, ...(await computed(kind, said, look, state, matter)) };
  const role = roleOf(kind);
  const of = namedAct(deed, matter, state);
  return {
    provisions: provisionsFor(matter, await describing(look, said, state, matter), look),
    to: [counterpart(look)],
    subject,
    re: role === undefined || of === null ? [] : [{ act: of, role }],
    body,
  };
}

/** What says which provisions a matter is about: its own body, or that of the act that opened it. */
async function describing(
  look: Look,
  said: Readonly<Record<string, Json>>,
  state: MatterState,
  matter: MatterName,
): Promise<Readonly<Record<string, Json>>> {
  const opening = runningRound(matter, state)?.steps[0];
  const opened = opening === undefined ? undefined : (await look.act(opening.act))?.act.body;
  return { ...((opened ?? {}) as Readonly<Record<string, Json>>), ...said };
}

/** The form of a kind of the matters. */
export function matterForm(kind: Kind, title: string): Form {
  const deed = DEEDS.get(kind.id);
  const fields = FIELDS.get(kind.id);
  if (deed === undefined || fields === undefined) throw new Error(`final: ${kind.id} has no deed or no fields`);
  return {
    kind: kind.id,
    title,
    open: async (look, about) => {
      const open = begins(deed)
        ? about === undefined && (await mayBegin(kind, deed, look))
        : about !== undefined && (await carriedOn(kind, deed, look, about)) !== undefined;
      return open ? fields.map((field) => drawn(field, look)) : undefined;
    },
    compose: async (look, about, typed) =>
      await compose(kind, deed, look, about, typedBody(fields, typed, look)),
  };
}
