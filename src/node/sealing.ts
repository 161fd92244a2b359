// What a content takes on before it is frozen: the label of what it answers, and what a desk has sealed of its words.
import type { Json } from '../act/canonical.ts';
import { KEYS } from '../act/keys.ts';
import { SEALS } from '../act/kinds.ts';
import { formatChunks, type NamedChunk, readChunks } from '../act/file.ts';
import { BODY_PART, CHUNKS_PART, CONTENT_PART, FILE_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import { labelOfAnswer } from '../agreement/handling.ts';
import { NOBODY, openLabel, type Ring, ringOf } from '../agreement/label.ts';
import { concernedBodies } from '../agreement/ring.ts';
import type { Official } from '../agreement/official.ts';
import { markedOf, type Viewer } from '../agreement/sight.ts';
import type { Content, Enclosure, Look, Typed, Uploads } from '../area.ts';
import type { Known } from '../seal/about.ts';
import { isEnvelope } from '../seal/envelope.ts';
import { isStandIn } from '../seal/standin.ts';

const JSON_TYPE = 'application/json';
const FILE_PARTS = [CHUNKS_PART, FILE_PART] as const;

/** What answers is for nobody who may not see what it answers: where a form gives no label, it takes theirs. */
export async function labelled(content: Content, look: Look): Promise<Content> {
  if (content.label !== undefined) return content;
  const answered = await Promise.all(content.re.map(async ({ act }) => await look.act(act)));
  const label = labelOfAnswer(answered.flatMap((one) => (one === undefined ? [] : [markedOf(one.act.header)])));
  if (label === NOBODY) throw refuse('label-refused', 'Nobody may see all of what it answers.');
  return label === undefined ? content : { ...content, label };
}

/** What a desk needs to seal the words of an act. Only of ring C is the rest there. */
export interface Sealing {
  readonly ring: Ring;
  /** As far as the header is known now. */
  readonly header: Known | undefined;
  /** The content with a stand-in for each text that the desk keeps. */
  readonly content: Json | undefined;
  /** The newest seal key of each body concerned, written. */
  readonly recipients: readonly string[];
}

/** Where a desk asks what it needs. */
export interface Sealer {
  /** For what would be written of `typed`, which holds stand-ins for the words. Nothing of it is kept. */
  readonly prepare: (
    by: Official,
    kind: string,
    about: string | undefined,
    typed: Typed,
    viewer: Viewer,
  ) => Promise<Sealing>;
}

/** The field under which the envelope of a part is sent. */
export function envelopeField(part: string): string {
  return `sealed.${part}`;
}

/** The newest seal key of each of the bodies, written. `seal-key-missing` where one has none. */
async function recipientsOf(bodies: readonly string[], look: Look): Promise<readonly string[]> {
  const rows = (await look.rows(KEYS)).filter(({ state }) => state.use === SEALS && state.revoked === null);
  return bodies.map((body) => {
    const keys = rows.filter(({ state }) => state.holder === body);
    const [newest] = keys.sort((a, b) => (b.state.admitted?.index ?? 0) - (a.state.admitted?.index ?? 0));
    if (newest?.state.key !== null && newest !== undefined) return newest.state.key;
    throw refuse('seal-key-missing', `No key is admitted by which to seal for ${body}.`);
  });
}

/** What is to be sealed of a content, and to whom; of another ring than C nothing. */
export async function sealingOf(
  content: Content,
  said: Pick<Known, 'agreement' | 'kind' | 'by'>,
  look: Look,
  withFile: boolean,
): Promise<Sealing> {
  const label = content.label ?? openLabel(look.agreement);
  const ring = ringOf(label);
  if (ring !== 'C') return { ring, header: undefined, content: undefined, recipients: [] };
  const header: Known = {
    ...said,
    provisions: [...content.provisions],
    to: [...content.to],
    subject: content.subject,
    label,
    // In the order in which the desk of the node puts them.
    parts: [BODY_PART, CONTENT_PART, ...(withFile ? FILE_PARTS : [])].map((name) => ({ name, type: JSON_TYPE })),
  };
  const recipients = await recipientsOf(concernedBodies(header), look);
  return { ring, header, content: content.content ?? null, recipients };
}

/**
 * The content with the envelopes that came in place of its words. In ring C no word may come to the node: where one
 * did, it is refused and nothing of it is kept.
 */
export function withSealed(content: Content, files: Uploads): Content {
  if (content.label === undefined || ringOf(content.label) !== 'C' || content.content === undefined) return content;
  const { content: words, enclosures = [], file: large, ...rest } = content;
  const [name = large?.file.name] = enclosures.map((file) => file.name);
  if (name !== undefined) {
    const instead = 'Leave it out, or give it by itself under a label up to AMBER';
    throw refuse('label-refused', `The file ${name} did not come sealed, as this label asks. ${instead}.`);
  }
  if (!isStandIn(words)) {
    throw refuse('label-refused', 'What this label allows is sealed at a desk, and not by the node.');
  }
  const sealed = files[envelopeField(CONTENT_PART)]?.bytes;
  if (sealed === undefined || !isEnvelope(sealed)) {
    throw refuse('envelope-invalid', 'The words of the act did not come as an envelope.');
  }
  const envelope = { name: CONTENT_PART, type: JSON_TYPE, bytes: sealed };
  return { ...rest, enclosures: [envelope, ...sealedFile(files)] };
}

/** The two parts of a file that a desk has sealed: its chunks came before. */
function sealedFile(files: Uploads): readonly Enclosure[] {
  const chunks = sealedChunksIn(files);
  const file = files[envelopeField(FILE_PART)]?.bytes;
  if (file === undefined && chunks.length === 0) return [];
  if (file === undefined || chunks.length === 0 || !isEnvelope(file)) {
    throw refuse('envelope-invalid', 'A file came without its chunks, or what opens it is no envelope.');
  }
  return [
    { name: CHUNKS_PART, type: JSON_TYPE, bytes: formatChunks(chunks) },
    { name: FILE_PART, type: JSON_TYPE, bytes: file },
  ];
}

/** The chunks that a desk says it has sent for a draft. */
export function sealedChunksIn(files: Uploads): readonly NamedChunk[] {
  const told = files[envelopeField(CHUNKS_PART)]?.bytes;
  return told === undefined ? [] : readChunks(told);
}
