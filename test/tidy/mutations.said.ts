// Changes that break what the house says: words in three languages, tests, places of a machine, documents.
import { add, append, CAPTION, edit, type Mutation, remove, type Row, rows, words } from './mutation.ts';

const COUNT = '{n, plural, one {# рік} few {# роки} many {# років} other {# року}}';
const CHOICE = '{n, plural, =1 {last} other {one of several}}';
const TWO = '{n, plural, one {# x} other {# y}}';

const WORDS = rows('every word is said in three languages', [
  ['has no Albanian', words({ 'x.y': { en: 'x', uk: 'х' } }), /x\.y has no word in sq/],
  ['is silent in Ukrainian', words({ 'x.y': { en: 'x', uk: ' ', sq: 'x' } }), /x\.y has no word in uk/],
  ['forgets an argument', words({ 'x.y': { en: 'x {a}', uk: 'х {a}', sq: 'x' } }), /x\.y takes in sq other arguments/],
  ['renames one inside a form', words({ 'x.y': { en: 'x {a}', uk: 'х {b}', sq: 'x {a}' } }), /x\.y takes in uk other/],
  [
    'counts in Ukrainian as in English',
    words({ 'x.y': { en: TWO, uk: TWO, sq: TWO } }),
    /x\.y counts in uk without the form few/,
  ],
  ['chooses by a number without saying it', words({ 'x.y': { en: CHOICE, uk: CHOICE, sq: CHOICE } }), undefined],
  ['counts as each language counts', words({ 'x.y': { en: TWO, uk: COUNT, sq: TWO } }), undefined],
  [
    'says a key twice',
    (project) => {
      const [table] = project.tables.values();
      return words(Object.fromEntries(Object.entries(table ?? {}).slice(0, 1)))(project);
    },
    /stands in .* as well/,
  ],
]);

const KEYS = rows('what is said has its word, and no word is idle', [
  ['says what no table has', append('src/web/tongue.ts', "speak.say('x.unheard');"), /tongue\.ts:\d+ says x\.unheard/],
  [
    'says it by half',
    append('src/web/tongue.ts', "speak.say(ok ? 'shell.x' : `shell.y`);"),
    /tongue\.ts:\d+ says shell\.y/,
  ],
  ['hands on what no table has', append('src/web/tongue.ts', "const title = 'act.unheard';"), /says act\.unheard/],
  ['puts together what fits none', append('src/web/tongue.ts', 'speak.say(`x.${y}`);'), /says x\.…, which fits no key/],
  ['has a word that nothing says', words({ 'x.idle': { en: 'x', uk: 'х', sq: 'x' } }), /nothing says x\.idle/],
]);

const off = (code: string, says: string): Row => [
  `says ${says}`,
  append('test/act/act.test.ts', code),
  new RegExp(`^test/act/act\\.test\\.ts:\\d+ says ${says.replaceAll('.', '\\.')}`),
];

const TESTS = rows('every test runs and can fail', [
  ...['skip', 'only', 'todo'].map((word) => off(`test.${word}('x', () => {});`, `test.${word}`)),
  ...['skipIf', 'runIf'].map((word) => off(`describe.${word}(true)('x', () => {});`, `describe.${word}`)),
  off("test.concurrent.only('x', () => {});", 'test.concurrent.only'),
  off("xit('x', () => {});", 'xit'),
  [
    'expects nothing',
    add('test/act/new.test.ts', `${CAPTION}test('x', () => {});\n`),
    /^test\/act\/new\.test\.ts:1 expects nothing/,
  ],
]);

const path = (...segments: readonly string[]): string => ['', ...segments, 'x'].join('/');

const PLACES = rows('nothing knows a machine, a registry or a private key', [
  ['names a home', append('src/main.ts', `// ${path('home')}`), /^src\/main\.ts:\d+ names a place/],
  ['names a folder of the machine', add('docs/operate/x.md', path('root')), /^docs\/operate\/x\.md:\d+ names a place/],
  ['names a temporary folder in a test', append('test/act/act.test.ts', `// ${path('tmp')}`), undefined],
  [
    'names where it was written',
    append('test/act/act.test.ts', `// ${path('work')}`),
    /^test\/act\/act\.test\.ts:\d+ names a place/,
  ],
  [
    'spells Kyiv as before',
    append('src/main.ts', `// ${['Europe', 'Kiev'].join('/')}`),
    /^src\/main\.ts:\d+ writes the zone of Kyiv/,
  ],
  [
    'names a registry',
    add('.npmrc', `registry=${['https:', '', `registry.${'npmjs'}.org`].join('/')}`),
    /^\.npmrc:1 names a registry/,
  ],
  ['carries a private key', append('src/main.ts', `// ${'-'.repeat(5)}BEGIN PRIVATE ${'KEY'}`), /holds a private key/],
  [
    'ties a package to one host',
    edit(
      'package-lock.json',
      '"node_modules/yaml": {',
      '"node_modules/yaml": { "resolved": "https://example.org/y.tgz",',
    ),
    /from where node_modules\/yaml was fetched/,
  ],
]);

const DOCS = rows('documents are true, and the guide names every room', [
  ['links to nothing', append('ARCHITECTURE.md', '[x](docs/nowhere.md)'), /links to docs\/nowhere\.md/],
  ['links to a part of nothing', append('ARCHITECTURE.md', '[x](nowhere.md#part "x")'), /links to nowhere\.md/],
  ['names a file that is gone', append('ARCHITECTURE.md', '`src/act/gone.ts`'), /names src\/act\/gone\.ts/],
  ['names half of a name', append('ARCHITECTURE.md', '`src/are`'), /names src\/are: nothing/],
  [
    'names a line, a folder, a pattern',
    append('ARCHITECTURE.md', '`src/act/act.ts:3` `src/act/` `src/*/kinds.ts`'),
    undefined,
  ],
  ['takes the guide away', remove('ARCHITECTURE.md'), /^ARCHITECTURE\.md is missing/],
  ['forgets the keystone', edit('ARCHITECTURE.md', /src\/area\b(?!s)/g, 'src/areas'), /does not name src\/area\.ts/],
  ['forgets the areas', edit('ARCHITECTURE.md', /src\/areas/g, 'src/area'), /does not name src\/areas$/],
  ['opens a room without a row', add('src/stray/x.sql', ''), /^src\/stray\/x\.sql:1 lies in no room/],
  ['empties a room', remove('src/main.ts'), /has a row for src\/main\.ts/],
]);

export const SAID: readonly Mutation[] = [...WORDS, ...KEYS, ...TESTS, ...PLACES, ...DOCS];
