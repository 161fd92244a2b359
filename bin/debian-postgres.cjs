// A second PostgreSQL for the tests, older than the embedded one: that of Debian, in a temporary folder.
'use strict';
const { spawn, spawnSync } = require('child_process');
const crypto = require('crypto');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');
const { aptInstall, isRootOnDebian } = require('./chromium.cjs');

const FOLDER = '/usr/lib/postgresql';
const OLDEST = 15;
const READY_LIMIT_MS = 60000;

/** The folder with the programs of the newest installed version from 15 on, or undefined. */
function installed() {
  const versions = fs.existsSync(FOLDER) ? fs.readdirSync(FOLDER).map(Number) : [];
  const usable = versions.filter((one) => one >= OLDEST && fs.existsSync(`${FOLDER}/${one}/bin/postgres`));
  return usable.length === 0 ? undefined : `${FOLDER}/${Math.max(...usable)}/bin`;
}

/** Uid and gid to run a server with: our own, or for root those of postgres or nobody. */
function account() {
  if (process.getuid() !== 0) return {};
  const users = fs.readFileSync('/etc/passwd', 'utf8');
  const found = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) || /^nobody:[^:]*:(\d+):(\d+):/m.exec(users);
  return found === null ? { uid: 65534, gid: 65534 } : { uid: Number(found[1]), gid: Number(found[2]) };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function isReady(data) {
  try {
    return (fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[7] || '').trim() === 'ready';
  } catch {
    return false;
  }
}

/** Makes a database in `folder`; undefined, or what initdb says is wrong. */
function makeData(programs, folder, password, as) {
  const file = path.join(folder, 'password');
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (as.uid !== undefined) for (const one of [folder, file]) fs.chownSync(one, as.uid, as.gid);
  const args = ['-D', path.join(folder, 'data'), '-U', 'servanda', `--pwfile=${file}`, '--auth=scram-sha-256'];
  const result = spawnSync(`${programs}/initdb`, [...args, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...as,
    cwd: '/',
    env: { HOME: folder, PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
  });
  return result.status === 0 ? undefined : (result.stderr || String(result.error)).trim();
}

/** A server from those programs, as { url, version, stop }; throws where it does not start. */
async function start(programs) {
  const as = account();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'servanda-debian-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const password = crypto.randomBytes(16).toString('hex');
  const data = path.join(folder, 'data');
  const wrong = makeData(programs, folder, password, as);
  if (wrong !== undefined) {
    remove();
    throw new Error(wrong);
  }
  const port = await freePort();
  const address = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '' };
  const settings = { ...address, max_connections: 200, fsync: 'off' };
  const args = Object.keys(settings).reduce((all, name) => [...all, '-c', `${name}=${settings[name]}`], ['-D', data]);
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  const options = { ...as, cwd: '/', env: { HOME: folder, LC_ALL: 'C.UTF-8' }, stdio: ['ignore', log, log] };
  const child = spawn(`${programs}/postgres`, args, options);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    remove();
  };
  for (const limit = Date.now() + READY_LIMIT_MS; !isReady(data); ) {
    if (child.exitCode !== null || Date.now() > limit) {
      const said = fs.readFileSync(path.join(folder, 'log'), 'utf8').trim();
      await stop();
      throw new Error(said);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const version = spawnSync(`${programs}/postgres`, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return { url: `postgres://servanda:${password}@127.0.0.1:${port}/postgres`, version, stop };
}

/** The folder with Debian's programs, installed first where this is root on Debian; undefined where there is none. */
function debianPrograms() {
  if (installed() === undefined && isRootOnDebian()) aptInstall(['postgresql-15']);
  return installed();
}

/** The second server: the one of DATABASE_URL, or one of Debian started here; otherwise { missing: why }. */
async function secondPostgres() {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, version: 'the PostgreSQL of DATABASE_URL', stop: async () => undefined };
  const programs = debianPrograms();
  if (programs === undefined) return { missing: `there is no DATABASE_URL, and no PostgreSQL in ${FOLDER}` };
  try {
    return await start(programs);
  } catch (error) {
    return { missing: `PostgreSQL of ${programs} does not start: ${error.message}` };
  }
}

module.exports = { account, debianPrograms, secondPostgres };
