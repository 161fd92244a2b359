// What the page of meetings shows: each series with its meetings, what was agreed of them, actions and what is due.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type { Look } from '../../area.ts';
import type { Agreed, Ref } from '../../ways/meeting/agreed.ts';
import { nextDue, RULES } from '../../ways/meeting/duties.ts';
import { FORMS } from '../../ways/meeting/forms.ts';
import type { DECISION_TAKEN, MEETING_HELD, RECORD_PROPOSED } from '../../ways/meeting/kinds.ts';
import {
  ACTIONS,
  type ActionState,
  MEETINGS,
  type MeetingState,
  SERIES,
  type SeriesState,
} from '../../ways/meeting/registers.ts';

/** A deed that may be done now, as a link: the kind, the key of its name, the act it answers. */
export interface Deed {
  readonly kind: string;
  readonly title: string;
  readonly about: string | null;
}

/** A text both sides agreed to, or the newest proposed, by language; `agreed` where it is agreed. */
export interface TextShown {
  readonly proposal: Ref;
  readonly agreed: Ref | null;
  readonly texts: Readonly<Record<string, string>>;
}

export interface MeetingShown {
  readonly call: Ref;
  readonly start: string;
  readonly end: string;
  readonly place: string;
  readonly medium: string;
  readonly moved: Ref | null;
  readonly held: Readonly<Record<string, Ref>>;
  readonly attendance: BodyOf<typeof MEETING_HELD>['attendance'];
  readonly agenda: TextShown | null;
  readonly record: TextShown | null;
  readonly decisions: readonly (Ref & { readonly words: string })[];
  readonly deeds: readonly Deed[];
}

export interface SeriesShown extends Omit<SeriesState, 'calls' | 'agreement'> {
  readonly proposal: Ref;
  readonly agreed: Ref | null;
  readonly due: { readonly date: string; readonly rule: string } | null;
  readonly meetings: readonly MeetingShown[];
  readonly deeds: readonly Deed[];
}

export interface ActionShown extends Omit<ActionState, 'assigned'> {
  readonly assigned: Ref;
  readonly provisions: readonly string[];
  readonly from: Ref | null;
  readonly deeds: readonly Deed[];
}

export interface DialogueData {
  readonly now: string;
  /** The clause that promises the first series. */
  readonly clause: { readonly provision: string; readonly questions: readonly string[] } | null;
  readonly series: readonly SeriesShown[];
  readonly actions: readonly ActionShown[];
  readonly deeds: readonly Deed[];
}

/** What the way's forms would let this side say about an act now. */
async function deedsAbout(look: Look, act: string | null, except: readonly string[] = []): Promise<readonly Deed[]> {
  const about = act === null ? undefined : await look.act(act);
  if (act !== null && about === undefined) return [];
  const opened = await Promise.all(FORMS.map(async (form) => ({ form, fields: await form.open(look, about) })));
  return opened
    .filter(({ form, fields }) => fields !== undefined && !except.includes(form.kind))
    .map(({ form }) => ({ kind: form.kind, title: form.title, about: act }));
}

async function bodyAt(look: Look, act: string): Promise<Json | undefined> {
  return (await look.act(act))?.act.body;
}

async function textOf(look: Look, agreed: Agreed): Promise<TextShown | null> {
  const proposal =
    agreed.proposed.find((one) => one.act === agreed.agreed?.proposal) ?? agreed.proposed.at(-1) ?? null;
  if (proposal === null) return null;
  const body = (await bodyAt(look, proposal.act)) as BodyOf<typeof RECORD_PROPOSED> | undefined;
  return { proposal, agreed: agreed.agreed?.by ?? null, texts: body?.texts ?? {} };
}

/** Giving an action is offered where both have agreed to a record; elsewhere it would stand beside every act. */
async function deedsOfMeeting(look: Look, state: MeetingState): Promise<readonly Deed[]> {
  const action = FORMS.filter(({ title }) => title === 'meeting.do.action').map(({ kind }) => kind);
  const all = [
    ...(state.called === null ? [] : await deedsAbout(look, state.called.act, action)),
    ...(await Promise.all(state.agenda.proposed.map((one) => deedsAbout(look, one.act, action)))).flat(),
    ...(await Promise.all(Object.values(state.held).map((one) => deedsAbout(look, one.act, action)))).flat(),
    ...(await Promise.all(state.record.proposed.map((one) => deedsAbout(look, one.act, action)))).flat(),
    ...(state.record.agreed === null ? [] : await deedsAbout(look, state.record.agreed.by.act)),
  ];
  return all.filter((deed, i) => all.findIndex(({ kind }) => kind === deed.kind) === i);
}

async function meetingShown(look: Look, state: MeetingState): Promise<MeetingShown | undefined> {
  const { called, place, medium, moved, held, decisions } = state;
  if (called === null) return undefined;
  const [first] = Object.values(held);
  const body = first === undefined ? undefined : await bodyAt(look, first.act);
  const words = decisions.map(async (one) => {
    const said = (await bodyAt(look, one.act)) as BodyOf<typeof DECISION_TAKEN> | undefined;
    return { ...one, words: said?.words ?? '' };
  });
  return {
    call: called,
    start: called.start,
    end: called.end,
    place,
    medium,
    moved,
    held,
    attendance: (body as BodyOf<typeof MEETING_HELD> | undefined)?.attendance ?? [],
    agenda: await textOf(look, state.agenda),
    record: await textOf(look, state.record),
    decisions: await Promise.all(words),
    deeds: moved === null ? await deedsOfMeeting(look, state) : [],
  };
}

async function seriesShown(
  look: Look,
  { subject, state }: { readonly subject: string; readonly state: SeriesState },
  meetings: readonly MeetingState[],
): Promise<SeriesShown | undefined> {
  const { calls: _, agreement, ...rest } = state;
  const proposal = agreement.proposed.at(0);
  if (proposal === undefined) return undefined;
  const own = meetings
    .filter(({ called }) => called?.series === subject)
    .toSorted((a, b) => ((a.called?.start ?? '') < (b.called?.start ?? '') ? 1 : -1));
  const held = own.flatMap((one) => Object.values(one.held).map(({ start }) => start));
  const date = nextDue(state, held, look.agreement.participant(look.side).seat.zone);
  const from = agreement.agreed?.by.act ?? proposal.act;
  return {
    ...rest,
    proposal,
    agreed: agreement.agreed?.by ?? null,
    due: date === null ? null : { date, rule: RULES.next },
    meetings: (await Promise.all(own.map((one) => meetingShown(look, one)))).filter((one) => one !== undefined),
    deeds: (await deedsAbout(look, from)).filter(({ title }) => title !== 'meeting.do.action'),
  };
}

async function actionsShown(look: Look): Promise<readonly ActionShown[]> {
  const rows = await look.rows<ActionState>(ACTIONS);
  const shown = await Promise.all(
    rows.map(async ({ subject, state: { assigned, ...rest } }): Promise<readonly ActionShown[]> => {
      if (assigned === null) return [];
      const { from, provisions, ...ref } = assigned;
      const source = await look.act(from);
      const origin = source && { act: from, side: source.act.side, index: source.act.index, at: source.act.header.at };
      const deeds = (await deedsAbout(look, subject)).filter(({ title }) => title === 'meeting.do.done');
      return [{ ...rest, assigned: ref, provisions, from: origin ?? null, deeds }];
    }),
  );
  const key = ({ due, assigned }: ActionShown): string => `${due ?? '9999-99-99'} ${assigned.at}`;
  return shown.flat().toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Reads the page. */
export async function loadDialogue(look: Look): Promise<DialogueData> {
  const family = look.agreement.family('dialogue');
  const meetings = (await look.rows<MeetingState>(MEETINGS)).map(({ state }) => state);
  const rows = await look.rows<SeriesState>(SERIES);
  const series = await Promise.all(rows.map((row) => seriesShown(look, row, meetings)));
  return {
    now: look.now,
    clause: family === undefined ? null : { provision: family.provision, questions: family.questions },
    series: series.filter((one) => one !== undefined),
    actions: await actionsShown(look),
    deeds: await deedsAbout(look, null),
  };
}
