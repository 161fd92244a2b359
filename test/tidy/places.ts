// Places and secrets: nothing in the project knows the machine it was written on, nor a registry, nor a key.
import { isWithin, type Tree } from './source.ts';

interface Forbidden {
  readonly pattern: RegExp;
  readonly what: string;
  /** Where it may stand all the same. */
  readonly except: readonly string[];
}

// Put together so that this file does not say what it forbids.
const PLACES = ['home', 'root', 'work', 'tmp'].join('|');
const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: new RegExp(`(?<![\\w.~/:-])/(?:${PLACES})/`),
    what: 'names a place of one machine',
    except: ['test'],
  },
  { pattern: new RegExp(`(?<![\\w.~/:-])/${'work'}/`), what: 'names a place of one machine', except: [] },
  {
    pattern: new RegExp(['Europe', 'Kiev'].join('/')),
    what: 'writes the zone of Kyiv in its old spelling',
    // The test that no clock ever shows it, and that a receipt with it is refused, must name it.
    except: ['test/agreement/clock.test.ts'],
  },
  { pattern: new RegExp(`-{5}BEGIN (?:[A-Z]+ )*PRIVATE ${'KEY'}`), what: 'holds a private key', except: [] },
  {
    pattern: new RegExp(`registry\\.${'npmjs'}|(?<!\\w)_${'authToken'}|//[^/\\s"]+/npm/`),
    what: 'names a registry',
    except: [],
  },
];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
}

/** Packages that the lock file ties to one host: without `resolved` each machine asks the registry that it trusts. */
function tied(tree: Tree): readonly string[] {
  const lock = JSON.parse(tree.get('package-lock.json') ?? '{"packages":{}}') as Lock;
  return Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([name]) => `package-lock.json says from where ${name} was fetched: set omit-lockfile-registry-resolved`);
}

/** Lines of any text of the project that name a machine, a registry, a key, or Kyiv as it is no longer spelled. */
export function placeFindings(tree: Tree): readonly string[] {
  const found = [...tree].flatMap(([path, text]) =>
    FORBIDDEN.flatMap(({ pattern, what, except }) => {
      if (!pattern.test(text) || except.some((place) => isWithin(path, place))) return [];
      return text.split('\n').flatMap((line, index) => {
        const said = pattern.exec(line)?.[0];
        return said === undefined ? [] : [`${path}:${index + 1} ${what}: ${said}`];
      });
    }),
  );
  return [...found, ...tied(tree)];
}
