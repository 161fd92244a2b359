// Handling: the closed vocabularies of a label, which of two is tighter, and how what speaks of something is labelled.
import type { Label } from '../act/act.ts';
import { ACTIONS, join, type Joined, markedAs, NOBODY, spelled } from './label.ts';
import type { Marked } from './sight.ts';

/** How far it may go, the most open first (TLP 2.0). */
export const REACHES = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
/** Whom personal data speaks of: the categories of Directive (EU) 2016/680, article 6, and all others. */
export const PERSONS = ['suspects', 'convicted', 'victims', 'witnesses', 'others'] as const;
/** On what it rests that personal data is given: its articles 8 and 10. */
export const BASES = ['law', 'vital-interests', 'made-public'] as const;
/** How far its source can be relied on, and what it says be believed: the 4x4 of Europol. */
export const SOURCES = ['A', 'B', 'C', 'X'] as const;
export const INFORMATION = ['1', '2', '3', '4'] as const;

const within = (some: readonly string[] | undefined, all: readonly string[] | undefined): boolean =>
  all === undefined || (some !== undefined && some.every((one) => all.includes(one)));

/** Where an action stands among those that IEP orders; without one, everything is allowed. */
const reach = (action: string | undefined): number =>
  action === undefined ? ACTIONS.length : (ACTIONS as readonly string[]).indexOf(action);

/**
 * Whether `a` allows nobody to have, do or keep what `b` does not: so whoever holds something may tighten its label. It
 * asks more than who may see it (`isWithin` in label.ts). Everything is as tight as itself.
 */
export function isTight(a: Marked, b: Marked): boolean {
  const [inner, outer] = [spelled(a), spelled(b)];
  return (
    REACHES.indexOf(inner.tlp) >= REACHES.indexOf(outer.tlp) &&
    within(inner.rel, outer.rel) &&
    within(inner.bodies, outer.bodies) &&
    within(inner.purpose, outer.purpose) &&
    within(outer.codes ?? [], inner.codes ?? []) &&
    (inner.orcon === true || outer.orcon !== true) &&
    reach(inner.action) <= reach(outer.action) &&
    (outer.keepUntil === undefined || (inner.keepUntil !== undefined && inner.keepUntil <= outer.keepUntil)) &&
    (outer.personal === undefined || inner.personal !== undefined)
  );
}

/**
 * The label of an act that speaks of what `about` holds, and holds none of its words. Nobody sees it who may not see
 * that; yet both nodes can read it, for both must fold it.
 */
export function labelAbout(about: Marked): Label {
  const { tlp, rel, bodies, purpose } = spelled(about);
  return {
    tlp: tlp === 'CLEAR' ? tlp : 'GREEN',
    rel,
    ...(bodies === undefined ? {} : { bodies }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** What nobody may see: it is released to no side. */
const HIDDEN: Marked = { label: { tlp: 'RED', rel: [] }, by: '', to: [] };

/**
 * As what an act stands that is marked `own` and speaks of what bears the others by now: for nobody who may not see one
 * of these. Where it holds words, it may be no more open in anything.
 */
export function beside(own: Marked, others: readonly Marked[], words: boolean): Marked {
  if (others.length === 0) return own;
  const label = others
    .map((one) => (words ? spelled(one) : labelAbout(one)))
    .reduce<Joined>((all, one) => join(all, one), spelled(own));
  return label === NOBODY ? HIDDEN : markedAs(label);
}

/**
 * The label of an act that answers others and was given none: theirs, joined, without the grades of their words;
 * undefined where it answers nothing.
 */
export function labelOfAnswer(answered: readonly Marked[]): Joined | undefined {
  const [first, ...rest] = answered.map(spelled);
  if (first === undefined) return undefined;
  const all = rest.reduce<Joined>(join, first);
  if (all === NOBODY) return NOBODY;
  const { source: _source, information: _information, originator: _originator, ...label } = all;
  return label;
}
