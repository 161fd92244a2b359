// Where the keys of a home lie: in its strongbox, or with a program that signs for it.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SigningKey } from '../act/key.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { FILES, writeJson } from './config.ts';
import { type KeyRing, openKeys, TOKEN_FILE, VERIFICATION } from './keys.ts';
import { isSealedFolder, openStrongbox, type Strongbox, type Unlock } from './strongbox.ts';
import { Token, type TokenSettings, TokenShape } from './token.ts';

/** Milliseconds that a signing program has for one answer, unless its settings say otherwise. */
export const TOKEN_LIMIT = 10_000;

const tokenShape = shape(TokenShape, 'key-damaged');

/** How the private keys of a home are kept. */
export type Keeping = 'plain' | 'sealed' | 'command';

async function readToken(home: string): Promise<TokenSettings | undefined> {
  const path = join(home, FILES.keys, TOKEN_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw cause;
  }
  try {
    return tokenShape(JSON.parse(text) as unknown);
  } catch (cause) {
    throw refuse('key-damaged', `Reading ${path}.`, cause);
  }
}

/** Names the program that holds the keys of this home. */
export async function setToken(home: string, command: readonly string[], limit = TOKEN_LIMIT): Promise<void> {
  const settings = tokenShape({ format: 'servanda/token/v1', command: [...command], limit });
  await mkdir(join(home, FILES.keys), { recursive: true, mode: 0o700 });
  await writeJson(join(home, FILES.keys, TOKEN_FILE), settings, 0o600);
}

/** How the keys of that home are kept now. The wire's key may be sealed beside a program: TLS needs it in the node. */
export async function keepingOf(home: string): Promise<Keeping> {
  if ((await readToken(home)) !== undefined) return 'command';
  return (await isSealedFolder(join(home, FILES.keys))) ? 'sealed' : 'plain';
}

/** The keys that a program holds. It makes none for the node: whoever runs it makes them, and it then names them. */
async function tokenRing(settings: TokenSettings): Promise<KeyRing> {
  const token = new Token(settings, VERIFICATION);
  const held = new Map<string, SigningKey>();
  const list = async (): Promise<void> => {
    for (const one of await token.list()) held.set(one.key.name, one);
  };
  try {
    await list();
  } catch (cause) {
    token.close();
    throw cause;
  }
  const find: KeyRing['make'] = async (name, type) => {
    if (held.get(name) === undefined) await list();
    const key = held.get(name);
    if (key?.key.type !== type) {
      throw refuse('key-missing', `The signing program ${String(settings.command[0])} was asked for ${name}.`);
    }
    return key;
  };
  // It keeps its keys itself, and takes none away on our word.
  const nothing = async (): Promise<void> => await Promise.resolve();
  return {
    signer: (name) => held.get(name),
    names: () => [...held.keys()].sort(),
    make: find,
    fresh: find,
    keep: nothing,
    drop: nothing,
    close: () => token.close(),
  };
}

/** Opens what a home signs with. `keys-sealed`, `passphrase-wrong`, `key-damaged`, `signer-unavailable`. */
export async function openRing(
  home: string,
  unlock: Unlock,
): Promise<{ readonly ring: KeyRing; readonly box: Strongbox }> {
  const folder = join(home, FILES.keys);
  const box = await openStrongbox(folder, unlock);
  const token = await readToken(home);
  return { ring: token === undefined ? await openKeys(folder, box) : await tokenRing(token), box };
}
