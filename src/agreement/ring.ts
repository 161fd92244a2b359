// Rings of parts: which of an act are sealed under its label, and to which bodies.
import type { ActHeader, Label, PartHeader } from '../act/act.ts';
import { BODY_PART, CHUNKS_PART } from '../act/part.ts';
import { ringOf } from './label.ts';

/** What a node must read that may open nothing else: closed fields, and by which hashes chunks are kept. */
const OPEN_PARTS: readonly string[] = [BODY_PART, CHUNKS_PART];

/** In which ring a part stands: the body holds closed fields alone where its kind can be sealed, and stays open. */
export function classOf(label: Label, part: Pick<PartHeader, 'name'>): PartHeader['class'] {
  const ring = OPEN_PARTS.includes(part.name) ? 'A' : ringOf(label);
  // What is classified is refused before its parts are looked at.
  return ring === 'D' ? 'C' : ring;
}

/** The bodies concerned, in order: who says it, and those of the label, or where it names none the addressees. */
export function concernedBodies({ label, by, to }: Pick<ActHeader, 'label' | 'by' | 'to'>): readonly string[] {
  return [...new Set([by, ...(label.bodies ?? to)])].sort();
}

/** A compartment: the bodies whose parts are kept under one key. Those of the other side are concerned as well. */
export function compartmentOf(header: Pick<ActHeader, 'label' | 'by' | 'to'>): string {
  return concernedBodies(header).join(' ');
}
