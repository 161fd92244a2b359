// Questions by chance for the windows, made of the document of the interface: some keep to it, some do not.
import fc from 'fast-check';
import type { OpenApi } from '../../src/web/openapi.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly schema: { readonly pattern?: string; readonly enum?: readonly string[] };
}

/** A question: what is sent, and what the document says of its answer. */
export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly accept: string;
  /** Fields of a form, without its token. */
  readonly form: Readonly<Record<string, string>>;
  readonly signedIn: boolean;
  readonly withToken: boolean;
  /** Whether the parameters keep to their patterns: the address is then that of the operation, and of no other. */
  readonly fits: boolean;
  /** The media types that the document has for each status. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

const STRANGE = ['', '0', '-1', '999999999999', 'x', "'", '"', '%', '../..', 'ua', '59', '\u0000', 'й', '<b>', 'null'];
const ACCEPTS = ['*/*', 'application/json', 'text/html', 'text/csv', 'application/atom+xml', 'image/png', ''];
const word = fc.oneof(
  fc.constantFrom(...STRANGE),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 9 }).map((text) => text.toWellFormed()),
);

function valueOf({ schema }: Parameter): fc.Arbitrary<string> {
  const fitting = [
    ...(schema.pattern === undefined ? [] : [fc.stringMatching(new RegExp(schema.pattern))]),
    ...(schema.enum === undefined ? [] : [fc.constantFrom(...schema.enum)]),
  ];
  return fc.oneof(word, ...fitting);
}

const valuesOf = (parameters: readonly Parameter[]): Readonly<Record<string, fc.Arbitrary<string>>> =>
  Object.fromEntries(parameters.map((one) => [one.name, valueOf(one)]));

type Content = Readonly<Record<string, { readonly schema?: { readonly properties?: object } }>>;

function answersOf(document: OpenApi, responses: Readonly<Record<string, object>>): Asked['answers'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => {
      const said = '$ref' in response ? (document.components.responses['Problem'] as object) : response;
      return [status, Object.keys((said as { readonly content?: Content }).content ?? {})];
    }),
  );
}

/** Questions about `document`, leaving out the addresses that `but` matches. */
export function questions(document: OpenApi, but: RegExp): fc.Arbitrary<Asked> {
  const operations = Object.entries(document.paths)
    .filter(([path]) => !but.test(path))
    .flatMap(([path, at]) => Object.entries(at).map(([method, of]) => ({ path, method, of })));
  return fc.constantFrom(...operations).chain(({ path, method, of }) => {
    const parameters = of.parameters as unknown as readonly Parameter[];
    const inPath = parameters.filter((one) => one.in === 'path');
    const content = (of.requestBody as { readonly content?: Content } | undefined)?.content ?? {};
    const fields = Object.keys(Object.values(content)[0]?.schema?.properties ?? {}).filter((name) => name !== 'csrf');
    return fc
      .record({
        there: fc.record(valuesOf(inPath)),
        query: fc.record(valuesOf(parameters.filter((one) => one.in === 'query')), { requiredKeys: [] }),
        form: fc.record(Object.fromEntries(fields.map((name) => [name, word])), { requiredKeys: [] }),
        accept: fc.constantFrom(...ACCEPTS),
        signedIn: fc.boolean(),
        withToken: fc.boolean(),
      })
      .map(({ there, query, form, ...rest }) => {
        const values = there as Readonly<Record<string, string>>;
        const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
        const asked = new URLSearchParams(query as Record<string, string>).toString();
        return {
          ...rest,
          form: form as Readonly<Record<string, string>>,
          method: method.toUpperCase(),
          address: asked === '' ? filled : `${filled}?${asked}`,
          fits: inPath.every(({ name, schema }) => new RegExp(schema.pattern ?? '^[^/]+$').test(values[name] ?? '')),
          answers: answersOf(document, of.responses),
        };
      });
  });
}
