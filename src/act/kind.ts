// A kind: what may be said, in which shape, by whom, and with whose hands.
import type Type from 'typebox';
import { fromUtf8 } from './bytes.ts';
import { decode, type Json } from './canonical.ts';
import { refuse } from './refusal.ts';
import { shape } from './shape.ts';

/** Other acts this kind refers to: in which role, of which kinds, and exactly how many of them. */
export interface ReferenceRule {
  readonly role: string;
  readonly kinds: readonly string[];
  readonly count: number;
}

/**
 * Who may say it. `participant`: the participant itself, by its root key. `treaty-office`: the office that speaks for
 * the participant by virtue of its functions. `mandate`: a body designated for the provisions spoken under. `node`: the
 * node of the side, of the record alone and without any person's hand.
 */
export type Speaker = 'participant' | 'treaty-office' | 'mandate' | 'node';

/**
 * A kind of act (ACT-3). Its id is `area.past-participle/version`. A serialised shape is a promise: a new version
 * stands beside the old one, and the old one is never edited.
 */
export interface Kind<S extends Type.TSchema = Type.TSchema> {
  readonly id: string;
  /** JSON Schema 2020-12 of the part `body`. */
  readonly body: S;
  /**
   * JSON Schema of the part `content`, where the words of the kind stand there. Its body then holds closed fields
   * alone, which is all that registers take of it; every other part may be sealed to desks, and may be erased.
   */
  readonly content?: Type.TSchema;
  /** Whether an act of it may carry one large file beside its content, see file.ts. */
  readonly file?: true;
  readonly example: Type.Static<S>;
  readonly speaker: Speaker;
  /** Families of clauses it serves; the agreement says which provisions those are. */
  readonly families: readonly string[];
  /**
   * Persons who must approve the draft, beside whoever wrote it. 0: a duty officer signs alone what they wrote, for the
   * hour allows no second hand; whoever has not that role cannot say it.
   */
  readonly approvals: 0 | 1 | 2;
  /** Whether law follows from the counterpart's explicit receipt. */
  readonly receipt: boolean;
  readonly references: readonly ReferenceRule[];
}

/** The body of an act of kind `K`. */
export type BodyOf<K extends { readonly body: Type.TSchema }> = Type.Static<K['body']>;

/** Reads the part `body` of an act of `kind`: strict JSON of the kind's shape, or `not-canonical`, `body-malformed`. */
export function readBody<S extends Type.TSchema>(kind: Kind<S>, bytes: Uint8Array): Type.Static<S> & Json {
  const text = fromUtf8(bytes);
  if (text === undefined) throw refuse('body-malformed', `The body of ${kind.id} is not UTF-8.`);
  return bodyShape(kind)(decode(text)) as Type.Static<S> & Json;
}

/** Reads the part `content` of an act of `kind`, which has one: `not-canonical`, `body-malformed`. */
export function readContent({ id, content }: Kind, bytes: Uint8Array): Json {
  const text = fromUtf8(bytes);
  if (text === undefined) throw refuse('body-malformed', `The content of ${id} is not UTF-8.`);
  if (content === undefined) throw refuse('part-unexpected', `The kind ${id} has no content.`);
  return shapeOf(content)(decode(text)) as Json;
}

const bodyShape = (kind: Kind): ((value: unknown) => unknown) => shapeOf(kind.body);

const shapes = new WeakMap<Type.TSchema, (value: unknown) => unknown>();

function shapeOf(schema: Type.TSchema): (value: unknown) => unknown {
  let check = shapes.get(schema);
  if (check === undefined) {
    check = shape(schema, 'body-malformed');
    shapes.set(schema, check);
  }
  return check;
}
