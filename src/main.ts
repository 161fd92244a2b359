// servanda: the command line, the one place where everything meets.
import { realpathSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { Refusal, REFUSALS } from './act/refusal.ts';
import { backup } from './commands/backup.ts';
import { bench } from './commands/bench.ts';
import { bundle } from './commands/bundle.ts';
import { type Command, EXIT, helpOf, readCommandLine, type World } from './commands/command.ts';
import { epoch } from './commands/epoch.ts';
import { exportRecord } from './commands/export.ts';
import { fsck } from './commands/fsck.ts';
import { init } from './commands/init.ts';
import { keys } from './commands/keys.ts';
import { pin } from './commands/pin.ts';
import { rebuild } from './commands/rebuild.ts';
import { root } from './commands/root.ts';
import { recover } from './commands/recover.ts';
import { restore } from './commands/restore.ts';
import { label } from './commands/label.ts';
import { report } from './commands/report.ts';
import { run } from './commands/run.ts';
import { text } from './commands/text.ts';
import { twin } from './commands/twin.ts';
import { verify } from './commands/verify.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  twin, run, init, pin, keys, epoch, root, verify, exportRecord, report, bundle, backup, restore, fsck, rebuild,
  recover, text, label, bench,
];

function help(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length)) + 2;
  return [
    'servanda COMMAND [options]',
    '',
    'Software that runs an agreement between states.',
    '',
    ...COMMANDS.map((command) => `  ${command.name.padEnd(width)}${command.summary.split('\n')[0]}`),
    '',
    'servanda COMMAND --help tells more. Exit codes: 0 done, 1 refused or failed, 2 called wrongly.',
  ].join('\n');
}

/** Runs a command line; gives the exit code. What is refused is said in one line: what was tried, and what mends it. */
export async function main(argv: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    world.print(help());
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    world.say(`servanda: there is no command ${JSON.stringify(name)}. servanda --help names them.`);
    return EXIT.usage;
  }
  if (rest.includes('--help')) {
    world.print(helpOf(command));
    return EXIT.done;
  }
  try {
    return await command.run(readCommandLine(command, rest), world);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    world.say(`servanda ${name}: ${cause.detail} ${REFUSALS[cause.code]} (${cause.code})`);
    return cause.code === 'usage' ? EXIT.usage : EXIT.failed;
  }
}

/** A line typed at the terminal, not shown. Ctrl-C ends the asking with nothing said. */
async function askSecret(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined;
  process.stderr.write(question);
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typing = createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await new Promise((resolve) => {
      typing.once('line', resolve);
      typing.once('close', () => resolve(undefined));
    });
  } finally {
    typing.close();
    process.stderr.write('\n');
  }
}

/** The process as a world: ends on SIGTERM, on Ctrl-C, or when the twin that started it is gone. */
function processWorld(): World {
  const ended = new Promise<void>((resolve) => {
    // A second signal while stopping changes nothing: what is under way is brought to its end.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
  return {
    env: process.env,
    cwd: process.cwd(),
    print: (line) => process.stdout.write(`${line}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    secret: askSecret,
    ended,
  };
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(realpathSync(started)).href) {
  main(process.argv.slice(2), processWorld()).then(
    (code) => {
      process.exitCode = code;
      // Sockets of a counterpart that does not answer must not hold the process.
      setTimeout(() => process.exit(code), 2000).unref();
    },
    (cause: unknown) => {
      process.stderr.write(`servanda: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
      process.exit(EXIT.failed);
    },
  );
}
