// Sheets that officials enter: an act of the other side, verified without its log, and kept until the line brings it.
import { base64, fromUtf8 } from '../act/bytes.ts';
import { decode } from '../act/canonical.ts';
import { BODY_PART } from '../act/part.ts';
import { refuse } from '../act/refusal.ts';
import type { FoldedAct } from '../act/register.ts';
import { parseAct } from '../act/act.ts';
import { readSheet, requireOpen, type Sheet } from '../act/sheet.ts';
import { type Sql } from './store/database.ts';
import { keepSheet, waitingSheets } from './store/sheets.ts';
import type { Official } from './window.ts';

export interface SheetRoom {
  readonly sql: Sql;
  readonly other: string;
  readonly now: () => Date;
  /** Judges hands, mandate, label and parts of an act of the other side as things stand; gives it as registers fold. */
  readonly vouch: (sheet: Sheet) => Promise<FoldedAct>;
  readonly changed: () => void;
}

/** The index of an act that stands in no log here yet. */
const NOWHERE = -1;

export class Sheets {
  readonly #room: SheetRoom;

  constructor(room: SheetRoom) {
    this.#room = room;
  }

  /** Verifies a sheet and keeps it. One of an act that the line has brought adds nothing: `act-repeated`. */
  async enter(by: Official, text: string): Promise<FoldedAct> {
    if (!by.roles.includes('drafter') && !by.roles.includes('duty-officer')) {
      throw refuse('role-missing', `${by.name} enters a sheet.`);
    }
    const sheet = readSheet(text);
    const act = await this.#room.vouch(sheet);
    requireOpen(act.header.parts);
    const body = sheet.parts.find(({ name }) => name === BODY_PART)?.bytes;
    await keepSheet(this.#room.sql, {
      act: act.id,
      bytes: sheet.bytes,
      parts: sheet.parts.map(({ name, salt, bytes }) => ({ name, salt: base64(salt), bytes: base64(bytes) })),
      body: fromUtf8(body ?? new Uint8Array()) ?? 'null',
      entered: by.id,
      at: this.#room.now(),
    });
    this.#room.changed();
    return { ...act, index: NOWHERE };
  }

  /** What came by sheet and not by the line yet. */
  async carried(): Promise<readonly FoldedAct[]> {
    return (await waitingSheets(this.#room.sql)).map((row) => {
      const { id, header } = parseAct(row.bytes);
      return { side: this.#room.other, index: NOWHERE, id, header, seen: header.seen.size, body: decode(row.body) };
    });
  }
}
