// servanda sbom: what this house is built of, from its lock file, as CycloneDX: always the same for the same lock file.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from '../act/refusal.ts';
import { type Command, EXIT, textOf } from './command.ts';

const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const WITHIN = 'node_modules/';

/** A package as the lock file of npm has it, version 3. */
interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Locked>>;

const nameOf = (path: string): string => path.slice(path.lastIndexOf(WITHIN) + WITHIN.length);
/** Package URL (purl): the scope is its namespace, and its sign is encoded. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function hashesOf(integrity: string | undefined): readonly object[] {
  const [, base64] = /^sha512-([A-Za-z0-9+/=]+)/.exec(integrity ?? '') ?? [];
  if (base64 === undefined) return [];
  return [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }];
}

/** `dev` is what tests and checks need: it is named, and marked as no part of what runs. */
function componentOf(path: string, { version = '', license, integrity, dev, optional }: Locked): object {
  const name = nameOf(path);
  const isExpression = / (OR|AND|WITH) |^\(/.test(license ?? '');
  const licence = isExpression ? { expression: license } : { license: { id: license } };
  return {
    type: 'library',
    'bom-ref': path,
    name,
    version,
    scope: dev === true ? 'excluded' : optional === true ? 'optional' : 'required',
    ...(license === undefined ? {} : { licenses: [licence] }),
    hashes: hashesOf(integrity),
    purl: purlOf(name, version),
  };
}

/** Where a package finds another: in its own folder, or in one around it. */
function found(packages: Packages, from: string, name: string): string | undefined {
  const folders = from.split(`/${WITHIN}`);
  for (let depth = folders.length; depth >= 0; depth--) {
    const around = folders.slice(0, depth).join(`/${WITHIN}`);
    const path = around === '' ? `${WITHIN}${name}` : `${around}/${WITHIN}${name}`;
    if (packages[path] !== undefined) return path;
  }
  return undefined;
}

function dependenciesOf(packages: Packages, path: string, of: Locked): object {
  const names = [of.dependencies, of.optionalDependencies, path === '' ? of.devDependencies : undefined];
  const all = names.flatMap((group) => Object.keys(group ?? {}));
  const on = all.flatMap((name) => found(packages, path, name) ?? []);
  return { ref: path === '' ? ROOT : path, dependsOn: [...new Set(on)].sort() };
}

const ROOT = 'servanda';

/** The bill of materials of a lock file, CycloneDX 1.5. */
export function sbomOf(lock: string): object {
  const { packages = {}, version = '' } = JSON.parse(lock) as { readonly packages?: Packages; version?: string };
  const paths = Object.keys(packages).filter((path) => path !== '').sort();
  if (paths.length === 0) throw refuse('input-malformed', 'The lock file names no packages; it is of version 2 or 3.');
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ROOT,
        name: ROOT,
        version,
        licenses: [{ license: { id: 'EUPL-1.2' } }],
      },
    },
    components: paths.map((path) => componentOf(path, packages[path] ?? {})),
    dependencies: ['', ...paths].map((path) => dependenciesOf(packages, path, packages[path] ?? {})),
  };
}

export const sbom: Command = {
  name: 'sbom',
  form: '[--lock FILE]',
  summary: 'Prints what this house is built of, from its lock file: CycloneDX 1.5 as JSON, each package with its hash.',
  options: [{ name: 'lock', value: 'FILE', help: 'The lock file. Default: that of this checkout.' }],
  run: async (said, world) => {
    const given = textOf(said, 'lock');
    const path = given === undefined ? LOCK : resolve(world.cwd, given);
    const lock = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw refuse('input-malformed', `Reading the lock file ${path}; an installed package brings none.`, cause);
    });
    world.print(JSON.stringify(sbomOf(lock), null, 2));
    return EXIT.done;
  },
};
