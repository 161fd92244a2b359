// A part of a page that is kept as it was drawn: drawn anew for whatever it shows anew, in each language by itself.
import { expect, test } from 'vitest';
import type { Speak } from '../../src/kit/words.ts';
import { keptOnceDrawn } from '../../src/web/pages/kept.ts';
import { speakers } from '../../src/web/tongue.ts';

test('it is drawn once for what it shows, and again for anything else, escaped as ever', () => {
  const { en, sq } = speakers([]);
  let drawings = 0;
  const Part = keptOnceDrawn(({ name, speak }: { readonly name: string; readonly speak: Speak }) => {
    drawings += 1;
    return <b title={name}>{speak.language}: {name}</b>;
  });
  // oxlint-disable-next-line typescript/no-base-to-string
  const page = (name: string, speak: Speak): string => (<p><Part name={name} speak={speak} /></p>).toString();
  expect(page('<one>', en)).toBe('<p><b title="&lt;one&gt;">en: &lt;one&gt;</b></p>');
  expect(page('<one>', en)).toBe('<p><b title="&lt;one&gt;">en: &lt;one&gt;</b></p>');
  expect(drawings).toBe(1);
  expect(page('two', en)).toBe('<p><b title="two">en: two</b></p>');
  expect(page('two', sq)).toBe('<p><b title="two">sq: two</b></p>');
  expect(page('<one>', en)).toContain('en: &lt;one&gt;');
  expect(drawings).toBe(3);
});
