// The forms of all areas: which may be opened now, and which would answer an act.
import type { Area, Field, Form, Look, ShownAct } from '../area.ts';
import type { Kind } from '../act/kind.ts';

/** The form by which `kind` is said, with its kind, or undefined. */
export function formOf(areas: readonly Area[], kind: string): { readonly form: Form; readonly kind: Kind } | undefined {
  for (const area of areas) {
    const form = area.forms.find((candidate) => candidate.kind === kind);
    const known = area.kinds.find((candidate) => candidate.kind.id === kind);
    if (form !== undefined && known !== undefined) return { form, kind: known.kind };
  }
  return undefined;
}

/** A form as a button: the kind it says, and the key of the sentence that names the deed. */
export interface Opening {
  readonly kind: string;
  readonly title: string;
}

async function openings(look: Look, forms: readonly Form[], about: ShownAct | undefined): Promise<readonly Opening[]> {
  const fields: readonly (readonly Field[] | undefined)[] = await Promise.all(
    forms.map((form) => form.open(look, about)),
  );
  return forms.filter((_, i) => fields[i] !== undefined).map(({ kind, title }) => ({ kind, title }));
}

/** What may be begun now without answering an act. */
export function beginnings(look: Look, areas: readonly Area[]): Promise<readonly Opening[]> {
  return openings(look, areas.flatMap((area) => area.forms), undefined);
}

/** What may be said now of `about`: forms of kinds that refer to acts of its kind, where they open. */
export function answersTo(look: Look, areas: readonly Area[], about: ShownAct): Promise<readonly Opening[]> {
  const refers = (area: Area, form: Form): boolean =>
    area.kinds
      .filter(({ kind }) => kind.id === form.kind)
      .some(({ kind }) => kind.references.some((rule) => rule.kinds.includes(about.act.header.kind)));
  return openings(look, areas.flatMap((area) => area.forms.filter((form) => refers(area, form))), about);
}

/** The address at which a draft of `kind` is begun. */
export function newAddress(kind: string, about?: string): string {
  const query = new URLSearchParams({ kind, ...(about === undefined ? {} : { about }) });
  return `/drafts/new?${query.toString()}`;
}
