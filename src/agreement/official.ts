// An official: a person in a body of a side, and what they may do in it.
import Type from 'typebox';
import { BodyId } from '../act/act.ts';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 200 });
/** An id of an official or a person, as an operator writes it. */
export const PersonId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });

/** What an official may do in their body; the operator is of the node, and sees none of its content. */
export const ROLES = ['reader', 'drafter', 'approver', 'duty-officer', 'custodian', 'auditor', 'operator'] as const;

export const OfficialShape = Type.Object(
  {
    id: PersonId,
    /** Who it is, where one person holds several offices: two hands of one person are one hand. */
    person: Type.Optional(PersonId),
    name: Text,
    body: BodyId,
    roles: Type.Array(Type.Enum(ROLES)),
    post: Type.Object({ en: Text, uk: Text, sq: Text }, closed),
    /** A program that speaks with a key: it drafts and reads, and is nobody's second hand. */
    program: Type.Optional(Type.Boolean()),
  },
  closed,
);

/** A person of a side: their body, what they may do in it, what they are in the languages of the interface. */
export type Official = Type.Static<typeof OfficialShape>;
/** What an official may do in their body. */
export type Role = Official['roles'][number];

/** The person an official is: another official may be the same. */
export function personOf(official: Pick<Official, 'id' | 'person'>): string {
  return official.person ?? official.id;
}

/** Whether it is an operator, who keeps the node running and reads what everyone reads. */
export function isOperator({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.includes('operator');
}
