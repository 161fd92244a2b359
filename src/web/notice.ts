// What a notice says: a duty in the words of its reader, or no more than that there is one.
import type { Agreement } from '../agreement/agreement.ts';
import type { Area } from '../area.ts';
import { provisionName } from '../kit/links.tsx';
import type { Speak } from '../kit/words.ts';
import type { Tell, Telling } from '../node/node.ts';
import { speakers } from './tongue.ts';

/** When it is due, with the city whose day or clock that is. */
function dueWords({ duty }: Telling, agreement: Agreement, speak: Speak): string {
  const { seat } = agreement.participant(duty.side);
  const city = seat.city[speak.language];
  if (duty.dueAt !== undefined) return `${speak.time(duty.dueAt, seat.zone, true)} ${city}`;
  return duty.due === undefined ? speak.say('duties.no-date') : `${speak.date(duty.due)}, ${city}`;
}

/** The words of notices for a node: mail, webhooks and pages say the same. */
export function noticeWords(agreement: Agreement, areas: readonly Area[], exercise: boolean): Tell {
  const speaks = speakers(areas);
  return (telling, language) => {
    const speak = speaks[language];
    const { duty, reason, withheld, windows } = telling;
    const marked = exercise ? 'EXERCISE ' : '';
    const link = windows === undefined ? [] : ['', `${windows}/duties`];
    const why = speak.say(`duties.reason-${reason}`);
    if (withheld) {
      return {
        subject: `${marked}${speak.say('duties.withheld-subject')}`,
        text: [speak.say('duties.withheld'), why, ...link].join('\n'),
      };
    }
    const what = speak.say(duty.what);
    const body = agreement.bodies.get(duty.body);
    const { because } = duty;
    const lines = [
      what,
      '',
      why,
      speak.say('duties.line-provision', { provision: provisionName(duty.provision, speak) }),
      speak.say('duties.line-who', { body: body?.name ?? duty.body }),
      speak.say('duties.line-due', { due: dueWords(telling, agreement, speak) }),
      ...(duty.rule === undefined ? [] : [speak.say('duties.line-rule', { rule: duty.rule })]),
      ...(because === undefined
        ? []
        : [speak.say('duties.line-because', { act: `${because.side.toUpperCase()} ${because.index}` })]),
      ...link,
      '',
      agreement.title,
      ...(exercise ? [speak.say('duties.line-exercise')] : []),
    ];
    return { subject: `${marked}${provisionName(duty.provision, speak)}: ${what}`, text: lines.join('\n') };
  };
}
