// A trust policy: which logs are known, which witnesses, and whose cosignatures make a checkpoint good enough.
import { base64, fromBase64, fromUtf8, parseDecimal } from './bytes.ts';
import { LogError } from './error.ts';

/** Bytes of a policy, and lines of it. */
export const POLICY_LIMIT = 262_144;
const LINES_LIMIT = 4096;
/** The predefined name of a quorum that asks for nothing. */
const NONE = 'none';

/** A witness as the policy names it. `key` is a verifier key (vkey) of c2sp.org/signed-note. */
export interface PolicyWitness {
  readonly name: string;
  readonly key: string;
  readonly url: string | undefined;
}

/** At least `threshold` of `members`, each a witness or a group named before. */
interface Group {
  readonly threshold: number;
  readonly members: readonly string[];
}

/** A policy as read. Source: c2sp.org/tlog-policy. */
export interface Policy {
  readonly logs: readonly { readonly key: string; readonly url: string | undefined }[];
  readonly witnesses: readonly PolicyWitness[];
  readonly groups: ReadonlyMap<string, Group>;
  /** Name of a witness or a group, or "none". */
  readonly quorum: string;
}

// Every control character but tab and newline, and DEL.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f]/;

// Name, id, and base64, which may hold a plus itself.
const VKEY = /^[^\s+]+\+[0-9a-f]{8}\+([A-Za-z0-9+/]+={0,2})$/;

/** The public key inside a vkey, as base64: two vkeys around one key are duplicates, whatever their names. */
function keyInside(vkey: string): string {
  const material = fromBase64(VKEY.exec(vkey)?.[1] ?? '');
  if (material === undefined || material.length < 2) {
    throw new LogError('line-invalid', `Reading the key ${JSON.stringify(vkey.slice(0, 120))}.`);
  }
  return base64(material.subarray(1));
}

class Reading {
  readonly logs: { key: string; url: string | undefined }[] = [];
  readonly witnesses: PolicyWitness[] = [];
  readonly groups = new Map<string, Group>();
  quorum: string | undefined;
  readonly #keys = { log: new Set<string>(), witness: new Set<string>() };
  readonly #members = new Set<string>();

  #newKey(of: 'log' | 'witness', vkey: string, line: string): string {
    const inside = keyInside(vkey);
    if (this.#keys[of].has(inside)) throw malformed(line);
    this.#keys[of].add(inside);
    return vkey;
  }

  #newName(name: string, line: string): string {
    if (name === NONE || this.#known(name)) throw malformed(line);
    return name;
  }

  #known(name: string): boolean {
    return this.groups.has(name) || this.witnesses.some((witness) => witness.name === name);
  }

  take(line: string, [word, ...items]: readonly string[]): void {
    const [first, second] = items;
    if (word === 'log' && first !== undefined && items.length <= 2) {
      this.logs.push({ key: this.#newKey('log', first, line), url: second });
    } else if (word === 'witness' && first !== undefined && second !== undefined && items.length <= 3) {
      const name = this.#newName(first, line);
      this.witnesses.push({ name, key: this.#newKey('witness', second, line), url: items[2] });
    } else if (word === 'group' && first !== undefined && second !== undefined) {
      this.groups.set(this.#newName(first, line), this.#group(second, items.slice(2), line));
    } else if (word === 'quorum' && first !== undefined && items.length === 1 && this.quorum === undefined) {
      if (first !== NONE && !this.#known(first)) throw malformed(line);
      this.quorum = first;
    } else throw malformed(line);
  }

  #group(threshold: string, members: readonly string[], line: string): Group {
    for (const member of members) {
      if (!this.#known(member) || this.#members.has(member)) throw malformed(line);
      this.#members.add(member);
    }
    const least = threshold === 'all' ? members.length : threshold === 'any' ? 1 : parseDecimal(threshold);
    if (least === undefined || least < 1 || least > members.length) throw malformed(line);
    return { threshold: least, members };
  }
}

function malformed(line: string): LogError {
  return new LogError('line-invalid', `Reading the policy line ${JSON.stringify(line.slice(0, 160))}.`);
}

/**
 * Reads a policy. Keys are given as they are written: their reader is whoever verifies. `limit-exceeded`,
 * `text-invalid`, `line-invalid` (also for a missing quorum, a name unknown or given twice, a key given twice).
 */
export function parsePolicy(bytes: Uint8Array): Policy {
  if (bytes.length > POLICY_LIMIT) throw new LogError('limit-exceeded', `Reading a policy of ${bytes.length} bytes.`);
  const text = fromUtf8(bytes);
  if (text === undefined || FORBIDDEN.test(text)) throw new LogError('text-invalid', 'Reading a policy.');
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new LogError('text-invalid', 'Reading a policy whose last line does not end.');
  if (lines.length > LINES_LIMIT) throw new LogError('limit-exceeded', `Reading a policy of ${lines.length} lines.`);
  const reading = new Reading();
  for (const line of lines) {
    const items = line.split(/[ \t]+/).filter((item) => item !== '');
    if (items.length > 0 && items[0]?.startsWith('#') !== true) reading.take(line, items);
  }
  const { quorum } = reading;
  if (quorum === undefined) throw new LogError('line-invalid', 'Reading a policy without a quorum.');
  return { logs: reading.logs, witnesses: reading.witnesses, groups: reading.groups, quorum };
}

/** Whether the cosignatures of these witnesses, by the policy's names, make its quorum. */
export function isQuorum(policy: Policy, cosigned: ReadonlySet<string>): boolean {
  const stands = (name: string): boolean => {
    const group = policy.groups.get(name);
    if (group === undefined) return cosigned.has(name);
    return group.members.filter(stands).length >= group.threshold;
  };
  return policy.quorum === NONE || stands(policy.quorum);
}
