// A signing program as an operator might have: it holds the keys, speaks the lines of a token, and can be made to fail.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

// Started as: node signing-program.ts SECRET MOOD NAME=TYPE ... ; every seed follows from SECRET and the name. MOOD is
// a file that a test writes: dies, sleeps, lies, babbles, refuses.
const [secret = '', mood = '', ...names] = process.argv.slice(2);

interface Held {
  readonly key: KeyObject;
  readonly written: string;
}

function held(name: string, type: number): Held {
  const seed = hash('sha256', `${secret}\n${name}`, 'buffer');
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const body = Buffer.concat([Buffer.from([type]), raw]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), body]), 'hex').slice(0, 8);
  return { key, written: `${name}+${id}+${body.toString('base64')}` };
}

const keys = new Map(
  names.map((one) => {
    const [name = '', type = '1'] = one.split('=');
    return [name, held(name, Number(type))];
  }),
);

function answer(line: string): string | undefined {
  const request = JSON.parse(line) as { id: number; do: string; key?: string; message?: string };
  const { id } = request;
  const now = existsSync(mood) ? readFileSync(mood, 'utf8') : '';
  if (request.do === 'list') return JSON.stringify({ id, keys: [...keys.values()].map((one) => one.written) });
  if (now === 'dies') process.exit(3);
  if (now === 'sleeps') return undefined;
  if (now === 'babbles') return 'PIN?';
  const key = keys.get(request.key ?? '');
  if (key === undefined || now === 'refuses') return JSON.stringify({ id, error: 'the token is locked' });
  const message = Buffer.from(request.message ?? '', 'base64');
  const signature = sign(null, now === 'lies' ? Buffer.from('another message') : message, key.key);
  return JSON.stringify({ id, signature: signature.toString('base64') });
}

createInterface({ input: process.stdin }).on('line', (line) => {
  const said = answer(line);
  if (said !== undefined) process.stdout.write(`${said}\n`);
});
