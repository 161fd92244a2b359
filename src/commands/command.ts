// A command: what it is called with, what it does, how it ends.
import { parseArgs } from 'node:util';
import { refuse } from '../act/refusal.ts';

/** An option: a flag, or a value named in capitals in the help. */
export interface Option {
  readonly name: string;
  /** What stands for the value in the help; absent for a flag. */
  readonly value?: string;
  readonly help: string;
}

/** The world a command runs in; passed in, so that tests can watch. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder against which paths are read. */
  readonly cwd: string;
  /** A line for whoever reads the output; results go here. */
  readonly print: (line: string) => void;
  /** A line for whoever watches; progress and errors go here. */
  readonly say: (line: string) => void;
  /** Asks a person at the terminal for a line that is not shown; undefined where there is no terminal. */
  readonly secret: (question: string) => Promise<string | undefined>;
  /** Resolves when the process is asked to end. */
  readonly ended: Promise<void>;
}

/** What was given on the command line: options by name, and the rest in order. */
export interface Said {
  readonly options: Readonly<Record<string, string | true | undefined>>;
  readonly rest: readonly string[];
}

/** Exit codes: done; refused or failed; called wrongly. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

export interface Command {
  readonly name: string;
  /** What follows the name in the help. */
  readonly form: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Gives the exit code. Refusals are thrown and printed by main. */
  readonly run: (said: Said, world: World) => Promise<number>;
}

/** Reads a command line; what cannot be read is the refusal `usage`. */
export function readCommandLine(command: Command, argv: readonly string[]): Said {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: Object.fromEntries(
        command.options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
      ),
    });
    return { options: values as Said['options'], rest: positionals };
  } catch (cause) {
    throw refuse('usage', `servanda ${command.name}: ${(cause as Error).message}.`, cause);
  }
}

/** The help of a command. */
export function helpOf(command: Command): string {
  const left = (option: Option): string => `  --${option.name}${option.value === undefined ? '' : ` ${option.value}`}`;
  const width = Math.max(...command.options.map((option) => left(option).length), 8) + 2;
  const options = [...command.options, { name: 'help', help: 'Shows this.' }];
  return [
    `servanda ${command.name} ${command.form}`.trimEnd(),
    '',
    command.summary,
    '',
    ...options.map((option) => `${left(option).padEnd(width)}${option.help}`),
  ].join('\n');
}

/** The text of an option, or undefined. */
export function textOf(said: Said, name: string): string | undefined {
  const value = said.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The text of an option that must be there. */
export function needed(said: Said, name: string): string {
  const value = textOf(said, name);
  if (value === undefined) throw refuse('usage', `--${name} is missing.`);
  return value;
}

/** A port given as an option. */
export function portOf(said: Said, name: string): number | undefined {
  const text = textOf(said, name);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw refuse('usage', `--${name} ${text} is no port. Give 0 to 65535.`);
  return port;
}

/** A whole number given as an option. */
export function numberOf(said: Said, name: string): number | undefined {
  const text = textOf(said, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw refuse('usage', `--${name} ${text} is no number.`);
  return Number(text);
}
