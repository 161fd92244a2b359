// Forms in several parts: read the same however they come in pieces, and refused where they are none.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/act/refusal.ts';
import { partsOf } from '../../src/web/multipart.ts';
import { hostile, runs } from './mutate.ts';

const BOUNDARY = '----EXERCISE7MA4YWxkTrZu0gW';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

type Field = readonly [name: string, file: string | undefined, content: Uint8Array];

/** A form as browsers write one. */
async function written(fields: readonly Field[]): Promise<{ readonly type: string; readonly bytes: Uint8Array }> {
  const form = new FormData();
  for (const [name, file, content] of fields) {
    const blob = new Blob([new Uint8Array(content)]);
    if (file === undefined) form.append(name, Buffer.from(content).toString('latin1'));
    else form.append(name, blob, file);
  }
  const answer = new Response(form);
  return { type: answer.headers.get('content-type') ?? '', bytes: new Uint8Array(await answer.arrayBuffer()) };
}

async function* cut(bytes: Uint8Array, step: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += step) yield await Promise.resolve(bytes.subarray(at, at + step));
}

/** What stands in a form, or the code with which it is refused. */
async function read(type: string, bytes: Uint8Array, step: number): Promise<unknown> {
  const found: unknown[] = [];
  try {
    for await (const { name, file, content } of partsOf(type, cut(bytes, step))) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      found.push([name, file, Buffer.concat(pieces).toString('latin1')]);
    }
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return cause.code;
  }
  return found;
}

const field = fc.tuple(
  fc.constantFrom('csrf', 'file', 'a "quoted" name', 'назва'),
  fc.option(fc.constantFrom('photo.jpg', 'фото "1".img'), { nil: undefined }),
  // Bytes of boundaries and line ends, so that what looks like an end is none.
  fc.array(fc.constantFrom('\r\n', '--', BOUNDARY, `\r\n--${BOUNDARY.slice(0, -1)}`, 'x', '\0'), { maxLength: 12 }),
).map(([name, file, words]): Field => [name, file, Buffer.from(words.join(''), 'latin1')]);

describe('a form in several parts', () => {
  test('is read as it was written, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(field, { maxLength: 5 }), fc.integer({ min: 1, max: 90 }), async (fields, step) => {
        const { type, bytes } = await written(fields);
        // A browser writes line ends of a text field as CRLF.
        const due = fields.map(([name, file, content]) => [name, file, Buffer.from(content).toString('latin1')]);
        const texts = due.map(([name, file, text]) => [
          name, file, file === undefined ? text?.replace(/\r\n|\r|\n/g, '\r\n') : text,
        ]);
        expect(await read(type, bytes, step)).toEqual(texts);
      }),
      runs(100),
    );
  });

  test('says of a field of a file that nothing was chosen in it', async () => {
    const empty = 'Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: application/octet-stream';
    const bytes = Buffer.from(`--${BOUNDARY}\r\n${empty}\r\n\r\n\r\n--${BOUNDARY}--\r\n`);
    expect(await read(TYPE, bytes, 7)).toEqual([['file', '', '']]);
  });

  test('is read from hostile bytes alike in any pieces, or refused, and never else', async () => {
    const good = fc.constantFrom(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx\r\n--${BOUNDARY}--\r\n`,
      `preamble\r\n--${BOUNDARY}  \r\nContent-Disposition: form-data; name=file; filename="a"\r\n` +
        `Content-Type: image/png\r\n\r\n\r\n\r\n--${BOUNDARY}--`,
    ).map((text) => new Uint8Array(Buffer.from(text, 'latin1')));
    await fc.assert(
      fc.asyncProperty(hostile(good), fc.integer({ min: 1, max: 40 }), async (bytes, step) => {
        const [whole, cutUp] = [await read(TYPE, bytes, 1_000_000), await read(TYPE, bytes, step)];
        expect(cutUp).toEqual(whole);
        if (!Array.isArray(whole)) expect(whole).toBe('input-malformed');
      }),
      runs(300),
    );
  });
});
