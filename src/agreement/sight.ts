// Sight: whether this viewer, for this purpose, may see what carries this label.
import { type ActHeader, type Label, sideOf } from '../act/act.ts';

/** Who looks: the public, of whom nothing is known, or a person of a side in their bodies, for a purpose they named. */
export type Viewer = 'public' | SideViewer;

/** `bodies` are ids of bodies of `side`; `purpose` is the one the session was opened for, a code of a label. */
export interface SideViewer {
  readonly side: string;
  readonly bodies: readonly string[];
  readonly purpose: string | undefined;
}

/** What an act shows of itself to this question: its label, who said it, to whom. */
export interface Marked {
  readonly label: Label;
  readonly by: string;
  readonly to: readonly string[];
}

/** What the header of an act is asked for. */
export function markedOf({ label, by, to }: ActHeader): Marked {
  return { label, by, to };
}

/** The bodies that may have it: those of the label, or where it names none, who said it and to whom. */
function concerned({ label, by, to }: Marked): readonly string[] {
  return [by, ...(label.bodies ?? to)];
}

/**
 * The one check. Whoever lists, counts, searches, exports, feeds or tells asks it, and leaves out what it denies: that
 * something exists is information too.
 *
 * - CLEAR is for anyone, unless the label names bodies, purposes or personal data.
 * - GREEN is for every official of a side it is released to, or of the bodies it names.
 * - AMBER and above is for officials of the bodies concerned alone.
 * - Where purposes are named the viewer has named one of them; personal data asks for a purpose in any case.
 */
export function maySee(viewer: Viewer, marked: Marked): boolean {
  const { label } = marked;
  const purposes = label.purpose ?? [];
  const narrowed = label.bodies !== undefined || purposes.length > 0 || label.personal !== undefined;
  if (label.tlp === 'CLEAR' && !narrowed) return true;
  if (viewer === 'public') return false;
  if (!label.rel.includes(viewer.side.toUpperCase())) return false;
  if (purposes.length > 0 && (viewer.purpose === undefined || !purposes.includes(viewer.purpose))) return false;
  if (label.personal !== undefined && viewer.purpose === undefined) return false;
  const wide = (label.tlp === 'CLEAR' || label.tlp === 'GREEN') && label.bodies === undefined;
  if (wide) return true;
  return concerned(marked).some((body) => sideOf(body) === viewer.side && viewer.bodies.includes(body));
}
