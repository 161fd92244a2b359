// The officials of the node in memory.
import type { Official } from '../../src/node/node.ts';

const official = (id: string, name: string, roles: Official['roles'], body = 'ua:mfa'): Official => ({
  id,
  name,
  body,
  roles,
  post: { en: `${id} post`, uk: `${id} посада`, sq: `${id} detyra` },
});

/** One who writes, two who approve, one who does both, one who reads, one in three offices, one of another body. */
export const OFFICIALS: readonly Official[] = [
  official('writer', 'W. Writer', ['reader', 'drafter']),
  official('first', 'F. First', ['reader', 'approver']),
  official('second', 'S. Second', ['reader', 'approver']),
  official('both', 'B. Both', ['reader', 'drafter', 'approver']),
  official('reader', 'R. Reader', ['reader']),
  { ...official('twice', 'T. Twice', ['reader', 'drafter']), person: 'twice' },
  { ...official('twice-approver', 'T. Twice', ['reader', 'approver']), person: 'twice' },
  { ...official('twice-elsewhere', 'T. Twice', ['reader'], 'ua:nmaa'), person: 'twice' },
  official('elsewhere', 'E. Elsewhere', ['reader', 'drafter', 'approver'], 'ua:nmaa'),
  official('operator', 'O. Operator', ['operator']),
];
