// The founding of a record: the participant itself admits the first key of its treaty office, as entry 0 of its log.
import { type ActHeader, actText, seenOf } from '../act/act.ts';
import { utf8 } from '../act/bytes.ts';
import { encode } from '../act/canonical.ts';
import { formatKey } from '../act/key.ts';
import { formatNote, signText } from '../act/note.ts';
import { BODY_PART, commitment, type Part, SALT_SIZE } from '../act/part.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { KEY_ADMITTED } from '../act/kinds.ts';
import { openLabel } from '../agreement/label.ts';
import { rootBody } from '../agreement/mandate.ts';
import { emptyRoot } from '../log/tree.ts';
import type { Settings } from './config.ts';
import { type Identity, newKeyFor } from './identity.ts';
import type { Sql } from './store/database.ts';
import { OWN, readLogs } from './store/record.ts';

export interface Founding {
  readonly sql: Sql;
  readonly identity: Identity;
  readonly settings: Settings;
  readonly agreement: Agreement;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  readonly record: (given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] }) => Promise<number>;
}

/** Does nothing where the log has an entry. After a crash before the first entry it is simply done again. */
export async function foundRecord(founding: Founding): Promise<void> {
  const { sql, identity, settings, agreement } = founding;
  const [own, other] = await readLogs(sql);
  if (own.size > 0) return;
  const office = (side: string): string => agreement.participant(side).treatyOffice.body;
  const at = `${founding.now().toISOString().slice(0, 19)}Z`;
  const year = at.slice(0, 4);
  const key = await newKeyFor(identity, sql, office(settings.side), year);
  const body = { holder: office(settings.side), key: formatKey(key.key), use: 'acts' };
  const part: Part = { name: BODY_PART, salt: founding.random(SALT_SIZE), bytes: utf8(encode(body)) };
  const header: ActHeader = {
    agreement: agreement.id,
    kind: KEY_ADMITTED.id,
    provisions: agreement.provisionsOf(KEY_ADMITTED.families),
    by: rootBody(settings.side),
    at,
    number: `${settings.side.toUpperCase()}-ROOT-${year}-0001`,
    to: [office(other.side)],
    subject: key.key.name,
    re: [],
    seen: seenOf(other.origin, 0, emptyRoot()),
    label: openLabel(agreement),
    parts: [
      { name: part.name, type: 'application/json', class: 'A', commitment: commitment(part.salt, part.bytes) },
    ],
    ...(settings.exercise ? { exercise: true as const } : {}),
  };
  const text = actText(header);
  const bytes = formatNote(text, [signText(text, identity.keys.root)]);
  if ((await readLogs(sql))[OWN].size > 0) return;
  await founding.record({ bytes, parts: [part] });
}
