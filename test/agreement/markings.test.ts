// Markings of others: what is read of STIX, IEP, Europol and STANAG 4774 is never more open than what was written.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import type { Label } from '../../src/act/act.ts';
import { ACTIONS, TLP } from '../../src/agreement/label.ts';
import {
  EUROPOL,
  europolOf,
  fromEuropol,
  fromIep,
  iepOf,
  stixMarking,
  stixMarkingObject,
  tlpOfStix,
} from '../../src/agreement/markings.ts';
import { POLICY, readStanag, STANAG_4774, writeStanag } from '../../src/agreement/stanag.ts';

const LABEL: Label = { tlp: 'AMBER', rel: ['AL', 'UA'] };
const MADE = '2026-11-25T08:00:00Z';

describe('TLP in STIX', () => {
  test('goes out by the ids of TLP 2.0 and comes back the same', () => {
    for (const tlp of TLP) expect(tlpOfStix([stixMarking(tlp)])).toEqual({ tlp, others: [] });
    expect(stixMarkingObject('AMBER+STRICT')).toMatchObject({
      id: 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
      extensions: { 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d': { tlp_2_0: 'amber+strict' } },
    });
  });

  test('of version 1 is read, and AMBER+STRICT never goes out as one more open', () => {
    expect(tlpOfStix(['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9']).tlp).toBe('CLEAR');
    for (const tlp of TLP) {
      const read = tlpOfStix([stixMarking(tlp, 1)]).tlp ?? 'CLEAR';
      expect(TLP.indexOf(read)).toBeGreaterThanOrEqual(TLP.indexOf(tlp));
    }
  });

  test('said twice is the higher, and what says no TLP is named', () => {
    const other = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ec';
    const refs = [stixMarking('GREEN'), stixMarking('AMBER', 1), other];
    expect(tlpOfStix(refs)).toEqual({ tlp: 'AMBER', others: [other] });
    expect(tlpOfStix([other]).tlp).toBeUndefined();
  });
});

describe('IEP 2.0', () => {
  test('says what a label does, and is read back', () => {
    for (const action of ACTIONS) {
      for (const tlp of TLP) {
        const policy = iepOf({ ...LABEL, tlp, action }, '0224bfdf-ea3a-49c3-96f6-66d908bb1845', 'EXERCISE');
        expect(fromIep(policy)).toMatchObject({ tlp, action });
      }
    }
  });

  test('is read in capitals with blanks as well, and its prohibitions become codes', () => {
    const policy = {
      iep_version: 2,
      tlp: 'AMBER',
      permitted_actions: 'INTERNALLY VISIBLE ACTIONS',
      attribution: 'MUST NOT',
      encrypt_in_transit: 'MAY',
    };
    const read = { tlp: 'AMBER', action: 'INTERNALLY-VISIBLE-ACTIONS', codes: ['IEP:ATTRIBUTE-MUST-NOT'] };
    expect(fromIep(policy)).toEqual(read);
  });

  test.each([
    ['another version', { iep_version: '1.0', tlp: 'green', permitted_actions: 'none' }],
    ['a TLP nobody knows', { iep_version: '2.0', tlp: 'blue', permitted_actions: 'none' }],
    ['an action nobody knows', { iep_version: '2.0', tlp: 'green', permitted_actions: 'anything' }],
  ])('with %s is refused', (_, policy) => {
    expect(() => fromIep(policy)).toThrow('label-refused');
  });
});

test('the handling codes of Europol come and go, and what may not be passed on is under its originator', () => {
  for (const codes of fc.sample(fc.subarray([...EUROPOL], { minLength: 1 }), 20)) {
    const read = fromEuropol(codes);
    expect(read.orcon === true).toBe(codes.includes('H2'));
    expect(europolOf({ ...LABEL, ...read })).toEqual(codes.toSorted((a, b) => (a < b ? -1 : 1)));
  }
  expect(europolOf({ ...LABEL, orcon: true })).toEqual(['H2']);
  expect(europolOf(LABEL)).toEqual(['H0']);
  expect(() => fromEuropol(['H4'])).toThrow('label-refused');
});

const few = (...values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const label: fc.Arbitrary<Label> = fc.record(
  {
    tlp: fc.constantFrom(...TLP),
    rel: few('AL', 'UA'),
    bodies: fc.subarray(['al:asp', 'ua:mfa']),
    orcon: fc.constant(true),
    codes: few('H1', 'IEP:RESALE-MUST-NOT'),
    action: fc.constantFrom(...ACTIONS),
    purpose: few('crime', 'relief'),
    personal: fc.record({ categories: fc.subarray(['victim']), special: fc.boolean(), basis: fc.constant('law') }),
    keepUntil: fc.constant('2027-01-01'),
    reviewAt: fc.constant('2026-12-01'),
    source: fc.constantFrom('A', 'X'),
    information: fc.integer({ min: 1, max: 4 }),
    originator: fc.constant('ua:mfa'),
  },
  { requiredKeys: ['tlp', 'rel'] },
);

/** A label of another hand: categories between policy and end. */
const document = (categories: string, policy = POLICY, level = 'TLP:AMBER'): string =>
  `<s:originatorConfidentialityLabel xmlns:s="${STANAG_4774}"><s:ConfidentialityInformation>` +
  `<s:PolicyIdentifier>${policy}</s:PolicyIdentifier><s:Classification>${level}</s:Classification>${categories}` +
  `</s:ConfidentialityInformation><s:CreationDateTime>${MADE}</s:CreationDateTime>` +
  '</s:originatorConfidentialityLabel>';
const category = (name: string, type: string, ...values: readonly string[]): string =>
  `<s:Category TagName="${name}" Type="${type}">${values
    .map((value) => `<s:GenericValue>${value}</s:GenericValue>`)
    .join('')}</s:Category>`;
const REL = category('ReleasableTo', 'PERMISSIVE', 'AL', 'UA');

describe('STANAG 4774', () => {
  test('carries every label out and in again', () => {
    fc.assert(
      fc.property(label, (given) => {
        expect(readStanag(writeStanag(given, MADE))).toEqual(given);
      }),
      { numRuns: 500 },
    );
  });

  test('lets in by any value of a permissive category, and binds by all of a restrictive one', () => {
    const twice = category('Purpose', 'PERMISSIVE', 'crime', 'relief') + category('Purpose', 'PERMISSIVE', 'relief');
    const bound = category('Handling', 'RESTRICTIVE', 'H1') + category('Handling', 'RESTRICTIVE', 'X');
    expect(readStanag(document(REL + twice + bound))).toEqual({ ...LABEL, purpose: ['relief'], codes: ['H1', 'X'] });
    expect(readStanag(document(REL + category('Colour', 'INFORMATIVE', 'blue')))).toEqual(LABEL);
  });

  test.each([
    ['of another policy', document(REL, 'NATO', 'SECRET'), 'its accredited channel'],
    ['of a classification', document(REL, POLICY, 'SECRET'), 'is classified SECRET'],
    ['released to nobody', document(''), 'rel'],
    ['with what binds and nobody knows', document(REL + category('Fate', 'RESTRICTIVE', 'x')), 'Fate'],
    ['with who may see by another rule', document(REL + category('Clan', 'PERMISSIVE', 'x')), 'Clan'],
    ['with a category of another type', document(category('ReleasableTo', 'INFORMATIVE', 'AL')), 'INFORMATIVE'],
    ['with a category that says nothing', document(REL + category('Purpose', 'PERMISSIVE')), 'no value'],
    [
      'with purposes that have nothing in common',
      document(REL + category('Purpose', 'PERMISSIVE', 'a') + category('Purpose', 'PERMISSIVE', 'b')),
      'nothing in common',
    ],
    ['with personal data on no basis', document(REL + category('PersonalDataSpecial', 'RESTRICTIVE', 'YES')), 'basis'],
  ])('%s is refused', (_, source, why) => {
    expect(() => readStanag(source)).toThrow(why);
  });

  test('with a declaration, an entity or a bomb is refused before it is parsed', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${document(REL)}`;
    for (const source of [bomb, document(REL, '&policy;'), document(REL).repeat(2)]) {
      expect(() => readStanag(source)).toThrow('input-malformed');
    }
    expect(() => readStanag(document(REL.repeat(20_000)))).toThrow('elements');
  });

  test('NOT RUN: our labels against the schema of ADatP-4774, which does not lie beside the checkout', () => {
    expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain('ADatP-4774');
  });
});
