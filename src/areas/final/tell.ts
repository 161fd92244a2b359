// What the bodies of acts of the final provisions say, as pairs of a word and a text for people.
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import type {
  BODY_DESIGNATED,
  BODY_ENDED,
  KEY_ADMITTED,
  KEY_REVOKED,
  EPOCH_BEGUN,
  KEY_REVOKED_SINCE,
  PARTS_ERASED,
  RECORD_REJECTED,
} from '../../act/kinds.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import type { AreaKind } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import { provisionName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import type { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';

type Tell = AreaKind['tell'];

/** The name of a key: what stands before the first plus of its written form. */
export function keyName(written: string): string {
  const plus = written.indexOf('+');
  return plus < 0 ? written : written.slice(0, plus);
}

/** The city of the seat in `zone`, or the name of the zone where no side sits in it. */
export function cityOf(agreement: Agreement, zone: string, speak: Speak): string {
  return agreement.participants.find((side) => side.seat.zone === zone)?.seat.city[speak.language] ?? zone;
}

function named(agreement: Agreement, id: string, speak: Speak, designated?: { en: string; local: string }): string {
  const { full } = bodyName(agreement, id, speak.language, designated);
  return full === id ? id : `${full} (${id})`;
}

export const tellKeyAdmitted: Tell = (body, speak, agreement) => {
  const { key, holder, use } = body as BodyOf<typeof KEY_ADMITTED>;
  return [
    ['final.tell.key', keyName(key)],
    ['final.tell.holder', named(agreement, holder, speak)],
    ['final.tell.use', speak.say(`final.use.${use}`)],
  ];
};

export const tellKeyRevoked: Tell = (body, speak) => {
  const { key, reason } = body as BodyOf<typeof KEY_REVOKED>;
  return [
    ['final.tell.key', key],
    ['final.tell.reason', speak.say(`final.reason.${reason}`)],
  ];
};

export const tellKeyRevokedSince: Tell = (body, speak, agreement) => {
  const { checkpoint } = body as BodyOf<typeof KEY_REVOKED_SINCE>;
  const signed = `${checkpoint.size} ${checkpoint.root}`;
  return [...tellKeyRevoked(body, speak, agreement), ['final.tell.checkpoint', signed]];
};

export const tellEpochBegun: Tell = (body) => {
  const { log, closes } = body as BodyOf<typeof EPOCH_BEGUN>;
  return [
    ['final.tell.log-begun', keyName(log)],
    ['final.tell.log-closed', closes.origin],
    ['final.tell.checkpoint', `${closes.size} ${closes.root}`],
  ];
};

export const tellRejection: Tell = (body) => {
  const { index, code } = body as BodyOf<typeof RECORD_REJECTED>;
  return [
    ['final.tell.rejected', String(index)],
    ['final.tell.refusal', code],
  ];
};

export const tellErased: Tell = (body, speak) => {
  const { because, parts, at } = body as BodyOf<typeof PARTS_ERASED>;
  return [
    ['final.tell.erased-parts', speak.number(parts)],
    ['final.tell.erased-because', speak.say(`final.erased.${because}`)],
    ['final.tell.erased-at', speak.time(at, 'UTC', true)],
  ];
};

export const tellBodyDesignated: Tell = (body, speak, agreement) => {
  const said = body as BodyOf<typeof BODY_DESIGNATED>;
  return [
    ['final.tell.body', named(agreement, said.body, speak, said.name)],
    ['final.tell.provisions', speak.list(said.provisions.map((id) => provisionName(id, speak)))],
    ['final.tell.from', speak.date(said.from)],
    ['final.tell.key', keyName(said.key)],
  ];
};

export const tellBodyEnded: Tell = (body, speak, agreement) => {
  const said = body as BodyOf<typeof BODY_ENDED>;
  return [
    ['final.tell.body', named(agreement, said.body, speak)],
    ['final.tell.reason', said.reason],
  ];
};

export const tellNotification: Tell = (body, speak) => {
  const { procedures, noteDate, channel } = body as BodyOf<typeof NOTIFICATION_GIVEN>;
  return [
    ['final.tell.procedures', procedures === '' ? speak.say('final.procedures-unnamed') : procedures],
    ['final.tell.note-date', speak.date(noteDate)],
    ['final.tell.channel', speak.say(`final.channel.${channel}`)],
  ];
};

export const tellReceipt: Tell = (body, speak, agreement) => {
  const { received } = body as BodyOf<typeof RECEIPT_GIVEN>;
  const hours = speak.hours(received.instant, received.zone, true);
  const city = cityOf(agreement, received.zone, speak);
  return [
    ['final.tell.received', `${speak.date(received.date)}, ${hours}, ${city} (${received.instant})`],
    ['final.tell.channel', speak.say(`final.channel.${received.channel}`)],
  ];
};

export const tellEntry: Tell = (body: Json, speak) => {
  const said = body as BodyOf<typeof ENTRY_CONFIRMED>;
  return [
    ['final.tell.entry', speak.date(said.date)],
    ['final.tell.last-day', speak.date(said.lastDay)],
    ['final.tell.extend-by', speak.date(said.extendBy)],
    ['final.tell.rule', said.rule],
  ];
};
