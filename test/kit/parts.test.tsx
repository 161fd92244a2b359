// The parts of pages: every state is a word and a shape, words come from the tables, what was typed stays.
import { describe, expect, test } from 'vitest';
import { FormErrors, FormFields } from '../../src/kit/form.tsx';
import { KIT_WORDS } from '../../src/kit/kit.words.ts';
import { Ladder } from '../../src/kit/ladder.tsx';
import { ParagraphLinks, provisionName, Sentence } from '../../src/kit/links.tsx';
import { MarginNote, type MarginShown, reportHead } from '../../src/kit/margin.tsx';
import { COMPLETIONS, highestRung, MODALITIES, ModalityWord, Points, Stands } from '../../src/kit/marks.tsx';
import { SectionHead, SignedText } from '../../src/kit/page.tsx';
import { ConcordanceLine, Strip } from '../../src/kit/strip.tsx';
import { RegisterTable } from '../../src/kit/table.tsx';
import { ProvisionText, underlines } from '../../src/kit/text.tsx';
import { Timeline } from '../../src/kit/timeline.tsx';
import { VOCABULARY_WORDS } from '../../src/kit/vocabulary.words.ts';
import { LANGUAGES, speaker, type Words } from '../../src/kit/words.ts';

const OWN: Words = {
  'test.date': { en: 'Date of the note', uk: 'Дата ноти', sq: 'Data e notës' },
  'test.help': { en: 'As written on it.', uk: 'Як на ній.', sq: 'Siç është shkruar.' },
  'test.way': { en: 'Channel', uk: 'Канал', sq: 'Kanali' },
  'test.embassy': { en: 'embassy', uk: 'посольство', sq: 'ambasada' },
  'test.courier': { en: 'courier', uk: 'кур’єр', sq: 'korrieri' },
  'test.order': { en: '{a} answers {b}', uk: 'на {b} відповідає {a}', sq: '{a} i përgjigjet {b}' },
};
const speak = Object.fromEntries(
  LANGUAGES.map((language) => [language, speaker(language, [KIT_WORDS, VOCABULARY_WORDS, OWN])]),
) as Record<(typeof LANGUAGES)[number], ReturnType<typeof speaker>>;
const en = speak.en;
const html = (element: unknown): string => String(element);
const words = (element: unknown): string => html(element).replace(/<[^>]*>/g, '');

describe('A state is a word and a shape', () => {
  test.each(LANGUAGES)('every modality, rung and point of completion has its word in %s', (language) => {
    for (const modality of MODALITIES) {
      const drawn = html(<ModalityWord modality={modality} speak={speak[language]} />);
      expect(drawn).toContain(`class="mark ${modality}" aria-hidden="true"`);
      expect(words(drawn).length).toBeGreaterThan(1);
    }
    for (const completion of COMPLETIONS) {
      expect(words(<Points completion={completion} speak={speak[language]} />).length).toBeGreaterThan(3);
    }
  });

  test('an act received fills three of four rungs, one acknowledged all four', () => {
    const filled = (rung: 'received' | 'acknowledged'): number =>
      html(<Stands rung={rung} contested={false} speak={en} />).split('class="on"').length - 1;
    expect(filled('received')).toBe(3);
    expect(filled('acknowledged')).toBe(4);
    expect(words(<Stands rung="received" contested={false} speak={en} />)).toBe('received');
    expect(html(<Stands rung="received" contested speak={en} />)).toContain('state contested');
    expect(highestRung([{ name: 'witnessed' }, { name: 'recorded' }])).toBe('witnessed');
    expect(highestRung([])).toBeUndefined();
  });

  test('the ladder shows all six rungs and says which are not reached', () => {
    const rungs = [{ name: 'recorded', at: '2026-11-12T09:40:52Z', by: 'ua:mfa/2026-1' }] as const;
    const drawn = html(<Ladder rungs={rungs} zone="Europe/Kyiv" city="Kyiv" speak={en} />);
    expect(drawn.match(/<li/g)).toHaveLength(6);
    expect(drawn.match(/<li class="open"/g)).toHaveLength(5);
    expect(drawn).toContain('11:40:52');
    expect(drawn).toContain('data-live');
  });

  test('completion is never a number: no evidence is dotted, limited is one cell of three', () => {
    expect(html(<Points completion="no-evidence" speak={en} />)).toContain('points unknown');
    expect(html(<Points completion="limited" speak={en} />).split('class="on"')).toHaveLength(2);
    expect(html(<Points completion="complete" speak={en} />).split('class="on"')).toHaveLength(4);
  });
});

describe('Links stand inside sentences in the order of each language', () => {
  const parts = { a: <b>A</b>, b: <i>B</i> };
  test('elements take the places of their arguments', () => {
    expect(html(<Sentence speak={en} say="test.order" parts={parts} />)).toBe('<b>A</b> answers <i>B</i>');
    expect(html(<Sentence speak={speak.uk} say="test.order" parts={parts} />)).toBe('на <i>B</i> відповідає <b>A</b>');
  });

  test('provisions are named and listed as the language lists them', () => {
    expect(words(<ParagraphLinks ids={['58', '59', 'r2']} speak={en} />)).toBe('¶58, ¶59 and recital (2)');
    expect(words(<ParagraphLinks ids={['58', '59']} speak={speak.uk} />)).toBe('¶58 і ¶59');
    expect(provisionName('closing', speak.sq)).toBe('fjalët përmbyllëse');
  });
});

describe('A form keeps what was typed and says how to mend it', () => {
  const fields = [
    { name: 'date', label: 'test.date', help: 'test.help', input: 'date', required: true },
    {
      name: 'way',
      label: 'test.way',
      input: 'choice',
      required: true,
      options: [
        { value: 'embassy', label: 'test.embassy' },
        { value: 'courier', label: 'test.courier' },
      ],
    },
    { name: 'more', label: 'test.date', input: 'long', required: false },
  ] as const;
  const errors = [{ name: 'date', wrong: 'There is no 31 February.', mend: 'Write a day that exists.' }];
  const typed = { date: ['2027-02-31'], way: ['courier'], more: ['<script>"&'] };
  const drawn = html(<FormFields fields={fields} typed={typed} errors={errors} speak={en} />);

  test('values come back into their fields, escaped', () => {
    expect(drawn).toContain('value="2027-02-31"');
    expect(drawn).toMatch(/value="courier"[^>]*checked/);
    expect(drawn).not.toMatch(/value="embassy"[^>]*checked/);
    expect(drawn).toContain('&lt;script&gt;&quot;&amp;');
    expect(drawn).not.toContain('<script');
  });

  test('the field in error says so to machines too, and help and error describe it', () => {
    expect(drawn).toContain('aria-invalid="true"');
    expect(drawn).toContain('aria-describedby="field-date-help field-date-error"');
    expect(drawn).toContain('id="field-date-error"');
    const list = html(<FormErrors errors={errors} speak={en} />);
    expect(list).toContain('href="#field-date"');
    expect(list).toContain('One field must be mended.');
    expect(html(<FormErrors errors={[]} speak={en} />)).toBe('');
  });

  test('every control has its label', () => {
    for (const id of drawn.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)) {
      expect(drawn).toContain(`for="${id[1]}"`);
    }
  });
});

describe('Registers', () => {
  const columns = [{ head: 'Act' }, { head: 'When', is: 'date' }, { head: <b>¶</b>, label: 'Paragraph' }] as const;
  test('the first cell names the row, the others carry their column for narrow windows', () => {
    const rows = [{ operative: true, cells: ['UA 1', '1 Nov 2026', { shows: '–', nil: true }] }];
    const drawn = html(<RegisterTable columns={columns} rows={rows} empty="none" id="acts" live />);
    expect(drawn).toContain('<th scope="row">UA 1</th>');
    expect(drawn).toContain('<td class="date" data-label="When">');
    expect(drawn).toContain('<td class="nil" data-label="Paragraph">–</td>');
    expect(drawn).toContain('<tr class="operative">');
    expect(drawn).toMatch(/<div id="acts" class="wide" data-live/);
  });

  test('an empty register is a sentence', () => {
    expect(html(<RegisterTable columns={columns} rows={[]} empty="Nothing is due." />)).toBe(
      '<div class="wide"><p class="empty">Nothing is due.</p></div>',
    );
  });
});

describe('The text is set letter by letter', () => {
  const text = 'Albania will seek ways and offer support, as agreed.';
  const statements = [
    { id: '1.1', modality: 'will-soft', verb: 'will seek', at: [0, 22] },
    { id: '1.2', modality: 'will', verb: '[will] offer', at: [23, 40] },
    { id: '1.3', modality: 'statement', verb: 'as agreed', at: [42, 51] },
  ] as const;

  test('verb phrases are underlined by modality; what stands in brackets is elsewhere', () => {
    const drawn = html(<ProvisionText text={text} statements={statements} />);
    expect(drawn).toContain('<span class="verb will-soft">will seek</span>');
    expect(drawn).toContain('<span class="verb will">offer</span>');
    expect(words(drawn)).toBe(text);
    expect(underlines(text, statements)).toHaveLength(2);
  });

  test('numbers stand at the ends of statements and take nothing away', () => {
    const drawn = html(<ProvisionText text={text} statements={statements} numbered />);
    expect(drawn).toContain('ways<sup>1</sup>');
    expect(words(drawn.replace(/<sup>\d+<\/sup>/g, ''))).toBe(text);
  });

  test('a verb that is not in its statement is left out, never guessed', () => {
    expect(underlines(text, [{ id: '1.1', modality: 'will', verb: 'offer', at: [0, 22] }])).toEqual([]);
  });
});

describe('The margin', () => {
  const nothing: MarginShown = {
    counts: [],
    sides: ['al'],
    owners: [],
    proposed: [],
    acts: 0,
    asksForActs: false,
    last: undefined,
    dues: [],
    report: undefined,
    moreReports: 0,
    readings: [],
    exercise: false,
  };

  test('rows stand in their order and only where there is something', () => {
    const shown: MarginShown = {
      ...nothing,
      counts: [
        { modality: 'will-soft', count: 1 },
        { modality: 'will', count: 2 },
        { modality: 'statement', count: 4 },
      ],
      proposed: [{ side: 'al', short: 'Defence', full: 'Ministry of Defence', lang: 'en', exercise: false }],
      acts: 3,
      last: { side: 'ua', index: 401, title: 'need stated', day: '2026-11-09' },
      dues: [{ what: 'answer', due: '2026-11-30', rule: 'answer/1', because: { side: 'ua', index: 401 } }],
      report: { date: '15 Jan 2026', says: 'Albania wants to study PURL', confidence: 'A' },
      moreReports: 2,
      readings: [{ statement: '1.2', readings: ['one', 'other'] }],
      exercise: true,
    };
    const drawn = html(<MarginNote shown={shown} speak={en} id="margin-1" />);
    const labels = [...drawn.matchAll(/<dt[^>]*>(.*?)<\/dt>/g)].map((found) => (found[1] ?? '').replace(/<.*?>/g, ''));
    expect(labels).toEqual(['', 'proposed', 'under way', 'last act', 'due', 'reported', '1.2']);
    expect(words(drawn)).toContain('2 will, 1 soft will');
    expect(words(drawn)).not.toContain('statement');
    expect(drawn).toContain('href="/act/ua/401"');
    expect(words(drawn)).toContain('two readings');
    expect(html(<MarginNote shown={{ ...shown, exercise: false }} speak={en} id="m" />)).not.toContain('EXERCISE');
  });

  test('a duty with nothing behind it says so; a statement alone has one line', () => {
    const will: MarginShown = { ...nothing, counts: [{ modality: 'will', count: 1 }], asksForActs: true };
    expect(words(<MarginNote shown={will} speak={en} id="m" />)).toBe('willALunder waynothing recorded');
    const statement: MarginShown = { ...nothing, counts: [{ modality: 'statement', count: 3 }] };
    expect(words(<MarginNote shown={statement} speak={en} id="m" />)).toBe('statementAL');
  });

  test('a long report is cut at a clause or a word, never inside one', () => {
    const long = `New tranche decided: equipment and ammunition; ${'joint production discussed '.repeat(9)}`;
    expect(reportHead(long)).toBe('New tranche decided: equipment and ammunition');
    expect(reportHead('word '.repeat(40))).toMatch(/word …$/);
    expect(reportHead('short')).toBe('short');
  });
});

describe('Where both records stand', () => {
  const draw = (of: Parameters<typeof ConcordanceLine>[0]['of']): string =>
    words(
      <ConcordanceLine of={of} sides={['ua', 'al']} zone="Europe/Kyiv" city="Kyiv" exercise={false} speak={en} />,
    ).trim();
  const at = '2026-11-23T20:29:58Z';

  test('agreement names the last act of each log, and when it was compared', () => {
    const said = draw({ state: 'agrees', sizes: { ua: 413, al: 389 }, at });
    expect(said).toBe(
      'Both records agree as of UA 412 and AL 388. Compared 23\u00a0Nov\u00a02026, 22:29:58\u00a0Kyiv.',
    );
  });

  test('a divergence names the first differing row; nothing compared says so', () => {
    const first = { register: 'keys', subject: 'ua:mfa/2026-1' };
    expect(draw({ state: 'diverges', sizes: { ua: 2, al: 0 }, at, first })).toContain(
      'The records differ as of UA 1 and no act of AL. First differing row: keys, ua:mfa/2026-1.',
    );
    expect(draw({ state: 'waits', sizes: {} })).toContain('have not been compared yet');
  });

  test('the strip marks what is reached and what is now', () => {
    const points = [
      { key: 'signed', label: 'Signed', date: '2025-01-21', reached: true, now: false },
      { key: 'today', label: 'Today', reached: true, now: true },
      { key: 'lapse', label: 'Lapse', detail: 'ten years on', reached: false, now: false, provision: '77' },
    ];
    const drawn = html(<Strip points={points} speak={en} />);
    expect(drawn.match(/<li[^>]*>/g)).toEqual(['<li class="reached">', '<li class="now" aria-current="date">', '<li>']);
    expect(drawn).toContain('href="/agreement/77"');
  });
});

describe('Other parts', () => {
  test('signed bytes stand as they are, escaped, with their signatures apart', () => {
    const drawn = html(<SignedText text={'servanda/act/v1\n{"a":"<b>"}\n'} signatures={['— k x']} label="Signed" />);
    expect(drawn).toContain('{&quot;a&quot;:&quot;&lt;b&gt;&quot;}\n');
    expect(drawn).toContain('<span class="signature">— k x\n</span>');
  });

  test('a section head carries its one sentence in the margin', () => {
    const drawn = html(
      <SectionHead id="acts" title="Acts" exercise>
        Newest last.
      </SectionHead>,
    );
    expect(drawn).toContain('<section class="section-rule" id="acts"><h2>Acts</h2></section>');
    expect(words(drawn)).toBe('ActsNewest last. EXERCISE');
  });

  test('in the timeline each side keeps its edge', () => {
    const act = { day: '2026-11-05', says: 'said', rung: 'received', contested: false, exercise: true } as const;
    const acts = [
      { ...act, side: 'ua', index: 1 },
      { ...act, side: 'al', index: 2 },
    ];
    const edges = { sides: ['ua', 'al'], saidBy: ['by UA', 'by AL'], empty: 'none', speak: en, id: 't' } as const;
    const drawn = html(<Timeline {...edges} acts={acts} />);
    expect(drawn.match(/<li class="(ua|al)"/g)).toEqual(['<li class="ua"', '<li class="al"']);
    expect(drawn).toContain('<time datetime="2026-11-05">5\u00a0Nov\u00a02026</time>');
    expect(html(<Timeline {...edges} acts={[]} />)).toBe('<p class="empty wide" id="t" data-live="true">none</p>');
  });
});
