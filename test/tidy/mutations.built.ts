// Changes that break how the house is built: imports, purity, packages, dead files, sizes, captions, names, kinds.
import { add, append, CAPTION, edit, type Mutation, type Row, rows } from './mutation.ts';
import { changed } from './project.ts';

const PARSING = rows('every file parses', [
  [
    'writes what is no code',
    append('src/act/duty.ts', 'export export const x = 1;'),
    /^src\/act\/duty\.ts:1 does not parse: /,
  ],
]);

const IMPORTS = rows('each room imports what the table of the house allows', [
  [
    'lets src/area.ts import an area, whose folder begins with its own name',
    append('src/area.ts', "export { WORDS } from './areas/final/words.ts';"),
    /^src\/area\.ts:\d+ imports src\/areas\/final\/words\.ts/,
  ],
  [
    'lets act/ see the keystone',
    append('src/act/act.ts', "import type { Area } from '../area.ts';"),
    /^src\/act\/act\.ts:\d+ imports src\/area\.ts: act\/ may not/,
  ],
  [
    'lets one area know another',
    add('src/areas/border/index.ts', `${CAPTION}import { NOTIFICATION_GIVEN } from '../final/kinds.ts';\n`),
    /^src\/areas\/border\/index\.ts:2 imports src\/areas\/final\/kinds\.ts/,
  ],
  [
    'lets an area read the roll of areas',
    append('src/areas/final/index.ts', "import { AREAS } from '../index.ts';"),
    /imports src\/areas\/index\.ts/,
  ],
  [
    'lets a way know an area',
    add('src/ways/meeting/index.ts', `${CAPTION}import { AREAS } from '../../areas/index.ts';\n`),
    /^src\/ways\/meeting\/index\.ts:2 imports src\/areas\/index\.ts/,
  ],
  [
    'lets a worker of the node call another',
    append('src/node/mirror.ts', "import { serveWire } from './wire.ts';"),
    /^src\/node\/mirror\.ts:\d+ imports src\/node\/wire\.ts \(its types it may\)/,
  ],
  [
    'lets a worker name the shape of another',
    append('src/node/mirror.ts', "import { type Heard as H } from './wire.ts';"),
    undefined,
  ],
  [
    'lets the store know the law',
    append('src/node/store/acts.ts', "import '../../agreement/label.ts';"),
    /imports src\/agreement\/label\.ts: node\/store\/ may not/,
  ],
  [
    'lets the windows into the tables',
    append('src/web/server.ts', "import '../node/store/record.ts';"),
    /imports src\/node\/store\/record\.ts: web\/ may not/,
  ],
  [
    'lets the island know the treaty',
    append('src/web/browser/live.ts', "import type { Label } from '../../agreement/label.ts';"),
    /^src\/web\/browser\/live\.ts:\d+ imports src\/agreement/,
  ],
  [
    'lets the island see the server',
    append('src/web/browser/live.ts', "import '../limits.ts';"),
    /imports src\/web\/limits\.ts: web\/browser\/ may not/,
  ],
  ['lets the checker trust a node', append('src/verify/tree.ts', "import '../node/keys.ts';"), /verify\.ts may not/],
  [
    'hides an import in a type',
    append('src/log/tree.ts', "type Hidden = import('../act/act.ts').Act;"),
    /^src\/log\/tree\.ts:\d+ imports src\/act\/act\.ts/,
  ],
  [
    'hides an import in a call',
    append('src/kit/page.tsx', "void import('../node/node.ts');"),
    /^src\/kit\/page\.tsx:\d+ imports src\/node\/node\.ts: kit\/ may not/,
  ],
  [
    'leaves it to the run',
    append('src/kit/page.tsx', 'void import(`../${x}.ts`);'),
    /imports what only the run decides/,
  ],
  [
    'lets bin/ need the sources',
    append('bin/start.cjs', "require('../src/main.ts');"),
    /^bin\/start\.cjs:\d+ imports src\/main\.ts: bin\/ may not/,
  ],
  ['imports without the ending', append('src/act/act.ts', "import './note';"), /imports \.\/note, which is no file/],
  ['imports what is gone', append('src/act/act.ts', "import './gone.ts';"), /no file of the project/],
  [
    'opens a folder whose name begins like a room',
    add('src/area/index.ts', CAPTION),
    /^src\/area\/index\.ts:1 lies in no room/,
  ],
]);

const impure = (code: string, uses: string): Row => [
  `says ${code} in act/`,
  append('src/act/duty.ts', code),
  new RegExp(`^src/act/duty\\.ts:\\d+ uses ${uses.replaceAll('.', '\\.')}`),
];

const PURITY = rows('no clock, disk, network or chance below the two wings', [
  impure("import { readFile } from 'node:fs/promises';", 'node:fs/promises'),
  impure("import { join } from 'path';", 'path'),
  impure('export const now = () => Date.now();', 'Date.now'),
  impure("export const day = new Date('2026-08-31');", 'new Date'),
  impure('export const day = Date();', 'Date()'),
  impure('export const any = Math.random();', 'Math.random'),
  impure('export const today = () => Temporal.Now.plainDateISO();', 'Temporal.Now'),
  impure("export const page = () => fetch('x');", 'fetch'),
  impure('export const side = process.env;', 'process'),
  impure('export const read = (bytes: Buffer) => bytes;', 'Buffer'),
  impure('export const later = () => setTimeout(read, 1);', 'setTimeout'),
  impure('export const later = () => globalThis.crypto;', 'globalThis'),
  impure("console.log('x');", 'console'),
  impure('export const here = import.meta.url;', 'import.meta'),
  ['reads a clock in an area', append('src/areas/final/law.ts', 'Date.now();'), /uses Date\.now: .*areas\/ is pure/],
  ['reads a clock in the checker', append('src/verify/tree.ts', 'Date.now();'), /verify\.ts is pure/],
  ['sums dates in act/', append('src/act/duty.ts', "export const at = Date.parse('2026-08-31');"), undefined],
  [
    'has a field of such a name',
    append('src/act/duty.ts', 'export const x = (of: any) => of.process.fetch;'),
    undefined,
  ],
  ['reads a clock in the node', append('src/node/reader.ts', 'export const now = () => Date.now();'), undefined],
]);

const PACKAGES = rows('each package is declared, used, and allowed where it is used', [
  [
    'imports what package.json does not declare',
    append('src/web/server.ts', "import pad from 'left-pad';"),
    /imports left-pad, which package\.json does not declare/,
  ],
  [
    'draws pages in the law',
    append('src/agreement/label.ts', "import { html } from 'hono/html';"),
    /^src\/agreement\/label\.ts:\d+ imports hono: no row allows it in agreement\//,
  ],
  [
    'declares what nothing uses',
    edit('package.json', '"dependencies": {', '"dependencies": {\n    "left-pad": "1.3.0",'),
    /declares left-pad, which nothing imports/,
  ],
  ['no longer runs through tsx', edit('bin/runtime.cjs', /tsx/g, 'other'), /declares tsx/],
]);

const REACH = rows('no file is dead', [
  [
    'leaves a file that nothing imports',
    add('src/act/forgotten.ts', CAPTION),
    /^src\/act\/forgotten\.ts:1 is not reached/,
  ],
  [
    'leaves a file that only a test imports',
    ({ tree, tables }) => ({
      tree: changed(tree, {
        'src/act/forgotten.ts': CAPTION,
        'test/act/new.test.ts': `${CAPTION}import '../../src/act/forgotten.ts';\n`,
      }),
      tables,
    }),
    /^src\/act\/forgotten\.ts:1 is not reached from src\/main\.ts/,
  ],
  ['leaves what no test uses', add('test/forgotten.ts', CAPTION), /^test\/forgotten\.ts:1/],
  ['leaves what no bench uses', add('bench/forgotten.ts', CAPTION), /^bench\/forgotten\.ts:1/],
  ['leaves what no script runs', add('bin/forgotten.cjs', CAPTION), /^bin\/forgotten\.cjs:1/],
  [
    'no longer bundles the island',
    edit('src/web/scripts.ts', './browser/live.ts', './browser/other.ts'),
    /^src\/web\/browser\/live\.ts:1/,
  ],
]);

const lines = (count: number): string => Array.from({ length: count }, () => '  void 0;').join('\n');

const SIZE = rows('files, functions and lines are of a size to be read', [
  [
    'has a file of 401 lines',
    add('src/act/long.ts', `${CAPTION}${lines(400)}\n`),
    /^src\/act\/long\.ts:1 has 401 lines/,
  ],
  ['has a file of 400 lines', add('src/act/long.ts', `${CAPTION}${lines(399)}\n`), undefined],
  [
    'has a function of 71 lines',
    append('src/act/duty.ts', `export function long() {\n${lines(69)}\n}`),
    /^src\/act\/duty\.ts:\d+ has a function of 71 lines/,
  ],
  ['has a function of 70 lines', append('src/act/duty.ts', `export function long() {\n${lines(68)}\n}`), undefined],
  [
    'has an arrow of 71 lines',
    append('bin/start.cjs', `const long = () => {\n${lines(69)}\n};`),
    /^bin\/start\.cjs:\d+ has a function of 71 lines/,
  ],
  [
    'has a test of 71 lines',
    append('test/act/act.test.ts', `test('x', () => {\n${lines(69)}\n});`),
    /function of 71 lines/,
  ],
  ['has a chapter of 71 lines', append('test/act/act.test.ts', `describe('x', () => {\n${lines(69)}\n});`), undefined],
  [
    'has a line of 121 characters',
    append('src/act/duty.ts', `// ${'x'.repeat(118)}`),
    /^src\/act\/duty\.ts:\d+ has 121 characters, over 120/,
  ],
  ['has a line of 120 characters', append('src/act/duty.ts', `// ${'x'.repeat(117)}`), undefined],
]);

const CAPTIONS = rows('each file opens with its caption', [
  ['opens with code', add('src/act/bare.ts', 'export const bare = 1;\n'), /^src\/act\/bare\.ts:1/],
  ['opens with no sentence', add('src/act/bare.ts', '// what this file is, more or less\n'), /^src\/act\/bare\.ts:1/],
  ['opens with a word', add('src/act/bare.ts', '// Bare.\n'), /^src\/act\/bare\.ts:1/],
  ['says nothing behind #!', add('bin/bare.cjs', "#!/usr/bin/env node\n'use strict';\n"), /^bin\/bare\.cjs:2/],
  ['says what it is behind #!', add('bin/bare.cjs', `#!/usr/bin/env node\n${CAPTION}`), undefined],
]);

const NAMES = rows('names are nouns of the field', [
  ['has a file of helpers', add('src/act/helpers.ts', CAPTION), /^src\/act\/helpers\.ts:1 is called "helpers"/],
  ['has a folder of its core', add('src/core/act.ts', CAPTION), /^src\/core\/act\.ts:1 is called "core"/],
  ['exports a manager', append('src/act/duty.ts', 'export class DutyManager {}'), /exports DutyManager/],
  ['exports utils', append('src/act/duty.ts', 'export const ACT_UTILS = {};'), /exports ACT_UTILS/],
  [
    'renames one into it',
    append('src/act/duty.ts', 'const a = 1;\nexport { a as commonService };'),
    /exports commonService/,
  ],
  ['exports what merely begins alike', append('src/act/duty.ts', 'export const coreference = typesetting;'), undefined],
]);

const KINDS = rows('kinds are constants', [
  [
    'writes a kind out',
    append('src/web/forms.ts', "export const it = 'key.admitted/1';"),
    /^src\/web\/forms\.ts:\d+ writes key\.admitted\/1 out: say KEY_ADMITTED\.id/,
  ],
  [
    'writes it between backticks',
    append('src/web/forms.ts', 'export const it = `key.admitted/1`;'),
    /^src\/web\/forms\.ts:\d+ writes key\.admitted\/1 out/,
  ],
  [
    'writes a second one in its own file',
    append('src/act/kinds.ts', "export const it = 'key.admitted/1';"),
    /^src\/act\/kinds\.ts:\d+ writes key\.admitted\/1 out/,
  ],
  [
    'invents one',
    append('src/web/forms.ts', "export const it = 'key.forgotten/1';"),
    /^src\/web\/forms\.ts:\d+ says key\.forgotten\/1, a kind that no kinds\.ts registers/,
  ],
  ['says another thing with a slash', append('src/web/forms.ts', "export const it = 'entry/1';"), undefined],
]);

export const BUILT: readonly Mutation[] = [
  ...PARSING,
  ...IMPORTS,
  ...PURITY,
  ...PACKAGES,
  ...REACH,
  ...SIZE,
  ...CAPTIONS,
  ...NAMES,
  ...KINDS,
];
