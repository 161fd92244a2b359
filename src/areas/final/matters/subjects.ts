// The names of matters: of which there is one, one for each side, or as many as are opened.
import { type RuleFamily, RULES } from '../../../agreement/clock.ts';
import { MATTERS, type MatterName } from '../../../agreement/matter.ts';

/** How many matters of a name there can be. `ruled` has one for each rule of dates. */
export const PLURALITY: Readonly<Record<MatterName, 'one' | 'each-side' | 'numbered' | 'ruled'>> = {
  extension: 'one',
  termination: 'each-side',
  activities: 'one',
  accession: 'one',
  alignment: 'numbered',
  basis: 'numbered',
  reading: 'one',
  difference: 'numbered',
  convention: 'ruled',
  registration: 'one',
  original: 'each-side',
  discrepancy: 'numbered',
};

/** The family of clauses whose dates a rule makes. */
const CLAUSES: Readonly<Record<RuleFamily, string>> = {
  entry: 'entry',
  term: 'term',
  extension: 'extension',
  extended: 'extension',
  renewal: 'term',
  termination: 'termination',
  consultation: 'consultation',
};

/** The family of clauses that a matter serves: of a convention, the one of its rule. */
export function familyOf(matter: MatterName, rule: string | undefined): string {
  const found = Object.values(RULES).find(({ id }) => id === rule);
  return found === undefined ? MATTERS[matter].family : CLAUSES[found.family];
}

const NUMBERED = /^[a-z]+\/([a-z]+)-[1-9]\d{0,3}$/;

/** Whether `side` may open a matter under this subject: `difference/ua-1` is for Ukraine to open. */
export function mayOpen(matter: MatterName, subject: string, side: string, rule: string | undefined): boolean {
  switch (PLURALITY[matter]) {
    case 'one':
      return subject === matter;
    case 'each-side':
      return subject === `${matter}/${side}`;
    case 'numbered':
      return NUMBERED.exec(subject)?.[1] === side;
    case 'ruled':
      return rule !== undefined && subject === `${matter}/${rule}`;
  }
}

/** The subject under which `side` opens its next matter. `taken` are all subjects there are. */
export function nextSubject(
  matter: MatterName,
  side: string,
  taken: readonly string[],
  rule: string | undefined,
): string {
  switch (PLURALITY[matter]) {
    case 'one':
      return matter;
    case 'each-side':
      return `${matter}/${side}`;
    case 'numbered': {
      const own = `${matter}/${side}-`;
      const numbers = taken.filter((one) => one.startsWith(own)).map((one) => Number(one.slice(own.length)));
      return `${own}${Math.max(0, ...numbers) + 1}`;
    }
    case 'ruled':
      return `${matter}/${rule ?? ''}`;
  }
}
