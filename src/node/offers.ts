// The queue of handed-in assessments: who may read it, and how one is set aside.
import { refuse } from '../act/refusal.ts';
import type { Sql } from './store/database.ts';
import { forgetContact, readOffers, setOfferAside } from './store/offered.ts';
import type { Official } from './window.ts';
import type { OfferRoom } from './window.offers.ts';

/** Characters of a reason, at most. */
const WHY_LIMIT = 500;

function requireModerator(by: Official): void {
  if (by.roles.includes('drafter') || by.roles.includes('approver')) return;
  throw refuse('role-missing', 'Moderating an assessment.');
}

export function offerRoom({ sql, now }: { readonly sql: Sql; readonly now: () => Date }): OfferRoom {
  return {
    list: async (by) => {
      requireModerator(by);
      return (await readOffers(sql)).map(({ sources, at, why, by: who, settled_at: _settled, ...rest }) => ({
        ...rest,
        sources: sources.split('\n').filter((line) => line !== ''),
        at: at.toISOString(),
        why: why ?? undefined,
        by: who ?? undefined,
      }));
    },
    setAside: async (by, id, why) => {
      requireModerator(by);
      const reason = why.trim();
      if (reason === '' || reason.length > WHY_LIMIT) {
        throw refuse('input-malformed', `field why: Write a reason of at most ${WHY_LIMIT} characters.`);
      }
      if (!(await setOfferAside(sql, id, { why: reason, by: by.id, at: now() }))) {
        throw refuse('state-forbids', `The assessment ${id.slice(0, 40)} waits no more.`);
      }
    },
    forget: async (by, id) => {
      requireModerator(by);
      await forgetContact(sql, id);
    },
  };
}
