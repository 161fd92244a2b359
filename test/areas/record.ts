// A record without nodes: acts in two logs as registers fold them, and what stands after all of them.
import type { ActHeader } from '../../src/act/act.ts';
import type { Json } from '../../src/act/canonical.ts';
import { type FoldedAct, fold, type Register } from '../../src/act/register.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { AreaKind, Standing } from '../../src/area.ts';

/** What a test says of an act; the rest follows. */
export interface Said {
  readonly side: string;
  readonly kind: string;
  readonly body: Json;
  readonly at?: string;
  readonly subject?: string;
  readonly re?: readonly { readonly act: string; readonly role: string }[];
}

/** Acts said one after the other, each having seen all before it. */
export class Given {
  readonly acts: FoldedAct[] = [];
  readonly #agreement: Agreement;

  constructor(agreement: Agreement) {
    this.#agreement = agreement;
  }

  /** The act as it would stand next. Its id is a word of the test's own, of 43 letters. */
  act({ side, kind, body, at = '2026-08-28T09:00:00Z', subject = 'agreement', re = [] }: Said): FoldedAct {
    const of = (log: string): number => this.acts.filter((act) => act.side === log).length;
    const other = side === 'ua' ? 'al' : 'ua';
    const office = (log: string): string => this.#agreement.participant(log).treatyOffice.body;
    const header: ActHeader = {
      agreement: this.#agreement.id,
      kind,
      provisions: ['76'],
      by: office(side),
      at,
      number: `${side.toUpperCase()}-MFA-2026-${String(of(side) + 1).padStart(4, '0')}`,
      to: [office(other)],
      subject,
      re: re.map((one) => ({ ...one })),
      seen: { origin: other, root: `${'A'.repeat(43)}=`, size: of(other) },
      label: { tlp: 'CLEAR', rel: ['UA', 'AL'] },
      parts: [],
      exercise: true,
    };
    const id = `${side}${of(side)}`.padEnd(43, '-');
    return { side, index: of(side), id, header, seen: of(other), body };
  }

  say(said: Said): FoldedAct {
    const act = this.act(said);
    this.acts.push(act);
    return act;
  }

  state<State extends Json>(register: Register<State>, subject: string): State {
    return fold(
      register,
      subject,
      this.acts.filter((act) => register.subjects(act).includes(subject)),
    );
  }

  /** Roots of a log that is none: one text for each size. */
  rootAt(size: number): string {
    return `${String(size).padStart(43, 'A')}=`;
  }

  get standing(): Standing {
    return {
      agreement: this.#agreement,
      state: async (register, subject) => await Promise.resolve(this.state(register, subject)),
      root: async (size) => await Promise.resolve(size > this.acts.length ? undefined : this.rootAt(size)),
      act: async (id) => await Promise.resolve(this.acts.find((act) => act.id === id)),
    };
  }

  /** The refusal of an act as the law of its kind gives it, or "accepted". */
  async verdict(kind: AreaKind, said: Said): Promise<string> {
    try {
      await kind.judge?.(this.act(said), this.standing);
      return 'accepted';
    } catch (cause) {
      return (cause as { readonly code?: string }).code ?? String(cause);
    }
  }
}
