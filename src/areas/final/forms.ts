// How officials say the kinds of the final provisions: which fields, when, and what content follows.
import { sideOf } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';
import { BODY_DESIGNATED, BODY_ENDED } from '../../act/kinds.ts';
import { isDesignation } from '../../act/keys.ts';
import { refuse } from '../../act/refusal.ts';
import { civilDate, civilTime, parseDate } from '../../agreement/calendar.ts';
import { type Life, lifeStage, positionOf } from '../../agreement/life.ts';
import { BODIES } from '../../agreement/mandate.ts';
import { instantAt } from '../../agreement/wallclock.ts';
import type { Content, Field, Form, Look, ShownAct, Typed } from '../../area.ts';
import { CHANNELS } from './channels.ts';
import { ENTRY_CONFIRMED, NOTIFICATION_GIVEN, RECEIPT_GIVEN } from './kinds.ts';
import { matterReader, readCourse } from './course.ts';
import { clocksOf, entryDates, receiptsOf } from './law.ts';
import { scanField, scansOf } from './paper/forms.ts';
import { PAPERS } from './paper/registers.ts';
import { AGREEMENT, LIFE, lifeOf, NOTES } from './registers.ts';

const PROCEDURES_LIMIT = 1000;

export function value(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').trim();
}

export function wrong(field: string, what: string): Error {
  return refuse('input-malformed', `field ${field}: ${what}`);
}

export function dateOf(typed: Typed, field: string): string {
  try {
    return parseDate(value(typed, field));
  } catch (cause) {
    throw refuse('input-malformed', `field ${field}: ${(cause as { detail?: string }).detail ?? ''}`, cause);
  }
}

function channelOf(typed: Typed): (typeof CHANNELS)[number] {
  const said = value(typed, 'channel');
  const channel = CHANNELS.find((known) => known === said);
  if (channel === undefined) throw wrong('channel', `There is no channel ${JSON.stringify(said)}.`);
  return channel;
}

const channels = (field: string, initial = 'node'): Field => ({
  name: field,
  label: 'final.field.channel',
  input: 'choice',
  required: true,
  options: CHANNELS.map((channel) => ({ value: channel, label: `final.channel.${channel}` })),
  initial,
});

/** The office of the other side: where every note of the final provisions goes. */
function counterpart(look: Look): string {
  const other = look.agreement.participants.find((side) => side.id !== look.side);
  if (other === undefined) throw new Error('final: an agreement of one side');
  return other.treatyOffice.body;
}

export function content(look: Look, kind: Kind, rest: Pick<Content, 'subject' | 're' | 'body'>): Content {
  return { provisions: look.agreement.provisionsOf(kind.families), to: [counterpart(look)], ...rest };
}

export function seat(look: Look): string {
  return look.agreement.participant(look.side).seat.zone;
}

async function lifeNow(look: Look): Promise<Life> {
  return lifeOf(await look.row(LIFE, AGREEMENT), look.agreement);
}

const notify: Form = {
  kind: NOTIFICATION_GIVEN.id,
  title: 'final.do.notify',
  open: async (look, about) => {
    if (about !== undefined || positionOf(await lifeNow(look), 'entry', look.side) !== 'none') return undefined;
    return [
      {
        name: 'procedures',
        label: 'final.field.procedures',
        help: 'final.help.procedures',
        input: 'long',
        required: false,
      },
      {
        name: 'noteDate',
        label: 'final.field.noteDate',
        help: 'final.help.noteDate',
        input: 'date',
        required: true,
        initial: civilDate(look.now, seat(look)),
      },
      channels('channel'),
    ];
  },
  compose: async (look, _about, typed) => {
    const procedures = value(typed, 'procedures').normalize('NFC');
    if (procedures.length > PROCEDURES_LIMIT)
      throw wrong('procedures', `It has ${procedures.length} letters of ${PROCEDURES_LIMIT}.`);
    const body = { procedures, noteDate: dateOf(typed, 'noteDate'), channel: channelOf(typed) };
    return await Promise.resolve(content(look, NOTIFICATION_GIVEN, { subject: AGREEMENT, re: [], body }));
  },
};

async function isAwaitingReceipt(look: Look, about: ShownAct | undefined): Promise<boolean> {
  if (about === undefined || about.act.side === look.side || about.contested !== undefined) return false;
  const state = await look.row(NOTES, about.act.id);
  return state.note !== null && state.receipt === null;
}

const acknowledge: Form = {
  kind: RECEIPT_GIVEN.id,
  title: 'final.do.acknowledge',
  open: async (look, about) => {
    if (about === undefined || !(await isAwaitingReceipt(look, about))) return undefined;
    const zone = seat(look);
    // A note that came on paper first was received then, not when it came through the record.
    const paper = (await look.row(PAPERS, about.act.header.number)).entered;
    const came = paper?.instant ?? look.now;
    return [
      {
        name: 'date',
        label: 'final.field.received',
        help: 'final.help.received',
        input: 'date',
        required: true,
        initial: civilDate(came, zone),
      },
      { name: 'time', label: 'final.field.time', input: 'time', required: true, initial: civilTime(came, zone) },
      channels('channel', paper?.channel),
      scanField(false),
    ];
  },
  compose: async (look, about, typed, files) => {
    if (about === undefined) throw refuse('reference-missing', 'A receipt is given for no note.');
    const zone = seat(look);
    const date = dateOf(typed, 'date');
    const instant = instantAt(date, value(typed, 'time'), zone);
    const received = { instant, date, zone, channel: channelOf(typed) };
    // A receipt speaks under the clause that the note it acknowledges speaks under.
    const { provisions } = about.act.header;
    const re = [{ act: about.act.id, role: 'acknowledges' }];
    const said = content(look, RECEIPT_GIVEN, { subject: about.act.header.subject, re, body: { received } });
    return await Promise.resolve({ ...said, provisions, enclosures: scansOf(files) });
  },
};

const confirm: Form = {
  kind: ENTRY_CONFIRMED.id,
  title: 'final.do.confirm',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    const life = await lifeNow(look);
    const mine = life[look.side]?.confirmed ?? null;
    const due = lifeStage(life) === 'receipted-both' || (lifeStage(life) === 'confirmed-once' && mine === null);
    return due || lifeStage(life) === 'confirmations-differ' ? [] : undefined;
  },
  compose: async (look) => {
    const life = await lifeNow(look);
    const course = await readCourse(matterReader(look), look.agreement);
    const dates = entryDates(clocksOf(life, look.agreement, look.tz, course));
    if (dates === undefined) throw refuse('state-forbids', 'Entry into effect is confirmed before both receipts.');
    const receipts = receiptsOf(life);
    return content(look, ENTRY_CONFIRMED, {
      subject: AGREEMENT,
      re: receipts.map((act) => ({ act, role: 'rests-on' })),
      body: { rule: 'entry/1', ...dates, receipts: [...receipts] },
    });
  },
};

/** Bodies of the own side that the reading proposes and nobody has designated. */
export async function proposedBodies(look: Look): Promise<readonly string[]> {
  const standing = new Set(
    (await look.rows(BODIES))
      .filter(({ state }) => state.designated !== null && state.ended === null)
      .map((row) => row.subject),
  );
  const { body } = look.agreement.participant(look.side).treatyOffice;
  return [...look.agreement.bodies.keys()].filter((id) => sideOf(id) === look.side && id !== body && !standing.has(id));
}

/** The paragraphs that were typed, each once; in error where the text has none of that number. */
export function provisionsTyped(look: Look, typed: Typed): readonly string[] {
  const said = value(typed, 'provisions')
    .split(/[\s,;¶]+/)
    .filter((id) => id !== '');
  if (said.length === 0) throw wrong('provisions', 'No paragraph is named. Write numbers, for example 58, 59.');
  const unknown = said.find((id) => look.agreement.provision(id) === undefined);
  if (unknown !== undefined) throw wrong('provisions', `The Agreement has no paragraph ${unknown}.`);
  return [...new Set(said)];
}

const designate: Form = {
  kind: BODY_DESIGNATED.id,
  title: 'final.do.designate',
  open: async (look, about) => {
    const bodies = about === undefined ? await proposedBodies(look) : [];
    if (bodies.length === 0) return undefined;
    return [
      {
        name: 'body',
        label: 'final.field.body',
        help: 'final.help.body',
        input: 'choice',
        required: true,
        options: bodies.map((id) => ({ value: id, text: look.agreement.bodies.get(id)?.name ?? id })),
      },
      {
        name: 'provisions',
        label: 'final.field.provisions',
        help: 'final.help.provisions',
        input: 'text',
        required: true,
      },
      {
        name: 'from',
        label: 'final.field.from',
        input: 'date',
        required: true,
        initial: civilDate(look.now, seat(look)),
      },
    ];
  },
  compose: async (look, _about, typed) => {
    const id = value(typed, 'body');
    const body = look.agreement.bodies.get(id);
    if (body === undefined || sideOf(id) !== look.side)
      throw wrong('body', `There is no body ${JSON.stringify(id)} here.`);
    const provisions = provisionsTyped(look, typed);
    const said = content(look, BODY_DESIGNATED, {
      subject: id,
      re: [],
      body: {
        body: id,
        name: { en: body.name, local: body.local ?? body.name },
        provisions: [...provisions],
        from: dateOf(typed, 'from'),
        key: await look.newKey(id),
      },
    });
    // It speaks under the clause on bodies, and for the paragraphs it is about, so that these show it.
    return { ...said, provisions: [...new Set([...said.provisions, ...provisions])] };
  },
};

const end: Form = {
  kind: BODY_ENDED.id,
  title: 'final.do.end',
  open: async (look, about) => {
    if (about === undefined || about.act.side !== look.side || !isDesignation(about.act.header.kind))
      return undefined;
    const state = await look.row(BODIES, about.act.header.subject);
    if (state.designated?.act !== about.act.id || state.ended !== null) return undefined;
    return [{ name: 'reason', label: 'final.field.reason', input: 'long', required: true }];
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw refuse('reference-missing', 'A mandate is ended, but not which.');
    const reason = value(typed, 'reason').normalize('NFC');
    if (reason === '' || reason.length > 500) throw wrong('reason', 'Say why in at most 500 letters.');
    const re = [{ act: about.act.id, role: 'ends' }];
    const body = { body: about.act.header.subject, reason };
    return await Promise.resolve(content(look, BODY_ENDED, { subject: about.act.header.subject, re, body }));
  },
};

export const FORMS: readonly Form[] = [notify, acknowledge, confirm, designate, end];
