// servanda bench: runs what bench/ measures, and prints it with the machine described.
import { readdir } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { refuse } from '../act/refusal.ts';
import { type Command, EXIT } from './command.ts';

const BENCH = new URL('../../bench/', import.meta.url);

/** One figure. `target` is what proof.md asks of it, where it asks anything. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: string;
}

/** What a measuring is given: where it tells what it does, and whether it may take long. */
export interface Measuring {
  readonly say: (line: string) => void;
  readonly slow: boolean;
}

/** A file of bench/: what it measures, and the measuring. */
export interface Bench {
  readonly summary: string;
  readonly measure: (measuring: Measuring) => Promise<readonly Figure[]>;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${first?.model ?? 'unknown'}, ${memory} GiB, Node ${process.version}`;
}

export const bench: Command = {
  name: 'bench',
  form: '[NAME ...] [--json]',
  summary: 'Measures what bench/ measures: all of it, or what is named. Prints a table, or JSON.',
  options: [{ name: 'json', help: 'Prints JSON.' }],
  run: async (said, world) => {
    const names = (await readdir(BENCH))
      .filter((name) => name.endsWith('.bench.ts'))
      .map((name) => name.slice(0, -9))
      .sort();
    const unknown = said.rest.find((name) => !names.includes(name));
    if (unknown !== undefined) throw refuse('usage', `There is no bench ${unknown}; there are ${names.join(', ')}.`);
    let ending = false;
    void world.ended.then(() => {
      ending = true;
    });
    const slow = (world.env['SLOW'] ?? '') !== '';
    const figures: (Figure & { bench: string })[] = [];
    for (const name of said.rest.length > 0 ? said.rest : names) {
      // Asked to end, it clears away after the measurement under way and begins no other.
      if (ending) break;
      const file = (await import(new URL(`${name}.bench.ts`, BENCH).href)) as { default: Bench };
      world.say(`${name}: ${file.default.summary}`);
      const measured = await file.default.measure({ say: world.say, slow });
      figures.push(...measured.map((figure) => ({ bench: name, ...figure })));
    }
    if (said.options['json'] === true) world.print(JSON.stringify({ machine: machine(), figures }));
    else {
      world.print(machine());
      for (const { name, value, unit, target } of figures) {
        const shown = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1);
        world.print(`${name.padEnd(60)} ${shown.padStart(10)} ${unit.padEnd(8)} ${target ?? ''}`.trimEnd());
      }
    }
    return EXIT.done;
  },
};
