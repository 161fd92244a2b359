// Public acts of both sides, newest first, in stretches: for lists, feeds and files alike.
import { readStretch } from '../pages/acts.data.ts';
import { addressAt, readPaging } from '../paging.ts';
import type { Beside, PublicAsk } from './ask.ts';

type Stretch = Awaited<ReturnType<typeof readStretch>>;

const sidesOf = ({ record }: Pick<PublicAsk, 'record'>): readonly string[] =>
  record.agreement.participants.map(({ id }) => id);

/** The stretch that the address asks for; `usual` acts where it names no number. */
export async function stretchAsked(ask: PublicAsk, usual?: number): Promise<Stretch> {
  return await readStretch(ask.look, sidesOf(ask), {}, readPaging(ask.query, usual));
}

/** The newest public acts. */
export async function newestActs(ask: PublicAsk, limit: number): Promise<Stretch> {
  return await readStretch(ask.look, sidesOf(ask), {}, { limit, cursor: undefined });
}

/** The addresses of the stretches beside this one. */
export function besideStretch({ address }: Pick<PublicAsk, 'address'>, { next, previous }: Stretch): Required<Beside> {
  return { next: addressAt(address, next), previous: addressAt(address, previous) };
}
