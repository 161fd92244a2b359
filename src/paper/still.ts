// A ZIP with the time of the machine taken out of it, so that the same document has the same bytes.

// Source: APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16: signatures, and where each record keeps what is read or written here.
const ENTRY = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
const END_SIZE = 22;
const LISTED_SIZE = 46;
/** 1 January 1980, 0:00: the first time a ZIP can say. */
const EPOCH = 0x00210000;

/** The same archive, each entry dated 1 January 1980. What is not a plain ZIP is a broken invariant and throws. */
export function stillZip(archive: Uint8Array): Uint8Array {
  const still = new Uint8Array(archive);
  const view = new DataView(still.buffer);
  const end = still.length - END_SIZE;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('paper: a ZIP does not end as one');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    const entry = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== LISTED || view.getUint32(entry, true) !== ENTRY) {
      throw new Error('paper: a ZIP lists what it does not hold');
    }
    view.setUint32(at + 12, EPOCH, true);
    view.setUint32(entry + 10, EPOCH, true);
    at += LISTED_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return still;
}
