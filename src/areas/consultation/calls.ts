// The forms that must work at three in the morning, by one duty officer: request, acknowledgement, opening a session.
import { refuse } from '../../act/refusal.ts';
import { civilDate } from '../../agreement/calendar.ts';
import type { Form } from '../../area.ts';
import { typedChoice, typedInstant, typedLines, typedSome, wrongField } from '../../kit/typed.ts';
import { choice, contentOf, field, momentFields, withinOf } from './asking.ts';
import { ACKNOWLEDGED, CHANNELS, CLAUSES, DELIVERIES, REQUESTED, SESSION_OPENED, URGENCIES } from './kinds.ts';
import { clausesFor, triggersOf } from './law.ts';
import { isOpen } from './registers.ts';

/** A clause and its trigger as one choice: `consultation/armed-attack`. */
const ground = (clause: string, trigger: string): string => `${clause}/${trigger}`;

const request: Form = {
  kind: REQUESTED.id,
  title: 'consultation.do.request',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    const options = clausesFor(look.agreement, look.side).flatMap((clause) =>
      triggersOf(look.agreement, clause).map(({ id, words }) => {
        const provisions = look.agreement.provisionsOf([clause]).map((one) => `¶${one}`);
        return { value: ground(clause, id), text: `${provisions.join(', ')}: ${words}` };
      }),
    );
    if (options.length === 0) return undefined;
    return await Promise.resolve([
      choice('drill', 'drill', ['real', 'drill'], 'real'),
      field('trigger', 'choice', true, { options, help: 'consultation.help.trigger' }),
      field('grounds', 'long', true, { help: 'consultation.help.grounds' }),
      choice('urgency', 'urgency', URGENCIES, 'immediate'),
      field('channels', 'checks', true, {
        options: CHANNELS.map((value) => ({ value, label: `consultation.channel.${value}` })),
        help: 'consultation.help.channels',
        initial: 'secure-video',
      }),
    ]);
  },
  compose: async (look, _about, typed) => {
    const known = clausesFor(look.agreement, look.side).flatMap((clause) =>
      triggersOf(look.agreement, clause).map(({ id }) => ground(clause, id)),
    );
    const [under = '', trigger = ''] = typedChoice(typed, 'trigger', known).split('/');
    const channels = CHANNELS.filter((channel) => typed['channels']?.includes(channel));
    if (channels.length === 0) throw wrongField('channels', 'No channel is chosen.');
    const clause = CLAUSES.find((one) => one === under);
    if (clause === undefined) throw wrongField('trigger', 'There is no such clause.');
    const body = {
      under: clause,
      trigger,
      grounds: typedSome(typed, 'grounds', 2000),
      urgency: typedChoice(typed, 'urgency', URGENCIES),
      channels,
      drill: typedChoice(typed, 'drill', ['real', 'drill']) === 'drill',
    };
    const provisions = look.agreement.provisionsOf([clause]);
    return await Promise.resolve(contentOf(look, body, { provisions, re: [], body }));
  },
};

const acknowledge: Form = {
  kind: ACKNOWLEDGED.id,
  title: 'consultation.do.acknowledge',
  open: async (look, about) => {
    const within = await withinOf(look, about);
    const asked = about?.act.header.kind === REQUESTED.id && about.act.side !== look.side;
    if (within === undefined || about === undefined || !asked) return undefined;
    if (!isOpen(within.one) || within.one.acknowledged[about.act.id] !== undefined) return undefined;
    return [
      ...momentFields(look, 'consultation.help.received'),
      choice('delivery', 'delivery', DELIVERIES, 'node'),
    ];
  },
  compose: async (look, about, typed) => {
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('reference-missing', 'No request is acknowledged.');
    const { zone } = look.agreement.participant(look.side).seat;
    const instant = typedInstant(typed, 'date', 'time', zone);
    const channel = typedChoice(typed, 'delivery', DELIVERIES);
    const received = { instant, date: civilDate(instant, zone), zone, channel };
    return contentOf(look, within.one, {
      provisions: look.agreement.provisionsOf([within.one.under]),
      re: [{ act: within.about.act.id, role: 'acknowledges' }],
      body: { request: within.about.act.id, received },
    });
  },
};

const openSession: Form = {
  kind: SESSION_OPENED.id,
  title: 'consultation.do.open',
  open: async (look, about) => {
    const within = await withinOf(look, about);
    if (within === undefined || !isOpen(within.one) || within.one.opened[look.side] !== undefined) return undefined;
    return [
      ...momentFields(look, 'consultation.help.opened'),
      choice('medium', 'channel', CHANNELS, 'secure-video'),
      field('people', 'long', false, { help: 'consultation.help.people' }),
    ];
  },
  compose: async (look, about, typed) => {
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('reference-missing', 'A session is opened on no request.');
    const { zone } = look.agreement.participant(look.side).seat;
    const body = {
      request: within.request,
      opened: typedInstant(typed, 'date', 'time', zone),
      medium: typedChoice(typed, 'medium', CHANNELS),
      people: [...typedLines(typed, 'people', 40, 200)],
    };
    const provisions = look.agreement.provisionsOf([within.one.under]);
    return contentOf(look, within.one, { provisions, re: [{ act: within.request, role: 'in' }], body });
  },
};

export const CALLS: readonly Form[] = [request, acknowledge, openSession];
