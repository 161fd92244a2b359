// Akoma Ntoso: the whole text out, valid against the strict schema, and in again with every node under its id.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Changed, eIdOf, type Expression, idOf, workUri } from '../../src/agreement/akn.ts';
import { readAkn } from '../../src/agreement/aknread.ts';
import { writeAkn } from '../../src/agreement/aknwrite.ts';
import { readAgreement } from '../../src/agreement/agreement.ts';
import { ANNEX, CLOSING, numberedText, type Placed, readText, type Text } from '../../src/agreement/text.ts';
import { XML_DEPTH, XML_ELEMENTS, XML_LIMIT } from '../../src/agreement/xml.ts';
import { agreementFiles } from '../../src/commands/house.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { HAS_SCHEMA, schemaErrors } from './oasis.ts';

const SIGNED: Expression = { language: 'en', at: '2025-01-21', text: AGREEMENT.text, changed: [], exercise: false };
/** Marked so in the notes of the editor: no word of the text. */
const MARK = 'TLP:CLEAR. EXERCISE';
const XML = writeAkn(AGREEMENT, SIGNED, MARK);

const bare = (nodes: readonly Placed[]): readonly object[] =>
  nodes.map(({ id, text, part, section, partTitle }) => ({ id, text, part, section, partTitle }));

function refusal(xml: string): string {
  try {
    readAkn(xml);
    return 'read';
  } catch (cause) {
    const { code, detail } = cause as { readonly code?: string; readonly detail?: string };
    return code === 'input-malformed' ? (detail ?? '') : String(cause);
  }
}

/** Nothing of it is real: repealed, inserted, annexed, in letters of each language and signs that XML must escape. */
function exercise(language: string, marks: Text['marks']): Expression {
  const place = { part: 'IV', partTitle: 'EXERCISE <частина> & pjesë', section: null };
  const nodes: readonly Placed[] = [
    { id: 'r1', text: 'EXERCISE. Перше “речення”. Друге?', part: 'Преамбула', partTitle: 'Преамбула', section: null },
    { id: '69', text: 'EXERCISE ë ç ї ґ & < > " \u2019. Fjalia e dytë.', ...place },
    { id: '69a', text: 'EXERCISE 69a]]>', ...place, section: 'Розділ' },
    { id: '70', text: '', ...place, section: 'Розділ' },
    { id: CLOSING, text: 'EXERCISE done.\nFor one: X\nFor two: Y', part: CLOSING, partTitle: 'Closing', section: null },
    { id: 'annex-1', text: 'One.\nTwo.', part: ANNEX, partTitle: 'List', section: null },
    { id: 'annex-2', text: '', part: ANNEX, partTitle: 'Repealed list', section: null },
  ];
  const changed: readonly Changed[] = [
    { id: '70', op: 'repeal', act: 'A'.repeat(43), name: 'UA 12', from: '2027-03-01' },
    { id: '69a', op: 'insert', act: 'A'.repeat(43), name: 'UA 12', from: '2027-03-01' },
    { id: 'annex-1', op: 'annex', act: 'B'.repeat(43), name: 'AL 7', from: '2027-03-02' },
  ];
  return { language, at: '2027-03-02', text: { title: 'EXERCISE', marks, nodes }, changed, exercise: true };
}

const EXERCISES: readonly Expression[] = [
  exercise('en', { part: 'Part', annex: 'Annex' }),
  exercise('uk', { part: 'Частина', annex: 'Додаток' }),
  exercise('sq', { part: 'Pjesa', annex: 'Shtojca' }),
];

describe('Akoma Ntoso out', () => {
  test('every node has its own id, and each id leads back to its node', () => {
    for (const { id } of AGREEMENT.text.nodes) {
      expect(idOf(eIdOf(id))).toBe(id);
      expect(XML).toContain(`eId="${eIdOf(id)}"`);
    }
    const ids = [...XML.matchAll(/eId="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => /^para_\d+__content__p_1__sent_\d+$/.test(id ?? '')).length).toBeGreaterThan(81);
  });

  test('work, expression and manifestation have stable addresses, and the authentic languages are said', () => {
    expect(workUri(AGREEMENT)).toBe('/akn/ua-al/act/agreement/2025-01-21/ua-al-2025');
    expect(XML).toContain('/akn/ua-al/act/agreement/2025-01-21/ua-al-2025/eng@2025-01-21/!main');
    expect(XML).toContain('/akn/ua-al/act/agreement/2025-01-21/ua-al-2025/eng@2025-01-21.akn');
    expect(XML).toContain('Authentic languages: ukr, sqi, eng. eng prevails in any discrepancy.');
    expect(XML.match(/<signature /g)).toHaveLength(2);
    expect(writeAkn(AGREEMENT, SIGNED, MARK)).toBe(XML);
    expect(XML).toContain(`<p eId="note_1__p_1">${MARK}</p>`);
  });

  if (HAS_SCHEMA) {
    test('the whole text, and texts with inserts, repeals, annexes in three languages, are valid', async () => {
      const documents = Object.fromEntries(
        [SIGNED, ...EXERCISES].map((one, i) => [`${i}-${one.language}.xml`, writeAkn(AGREEMENT, one, MARK)]),
      );
      expect(await schemaErrors(documents)).toEqual([]);
    });

    test('and the schema does refuse what is not', async () => {
      const wrong = XML.replace('<body>', '<bodi>').replace('</body>', '</bodi>');
      expect(await schemaErrors({ 'wrong.xml': wrong })).not.toEqual([]);
    });
  } else {
    test('NOT RUN: the schema of Akoma Ntoso is absent, no document is judged by it', () => {
      console.warn('NOT RUN: ../shared/data/akn is absent');
    });
  }
});

describe('Akoma Ntoso in', () => {
  test('the whole text comes back node by node, and in its numbered form byte for byte', async () => {
    const read = readAkn(XML);
    expect([read.agreement, read.language, read.at]).toEqual(['ua-al-2025', 'en', '2025-01-21']);
    expect(bare(read.text.nodes)).toEqual(bare(AGREEMENT.text.nodes));
    const files = await agreementFiles('ua-al-2025');
    expect(read.source).toBe(files['text.en.md']);
    // An agreement made of the import is the same to the last statement: hash, offsets, order.
    const imported = readAgreement({ ...files, 'text.en.md': read.source });
    expect(JSON.stringify(imported)).toBe(JSON.stringify(AGREEMENT));
  });

  test('what was inserted, repealed and annexed comes back as well, in letters of each language', () => {
    for (const one of EXERCISES) {
      const read = readAkn(writeAkn(AGREEMENT, one, MARK));
      expect(read.text).toEqual(one.text);
      expect([read.language, read.at]).toEqual([one.language, one.at]);
    }
  });

  test('any words come back, whatever signs stand in them', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .map((text) => text.normalize('NFC').replace(/[\p{C}\p{Z}]+/gu, ' ').trim())
      .filter((text) => text !== '' && !text.startsWith('#'));
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), words, (texts, heading) => {
        const nodes = texts.map((text, i): Placed => {
          return { id: String(i + 1), text, part: 'I', partTitle: `EXERCISE ${heading}`, section: null };
        });
        const text: Text = { title: `EXERCISE ${heading}`, marks: { part: 'Part', annex: 'Annex' }, nodes };
        const read = readAkn(writeAkn(AGREEMENT, { ...SIGNED, text }, MARK));
        expect(read.text.nodes).toEqual(nodes);
        expect(bare(readText(numberedText(text)).nodes)).toEqual(nodes);
      }),
      { numRuns: 200 },
    );
  });

  test('another prefix for the same namespace reads alike', () => {
    const prefixed = XML.replace(/<(\/?)(?!\?)/g, '<$1akn:').replace('xmlns=', 'xmlns:akn=');
    expect(bare(readAkn(prefixed).text.nodes)).toEqual(bare(AGREEMENT.text.nodes));
  });

  const ENTITIES = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  const before = (what: string): string => XML.replace('<akomaNtoso', `${what}<akomaNtoso`);
  const HOSTILE: readonly (readonly [string, string, RegExp])[] = [
    ['a billion laughs', before(`<!DOCTYPE a [${ENTITIES.join('')}]>`), /has a declaration/],
    ['an external entity', before('<!DOCTYPE a SYSTEM "file:///etc/hostname">'), /declaration/],
    ['an entity that nobody declared', XML.replace('Ukraine', '&l9;'), /it says &l9;/],
    ['CDATA', XML.replace('<docTitle>', '<docTitle><![CDATA[x]]>'), /has a declaration/],
    ['a processing instruction', before('<?php x?>'), /processing instruction/],
    ['too many characters', `${XML}${' '.repeat(XML_LIMIT)}`, /has \d+ characters of 4000000/],
    ['too many elements', `<a>${'<b/>'.repeat(XML_ELEMENTS)}</a>`, /more than 50000 elements/],
    ['too deep', `${'<a>'.repeat(XML_DEPTH + 1)}${'</a>'.repeat(XML_DEPTH + 1)}`, /more than 64 deep/],
    ['far too deep', '<a>'.repeat(200_000), /more than 64 deep/],
    ['another version', XML.replace('akn/3.0', 'akn/3.0/CSD13'), /its root akomaNtoso is of/],
    ['no namespace', XML.replace(/ xmlns="[^"]*"/, ''), /is of no namespace/],
    ['a foreign element', XML.replace('<preface>', '<preface xmlns="urn:another">'), /preface is not of/],
    ['HTML', '<!doctype html><p>x</p>', /has a declaration/],
    ['nothing', '', /XML/],
    ['what is not closed', XML.replace('</akomaNtoso>', ''), /line \d+/],
    ['a control character', XML.replace('Ukraine', '&#x1;'), /it says &#x1;/],
    ['half a pair', XML.replace('Ukraine', '&#xD800;'), /it says|cannot be told/],
    ['an element that would be lost', XML.replace('<content ', '<intro><p>lost</p></intro><content '), /holds "intro"/],
    ['words between elements', XML.replace('<num>1.</num>', '<num>1.</num>lost'), /holds "lost"/],
    ['a number that is not its id', XML.replace('<num>69.</num>', '<num>70.</num>'), /para_69 is numbered 70\./],
    ['one id twice', XML.replace('eId="para_70"', 'eId="para_69"').replace('<num>70.', '<num>69.'), /69 twice/],
    ['an id that means nothing', XML.replace('eId="para_70"', 'eId="constructor"'), /is no recital, paragraph/],
    ['no text', XML.replace(/<body>[\s\S]*<\/body>/, ''), /act has 0 elements body/],
  ];
  test.each(HOSTILE)('%s is refused with the reason', (_, xml, reason) => {
    expect(refusal(xml)).toMatch(reason);
  });

  test('no bytes make anything but a reading or a refusal', () => {
    const at = fc.integer({ min: 0, max: XML.length - 1 });
    const piece = fc.constantFrom('<', '>', '&', '"', '</p>', '<p>', '\u0000', '\ud800', '&#0;', '<!--', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.tuple(at, piece), { minLength: 1, maxLength: 4 }), (damages) => {
        const damaged = damages.reduce((xml, [i, what]) => `${xml.slice(0, i)}${what}${xml.slice(i + 1)}`, XML);
        const said = refusal(damaged);
        expect(said).not.toMatch(/^\w*Error/);
      }),
      { numRuns: 60 },
    );
  });
});
