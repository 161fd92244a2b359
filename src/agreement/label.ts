// Labels: which of them may travel here, in which ring what carries one is kept, and how those of many become one.
import { type Label, sideOf } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import type { Agreement } from './agreement.ts';
import type { Marked } from './sight.ts';

/** Words that name a national, NATO or EU classification, those of the sides in Latin letters among them. */
const CLASSIFIED: ReadonlySet<string> = new Set(
  `restricted confidential secret topsecret cosmic atomal bohemia restreint confidentiel
  taiemno dsk sekret konfidencial kufizuar`.split(/\s+/),
);

/** Whether one of the words of a code names a classification, case aside. */
function isClassified(code: string): boolean {
  const words = code.toLowerCase().split(/[^a-z0-9]+/);
  return words.some((word) => CLASSIFIED.has(word));
}

/**
 * Where plaintext may be: A in both nodes, B in the receiving node and its desks, C at the desks of the named bodies
 * alone, D nowhere here. It follows from the label; nobody chooses it.
 */
export type Ring = 'A' | 'B' | 'C' | 'D';

/** Europol's codes that bind who receives. What H3 restricts is said to people alone, so it is taken for the most. */
const BINDING: readonly string[] = ['H1', 'H2', 'H3'];

export function ringOf(label: Label): Ring {
  const codes = label.codes ?? [];
  if ([...codes, label.action ?? ''].some(isClassified)) return 'D';
  const isBound = label.orcon === true || codes.some((code) => BINDING.includes(code));
  if (isBound || label.tlp === 'AMBER+STRICT' || label.tlp === 'RED') return 'C';
  return label.tlp === 'AMBER' || label.personal !== undefined ? 'B' : 'A';
}

/** The label of what everyone may see, released to all sides: final provisions are public law. */
export function openLabel(agreement: Agreement): Label {
  return { tlp: 'CLEAR', rel: agreement.participants.map((side) => side.id.toUpperCase()).sort() };
}

/**
 * Refuses a label that is not carried here: a national or NATO classification, a release to nobody of this agreement,
 * or one of a ring in which the kind says nothing. A label is never made more open.
 */
export function requireLabel(label: Label, agreement: Agreement, rings: readonly Ring[] = ['A']): void {
  const ring = ringOf(label);
  if (ring === 'D') {
    const code = [...(label.codes ?? []), label.action ?? ''].find(isClassified);
    throw refuse('label-refused', `The label carries ${code}. Use the accredited channel of your service for it.`);
  }
  const sides = agreement.participants.map((side) => side.id.toUpperCase());
  const outside = label.rel.filter((release) => !sides.includes(release));
  if (outside.length > 0) throw refuse('label-refused', `The label releases to ${outside.join(', ')}.`);
  if (!rings.includes(ring)) {
    const what = label.personal === undefined ? `TLP:${label.tlp}` : 'personal data';
    const own = rings.join(', ');
    throw refuse('label-refused', `The label says ${what}, which asks for ring ${ring}; the kind is of ring ${own}.`);
  }
}

/** Refuses what asks for sealing. It stands at the door until sealing is there, and goes with that. */
export function requireUnsealed(label: Label): void {
  const ring = ringOf(label);
  if (ring !== 'A') throw refuse('label-refused', `The label asks for sealing of ring ${ring}, which is not done yet.`);
}

/** From the most open to the least. */
export const TLP: readonly Label['tlp'][] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

/** What may be done with it, least first, as IEP 2.0 orders it, in the letters of a code. Source: FIRST, IEP 2.0. */
export const ACTIONS = [
  'NONE',
  'CONTACT-FOR-INSTRUCTION',
  'INTERNALLY-VISIBLE-ACTIONS',
  'EXTERNALLY-VISIBLE-INDIRECT-ACTIONS',
  'EXTERNALLY-VISIBLE-DIRECT-ACTIONS',
] as const;

/** The label of what nobody may have: parts of it are for nobody in common. */
export const NOBODY = 'nobody';
/** The label of something made of items. */
export type Joined = Label | typeof NOBODY;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/**
 * A label as it stands apart from its act: where it is not for every official, its bodies are named, those who said
 * it among them. Lists are in order, and what says nothing is left out.
 */
export function spelled({ label, by, to }: Marked): Label {
  const { orcon, purpose, codes, bodies, ...rest } = label;
  const isWide = bodies === undefined && (label.tlp === 'CLEAR' || label.tlp === 'GREEN');
  return {
    ...rest,
    rel: sorted(label.rel),
    ...(isWide ? {} : { bodies: sorted([by, ...(bodies ?? to)]) }),
    ...(orcon === true ? { orcon } : {}),
    ...(purpose === undefined || purpose.length === 0 ? {} : { purpose: sorted(purpose) }),
    ...(codes === undefined || codes.length === 0 ? {} : { codes: sorted(codes) }),
    ...(label.personal === undefined
      ? {}
      : { personal: { ...label.personal, categories: sorted(label.personal.categories) } }),
  };
}

/** A label that stands apart, as the one check is asked of it: one of those who may have it has said it. */
export function markedAs(label: Label): Marked {
  return { label, by: label.bodies?.[0] ?? '', to: [] };
}

/** What both allow; undefined where neither says anything, an empty list where they allow nothing in common. */
function both(a: readonly string[] | undefined, b: readonly string[] | undefined): string[] | undefined {
  if (a === undefined || b === undefined) return (a ?? b)?.slice();
  return a.filter((value) => b.includes(value));
}

function either(a: readonly string[] | undefined, b: readonly string[] | undefined): string[] | undefined {
  return a === undefined && b === undefined ? undefined : sorted([...(a ?? []), ...(b ?? [])]);
}

/** The earlier of two dates, either of which may be absent. */
function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}

/** The least that either allows. Of actions that IEP does not order nothing is known but that they are the same. */
function least(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const rank = (action: string): number => Math.max(0, (ACTIONS as readonly string[]).indexOf(action));
  return ACTIONS[Math.min(rank(a), rank(b))];
}

/** Bases of processing, in order, between pluses; `several` where they no longer fit a code. */
const SEVERAL = 'several';
const BASIS_LIMIT = 64;

function joinPersonal(a: Label['personal'], b: Label['personal']): Label['personal'] {
  if (a === undefined || b === undefined) return a ?? b;
  const named = sorted([...a.basis.split('+'), ...b.basis.split('+')]);
  const basis = named.join('+');
  return {
    categories: sorted([...a.categories, ...b.categories]),
    special: a.special || b.special,
    basis: named.includes(SEVERAL) || basis.length > BASIS_LIMIT ? SEVERAL : basis,
  };
}

/** What is true of the whole only where it is of every item: grades, and whose it is. */
function same<T>(a: T | undefined, b: T | undefined): T | undefined {
  return a === b ? a : undefined;
}

/**
 * The label of something made of what carries `a` and `b`, both spelled out: the higher TLP; sides, bodies and purposes
 * that both allow; the earlier end; originator control where either has it; the least action; the codes of both. Grades
 * and the originator stay where they are the same. Commutative, associative, idempotent, and never seen by one more
 * than either: where nobody is left to have it, it is for nobody.
 */
export function join(a: Joined, b: Joined): Joined {
  if (a === NOBODY || b === NOBODY) return NOBODY;
  const rel = both(a.rel, b.rel) ?? [];
  const [bodies, purpose] = [both(a.bodies, b.bodies), both(a.purpose, b.purpose)];
  if ([rel, bodies, purpose].some((allowed) => allowed?.length === 0)) return NOBODY;
  const joined = {
    tlp: TLP[Math.max(TLP.indexOf(a.tlp), TLP.indexOf(b.tlp))] ?? 'RED',
    rel,
    bodies,
    orcon: a.orcon === true || b.orcon === true ? true : undefined,
    codes: either(a.codes, b.codes),
    action: least(a.action, b.action),
    purpose,
    personal: joinPersonal(a.personal, b.personal),
    keepUntil: earlier(a.keepUntil, b.keepUntil),
    reviewAt: earlier(a.reviewAt, b.reviewAt),
    source: same(a.source, b.source),
    information: same(a.information, b.information),
    originator: same(a.originator, b.originator),
  };
  return Object.fromEntries(Object.entries(joined).filter(([, value]) => value !== undefined)) as Label;
}

/**
 * Whether what is marked `a` is for nobody who may not see what is marked `b`: so an act may answer another, name it,
 * be made of it. By the labels alone, for every viewer there could be.
 */
export function isWithin(a: Marked, b: Marked): boolean {
  const [inner, outer] = [spelled(a), spelled(b)];
  const isPublic = ({ tlp, bodies, purpose, personal }: Label): boolean =>
    tlp === 'CLEAR' && bodies === undefined && purpose === undefined && personal === undefined;
  if (isPublic(outer)) return true;
  if (isPublic(inner)) return false;
  const holds = (narrow: readonly string[] | undefined, wide: readonly string[] | undefined): boolean =>
    wide === undefined || narrow?.every((value) => wide.includes(value)) === true;
  const bodies = inner.bodies?.filter((body) => inner.rel.includes(sideOf(body).toUpperCase()));
  const asksPurpose = inner.purpose !== undefined || inner.personal !== undefined;
  return (
    holds(inner.rel, outer.rel) &&
    holds(bodies, outer.bodies) &&
    holds(inner.purpose, outer.purpose) &&
    (outer.personal === undefined || asksPurpose)
  );
}
