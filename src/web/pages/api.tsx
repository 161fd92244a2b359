// The interface for people to read: every address with what may be asked, what is answered, and the shapes of answers.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Rail, RailLinks, SectionHead, SignedText, TitlePage } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { OpenApi, Operation } from '../openapi.ts';

/** A schema as far as it is read aloud. */
interface Seen {
  readonly $ref?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Seen[];
  readonly allOf?: readonly Seen[];
  readonly items?: Seen | boolean;
  readonly prefixItems?: readonly Seen[];
  readonly properties?: Readonly<Record<string, Seen>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Seen>>;
}

const INDENT = '  ';

function fields({ properties = {}, required = [] }: Seen, indent: string): string {
  const lines = Object.entries(properties).map(([name, one]) => {
    return `${indent}${INDENT}${name}${required.includes(name) ? '' : '?'}: ${aloud(one, indent + INDENT)}`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}

/** A shape in the notation of types that programmers read: `{ name: string, of?: Place[] }`. */
function aloud(shape: Seen, indent = ''): string {
  if (shape.$ref !== undefined) return shape.$ref.split('/').at(-1) ?? '';
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (shape.anyOf !== undefined) return shape.anyOf.map((one) => aloud(one, indent)).join(' | ');
  if (shape.allOf !== undefined) return shape.allOf.map((one) => aloud(one, indent)).join(' & ');
  if (shape.type === 'array') {
    const { items, prefixItems } = shape;
    if (prefixItems !== undefined) return `[${prefixItems.map((one) => aloud(one, indent)).join(', ')}]`;
    const one = aloud(typeof items === 'object' ? items : {}, indent);
    return one.includes(' | ') || one.includes(' & ') ? `(${one})[]` : `${one}[]`;
  }
  const [pattern] = Object.values(shape.patternProperties ?? {});
  if (pattern !== undefined) return `{ [name]: ${aloud(pattern, indent)} }`;
  if (shape.type === 'object') return fields(shape, indent);
  return shape.type ?? 'any JSON';
}

interface Asked {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema: Seen;
}

interface Given {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Seen }>>;
}

function askedOf({ parameters, requestBody }: Operation, speak: Speak): readonly Asked[] {
  const content = (requestBody as { readonly content?: Given['content'] } | undefined)?.content ?? {};
  const form = Object.values(content)[0]?.schema?.properties ?? {};
  return [
    ...(parameters as unknown as readonly Asked[]).map((one) => ({ ...one, in: speak.say(`api.in-${one.in}`) })),
    ...Object.entries(form).map(([name, schema]) => ({ name, in: speak.say('api.in-form'), schema })),
  ];
}

const english = (text: string): JSX.Element => <span lang="en">{text}</span>;

function OperationShown({ method, path, of, speak }: {
  readonly method: string;
  readonly path: string;
  readonly of: Operation;
  readonly speak: Speak;
}): JSX.Element {
  const title = `${method.toUpperCase()} ${decodeURI(path)}`;
  const asked = askedOf(of, speak);
  const responses = Object.entries(of.responses) as unknown as readonly (readonly [string, Given])[];
  const good = responses.filter(([status]) => status < '300');
  const shape = good.flatMap(([, { content }]) => content?.['application/json']?.schema ?? [])[0];
  const types = [...new Set(good.flatMap(([, { content }]) => Object.keys(content ?? {})))];
  const rows = [
    { label: speak.say('api.who'), value: speak.say(of.security === undefined ? 'api.anyone' : 'api.official') },
    ...(types.length === 0
      ? []
      : [{ label: speak.say('api.forms'), value: <code class="long">{types.join(', ')}</code> }]),
    { label: speak.say('api.statuses'), value: <code>{Object.keys(of.responses).join(', ')}</code> },
  ];
  return (
    <>
      <SectionHead id={of.operationId} title={title}>
        {english(of.summary)}
      </SectionHead>
      <Plain wide rows={rows} />
      {asked.length === 0 ? null : (
        <RegisterTable
          empty=""
          columns={[
            { head: speak.say('api.field') },
            { head: speak.say('api.where') },
            { head: speak.say('api.shape') },
            { head: speak.say('api.meaning') },
          ]}
          rows={asked.map((one) => ({
            cells: [
              { shows: <code>{one.name}</code> },
              one.in,
              { shows: <code>{aloud(one.schema)}</code> },
              one.description === undefined ? { shows: '–', nil: true } : { shows: english(one.description) },
            ],
          }))}
        />
      )}
      {shape === undefined ? null : (
        <div class="wide after">
          <SignedText text={aloud(shape)} label={`${title}: ${speak.say('api.answer')}`} />
        </div>
      )}
    </>
  );
}

export function drawApi(document: OpenApi, speak: Speak): Drawn {
  const operations = Object.entries(document.paths).flatMap(([path, at]) =>
    Object.entries(at).map(([method, of]) => ({ method, path, of })),
  );
  const links = [
    ...operations.map(({ method, path, of }) => ({
      href: `#${of.operationId}`,
      label: `${method.toUpperCase()} ${decodeURI(path)}`,
    })),
    { href: '#shapes', label: speak.say('api.shapes') },
  ];
  return {
    title: speak.say('api.title'),
    rail: (
      <Rail label={speak.say('api.contents')}>
        <RailLinks heading={speak.say('api.contents')} links={links} />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={speak.say('api.title')}>{speak.say('api.particulars')}</TitlePage>
        <p class="after">{english(document.info.description.replaceAll('`', ''))}</p>
        <p class="after">
          <a href="/openapi.json" type="application/json">
            {speak.say('api.document')}
          </a>
        </p>
        {operations.map((operation) => (
          <OperationShown {...operation} speak={speak} />
        ))}
        <SectionHead id="shapes" title={speak.say('api.shapes')}>
          {speak.say('api.shapes-why')}
        </SectionHead>
        {Object.entries(document.components.schemas).map(([name, shape]) => (
          <div class="wide after">
            <h3>
              <code>{name}</code>
            </h3>
            <SignedText text={aloud(shape as Seen)} label={name} />
          </div>
        ))}
      </>
    ),
  };
}
