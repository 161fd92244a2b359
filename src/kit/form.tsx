// Forms: a label, its help, what is wrong, then the field, which keeps what was typed.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Exercise, State } from './marks.tsx';
import type { Language, Speak } from './words.ts';

/** What can be chosen: `label` is a key of words, `text` a name shown as it is, `names` one in each language. */
export type FieldOption = { readonly value: string } & (
  | { readonly label: string }
  | { readonly text: string }
  | { readonly names: Readonly<Record<Language, string>> }
);

function named(option: FieldOption, speak: Speak): string {
  if ('names' in option) return option.names[speak.language];
  return 'text' in option ? option.text : speak.say(option.label);
}

/** A field to fill in. `label`, `help` and the labels of `options` are keys of words. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly input: 'text' | 'long' | 'date' | 'time' | 'choice' | 'checks' | 'file';
  readonly required: boolean;
  readonly options?: readonly FieldOption[];
  readonly initial?: string;
  /** Most characters of a `long` field, where it takes more than `LONG_LIMIT`. */
  readonly limit?: number;
  /** Its text may have to be sealed before it leaves: the script finds it by a mark. */
  readonly sealed?: true;
}

/** What is wrong with a field and how to mend it, in the language of the reader; then what was refused, in English. */
export interface FieldError {
  readonly name: string;
  readonly wrong: string;
  readonly mend?: string;
  readonly detail?: string;
}

/** Longest text a field sends, in characters; a server refuses more. */
export const LINE_LIMIT = 500;
export const LONG_LIMIT = 4000;

interface FieldProps {
  readonly field: FormField;
  /** What was typed for this field, if the form comes back. */
  readonly typed: readonly string[] | undefined;
  readonly error: FieldError | undefined;
  readonly speak: Speak;
}

const fieldId = (name: string): string => `field-${name}`;

function describedBy({ field, error }: FieldProps): string | undefined {
  const ids = [
    ...(field.help === undefined ? [] : [`${fieldId(field.name)}-help`]),
    ...(error === undefined ? [] : [`${fieldId(field.name)}-error`]),
  ];
  return ids.join(' ') || undefined;
}

function Mend({ error: { mend, detail = '' } }: { readonly error: FieldError }): JSX.Element {
  return (
    <>
      {mend} {detail === '' ? null : <span lang="en">{detail}</span>}
    </>
  );
}

function Hints({ field, error, speak }: FieldProps): JSX.Element {
  const id = fieldId(field.name);
  return (
    <>
      {field.help === undefined ? null : (
        <span class="help" id={`${id}-help`}>
          {speak.say(field.help)}
        </span>
      )}
      {error === undefined ? null : (
        <span class="error" id={`${id}-error`}>
          <State is="alarm">{error.wrong}</State> <Mend error={error} />
        </span>
      )}
    </>
  );
}

/** One choice of few is a row of buttons; of many, a list. */
const FEW = 5;

function Choices(props: FieldProps): JSX.Element {
  const { field, error, speak } = props;
  const values = props.typed ?? (field.initial === undefined ? [] : [field.initial]);
  const one = field.input === 'choice';
  return (
    <fieldset
      class={error === undefined ? 'field choices' : 'field choices wrong'}
      id={fieldId(field.name)}
      aria-describedby={describedBy(props)}
    >
      <legend>{speak.say(field.label)}</legend>
      <Hints {...props} />
      {(field.options ?? []).map((option) => (
        <label>
          <input
            type={one ? 'radio' : 'checkbox'}
            name={field.name}
            value={option.value}
            checked={values.includes(option.value)}
            required={one && field.required}
          />
          {named(option, speak)}
        </label>
      ))}
    </fieldset>
  );
}

function Control(props: FieldProps): JSX.Element {
  const { field, error, speak } = props;
  const value = props.typed?.[0] ?? field.initial ?? '';
  const id = fieldId(field.name);
  const shared = {
    id,
    name: field.name,
    required: field.required,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(props),
    'data-sealed': field.sealed === true ? '' : undefined,
  };
  if (field.input === 'long') {
    return (
      <textarea {...shared} rows={5} maxlength={field.limit ?? LONG_LIMIT}>
        {value}
      </textarea>
    );
  }
  if (field.input === 'file') return <input {...shared} type="file" />;
  if (field.input === 'choice') {
    return (
      <select {...shared}>
        {field.initial === undefined ? <option value="">{speak.say('kit.choose')}</option> : null}
        {(field.options ?? []).map((option) => (
          <option value={option.value} selected={option.value === value}>
            {named(option, speak)}
          </option>
        ))}
      </select>
    );
  }
  // Dates and times are typed as ISO text where a browser has no picker; the pattern says so to the others.
  const size = field.input === 'text' ? 40 : 12;
  // A receipt is timed to the second: without a step, browsers round to the minute.
  const step = field.input === 'time' ? 1 : undefined;
  return <input {...shared} type={field.input} value={value} size={size} maxlength={LINE_LIMIT} step={step} />;
}

/** One field with everything said about it. */
export function FormFieldRow(props: FieldProps): JSX.Element {
  const { field, error, speak } = props;
  const few = field.input === 'choice' && (field.options ?? []).length <= FEW;
  if (field.input === 'checks' || few) return <Choices {...props} />;
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={fieldId(field.name)}>{speak.say(field.label)}</label>
      <Hints {...props} />
      <Control {...props} />
    </div>
  );
}

/** All fields of a form with what was typed and what is wrong, by name. */
export function FormFields({ fields, typed, errors = [], speak }: {
  readonly fields: readonly FormField[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly errors?: readonly FieldError[];
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <FormFieldRow
          field={field}
          typed={typed[field.name]}
          error={errors.find((error) => error.name === field.name)}
          speak={speak}
        />
      ))}
    </>
  );
}

/** What is wrong with the whole form, each line a link to its field. Stands above the form. */
export function FormErrors({ errors, speak }: { errors: readonly FieldError[]; speak: Speak }): JSX.Element {
  if (errors.length === 0) return <></>;
  return (
    <div class="notice wrong" role="alert">
      <p>
        <State is="alarm">{speak.say('kit.form-wrong', { count: errors.length })}</State>
      </p>
      <ul>
        {errors.map((error) => (
          <li>
            <a href={`#${fieldId(error.name)}`}>{error.wrong}</a> <Mend error={error} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The proof that a form came from this session; the server checks it. */
export function Csrf({ token }: { readonly token: string }): JSX.Element {
  return <input type="hidden" name="csrf" value={token} />;
}

export type ButtonRank = 'first' | 'other' | 'alarm';

/** A verb with an object. One `first` per decision, the rest `other`; `alarm` for the room. */
export function Button({ rank = 'other', name, value, formaction, children }: {
  readonly rank?: ButtonRank;
  readonly name?: string;
  readonly value?: string;
  readonly formaction?: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <button
      type="submit"
      class={rank === 'other' ? 'button' : `button ${rank}`}
      name={name}
      value={value}
      formaction={formaction}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it opens a page and changes nothing. */
export function ButtonLink({ href, rank = 'other', download = false, children }: {
  readonly href: string;
  readonly rank?: ButtonRank;
  readonly download?: boolean;
  readonly children?: Child;
}): JSX.Element {
  return (
    <a class={rank === 'other' ? 'button' : `button ${rank}`} href={href} download={download ? '' : undefined}>
      {children}
    </a>
  );
}

/** Buttons in a row, with the mark of a demonstration after them where what they do is invented. */
export function Buttons({ exercise = false, children }: { exercise?: boolean; children?: Child }): JSX.Element {
  return (
    <p class="buttons">
      {children}
      {exercise ? <Exercise /> : null}
    </p>
  );
}
