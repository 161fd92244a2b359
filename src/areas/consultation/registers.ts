// The register of consultations: requests joined into one where they crossed, and everything said in each.
import type { BodyOf } from '../../act/kind.ts';
import type { FoldedAct, Register } from '../../act/register.ts';
import { accept, type Agreed, inRole, NOTHING, propose, type Ref, refOf } from '../../ways/meeting/agreed.ts';
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

/** A request. `seen` is how much of the other log its own had seen: what crossed it is known by that. */
export type Asked = Ref & { readonly trigger: string; readonly urgency: string; readonly seen: number };
export type Acknowledgement = Ref & { readonly instant: string; readonly channel: string };
export type Opening = Ref & { readonly opened: string; readonly medium: string };
/** Something said in the room that changes nothing by itself. */
export type Said = Ref & { readonly kind: string };

export type Consultation = {
  readonly under: Clause;
  readonly drill: boolean;
  /** One, or two that crossed: then one of each side, in the order of the record. */
  readonly requests: readonly Asked[];
  /** By request; the first counts. */
  readonly acknowledged: Readonly<Record<string, Acknowledgement>>;
  /** By side; the first counts. The clock stops when every side stands here. */
  readonly opened: Readonly<Record<string, Opening>>;
  readonly said: readonly Said[];
  /** By the act that proposed assistance; the first counts. */
  readonly answers: Readonly<Record<string, Ref & { readonly answer: string }>>;
  readonly steps: Agreed;
  /** By number of the step. */
  readonly done: Readonly<Record<string, Ref>>;
  readonly record: Agreed;
  readonly closed: Readonly<Record<string, Ref>>;
  /** By request. */
  readonly withdrawn: Readonly<Record<string, Ref>>;
};

/** What was said of a request that has not arrived: it came on paper, and its act is still under way. */
export type Early = { readonly acknowledged: Acknowledgement | null; readonly opened: Opening | null };

/**
 * All consultations of the agreement, in the order of the record. They are one subject, for whether a request begins
 * one or joins one can only be told beside the others.
 */
export type Room = {
  readonly consultations: readonly Consultation[];
  readonly early: Readonly<Record<string, Early>>;
};

/** The one subject of the register. */
export const ROOM = 'room';

/** Sides of an agreement: both open, both close. */
const SIDES = 2;

/** Whether more may be said in it: not closed by both, and not every request taken back. */
export function isOpen({ closed, requests, withdrawn }: Consultation): boolean {
  return Object.keys(closed).length < SIDES && requests.some(({ act }) => withdrawn[act] === undefined);
}

export function isConvened({ opened }: Consultation): boolean {
  return Object.keys(opened).length === SIDES;
}

/** The consultation that a request stands in. */
export function consultationOf(room: Room, request: string): Consultation | undefined {
  return room.consultations.find(({ requests }) => requests.some(({ act }) => act === request));
}

const NEW = {
  acknowledged: {},
  opened: {},
  said: [],
  answers: {},
  steps: NOTHING,
  done: {},
  record: NOTHING,
  closed: {},
  withdrawn: {},
} as const;

/** Neither had seen the other: then the two requests are one consultation. A request made knowingly is its own. */
function crossed(act: FoldedAct, body: BodyOf<typeof REQUESTED>): (one: Consultation) => boolean {
  return (one) => {
    const [other, ...more] = one.requests;
    if (other === undefined || more.length > 0 || other.side === act.side || !isOpen(one)) return false;
    const unseen = other.index >= act.seen && act.index >= other.seen;
    return unseen && one.under === body.under && one.drill === body.drill;
  };
}

function request(room: Room, act: FoldedAct): Room {
  const body = act.body as BodyOf<typeof REQUESTED>;
  const asked: Asked = { ...refOf(act), trigger: body.trigger, urgency: body.urgency, seen: act.seen };
  const { [act.id]: early, ...rest } = room.early;
  const joined = room.consultations.findIndex(crossed(act, body));
  const before = room.consultations[joined];
  const bare: Consultation = before ?? { ...NEW, under: body.under, drill: body.drill, requests: [] };
  const acknowledged = early?.acknowledged ?? null;
  const opened = early?.opened ?? null;
  const made: Consultation = {
    ...bare,
    requests: [...bare.requests, asked],
    acknowledged: acknowledged === null ? bare.acknowledged : { ...bare.acknowledged, [act.id]: acknowledged },
    opened: opened === null ? bare.opened : { [opened.side]: opened, ...bare.opened },
  };
  const consultations = room.consultations.filter((_, i) => i !== joined);
  const at = before === undefined ? consultations.length : joined;
  return { consultations: consultations.toSpliced(at, 0, made), early: rest };
}

function change(room: Room, of: string, next: (one: Consultation) => Consultation): Room {
  const consultations = room.consultations.map((one) => (one.requests.some(({ act }) => act === of) ? next(one) : one));
  return { ...room, consultations };
}

function acknowledge(room: Room, act: FoldedAct): Room {
  const { request: of, received } = act.body as BodyOf<typeof ACKNOWLEDGED>;
  const given = { ...refOf(act), instant: received.instant, channel: received.channel };
  if (consultationOf(room, of) === undefined) {
    const early = room.early[of] ?? { acknowledged: null, opened: null };
    return { ...room, early: { ...room.early, [of]: { ...early, acknowledged: early.acknowledged ?? given } } };
  }
  return change(room, of, (one) => ({ ...one, acknowledged: { [of]: given, ...one.acknowledged } }));
}

function open(room: Room, act: FoldedAct): Room {
  const { request: of, opened, medium } = act.body as BodyOf<typeof SESSION_OPENED>;
  const given = { ...refOf(act), opened, medium };
  if (consultationOf(room, of) === undefined) {
    const early = room.early[of] ?? { acknowledged: null, opened: null };
    return { ...room, early: { ...room.early, [of]: { ...early, opened: early.opened ?? given } } };
  }
  return change(room, of, (one) => ({ ...one, opened: { [act.side]: given, ...one.opened } }));
}

/** What is said within a consultation, folded into it. */
function within(one: Consultation, act: FoldedAct): Consultation {
  const ref = refOf(act);
  switch (act.header.kind) {
    case ASSISTANCE_ANSWERED.id: {
      const { answer } = act.body as BodyOf<typeof ASSISTANCE_ANSWERED>;
      return { ...one, answers: { [inRole(act, 'answers')]: { ...ref, answer }, ...one.answers } };
    }
    case STEPS_PROPOSED.id:
      return { ...one, steps: propose(one.steps, act) };
    case STEPS_ACCEPTED.id:
      return { ...one, steps: accept(one.steps, act) };
    case STEP_DONE.id:
      return { ...one, done: { [(act.body as BodyOf<typeof STEP_DONE>).step]: ref, ...one.done } };
    case RECORD_PROPOSED.id:
      return { ...one, record: propose(one.record, act) };
    case RECORD_AGREED.id:
      return { ...one, record: accept(one.record, act) };
    case CLOSED.id:
      return { ...one, closed: { [act.side]: ref, ...one.closed } };
    case WITHDRAWN.id:
      return { ...one, withdrawn: { [inRole(act, 'in')]: ref, ...one.withdrawn } };
    default:
      return { ...one, said: [...one.said, { ...ref, kind: act.header.kind }] };
  }
}

const WITHIN: readonly string[] = [
  CHANNEL_NAMED.id,
  DELIVERY_NOTED.id,
  POSITION_STATED.id,
  NEED_STATED.id,
  ASSISTANCE_PROPOSED.id,
  ASSISTANCE_ANSWERED.id,
  MEANS_STATED.id,
  STEPS_PROPOSED.id,
  STEPS_ACCEPTED.id,
  STEP_DONE.id,
  RECORD_PROPOSED.id,
  RECORD_AGREED.id,
  CLOSED.id,
  WITHDRAWN.id,
];

/** Register `consultations`. */
export const CONSULTATIONS: Register<Room> = {
  name: 'consultations',
  subjects: ({ header: { kind } }) =>
    [REQUESTED.id, ACKNOWLEDGED.id, SESSION_OPENED.id, ...WITHIN].includes(kind) ? [ROOM] : [],
  initial: () => ({ consultations: [], early: {} }),
  step: (room, act) => {
    // Without its body an act says nothing here: what rests on bodies alone is left as it was.
    if (act.body === undefined) return room;
    if (act.header.kind === REQUESTED.id) return request(room, act);
    if (act.header.kind === ACKNOWLEDGED.id) return acknowledge(room, act);
    if (act.header.kind === SESSION_OPENED.id) return open(room, act);
    return change(room, inRole(act, 'in'), (one) => within(one, act));
  },
};
