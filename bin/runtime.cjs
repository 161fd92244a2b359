// Finds a Node.js new enough for Servanda and runs a program of it under that one. Runs itself on Node 14 and later.
'use strict';
const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');

const ROOT = path.dirname(__dirname);
const NEEDED = [24, 18];
/** Where Node.js keeps what it compiled: a command starts a sixth sooner. Where it may not write, it keeps nothing. */
const COMPILED = { NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules', '.cache', 'compiled') };

function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Resolves from the package, wherever a package manager has put its dependencies; undefined where it is absent. */
function resolve(request) {
  try {
    return require.resolve(request, { paths: [ROOT] });
  } catch {
    return undefined;
  }
}

/** Absolute path of a Node.js that can run Servanda: this one, the one from npm, or one on the PATH; or undefined. */
function findNode() {
  if (isNewEnough(process.version) && fs.existsSync(process.execPath)) return process.execPath;
  const packed = resolve(`node-${process.platform}-${process.arch}/package.json`);
  if (packed !== undefined) {
    const binary = path.join(path.dirname(packed), 'bin', 'node');
    if (fs.existsSync(binary)) return binary;
  }
  const found = spawnSync('node', ['-p', 'process.execPath + "\\n" + process.version'], { encoding: 'utf8' });
  const [binary, version] = (found.stdout || '').split('\n');
  return binary && version && isNewEnough(version) ? binary : undefined;
}

/** As `findNode`, but says what to do and ends the process where there is none. */
function needNode() {
  const node = findNode();
  if (node !== undefined) return node;
  console.error(
    `Servanda needs Node.js ${NEEDED.join('.')} or later. This is ${process.version}, and the package\n` +
      `node-${process.platform}-${process.arch}, which carries one, is not installed.\n` +
      'Run "npm ci --include=optional", or install a newer Node.js.',
  );
  return process.exit(1);
}

/** Ends this process as the child ended, so that a caller sees no difference. */
function endAs(code, signal) {
  if (signal === null) process.exit(code === null ? 1 : code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(128 + (os.constants.signals[signal] || 0)), 1000);
}

/**
 * Ends the child when npm was told to end. npm signals only the shell it has put in between, and that shell dies
 * without a word to us: all we see is another parent. Started without npm, losing the parent is what a daemon does.
 */
function followNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 250);
}

/** Input and outputs, and the descriptors that the caller has named to read a passphrase from. */
function descriptors(args) {
  const option = /^--(?:new-)?passphrase-fd(?:=|$)/;
  const named = args
    .flatMap((arg, i) => (option.test(arg) ? [arg.replace(option, '') || args[i + 1]] : []))
    .map(Number)
    .filter((fd) => Number.isInteger(fd) && fd > 2 && fd < 1000);
  const stdio = ['inherit', 'inherit', 'inherit'];
  for (const fd of named) stdio[fd] = fd;
  return Array.from(stdio, (one) => (one === undefined ? 'ignore' : one));
}

/**
 * Runs `src/main.ts` with those arguments in the caller's folder, with its input and output. Signals are passed on. A
 * terminal gives Ctrl-C to the whole group, so there the child has it already and must not get it twice.
 */
function runMain(args) {
  const node = needNode();
  const loader = resolve('tsx');
  if (loader === undefined) {
    console.error(`The dependencies of Servanda are not installed. Run "npm ci" in ${ROOT}.`);
    process.exit(1);
  }
  const child = spawn(node, ['--import', pathToFileURL(loader).href, path.join(ROOT, 'src', 'main.ts'), ...args], {
    stdio: descriptors(args),
    env: { ...COMPILED, ...process.env, TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json') },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  followNpm(child);
  child.on('error', (error) => {
    console.error(`Starting ${node} failed: ${error.message}. On a system without glibc install Node.js yourself.`);
    process.exit(1);
  });
  child.on('exit', endAs);
}

module.exports = { COMPILED, ROOT, findNode, needNode, resolve, runMain };
