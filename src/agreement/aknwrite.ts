// Akoma Ntoso 3.0 out: the text of an agreement in one language on one day, valid against the strict schema.
import type { Agreement } from './agreement.ts';
import {
  AKN_NAMESPACE,
  AKN_TYPE,
  type Changed,
  eIdOf,
  type Expression,
  expressionUri,
  partEId,
  threeLetters,
  workUri,
} from './akn.ts';
import { ANNEX, CLOSING, NUMERAL, type Placed, sentenceStarts } from './text.ts';
import { tag, xmlText } from './xml.ts';

/** The eId of this house in the references: who made the document, never who says the text. */
const EDITOR = 'servanda';

const MODIFICATIONS: Readonly<Record<Changed['op'], string>> = {
  insert: 'insertion',
  annex: 'insertion',
  replace: 'substitution',
  repeal: 'repeal',
};

const lines = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** Work, expression or manifestation: its addresses, dates and authors, and what only that level has. */
function frbr(
  level: 'Work' | 'Expression' | 'Manifestation',
  said: { readonly self: string; readonly uri: string; readonly date: string; readonly aliases?: readonly string[] },
  authors: readonly string[],
  own: readonly string[],
): string {
  const name = { Work: 'signature', Expression: 'expression', Manifestation: 'manifestation' }[level];
  return tag(
    `FRBR${level}`,
    {},
    `\n${lines([
      tag('FRBRthis', { value: said.self }),
      tag('FRBRuri', { value: said.uri }),
      ...(said.aliases ?? []).map((value) => tag('FRBRalias', { value, name: 'title' })),
      tag('FRBRdate', { date: said.date, name }),
      ...authors.map((one) => tag('FRBRauthor', { href: `#${one}`, as: one === EDITOR ? '#editor' : '#party' })),
      ...own,
    ])}\n`,
  );
}

function identification(agreement: Agreement, expression: Expression, component: string): string {
  const work = workUri(agreement);
  const uri = expressionUri(agreement, expression);
  const sides = agreement.participants.map((side) => side.id);
  const { date } = agreement.signed;
  const country = sides.join('-');
  return tag(
    'identification',
    { source: `#${EDITOR}` },
    `\n${lines([
      frbr('Work', { self: `${work}/!${component}`, uri: work, date, aliases: agreement.titles }, sides, [
        tag('FRBRcountry', { value: country }),
        tag('FRBRsubtype', { value: 'agreement' }),
        tag('FRBRnumber', { value: agreement.id }),
        tag('FRBRprescriptive', { value: 'true' }),
      ]),
      frbr('Expression', { self: `${uri}/!${component}`, uri, date: expression.at }, sides, [
        tag('FRBRauthoritative', { value: String(agreement.languages.includes(expression.language)) }),
        tag('FRBRlanguage', { language: threeLetters(expression.language) }),
      ]),
      frbr('Manifestation', { self: `${uri}/!${component}.xml`, uri: `${uri}.akn`, date: expression.at }, [EDITOR], [
        tag('FRBRformat', { value: AKN_TYPE }),
      ]),
    ])}\n`,
  );
}

const eventId = (i: number): string => `evt_${i + 2}`;

function lifecycle(agreement: Agreement, { changed }: Expression): string {
  const events = changed.map(({ from }, i) =>
    tag('eventRef', { eId: eventId(i), date: from, source: `#act_${i + 1}`, type: 'amendment' }),
  );
  const first = tag('eventRef', { eId: 'evt_1', date: agreement.signed.date, source: '#original', type: 'generation' });
  return tag('lifecycle', { source: `#${EDITOR}` }, `\n${lines([first, ...events])}\n`);
}

function modifications({ changed }: Expression): string {
  if (changed.length === 0) return '';
  const mods = changed.map(({ id, op }, i) =>
    tag(
      'textualMod',
      { type: MODIFICATIONS[op], eId: `pmod_${i + 1}` },
      `${tag('source', { href: `#act_${i + 1}` })}${tag('destination', { href: `#${eIdOf(id)}` })}${tag('force', {
        period: `#tmpg_${i + 1}`,
      })}`,
    ),
  );
  const passive = tag('passiveModifications', {}, `\n${lines(mods)}\n`);
  const analysis = tag('analysis', { source: `#${EDITOR}` }, `\n${passive}\n`);
  const periods = changed.map((_, i) => {
    const interval = tag('timeInterval', { refersTo: '#inForce', start: `#${eventId(i)}` });
    return tag('temporalGroup', { eId: `tmpg_${i + 1}` }, interval);
  });
  return lines([analysis, tag('temporalData', { source: `#${EDITOR}` }, `\n${lines(periods)}\n`)]);
}

function references(agreement: Agreement, { changed }: Expression): string {
  const work = workUri(agreement);
  return tag(
    'references',
    { source: `#${EDITOR}` },
    `\n${lines([
      tag('original', { eId: 'original', href: work, showAs: agreement.title }),
      ...changed.map(({ act, name }, i) =>
        tag('passiveRef', { eId: `act_${i + 1}`, href: `${work}/act/${act}`, showAs: name }),
      ),
      ...agreement.participants.map((side) =>
        tag('TLCOrganization', { eId: side.id, href: `/ontology/organization/${side.id}`, showAs: side.name.en }),
      ),
      tag('TLCOrganization', { eId: EDITOR, href: `/ontology/organization/${EDITOR}`, showAs: 'Servanda' }),
      tag('TLCRole', { eId: 'party', href: '/ontology/role/party', showAs: 'Participant' }),
      tag('TLCRole', { eId: 'editor', href: '/ontology/role/editor', showAs: 'Editor' }),
      tag('TLCConcept', { eId: 'inForce', href: '/ontology/concept/inForce', showAs: 'in effect' }),
    ])}\n`,
  );
}

/** What a reader of the file alone must know: how to handle it, the languages, which prevails, what changed it. */
function notes(agreement: Agreement, expression: Expression, marking: string): string {
  const { languages, prevails } = agreement;
  const prevailing = prevails === null ? 'None prevails.' : `${threeLetters(prevails)} prevails in any discrepancy.`;
  const said = [
    marking,
    `Authentic languages: ${languages.map(threeLetters).join(', ')}. ${prevailing}`,
    ...(expression.exercise ? ['EXERCISE: invented for a demonstration. No text of law.'] : []),
    ...expression.changed.map(
      ({ id, op, act, name, from }) => `#${eIdOf(id)}: ${MODIFICATIONS[op]} by the act ${name} (${act}), from ${from}.`,
    ),
  ];
  const drawn = said.map((text, i) => {
    const eId = `note_${i + 1}`;
    return tag('note', { eId }, tag('p', { eId: `${eId}__p_1` }, xmlText(text)));
  });
  return tag('notes', { source: `#${EDITOR}` }, `\n${lines(drawn)}\n`);
}

function meta(agreement: Agreement, expression: Expression, marking: string): string {
  return tag(
    'meta',
    {},
    `\n${lines([
      identification(agreement, expression, 'main'),
      lifecycle(agreement, expression),
      modifications(expression),
      references(agreement, expression),
      notes(agreement, expression, marking),
    ])}\n`,
  );
}

/** The words of a provision, sentence by sentence; what stands between two sentences stands between them here. */
function sentences(text: string, eId: string): string {
  const starts = sentenceStarts(text);
  return starts
    .map((start, i) => {
      const whole = text.slice(start, starts[i + 1] ?? text.length);
      const said = whole.trimEnd();
      const gap = whole.slice(said.length);
      return `${tag('inline', { name: 'sentence', eId: `${eId}__sent_${i + 1}` }, xmlText(said))}${xmlText(gap)}`;
    })
    .join('');
}

function words({ text }: Placed, eId: string): string {
  const p = `${eId}__p_1`;
  return text === '' ? tag('p', { eId: p }) : tag('p', { eId: p }, sentences(text, p));
}

/** Only its number is left of a repealed provision: Akoma Ntoso calls that removed. */
const status = ({ text }: Placed): Readonly<Record<string, string>> => (text === '' ? { status: 'removed' } : {});

function paragraph(node: Placed): string {
  const eId = eIdOf(node.id);
  const content = tag('content', { eId: `${eId}__content` }, words(node, `${eId}__content`));
  return tag('paragraph', { eId, ...status(node) }, `\n${lines([tag('num', {}, `${node.id}.`), content])}\n`);
}

function recital(node: Placed): string {
  const eId = eIdOf(node.id);
  const num = tag('num', {}, `(${node.id.slice(1)})`);
  return tag('recital', { eId, ...status(node) }, `\n${lines([num, words(node, eId)])}\n`);
}

/** Nodes that stand under one heading, one after the other. */
function grouped<Key>(nodes: readonly Placed[], keyOf: (node: Placed) => Key): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && keyOf(last[0]) === keyOf(node)) last.push(node);
    else groups.push([node]);
  }
  return groups;
}

function part(nodes: readonly Placed[], mark: string): string {
  const [{ part: numeral, partTitle }] = nodes as readonly [Placed];
  const eId = partEId(numeral);
  let sections = 0;
  const inside = grouped(nodes, ({ section }) => section).map((under) => {
    const heading = under[0]?.section ?? null;
    const drawn = under.map(paragraph);
    if (heading === null) return lines(drawn);
    sections += 1;
    const head = tag('heading', {}, xmlText(heading));
    return tag('section', { eId: `${eId}__sec_${sections}` }, `\n${lines([head, ...drawn])}\n`);
  });
  const head = [tag('num', {}, xmlText(`${mark} ${numeral}`)), tag('heading', {}, xmlText(partTitle))];
  return tag('part', { eId }, `\n${lines([...head, ...inside])}\n`);
}

function preamble(nodes: readonly Placed[]): string {
  const [first] = nodes;
  if (first === undefined) return '';
  const heading = tag('heading', {}, xmlText(first.partTitle));
  const recitals = tag('recitals', { eId: 'recs' }, `\n${lines([heading, ...nodes.map(recital)])}\n`);
  return tag('preamble', {}, `\n${recitals}\n`);
}

/** The testimonium, then the lines for which hands signed. */
function conclusions(node: Placed | undefined): string {
  if (node === undefined) return '';
  const drawn = node.text.split('\n').map((text, i) => {
    const eId = `${eIdOf(CLOSING)}__p_${i + 1}`;
    const said = i === 0 ? sentences(text, eId) : tag('signature', { eId: `${eId}__sig_1` }, xmlText(text));
    return tag('p', { eId }, said);
  });
  return tag('conclusions', { eId: eIdOf(CLOSING) }, `\n${lines(drawn)}\n`);
}

function annex(node: Placed, mark: string, agreement: Agreement, expression: Expression): string {
  const number = node.id.slice(ANNEX.length + 1);
  const eId = eIdOf(node.id);
  const own = tag('meta', {}, `\n${identification(agreement, expression, `annex_${number}`)}\n`);
  const body = node.text.split('\n').map((text, i) => {
    const p = `${eId}__p_${i + 1}`;
    return text === '' ? tag('p', { eId: p }) : tag('p', { eId: p }, sentences(text, p));
  });
  const head = [tag('num', {}, xmlText(`${mark} ${number}`)), tag('heading', {}, xmlText(node.partTitle))];
  const doc = tag('doc', { name: 'annex' }, `\n${lines([own, tag('mainBody', {}, `\n${lines(body)}\n`)])}\n`);
  return tag('attachment', { eId, ...status(node) }, `\n${lines([...head, doc])}\n`);
}

/** Writes an expression as a document of Akoma Ntoso 3.0. The same expression always gives the same bytes. */
export function writeAkn(agreement: Agreement, expression: Expression, marking: string): string {
  const { title, marks, nodes } = expression.text;
  const recitals = nodes.filter(({ id }) => id.startsWith('r'));
  const annexes = nodes.filter((node) => node.part === ANNEX);
  const parts = grouped(
    nodes.filter((node) => NUMERAL.test(node.part)),
    (node) => node.part,
  );
  const drawn = annexes.map((node) => annex(node, marks.annex, agreement, expression));
  const inside = lines([
    meta(agreement, expression, marking),
    tag('preface', {}, tag('longTitle', { eId: 'longTitle' }, tag('p', {}, tag('docTitle', {}, xmlText(title))))),
    preamble(recitals),
    tag('body', {}, `\n${lines(parts.map((under) => part(under, marks.part)))}\n`),
    conclusions(nodes.find(({ id }) => id === CLOSING)),
    drawn.length === 0 ? '' : tag('attachments', {}, `\n${lines(drawn)}\n`),
  ]);
  const contains = expression.changed.length === 0 ? 'originalVersion' : 'singleVersion';
  const act = tag('act', { name: 'agreement', contains }, `\n${inside}\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${tag('akomaNtoso', { xmlns: AKN_NAMESPACE }, `\n${act}\n`)}\n`;
}
