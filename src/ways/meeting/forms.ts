// How officials say the kinds of the way of meetings: which fields, when each opens, what content follows.
import { sideOf } from '../../act/act.ts';
import type { Json } from '../../act/canonical.ts';
import type { BodyOf } from '../../act/kind.ts';
import { civilDate, civilTime } from '../../agreement/calendar.ts';
import { BODIES } from '../../agreement/mandate.ts';
import type { Content, Field, Form, Look, ShownAct, Typed } from '../../area.ts';
import {
  typedAny,
  typedChoice,
  typedCount,
  typedDateOrNull,
  typedInstant,
  typedLines,
  typedSome,
  wrongField,
} from '../../kit/typed.ts';
import { bodyHash, inRole } from './agreed.ts';
import { meetingProvisions } from './judges.ts';
import {
  ACTION_ASSIGNED,
  ACTION_DONE,
  AGENDA_AGREED,
  AGENDA_PROPOSED,
  DECISION_TAKEN,
  MEDIA,
  MEETING_CALLED,
  MEETING_HELD,
  RECORD_AGREED,
  RECORD_PROPOSED,
  SERIES_AGREED,
  SERIES_PROPOSED,
} from './kinds.ts';
import { ACTIONS, MEETINGS, meetingSubject, MOVES, SERIES, seriesSubject } from './registers.ts';

const TEXT = 4000;
const LANGUAGES = ['en', 'uk', 'sq'] as const;

/** The office of the other side, to which everything of a meeting goes. */
export function counterpart(look: Look): string {
  const other = look.agreement.participants.find(({ id }) => id !== look.side);
  if (other === undefined) throw new Error('meeting: an agreement of one side');
  return other.treatyOffice.body;
}

const seat = (look: Look): string => look.agreement.participant(look.side).seat.zone;

const field = (name: string, input: Field['input'], required: boolean, more: Partial<Field> = {}): Field => ({
  name,
  label: `meeting.field.${name}`,
  input,
  required,
  ...more,
});

const texts = (initial: Readonly<Record<string, string>> = {}): readonly Field[] =>
  LANGUAGES.map((language) =>
    field(`text-${language}`, 'long', false, initial[language] === undefined ? {} : { initial: initial[language] }),
  );

function typedTexts(typed: Typed): { en: string; uk: string; sq: string } {
  const said = {
    en: typedAny(typed, 'text-en', TEXT),
    uk: typedAny(typed, 'text-uk', TEXT),
    sq: typedAny(typed, 'text-sq', TEXT),
  };
  if (Object.values(said).some((text) => text !== '')) return said;
  throw wrongField('text-en', 'Nothing is written in any language.');
}

/** Options of how people meet. */
const media = (): Field =>
  field('medium', 'choice', true, {
    options: MEDIA.map((medium) => ({ value: medium, label: `meeting.medium.${medium}` })),
    initial: 'in-person',
  });

function span(look: Look, start?: string, end?: string): readonly Field[] {
  const zone = seat(look);
  const at = (instant: string | undefined): Partial<Field> =>
    instant === undefined ? {} : { initial: civilDate(instant, zone) };
  const hour = (instant: string | undefined): Partial<Field> =>
    instant === undefined ? {} : { initial: civilTime(instant, zone) };
  return [
    field('date', 'date', true, { help: 'meeting.help.seat', ...at(start) }),
    field('start', 'time', true, hour(start)),
    field('end', 'time', true, hour(end)),
    field('place', 'text', false),
    media(),
  ];
}

function typedSpan(look: Look, typed: Typed): BodyOf<typeof MEETING_CALLED> {
  const zone = seat(look);
  return {
    start: typedInstant(typed, 'date', 'start', zone),
    end: typedInstant(typed, 'date', 'end', zone),
    place: typedAny(typed, 'place', 200),
    medium: typedChoice(typed, 'medium', MEDIA),
  };
}

type Said = Pick<Content, 'provisions' | 'subject' | 're'> & { readonly body: Json };
const say = (look: Look, said: Said): Content => ({ to: [counterpart(look)], ...said });

/** The act a form was opened from, where it stands and is of that kind. */
const ofKind = (about: ShownAct | undefined, kind: string): ShownAct | undefined =>
  about?.contested === undefined && about?.act.header.kind === kind ? about : undefined;

const proposeSeries: Form = {
  kind: SERIES_PROPOSED.id,
  title: 'meeting.do.series',
  open: async (look, about) => {
    if (about !== undefined) return undefined;
    const options = meetingProvisions(look.agreement).map((id) => ({ value: id, text: `¶${id}` }));
    const [first] = options;
    return await Promise.resolve([
      field('provision', 'choice', true, {
        options,
        help: 'meeting.help.provision',
        ...(first && { initial: first.value }),
      }),
      field('name', 'text', true),
      field('level', 'text', false),
      field('hosting', 'text', false),
      field('interval', 'text', false, { help: 'meeting.help.interval' }),
      field('record-days', 'text', false, { help: 'meeting.help.record-days' }),
    ]);
  },
  compose: async (look, _about, typed) => {
    const provision = typedChoice(typed, 'provision', meetingProvisions(look.agreement));
    const body = {
      name: typedSome(typed, 'name', 200),
      level: typedAny(typed, 'level', 200),
      hosting: typedAny(typed, 'hosting', 200),
      intervalMonths: typedCount(typed, 'interval', 120),
      recordDays: typedCount(typed, 'record-days', 365),
    };
    return await Promise.resolve(say(look, { provisions: [provision], subject: 'series', re: [], body }));
  },
};

/** An acceptance of the other side's proposal: nothing to fill in, for it accepts exactly what was proposed. */
function acceptance(
  kind: string,
  title: string,
  of: string,
  open: (look: Look, about: ShownAct) => Promise<boolean>,
  subject: (about: ShownAct) => string = ({ act }) => act.header.subject,
): Form {
  return {
    kind,
    title,
    open: async (look, about) => {
      const proposal = ofKind(about, of);
      if (proposal?.act.body === undefined || proposal.act.side === look.side) return undefined;
      return (await open(look, proposal)) ? [] : undefined;
    },
    compose: async (look, about) => {
      if (about === undefined) throw wrongField('about', 'It accepts nothing.');
      const { id, header, body } = about.act;
      return await Promise.resolve(
        say(look, {
          provisions: header.provisions,
          subject: subject(about),
          re: [{ act: id, role: 'accepts' }],
          body: { text: bodyHash(body ?? null) },
        }),
      );
    },
  };
}

const agreeSeries = acceptance(
  SERIES_AGREED.id,
  'meeting.do.agree-series',
  SERIES_PROPOSED.id,
  async (look, about) => (await look.row(SERIES, seriesSubject(about.act.id))).agreement.agreed === null,
  (about) => seriesSubject(about.act.id),
);

const call: Form = {
  kind: MEETING_CALLED.id,
  title: 'meeting.do.call',
  open: async (look, about) => {
    const agreed = ofKind(about, SERIES_AGREED.id);
    if (agreed !== undefined) {
      const series = await look.row(SERIES, agreed.act.header.subject);
      return series.agreement.agreed?.by.act === agreed.act.id ? span(look) : undefined;
    }
    const before = ofKind(about, MEETING_CALLED.id);
    if (before === undefined) return undefined;
    const { called, moved, held } = await look.row(MEETINGS, meetingSubject(before.act.id));
    if (called === null || moved !== null || Object.keys(held).length > 0) return undefined;
    return span(look, called.start, called.end);
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'It is called in no series.');
    const { id, header } = about.act;
    const body = typedSpan(look, typed);
    if (header.kind === SERIES_AGREED.id) {
      const re = [{ act: id, role: 'in' }];
      return await Promise.resolve(say(look, { provisions: header.provisions, subject: header.subject, re, body }));
    }
    const re = [
      { act: inRole(about.act, 'in'), role: 'in' },
      { act: id, role: MOVES },
    ];
    return say(look, { provisions: header.provisions, subject: header.subject, re, body });
  },
};

const proposeAgenda: Form = {
  kind: AGENDA_PROPOSED.id,
  title: 'meeting.do.agenda',
  open: async (look, from) => {
    const about = ofKind(from, MEETING_CALLED.id);
    if (about === undefined) return undefined;
    const { agenda, moved, held } = await look.row(MEETINGS, meetingSubject(about.act.id));
    return agenda.agreed === null && moved === null && Object.keys(held).length === 0 ? texts() : undefined;
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'It is the agenda of no meeting.');
    const { id, header } = about.act;
    const re = [{ act: id, role: 'of' }];
    const body = { texts: typedTexts(typed) };
    return await Promise.resolve(say(look, { provisions: header.provisions, subject: meetingSubject(id), re, body }));
  },
};

const agreeAgenda = acceptance(AGENDA_AGREED.id, 'meeting.do.agree-agenda', AGENDA_PROPOSED.id, async (look, about) => {
  const { agenda, moved } = await look.row(MEETINGS, about.act.header.subject);
  return agenda.agreed === null && moved === null;
});

const OFFICES = 30;

const hold: Form = {
  kind: MEETING_HELD.id,
  title: 'meeting.do.held',
  open: async (look, from) => {
    const about = ofKind(from, MEETING_CALLED.id);
    if (about === undefined) return undefined;
    const { called, moved, held } = await look.row(MEETINGS, meetingSubject(about.act.id));
    if (called === null || moved !== null || held[look.side] !== undefined || look.now < called.start) return undefined;
    const people = look.agreement.participants.map(({ id }) =>
      field(`people-${id}`, 'long', false, {
        label: id === look.side ? 'meeting.field.people-own' : 'meeting.field.people-other',
        help: 'meeting.help.people',
      }),
    );
    return [...span(look, called.start, called.end), ...people];
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'No meeting is said to be held.');
    const attendance = look.agreement.participants.flatMap(({ id }) =>
      typedLines(typed, `people-${id}`, OFFICES, 200).map((office) => ({ side: id, office })),
    );
    if (attendance.length === 0) throw wrongField(`people-${look.side}`, 'Nobody took part.');
    const { id, header } = about.act;
    const body = { ...typedSpan(look, typed), attendance };
    const re = [{ act: id, role: 'of' }];
    return await Promise.resolve(say(look, { provisions: header.provisions, subject: meetingSubject(id), re, body }));
  },
};

const proposeRecord: Form = {
  kind: RECORD_PROPOSED.id,
  title: 'meeting.do.record',
  open: async (look, from) => {
    const about = ofKind(from, MEETING_HELD.id);
    if (about === undefined) return undefined;
    const { record, held } = await look.row(MEETINGS, about.act.header.subject);
    const known = Object.values(held).some((one) => one.act === about.act.id);
    return known && record.agreed === null ? texts() : undefined;
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'It is the record of no meeting.');
    const { id, header } = about.act;
    const re = [{ act: id, role: 'of' }];
    const body = { texts: typedTexts(typed) };
    return await Promise.resolve(say(look, { provisions: header.provisions, subject: header.subject, re, body }));
  },
};

const agreeRecord = acceptance(
  RECORD_AGREED.id,
  'meeting.do.agree-record',
  RECORD_PROPOSED.id,
  async (look, about) => (await look.row(MEETINGS, about.act.header.subject)).record.agreed === null,
);

const decide: Form = {
  kind: DECISION_TAKEN.id,
  title: 'meeting.do.decision',
  open: async (look, from) => {
    const about = ofKind(from, RECORD_AGREED.id);
    if (about === undefined) return undefined;
    const { record } = await look.row(MEETINGS, about.act.header.subject);
    if (record.agreed?.by.act !== about.act.id) return undefined;
    return [field('words', 'long', true, { help: 'meeting.help.words' })];
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'It is quoted from no record.');
    const { id, header } = about.act;
    const re = [{ act: id, role: 'of' }];
    const body = { words: typedSome(typed, 'words', 1000) };
    return await Promise.resolve(say(look, { provisions: header.provisions, subject: header.subject, re, body }));
  },
};

/** The office of a side and its designated bodies. */
export async function bodiesOf(look: Look, side: string): Promise<readonly string[]> {
  const designated = (await look.rows(BODIES)).filter(({ subject, state }) => {
    return sideOf(subject) === side && state.designated !== null && state.ended === null;
  });
  return [look.agreement.participant(side).treatyOffice.body, ...designated.map(({ subject }) => subject)];
}

const assign: Form = {
  kind: ACTION_ASSIGNED.id,
  title: 'meeting.do.action',
  open: async (look, about) => {
    if (about === undefined || about.contested !== undefined) return undefined;
    const owners = await bodiesOf(look, look.side);
    const named = (id: string): string => look.agreement.bodies.get(id)?.name ?? id;
    return [
      field('what', 'long', true),
      field('owner', 'choice', true, {
        options: owners.map((id) => ({ value: id, text: named(id) })),
        ...(owners[0] === undefined ? {} : { initial: owners[0] }),
      }),
      field('due', 'date', false, { help: 'meeting.help.due' }),
    ];
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'It follows from nothing.');
    const { id, header } = about.act;
    const body = {
      what: typedSome(typed, 'what', 1000),
      owner: typedChoice(typed, 'owner', await bodiesOf(look, look.side)),
      due: typedDateOrNull(typed, 'due'),
    };
    const re = [{ act: id, role: 'from' }];
    return say(look, { provisions: header.provisions, subject: header.subject, re, body });
  },
};

const finish: Form = {
  kind: ACTION_DONE.id,
  title: 'meeting.do.done',
  open: async (look, from) => {
    const about = ofKind(from, ACTION_ASSIGNED.id);
    if (about === undefined || about.act.side !== look.side) return undefined;
    const { done } = await look.row(ACTIONS, about.act.id);
    return done === null ? [field('outcome', 'long', true)] : undefined;
  },
  compose: async (look, about, typed) => {
    if (about === undefined) throw wrongField('about', 'Nothing is said to be done.');
    const { id, header } = about.act;
    const re = [{ act: id, role: 'completes' }];
    const body = { outcome: typedSome(typed, 'outcome', 1000) };
    return await Promise.resolve(say(look, { provisions: header.provisions, subject: header.subject, re, body }));
  },
};

export const FORMS: readonly Form[] = [
  proposeSeries,
  agreeSeries,
  call,
  proposeAgenda,
  agreeAgenda,
  hold,
  proposeRecord,
  agreeRecord,
  decide,
  assign,
  finish,
];
