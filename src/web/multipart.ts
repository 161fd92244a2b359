// A form in several parts as it comes: each part with its bytes as they come, never a whole one in memory.
import { refuse } from '../act/refusal.ts';

/** Bytes of the head of one part, at most. */
const HEAD_BYTES = 8192;
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const END = Buffer.from('\r\n');
const HEAD_END = Buffer.from('\r\n\r\n');

/** One part. `content` must be read before the next part is asked for; what is left of it is passed over. */
export interface FormPart {
  readonly name: string;
  /** As it was sent; undefined where the part is no file. */
  readonly file: string | undefined;
  readonly type: string;
  readonly content: AsyncIterable<Uint8Array>;
}

const malformed = (cause?: unknown): Error =>
  refuse('input-malformed', 'A form with files does not read as one.', cause);

/** What has come and was not taken yet. */
class Coming {
  readonly #from: AsyncIterator<Uint8Array>;
  // RFC 2046 counts the line end before a boundary to it: so the first one is found as the others are.
  #held: Buffer = Buffer.from(END);

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#from = body[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const next = await this.#from.next();
    if (next.done === true) throw malformed();
    this.#held = Buffer.concat([this.#held, next.value]);
  }

  /** Gives out what stands before `mark`, and takes the mark away. */
  async *before(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const found = this.#held.indexOf(mark);
      const sure = found < 0 ? Math.max(0, this.#held.length - mark.length + 1) : found;
      const piece = this.#held.subarray(0, sure);
      this.#held = this.#held.subarray(found < 0 ? sure : found + mark.length);
      if (piece.length > 0) yield piece;
      if (found >= 0) return;
      await this.#more();
    }
  }

  async text(mark: Buffer, limit: number): Promise<string> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of this.before(mark)) {
      size += piece.length;
      if (size > limit) throw malformed();
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  /** Whether nothing follows the boundary just read; takes what stands between it and its line end. */
  async isOver(): Promise<boolean> {
    while (this.#held.length < END.length) await this.#more();
    if (this.#held.subarray(0, 2).toString('latin1') === '--') return true;
    if ((await this.text(END, HEAD_BYTES)).trim() !== '') throw malformed();
    return false;
  }
}

/** A parameter of a header, as browsers write it: in quotes, those inside and line ends escaped. HTML, 4.10.21.8. */
function parameter(header: string, name: string): string | undefined {
  const [, found] = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(header) ?? [];
  const [, bare] = new RegExp(`;\\s*${name}=([^\\s;"]+)`, 'i').exec(header) ?? [];
  return (found ?? bare)?.replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%22/g, '"');
}

function headerIn(head: string, name: string): string {
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** The parts of a form, one after the other. `input-malformed` where it is none, or is cut off. */
export async function* partsOf(contentType: string, body: AsyncIterable<Uint8Array>): AsyncGenerator<FormPart> {
  const [, quoted, bare] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw malformed();
  const mark = Buffer.from(`\r\n--${boundary}`);
  const coming = new Coming(body);
  // What stands before the first boundary is nobody's.
  await coming.text(mark, HEAD_BYTES);
  while (!(await coming.isOver())) {
    // The line end that ended the boundary also begins the empty line of a part without a head: there is none such.
    const head = await coming.text(HEAD_END, HEAD_BYTES);
    const disposition = headerIn(head, 'content-disposition');
    const name = parameter(disposition, 'name');
    if (name === undefined || !disposition.toLowerCase().startsWith('form-data')) throw malformed();
    const content = coming.before(mark);
    yield { name, file: parameter(disposition, 'filename'), type: headerIn(head, 'content-type'), content };
    // The reader may have left it half read, or unread.
    let rest = await content.next();
    while (rest.done !== true) rest = await content.next();
  }
}
