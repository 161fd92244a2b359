// What the page of bodies shows, read from the registers of bodies and keys and from the reading of the Agreement.
import { sideOf } from '../../act/act.ts';
import type { BodyOf } from '../../act/kind.ts';
import { KEYS, type KeyState, type Place } from '../../act/keys.ts';
import { BODY_DESIGNATED, BODY_DESIGNATED_FOR, BODY_ENDED, KEY_ADMITTED } from '../../act/kinds.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { BODIES, type BodyState } from '../../agreement/mandate.ts';
import type { Look } from '../../area.ts';
import { KEY_FORMS } from './forms.keys.ts';
import { MANDATE_FORMS } from './forms.mandate.ts';
import { FORMS } from './forms.ts';
import { MATTER_FORMS } from './matters/index.ts';
import { READING_CONFIRMED } from './matters/kinds.ts';
import { MATTERS_KEPT } from './matters/register.ts';

/** A body that was designated, with its mandate. `mayEnd`, `mayChange`: this side can, now. */
export interface DesignatedBody {
  readonly id: string;
  readonly name: BodyState['name'];
  readonly provisions: readonly string[];
  /** Names of the kinds it may say; null where it may say every kind. */
  readonly kinds: readonly string[] | null;
  readonly from: string | null;
  readonly designated: Place | null;
  readonly ended: Place | null;
  readonly mayEnd: boolean;
  readonly mayChange: boolean;
}

/** A key by its name; `written` is the form in which it is published. */
export interface KeyRow {
  readonly name: string;
  readonly written: string | null;
  readonly holder: string;
  readonly use: string | null;
  readonly admitted: Place | null;
  readonly revoked: Place | null;
  /** Whether it is the one admitted last of those of its holder that stand: with it the node signs, if it holds it. */
  readonly newest: boolean;
}

/** A body named in the reading as a possible owner, with how many statements name it. */
export interface ProposedOwner {
  readonly id: string;
  readonly name: string;
  readonly local: string | null;
  readonly statements: number;
  readonly check: string | null;
  readonly stage: 'office' | 'designated' | 'proposed';
}

export interface SideBodies {
  readonly side: string;
  /** The civil date at the side's seat. */
  readonly today: string;
  readonly office: string;
  readonly designated: readonly DesignatedBody[];
  readonly keys: readonly KeyRow[];
  readonly proposed: readonly ProposedOwner[];
}

interface Beginning {
  readonly kind: string;
  readonly title: string;
}

export interface BodiesData {
  readonly sides: readonly SideBodies[];
  /** The clause on which mandates rest, with what it leaves to the sides. */
  readonly clause: {
    readonly provision: string;
    readonly questions: readonly string[];
    /** Whether every side has confirmed the reading on which mandates rest. */
    readonly confirmed: boolean;
    /** The acts by which sides have confirmed it so far. */
    readonly by: readonly { readonly side: string; readonly index: number }[];
    /** The form by which this side confirms it, where it opens now. */
    readonly confirm: Beginning | null;
  };
  /** The forms that designate a body, where they open now. */
  readonly begin: readonly Beginning[];
  /** The forms by which keys are admitted and revoked, where they open now. */
  readonly keys: readonly Beginning[];
}

type Row<State> = { readonly subject: string; readonly state: State };

async function designatedBody(look: Look, { subject, state }: Row<BodyState>): Promise<DesignatedBody> {
  const end = FORMS.find((form) => form.kind === BODY_ENDED.id);
  const act = state.designated === null ? undefined : await look.act(state.designated.act);
  const mayEnd = act !== undefined && (await end?.open(look, act)) !== undefined;
  const change = MANDATE_FORMS.find((form) => form.kind === BODY_DESIGNATED_FOR.id);
  const mayChange = act !== undefined && (await change?.open(look, act)) !== undefined;
  const { name, provisions, from, designated, ended, kinds = null } = state;
  return { id: subject, name, provisions, kinds, from, designated, ended, mayEnd, mayChange };
}

/** What a key signs is said where it is admitted; a key that comes with a designation signs acts. */
async function useOf(look: Look, admitted: Place | null): Promise<string | null> {
  const shown = admitted === null ? undefined : await look.act(admitted.act);
  if (shown === undefined) return null;
  if (shown.act.header.kind !== KEY_ADMITTED.id) return 'acts';
  return (shown.act.body as BodyOf<typeof KEY_ADMITTED> | undefined)?.use ?? null;
}

async function keyRow(
  look: Look,
  { subject, state }: Row<KeyState>,
  others: readonly Row<KeyState>[],
): Promise<KeyRow> {
  const { key, holder, admitted, revoked } = state;
  const stands = others.filter((other) => other.state.holder === holder && other.state.revoked === null);
  const last = Math.max(...stands.map((other) => other.state.admitted?.index ?? -1));
  const newest = revoked === null && admitted?.index === last;
  const use = await useOf(look, admitted);
  return { name: subject, written: key, holder: holder ?? '', use, admitted, revoked, newest };
}

function proposedOwners(look: Look, side: string, standing: ReadonlySet<string>): readonly ProposedOwner[] {
  const { agreement } = look;
  const { body: office } = agreement.participant(side).treatyOffice;
  const counts = new Map<string, number>();
  for (const { owners } of agreement.provisions.flatMap((provision) => provision.statements)) {
    for (const id of owners[side] ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, statements]): ProposedOwner => {
      const { name, local, check } = agreement.bodies.get(id) ?? { name: id, local: null, check: null };
      const stage = id === office ? 'office' : standing.has(id) ? 'designated' : 'proposed';
      return { id, name, local, statements, check, stage };
    })
    .sort((a, b) => b.statements - a.statements || (a.id < b.id ? -1 : 1));
}

/** Reads the page. */
/** How far the sides have confirmed that bodies designated under the clause implement this Agreement as well. */
async function confirmation(look: Look): Promise<Pick<BodiesData['clause'], 'confirmed' | 'by' | 'confirm'>> {
  const round = (await look.row(MATTERS_KEPT, 'reading')).rounds.at(-1);
  const said = await Promise.all((round?.steps ?? []).map(async ({ act }) => await look.act(act)));
  const form = MATTER_FORMS.find(({ kind }) => kind === READING_CONFIRMED.id);
  const opened = await form?.open(look, undefined);
  return {
    confirmed: round?.state === 'confirmed-both',
    by: said.flatMap((shown) => (shown === undefined ? [] : [{ side: shown.act.side, index: shown.act.index }])),
    confirm: form === undefined || opened === undefined ? null : { kind: form.kind, title: form.title },
  };
}

export async function loadBodies(look: Look): Promise<BodiesData> {
  const { agreement } = look;
  const bodies = await look.rows<BodyState>(BODIES);
  const keys = (await look.rows<KeyState>(KEYS)).filter(({ state }) => state.holder !== null);
  const sides = await Promise.all(
    agreement.participants.map(async ({ id: side, seat, treatyOffice }): Promise<SideBodies> => {
      const own = bodies.filter(({ subject, state }) => sideOf(subject) === side && state.designated !== null);
      const standing = new Set(own.filter(({ state }) => state.ended === null).map(({ subject }) => subject));
      const held = keys.filter(({ state }) => sideOf(state.holder ?? '') === side);
      return {
        side,
        today: civilDate(look.now, seat.zone),
        office: treatyOffice.body,
        designated: await Promise.all(own.map((row) => designatedBody(look, row))),
        keys: await Promise.all(held.map((row) => keyRow(look, row, held))),
        proposed: proposedOwners(look, side, standing),
      };
    }),
  );
  const clause = agreement.family('authorised-bodies');
  if (clause === undefined) throw new Error('final: the agreement has no clause of the family authorised-bodies');
  const forms = [...FORMS.filter(({ kind }) => kind === BODY_DESIGNATED.id), ...MANDATE_FORMS];
  const opened = await Promise.all(forms.map(async (one) => await one.open(look, undefined)));
  const keyForms = await Promise.all(KEY_FORMS.map(async (one) => await one.open(look, undefined)));
  return {
    sides,
    clause: { provision: clause.provision, questions: clause.questions, ...(await confirmation(look)) },
    keys: KEY_FORMS.filter((_, i) => keyForms[i] !== undefined).map(({ kind, title }) => ({ kind, title })),
    begin: forms.filter((_, i) => opened[i] !== undefined).map(({ kind, title }) => ({ kind, title })),
  };
}
