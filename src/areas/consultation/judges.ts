// The law of each kind of a consultation: what cannot be said as things stand. Nothing here asks what time it is.
import { sideOf } from '../../act/act.ts';
import type { BodyOf } from '../../act/kind.ts';
import { refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import { parseDate, parseInstant } from '../../agreement/calendar.ts';
import { requireReceiptDate } from '../../agreement/clock.ts';
import type { Judge, Standing } from '../../area.ts';
import { inRole, requireAcceptance } from '../../ways/meeting/agreed.ts';
import type {
  ACKNOWLEDGED,
  ASSISTANCE_PROPOSED,
  DELIVERY_NOTED,
  MEANS_STATED,
  NEED_STATED,
  SESSION_OPENED,
  STEP_DONE,
} from './kinds.ts';
import { REQUESTED, STEPS_PROPOSED } from './kinds.ts';
import { assistanceOf, clausesFor, triggersOf } from './law.ts';
import { type Consultation, consultationOf, CONSULTATIONS, isConvened, isOpen, ROOM } from './registers.ts';

type Requested = BodyOf<typeof REQUESTED>;

/** Whoever speaks in a consultation speaks under its clause: a mandate for another paragraph does not carry. */
function requireProvisions(act: FoldedAct, provisions: readonly string[]): void {
  if (act.header.provisions.join() === provisions.join()) return;
  throw refuse('mandate-missing', `It speaks under ${act.header.provisions.join(', ')}, not ${provisions.join(', ')}.`);
}

/** In a drill every act says that it is one. */
function requireMark(act: FoldedAct, drill: boolean): void {
  if (!drill || act.header.exercise === true) return;
  throw refuse('state-forbids', `${act.header.number} is said in a drill and is not marked as an exercise.`);
}

/** Under whatever clause: an instant of one's own clock is not later than the act that says it. */
function requirePast(act: FoldedAct, instant: string): void {
  if (parseInstant(instant) <= act.header.at) return;
  throw refuse('date-out-of-order', `It says ${instant} and is given at ${act.header.at}.`);
}

export const judgeRequested: Judge = async (act, { agreement }) => {
  const { under, trigger, drill } = act.body as Requested;
  if (!clausesFor(agreement, act.side).includes(under)) {
    throw refuse('state-forbids', `No clause of ${under} lets ${act.side} ask.`);
  }
  if (!triggersOf(agreement, under).some(({ id }) => id === trigger)) {
    throw refuse('state-forbids', `The clause of ${under} names no ${trigger}.`);
  }
  requireProvisions(act, agreement.provisionsOf([under]));
  requireMark(act, drill);
  await Promise.resolve();
};

/**
 * The consultation of a request that is named in the body. Where the request stands in the record as far as the act has
 * seen, the act refers to it in `role`; where it does not, it refers to nothing, and undefined is given.
 */
async function requireNamed(
  act: FoldedAct,
  request: string,
  role: string,
  standing: Standing,
): Promise<Consultation | undefined> {
  const known = await standing.act(request);
  const named = act.header.re.filter((one) => one.role === role).map((one) => one.act);
  if (named.join() !== (known === undefined ? '' : request)) {
    throw refuse('reference-missing', `It speaks of ${request} and refers to ${named.join() || 'nothing'}.`);
  }
  if (known === undefined) return undefined;
  const one = consultationOf(await standing.state(CONSULTATIONS, ROOM), request);
  if (one === undefined || !isOpen(one)) throw refuse('state-forbids', `No consultation is open on ${request}.`);
  requireProvisions(act, standing.agreement.provisionsOf([one.under]));
  requireMark(act, one.drill);
  return one;
}

export const judgeAcknowledged: Judge = async (act, standing) => {
  const { request, received } = act.body as BodyOf<typeof ACKNOWLEDGED>;
  const one = await requireNamed(act, request, 'acknowledges', standing);
  const asked = one?.requests.find((candidate) => candidate.act === request);
  if (asked?.side === act.side) throw refuse('state-forbids', `${act.header.by} acknowledges its own request.`);
  const early = (await standing.state(CONSULTATIONS, ROOM)).early[request]?.acknowledged ?? null;
  if (one?.acknowledged[request] !== undefined || early !== null) {
    throw refuse('state-forbids', `The request ${request} has been acknowledged.`);
  }
  requireReceiptDate({ act: act.id, ...received }, standing.agreement.participant(act.side).seat.zone);
  // Not held against the other side's clock: a clock that was stepped must not keep anyone from answering.
  requirePast(act, received.instant);
};

export const judgeSessionOpened: Judge = async (act, standing) => {
  const { request, opened } = act.body as BodyOf<typeof SESSION_OPENED>;
  const one = await requireNamed(act, request, 'in', standing);
  requirePast(act, opened);
  if (one?.opened[act.side] !== undefined) throw refuse('state-forbids', `${act.header.by} has opened its session.`);
  if (one !== undefined) return;
  const early = (await standing.state(CONSULTATIONS, ROOM)).early[request];
  if (early?.acknowledged?.side !== act.side || early.opened !== null) {
    throw refuse('state-forbids', `The request ${request} is not acknowledged by ${act.side}, or its session is open.`);
  }
};

/** The consultation that an act names as `in`, which must be open. */
async function requireRoom(act: FoldedAct, standing: Standing, provisions?: readonly string[]): Promise<Consultation> {
  const request = inRole(act, 'in');
  const one = consultationOf(await standing.state(CONSULTATIONS, ROOM), request);
  if (one === undefined || !isOpen(one)) throw refuse('state-forbids', `${request} is in no open consultation.`);
  requireProvisions(act, provisions ?? standing.agreement.provisionsOf([one.under]));
  requireMark(act, one.drill);
  return one;
}

export const judgeChannelNamed: Judge = async (act, standing) => {
  await requireRoom(act, standing);
};

export const judgeDeliveryNoted: Judge = async (act, standing) => {
  const { sent, answered } = act.body as BodyOf<typeof DELIVERY_NOTED>;
  const one = await requireRoom(act, standing);
  if (!one.requests.some((asked) => asked.act === inRole(act, 'in') && asked.side === act.side)) {
    throw refuse('state-forbids', `${act.header.by} notes the delivery of a request that is not its own.`);
  }
  requirePast(act, sent);
  if (answered === null) return;
  requirePast(act, answered);
  if (answered < sent) throw refuse('date-out-of-order', `Sent at ${sent}, and answered at ${answered}.`);
};

export const judgePositionStated: Judge = async (act, standing) => {
  const one = await requireRoom(act, standing);
  if (one.opened[act.side] === undefined) {
    throw refuse('state-forbids', `${act.header.by} states a position before it has opened its session.`);
  }
};

export const judgeMeansStated: Judge = async (act, standing) => {
  const { means, requirements } = act.body as BodyOf<typeof MEANS_STATED>;
  if (`${means}${requirements}`.trim() === '') throw refuse('body-malformed', 'It states neither of the two.');
  const room = await standing.state(CONSULTATIONS, ROOM);
  const under = consultationOf(room, inRole(act, 'in'))?.under ?? 'consultation';
  await requireRoom(act, standing, assistanceOf(standing.agreement, under).provisions);
};

/** What is said on a line of assistance: by the side it belongs to, on a line that the clause names. */
async function requireLine(act: FoldedAct, line: string, who: 'to' | 'by', standing: Standing): Promise<Consultation> {
  const room = await standing.state(CONSULTATIONS, ROOM);
  const under = consultationOf(room, inRole(act, 'in'))?.under ?? 'consultation';
  const assistance = assistanceOf(standing.agreement, under);
  const one = await requireRoom(act, standing, assistance.provisions);
  if (assistance[who] !== act.side) {
    throw refuse('state-forbids', `Assistance goes from ${assistance.by} to ${assistance.to}; ${act.side} speaks.`);
  }
  if (!assistance.lines.includes(line)) throw refuse('state-forbids', `The clause names no line ${line}.`);
  return one;
}

export const judgeNeedStated: Judge = async (act, standing) => {
  await requireLine(act, (act.body as BodyOf<typeof NEED_STATED>).line, 'to', standing);
};

export const judgeAssistanceProposed: Judge = async (act, standing) => {
  const { line, leads } = act.body as BodyOf<typeof ASSISTANCE_PROPOSED>;
  await requireLine(act, line, 'by', standing);
  if (leads !== null && standing.agreement.provision(leads) === undefined) {
    throw refuse('provision-unknown', `It would lead into ¶${leads}.`);
  }
};

export const judgeAssistanceAnswered: Judge = async (act, standing) => {
  const proposal = await standing.act(inRole(act, 'answers'));
  const { line } = (proposal?.body ?? { line: '' }) as BodyOf<typeof ASSISTANCE_PROPOSED>;
  const one = await requireLine(act, line, 'to', standing);
  if (proposal === undefined || !one.said.some((said) => said.act === proposal.id)) {
    throw refuse('state-forbids', `${inRole(act, 'answers')} was not proposed in this consultation.`);
  }
  if (one.answers[proposal.id] !== undefined) throw refuse('state-forbids', `${proposal.header.number} was answered.`);
};

/** What both consulted of: said once both sessions were open. */
async function requireConvened(act: FoldedAct, standing: Standing): Promise<Consultation> {
  const one = await requireRoom(act, standing);
  if (isConvened(one)) return one;
  throw refuse('state-forbids', `${act.header.by} says this before both sides have opened their sessions.`);
}

export const judgeStepsProposed: Judge = async (act, standing) => {
  const { steps } = act.body as BodyOf<typeof STEPS_PROPOSED>;
  const one = await requireConvened(act, standing);
  if (one.steps.agreed !== null) throw refuse('state-forbids', 'Steps are proposed after others were accepted.');
  for (const { who, by } of steps) {
    if (by !== null) parseDate(by);
    if (standing.agreement.participants.some(({ id }) => id === sideOf(who))) continue;
    throw refuse('body-unknown', `A step is given to ${who}.`);
  }
};

export const judgeStepsAccepted: Judge = async (act, standing) => {
  const { steps } = await requireConvened(act, standing);
  await requireAcceptance(act, steps, standing);
};

/** Also after the consultation is closed: what was agreed in it is done later. */
export const judgeStepDone: Judge = async (act, standing) => {
  const { step } = act.body as BodyOf<typeof STEP_DONE>;
  const one = consultationOf(await standing.state(CONSULTATIONS, ROOM), inRole(act, 'in'));
  if (one?.steps.agreed?.by.act !== inRole(act, 'completes')) {
    throw refuse('state-forbids', `${inRole(act, 'completes')} accepted no steps of this consultation.`);
  }
  requireProvisions(act, standing.agreement.provisionsOf([one.under]));
  requireMark(act, one.drill);
  const proposal = (await standing.act(one.steps.agreed.proposal))?.body as BodyOf<typeof STEPS_PROPOSED> | undefined;
  const owner = proposal?.steps[step]?.who;
  if (owner === undefined) throw refuse('state-forbids', `There is no step ${step + 1}.`);
  if (sideOf(owner) !== act.side) throw refuse('side-mismatch', `${act.header.by} says that ${owner} has done it.`);
  if (one.done[step] !== undefined) throw refuse('state-forbids', `Step ${step + 1} was said to be done before.`);
};

export const judgeRecordProposed: Judge = async (act, standing) => {
  const { record } = await requireConvened(act, standing);
  if (record.agreed !== null) throw refuse('state-forbids', 'A record is proposed after one was agreed.');
};

export const judgeRecordAgreed: Judge = async (act, standing) => {
  const { record } = await requireConvened(act, standing);
  await requireAcceptance(act, record, standing);
};

export const judgeClosed: Judge = async (act, standing) => {
  const { closed } = await requireConvened(act, standing);
  if (closed[act.side] !== undefined) throw refuse('state-forbids', `${act.header.by} has closed it.`);
};

export const judgeWithdrawn: Judge = async (act, standing) => {
  const of = inRole(act, 'in');
  const one = await requireRoom(act, standing);
  const asked = one.requests.find(({ act: id }) => id === of);
  if (asked?.side !== act.side || one.withdrawn[of] !== undefined) {
    throw refuse('state-forbids', `${act.header.by} takes back a request that is not its own, or was taken back.`);
  }
};
