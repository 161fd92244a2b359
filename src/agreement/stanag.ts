// A label as the XML of STANAG 4774, out and in: categories of which any one suffices, and those that all must hold.
import { type Label, LabelShape } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { TLP } from './label.ts';
import { type Element, inside, readXml, tag, wordsOf, xmlText } from './xml.ts';

/** Namespace of the label. Source: STANAG 4774, ADatP-4774 edition A version 1. */
export const STANAG_4774 = 'urn:nato:stanag:4774:confidentialitymetadatalabel:1:0';
/** The policy under which our labels are read. Those of another are national or NATO, and not ours to carry. */
export const POLICY = 'Servanda';

type Type = 'PERMISSIVE' | 'RESTRICTIVE' | 'INFORMATIVE';

/** A category: any one value of a permissive lets in, every value of a restrictive binds, an informative tells. */
interface Category {
  readonly name: string;
  readonly type: Type;
  readonly values: readonly string[];
}

const flag = (name: string, on: boolean | undefined): Category => ({
  name,
  type: 'RESTRICTIVE',
  values: on === true ? ['YES'] : [],
});
const list = (name: string, type: Type, values: readonly (string | undefined)[]): Category => ({
  name,
  type,
  values: values.filter((value) => value !== undefined),
});

function categoriesOf(label: Label): readonly Category[] {
  const { personal } = label;
  return [
    list('ReleasableTo', 'PERMISSIVE', label.rel),
    list('Bodies', 'PERMISSIVE', label.bodies?.length === 0 ? [NONE] : (label.bodies ?? [])),
    list('Purpose', 'PERMISSIVE', label.purpose ?? []),
    flag('OriginatorControl', label.orcon),
    list('Handling', 'RESTRICTIVE', label.codes ?? []),
    list('PermittedActions', 'RESTRICTIVE', [label.action]),
    list('PersonalData', 'RESTRICTIVE', personal === undefined ? [] : [personal.basis]),
    list('PersonalDataCategories', 'RESTRICTIVE', personal?.categories ?? []),
    flag('PersonalDataSpecial', personal?.special),
    list('KeepUntil', 'RESTRICTIVE', [label.keepUntil]),
    list('ReviewAt', 'INFORMATIVE', [label.reviewAt]),
    list('SourceGrade', 'INFORMATIVE', [label.source]),
    list('InformationGrade', 'INFORMATIVE', [label.information?.toString()]),
    list('Originator', 'INFORMATIVE', [label.originator]),
  ];
}

/** What stands for a list that lets nobody in: a category without a value would let everybody. */
const NONE = 'NONE';

/** The label as a document; `made` is an instant. */
export function writeStanag(label: Label, made: string): string {
  const said = categoriesOf(label)
    .filter(({ values }) => values.length > 0)
    .map(({ name, type, values }) => {
      const generic = values.map((value) => tag('GenericValue', {}, xmlText(value))).join('');
      return tag('Category', { TagName: name, Type: type }, generic);
    });
  const policy = tag('PolicyIdentifier', {}, POLICY);
  const classification = tag('Classification', {}, `TLP:${label.tlp}`);
  const information = tag('ConfidentialityInformation', {}, [policy, classification, ...said].join(''));
  const created = tag('CreationDateTime', {}, xmlText(made));
  return `${tag('originatorConfidentialityLabel', { xmlns: STANAG_4774 }, `${information}${created}`)}\n`;
}

const refused = (what: string): Error => refuse('label-refused', `Reading a label of STANAG 4774: ${what}`);

function one(element: Element, name: string): Element {
  const found = inside(element, name);
  if (found.length !== 1 || found[0] === undefined) throw refused(`it has ${found.length} elements ${name}, not one.`);
  return found[0];
}

/** The categories of a label by name: what any of it lets in, said twice, is what both let in; what binds adds up. */
function categoriesIn(information: Element): ReadonlyMap<string, readonly string[]> {
  const known = new Map(categoriesOf({ tlp: 'CLEAR', rel: [] }).map(({ name, type }) => [name, type]));
  const said = new Map<string, readonly string[]>();
  for (const category of inside(information, 'Category')) {
    const { TagName: name = '', Type: type = '' } = category.attributes;
    const values = inside(category, 'GenericValue').map((value) => wordsOf(value).trim());
    const due = known.get(name);
    // What tells and does not bind may be anything; what lets in or binds must be understood.
    if (due === undefined && type === 'INFORMATIVE') continue;
    if (due === undefined || due !== type) throw refused(`its category ${name.slice(0, 40)} is ${type.slice(0, 20)}.`);
    if (values.length === 0) throw refused(`its category ${name} has no value.`);
    const before = said.get(name);
    if (before === undefined) said.set(name, values);
    else if (type === 'PERMISSIVE') said.set(name, before.filter((value) => values.includes(value)));
    else said.set(name, [...new Set([...before, ...values])]);
    if (said.get(name)?.length === 0) throw refused(`it names ${name} twice, with nothing in common.`);
  }
  return said;
}

const labelShape = shape(LabelShape, 'label-refused');

/**
 * Reads a label. `label-refused` where it is of another policy, or says something that binds and is not understood:
 * what cannot be kept to is not taken. Entities, declarations and bombs are refused before it is parsed.
 */
export function readStanag(source: string): Label {
  const root = readXml(source, STANAG_4774);
  if (root.name !== 'originatorConfidentialityLabel') throw refused(`its root is ${root.name.slice(0, 60)}.`);
  const information = one(root, 'ConfidentialityInformation');
  const policy = wordsOf(one(information, 'PolicyIdentifier')).trim();
  if (policy !== POLICY) throw refused(`it is of the policy ${policy.slice(0, 60)}. Use its accredited channel.`);
  const classification = wordsOf(one(information, 'Classification')).trim();
  const tlp = TLP.find((level) => `TLP:${level}` === classification);
  if (tlp === undefined) throw refused(`it is classified ${classification.slice(0, 60)}.`);
  const said = categoriesIn(information);
  const first = (name: string): string | undefined => {
    const values = said.get(name);
    if (values !== undefined && values.length > 1) throw refused(`it says ${name} ${values.length} times.`);
    return values?.[0];
  };
  const basis = first('PersonalData');
  const isSpecial = said.has('PersonalDataSpecial');
  if (basis === undefined && (isSpecial || said.has('PersonalDataCategories'))) throw refused('it names no basis.');
  const bodies = said.get('Bodies');
  const grade = first('InformationGrade');
  const read = {
    tlp,
    rel: said.get('ReleasableTo'),
    bodies: bodies?.length === 1 && bodies[0] === NONE ? [] : bodies,
    orcon: said.has('OriginatorControl') ? true : undefined,
    codes: said.get('Handling'),
    action: first('PermittedActions'),
    purpose: said.get('Purpose'),
    personal:
      basis === undefined
        ? undefined
        : { categories: said.get('PersonalDataCategories') ?? [], special: isSpecial, basis },
    keepUntil: first('KeepUntil'),
    reviewAt: first('ReviewAt'),
    source: first('SourceGrade'),
    information: grade === undefined ? undefined : Number(grade),
    originator: first('Originator'),
  };
  return labelShape(Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)));
}
