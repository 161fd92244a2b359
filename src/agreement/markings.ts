// Markings of others: TLP as STIX 2.1 names it, the exchange policy of FIRST (IEP 2.0), the handling codes of Europol.
import type { Label } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { ACTIONS, TLP } from './label.ts';

type Tlp = Label['tlp'];

/** TLP 2.0 in STIX 2.1: ids and the extension are OASIS's, in its common objects, of 1 October 2022. */
const TLP_2: Readonly<Record<Tlp, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};
const TLP_2_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const TLP_2_CREATED = '2022-10-01T00:00:00.000Z';

/** TLP 1 as STIX 2.1 predefines it (section 7.2.1.4). It has no AMBER+STRICT: to whoever reads it alone that is RED. */
const TLP_1: Readonly<Record<Exclude<Tlp, 'AMBER+STRICT'>, string>> = {
  CLEAR: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  GREEN: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  AMBER: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  RED: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

/** The id by which STIX names a TLP, of version 2 or, for whoever knows no other, 1. Never of one more open. */
export function stixMarking(tlp: Tlp, version: 1 | 2 = 2): string {
  if (version === 2) return TLP_2[tlp];
  return TLP_1[tlp === 'AMBER+STRICT' ? 'RED' : tlp];
}

/** The object of that id in TLP 2.0, which a bundle carries along: STIX 2.1 does not predefine it. */
export function stixMarkingObject(tlp: Tlp): Readonly<Record<string, unknown>> {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id: TLP_2[tlp],
    created: TLP_2_CREATED,
    name: `TLP:${tlp}`,
    extensions: { [TLP_2_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: tlp.toLowerCase() } },
  };
}

/** The ids of both versions, each with the TLP that it names. */
const NAMED: ReadonlyMap<string, Tlp> = new Map(
  [...Object.entries(TLP_2), ...Object.entries(TLP_1)].map(([tlp, id]) => [id, tlp as Tlp]),
);

/**
 * What the `object_marking_refs` of an object say: the highest TLP among them, of either version, since STIX defines
 * no combination and whoever marked it twice meant both. `others` are ids that say no TLP; whoever cannot read them
 * does not know how to handle the object.
 */
export function tlpOfStix(refs: readonly string[]): {
  readonly tlp: Tlp | undefined;
  readonly others: readonly string[];
} {
  const found = refs.flatMap((ref) => NAMED.get(ref) ?? []);
  const tlp = TLP.findLast((one) => found.includes(one));
  return { tlp, others: refs.filter((ref) => !NAMED.has(ref)) };
}

/** Statements of IEP 2.0 that a label keeps as codes where they bind: field, value, code. */
const IEP_CODES: readonly (readonly [field: string, value: string, code: string])[] = [
  ['encrypt_in_transit', 'must', 'IEP:ENCRYPT-MUST'],
  ['affected_party_notifications', 'must-not', 'IEP:NOTIFY-MUST-NOT'],
  ['attribution', 'must', 'IEP:ATTRIBUTE-MUST'],
  ['attribution', 'must-not', 'IEP:ATTRIBUTE-MUST-NOT'],
  ['unmodified_resale', 'must-not', 'IEP:RESALE-MUST-NOT'],
];

/** IEP's own JSON writes capitals and blanks, STIX small letters and hyphens: both are read. */
function asStatement(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase().replace(/[\s_]+/g, '-') : '';
}

/** A policy of IEP 2.0 that says what the label does. `id` is a UUID. Source: FIRST, IEP 2.0. */
export function iepOf(label: Label, id: string, name: string): Readonly<Record<string, string>> {
  const codes = label.codes ?? [];
  const action = (ACTIONS as readonly string[]).includes(label.action ?? '') ? label.action : undefined;
  const bound = IEP_CODES.filter(([, , code]) => codes.includes(code)).map(([field, value]) => [field, value]);
  return {
    id,
    name,
    iep_version: '2.0',
    tlp: label.tlp.toLowerCase(),
    // Where a label says nothing, IEP asks for a word: the least.
    permitted_actions: (action ?? 'NONE').toLowerCase(),
    encrypt_in_transit: 'must',
    affected_party_notifications: 'must-not',
    attribution: 'must-not',
    unmodified_resale: 'must-not',
    ...Object.fromEntries(bound),
  };
}

/**
 * What an IEP 2.0 policy says, as parts of a label. `label-refused` where it is of another version, or says a TLP or an
 * action that nobody here knows: what cannot be read cannot be kept to.
 */
export function fromIep(policy: Readonly<Record<string, unknown>>): Pick<Label, 'tlp' | 'action' | 'codes'> {
  const version = policy['iep_version'];
  if (version !== '2.0' && version !== 2) throw refuse('label-refused', 'A policy came that is not of IEP 2.0.');
  const said = asStatement(policy['tlp']).replace('amber-strict', 'amber+strict').toUpperCase();
  const tlp = TLP.find((one) => one === said || (one === 'CLEAR' && said === 'WHITE'));
  if (tlp === undefined) throw refuse('label-refused', `A policy of TLP:${said.slice(0, 20)} came.`);
  const asked = asStatement(policy['permitted_actions']).toUpperCase();
  const action = ACTIONS.find((one) => one === asked);
  if (action === undefined) throw refuse('label-refused', `A policy permits ${asked.slice(0, 60)}.`);
  const codes = IEP_CODES.filter(([field, value]) => asStatement(policy[field]) === value).map(([, , code]) => code);
  return { tlp, action, ...(codes.length === 0 ? {} : { codes }) };
}

/** Europol's codes: H0 asks for nothing beyond its rules, H1 no use in court, H2 no passing on, H3 what it says. */
export const EUROPOL = ['H0', 'H1', 'H2', 'H3'] as const;
type Europol = (typeof EUROPOL)[number];

/** What Europol's codes say in a label: they stand as they are; where nothing is passed on, its originator decides. */
export function fromEuropol(codes: readonly string[]): Pick<Label, 'codes' | 'orcon'> {
  const strange = codes.find((code) => !(EUROPOL as readonly string[]).includes(code));
  if (strange !== undefined) throw refuse('label-refused', `Europol has no handling code ${strange.slice(0, 20)}.`);
  return { codes: [...new Set(codes)].sort(), ...(codes.includes('H2') ? { orcon: true } : {}) };
}

/** Europol's codes for a label: those it carries, H2 where its originator decides, H0 where nothing else binds. */
export function europolOf(label: Label): readonly Europol[] {
  const codes = [...(label.codes ?? []), ...(label.orcon === true ? ['H2'] : [])];
  const carried = EUROPOL.filter((code) => codes.includes(code));
  return carried.length === 0 ? ['H0'] : carried;
}
