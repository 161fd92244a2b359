// Sentences of reports: one full stop at the end, after the acts, and the point of an abbreviated year where it stood.
import { expect, test } from 'vitest';
import { beforeActs, fullStop } from '../../src/web/report/sentence.ts';

test.each([
  ['Ukraine notified.', 'Ukraine notified', '.'],
  ['It ends on 2 January 2027', 'It ends on 2 January 2027', '.'],
  ['Строк спливає 2 січня 2027\u00a0р.', 'Строк спливає 2 січня 2027\u00a0р.', ''],
  ['Строк спливає 2 січня 2027 р.', 'Строк спливає 2 січня 2027 р.', ''],
  ['Досягнуто мир.', 'Досягнуто мир', '.'],
])('%s', (text, before, stop) => {
  expect([beforeActs(text), fullStop(text)]).toEqual([before, stop]);
});
