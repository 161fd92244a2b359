// Screening: a program of the operator's sees every file that people send, on its standard input, before it is kept.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

export const SCREENING_FILE = 'screening.json';
/** Seconds that a program has for one file, where the operator says nothing else. */
const SECONDS = 30;

const screeningShape = shape(
  Type.Object(
    {
      version: Type.Literal(1),
      /** The program and its arguments, as they are: no shell reads them. */
      command: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 50 }),
      seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 600 })),
    },
    { additionalProperties: false },
  ),
  'input-malformed',
);

/** One file that is looked at as it comes. */
export interface Looking {
  /** The next piece; returns once the program has room for more, or wants no more. */
  readonly see: (piece: Uint8Array) => Promise<void>;
  /** Nothing follows: lets the file pass, or refuses it. */
  readonly verdict: () => Promise<void>;
  /** The file will not come to its end. */
  readonly leave: () => void;
}

/** Lets a file pass, or refuses it: `upload-refused`; `upload-unscreened` where the program gave no verdict. */
export interface Screening {
  (bytes: Uint8Array): Promise<void>;
  /** The same of a file that is never whole in memory. */
  readonly look: () => Looking;
}

/**
 * Runs the program on one file: 0 lets it pass, 1 refuses it, as virus scanners have it; all else is no verdict. For
 * each piece, and for its verdict after the last one, it has so many seconds.
 */
function lookBy(command: readonly string[], seconds: number): Looking {
  const [program = '', ...rest] = command;
  // Nothing of the node's own environment is the program's business, but where programs are.
  const env = { PATH: process.env['PATH'] ?? '' };
  const child = spawn(program, rest, { stdio: ['pipe', 'ignore', 'ignore'], env });
  const ended = new Promise<number | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code ?? undefined));
  });
  let timer: NodeJS.Timeout | undefined;
  const inTime = async <T>(work: Promise<T>): Promise<T> => {
    timer = setTimeout(() => child.kill(), seconds * 1000);
    return await work.finally(() => clearTimeout(timer));
  };
  // A program that has seen enough may close its input before the end.
  child.stdin.on('error', () => undefined);
  return {
    see: async (piece) => {
      if (!child.stdin.writable || child.stdin.write(piece)) return;
      const drained = new Promise<void>((resolve) => {
        child.stdin.once('drain', () => resolve());
        child.stdin.once('close', () => resolve());
      });
      await inTime(Promise.race([drained, ended]));
    },
    verdict: async () => {
      child.stdin.end();
      const verdict = await inTime(ended);
      if (verdict === 0) return;
      if (verdict === 1) throw refuse('upload-refused', 'Sending a file that the screening program refuses.');
      throw refuse('upload-unscreened', `Sending a file on which the screening program gave no verdict.`);
    },
    leave: () => {
      child.kill();
    },
  };
}

/** The screening that a home asks for; undefined where its operator has named no program. */
export async function readScreening(home: string): Promise<Screening | undefined> {
  let text: string;
  try {
    text = await readFile(join(home, SCREENING_FILE), 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return undefined;
    throw refuse('input-malformed', `Reading ${SCREENING_FILE} in the home of the node.`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${SCREENING_FILE} as JSON.`, cause);
  }
  const { command, seconds = SECONDS } = screeningShape(value);
  const look = (): Looking => lookBy(command, seconds);
  const screen = async (bytes: Uint8Array): Promise<void> => {
    const looking = look();
    await looking.see(bytes);
    await looking.verdict();
  };
  return Object.assign(screen, { look });
}
