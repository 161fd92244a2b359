// npm test: types, lint, all tests on the embedded PostgreSQL, and those of nodes on an older one; then the counts.
'use strict';
const { spawn } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { findChromium } = require('./chromium.cjs');
const { secondPostgres } = require('./debian-postgres.cjs');
const { ensureInstalled } = require('./install.cjs');
const { COMPILED, ROOT, needNode } = require('./runtime.cjs');

const LINTED = ['src', 'test', 'bench'];
// What depends on the server it is given. The launcher's own tests start their own, so twice would prove nothing.
const ON_SECOND = ['test/twin/', 'test/node/', 'test/fault/'];
const NOT_ON_SECOND = ['test/node/postgres.test.ts', 'test/node/binaries.test.ts', 'test/node/home.test.ts'];

const counts = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
/** What must be undone when this process is stopped half way. */
const running = new Set();

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
    running.add(child);
    child.on('error', (error) => {
      running.delete(child);
      console.error(`Starting ${command} failed: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code === null ? 1 : code);
    });
  });
}

/** One check that is one test: it passes or it fails. */
async function check(name, command, args, env) {
  console.log(`\n== ${name}`);
  const code = await run(command, args, env);
  counts[code === 0 ? 'passed' : 'failed'] += 1;
  console.log(code === 0 ? `${name}: passed` : `${name}: FAILED`);
}

/** Adds up a report of vitest. A file that could not be read and an error outside of any test are failures as well. */
function addUp(report, code) {
  const failedBefore = counts.failed;
  if (fs.existsSync(report)) {
    for (const file of JSON.parse(fs.readFileSync(report, 'utf8')).testResults) {
      // What could not run says so in its name, and counts as nothing but that.
      const ran = file.assertionResults.filter((one) => !one.title.startsWith('NOT RUN: '));
      for (const one of file.assertionResults) if (!ran.includes(one)) notRun.push(one.title.slice('NOT RUN: '.length));
      const of = (status) => ran.filter((one) => one.status === status).length;
      const passed = of('passed');
      const failed = of('failed');
      counts.passed += passed;
      counts.failed += failed;
      counts.skipped += ran.length - passed - failed;
      if (failed === 0 && file.status === 'failed') counts.failed += 1;
    }
  }
  if (code !== 0 && counts.failed === failedBefore) counts.failed += 1;
}

async function vitest(node, name, args, env) {
  console.log(`\n== ${name}`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'servanda-report-'));
  const report = path.join(folder, 'report.json');
  const program = path.join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(node, [program, 'run', ...reporters, ...args], env);
  addUp(report, code);
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The environment of all that runs here: a current Node first on the PATH, and no database but the one given. */
function environment(node, chromium) {
  const paths = [path.dirname(node), path.join(ROOT, 'node_modules', '.bin'), process.env.PATH || ''];
  const env = { ...COMPILED, ...process.env, PATH: paths.join(path.delimiter) };
  delete env.DATABASE_URL;
  delete env.CHROMIUM_PATH;
  return chromium === undefined ? env : { ...env, CHROMIUM_PATH: chromium };
}

async function all(node, env) {
  const bin = (name, file) => path.join(ROOT, 'node_modules', name, file);
  await check('types', node, [bin('typescript', 'bin/tsc'), '--noEmit', '-p', ROOT], env);
  const folders = LINTED.filter((name) => fs.existsSync(path.join(ROOT, name)));
  await check('lint', node, [bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings', ...folders], env);
  await vitest(node, 'all tests, on the embedded PostgreSQL', [], env);
  const second = await secondPostgres();
  if (second.missing !== undefined) {
    notRun.push(`the tests of nodes on a PostgreSQL 15 or later that is not the embedded one: ${second.missing}`);
    return;
  }
  running.add({ kill: second.stop });
  const left = NOT_ON_SECOND.map((file) => `--exclude=${file}`);
  const with2 = { ...env, DATABASE_URL: second.url };
  await vitest(node, `tests of nodes, on ${second.version}`, [...ON_SECOND, ...left], with2);
  await second.stop();
}

async function main(args) {
  ensureInstalled(true);
  const node = needNode();
  const chromium = findChromium(node, args.length === 0);
  if (chromium === undefined) notRun.push('the tests in a browser: no Chromium was found. Set CHROMIUM_PATH');
  const env = environment(node, chromium);
  if (args.length === 0) await all(node, env);
  else await vitest(node, 'chosen tests, on the embedded PostgreSQL', args, env);
  for (const what of notRun) console.log(`NOT RUN: ${what}.`);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped: a test was given up when one before it failed.`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    await Promise.all([...running].map((one) => one.kill(signal)));
    process.exit(1);
  });
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  console.log(`${counts.passed} passed, ${counts.failed + 1} failed`);
  process.exitCode = 1;
});
