// What the page of a consultation shows: both sides, one clock, what was said, what is agreed, what may be said next.
import type { BodyOf } from '../../act/kind.ts';
import type { FoldedAct } from '../../act/register.ts';
import type { Clock, Convention, InstantReading } from '../../agreement/clock.ts';
import { operative, RULES } from '../../agreement/clock.ts';
import { conventionIn, conventionSubject, MATTERS_READ } from '../../agreement/convention.ts';
import { hasEntered, LIFE_READ, LIFE_SUBJECT } from '../../agreement/effect.ts';
import type { Look, ShownAct, Told } from '../../area.ts';
import type { Agreed, Ref } from '../../ways/meeting/agreed.ts';
import { roomNow } from './asking.ts';
import { tellingOf } from './duties.ts';
import { FORMS } from './forms.ts';
import {
  ACKNOWLEDGED,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CHANNEL_NAMED,
  type Clause,
  CLOSED,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  POSITION_STATED,
  RECORD_AGREED,
  RECORD_PROPOSED,
  REQUESTED,
  SESSION_OPENED,
  STEP_DONE,
  STEPS_ACCEPTED,
  STEPS_PROPOSED,
  WITHDRAWN,
} from './kinds.ts';
import { assistanceOf, clockOf, convenedAt } from './law.ts';
import {
  type Acknowledgement,
  type Consultation,
  consultationOf,
  isConvened,
  isOpen,
  type Opening,
} from './registers.ts';

/** A deed that may be done now: the kind, the key of its name, the act it answers. */
export interface Deed {
  readonly kind: string;
  readonly title: string;
  readonly about: string | null;
}

/** Something said, with the body of its act; null where the part is not held. */
export interface SaidHere<Body> extends Ref {
  readonly body: Body | null;
}

export type StateName = 'called' | 'acknowledged' | 'opened-once' | 'convened' | 'closed' | 'withdrawn';

export interface RequestShown extends SaidHere<BodyOf<typeof REQUESTED>> {
  readonly number: string;
  /** When the other node signed that it holds the request durably; null until it has. */
  readonly held: string | null;
  readonly acknowledged: Acknowledgement | null;
  readonly withdrawn: Ref | null;
}

export interface SideShown {
  readonly side: string;
  readonly channel: SaidHere<BodyOf<typeof CHANNEL_NAMED>> | null;
  readonly opened: (Opening & { readonly people: readonly string[] }) | null;
  readonly positions: readonly SaidHere<BodyOf<typeof POSITION_STATED>>[];
  readonly means: readonly SaidHere<BodyOf<typeof MEANS_STATED>>[];
  readonly closed: Ref | null;
}

export interface LineShown {
  readonly line: string;
  readonly needs: readonly SaidHere<BodyOf<typeof NEED_STATED>>[];
  readonly assistance: readonly (SaidHere<BodyOf<typeof ASSISTANCE_PROPOSED>> & {
    readonly answer: (Ref & { readonly answer: string }) | null;
  })[];
}

/** A text that both agree to: the one agreed, or the newest proposed. */
export interface AgreedShown<Body> {
  readonly proposal: SaidHere<Body>;
  readonly agreed: Ref | null;
}

export interface ConsultationShown {
  readonly under: Clause;
  readonly provision: string;
  readonly drill: boolean;
  readonly state: StateName;
  readonly requests: readonly RequestShown[];
  readonly clock: Clock<InstantReading> | null;
  readonly deadline: string | null;
  readonly convened: string | null;
  /** Who asked for assistance would get it from whom, by the clause. */
  readonly assistance: { readonly to: string; readonly by: string; readonly provision: string };
  readonly sides: readonly SideShown[];
  readonly lines: readonly LineShown[];
  readonly deliveries: readonly SaidHere<BodyOf<typeof DELIVERY_NOTED>>[];
  readonly steps: AgreedShown<BodyOf<typeof STEPS_PROPOSED>> | null;
  readonly done: Readonly<Record<string, Ref>>;
  readonly record: AgreedShown<{ readonly text: string }> | null;
  /** Every act said in it, oldest first. */
  readonly acts: readonly (Ref & { readonly kind: string; readonly exercise: boolean })[];
  readonly deeds: readonly Deed[];
}

/** A consultation in the list. */
export interface Listed {
  readonly request: Ref;
  readonly under: Clause;
  readonly drill: boolean;
  readonly state: StateName;
}

export interface RoomData {
  readonly now: string;
  /** Whether the day of entry into effect has begun at this seat. */
  readonly entered: boolean;
  readonly shown: ConsultationShown | null;
  readonly all: readonly Listed[];
  /** How this side asks to consult, where it may. */
  readonly call: Deed | null;
  /** Clauses of this agreement under which consulting is practised, with what each leaves open. */
  readonly questions: readonly string[];
  /** How this node told its own people of what is shown; null for a reader who is none of its officials. */
  readonly told: readonly Told[] | null;
}

export function stateOf(one: Consultation): StateName {
  if (Object.keys(one.closed).length > 1) return 'closed';
  if (!isOpen(one)) return 'withdrawn';
  if (isConvened(one)) return 'convened';
  if (Object.keys(one.opened).length > 0) return 'opened-once';
  return Object.keys(one.acknowledged).length > 0 ? 'acknowledged' : 'called';
}

/** Reads each act once, however often the page names it. */
class Acts {
  readonly #look: Look;
  readonly #carried: ReadonlyMap<string, FoldedAct>;
  readonly #read = new Map<string, Promise<ShownAct | undefined>>();

  constructor(look: Look, carried: readonly FoldedAct[]) {
    this.#look = look;
    this.#carried = new Map(carried.map((act) => [act.id, act]));
  }

  /** What the act says, whether it stands in a log here or came by sheet. */
  async folded(id: string): Promise<FoldedAct | undefined> {
    return (await this.get(id))?.act ?? this.#carried.get(id);
  }

  async get(id: string): Promise<ShownAct | undefined> {
    const known = this.#read.get(id) ?? this.#look.act(id);
    this.#read.set(id, known);
    return await known;
  }

  async said<Body>(ref: Ref): Promise<SaidHere<Body>> {
    const folded = await this.folded(ref.act);
    const { act, side, index, at } = ref;
    return { act, side, index, at, body: (folded?.body as Body | undefined) ?? null };
  }

  async all<Body>(refs: readonly Ref[]): Promise<readonly SaidHere<Body>[]> {
    return await Promise.all(refs.map(async (ref) => await this.said<Body>(ref)));
  }
}

/** A cosignature is timed to the second; a ladder writes it longer. */
function toSeconds(at: string | undefined): string | null {
  return at === undefined ? null : `${at.slice(0, 19)}Z`;
}

async function requestShown(acts: Acts, one: Consultation, ref: Ref): Promise<RequestShown> {
  const shown = await acts.get(ref.act);
  return {
    ...(await acts.said<BodyOf<typeof REQUESTED>>(ref)),
    number: (await acts.folded(ref.act))?.header.number ?? '',
    held: toSeconds(shown?.rungs.find(({ name }) => name === 'received')?.at),
    acknowledged: one.acknowledged[ref.act] ?? null,
    withdrawn: one.withdrawn[ref.act] ?? null,
  };
}

async function sideShown(acts: Acts, one: Consultation, side: string): Promise<SideShown> {
  const of = (kind: string): readonly Ref[] => one.said.filter((said) => said.side === side && said.kind === kind);
  const opened = one.opened[side];
  const channel = of(CHANNEL_NAMED.id).at(-1);
  const body = opened && (await acts.said<BodyOf<typeof SESSION_OPENED>>(opened)).body;
  return {
    side,
    channel: channel === undefined ? null : await acts.said(channel),
    opened: opened === undefined ? null : { ...opened, people: body?.people ?? [] },
    positions: await acts.all(of(POSITION_STATED.id)),
    means: await acts.all(of(MEANS_STATED.id)),
    closed: one.closed[side] ?? null,
  };
}

async function linesShown(acts: Acts, one: Consultation, lines: readonly string[]): Promise<readonly LineShown[]> {
  const of = (kind: string): readonly Ref[] => one.said.filter((said) => said.kind === kind);
  const needs = await acts.all<BodyOf<typeof NEED_STATED>>(of(NEED_STATED.id));
  const assistance = await acts.all<BodyOf<typeof ASSISTANCE_PROPOSED>>(of(ASSISTANCE_PROPOSED.id));
  return lines.map((line) => ({
    line,
    needs: needs.filter(({ body }) => body?.line === line),
    assistance: assistance
      .filter(({ body }) => body?.line === line)
      .map((said) => ({ ...said, answer: one.answers[said.act] ?? null })),
  }));
}

async function agreedShown<Body>(acts: Acts, of: Agreed): Promise<AgreedShown<Body> | null> {
  const ref = of.proposed.find(({ act }) => act === of.agreed?.proposal) ?? of.proposed.at(-1);
  return ref === undefined ? null : { proposal: await acts.said(ref), agreed: of.agreed?.by ?? null };
}

/** All acts a consultation rests on, each once, in the order in which they were given by their own clocks. */
function refsOf(one: Consultation): readonly Ref[] {
  const agreed = ({ proposed, agreed: by }: Agreed): readonly Ref[] => [...proposed, ...(by === null ? [] : [by.by])];
  const refs: readonly Ref[] = [
    ...one.requests,
    ...Object.values(one.acknowledged),
    ...Object.values(one.opened),
    ...one.said,
    ...Object.values(one.answers),
    ...agreed(one.steps),
    ...Object.values(one.done),
    ...agreed(one.record),
    ...Object.values(one.closed),
    ...Object.values(one.withdrawn),
  ];
  const key = ({ at, side, index }: Ref): string => `${at} ${side} ${String(index).padStart(16, '0')}`;
  return refs.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The kinds in the order in which they press: what stops the clock, what the other side waits for, the rest. */
const PRESSING: readonly string[] = [
  ACKNOWLEDGED.id,
  SESSION_OPENED.id,
  ASSISTANCE_ANSWERED.id,
  STEPS_ACCEPTED.id,
  RECORD_AGREED.id,
  STEP_DONE.id,
  STEPS_PROPOSED.id,
  POSITION_STATED.id,
  NEED_STATED.id,
  ASSISTANCE_PROPOSED.id,
  MEANS_STATED.id,
  CHANNEL_NAMED.id,
  DELIVERY_NOTED.id,
  RECORD_PROPOSED.id,
  CLOSED.id,
  WITHDRAWN.id,
];

/** What this side may say in it now: the form of a kind opens about the newest act that it answers. */
async function deedsIn(look: Look, acts: Acts, refs: readonly Ref[]): Promise<readonly Deed[]> {
  const found = new Map<string, Deed>();
  for (const { act } of refs.toReversed()) {
    const about = await acts.get(act);
    for (const form of FORMS) {
      if (about === undefined || found.has(form.kind)) continue;
      if ((await form.open(look, about)) === undefined) continue;
      found.set(form.kind, { kind: form.kind, title: form.title, about: act });
    }
  }
  // What came by sheet is answered without an act to answer.
  for (const form of refs.some(({ index }) => index < 0) ? FORMS : []) {
    if (found.has(form.kind) || form.kind === REQUESTED.id) continue;
    if ((await form.open(look, undefined)) === undefined) continue;
    found.set(form.kind, { kind: form.kind, title: form.title, about: null });
  }
  return PRESSING.flatMap((kind) => found.get(kind) ?? []);
}

/** How the sides have agreed to read a rule of dates, if they have. */
async function adopted(look: Look, rule: string): Promise<Convention | null> {
  return conventionIn(await look.row(MATTERS_READ, conventionSubject(rule))) ?? null;
}

async function entered(look: Look): Promise<boolean> {
  const convention = await adopted(look, RULES.entry.id);
  return hasEntered(await look.row(LIFE_READ, LIFE_SUBJECT), look.agreement, { ...look, convention });
}

/** The duties by which a side is asked to answer the requests that are shown, or to reach the other side. */
export function watchedIn({ shown }: RoomData): readonly string[] {
  return (shown?.requests ?? []).flatMap(({ act }) => tellingOf(act));
}

async function shownOf(look: Look, one: Consultation): Promise<ConsultationShown> {
  const { agreement } = look;
  const acts = new Acts(look, await look.carried());
  const requests = await Promise.all(one.requests.map((ref) => requestShown(acts, one, ref)));
  const [received] = requests.flatMap(({ act, acknowledged, held }) => {
    const at = acknowledged?.instant ?? held;
    return at === null ? [] : [{ act: acknowledged?.act ?? act, at }];
  });
  const clock = clockOf(agreement, one, received ?? null, look.tz, await adopted(look, RULES.consultation.id));
  const { to, by, lines, provisions } = assistanceOf(agreement, one.under);
  const refs = refsOf(one);
  const kinds = await Promise.all(refs.map(async (ref) => ({ ref, header: (await acts.folded(ref.act))?.header })));
  return {
    under: one.under,
    provision: agreement.provisionsOf([one.under])[0] ?? '',
    drill: one.drill,
    state: stateOf(one),
    requests,
    clock: clock ?? null,
    deadline: clock === undefined || clock.state === 'waits' ? null : operative(clock).instant,
    convened: convenedAt(one),
    assistance: { to, by, provision: provisions[0] ?? '' },
    sides: await Promise.all(agreement.participants.map(({ id }) => sideShown(acts, one, id))),
    lines: await linesShown(acts, one, lines),
    deliveries: await acts.all(one.said.filter(({ kind }) => kind === DELIVERY_NOTED.id)),
    steps: await agreedShown(acts, one.steps),
    done: one.done,
    record: await agreedShown(acts, one.record),
    acts: kinds.map(({ ref: { act, side, index, at }, header }) => ({
      act,
      side,
      index,
      at,
      kind: header?.kind ?? '',
      exercise: header?.exercise === true,
    })),
    deeds: await deedsIn(look, acts, refs),
  };
}

function listed(one: Consultation): readonly Listed[] {
  const [request] = one.requests;
  if (request === undefined) return [];
  const { act, side, index, at } = request;
  return [{ request: { act, side, index, at }, under: one.under, drill: one.drill, state: stateOf(one) }];
}

const isRunning = (one: Consultation): boolean => !['closed', 'withdrawn'].includes(stateOf(one));

/** The one to show where none is asked for: a real one that is open before a drill, and the newest of them. */
function first(all: readonly Consultation[]): Consultation | undefined {
  const newest = all.toReversed();
  const real = newest.filter((one) => !one.drill);
  return real.find(isRunning) ?? newest.find(isRunning) ?? real[0] ?? newest[0];
}

/** Reads the page. `query.of` is the id of a request. */
export async function loadRoom(look: Look, query: Readonly<Record<string, string>>): Promise<RoomData> {
  const room = await roomNow(look);
  const asked = query['of'];
  const one = asked === undefined ? first(room.consultations) : consultationOf(room, asked);
  const call = FORMS.find(({ kind }) => kind === REQUESTED.id);
  const opens = (await call?.open(look, undefined)) !== undefined;
  return {
    now: look.now,
    entered: await entered(look),
    shown: one === undefined ? null : await shownOf(look, one),
    all: room.consultations.toReversed().flatMap(listed),
    call: call === undefined || !opens ? null : { kind: call.kind, title: call.title, about: null },
    questions: look.agreement.family('consultation')?.questions ?? [],
    told: null,
  };
}
