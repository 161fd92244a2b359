// A second process for the tests: opens the cluster of the home it is given, says so, and stays until it is killed.
import { openCluster } from '../../src/node/store/postgres.ts';

const home = process.argv[2] ?? '';
const cluster = await openCluster({ home, say: (line) => process.stdout.write(`${line}\n`) });
process.stdout.write(`open ${cluster.pid}\n`);
process.stdin.resume();
