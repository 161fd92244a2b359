// The parts of pages, asked in the states in which the page of the kit shows them: words and shapes, nothing lost.
import { describe, expect, test } from 'vitest';
import { exampleOf } from '../../src/kit/examples/roll.ts';
import { full, STATEMENTS, TEXT } from '../../src/kit/examples/text.tsx';
import { EXAMPLE_WORDS } from '../../src/kit/examples/examples.words.ts';
import { KIT_WORDS } from '../../src/kit/kit.words.ts';
import { FormErrors } from '../../src/kit/form.tsx';
import { layout } from '../../src/kit/figure.tsx';
import { provisionName } from '../../src/kit/links.tsx';
import { MarginNote, reportHead } from '../../src/kit/margin.tsx';
import { COMPLETIONS, highestRung, MODALITIES, RUNGS } from '../../src/kit/marks.tsx';
import { underlines } from '../../src/kit/text.tsx';
import { VOCABULARY_WORDS } from '../../src/kit/vocabulary.words.ts';
import { LANGUAGES, speaker } from '../../src/kit/words.ts';
import { AGREEMENT } from '../web/agreement.ts';

const speak = Object.fromEntries(
  LANGUAGES.map((language) => [language, speaker(language, [KIT_WORDS, VOCABULARY_WORDS, EXAMPLE_WORDS])]),
) as Record<(typeof LANGUAGES)[number], ReturnType<typeof speaker>>;
const en = speak.en;
const html = (element: unknown): string => String(element);
const drawn = (part: string, state: string, language: (typeof LANGUAGES)[number] = 'en'): string =>
  html(exampleOf(part, state).draw(speak[language], AGREEMENT));
const words = (element: string): string => element.replace(/<[^>]*>/g, '');

describe('A state is a word and a shape', () => {
  test.each(LANGUAGES)('every modality, rung and point of completion has its word in %s', (language) => {
    for (const modality of MODALITIES) {
      const mark = drawn('ModalityWord', modality, language);
      expect(mark).toContain(`class="mark ${modality}" aria-hidden="true"`);
      expect(words(mark).length).toBeGreaterThan(1);
    }
    for (const completion of COMPLETIONS) {
      expect(words(drawn('Points', completion, language)).length).toBeGreaterThan(3);
    }
    for (const rung of RUNGS) expect(words(drawn('Stands', rung, language)).length).toBeGreaterThan(3);
  });

  test('an act received fills three of four rungs, one acknowledged all four', () => {
    const filled = (rung: string): number => drawn('Stands', rung).split('class="on"').length - 1;
    expect(filled('received')).toBe(3);
    expect(filled('acknowledged')).toBe(4);
    expect(words(drawn('Stands', 'received'))).toBe('received');
    expect(drawn('Stands', 'contested')).toContain('state contested');
    expect(highestRung([{ name: 'witnessed' }, { name: 'recorded' }])).toBe('witnessed');
    expect(highestRung([])).toBeUndefined();
  });

  test('the ladder shows all six rungs and says which are not reached', () => {
    const ladder = drawn('Ladder', 'climbing');
    expect(ladder.match(/<li/g)).toHaveLength(6);
    expect(ladder.match(/<li class="open"/g)).toHaveLength(4);
    expect(ladder).toContain('11:40:52');
    expect(ladder).toContain('data-live');
  });

  test('completion is never a number: no evidence is dotted, limited is one cell of three', () => {
    expect(drawn('Points', 'no-evidence')).toContain('points unknown');
    expect(drawn('Points', 'limited').split('class="on"')).toHaveLength(2);
    expect(drawn('Points', 'complete').split('class="on"')).toHaveLength(4);
  });

  test('the clock says in words what its numerals say, and carries the instants from which it is counted on', () => {
    expect(drawn('Clock', 'running')).toContain('aria-label="17 h 34 min 11 s left"');
    expect(drawn('Clock', 'running')).toContain('data-until="2026-11-13T03:15:03Z" data-now="2026-11-12T09:40:52Z"');
    expect(words(drawn('Clock', 'ended'))).toBe('0h 00min 00s');
  });
});

describe('Links stand inside sentences in the order of each language', () => {
  const ends = { ua: '<a class="id" href="/act/ua/0">UA 0</a>', al: '<a class="id" href="/act/al/0">AL 0</a>' };
  test('elements take the places of their arguments', () => {
    expect(drawn('Sentence', 'order')).toBe(`${ends.al} answers ${ends.ua}`);
    expect(drawn('Sentence', 'order', 'uk')).toBe(`на ${ends.ua} відповідає ${ends.al}`);
  });

  test('provisions are named and listed as the language lists them', () => {
    expect(words(drawn('ParagraphLinks', 'several'))).toBe('¶58, ¶59 and recital (2)');
    expect(words(drawn('ParagraphLinks', 'several', 'uk'))).toBe('¶58, ¶59 і пункт преамбули (2)');
    expect(provisionName('closing', speak.sq)).toBe('fjalët përmbyllëse');
  });
});

describe('A form keeps what was typed and says how to mend it', () => {
  const form = drawn('FormFields', 'sent back');

  test('values come back into their fields, escaped', () => {
    expect(form).toContain('value="2027-02-31"');
    expect(form).toMatch(/value="courier"[^>]*checked/);
    expect(form).not.toMatch(/value="embassy"[^>]*checked/);
    expect(form).toContain('&lt;script&gt;&quot;&amp;');
    expect(form).not.toContain('<script');
  });

  test('the field in error says so to machines too, and help and error describe it', () => {
    expect(form).toContain('aria-invalid="true"');
    expect(form).toContain('aria-describedby="field-text-sent-help field-text-sent-error"');
    expect(form).toContain('id="field-text-sent-error"');
    const list = drawn('FormErrors', 'one');
    expect(list).toContain('href="#field-text-sent"');
    expect(list).toContain('One field must be mended.');
    expect(drawn('FormErrors', 'none')).toBe('');
    // What is told in English whoever reads says so, for whoever reads it aloud.
    const error = { name: 'day', wrong: 'Бракує поля.', detail: 'It has no day.' };
    expect(html(FormErrors({ errors: [error], speak: speak.uk }))).toContain('<span lang="en">It has no day.</span>');
  });

  test('every control has its label', () => {
    for (const id of form.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)) {
      expect(form).toContain(`for="${id[1]}"`);
    }
    expect(drawn('FormFieldRow', 'many choices')).toContain('<select');
    expect(drawn('FormFieldRow', 'few choices')).toContain('type="radio"');
  });
});

describe('Registers', () => {
  test('the first cell names the row, the others carry their column for narrow windows', () => {
    const table = drawn('RegisterTable', 'rows');
    expect(table).toContain('<th scope="row"><a class="id" href="/act/ua/0">UA 0</a></th>');
    expect(table).toContain('<td class="date" data-label="When">');
    expect(table).toContain('<td class="nil" data-label="Paragraph">–</td>');
    expect(table).toContain('<tr class="operative">');
    expect(table).toMatch(/<div id="example-rows" class="wide" data-live/);
  });

  test('an empty register is a sentence', () => {
    expect(drawn('RegisterTable', 'empty')).toBe(
      '<div class="wide"><p class="empty">Nothing is recorded. An act would stand here.</p></div>',
    );
  });
});

describe('The text is set letter by letter', () => {
  test('verb phrases are underlined by modality; what stands in brackets is elsewhere', () => {
    const text = drawn('ProvisionText', 'underlined');
    expect(text).toContain('<span class="verb will-soft">will seek</span>');
    expect(text).toContain('<span class="verb will">offer</span>');
    expect(words(text)).toBe(TEXT);
    expect(underlines(TEXT, STATEMENTS)).toHaveLength(4);
  });

  test('numbers stand at the ends of statements and take nothing away', () => {
    const text = drawn('ProvisionText', 'numbered');
    expect(text).toContain('ways<sup>1</sup>');
    expect(words(text.replace(/<sup>\d+<\/sup>/g, ''))).toBe(TEXT);
  });

  test('a verb that is not in its statement is left out, never guessed', () => {
    expect(underlines(TEXT, [{ id: '1.1', modality: 'will', verb: 'offer', at: [0, 22] }])).toEqual([]);
  });
});

describe('The margin', () => {
  test('rows stand in their order and only where there is something', () => {
    const margin = drawn('MarginNote', 'full');
    const labels = [...margin.matchAll(/<dt[^>]*>(.*?)<\/dt>/g)].map((found) => (found[1] ?? '').replace(/<.*?>/g, ''));
    expect(labels).toEqual(['', 'owner', 'proposed', 'under way', 'last act', 'due', 'reported', '1.2']);
    expect(words(margin)).toContain('2 will, 1 soft will');
    expect(words(margin)).not.toContain('statement');
    expect(margin).toContain('href="/act/ua/0"');
    expect(words(margin)).toContain('two readings');
    const real = { ...full(en), exercise: false, report: undefined, owners: [], readings: [] };
    expect(html(<MarginNote shown={real} speak={en} id="m" />)).not.toContain('EXERCISE');
  });

  test('a duty with nothing behind it says so; a statement alone has one line', () => {
    expect(words(drawn('MarginNote', 'many'))).toContain('more than 100 acts recorded');
    expect(words(drawn('MarginNote', 'nothing'))).toBe('willALunder waynothing recorded');
    expect(words(drawn('MarginNote', 'statement'))).toBe('statement, asks for no actAL');
  });

  test('a long report is cut at a clause or a word, never inside one', () => {
    const long = `New tranche decided: equipment and ammunition; ${'joint production discussed '.repeat(9)}`;
    expect(reportHead(long)).toBe('New tranche decided: equipment and ammunition');
    expect(reportHead('word '.repeat(40))).toMatch(/word …$/);
    expect(reportHead('short')).toBe('short');
  });
});

describe('Where both records stand', () => {
  test('agreement names the last act of each log, and when it was compared', () => {
    expect(words(drawn('ConcordanceLine', 'agrees')).trim()).toBe(
      'Both records agree as of UA 412 and AL 388. Compared 23\u00a0Nov\u00a02026, 22:29:58\u00a0Kyiv.',
    );
  });

  test('a divergence names the first differing row; nothing compared says so', () => {
    expect(words(drawn('ConcordanceLine', 'diverges'))).toContain(
      'The records differ as of UA 1 and no act of AL. First differing row: keys, ua:mfa/2026-1.',
    );
    expect(words(drawn('ConcordanceLine', 'waits'))).toContain('have not been compared yet');
  });

  test('the strip marks what is reached and what is now', () => {
    const strip = drawn('Strip', 'points');
    expect(strip.match(/<li[^>]*>/g)).toEqual(['<li class="reached">', '<li class="now" aria-current="date">', '<li>']);
    expect(strip).toContain('href="/agreement/77"');
  });
});

describe('A figure of columns', () => {
  const months = Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`);
  const named = (categories: readonly string[]): readonly string[] =>
    layout({ alt: '', as: 'columns', categories, series: [] }).shapes.flatMap((shape) =>
      shape.is === 'text' ? [shape.text] : [],
    );

  test('names its categories where there is room, and where there is not every other one, the last always', () => {
    expect(named(months.slice(0, 6))).toEqual(months.slice(0, 6));
    expect(named(months)).toEqual(months.filter((_, i) => i % 2 === 1));
  });
});

describe('Other parts', () => {
  test('signed bytes stand as they are, escaped, with their signatures apart', () => {
    const text = drawn('SignedText', 'signed');
    expect(text).toContain('{&quot;a&quot;:&quot;&lt;b&gt;&quot;}\n');
    expect(text).toContain('<span class="signature">— k x\n</span>');
    expect(drawn('SignedText', 'unsigned')).not.toContain('signature');
  });

  test('a section head carries its one sentence in the margin', () => {
    const head = drawn('SectionHead', 'explained');
    expect(head).toContain('<section class="section-rule" id="example-section"><h2>A title</h2></section>');
    expect(words(head)).toBe('A titleInvented rows EXERCISE');
  });

  test('in the timeline each side keeps its edge', () => {
    const timeline = drawn('Timeline', 'acts');
    expect(timeline.match(/<li class="(ua|al)"/g)).toEqual(['<li class="ua"', '<li class="al"']);
    expect(timeline).toContain('<time datetime="2026-11-05">5\u00a0Nov\u00a02026</time>');
    expect(drawn('Timeline', 'empty')).toBe(
      '<p class="empty wide" id="example-timeline-empty" data-live="true">' +
        'Nothing is recorded. An act would stand here.</p>',
    );
  });

  test('a redline says aloud what was added and what removed', () => {
    expect(words(drawn('Redline', 'changed'))).toBe('Both sides [removed: may][added: shall] meet.');
  });
});
