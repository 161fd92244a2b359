// An area for the tests of rings: one kind whose words stand apart from its body, under whatever label is typed.
import Type from 'typebox';
import type { Label } from '../../src/act/act.ts';
import type { Json } from '../../src/act/canonical.ts';
import type { Kind } from '../../src/act/kind.ts';
import type { FoldedAct, Register } from '../../src/act/register.ts';
import type { Area, Form } from '../../src/area.ts';

const closed = { additionalProperties: false } as const;

/** The body is what both registers fold: a closed field and no free word. */
export const HANDED: Kind = {
  id: 'thing.handed/1',
  body: Type.Object({ urgent: Type.Boolean() }, closed),
  content: Type.Object({ text: Type.String({ maxLength: 100_000 }) }, closed),
  file: true,
  example: { urgent: false },
  speaker: 'treaty-office',
  families: [],
  approvals: 2,
  receipt: false,
  references: [],
};

/** The same of a kind that takes no file. */
const { file: _file, ...bare } = HANDED;
export const SHOWN: Kind = { ...bare, id: 'thing.shown/1' };

type Things = { readonly urgent: boolean; readonly acts: readonly string[] };

export const THINGS: Register<Things> = {
  name: 'things',
  subjects: ({ header }: FoldedAct) => (header.kind === HANDED.id ? [header.subject] : []),
  initial: () => ({ urgent: false, acts: [] }),
  step: (state, { id, body }) => ({
    urgent: state.urgent || (body as { readonly urgent: boolean }).urgent,
    acts: [...state.acts, id],
  }),
};

const same = (text: string): { readonly en: string; readonly uk: string; readonly sq: string } => ({
  en: text,
  uk: `${text} (uk)`,
  sq: `${text} (sq)`,
});

const FORM: Form = {
  kind: HANDED.id,
  title: 'thing.hand',
  open: async (_look, about) =>
    await Promise.resolve(
      about === undefined
        ? [
            { name: 'label', label: 'thing.label', input: 'text', required: true },
            { name: 'text', label: 'thing.text', input: 'long', required: true, sealed: true },
            { name: 'file', label: 'thing.file', input: 'file', required: false },
          ]
        : undefined,
    ),
  compose: async (look, _about, typed, files) => {
    const other = look.agreement.participants.find((side) => side.id !== look.side);
    const file = files['file'];
    return await Promise.resolve({
      provisions: ['59'],
      to: [other?.treatyOffice.body ?? ''],
      subject: 'thing/1',
      re: [],
      label: JSON.parse(typed['label']?.[0] ?? '{}') as Label,
      body: { urgent: true },
      content: { text: typed['text']?.[0] ?? '' },
      // One that came whole is a part like others; one that came piece by piece is a file.
      ...(file?.large === undefined ? {} : { file: file.large }),
      enclosures:
        file === undefined || file.large !== undefined
          ? []
          : [{ name: 'paper.pdf', type: 'application/pdf', bytes: file.bytes }],
    });
  },
};

export const THING_AREA: Area = {
  name: 'thing',
  kinds: [HANDED, SHOWN].map((kind) => ({
    kind,
    title: 'thing.handed',
    judge: undefined,
    note: undefined,
    tell: () => [],
    rings: ['A', 'B', 'C'],
  })),
  registers: [THINGS as unknown as Register<never>],
  forms: [FORM, { ...FORM, kind: SHOWN.id }],
  duties: async () => await Promise.resolve([]),
  pages: [],
  words: {
    'thing.handed': same('{side} hands over a thing, by {body}'),
    'thing.hand': same('Hand over a thing'),
    'thing.label': same('Label'),
    'thing.text': same('Text'),
    'thing.file': same('File'),
  },
};

/** The words of an act as a node shows them to itself. */
export const contentOf = (parts: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Json =>
  JSON.parse(Buffer.from(parts.find(({ name }) => name === 'content')?.bytes ?? []).toString('utf8')) as Json;
