// What the forms of a consultation share: the consultation an act belongs to, its fields, its content.
import type { Json } from '../../act/canonical.ts';
import type { FoldedAct } from '../../act/register.ts';
import { civilDate, civilTime } from '../../agreement/calendar.ts';
import type { Content, Field, Look, ShownAct } from '../../area.ts';
import { inRole } from '../../ways/meeting/agreed.ts';
import { counterpart } from '../../ways/meeting/forms.ts';
import { REQUESTED } from './kinds.ts';
import { type Consultation, consultationOf, CONSULTATIONS, isOpen, ROOM, type Room } from './registers.ts';

/**
 * The consultations as this side knows them: those of the record, and on top of them what came by sheet over a cut line
 * and stands in no log here yet. For showing and reminding; what is judged is judged by the record alone.
 */
export async function roomNow(look: Look): Promise<Room> {
  const carried = (await look.carried()).filter((act) => CONSULTATIONS.subjects(act).includes(ROOM));
  return carried.reduce((room, act) => CONSULTATIONS.step(room, act), await look.row(CONSULTATIONS, ROOM));
}

/** A request that came by sheet, with the consultation it makes. */
export interface CarriedRequest {
  readonly act: FoldedAct;
  readonly one: Consultation;
}

/** The requests of the other side that came by sheet alone, where this side may still say something of them. */
export async function carriedRequests(look: Look): Promise<readonly CarriedRequest[]> {
  const room = await roomNow(look);
  return (await look.carried()).flatMap((act) => {
    const one = act.header.kind === REQUESTED.id ? consultationOf(room, act.id) : undefined;
    return one === undefined || !isOpen(one) ? [] : [{ act, one }];
  });
}

/** The choice among requests that came by sheet: by their numbers. */
export function carriedField(requests: readonly CarriedRequest[]): Field {
  const options = requests.map(({ act }) => ({ value: act.id, text: `${act.header.number}, ${act.header.at}` }));
  return field('carried', 'choice', true, { options, ...(options[0] && { initial: options[0].value }) });
}

/** A consultation as a form meets it: the act the form was opened from, and the request that is named as `in`. */
export interface Within {
  readonly one: Consultation;
  readonly about: ShownAct;
  readonly request: string;
}

/** The request that an act is, or belongs to. */
function requestOf({ act }: ShownAct): string {
  const named = [inRole(act, 'in'), inRole(act, 'acknowledges')].find((id) => id !== '');
  return named ?? (act.body as { readonly request?: string } | undefined)?.request ?? act.id;
}

/** The consultation that `about` belongs to, on whichever of its requests; undefined where it belongs to none. */
export async function withinOf(look: Look, about: ShownAct | undefined): Promise<Within | undefined> {
  if (about === undefined || about.contested !== undefined) return undefined;
  const request = requestOf(about);
  const one = consultationOf(await look.row(CONSULTATIONS, ROOM), request);
  return one === undefined ? undefined : { one, about, request };
}

/** A field whose label is a word of this area. */
export const field = (name: string, input: Field['input'], required: boolean, more: Partial<Field> = {}): Field => ({
  name,
  label: `consultation.field.${name}`,
  input,
  required,
  ...more,
});

/** A choice of words of this area: `consultation.<group>.<value>`. */
export function choice(name: string, group: string, values: readonly string[], initial?: string): Field {
  const options = values.map((value) => ({ value, label: `consultation.${group}.${value}` }));
  return field(name, 'choice', true, { options, ...(initial === undefined ? {} : { initial }) });
}

/** Date and time at this seat, filled in with now. */
export function momentFields(look: Look, help: string): readonly Field[] {
  const zone = look.agreement.participant(look.side).seat.zone;
  return [
    field('date', 'date', true, { initial: civilDate(look.now, zone), help }),
    field('time', 'time', true, { initial: civilTime(look.now, zone) }),
  ];
}

/** Content on a consultation. In a drill the act is marked as one. */
export function contentOf(
  look: Look,
  one: Pick<Consultation, 'drill'>,
  said: Pick<Content, 'provisions' | 're'> & { readonly body: Json },
): Content {
  const content = { to: [counterpart(look)], subject: ROOM, ...said };
  return one.drill ? { ...content, exercise: true } : content;
}
