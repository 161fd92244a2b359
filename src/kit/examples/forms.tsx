// Examples of forms: fields of each kind, as asked and as sent back, what is wrong with them, buttons.
import {
  Button,
  ButtonLink,
  Buttons,
  Csrf,
  type FieldError,
  FormErrors,
  type FormField,
  FormFieldRow,
  FormFields,
} from '../form.tsx';
import type { Speak } from '../words.ts';
import { type Example, example } from './example.ts';

const OPTIONS = [
  { value: 'embassy', label: 'example.embassy' },
  { value: 'courier', label: 'example.courier' },
] as const;

const of = (name: string, input: FormField['input'], more: Partial<FormField> = {}): FormField => {
  return { name: `${input}-${name}`, label: `example.field.${input}`, input, required: true, ...more };
};

/** More choices than a row of buttons has room for. */
const MANY = Array.from({ length: 7 }, (_, i) => ({ value: String(i), text: `EXERCISE ${i + 1}` }));

/** A form that comes back: a day that does not exist, a choice, and markup in a long text. */
export const SENT: readonly FormField[] = [
  of('sent', 'text', { help: 'example.help' }),
  of('sent', 'choice', { options: OPTIONS }),
  of('sent', 'long', { required: false }),
];
export const TYPED = {
  'text-sent': ['2027-02-31'],
  'choice-sent': ['courier'],
  'long-sent': ['<script>"&'],
} as const;
export const errors = (speak: Speak): readonly FieldError[] => [
  { name: 'text-sent', wrong: speak.say('example.wrong'), mend: speak.say('example.mend') },
];

const asked = (field: FormField) => (speak: Speak) => ({ field, typed: undefined, error: undefined, speak });

export const FORMS: readonly Example[] = [
  example({ FormFieldRow })({
    text: asked(of('asked', 'text', { help: 'example.help' })),
    long: asked(of('asked', 'long')),
    date: asked(of('asked', 'date')),
    time: asked(of('asked', 'time')),
    file: asked(of('asked', 'file')),
    'few choices': asked(of('few', 'choice', { options: OPTIONS })),
    'many choices': asked(of('many', 'choice', { options: MANY })),
    checks: asked(of('asked', 'checks', { options: OPTIONS, initial: 'courier' })),
  }),
  example({ FormFields })({
    'sent back': (speak) => ({ fields: SENT, typed: TYPED, errors: errors(speak), speak }),
  }),
  example({ FormErrors })({
    one: (speak) => ({ errors: errors(speak), speak }),
    none: (speak) => ({ errors: [], speak }),
  }),
  example({ Button })({
    first: (speak) => ({ rank: 'first', children: speak.say('example.deed') }),
    other: (speak) => ({ children: speak.say('example.deed') }),
    alarm: (speak) => ({ rank: 'alarm', children: speak.say('example.deed') }),
  }),
  example({ ButtonLink })({
    page: (speak) => ({ href: '/agreement', children: speak.say('example.open') }),
    first: (speak) => ({ href: '/agreement', rank: 'first', children: speak.say('example.open') }),
  }),
  example({ Buttons })({
    row: (speak) => ({
      exercise: true,
      children: (
        <>
          <Button rank="first">{speak.say('example.deed')}</Button>
          <ButtonLink href="/agreement">{speak.say('example.open')}</ButtonLink>
        </>
      ),
    }),
  }),
  example({ Csrf })({ hidden: () => ({ token: 'EXERCISE' }) }),
];
