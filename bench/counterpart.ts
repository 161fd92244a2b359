// The other node of a measurement, as a process of its own: ready when it says so, ended by the end of its input.
import { openSide, readSide } from './side.ts';

const home = process.argv[2];
if (home === undefined) throw new Error('counterpart: the home is missing');
const side = await readSide(home);
const running = await openSide(home, side);
// Ctrl-C in a terminal reaches this process too, and a killed measurement sends nothing: only the input's end counts.
for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.stdin.resume();
process.stdin.once('end', () => {
  running.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write('ready\n');
