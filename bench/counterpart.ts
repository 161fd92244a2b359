// The other node of a measurement, as a process of its own: opened on a home, ready when it says so, ended by SIGTERM.
import { openSide, readSide } from './side.ts';

const home = process.argv[2];
if (home === undefined) throw new Error('counterpart: the home is missing');
const side = await readSide(home);
const running = await openSide(home, side);
process.once('SIGTERM', () => {
  running.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.stdout.write('ready\n');
