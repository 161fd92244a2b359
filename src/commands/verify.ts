// servanda verify: checks an export, or one proof file, offline and without any node.
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { VERIFICATION } from '../node/keys.ts';
import { sha256 } from '../node/store/hashes.ts';
import { type Report, verifyExport, verifyProof } from '../verify.ts';
import { type Command, EXIT, needed, type Said, type World } from './command.ts';

/** Bytes of one file of an export, at most: 256 entries of 64 KiB each, or a part, with room between. */
const FILE_LIMIT = 32 * 1024 * 1024;
const ABSENT: readonly string[] = ['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'];

/**
 * A file as it lies at `path`, inside `folder` where that is given. What is no file there is as if it were not: whoever
 * made an export decides nothing about what else is read here, nor for how long.
 */
async function read(path: string, folder?: string): Promise<Uint8Array | undefined> {
  try {
    const real = await realpath(path);
    if (folder !== undefined && !real.startsWith(`${folder}${sep}`)) return undefined;
    const found = await stat(real);
    if (!found.isFile()) return undefined;
    if (found.size > FILE_LIMIT) throw refuse('export-invalid', `${path} has ${found.size} bytes.`);
    return new Uint8Array(await readFile(real));
  } catch (cause) {
    if (ABSENT.includes((cause as { code?: string }).code ?? '')) return undefined;
    throw cause;
  }
}

async function checkProof(path: string, said: Said, world: World): Promise<number> {
  const proof = await read(path);
  const policy = await read(resolve(world.cwd, needed(said, 'policy')));
  if (proof === undefined || policy === undefined) throw refuse('export-invalid', `Reading ${path} or its policy.`);
  const report = await verifyProof(proof, policy, VERIFICATION);
  if (said.options['json'] === true) world.print(JSON.stringify(report));
  else {
    for (const finding of report.findings) world.print(`${finding.where}: ${finding.code}: ${finding.detail}`);
    world.print(report.ok ? `ok ${report.origin} ${report.index}` : 'not ok');
  }
  return report.ok ? EXIT.done : EXIT.failed;
}

/** The last proof of order in each log, in words. */
function ordered({ order }: Report): readonly string[] {
  const last = [...new Map(order.map((one) => [one.side, one])).values()];
  return last.map(({ side, index, of, size }) => {
    const count = order.filter((one) => one.side === side).length;
    return `Order: ${side} notes ${of} ${count} times, last ${size} entries of it before ${side} ${index + 1}.`;
  });
}

async function checkExport(path: string, said: Said, world: World): Promise<number> {
  const folder = await realpath(path);
  const files = { read: async (name: string) => await read(join(folder, name), folder) };
  const report = await verifyExport(files, VERIFICATION, sha256);
  if (said.options['json'] === true) world.print(JSON.stringify(report));
  else {
    for (const finding of report.findings) world.print(`${finding.where}: ${finding.code}: ${finding.detail}`);
    const logs = report.logs.map((log) => `${log.side} ${log.size}`).join(', ');
    world.print(`${report.ok ? 'ok' : 'not ok'}: ${logs}; ${report.acts} acts, ${report.parts.checked} parts checked.`);
    for (const said of ordered(report)) world.print(said);
    world.print('Checked: bytes, trees, signatures, receipts by the other side. Whether an act is lawful is not.');
  }
  return report.ok ? EXIT.done : EXIT.failed;
}

export const verify: Command = {
  name: 'verify',
  form: 'EXPORT | FILE.tlog-proof --policy FILE',
  summary: 'Checks everything in an export, or one proof file, with nothing but what is in it. Exit code 0: it holds.',
  options: [
    { name: 'policy', value: 'FILE', help: 'The policy against which a proof file is checked.' },
    { name: 'json', help: 'Prints the report as JSON.' },
  ],
  run: async (said, world) => {
    const [given] = said.rest;
    if (given === undefined) throw refuse('usage', 'servanda verify: no export and no proof file is named.');
    const path = resolve(world.cwd, given);
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) throw refuse('export-invalid', `There is nothing at ${path}.`);
    return found.isDirectory() ? await checkExport(path, said, world) : await checkProof(path, said, world);
  },
};
