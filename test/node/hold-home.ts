// A second process for the tests: claims the home it is given, says so, and holds it until its input ends.
import { Refusal } from '../../src/act/refusal.ts';
import { claimHome } from '../../src/node/store/home.ts';

try {
  await claimHome(process.argv[2] ?? '');
  process.stdout.write('held\n');
} catch (cause) {
  if (!(cause instanceof Refusal)) throw cause;
  process.stdout.write(`${cause.code}\n`);
}
process.stdin.resume();
