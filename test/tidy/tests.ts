// Tests that run: none is skipped or singled out, and each file expects something.
import { at, sources, type Tree } from './source.ts';

const SWITCH = /^(?:test|it|describe|suite|bench)\b.*\.(?:skip|only|todo|fails|skipIf|runIf)\b/;
const OFF = /^(?:xit|xtest|xdescribe|fit|fdescribe)$/;

/** Tests that are switched off, and test files in which nothing is expected. */
export function testFindings(tree: Tree): readonly string[] {
  return sources(tree, ['test']).flatMap(([path, source, text]) => {
    const members = [...source.members, ...source.calls.map(({ callee, start }) => ({ name: callee, start }))];
    const switched = members
      .filter(({ name }) => SWITCH.test(name) || OFF.test(name) || /^(?:context|ctx|task)\.skip$/.test(name))
      .map(({ name, start }) => `${at(path, text, start)} says ${name}: every test runs, or says aloud that it cannot`);
    const isTest = /\.test\.tsx?$/.test(path);
    const expects = source.calls.some(({ callee }) => callee === 'expect' || callee.startsWith('expect.'));
    const empty = isTest && !expects ? [`${path}:1 expects nothing, so it cannot fail`] : [];
    return [...new Set(switched), ...empty];
  });
}
