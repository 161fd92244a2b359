// The forms that must work at three in the morning, by one duty officer: request, acknowledgement, opening a session.
import { refuse } from '../../act/refusal.ts';
import { civilDate } from '../../agreement/calendar.ts';
import type { Field, Form, Look, Typed } from '../../area.ts';
import { typedChoice, typedInstant, typedLines, typedSome, wrongField } from '../../kit/typed.ts';
import {
  carriedField,
  type CarriedRequest,
  carriedRequests,
  choice,
  contentOf,
  field,
  momentFields,
  withinOf,
} from './asking.ts';
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

/** Where a form is opened about no act, it is about a request that came by sheet and that no log here holds yet. */
async function carriedOf(look: Look, typed: Typed): Promise<CarriedRequest> {
  const requests = await carriedRequests(look);
  const id = typedChoice(typed, 'carried', requests.map(({ act }) => act.id));
  const found = requests.find(({ act }) => act.id === id);
  if (found === undefined) throw refuse('reference-unknown', `Looking for the sheet ${id}.`);
  return found;
}

const isAcknowledged = ({ act, one }: CarriedRequest): boolean => one.acknowledged[act.id] !== undefined;

const acknowledge: Form = {
  kind: ACKNOWLEDGED.id,
  title: 'consultation.do.acknowledge',
  open: async (look, about) => {
    const moment = momentFields(look, 'consultation.help.received');
    if (about === undefined) {
      const waiting = (await carriedRequests(look)).filter((one) => !isAcknowledged(one));
      if (waiting.length === 0) return undefined;
      return [carriedField(waiting), ...moment, choice('delivery', 'delivery', DELIVERIES, 'sheet')];
    }
    const within = await withinOf(look, about);
    const asked = about.act.header.kind === REQUESTED.id && about.act.side !== look.side;
    if (within === undefined || !asked || !isOpen(within.one)) return undefined;
    if (within.one.acknowledged[about.act.id] !== undefined) return undefined;
    return [...moment, choice('delivery', 'delivery', DELIVERIES, 'node')];
  },
  compose: async (look, about, typed) => {
    const { zone } = look.agreement.participant(look.side).seat;
    const instant = typedInstant(typed, 'date', 'time', zone);
    const channel = typedChoice(typed, 'delivery', DELIVERIES);
    const received = { instant, date: civilDate(instant, zone), zone, channel };
    if (about === undefined) {
      const { act, one } = await carriedOf(look, typed);
      return contentOf(look, one, { provisions: act.header.provisions, re: [], body: { request: act.id, received } });
    }
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('reference-missing', 'No request is acknowledged.');
    return contentOf(look, within.one, {
      provisions: look.agreement.provisionsOf([within.one.under]),
      re: [{ act: about.act.id, role: 'acknowledges' }],
      body: { request: about.act.id, received },
    });
  },
};

function sessionFields(look: Look): readonly Field[] {
  return [
    ...momentFields(look, 'consultation.help.opened'),
    choice('medium', 'channel', CHANNELS, 'secure-video'),
    field('people', 'long', false, { help: 'consultation.help.people' }),
  ];
}

const openSession: Form = {
  kind: SESSION_OPENED.id,
  title: 'consultation.do.open',
  open: async (look, about) => {
    if (about === undefined) {
      const waiting = (await carriedRequests(look)).filter((request) => {
        return isAcknowledged(request) && request.one.opened[look.side] === undefined;
      });
      return waiting.length === 0 ? undefined : [carriedField(waiting), ...sessionFields(look)];
    }
    const within = await withinOf(look, about);
    if (within === undefined || !isOpen(within.one) || within.one.opened[look.side] !== undefined) return undefined;
    return sessionFields(look);
  },
  compose: async (look, about, typed) => {
    const { zone } = look.agreement.participant(look.side).seat;
    const said = {
      opened: typedInstant(typed, 'date', 'time', zone),
      medium: typedChoice(typed, 'medium', CHANNELS),
      people: [...typedLines(typed, 'people', 40, 200)],
    };
    if (about === undefined) {
      const { act, one } = await carriedOf(look, typed);
      return contentOf(look, one, { provisions: act.header.provisions, re: [], body: { request: act.id, ...said } });
    }
    const within = await withinOf(look, about);
    if (within === undefined) throw refuse('reference-missing', 'A session is opened on no request.');
    const { one, request: of } = within;
    const provisions = look.agreement.provisionsOf([one.under]);
    return contentOf(look, one, { provisions, re: [{ act: of, role: 'in' }], body: { request: of, ...said } });
  },
};

export const CALLS: readonly Form[] = [request, acknowledge, openSession];
