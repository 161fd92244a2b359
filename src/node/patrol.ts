// The patrol: inspects both logs in the background, a tile at a time and round after round, and heals what it finds.
import { TileEdge } from '../log/edge.ts';
import type { Damage, Looked } from './inspection.ts';
import type { Sql } from './store/database.ts';
import {
  countDamages, readDamages, readInspections, writeDamage, writeHealed, writeInspection,
} from './store/inspections.ts';
import { type LogNumber, OTHER, OWN, readLogs } from './store/record.ts';
import type { InspectionView } from './window.ts';

/** Milliseconds between two tiles, and after both logs were gone over whole; a million acts take about two hours. */
export const PACE = { step: 1000, round: 60_000 } as const;
/** Damages named on a page, at most. */
const SHOWN = 100;

export interface PatrolRoom {
  readonly sql: Sql;
  readonly pace: { readonly step: number; readonly round: number };
  readonly look: (log: LogNumber, edge: TileEdge) => Promise<Looked>;
  readonly heal: (damage: Damage) => Promise<boolean>;
  readonly now: () => Date;
  /** Told where something was found or healed. */
  readonly changed: () => void;
}

export class Patrol {
  readonly #room: PatrolRoom;
  #stopped = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;

  constructor(room: PatrolRoom) {
    this.#room = room;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#running;
  }

  async view(): Promise<InspectionView> {
    const { sql } = this.#room;
    const logs = await readLogs(sql);
    const at = await readInspections(sql);
    const rounds = at.map(({ rounded }) => rounded?.getTime());
    const ended = rounds.length === 2 ? Math.min(...rounds.map((time) => time ?? 0)) : 0;
    const damages = (await readDamages(sql, SHOWN)).map(({ log, what, idx, name, found }) => ({
      side: logs[log].side,
      what,
      index: idx,
      name,
      found: found.toISOString(),
    }));
    return { ...(await countDamages(sql)), rounded: ended > 0 ? new Date(ended).toISOString() : undefined, damages };
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      // A database that is gone is told by whoever needs it; the patrol only waits.
      const more = await this.#step().catch(() => true);
      await this.#rest(more ? this.#room.pace.step : this.#room.pace.round);
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** One tile of each log. Gives whether there is more of either before its round is over. */
  async #step(): Promise<boolean> {
    const { sql } = this.#room;
    const logs = await readLogs(sql);
    const kept = await readInspections(sql);
    let more = false;
    for (const log of [OWN, OTHER] as const) {
      const from = kept.find((row) => row.log === log);
      const edge = from === undefined ? TileEdge.empty() : TileEdge.fromBytes(from.edge);
      // A log that was thrown back in recovery is begun again.
      const looked = await this.#room.look(log, edge.size > logs[log].size ? TileEdge.empty() : edge);
      const again = await this.#tend(looked.damages);
      const whole = looked.edge.size >= logs[log].size;
      const next = whole || again ? TileEdge.empty() : looked.edge;
      const rounded = whole ? this.#room.now() : (from?.rounded ?? null);
      await writeInspection(sql, { log, edge: next.toBytes(), rounded });
      more ||= !whole;
    }
    return more;
  }

  /** Notes and heals; true where the round must begin anew, since what was gone over may be other than was signed. */
  async #tend(damages: readonly Damage[]): Promise<boolean> {
    const { sql, now, heal, changed } = this.#room;
    for (const damage of damages) {
      const { log, what, idx, name } = damage;
      await writeDamage(sql, { log, what, idx, name }, now());
      if (await heal(damage)) await writeHealed(sql, { log, what, idx, name }, now());
    }
    if (damages.length > 0) changed();
    return damages.some(({ what }) => what === 'root');
  }
}
