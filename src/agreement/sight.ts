// Sight: whether this viewer, for this purpose, may see what carries this label.
import { sha256 } from '@noble/hashes/sha2.js';
import { type ActHeader, type Label, sideOf } from '../act/act.ts';
import { base64url, type Sha256, utf8 } from '../act/bytes.ts';
import { decode, encode, type Json } from '../act/canonical.ts';

/** Who looks: the public, of whom nothing is known, or a person of a side in their bodies, for a purpose they named. */
export type Viewer = 'public' | SideViewer;

/** `bodies` are ids of bodies of `side`; `purpose` is the one the session was opened for, a code of a label. */
export interface SideViewer {
  readonly side: string;
  readonly bodies: readonly string[];
  readonly purpose: string | undefined;
  /** The official it is, by id: no label asks it, the log of readings does. */
  readonly official?: string;
}

/** Whoever looks for a body, and has named no purpose. */
export function sightOfBody(body: string): SideViewer {
  return { side: sideOf(body), bodies: [body], purpose: undefined };
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

/** What of a label the one check never asks: leaving it out keeps the markings of a record few. */
const UNASKED: readonly string[] = ['keepUntil', 'reviewAt', 'source', 'information'] satisfies (keyof Label)[];

/** Letters of the name of a marking: 128 bits of its hash. */
const NAME_LENGTH = 22;

/**
 * What many acts show of themselves alike, in canonical JSON, under a name that follows from it: who may see one of
 * them may see all. A record has few markings, and the check is asked once of each instead of once of each act.
 */
export interface Marking {
  readonly id: string;
  readonly text: string;
}

export function markingOf(header: ActHeader, sha: Sha256 = sha256): Marking {
  return markingFor(markedOf(header), sha);
}

/** The same of what stands apart from its header. */
export function markingFor({ label, by, to }: Marked, sha: Sha256 = sha256): Marking {
  const asked = Object.fromEntries(Object.entries(label).filter(([name]) => !UNASKED.includes(name)));
  const text = encode({ label: asked, by, to } as unknown as Json);
  return { id: base64url(sha(utf8(text))).slice(0, NAME_LENGTH), text };
}

/** Markings that `markings` remembers, at most. */
const REMEMBERED = 1000;

/** The same, remembering what few there are: making the name of one takes longer than reading an act. */
export function markings(sha: Sha256 = sha256): (header: ActHeader) => Marking {
  const known = new Map<string, Marking>();
  return (header) => {
    const shown = JSON.stringify(markedOf(header));
    const found = known.get(shown);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const marking = markingOf(header, sha);
    known.set(shown, marking);
    return marking;
  };
}

/** Reads a marking back. */
export function readMarking(text: string): Marked {
  return decode(text) as unknown as Marked;
}
