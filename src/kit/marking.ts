// A marking line: a label in words, computed and never typed; and the same for machines, in one line of codes.
import type { Label } from '../act/act.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { type Joined, NOBODY } from '../agreement/label.ts';
import { bodyName, participants } from './instrument.ts';
import type { Speak } from './words.ts';

/** The head of an answer that carries the label of all of it in codes, whatever the answer is. */
export const MARKING_HEADER = 'Servanda-Marking';

/** Who may have it, in one sentence that begins with the TLP. */
function whose(label: Label, speak: Speak, agreement: Agreement): string {
  const { tlp: level, bodies, purpose, personal } = label;
  const tlp = `TLP:${level}`;
  if (bodies !== undefined) {
    const names = bodies.map((id) => bodyName(agreement, id, speak.language).full);
    return speak.say('marking.bodies', { tlp, bodies: speak.list(names) });
  }
  if (level === 'CLEAR' && purpose === undefined && personal === undefined) return speak.say('marking.public', { tlp });
  const released = participants(agreement, speak.language).filter(({ side }) => label.rel.includes(side.toUpperCase()));
  return speak.say('marking.officials', { tlp, sides: speak.list(released.map(({ name }) => name)) });
}

/** A label that stands apart, in words: who may have it, for what, on what terms, until when. */
export function markingLine(label: Joined, speak: Speak, agreement: Agreement): string {
  if (label === NOBODY) return speak.say('marking.nobody');
  const { purpose, personal, orcon, codes, action, keepUntil } = label;
  return [
    whose(label, speak, agreement),
    ...(purpose === undefined ? [] : [speak.say('marking.purpose', { purposes: speak.list(purpose) })]),
    ...(personal === undefined ? [] : [speak.say(personal.special ? 'marking.special' : 'marking.personal')]),
    ...(orcon === true ? [speak.say('marking.orcon')] : []),
    ...(codes === undefined ? [] : [speak.say('marking.codes', { codes: speak.list(codes) })]),
    ...(action === undefined ? [] : [speak.say('marking.action', { action })]),
    ...(keepUntil === undefined ? [] : [speak.say('marking.keep', { date: speak.date(keepUntil) })]),
  ].join(' ');
}

/** The same for machines, as it stands in the head of an answer: `TLP:AMBER; rel=AL,UA; bodies=al:asp,ua:sbu`. */
export function markingCodes(label: Joined): string {
  if (label === NOBODY) return 'nobody';
  const { tlp, rel, bodies, purpose, codes, action, keepUntil } = label;
  const lists = { rel, bodies, purpose, codes };
  return [
    `TLP:${tlp}`,
    ...Object.entries(lists).flatMap(([name, values]) => (values === undefined ? [] : [`${name}=${values.join(',')}`])),
    ...(label.orcon === true ? ['orcon'] : []),
    ...(label.personal === undefined ? [] : [label.personal.special ? 'personal=special' : 'personal']),
    ...(action === undefined ? [] : [`action=${action}`]),
    ...(keepUntil === undefined ? [] : [`keep-until=${keepUntil}`]),
  ].join('; ');
}
