// The rejector: answers each entry of the other side that this node does not accept, at once, by an act of its own.
import { type ActHeader, type Label, seenOf } from '../act/act.ts';
import { base64 } from '../act/bytes.ts';
import type { SigningKey } from '../act/key.ts';
import { RECORD_REJECTED, REJECTS } from '../act/kinds.ts';
import type { Part } from '../act/part.ts';
import type { RefusalCode } from '../act/refusal.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { join, NOBODY, openLabel, ringOf, spelled } from '../agreement/label.ts';
import { nodeBody } from '../agreement/mandate.ts';
import { readMarking } from '../agreement/sight.ts';
import { emptyRoot } from '../log/tree.ts';
import { originIn } from './epochs.ts';
import { numberAfter, speak, type SpeechRoom, type Spoken } from './speech.ts';
import type { Sql } from './store/database.ts';
import { type Contested, countOf, firstUnanswered, newestFolded, NOTED, readLogs, unanswered } from './store/record.ts';

/** A kind this node does not know is not rejected: it is kept, and judged once the node knows it. */
export const WAITING: RefusalCode = 'kind-unknown';
/** Rejections written at once; the rest follow. */
const STEP = 256;

export interface RejectorRoom extends SpeechRoom {
  readonly sql: Sql;
  readonly now: () => string;
  readonly signer: (body: string) => Promise<SigningKey>;
  readonly record: (given: { readonly bytes: Uint8Array; readonly parts: readonly Part[] }) => Promise<number>;
}

export class Rejector {
  readonly #room: RejectorRoom;
  #running: Promise<void> | undefined;

  constructor(room: RejectorRoom) {
    this.#room = room;
  }

  /**
   * Answers everything contested and not answered yet. Nothing else of this side may be recorded in between that has
   * seen it: see `seenNow`. Calls at one time share one round.
   */
  async answer(): Promise<void> {
    this.#running ??= this.#answerAll().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #answerAll(): Promise<void> {
    for (;;) {
      const some = await unanswered(this.#room.sql, WAITING, STEP);
      if (some.length === 0) return;
      const said = await this.#compose(some);
      // Handed over in one breath, so that they stand beside each other in the log.
      await Promise.all(said.map(async (one) => await this.#room.record(one)));
    }
  }

  async #compose(some: readonly Contested[]): Promise<readonly Spoken[]> {
    const { sql, settings, agreement } = this.#room;
    const [, theirs] = await readLogs(sql);
    const by = nodeBody(settings.side);
    const at = this.#room.now();
    const prefix = `${settings.side.toUpperCase()}-NODE-${at.slice(0, 4)}-`;
    const used = await countOf(sql, by);
    const seen = await seenOfAll(sql, theirs.origin);
    const signer = await this.#room.signer(by);
    const said = some.map(async (entry, i) =>
      await speak(this.#room, {
        kind: RECORD_REJECTED,
        by,
        at,
        number: numberAfter(prefix, used + i),
        to: [agreement.participant(theirs.side).treatyOffice.body],
        subject: `${theirs.side}:${entry.idx}`,
        ...naming(entry, agreement),
        seen,
        body: { index: entry.idx, leaf: base64(entry.leaf), code: entry.contested },
        signer,
      }),
    );
    return await Promise.all(said);
  }
}

/**
 * How a rejection names what it rejects, and to whom: it is for whoever may see that. What has no id, and what carries
 * a label under which this node may not speak, is named to officials alone, by its index and leaf.
 */
function naming(entry: Contested, agreement: Agreement): Pick<ActHeader, 're'> & { readonly label: Label } {
  const open = openLabel(agreement);
  if (entry.kind === null || entry.kind === NOTED || entry.marked === null) return { re: [], label: open };
  const label = join(open, spelled(readMarking(entry.marked)));
  if (label === NOBODY || ringOf(label) !== 'A') return { re: [], label: { ...open, tlp: 'GREEN' } };
  return { re: [{ act: entry.act, role: REJECTS }], label };
}

async function seenOfAll(sql: Sql, origin: string): Promise<ActHeader['seen']> {
  const newest = await newestFolded(sql);
  return seenIn(newest, origin);
}

function seenIn(newest: Awaited<ReturnType<typeof newestFolded>>, origin: string): ActHeader['seen'] {
  if (newest === undefined) return seenOf(origin, 0, emptyRoot());
  return seenOf(originIn(newest.note), newest.size, newest.root);
}

/**
 * What an act may claim to have seen of the other log: the newest checkpoint of which every entry is folded here, and
 * none that this node contests and has not answered. So a rejection always comes first.
 */
export async function seenNow(sql: Sql): Promise<ActHeader['seen']> {
  const [, theirs] = await readLogs(sql);
  const newest = await newestFolded(sql, await firstUnanswered(sql, WAITING));
  return seenIn(newest, theirs.origin);
}
