// The document of the interface: OpenAPI 3.1, made of the route table and of nothing else.
import Type, { type TSchema } from 'typebox';
import type { FormName, Route } from './ask.ts';
import { ATOM_TYPE } from './atom.ts';
import { CALENDAR_TYPE } from './calendar.ts';
import { CSV_TYPE } from './csv.ts';
import { FORM_ENCODINGS } from './gate.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { PAPER_FORMS } from './printed.ts';
import { formsOf } from './twin.ts';

/** The version of the interface: the first number grows when something that was promised is taken back. */
export const INTERFACE_VERSION = '1.0.0';
export const OPENAPI_TYPE = 'application/json; charset=utf-8';

type Json = Readonly<Record<string, unknown>>;

/** What a document is made of: of a route, all but its answer. */
export type Described = Pick<Route, 'method' | 'path' | 'says' | 'who'>;

/** One request that is answered: a method at an address. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json>>;
  readonly security?: readonly Json[];
}

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<'title' | 'version' | 'description', string>>;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly responses: Readonly<Record<string, Json>>;
    readonly securitySchemes?: Json;
  };
}

/** Media types without their parameters: a document names what is asked for. */
const bare = (type: string): string => type.split(';')[0] ?? type;

const FORM_MEDIA: Readonly<Record<FormName, string>> = {
  json: 'application/json',
  csv: bare(CSV_TYPE),
  atom: bare(ATOM_TYPE),
  ics: bare(CALENDAR_TYPE),
  docx: bare(PAPER_FORMS.docx),
  pdf: bare(PAPER_FORMS.pdf),
  html: bare(PAPER_FORMS.html),
  text: 'text/plain',
};

const PARAMETER = /:([A-Za-z]+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/** `/act/{side}` of `/act/:side{[a-z]{2,8}}`, percent-encoded where it must be. */
export function templateOf(path: string): string {
  return encodeURI(path.replace(PARAMETER, '\u0001$1\u0002')).replaceAll('%01', '{').replaceAll('%02', '}');
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(PARAMETER)].map(([, name, pattern]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(pattern === undefined ? { minLength: 1 } : { pattern: `^${pattern}$` }) },
  }));
}

function queryParameters(route: Described): readonly Json[] {
  const { says } = route;
  const forms = says.is === 'page' ? formsOf(route) : [];
  const lists = says.is === 'page' ? (says.lists ?? []) : [];
  const own = Object.entries(says.query ?? {}).map(([name, schema]) => {
    const { description, ...bareSchema } = schema as TSchema & { readonly description?: string };
    return { name, in: 'query', ...(description === undefined ? {} : { description }), schema: bareSchema };
  });
  if (route.method === 'POST' || forms.length === 0) return own;
  return [
    ...own,
    {
      name: 'format',
      in: 'query',
      description: 'The form of the answer, whatever Accept says. Without it, and without Accept, it is the page.',
      schema: { type: 'string', enum: forms },
    },
    ...(lists.length === 0
      ? []
      : [
          {
            name: 'list',
            in: 'query',
            description: 'Which list the table is of; the first of these where none is named.',
            schema: { type: 'string', enum: lists },
          },
        ]),
  ];
}

const TEXT = { schema: { type: 'string' } };
const BYTES = {};

function contentOf(route: Described, data: (schema: TSchema) => Json): Readonly<Record<string, Json>> {
  const { says } = route;
  switch (says.is) {
    case 'file':
      return Object.fromEntries(says.types.map((type) => [type, BYTES]));
    case 'data':
      return { 'application/json': { schema: data(says.data) } };
    case 'elsewhere':
      return says.data === undefined ? {} : { 'application/json': { schema: data(says.data) } };
    case 'page': {
      const others = formsOf(route).filter((form) => form !== 'json' && form !== 'html');
      return {
        'text/html': TEXT,
        'application/json': { schema: data(says.data) },
        ...Object.fromEntries(others.map((form) => [FORM_MEDIA[form], BYTES])),
      };
    }
  }
}

const HEADERS = {
  etag: { description: 'Strong. The answer is 304 where If-None-Match names it.', schema: { type: 'string' } },
  link: { description: 'The stretches of the list beside this one: rel next and prev.', schema: { type: 'string' } },
  location: { description: 'Where it leads.', schema: { type: 'string' } },
};

/** The statuses under which something may be turned away at all, and those that only some routes have. */
function refusals({ method, who, path, says }: Described): readonly number[] {
  return [
    ...(method === 'GET' && says.is === 'page' ? [406] : []),
    ...(method === 'POST' ? [403, 409, 413, 415, 429] : []),
    ...(says.refused ?? []),
    ...(who === 'anyone' ? [] : [401, 403]),
    ...(path.includes(':') || says.query !== undefined || method === 'POST' || says.is === 'file' ? [404] : []),
    409,
    414,
    421,
    422,
    503,
  ];
}

function responsesOf(
  route: Described,
  always: readonly number[],
  data: (schema: TSchema) => Json,
): Operation['responses'] {
  const { says, method, who } = route;
  const content = contentOf(route, data);
  const paged = says.query?.['cursor'] !== undefined;
  const leads = says.is === 'elsewhere';
  const good = {
    description: 'What was asked for.',
    headers: { ...(method === 'GET' ? { ETag: HEADERS.etag } : {}), ...(paged ? { Link: HEADERS.link } : {}) },
    content,
  };
  const failed = { description: 'Not done, as the standard of this address says it.', content };
  const fails = says.is === 'data' ? (says.fails ?? []) : [];
  const away = { Location: HEADERS.location };
  const made = { description: 'Done: what stands now, for a program.', headers: away, content };
  const elsewhere = { description: 'Elsewhere.', headers: away };
  const isAway = leads || (who !== 'anyone' && method === 'GET') || route.says.is === 'page';
  return {
    ...(leads ? {} : { 200: good }),
    ...(leads && says.data !== undefined ? { 201: made } : {}),
    ...(isAway ? { 303: elsewhere } : {}),
    ...(method === 'GET' && !leads ? { 304: { description: 'The reader has it.' } } : {}),
    ...Object.fromEntries(
      [...new Set([...refusals(route), ...always])]
        .toSorted((a, b) => a - b)
        .map((status) => [status, { $ref: '#/components/responses/Problem' }]),
    ),
    ...Object.fromEntries(fails.map((status) => [status, failed])),
  };
}

function bodyOf({ method, says }: Described): Json | undefined {
  if (method !== 'POST' || says.form === undefined) return undefined;
  const schema = Type.Object({ ...says.form });
  const holdsFile = Object.values(says.form).some((one) => (one as { readonly format?: string }).format === 'binary');
  const types = holdsFile ? FORM_ENCODINGS : FORM_ENCODINGS.slice(0, 1);
  return { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) };
}

/** Names in the document for schemas that several answers share: by identity, for a schema is made once. */
export type Named = ReadonlyMap<unknown, string>;

/** Puts a reference where a named schema stands, and keeps that schema among the components. */
class Components {
  readonly schemas: Record<string, Json> = {};
  readonly #named: Named;

  constructor(named: Named) {
    this.#named = named;
  }

  readonly of = (schema: unknown): Json => this.#walk(schema) as Json;

  #walk(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#walk(one));
    if (typeof value !== 'object' || value === null) return value;
    const name = this.#named.get(value);
    if (name === undefined) return this.#plain(value);
    if (this.schemas[name] === undefined) {
      this.schemas[name] = {};
      this.schemas[name] = this.#plain(value);
    }
    return { $ref: `#/components/schemas/${name}` };
  }

  #plain(value: object): Json {
    const walked = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#walk(one)]));
    const { items, additionalItems, ...rest } = walked;
    return Array.isArray(items) ? { ...rest, ...placesOf(items, additionalItems) } : walked;
  }
}

/**
 * The places of a tuple. JSON Schema 2020-12, which OpenAPI 3.1 is written in, has no list of schemas for `items`; a
 * tuple of one shape is a list of so many in every draft.
 */
function placesOf(places: readonly unknown[], more: unknown): Json {
  const [first] = places;
  const isOne = places.every((place) => JSON.stringify(place) === JSON.stringify(first));
  if (isOne && more === false) return { items: first, minItems: places.length, maxItems: places.length };
  return { prefixItems: places, items: more ?? true };
}

/** `getActSideIndex` of `GET /act/:side/:index`. */
function idOf({ method, path }: Described): string {
  const words = templateOf(path).split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [method.toLowerCase(), ...words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)].join('');
}

const PROBLEM: TSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.Optional(Type.String({ description: 'From the closed list of refusals: a promise.' })),
  detail: Type.Optional(Type.String({ description: 'What was attempted, on what; in English.' })),
  field: Type.Optional(Type.String({ description: 'The field at fault.' })),
  mend: Type.String({ description: 'What mends it, in the language of the reader.' }),
});

/** Whose interface a document is of, and what holds for all of it. */
export interface About {
  readonly subject: string;
  readonly description: string;
  /** The name of the cookie of a session, where there are sessions. */
  readonly cookie?: string;
  /** Statuses that every address may answer with. */
  readonly always: readonly number[];
}

/** The document of `routes`. */
export function documentOf(routes: readonly Described[], about: About, named: Named): OpenApi {
  const components = new Components(named);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    const template = templateOf(route.path);
    const body = bodyOf(route);
    const at = (paths[template] ??= {});
    at[route.method.toLowerCase()] = {
      operationId: idOf(route),
      summary: route.says.summary,
      parameters: [...pathParameters(route.path), ...queryParameters(route)],
      ...(body === undefined ? {} : { requestBody: body }),
      responses: responsesOf(route, about.always, components.of),
      ...(route.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    };
  }
  const problem = components.of(PROBLEM);
  return {
    openapi: '3.1.0',
    info: { title: `Servanda: ${about.subject}`, version: INTERFACE_VERSION, description: about.description },
    paths,
    components: {
      schemas: { ...components.schemas, Problem: problem },
      responses: {
        Problem: {
          description: 'Not done, and why: as a document for a program, as a page for a person.',
          content: { [bare(PROBLEM_TYPE)]: { schema: { $ref: '#/components/schemas/Problem' } }, 'text/html': TEXT },
        },
      },
      ...(about.cookie === undefined
        ? {}
        : { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: about.cookie } } }),
    },
  };
}
