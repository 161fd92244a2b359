// Uploading entries to a mirror: the body of add-entries, its packages of 256, written and read piece by piece.
import { checkSize, concat, fromUtf8, readUint16, readUint64, uint16, uint64, utf8 } from './bytes.ts';
import { checkOrigin, ORIGIN_LIMIT } from './checkpoint.ts';
import { LogError } from './error.ts';
import { checkProof } from './lines.ts';
import { TICKET_LIMIT } from './mirror.ts';
import { PROOF_LIMIT, verifySubtreeConsistency } from './proof.ts';
import { formatEntries, TILE_WIDTH } from './tile.ts';
import { digest, HASH_SIZE, leafHashes, rootOf, type Hash, type Sha256 } from './tree.ts';

/** Packages are cut at multiples of this many entries. */
export const PACKAGE_WIDTH = TILE_WIDTH;
/** Packages in one request. c2sp.org/tlog-mirror asks clients not to send more; what comes after is not read. */
export const PACKAGES_LIMIT = 32;

/** What opens a request: which log, which entries `[start, end)`, and the mirror's ticket. */
export interface UploadHeader {
  readonly origin: string;
  readonly start: number;
  /** Size of a pending checkpoint of the mirror. */
  readonly end: number;
  /** Opaque bytes from the mirror, or none. */
  readonly ticket: Uint8Array;
}

/** Which entries a package holds, and over which subtree it is proven. */
export interface PackageRange {
  /** Start of the subtree `[base, end)`: a multiple of 256, not above `start`. */
  readonly base: number;
  /** First and one past the last index of the entries. */
  readonly start: number;
  readonly end: number;
}

/** A package: its entries, and the subtree consistency proof from `[base, end)` to the tree of the header's `end`. */
export interface EntryPackage extends PackageRange {
  readonly entries: readonly Uint8Array[];
  readonly proof: readonly Hash[];
}

/**
 * How a request ended: with the last package of the canonical sequence; before it, at the end of a package or after
 * 32; or amid a package, whose bytes are dropped, as c2sp.org/tlog-mirror asks.
 */
export type UploadEnd = 'complete' | 'prefix' | 'truncated';

/** Number of packages of `[start, end)`. `range-invalid` where `start > end`. */
export function packageCount(start: number, end: number): number {
  checkSize(start, 'the start of an upload');
  checkSize(end, 'the end of an upload');
  if (start > end) throw new LogError('range-invalid', `Uploading the entries [${start}, ${end}).`);
  if (start === end) return 0;
  return Math.ceil(end / PACKAGE_WIDTH) - Math.floor(start / PACKAGE_WIDTH);
}

/** Package `i` of the canonical sequence of `[start, end)`. `range-invalid` where there is no such package. */
export function packageRange(start: number, end: number, i: number): PackageRange {
  if (i < 0 || i >= packageCount(start, end)) {
    throw new LogError('range-invalid', `Taking package ${i} of the entries [${start}, ${end}).`);
  }
  const base = (Math.floor(start / PACKAGE_WIDTH) + i) * PACKAGE_WIDTH;
  return { base, start: Math.max(start, base), end: Math.min(end, base + PACKAGE_WIDTH) };
}

/**
 * The header's bytes: origin after its length in 2 bytes, start and end in 8 bytes each, ticket after its length in
 * 2 bytes, all big-endian. `line-invalid`, `limit-exceeded`, `number-invalid`, `range-invalid`.
 * Source: c2sp.org/tlog-mirror, "add-entries", "Request Body".
 */
export function encodeUploadHeader(header: UploadHeader): Uint8Array {
  const { start, end, ticket } = header;
  const origin = utf8(checkOrigin(header.origin));
  packageCount(start, end);
  if (ticket.length > TICKET_LIMIT) throw new LogError('limit-exceeded', `Sending a ticket of ${ticket.length} bytes.`);
  return concat(uint16(origin.length), origin, uint64(start), uint64(end), uint16(ticket.length), ticket);
}

/**
 * A package's bytes: each entry after its length in 2 bytes big-endian, the number of hashes in 1 byte, the hashes.
 * `range-invalid` where the entries are not `end - start`, 1 to 256; `limit-exceeded`, `hash-invalid`.
 */
export function encodePackage(part: EntryPackage): Uint8Array {
  const { start, end, entries, proof } = part;
  if (entries.length !== end - start || entries.length < 1 || entries.length > PACKAGE_WIDTH) {
    throw new LogError('range-invalid', `Sending ${entries.length} entries as [${start}, ${end}).`);
  }
  return concat(formatEntries(entries), Uint8Array.of(checkProof(proof).length), ...proof);
}

/**
 * A whole body: the header and the first packages of its canonical sequence, at most 32. `range-invalid` where a
 * package is not the one due; else as `encodeUploadHeader` and `encodePackage`.
 */
export function encodeAddEntries(header: UploadHeader, packages: readonly EntryPackage[]): Uint8Array {
  if (packages.length > PACKAGES_LIMIT) {
    throw new LogError('limit-exceeded', `Sending ${packages.length} packages at once.`);
  }
  const chunks = packages.map((part, i) => {
    const due = packageRange(header.start, header.end, i);
    if (part.base !== due.base || part.start !== due.start || part.end !== due.end) {
      throw new LogError('range-invalid', `Sending [${part.start}, ${part.end}) as package ${i}.`);
    }
    return encodePackage(part);
  });
  return concat(encodeUploadHeader(header), ...chunks);
}

/** Bytes that have come and are not yet read. Joins in amortised linear time, however small the pieces. */
class Inbox {
  #bytes = new Uint8Array(0);
  #from = 0;
  #to = 0;

  get length(): number {
    return this.#to - this.#from;
  }

  push(chunk: Uint8Array): void {
    if (this.#to + chunk.length > this.#bytes.length) {
      const grown = new Uint8Array(2 * (this.length + chunk.length));
      grown.set(this.#bytes.subarray(this.#from, this.#to));
      this.#to = this.length;
      this.#from = 0;
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.#to);
    this.#to += chunk.length;
  }

  /** The next byte, or undefined where it has not come yet. */
  get first(): number | undefined {
    return this.length < 1 ? undefined : this.#bytes[this.#from];
  }

  /** The two-byte integer `at` bytes ahead, or undefined where it has not come yet. */
  uint16At(at: number): number | undefined {
    return this.length < at + 2 ? undefined : readUint16(this.#bytes, this.#from + at);
  }

  /** The next `count` bytes as a copy, or undefined where they have not all come yet. */
  take(count: number): Uint8Array | undefined {
    if (this.length < count) return undefined;
    this.#from += count;
    return this.#bytes.slice(this.#from - count, this.#from);
  }
}

/** Bytes handed to the reader at once where the whole body is at hand. */
const PIECE = 65_536;

/**
 * Reads the body of add-entries as it comes. `push` takes any piece of it and gives the packages that this piece
 * completes, in order; each can be verified (`verifyPackage`) and committed before the next. It holds at most one
 * package: 16.8 MB where its 256 entries have all 65,535 bytes.
 *
 * After an error it must not be used further. Packages given before remain good.
 */
export class AddEntriesReader {
  /** Known once its bytes have come. */
  header: UploadHeader | undefined;
  readonly #inbox = new Inbox();
  #read = 0;
  #total = 0;
  #entries: Uint8Array[] = [];

  /** Whether nothing more is read: all packages have come, or 32. */
  get done(): boolean {
    return this.header !== undefined && this.#read === Math.min(this.#total, PACKAGES_LIMIT);
  }

  /**
   * `number-invalid`, `range-invalid`, `line-invalid`, `text-invalid` for the header; `limit-exceeded` for a proof of
   * more than 63 hashes; `trailing` for bytes after the last package of the canonical sequence.
   */
  push(chunk: Uint8Array): readonly EntryPackage[] {
    const packages: EntryPackage[] = [];
    for (let at = 0; at < chunk.length; at += PIECE) {
      if (this.done && this.#read < this.#total) break;
      this.#inbox.push(chunk.subarray(at, at + PIECE));
      this.header ??= this.#takeHeader();
      if (this.header === undefined) continue;
      while (!this.done) {
        const part = this.#takePackage(packageRange(this.header.start, this.header.end, this.#read));
        if (part === undefined) break;
        packages.push(part);
        this.#read++;
        this.#entries = [];
      }
      if (this.#read === this.#total && this.#inbox.length > 0) {
        throw new LogError('trailing', `Reading the entries [${this.header.start}, ${this.header.end}).`);
      }
    }
    return packages;
  }

  /** Says how the request ended, once no more bytes come. `truncated` where not even the header has come. */
  end(): UploadEnd {
    if (this.header === undefined) throw new LogError('truncated', 'Reading the header of an upload.');
    if (this.#read === this.#total) return 'complete';
    return this.done || (this.#entries.length === 0 && this.#inbox.length === 0) ? 'prefix' : 'truncated';
  }

  #takeHeader(): UploadHeader | undefined {
    const originSize = this.#inbox.uint16At(0);
    if (originSize === undefined) return undefined;
    if (originSize > ORIGIN_LIMIT) throw new LogError('limit-exceeded', `Reading an origin of ${originSize} bytes.`);
    const ticketSize = this.#inbox.uint16At(2 + originSize + 16);
    if (ticketSize === undefined) return undefined;
    const bytes = this.#inbox.take(2 + originSize + 16 + 2 + ticketSize);
    if (bytes === undefined) return undefined;
    const origin = fromUtf8(bytes.subarray(2, 2 + originSize));
    if (origin === undefined) throw new LogError('text-invalid', 'Reading the origin of an upload.');
    const start = readUint64(bytes, 2 + originSize);
    const end = readUint64(bytes, 10 + originSize);
    if (start === undefined || end === undefined) {
      throw new LogError('number-invalid', 'Reading the start and end of an upload.');
    }
    this.#total = packageCount(start, end);
    return { origin: checkOrigin(origin), start, end, ticket: bytes.slice(20 + originSize) };
  }

  #takePackage(range: PackageRange): EntryPackage | undefined {
    while (this.#entries.length < range.end - range.start) {
      const size = this.#inbox.uint16At(0);
      const entry = size === undefined ? undefined : this.#inbox.take(2 + size);
      if (entry === undefined) return undefined;
      this.#entries.push(entry.subarray(2));
    }
    const count = this.#inbox.first;
    if (count === undefined) return undefined;
    if (count > PROOF_LIMIT) throw new LogError('limit-exceeded', `Reading a proof of ${count} hashes.`);
    const bytes = this.#inbox.take(1 + count * HASH_SIZE);
    if (bytes === undefined) return undefined;
    const proof: Hash[] = [];
    for (let at = 1; at < bytes.length; at += HASH_SIZE) proof.push(bytes.slice(at, at + HASH_SIZE));
    return { ...range, entries: this.#entries, proof };
  }
}

/** A body read as a whole. */
export interface AddEntries {
  readonly header: UploadHeader;
  readonly packages: readonly EntryPackage[];
  readonly end: UploadEnd;
}

/** Reads a whole body at once, for bodies that the caller has bounded. Errors as of `AddEntriesReader`. */
export function parseAddEntries(body: Uint8Array): AddEntries {
  const reader = new AddEntriesReader();
  const packages = reader.push(body);
  const end = reader.end();
  return { header: reader.header as UploadHeader, packages, end };
}

/**
 * The leaf hashes of a package's entries where its proof shows that they stand at `[start, end)` in the tree of
 * `size` with hash `root`, else undefined. `before` are the leaf hashes `[base, start)`, which the mirror holds
 * already; `size` is the header's `end`. Source: c2sp.org/tlog-mirror, "add-entries", "Processing".
 */
export function verifyPackage(
  part: EntryPackage, before: readonly Hash[], size: number, root: Hash, sha: Sha256 = digest,
): readonly Hash[] | undefined {
  const leaves = leafHashes(part.entries, sha);
  if (before.length !== part.start - part.base || leaves.length !== part.end - part.start) return undefined;
  const subtree = rootOf([...before, ...leaves], sha);
  return verifySubtreeConsistency(part.base, part.end, size, part.proof, subtree, root) ? leaves : undefined;
}
