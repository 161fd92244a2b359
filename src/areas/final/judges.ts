// The law of each kind of the final provisions: what cannot be said as things stand.
import type { BodyOf } from '../../act/kind.ts';
import { sideOf } from '../../act/act.ts';
import { parseKey } from '../../act/key.ts';
import { KEYS } from '../../act/keys.ts';
import type {
  BODY_DESIGNATED, BODY_ENDED, EPOCH_BEGUN, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE,
} from '../../act/kinds.ts';
import { Refusal, refuse } from '../../act/refusal.ts';
import type { FoldedAct } from '../../act/register.ts';
import { civilDate } from '../../agreement/calendar.ts';
import { requireReceiptDate } from '../../agreement/clock.ts';
import { type Life, step } from '../../agreement/life.ts';
import { BODIES, rootBody } from '../../agreement/mandate.ts';
import type { Judge, Standing } from '../../area.ts';
import type { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import { matterReader, readCourse } from './course.ts';
import { clocksOf, entryDates, receiptsOf } from './law.ts';
import { PAPERS } from './paper/registers.ts';
import { acknowledged, AGREEMENT, eventOf, LIFE, lifeOf, NOTES } from './registers.ts';

function seatOf(standing: Standing, side: string): string {
  return standing.agreement.participant(side).seat.zone;
}

async function requireFreshKey(written: string, holder: string, standing: Standing): Promise<void> {
  const key = parseKey(written);
  if (!key.name.startsWith(`${holder}/`)) {
    throw refuse('key-not-admissible', `The key ${key.name} is to be held by ${holder}.`);
  }
  if ((await standing.state(KEYS, key.name)).admitted !== null) {
    throw refuse('key-not-admissible', `The key ${key.name} was admitted before; a name is used once.`);
  }
}

function requireOwnSide(act: FoldedAct, body: string): void {
  if (sideOf(body) !== act.side) throw refuse('side-mismatch', `${act.header.by} speaks of ${body}.`);
}

/** The life before the act, if the table of the life lets the act move it; otherwise `state-forbids`. */
async function requireMove(act: FoldedAct, standing: Standing): Promise<Life> {
  const life = lifeOf(await standing.state(LIFE, AGREEMENT), standing.agreement);
  const event = eventOf(life, act);
  const next = event === undefined ? life : step(life, event);
  if (next instanceof Refusal) throw next;
  return life;
}

export const judgeKeyAdmitted: Judge = async (act, standing) => {
  const { key, holder } = act.body as BodyOf<typeof KEY_ADMITTED>;
  requireOwnSide(act, holder);
  await requireFreshKey(key, holder, standing);
};

export const judgeKeyRevoked: Judge = async (act, standing) => {
  const { key } = act.body as BodyOf<typeof KEY_REVOKED>;
  const state = await standing.state(KEYS, key);
  if (state.holder === null || sideOf(state.holder) !== act.side) {
    throw refuse('key-unknown', `${act.header.by} revokes the key ${key}.`);
  }
  if (state.revoked !== null) throw refuse('key-revoked', `${act.header.by} revokes the key ${key} again.`);
};

/** The checkpoint named is one of the own log, before the act. */
export const judgeKeyRevokedSince: Judge = async (act, standing) => {
  await judgeKeyRevoked(act, standing);
  const { size, root } = (act.body as BodyOf<typeof KEY_REVOKED_SINCE>).checkpoint;
  if ((await standing.root(size)) !== root) {
    throw refuse('seen-diverges', `The revocation names a state of its own log at ${size} that never was.`);
  }
};

/** The state at which the old log is closed is one of it, before the act. */
export const judgeEpochBegun: Judge = async (act, standing) => {
  const { closes } = act.body as BodyOf<typeof EPOCH_BEGUN>;
  if ((await standing.root(closes.size)) !== closes.root) {
    throw refuse('seen-diverges', `The act closes its own log at a state of ${closes.size} entries that never was.`);
  }
};

export const judgeBodyDesignated: Judge = async (act, standing) => {
  const { body, provisions, key } = act.body as BodyOf<typeof BODY_DESIGNATED>;
  requireOwnSide(act, body);
  if (body === standing.agreement.participant(act.side).treatyOffice.body || body === rootBody(act.side)) {
    throw refuse('state-forbids', `${body} speaks by virtue of its functions and is not designated.`);
  }
  for (const id of provisions) {
    if (standing.agreement.provision(id) === undefined)
      throw refuse('provision-unknown', `Designating ${body} for ¶${id}.`);
  }
  await requireFreshKey(key, body, standing);
};

export const judgeBodyEnded: Judge = async (act, standing) => {
  const { body } = act.body as BodyOf<typeof BODY_ENDED>;
  requireOwnSide(act, body);
  const state = await standing.state(BODIES, body);
  const ends = act.header.re.find((reference) => reference.role === 'ends')?.act;
  if (state.designated === null || state.ended !== null || state.designated.act !== ends) {
    throw refuse('state-forbids', `The mandate of ${body} under ${String(ends)} does not stand.`);
  }
};

/** Each side notifies once; the date on the note is not later than the day on which it is sent. */
export const judgeNotification: Judge = async (act, standing) => {
  await requireMove(act, standing);
  const { noteDate } = act.body as BodyOf<typeof NOTIFICATION_GIVEN>;
  const today = civilDate(act.header.at, seatOf(standing, act.side));
  if (noteDate > today) throw refuse('date-out-of-order', `The note is dated ${noteDate} and sent on ${today}.`);
};

/**
 * A receipt answers a note of the other side, once, at a time after it was sent and not in the future. A note that was
 * entered from paper may have come before the other side recorded it.
 */
export const judgeReceipt: Judge = async (act, standing) => {
  const of = acknowledged(act) ?? '';
  const note = await standing.act(of);
  if (note === undefined || note.side === act.side) {
    throw refuse('state-forbids', `${act.header.by} acknowledges a note of its own side.`);
  }
  if ((await standing.state(NOTES, of)).receipt !== null) {
    throw refuse('state-forbids', `The receipt of ${note.header.number} has been acknowledged.`);
  }
  if (note.header.subject !== act.header.subject) {
    throw refuse('state-forbids', `The receipt of ${note.header.number} speaks of ${act.header.subject}.`);
  }
  await requireMove(act, standing);
  const { received } = act.body as BodyOf<typeof RECEIPT_GIVEN>;
  requireReceiptDate({ act: act.id, ...received }, seatOf(standing, act.side));
  const { entered } = await standing.state(PAPERS, note.header.number);
  const onPaper = entered?.side === act.side && entered.instant === received.instant;
  if ((received.instant < note.header.at && !onPaper) || received.instant > act.header.at) {
    throw refuse(
      'date-out-of-order',
      `${note.header.number} was sent at ${note.header.at}; its receipt says ${received.instant} and is ` +
        `given at ${act.header.at}.`,
    );
  }
};

/** A confirmation says the dates that follow from both receipts, and rests on exactly these. */
export const judgeEntryConfirmed: Judge = async (act, standing) => {
  const { agreement } = standing;
  const life = await requireMove(act, standing);
  const dates = entryDates(clocksOf(life, agreement, '', await readCourse(matterReader(standing), agreement)));
  if (dates === undefined) throw new Error('final: every receipt is recorded, and the clocks have no date');
  const body = act.body as BodyOf<typeof ENTRY_CONFIRMED>;
  const receipts = receiptsOf(life);
  const named = act.header.re.filter((reference) => reference.role === 'rests-on').map((reference) => reference.act);
  const same = (a: readonly string[]): boolean => a.toSorted().join(' ') === receipts.join(' ');
  if (!same(named) || !same(body.receipts)) {
    throw refuse('reference-missing', 'The confirmation rests on other acts than the two receipts.');
  }
  if (body.date !== dates.date || body.lastDay !== dates.lastDay || body.extendBy !== dates.extendBy) {
    throw refuse(
      'date-inconsistent',
      `It confirms ${body.date}, ${body.lastDay}, ${body.extendBy}; the rules give ${dates.date}, ` +
        `${dates.lastDay}, ${dates.extendBy}.`,
    );
  }
};
