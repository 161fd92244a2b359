// The token: a program of the operator's that holds the keys and signs; no private key enters the node.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createInterface } from 'node:readline';
import Type from 'typebox';
import { base64, fromBase64 } from '../act/bytes.ts';
import { parseAnyKey, type PublicKey, SIGNATURE_TYPE, type SigningKey, type Verification } from '../act/key.ts';
import { type Refusal, refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const closed = { additionalProperties: false } as const;
/** `token.json` among the keys of a home: the program, with its arguments, and the milliseconds it has to answer. */
export const TokenShape = Type.Object(
  {
    format: Type.Literal('servanda/token/v1'),
    command: Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), { minItems: 1, maxItems: 64 }),
    limit: Type.Integer({ minimum: 100, maximum: 120_000 }),
  },
  closed,
);
export type TokenSettings = Type.Static<typeof TokenShape>;

/** Letters of one answer; keys of one list. */
const LINE_LIMIT = 1_048_576;
const KEYS_LIMIT = 4096;
/** How often a program that ends or hangs is started again within a minute. */
const STARTS = 20;
/** Characters of a message of the program that are passed on. */
const SAID = 300;

const Id = Type.Integer({ minimum: 1 });
const AnswerShape = Type.Union([
  Type.Object({ id: Id, keys: Type.Array(Type.String({ maxLength: 4096 }), { maxItems: KEYS_LIMIT }) }, closed),
  Type.Object({ id: Id, signature: Type.String({ maxLength: 8192 }) }, closed),
  Type.Object({ id: Id, error: Type.String() }, closed),
]);
type Answer = Type.Static<typeof AnswerShape>;
const answerShape = shape(AnswerShape, 'signer-unavailable');

type Child = ChildProcessByStdio<Writable, Readable, null>;
type Request = { readonly do: 'list' } | { readonly do: 'sign'; readonly key: string; readonly message: string };

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (why: Refusal) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Speaks with the program over its input and output, a line of JSON each way, in any order, joined by `id`:
 *
 *     > {"id":1,"do":"list"}
 *     < {"id":1,"keys":["ua:mfa/2026-1+08080586+AYE5dw..."]}
 *     > {"id":2,"do":"sign","key":"ua:mfa/2026-1","message":"base64"}
 *     < {"id":2,"signature":"base64"}
 *     < {"id":2,"error":"why not"}
 *
 * Keys are written keys (docs/spec/record.md, KEY-1), each name once; a signature is Ed25519 over exactly the message,
 * or ML-DSA-44 where the key is of type 0x06. A program without ML-DSA-44 keys serves a node all the same.
 * What it writes to its error output goes to that of the node. It is started when first needed and ends when its input
 * does. One that ends, speaks otherwise or does not answer in time is stopped, everything asked of it is refused
 * (`signer-unavailable`), and the next request starts it anew.
 */
export class Token {
  readonly #settings: TokenSettings;
  readonly #verify: Verification;
  readonly #waiting = new Map<number, Waiting>();
  #starts: readonly number[] = [];
  #child: Child | undefined;
  #last = 0;

  constructor(settings: TokenSettings, verify: Verification) {
    this.#settings = settings;
    this.#verify = verify;
  }

  /** The keys it holds. `key-damaged` where a name stands twice, `key-not-admissible` where a key is none. */
  async list(): Promise<readonly SigningKey[]> {
    const answer = await this.#ask({ do: 'list' });
    if (!('keys' in answer)) throw this.#refused(answer, 'Listing its keys');
    const keys = answer.keys.map(parseAnyKey);
    const twice = keys.find((key, i) => keys.findIndex((other) => other.name === key.name) !== i);
    if (twice !== undefined) throw refuse('key-damaged', `${this.#name} names the key ${twice.name} twice.`);
    return keys.map((key) => ({ key, sign: async (message) => await this.#sign(key, message) }));
  }

  /** Ends the program; the next request would start it again. */
  close(): void {
    this.#stop(refuse('signer-unavailable', `${this.#name} was ended.`));
  }

  get #name(): string {
    return `The signing program ${String(this.#settings.command[0])}`;
  }

  async #sign(key: PublicKey, message: Uint8Array): Promise<Uint8Array> {
    const answer = await this.#ask({ do: 'sign', key: key.name, message: base64(message) });
    const signature = 'signature' in answer ? fromBase64(answer.signature) : undefined;
    if (signature === undefined) throw this.#refused(answer, `Signing with ${key.name}`);
    // What it says is checked before anything is written: a wrong signature would be found by the other side.
    const isSecond = key.type === SIGNATURE_TYPE.mlDsa44;
    const verify = isSecond ? this.#verify['ml-dsa-44'] : this.#verify.ed25519;
    if (signature.length !== (isSecond ? 2420 : 64) || !verify(key.bytes, message, signature)) {
      throw refuse('signer-unavailable', `${this.#name} gave a signature that is not by ${key.name}.`);
    }
    return signature;
  }

  #refused(answer: Answer, what: string): Refusal {
    const why = 'error' in answer ? answer.error.slice(0, SAID) : 'another answer than was asked for';
    return refuse('signer-unavailable', `${what}: ${this.#name} said: ${why}.`);
  }

  async #ask(request: Request): Promise<Answer> {
    const child = this.#child ?? this.#start();
    const id = ++this.#last;
    return await new Promise((resolve, reject) => {
      const late = (): void =>
        this.#stop(refuse('signer-unavailable', `${this.#name} gave no answer in ${this.#settings.limit} ms.`));
      this.#waiting.set(id, { resolve, reject, timer: setTimeout(late, this.#settings.limit) });
      child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
    });
  }

  #start(): Child {
    const now = Date.now();
    this.#starts = this.#starts.filter((at) => at > now - 60_000);
    if (this.#starts.length >= STARTS) {
      throw refuse('signer-unavailable', `${this.#name} has ended ${STARTS} times within a minute and is left alone.`);
    }
    this.#starts = [...this.#starts, now];
    const [program = '', ...rest] = this.#settings.command;
    const child: Child = spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    const ended = (how: string): void => {
      if (this.#child === child) this.#stop(refuse('signer-unavailable', `${this.#name} ${how}.`));
    };
    child.once('error', (cause) => ended(`cannot be started: ${cause.message}`));
    child.once('exit', (code, signal) => ended(`has ended (${signal ?? String(code)})`));
    // Its end is told by `exit`; a pipe that breaks before says nothing more.
    child.stdin.on('error', () => undefined);
    this.#listen(child, ended);
    return child;
  }

  #listen(child: Child, ended: (how: string) => void): void {
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      const newline = chunk.lastIndexOf(10);
      length = newline < 0 ? length + chunk.length : chunk.length - newline - 1;
      if (length > LINE_LIMIT) ended(`wrote a line of more than ${LINE_LIMIT} bytes`);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      try {
        this.#take(answerShape(JSON.parse(line) as unknown));
      } catch {
        ended(`wrote what is no answer: ${JSON.stringify(line.slice(0, SAID))}`);
      }
    });
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.timer);
    waiting.resolve(answer);
  }

  #stop(why: Refusal): void {
    const child = this.#child;
    this.#child = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { timer, reject } of waiting) {
      clearTimeout(timer);
      reject(why);
    }
    child?.kill('SIGKILL');
  }
}
