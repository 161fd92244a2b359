// The officials of the node in memory.
import type { Official } from '../../src/node/node.ts';

const official = (id: string, name: string, roles: Official['roles'], body = 'ua:mfa'): Official => ({
  id,
  name,
  body,
  roles,
  post: { en: `${id} post`, uk: `${id} посада`, sq: `${id} detyra` },
});

/** One who writes, two who approve, one who does both, one who only reads. */
export const OFFICIALS: readonly Official[] = [
  official('writer', 'W. Writer', ['reader', 'drafter']),
  official('first', 'F. First', ['reader', 'approver']),
  official('second', 'S. Second', ['reader', 'approver']),
  official('both', 'B. Both', ['reader', 'drafter', 'approver']),
  official('reader', 'R. Reader', ['reader']),
];
