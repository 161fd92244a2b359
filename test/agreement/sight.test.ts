// Who sees what: every label against every viewer, and that narrowing a label never lets one more see it.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Label } from '../../src/act/act.ts';
import { type Marked, maySee, type Viewer } from '../../src/agreement/sight.ts';

const said = (label: Partial<Label>): Marked => ({
  label: { tlp: 'CLEAR', rel: ['AL', 'UA'], ...label },
  by: 'ua:mfa',
  to: ['al:mefa'],
});
const at = (side: string, bodies: readonly string[], purpose?: string): Viewer => ({ side, bodies, purpose });

describe('what may be seen', () => {
  const addressee = at('al', ['al:mefa']);
  const another = at('al', ['al:asp']);
  const rows: readonly (readonly [string, Partial<Label>, Viewer, boolean])[] = [
    ['CLEAR, by the public', {}, 'public', true],
    ['GREEN, by the public', { tlp: 'GREEN' }, 'public', false],
    ['GREEN, by any official of a side it is released to', { tlp: 'GREEN' }, another, true],
    ['GREEN, by an official of a side it is not released to', { tlp: 'GREEN', rel: ['UA'] }, another, false],
    ['GREEN for named bodies, by another body', { tlp: 'GREEN', bodies: ['al:mefa'] }, another, false],
    ['AMBER, by the addressee', { tlp: 'AMBER' }, addressee, true],
    ['AMBER, by a body it is not addressed to', { tlp: 'AMBER' }, another, false],
    ['AMBER, by who said it', { tlp: 'AMBER', bodies: ['al:asp'] }, at('ua', ['ua:mfa']), true],
    ['RED for named bodies, by the addressee that is not named', { tlp: 'RED', bodies: ['al:asp'] }, addressee, false],
    ['CLEAR for a purpose, by who named none', { purpose: ['crime'] }, addressee, false],
    ['CLEAR for a purpose, by who named another', { purpose: ['crime'] }, at('al', ['al:mefa'], 'relief'), false],
    ['CLEAR for a purpose, by who named it', { purpose: ['crime'] }, at('al', ['al:mefa'], 'crime'), true],
    [
      'personal data, without a purpose',
      { personal: { categories: ['victim'], special: false, basis: 'consent' } },
      addressee,
      false,
    ],
  ];
  test.each(rows)('%s', (_, label, viewer, seen) => {
    expect(maySee(viewer, said(label))).toBe(seen);
  });
});

test('a label that is narrowed is never seen by one more', () => {
  const tlps = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
  const body = fc.constantFrom('ua:mfa', 'ua:sbu', 'al:mefa', 'al:asp');
  const purpose = fc.constantFrom('crime', 'relief');
  const label = fc.record({
    tlp: fc.constantFrom(...tlps),
    rel: fc.subarray(['AL', 'UA'], { minLength: 1 }),
    bodies: fc.option(fc.uniqueArray(body, { minLength: 1 }), { nil: undefined }),
    purpose: fc.option(fc.uniqueArray(purpose, { minLength: 1 }), { nil: undefined }),
  });
  const viewer = fc.oneof(
    fc.constant('public' as const),
    fc.record({
      side: fc.constantFrom('ua', 'al'),
      bodies: fc.uniqueArray(body),
      purpose: fc.option(purpose, { nil: undefined }),
    }),
  );
  const less = <T>(all: readonly T[] | undefined): T[] | undefined => all?.slice(0, Math.max(1, all.length - 1));
  fc.assert(
    fc.property(label, viewer, fc.constantFrom(...tlps), ({ bodies, purpose: purposes, ...rest }, who, tlp) => {
      const made = (of: Label, named?: string[], why?: string[]): Marked =>
        said({ ...of, ...(named && { bodies: named }), ...(why && { purpose: why }) });
      const open = made(rest, bodies, purposes);
      const higher = tlps[Math.max(tlps.indexOf(rest.tlp), tlps.indexOf(tlp))] ?? 'RED';
      const narrower = made({ tlp: higher, rel: less(rest.rel) ?? [] }, less(bodies), less(purposes));
      if (maySee(who, narrower)) expect(maySee(who, open)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
