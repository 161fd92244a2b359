// Litewitness as a process of its own, with an ssh-agent that holds its key, on loopback, over a folder that goes.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { base64 } from '../../src/act/bytes.ts';
import { emptyRoot } from '../../src/log/tree.ts';
import { freePort } from '../setup/ports.ts';

export interface Litewitness {
  /** Its written key, as it says it. */
  readonly key: string;
  readonly url: string;
  /** Lets it know a log. */
  readonly know: (origin: string, key: string) => void;
  readonly stop: () => Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

async function there(path: string): Promise<void> {
  for (const end = Date.now() + 10_000; (await stat(path).catch(() => undefined)) === undefined; ) {
    if (Date.now() > end) throw new Error(`litewitness: ${path} does not come`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until it listens, and gives the key it says it has. */
async function vkeyOf(child: ChildProcess): Promise<string> {
  let said = '';
  return await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`litewitness: it ended: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const key = /vkey="?([^\s"]+)/.exec(said)?.[1];
      if (key !== undefined && said.includes('msg=listening')) resolve(key);
    });
  });
}

export async function startLitewitness(program: string, name: string): Promise<Litewitness> {
  const folder = await mkdtemp(join(tmpdir(), 'servanda-witness-'));
  const [socket, key, database] = ['agent.sock', 'key', 'witness.db'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ];
  const agent = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
  await there(socket);
  const made = spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const added = spawnSync('ssh-add', ['-q', key], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
  if (made.status !== 0 || added.status !== 0) throw new Error('litewitness: no key in the agent');
  const print = /SHA256:\S+/.exec(spawnSync('ssh-keygen', ['-lf', key], { encoding: 'utf8' }).stdout)?.[0] ?? '';
  const port = await freePort();
  const flags = ['-name', name, '-db', database, '-ssh-agent', socket, '-key', print];
  const child = spawn(program, [...flags, '-listen', `127.0.0.1:${port}`], { stdio: ['ignore', 'ignore', 'pipe'] });
  const written = await vkeyOf(child);
  return {
    key: written,
    url: `http://127.0.0.1:${port}`,
    know: (origin, log) => {
      const db = new DatabaseSync(database);
      db.prepare('insert into log (origin, tree_size, tree_hash) values (?, 0, ?)').run(origin, base64(emptyRoot()));
      db.prepare('insert into key (origin, key) values (?, ?)').run(origin, log);
      db.close();
    },
    stop: async () => {
      await ended(child);
      await ended(agent);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
