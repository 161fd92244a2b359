// What documents tell people: commands that are there with the options they have, links that end somewhere, real words.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AREAS } from '../../src/areas/index.ts';
import { readCommandLine } from '../../src/commands/command.ts';
import { LANGUAGES } from '../../src/kit/words.ts';
import { commands } from '../../src/main.ts';
import { TABLES } from '../../src/web/tongue.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const DOCUMENTS: readonly string[] = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'test/README.md',
  ...readdirSync(new URL('docs/', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
];

/** The words of a command line; what is quoted is one. What goes on in the next line, or says `…`, is left out. */
function wordsOf(line: string): readonly string[] {
  const found = line.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return found.map((word) => word.replace(/^['"]|['"]$/g, '')).filter((word) => !/^(?:\.\.\.|…|\\)$/.test(word));
}

/** Lines of code and code within a sentence that call our program or the scripts of the package. */
function called(text: string): readonly string[] {
  const joined = text.replaceAll(/ \\\n\s+/g, ' ');
  const lines = [...joined.matchAll(/^ {4,}((?:servanda|node bin\/servanda\.cjs|npx|npm|SLOW=1 npm) [^\n]+)/gm)];
  // A sentence may break a line of code in two.
  const inline = [...joined.matchAll(/`((?:servanda|node\s+bin\/servanda\.cjs|npx|npm|SLOW=1 npm)\s[^`]+)`/g)];
  // A sentence may name an option without the value that it takes.
  const named = inline.map(([, line = '']) => ['', line.replace(/(--[\w-]+)$/, '$1 VALUE')]);
  return [...lines, ...named].map(([, line = '']) => line.replaceAll(/\s+/g, ' ').trim());
}

const known = await commands();
const scripts = Object.keys((JSON.parse(read('package.json')) as { readonly scripts: object }).scripts);

/** What is wrong with a command line; undefined where there is a command, a script or a tool that takes it. */
function wrongWith(line: string): string | undefined {
  const [program = '', ...rest] = wordsOf(line.replace(/^SLOW=1 /, '').replace(/ {2,}.*$/, ''));
  if (program === 'npm') {
    const [verb = '', name = ''] = rest;
    const script = verb === 'run' ? name : verb;
    if (['ci', 'install'].includes(verb) || scripts.includes(script)) return undefined;
    return `package.json has no script ${script}`;
  }
  const ours = program === 'servanda' ? rest : rest.slice(1);
  if (program === 'npx' && rest[0] !== 'servanda') {
    return ['vitest', 'tsx'].includes(rest[0] ?? '') ? undefined : `npx ${String(rest[0])} is none of our tools`;
  }
  const [name = '', ...args] = ours;
  if (name === '--help') return undefined;
  const command = known.find((one) => one.name === name);
  if (command === undefined) return `there is no command ${name}`;
  try {
    readCommandLine(command, args.filter((arg) => arg !== '--help'));
    return undefined;
  } catch (cause) {
    return (cause as { readonly detail: string }).detail;
  }
}

/** A heading as its anchor: as GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replaceAll(/[`*_]/g, '').replaceAll(/[^\p{L}\p{N}\s-]/gu, '').trim().replaceAll(/\s/g, '-');

describe('documents', () => {
  test.each(DOCUMENTS)('%s calls only commands that are there, with options they have', (path) => {
    const lines = called(read(path));
    expect(lines.flatMap((line) => {
      const wrong = wrongWith(line);
      return wrong === undefined ? [] : [`${line}: ${wrong}`];
    })).toEqual([]);
  });

  test('a command, an option or a script that is not there is found', () => {
    expect(wrongWith('servanda conquer --home DIR')).toContain('no command conquer');
    expect(wrongWith('servanda backup --home DIR --onto BACKUP')).toContain("'--onto'");
    expect(wrongWith('npm run nothing')).toContain('no script nothing');
    const text = '    servanda run --home DIR\n\nand `servanda fsck` too';
    expect(called(text)).toEqual(['servanda run --home DIR', 'servanda fsck']);
  });

  test.each(DOCUMENTS)('%s points at headings that are there', (path) => {
    const links = [...read(path).matchAll(/\]\(([^)\s#:]*)#([^)\s]+)\)/g)];
    const dead = links.filter(([, file = '', anchor = '']) => {
      const to = file === '' ? path : new URL(file, new URL(path, ROOT)).pathname.slice(ROOT.pathname.length);
      if (!to.endsWith('.md')) return false;
      return ![...read(to).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });
});

describe('guides', () => {
  const roles = readdirSync(new URL('docs/guide/en/', ROOT));

  test('are there for the same people in each language', () => {
    for (const language of LANGUAGES) expect(readdirSync(new URL(`docs/guide/${language}/`, ROOT))).toEqual(roles);
  });

  const all = LANGUAGES.flatMap((language) => roles.map((role) => [language, role] as const));
  test.each(all)('in %s, %s: what stands in bold is said so by the pages', (language, role) => {
    const said = new Set([...TABLES, ...AREAS.map(({ words }) => words)].flatMap((table) =>
      Object.values(table).map((word) => word[language]),
    ));
    const bold = [...read(`docs/guide/${language}/${role}`).matchAll(/\*\*([^*]+)\*\*/g)];
    expect(bold.length).toBeGreaterThan(8);
    const unsaid = bold.map(([, words = '']) => words.replaceAll(/\s+/g, ' ')).filter((words) => !said.has(words));
    expect(unsaid).toEqual([]);
  });
});
