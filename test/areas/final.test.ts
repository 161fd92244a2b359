// The law of the final provisions, without a node: what each kind may say, when, and what the registers make of it.
import { generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/act/canonical.ts';
import { formatKey, publicKey, SIGNATURE_TYPE } from '../../src/act/key.ts';
import { KEYS } from '../../src/act/keys.ts';
import { BODY_DESIGNATED, BODY_ENDED, KEY_ADMITTED, KEY_REVOKED, KEY_REVOKED_SINCE } from '../../src/act/kinds.ts';
import { fold } from '../../src/act/register.ts';
import { BODIES } from '../../src/agreement/mandate.ts';
import type { AreaKind } from '../../src/area.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from '../../src/areas/final/kinds.ts';
import { final } from '../../src/areas/final/index.ts';
import { AGREEMENT as LIFE_OF, LIFE, NOTES } from '../../src/areas/final/registers.ts';
import { AGREEMENT } from '../web/agreement.ts';
import { Given, type Said } from './record.ts';

const kindOf = (id: string): AreaKind => final.kinds.find((one) => one.kind.id === id) as AreaKind;

function newKey(name: string): string {
  const { publicKey: key } = generateKeyPairSync('ed25519');
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(12);
  return formatKey(publicKey(name, SIGNATURE_TYPE.ed25519, new Uint8Array(raw)));
}

const notify = (side: string, at = '2026-08-28T09:00:00Z', noteDate = '2026-08-28'): Said => ({
  side,
  kind: NOTIFICATION_GIVEN.id,
  at,
  body: { procedures: '', noteDate, channel: 'node' },
});

const ZONES: Readonly<Record<string, string>> = { ua: 'Europe/Kyiv', al: 'Europe/Tirane' };

const receive = (side: string, of: string, instant: string, date: string, at = instant): Said => ({
  side,
  kind: RECEIPT_GIVEN.id,
  at,
  re: [{ act: of, role: 'acknowledges' }],
  body: { received: { instant, date, zone: ZONES[side] ?? '', channel: 'node' } },
});

/** Both notified and received: Ukraine's note on 29 August in Tirana, Albania's at 23:30 on 31 August in Kyiv. */
function received(): Given {
  const given = new Given(AGREEMENT);
  const ours = given.say(notify('ua'));
  given.say(receive('al', ours.id, '2026-08-29T07:59:30Z', '2026-08-29'));
  const theirs = given.say(notify('al', '2026-08-29T08:00:00Z'));
  given.say(receive('ua', theirs.id, '2026-08-31T20:30:00Z', '2026-08-31'));
  return given;
}

const CONFIRMED: Json = { rule: 'entry/1', date: '2026-08-31', lastDay: '2036-08-31', extendBy: '2036-02-29' };

function confirm(given: Given, side: string, change: object = {}): Said {
  const receipts = given.acts.filter((act) => act.header.kind === RECEIPT_GIVEN.id).map((act) => act.id);
  const re = receipts.map((act) => ({ act, role: 'rests-on' }));
  const body = { ...(CONFIRMED as object), receipts: receipts.toSorted(), ...change } as Json;
  return { side, kind: ENTRY_CONFIRMED.id, at: '2026-09-01T09:00:00Z', re, body };
}

describe('a notification (¶76)', () => {
  test('is given once by each side, in either order', async () => {
    const given = new Given(AGREEMENT);
    const kind = kindOf(NOTIFICATION_GIVEN.id);
    expect(await given.verdict(kind, notify('al'))).toBe('accepted');
    given.say(notify('al'));
    expect(await given.verdict(kind, notify('al'))).toBe('state-forbids');
    expect(await given.verdict(kind, notify('ua'))).toBe('accepted');
  });

  test('is not dated after the day on which it is sent, at the seat of who sends it', async () => {
    const kind = kindOf(NOTIFICATION_GIVEN.id);
    const given = new Given(AGREEMENT);
    // 21:30 UTC is the next day in Kyiv, and the same day in Tirana.
    expect(await given.verdict(kind, notify('ua', '2026-08-28T21:30:00Z', '2026-08-29'))).toBe('accepted');
    expect(await given.verdict(kind, notify('al', '2026-08-28T21:30:00Z', '2026-08-29'))).toBe('date-out-of-order');
  });
});

describe('a receipt (¶76)', () => {
  const kind = kindOf(RECEIPT_GIVEN.id);

  test('answers a note of the other side, once, after it was sent, and not in the future', async () => {
    const given = new Given(AGREEMENT);
    const note = given.say(notify('ua'));
    const good = receive('al', note.id, '2026-08-29T07:59:30Z', '2026-08-29');
    expect(await given.verdict(kind, { ...good, side: 'ua' })).toBe('state-forbids');
    expect(await given.verdict(kind, receive('al', 'nothing', '2026-08-29T07:59:30Z', '2026-08-29'))).toBe(
      'state-forbids',
    );
    expect(await given.verdict(kind, receive('al', note.id, '2026-08-28T08:59:59Z', '2026-08-28'))).toBe(
      'date-out-of-order',
    );
    const early = receive('al', note.id, '2026-08-29T08:00:00Z', '2026-08-29', '2026-08-29T07:59:59Z');
    expect(await given.verdict(kind, early)).toBe('date-out-of-order');
    expect(await given.verdict(kind, good)).toBe('accepted');
    given.say(good);
    expect(await given.verdict(kind, good)).toBe('state-forbids');
  });

  test('has the civil date that follows from its instant at the seat of who receives', async () => {
    const given = new Given(AGREEMENT);
    const note = given.say(notify('al'));
    const at = '2026-08-31T21:30:00Z';
    expect(await given.verdict(kind, receive('ua', note.id, at, '2026-08-31'))).toBe('date-inconsistent');
    expect(await given.verdict(kind, receive('ua', note.id, at, '2026-09-01'))).toBe('accepted');
    const elsewhere = receive('ua', note.id, at, '2026-08-31');
    const body = { received: { ...(elsewhere.body as { received: object }).received, zone: 'Europe/Tirane' } } as Json;
    expect(await given.verdict(kind, { ...elsewhere, body })).toBe('date-inconsistent');
  });
});

describe('the confirmation of entry into effect (¶76)', () => {
  const kind = kindOf(ENTRY_CONFIRMED.id);

  test('comes after both receipts, from each side once', async () => {
    const early = new Given(AGREEMENT);
    early.say(notify('ua'));
    expect(await early.verdict(kind, confirm(early, 'ua'))).toBe('state-forbids');
    const given = received();
    expect(await given.verdict(kind, confirm(given, 'ua'))).toBe('accepted');
    given.say(confirm(given, 'ua'));
    expect(await given.verdict(kind, confirm(given, 'ua'))).toBe('state-forbids');
    expect(await given.verdict(kind, confirm(given, 'al'))).toBe('accepted');
  });

  test('says the dates that follow, and rests on the two receipts', async () => {
    const given = received();
    for (const wrong of [{ date: '2026-08-30' }, { lastDay: '2036-08-30' }, { extendBy: '2036-03-01' }]) {
      expect(await given.verdict(kind, confirm(given, 'ua', wrong))).toBe('date-inconsistent');
    }
    const [one] = given.acts;
    expect(await given.verdict(kind, confirm(given, 'ua', { receipts: [one?.id ?? ''] }))).toBe('reference-missing');
    expect(await given.verdict(kind, { ...confirm(given, 'ua'), re: [] })).toBe('reference-missing');
  });
});

describe('bodies and keys (¶73)', () => {
  const designate = (change: object = {}): Said => ({
    side: 'ua',
    kind: BODY_DESIGNATED.id,
    subject: 'ua:nmaa',
    body: {
      body: 'ua:nmaa',
      name: { en: 'National Mine Action Authority', local: 'НОПМД' },
      provisions: ['58', '59'],
      from: '2026-08-28',
      key: newKey('ua:nmaa/2026-1'),
      ...change,
    },
  });

  test('a body of the own side is designated for paragraphs there are, with a key never used before', async () => {
    const kind = kindOf(BODY_DESIGNATED.id);
    const given = new Given(AGREEMENT);
    expect(await given.verdict(kind, designate())).toBe('accepted');
    expect(await given.verdict(kind, designate({ body: 'al:police', key: newKey('al:police/1') }))).toBe(
      'side-mismatch',
    );
    expect(await given.verdict(kind, designate({ body: 'ua:mfa', key: newKey('ua:mfa/9') }))).toBe('state-forbids');
    expect(await given.verdict(kind, designate({ provisions: ['58', '82'] }))).toBe('provision-unknown');
    expect(await given.verdict(kind, designate({ key: newKey('ua:other/1') }))).toBe('key-not-admissible');
    given.say(designate());
    expect(await given.verdict(kind, designate())).toBe('key-not-admissible');
    expect(await given.verdict(kind, designate({ key: newKey('ua:nmaa/2026-2') }))).toBe('accepted');
  });

  test('a mandate is ended by naming the designation that stands, and no other', async () => {
    const kind = kindOf(BODY_ENDED.id);
    const given = new Given(AGREEMENT);
    const first = given.say(designate());
    const end = (of: string): Said => ({
      side: 'ua',
      kind: BODY_ENDED.id,
      subject: 'ua:nmaa',
      re: [{ act: of, role: 'ends' }],
      body: { body: 'ua:nmaa', reason: 'EXERCISE' },
    });
    expect(await given.verdict(kind, end('another'))).toBe('state-forbids');
    expect(await given.verdict(kind, end(first.id))).toBe('accepted');
    given.say(end(first.id));
    expect(given.state(BODIES, 'ua:nmaa').ended).not.toBeNull();
    expect(await given.verdict(kind, end(first.id))).toBe('state-forbids');
  });

  test('a key is admitted for a body of the own side under its name, and revoked once', async () => {
    const given = new Given(AGREEMENT);
    const admit = (holder: string, name: string): Said => ({
      side: 'ua',
      kind: KEY_ADMITTED.id,
      body: { holder, key: newKey(name), use: 'acts' },
    });
    const revoke = (key: string): Said => ({ side: 'ua', kind: KEY_REVOKED.id, body: { key, reason: 'lost' } });
    expect(await given.verdict(kindOf(KEY_ADMITTED.id), admit('al:mefa', 'al:mefa/1'))).toBe('side-mismatch');
    expect(await given.verdict(kindOf(KEY_ADMITTED.id), admit('ua:mfa', 'ua:mod/1'))).toBe('key-not-admissible');
    expect(await given.verdict(kindOf(KEY_REVOKED.id), revoke('ua:mfa/1'))).toBe('key-unknown');
    given.say(admit('ua:mfa', 'ua:mfa/1'));
    expect(await given.verdict(kindOf(KEY_REVOKED.id), revoke('ua:mfa/1'))).toBe('accepted');
    given.say(revoke('ua:mfa/1'));
    expect(await given.verdict(kindOf(KEY_REVOKED.id), revoke('ua:mfa/1'))).toBe('key-revoked');
    expect(await given.verdict(kindOf(KEY_ADMITTED.id), admit('ua:mfa', 'ua:mfa/1'))).toBe('key-not-admissible');
  });

  test('a revocation of the second version names a state of its own log that was, at or before it', async () => {
    const given = new Given(AGREEMENT);
    given.say({ side: 'ua', kind: KEY_ADMITTED.id, body: { holder: 'ua:mfa', key: newKey('ua:mfa/1'), use: 'acts' } });
    const revoke = (size: number, root = given.rootAt(size)): Said => {
      const body = { key: 'ua:mfa/1', reason: 'rotated', checkpoint: { size, root } };
      return { side: 'ua', kind: KEY_REVOKED_SINCE.id, body };
    };
    const kind = kindOf(KEY_REVOKED_SINCE.id);
    expect(await given.verdict(kind, revoke(1, given.rootAt(0)))).toBe('seen-diverges');
    expect(await given.verdict(kind, revoke(2))).toBe('seen-diverges');
    for (const size of [0, 1]) expect(await given.verdict(kind, revoke(size))).toBe('accepted');
    given.say(revoke(1));
    expect(given.state(KEYS, 'ua:mfa/1').revoked).not.toBeNull();
    expect(await given.verdict(kind, revoke(1))).toBe('key-revoked');
  });
});

describe('the registers', () => {
  test('of life and notes are the same whatever the order in which the acts arrive', () => {
    const given = received();
    given.say(confirm(given, 'ua'));
    given.say(confirm(given, 'al'));
    const note = given.acts[0]?.id ?? '';
    const [life, notes] = [given.state(LIFE, LIFE_OF), given.state(NOTES, note)];
    expect(life['ua']?.confirmed).not.toBeNull();
    expect(notes.receipt?.date).toBe('2026-08-29');
    fc.assert(
      fc.property(fc.shuffledSubarray(given.acts, { minLength: given.acts.length }), (acts) => {
        expect(fold(LIFE, LIFE_OF, acts)).toEqual(life);
        const about = acts.filter((act) => NOTES.subjects(act).includes(note));
        expect(fold(NOTES, note, about)).toEqual(notes);
      }),
    );
  });
});
