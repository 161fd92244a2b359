// Where the passphrase of the keys comes from: a file, a descriptor, the environment or a person; never the settings.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { type Keeping, keepingOf } from '../node/keyring.ts';
import { PASSPHRASE_LIMITS, type Unlock } from '../node/strongbox.ts';
import { type Option, type Said, textOf, type World } from './command.ts';

/** Options of every command that opens keys. */
export const PASSPHRASE_OPTIONS: readonly Option[] = [
  { name: 'passphrase-file', value: 'FILE', help: 'File whose first line is the passphrase of the keys.' },
  { name: 'passphrase-fd', value: 'N', help: 'Open file descriptor to read the passphrase from: 0, or 3 and up.' },
  { name: 'passphrase-env', value: 'NAME', help: 'Name of the variable of the environment that holds the passphrase.' },
];

const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').replace(/\r$/, '');

async function readDescriptor(text: string): Promise<string> {
  if (!/^(0|[3-9]|[1-9]\d{1,2})$/.test(text)) throw refuse('usage', `--passphrase-fd ${text} cannot be read from.`);
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = createReadStream('', { fd: Number(text), autoClose: text !== '0' });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (chunk.includes(10) || size > PASSPHRASE_LIMITS.most * 4) break;
    }
  } catch (cause) {
    throw refuse('usage', `Reading a passphrase from descriptor ${text}: ${(cause as Error).message}.`, cause);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function given(said: Said, world: World, prefix: string): Promise<string | undefined> {
  const [file, fd, name] = ['file', 'fd', 'env'].map((where) => textOf(said, `${prefix}passphrase-${where}`));
  if ([file, fd, name].filter((one) => one !== undefined).length > 1) {
    throw refuse('usage', 'Name one place of the passphrase, not two.');
  }
  if (file !== undefined) {
    const path = resolve(world.cwd, file);
    return await readFile(path, 'utf8').then(firstLine, (cause: Error) => {
      throw refuse('usage', `Reading the passphrase from ${path}: ${cause.message}.`, cause);
    });
  }
  if (fd !== undefined) return firstLine(await readDescriptor(fd));
  if (name === undefined) return undefined;
  const value = world.env[name];
  if (value === undefined) throw refuse('usage', `There is no ${name} in the environment.`);
  // The database and the signing program, which this process starts, have no business with it.
  Reflect.deleteProperty(world.env, name);
  return value;
}

/** Gives the passphrase when it is needed, and asks only then. Asked twice it says the same. */
export function unlockBy(said: Said, world: World): Unlock {
  let known: Promise<string | undefined> | undefined;
  return async () => {
    known ??= given(said, world, '').then(async (text) => text ?? (await world.secret('Passphrase of the keys: ')));
    return await known;
  };
}

/** A new passphrase: from the place named, or typed twice. Undefined where nobody says one. */
export async function newPassphrase(said: Said, world: World, prefix = ''): Promise<string | undefined> {
  const named = await given(said, world, prefix);
  if (named !== undefined) return named;
  const first = await world.secret('New passphrase of the keys: ');
  if (first === undefined) return undefined;
  if (first !== (await world.secret('The same again: '))) {
    throw refuse('passphrase-wrong', 'The two passphrases typed differ.');
  }
  return first;
}

/** A real node runs on bare keys only where its operator has said so. A demonstration keeps nothing worth a seal. */
export async function requireKept(home: string, exercise: boolean, said: Said): Promise<Keeping> {
  const keeping = await keepingOf(home);
  if (keeping === 'plain' && !exercise && said.options['plain-keys'] !== true) {
    throw refuse('keys-plain', `The keys in ${home} lie on the disk as they are.`);
  }
  return keeping;
}

export const PLAIN_OPTION: Option = {
  name: 'plain-keys',
  help: 'Keys lie on the disk as they are: whoever copies the disk can sign. Not asked of an exercise.',
};
