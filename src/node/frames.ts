// The form of a bundle: two lines that say what it is, then the bodies of the wire, each after its own line.
import Type from 'typebox';
import { concat, fromUtf8, utf8 } from '../act/bytes.ts';
import { Refusal, refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';

const PREFIX = 'servanda/bundle/v1\n';
const LINE_LIMIT = 1024;

const Header = Type.Object(
  {
    agreement: Type.String({ maxLength: 100 }),
    /** Origin of the log of the node that made it, and of the node it is for. */
    from: Type.String({ maxLength: 300 }),
    to: Type.String({ maxLength: 300 }),
    what: Type.Union([Type.Literal('delivery'), Type.Literal('answer')]),
    /** The size of the log of `from` (in an answer: of `to`) that it is about. */
    size: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false },
);
export type BundleHeader = Type.Static<typeof Header>;
const headerShape = shape(Header, 'delivery-malformed');

/** One body of the wire: where it is sent, or what was answered there. Status 0 is a request. */
export interface Frame {
  readonly path: string;
  readonly status: number;
  readonly body: Uint8Array;
}

const FRAME = /^(\/[a-z0-9/-]{1,200}) (\d{1,3}) (0|[1-9]\d{0,9})$/;

/** The bytes of a bundle, docs/spec/record.md, BUNDLE-1. */
export function formatBundle(header: BundleHeader, frames: readonly Frame[]): Uint8Array {
  const lines = frames.flatMap(({ path, status, body }) => [utf8(`${path} ${status} ${body.length}\n`), body]);
  return concat(utf8(`${PREFIX}${JSON.stringify(header)}\n`), ...lines);
}

/** A bundle as read. */
export interface Bundle {
  readonly header: BundleHeader;
  readonly frames: readonly Frame[];
}

/** Reads a bundle whole before anything of it is taken. `delivery-malformed`. */
export function parseBundle(bytes: Uint8Array): Bundle {
  const malformed = (what: string): Refusal => refuse('delivery-malformed', `A bundle came: ${what}.`);
  let at = 0;
  const line = (): string => {
    const end = bytes.indexOf(10, at);
    const text = end < 0 || end - at > LINE_LIMIT ? undefined : fromUtf8(bytes.subarray(at, end));
    if (text === undefined) throw malformed('a line of it cannot be read');
    at = end + 1;
    return text;
  };
  if (`${line()}\n` !== PREFIX) throw malformed('it does not begin as one');
  let given: unknown;
  try {
    given = JSON.parse(line());
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw malformed('its header is not JSON');
  }
  const header = headerShape(given);
  const frames: Frame[] = [];
  while (at < bytes.length) {
    const [, path = '', status, length] = FRAME.exec(line()) ?? [];
    const end = at + Number(length);
    if (length === undefined || end > bytes.length) throw malformed('a body of it cannot be read');
    frames.push({ path, status: Number(status), body: bytes.subarray(at, end) });
    at = end;
  }
  return { header, frames };
}
