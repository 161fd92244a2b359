// The addresses of duties: what is due, who is on duty, who stands in, what was told, and all of it as a calendar.
import { type Refusal, refuse } from '../act/refusal.ts';
import { instantAt } from '../agreement/wallclock.ts';
import { markingLine } from '../kit/marking.ts';
import { marked } from './twin.ts';
import type { Official } from '../node/node.ts';
import { type Answer, type Ask, page, type Route, typedOne } from './ask.ts';
import { CALENDAR_TYPE, calendarNow, calendarOf } from './calendar.ts';
import { loadDuties } from './pages/duties.data.ts';
import { drawDuties } from './pages/duties.tsx';
import { problemOf } from './problem.ts';
import {
  AGAIN_SAYS,
  CALENDAR_OPENED_FORM,
  CALENDAR_OPENED_SAYS,
  CALENDAR_SAYS,
  CALENDARS_CLOSED_SAYS,
  DELEGATION_ENDED_SAYS,
  DELEGATION_SAYS,
  DUTIES_SAYS,
  NOTICES_SAYS,
  SHIFT_ENDED_SAYS,
  SHIFT_SAYS,
} from './says/duties.ts';
import { sightOf } from './session.ts';

function viewerOf({ viewer }: Ask): Official {
  if (viewer === undefined) throw refuse('session-missing', 'Setting something about duties.');
  return viewer;
}

async function show(ask: Ask, said: Parameters<typeof loadDuties>[1] = {}, status = 200): Promise<Answer> {
  return page('/duties', await loadDuties(ask, said), drawDuties, status, { ics: calendarNow(ask) });
}

/** The node knows spans, and the page has two forms of them: the field at fault is one of the form that was sent. */
const fieldOf = (form: string, field: string | undefined): string | undefined =>
  field === 'starts' || field === 'ends' ? `${form}-${field}-date` : field;

/** The page again with what was refused, beside the form that was sent. */
const again =
  (form: string) =>
  async (ask: Ask, refusal: Refusal): Promise<Answer> => {
    const told = problemOf(refusal);
    const problem = { ...told, field: fieldOf(form, told.field) };
    return await show(ask, { problem, refused: form }, problem.status);
  };

/** A date and a time of the wall clock at this seat, as one instant. */
function instantTyped({ typed, look }: Ask, form: string, name: 'starts' | 'ends'): string {
  const date = typedOne(typed, `${form}-${name}-date`) ?? '';
  const { zone } = look.agreement.participant(look.side).seat;
  try {
    return instantAt(date, typedOne(typed, `${form}-${name}-time`) ?? '', zone);
  } catch (cause) {
    const detail = (cause as { readonly detail?: string }).detail ?? '';
    throw refuse('input-malformed', `field ${name}: ${detail.replace(/^field \w+: /, '')}`, cause);
  }
}

const spanTyped = (ask: Ask, form: string) => ({
  starts: instantTyped(ask, form, 'starts'),
  ends: instantTyped(ask, form, 'ends'),
});

const done = async (ask: Ask): Promise<Answer> => ({ is: 'elsewhere', to: '/duties', data: await loadDuties(ask) });

async function assign(ask: Ask): Promise<Answer> {
  const by = viewerOf(ask);
  const official = typedOne(ask.typed, 'official') ?? '';
  await ask.node.duty.assign(by, { body: by.body, official, ...spanTyped(ask, 'shift') });
  return await done(ask);
}

async function delegate(ask: Ask): Promise<Answer> {
  const deputy = typedOne(ask.typed, 'deputy') ?? '';
  await ask.node.duty.delegate(viewerOf(ask), { deputy, ...spanTyped(ask, 'delegation') });
  return await done(ask);
}

/** What is done with one row by its id. */
const withId =
  (work: (ask: Ask, by: Official, id: string) => Promise<void>) =>
  async (ask: Ask): Promise<Answer> => {
    await work(ask, viewerOf(ask), (ask.params['id'] ?? '').slice(0, 64));
    return await done(ask);
  };

/** Opens a calendar and shows its address once: only its digest is kept. */
async function openCalendar(ask: Ask): Promise<Answer> {
  const scope = typedOne(ask.typed, 'scope') === 'body' ? 'body' : 'mine';
  const secret = await ask.node.duty.openFeed(viewerOf(ask), scope);
  return await show(ask, { opened: `/calendar/${secret}.ics` });
}

async function closeCalendars(ask: Ask): Promise<Answer> {
  await ask.node.duty.closeFeeds(viewerOf(ask));
  return await done(ask);
}

/** Whoever has the secret address reads the calendar, and nothing else. */
async function calendar(ask: Ask): Promise<Answer> {
  const { node, look, speak, params } = ask;
  const feed = await node.duty.feed((params['secret'] ?? '').replace(/\.ics$/, ''));
  if (feed === undefined) throw refuse('not-found', 'Asking for a calendar that is not open.');
  const { official } = feed;
  const duties = await node.duty.duties(sightOf(look.side, official, undefined));
  const own = duties.filter(({ side, body }) => side === look.side && body === official.body);
  const shifts =
    feed.body === undefined ? (await node.duty.shifts()).filter((one) => one.official === official.id) : [];
  const marking = markingLine(await ask.marking(), speak, look.agreement);
  const said = { agreement: look.agreement, speak, stamp: look.now, exercise: look.exercise, marking };
  const text = calendarOf(own, shifts, said);
  return { is: 'file', bytes: new TextEncoder().encode(text), type: CALENDAR_TYPE, name: `${look.agreement.id}.ics` };
}

/** Notices told to the reader, for the page that shows them as they come. */
const notices = async (ask: Ask): Promise<Answer> => {
  const told = await ask.node.duty.notices({ official: viewerOf(ask).id, state: 'told' });
  const shown = told.filter(({ channel }) => channel === 'page').slice(0, 20);
  const data = marked({ notices: shown }, await ask.marking());
  return { is: 'data', status: 200, data };
};

const post = (path: string, says: Route['says'], answer: Route['answer'], form: string): Route => {
  return { method: 'POST', path, says, who: 'official', answer, again: again(form) };
};

export const DUTY_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/duties', says: DUTIES_SAYS, who: 'anyone', answer: async (ask) => await show(ask) },
  { method: 'GET', path: '/duties/notices', says: NOTICES_SAYS, who: 'official', answer: notices },
  post('/duties/shifts', SHIFT_SAYS, assign, 'shift'),
  post(
    '/duties/shifts/:id/end',
    SHIFT_ENDED_SAYS,
    withId(async ({ node }, by, id) => await node.duty.unassign(by, id)),
    'shift',
  ),
  post('/duties/delegations', DELEGATION_SAYS, delegate, 'delegation'),
  post(
    '/duties/delegations/:id/end',
    DELEGATION_ENDED_SAYS,
    withId(async ({ node }, by, id) => await node.duty.undelegate(by, id)),
    'delegation',
  ),
  post(
    '/duties/notices/:id/again',
    AGAIN_SAYS,
    withId(async ({ node }, by, id) => await node.duty.again(by, id)),
    'notice',
  ),
  post('/duties/calendars', { ...CALENDAR_OPENED_SAYS, form: CALENDAR_OPENED_FORM }, openCalendar, 'calendar'),
  post('/duties/calendars/close', CALENDARS_CLOSED_SAYS, closeCalendars, 'calendar'),
  {
    method: 'GET',
    path: '/calendar/:secret{[A-Za-z0-9_-]{43}\\.ics}',
    says: CALENDAR_SAYS,
    who: 'anyone',
    answer: calendar,
  },
];
