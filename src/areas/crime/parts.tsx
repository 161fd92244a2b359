// What the pages of crime share: deeds as buttons, where an item stands, in words.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { draftAddress } from '../../kit/links.tsx';
import { State, type StateShape } from '../../kit/marks.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Deed, Stand } from './crime.data.ts';

const SHAPES: Readonly<Record<Stand, StateShape>> = {
  erased: 'none',
  deleted: 'none',
  kept: 'moving',
  recalled: 'alarm',
  superseded: 'waiting',
  stands: 'done',
};

/** Where an item stands: its shape, and the word. */
export function Standing({ is, speak }: { readonly is: Stand; readonly speak: Speak }): JSX.Element {
  return <State is={SHAPES[is]}>{speak.say(`crime.stand.${is}`)}</State>;
}

export function Deeds({ deeds, speak }: { readonly deeds: readonly Deed[]; readonly speak: Speak }): JSX.Element {
  if (deeds.length === 0) return <></>;
  return (
    <Buttons>
      {deeds.map(({ kind, title, about }) => (
        <ButtonLink href={draftAddress(kind, about === null ? {} : { about })}>{speak.say(title)}</ButtonLink>
      ))}
    </Buttons>
  );
}

/** `/crime/item?of=` the act that gave it. */
export function itemAddress(act: string): string {
  return `/crime/item?of=${act}`;
}
