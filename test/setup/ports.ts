// Free ports of the loopback, from below those that a system gives to its outgoing connections.
import { createServer } from 'node:net';

/** From 32768 on Linux gives ports to outgoing connections, also between finding one free and listening at it. */
const [FIRST, LAST] = [10_000, 32_700] as const;
/** Those found before by this process: nobody may be listening there yet. */
const given = new Set<number>();

async function isFree(port: number): Promise<boolean> {
  if (given.has(port)) return false;
  return await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** The first of `size` free ports beside each other, searched from a place of chance: another run searches as well. */
export async function freeBlock(size: number): Promise<number> {
  for (let tries = 0; tries < 200; tries++) {
    const first = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const ports = Array.from({ length: size }, (_, i) => first + i);
    if (!(await Promise.all(ports.map(isFree))).every(Boolean)) continue;
    for (const port of ports) given.add(port);
    return first;
  }
  throw new Error(`ports: no ${size} free ports beside each other`);
}

export const freePort = async (): Promise<number> => await freeBlock(1);

/** Two, as a command line takes them. */
export const twoPorts = async (): Promise<readonly [string, string]> => [
  String(await freePort()),
  String(await freePort()),
];
