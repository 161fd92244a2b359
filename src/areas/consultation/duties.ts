// What a consultation asks of each side as things stand, to the instant where the rule gives one.
import { sideOf } from '../../act/act.ts';
import type { Duty } from '../../act/duty.ts';
import type { BodyOf } from '../../act/kind.ts';
import { addHours, civilDate } from '../../agreement/calendar.ts';
import { RULES } from '../../agreement/clock.ts';
import type { Look } from '../../area.ts';
import type { Agreed, Ref } from '../../ways/meeting/agreed.ts';
import {
  ACKNOWLEDGED,
  ASSISTANCE_ANSWERED,
  ASSISTANCE_PROPOSED,
  CLOSED,
  DELIVERY_NOTED,
  RECORD_AGREED,
  SESSION_OPENED,
  STEP_DONE,
  STEPS_ACCEPTED,
  type STEPS_PROPOSED,
} from './kinds.ts';
import { assistanceOf, deadlineOf } from './law.ts';
import { roomNow } from './asking.ts';
import { type Consultation, isConvened, isOpen } from './registers.ts';

/** The rule of the day given with a step that both agreed to. */
export const STEP_RULE = 'step/1';
/** Whole hours after dispatch from which an unacknowledged request is to be carried by other ways as well. */
export const OTHER_WAYS_AFTER = 1;

/** Ids of the duties that a request raises, on the side that must acknowledge it and on the one that must reach it. */
export function tellingOf(request: string): readonly string[] {
  return [`consultation/acknowledge/${request}`, `consultation/reach/${request}`];
}

interface Clockwork {
  readonly look: Look;
  readonly one: Consultation;
  readonly provision: string;
  readonly deadline: string | null;
}

type Asked = Pick<Duty, 'id' | 'what' | 'answer'> & { readonly of: Ref };

/** Asked of the treaty office of a side; `timed` where it must be done before the clock runs out. */
function ask({ look, provision, deadline }: Clockwork, side: string, { of, ...asked }: Asked, timed: boolean): Duty {
  const { seat, treatyOffice } = look.agreement.participant(side);
  const bare = { ...asked, side, body: treatyOffice.body, provision };
  // What came by sheet stands in no log here yet, so nothing can lead to it.
  const because = of.index < 0 ? undefined : { act: of.act, side: of.side, index: of.index };
  if (!timed || deadline === null) return { ...bare, because, due: undefined, rule: undefined };
  return { ...bare, because, due: civilDate(deadline, seat.zone), dueAt: deadline, rule: RULES.consultation.id };
}

const others = (look: Look, side: string): readonly string[] =>
  look.agreement.participants.map(({ id }) => id).filter((id) => id !== side);

function requests(work: Clockwork): readonly Duty[] {
  const { look, one } = work;
  const waiting = one.requests.filter(({ act }) => one.acknowledged[act] === undefined && !one.withdrawn[act]);
  return waiting.flatMap((of) => {
    const id = `consultation/acknowledge/${of.act}`;
    const what = 'consultation.duty.acknowledge';
    const answer = ACKNOWLEDGED.id;
    const asked = others(look, of.side).map((side) => ask(work, side, { id, what, of, answer }, true));
    if (look.now < addHours(of.at, OTHER_WAYS_AFTER)) return asked;
    const reach = { id: `consultation/reach/${of.act}`, what: 'consultation.duty.reach', of };
    return [...asked, ask(work, of.side, { ...reach, answer: DELIVERY_NOTED.id }, true)];
  });
}

function sessions(work: Clockwork): readonly Duty[] {
  const { look, one } = work;
  const [of] = one.requests;
  if (of === undefined) return [];
  return look.agreement.participants
    .filter(({ id }) => one.opened[id] === undefined)
    .map(({ id: side }) => {
      const id = `consultation/open/${of.act}/${side}`;
      return ask(work, side, { id, what: 'consultation.duty.open', of, answer: SESSION_OPENED.id }, true);
    });
}

function unanswered(work: Clockwork, { agreed, proposed }: Agreed, what: string, answer: string): readonly Duty[] {
  const of = agreed === null ? proposed.at(-1) : undefined;
  if (of === undefined) return [];
  return others(work.look, of.side).map((side) =>
    ask(work, side, { id: `consultation/answer/${of.act}`, what, of, answer }, false),
  );
}

function assistance(work: Clockwork): readonly Duty[] {
  const { look, one } = work;
  const { to } = assistanceOf(look.agreement, one.under);
  return one.said
    .filter(({ kind, act }) => kind === ASSISTANCE_PROPOSED.id && one.answers[act] === undefined)
    .map((of) => {
      const id = `consultation/assistance/${of.act}`;
      const asked = { id, what: 'consultation.duty.assistance', of, answer: ASSISTANCE_ANSWERED.id };
      return ask(work, to, asked, false);
    });
}

function closing(work: Clockwork): readonly Duty[] {
  const { look, one } = work;
  const [first] = Object.values(one.closed);
  if (first === undefined) return [];
  const close = { id: `consultation/close/${first.act}`, what: 'consultation.duty.close', of: first };
  return others(look, first.side).map((side) => ask(work, side, { ...close, answer: CLOSED.id }, false));
}

/** The steps both agreed to, until each is said to be done: they outlive the consultation. */
async function steps({ look, one, provision }: Clockwork): Promise<readonly Duty[]> {
  const { agreed } = one.steps;
  if (agreed === null) return [];
  const body = (await look.act(agreed.proposal))?.act.body as BodyOf<typeof STEPS_PROPOSED> | undefined;
  return (body?.steps ?? []).flatMap(({ who, by }, step): readonly Duty[] => {
    if (one.done[step] !== undefined) return [];
    return [
      {
        id: `consultation/step/${agreed.by.act}/${step}`,
        side: sideOf(who),
        body: who,
        provision,
        what: 'consultation.duty.step',
        because: { act: agreed.by.act, side: agreed.by.side, index: agreed.by.index },
        due: by ?? undefined,
        rule: by === null ? undefined : STEP_RULE,
        answer: STEP_DONE.id,
      },
    ];
  });
}

async function ofOne(work: Clockwork): Promise<readonly Duty[]> {
  const agreed = await steps(work);
  const { one } = work;
  if (!isOpen(one)) return agreed;
  const answers = [
    ...unanswered(work, one.steps, 'consultation.duty.steps', STEPS_ACCEPTED.id),
    ...unanswered(work, one.record, 'consultation.duty.record', RECORD_AGREED.id),
  ];
  const convening = isConvened(one) ? [] : [...requests(work), ...sessions(work)];
  return [...convening, ...assistance(work), ...answers, ...closing(work), ...agreed];
}

/** Everything that consultations ask of both sides now. */
export async function duties(look: Look): Promise<readonly Duty[]> {
  const { consultations } = await roomNow(look);
  const all = consultations.map(async (one) => {
    const [provision = ''] = look.agreement.provisionsOf([one.under]);
    return await ofOne({ look, one, provision, deadline: deadlineOf(look.agreement, one, look.tz) });
  });
  return (await Promise.all(all)).flat();
}
