// How officials say what became of a paper: that it was sent, that it came; and the scan that goes with it.
import { refuse } from '../../../act/refusal.ts';
import { civilDate, civilTime, parseDate } from '../../../agreement/calendar.ts';
import { scanForm } from '../../../agreement/scan.ts';
import { instantAt } from '../../../agreement/wallclock.ts';
import type { Enclosure, Field, Form, Look, Typed, Uploads } from '../../../area.ts';
import { NOTE_DISPATCHED, NOTE_ENTERED, WAYS } from './kinds.ts';
import { DISPATCHES } from './registers.ts';

const SCAN = 'scan';
const SAYS_LIMIT = 1000;
const NUMBER = /^[A-Z0-9][A-Z0-9-]{0,63}$/;

/** The field of a scan of the sealed paper. */
export function scanField(required: boolean): Field {
  return { name: SCAN, label: 'final.field.scan', help: 'final.help.scan', input: 'file', required };
}

/** The scan as a part: named and typed by its own bytes, whatever it was called where it came from. */
export function scansOf(files: Uploads): readonly Enclosure[] {
  const scan = files[SCAN];
  if (scan === undefined) return [];
  const { type, ending } = scanForm(scan.bytes);
  return [{ name: `scan.${ending}`, type, bytes: scan.bytes }];
}

function requireScan(files: Uploads): readonly Enclosure[] {
  const scans = scansOf(files);
  if (scans.length === 0) throw refuse('input-malformed', 'field scan: Choose the scan of the sealed paper.');
  return scans;
}

function typedText(typed: Typed, field: string): string {
  return (typed[field]?.[0] ?? '').trim().normalize('NFC');
}

function typedDate(typed: Typed, field: string): string {
  try {
    return parseDate(typedText(typed, field));
  } catch (cause) {
    throw refuse('input-malformed', `field ${field}: ${(cause as { detail?: string }).detail ?? ''}`, cause);
  }
}

function wayOf(typed: Typed): (typeof WAYS)[number] {
  const said = typedText(typed, 'channel');
  const way = WAYS.find((known) => known === said);
  if (way === undefined) throw refuse('input-malformed', `field channel: No paper travels by ${JSON.stringify(said)}.`);
  return way;
}

const ways: Field = {
  name: 'channel',
  label: 'final.field.channel',
  input: 'choice',
  required: true,
  options: WAYS.map((way) => ({ value: way, label: `final.channel.${way}` })),
  initial: 'embassy',
};

const zoneOf = (look: Look): string => look.agreement.participant(look.side).seat.zone;

function otherOffice(look: Look): string {
  const other = look.agreement.participants.find(({ id }) => id !== look.side);
  if (other === undefined) throw new Error('final: an agreement of one side');
  return other.treatyOffice.body;
}

const dispatch = (noted: readonly string[]): Form => ({
  kind: NOTE_DISPATCHED.id,
  title: 'final.do.dispatch',
  open: async (look, about) => {
    if (about === undefined || about.act.side !== look.side || !noted.includes(about.act.header.kind)) return undefined;
    if ((await look.row(DISPATCHES, about.act.id)).sent !== null) return undefined;
    const today = civilDate(look.now, zoneOf(look));
    return [
      { name: 'dispatched', label: 'final.field.dispatched', input: 'date', required: true, initial: today },
      ways,
      scanField(false),
    ];
  },
  compose: async (look, about, typed, files) => {
    if (about === undefined) throw refuse('reference-missing', 'A paper was sent, but of which note?');
    const { provisions, subject } = about.act.header;
    return await Promise.resolve({
      provisions,
      to: [otherOffice(look)],
      subject,
      re: [{ act: about.act.id, role: 'dispatches' }],
      body: { dispatched: typedDate(typed, 'dispatched'), channel: wayOf(typed) },
      enclosures: scansOf(files),
    });
  },
});

const enter: Form = {
  kind: NOTE_ENTERED.id,
  title: 'final.do.enter',
  open: async (look, about) => {
    if (about !== undefined) return await Promise.resolve(undefined);
    const zone = zoneOf(look);
    const today = civilDate(look.now, zone);
    return [
      { name: 'number', label: 'final.field.number', help: 'final.help.number', input: 'text', required: true },
      { name: 'noteDate', label: 'final.field.paperDate', input: 'date', required: true },
      { name: 'says', label: 'final.field.says', help: 'final.help.says', input: 'long', required: true },
      { name: 'date', label: 'final.field.received', input: 'date', required: true, initial: today },
      { name: 'time', label: 'final.field.time', input: 'time', required: true, initial: civilTime(look.now, zone) },
      ways,
      scanField(true),
    ];
  },
  compose: async (look, _about, typed, files) => {
    const number = typedText(typed, 'number').toUpperCase();
    if (!NUMBER.test(number)) {
      throw refuse('input-malformed', 'field number: Write it in Latin capitals, digits and hyphens, as on the paper.');
    }
    const says = typedText(typed, 'says');
    if (says === '' || says.length > SAYS_LIMIT) {
      throw refuse('input-malformed', `field says: Say it in at most ${SAYS_LIMIT} letters.`);
    }
    const zone = zoneOf(look);
    const date = typedDate(typed, 'date');
    const instant = instantAt(date, typedText(typed, 'time'), zone);
    const office = otherOffice(look);
    const received = { instant, date, zone, channel: wayOf(typed) };
    return await Promise.resolve({
      provisions: look.agreement.provisionsOf(NOTE_ENTERED.families),
      to: [office],
      subject: number,
      re: [],
      body: { number, office, noteDate: typedDate(typed, 'noteDate'), says, received },
      enclosures: requireScan(files),
    });
  },
};

/** A paper is sent only of an own act of one of the kinds `noted`. */
export function paperForms(noted: readonly string[]): readonly Form[] {
  return [dispatch(noted), enter];
}
