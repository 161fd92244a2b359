// The ceremony: acts of the participant itself go out as files, are signed by the root elsewhere, and come back.
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Type from 'typebox';
import { base64, fromBase64, fromUtf8, utf8 } from '../act/bytes.ts';
import type { Part } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import { writeJson } from './config.ts';

const closed = { additionalProperties: false } as const;
const Bytes = Type.String({ pattern: '^[A-Za-z0-9+/]*={0,2}$', maxLength: 1_048_576 });
const Parts = Type.Array(Type.Object({ name: Type.String({ maxLength: 200 }), salt: Bytes, bytes: Bytes }, closed), {
  maxItems: 64,
});
const RequestShape = Type.Object(
  { format: Type.Literal('servanda/root-request/v1'), text: Type.String({ maxLength: 65_535 }), parts: Parts },
  closed,
);
const SignedShape = Type.Object(
  { format: Type.Literal('servanda/root-signed/v1'), note: Type.String({ maxLength: 65_535 }), parts: Parts },
  closed,
);
const requestShape = shape(RequestShape, 'input-malformed');
const signedShape = shape(SignedShape, 'input-malformed');

/** Bytes of such a file, at most. */
const FILE_LIMIT = 8_388_608;
const REQUEST = '.request.json';
const SIGNED = '.signed.json';

/** An act that waits for the root: its text, exactly as it is to be signed, and its parts. */
export interface RootRequest {
  readonly text: string;
  readonly parts: readonly Part[];
}

/** The act as the root has signed it. */
export interface RootSigned {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
}

const written = (parts: readonly Part[]): Type.Static<typeof Parts> =>
  parts.map(({ name, salt, bytes }) => ({ name, salt: base64(salt), bytes: base64(bytes) }));

function read(parts: Type.Static<typeof Parts>): readonly Part[] {
  return parts.map(({ name, salt, bytes }) => {
    const [open, sealed] = [fromBase64(bytes), fromBase64(salt)];
    if (open === undefined || sealed === undefined) throw refuse('input-malformed', `The part ${name} is not base64.`);
    return { name, salt: sealed, bytes: open };
  });
}

async function readFileOf<T>(path: string, check: (value: unknown) => T): Promise<T> {
  const bytes = await readFile(path);
  if (bytes.length > FILE_LIMIT) throw refuse('input-malformed', `${path} has ${bytes.length} bytes.`);
  let value: unknown;
  try {
    value = JSON.parse(fromUtf8(bytes) ?? '') as unknown;
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${path}, which is not JSON.`, cause);
  }
  return check(value);
}

/**
 * Reads a request: `{"format":"servanda/root-request/v1","text","parts":[{"name","salt","bytes"}]}`, binary in base64.
 * `input-malformed`.
 */
export async function readRequest(path: string): Promise<RootRequest> {
  const { text, parts } = await readFileOf(path, requestShape);
  return { text, parts: read(parts) };
}

/** Writes what the root has signed: as a request, with the format `servanda/root-signed/v1` and `note` for the text. */
export async function writeSigned(path: string, { bytes, parts }: RootSigned): Promise<void> {
  const note = fromUtf8(bytes) ?? '';
  await writeJson(path, { format: 'servanda/root-signed/v1', note, parts: written(parts) });
}

/** The folder of a home through which requests go out and come back. */
export interface Ceremony {
  /** Puts a request there, under the number of its act; false where it lies there already. */
  readonly ask: (number: string, request: RootRequest) => Promise<boolean>;
  readonly waiting: () => Promise<readonly RootRequest[]>;
  /** The files of the requests that lie there, by the number of the act. */
  readonly asked: () => Promise<ReadonlyMap<string, string>>;
  /** What has come back, with the name under which it lies there. */
  readonly answers: () => Promise<readonly { readonly name: string; readonly signed: RootSigned | undefined }[]>;
  /** It is recorded: the request and the answer are taken away. */
  readonly done: (name: string) => Promise<void>;
  /** It cannot be recorded: it is laid aside. */
  readonly refused: (name: string) => Promise<void>;
}

/** The ceremony in `folder`, made when it is first needed. */
export function ceremonyIn(folder: string): Ceremony {
  const names = async (ending: string): Promise<readonly string[]> => {
    const found = await readdir(folder).catch(() => [] as string[]);
    return found.filter((name) => name.endsWith(ending)).sort();
  };
  return {
    ask: async (number, request) => {
      const name = `${number}${REQUEST}`;
      if ((await names(REQUEST)).includes(name)) return false;
      await mkdir(folder, { recursive: true });
      const file = { format: 'servanda/root-request/v1', text: request.text, parts: written(request.parts) };
      await writeJson(join(folder, name), file);
      return true;
    },
    waiting: async () => {
      const found = await names(REQUEST);
      return await Promise.all(found.map(async (name) => await readRequest(join(folder, name))));
    },
    asked: async () => new Map((await names(REQUEST)).map((name) => [name.slice(0, -REQUEST.length), name])),
    answers: async () => {
      const found = await names(SIGNED);
      return await Promise.all(
        found.map(async (name) => {
          // Half copied it is no JSON yet; it is looked at again.
          const file = await readFileOf(join(folder, name), signedShape).catch(() => undefined);
          const signed = file === undefined ? undefined : { bytes: utf8(file.note), parts: read(file.parts) };
          return { name, signed };
        }),
      );
    },
    done: async (name) => {
      await rm(join(folder, `${name.slice(0, -SIGNED.length)}${REQUEST}`), { force: true });
      await rm(join(folder, name), { force: true });
    },
    refused: async (name) => await rename(join(folder, name), join(folder, `${name}.refused`)),
  };
}
