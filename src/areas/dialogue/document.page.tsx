// A meeting on paper: its agenda and its record in the language asked for, and the invitation to it as a calendar file.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Invitation, Look } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { provisionName } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { LANGUAGES, type Speak } from '../../kit/words.ts';
import type { Block, Sheet } from '../../paper/sheet.ts';
import { atBothSeats } from '../../ways/meeting/tell.ts';
import { loadDialogue, type MeetingShown, type SeriesShown, type TextShown } from './dialogue.data.ts';
import { DOCUMENT_SAYS } from './dialogue.says.ts';

export interface DocumentData {
  readonly call: string;
  readonly name: string;
  readonly provisions: readonly string[];
  /** Without what may be done now: that differs by side, and a paper does not. */
  readonly meeting: MeetingShown | null;
}

const NOTHING: DocumentData = { call: '', name: '', provisions: [], meeting: null };

function documentOf(series: readonly SeriesShown[], call: string): DocumentData {
  for (const { name, provisions, meetings } of series) {
    const found = meetings.find((meeting) => meeting.call.act === call);
    if (found === undefined) continue;
    return { call, name, provisions, meeting: { ...found, deeds: [] } };
  }
  return NOTHING;
}

/** Reads the papers of the meeting that `query.of` called. */
export async function loadDocument(look: Look, query: Readonly<Record<string, string>>): Promise<DocumentData> {
  return documentOf((await loadDialogue(look)).series, query['of'] ?? '');
}

/** A text in the language asked for, or in the first it was given in: nothing is translated here. */
function textIn({ texts }: TextShown, speak: Speak): string {
  const own = texts[speak.language] ?? '';
  return own === '' ? (Object.values(texts).find((text) => text !== '') ?? '') : own;
}

function section(of: TextShown | null, heading: string, speak: Speak): readonly Block[] {
  if (of === null) return [];
  const stands = speak.say(of.agreed === null ? 'dialogue.paper-proposed' : 'dialogue.paper-agreed');
  const lines = textIn(of, speak).split('\n').filter((line) => line.trim() !== '');
  return [
    { is: 'heading', level: 2, text: heading },
    { is: 'paragraph', soft: true, text: stands },
    ...lines.map((text) => ({ is: 'paragraph', voice: 'words', text }) as const),
  ];
}

function factsOf(meeting: NonNullable<DocumentData['meeting']>, speak: Speak, look: Look) {
  return [
    [speak.say('meeting.tell.start'), atBothSeats(meeting.start, look.agreement, speak)],
    [speak.say('meeting.tell.end'), atBothSeats(meeting.end, look.agreement, speak)],
    [speak.say('meeting.tell.place'), meeting.place === '' ? speak.say('meeting.not-set') : meeting.place],
    [speak.say('meeting.tell.medium'), speak.say(`meeting.medium.${meeting.medium}`)],
    ...meeting.attendance.map(({ side, office }) => {
      return [look.agreement.participant(side).short[speak.language], office] as const;
    }),
  ] as const;
}

function documentSheet(data: DocumentData, speak: Speak, look: Look): { readonly sheet: Sheet; readonly file: string } {
  const { meeting, name } = data;
  const decisions = meeting?.decisions ?? [];
  const sheet: Sheet = {
    language: speak.language,
    title: name,
    author: look.agreement.participant(look.side).name[speak.language],
    running: look.agreement.short[speak.language],
    foot: speak.say('dialogue.paper-foot'),
    exercise: look.exercise,
    blocks: [
      { is: 'title', text: name, kicker: data.provisions.map((id) => provisionName(id, speak)).join(', ') },
      ...(meeting === null ? [] : [{ is: 'facts', rows: factsOf(meeting, speak, look) } as const]),
      ...section(meeting?.agenda ?? null, speak.say('dialogue.agenda'), speak),
      ...section(meeting?.record ?? null, speak.say('dialogue.record'), speak),
      ...(decisions.length === 0
        ? []
        : ([
            { is: 'heading', level: 2, text: speak.say('dialogue.decision') },
            { is: 'list', numbered: true, items: decisions.map(({ words }) => words) },
          ] as const)),
    ],
  };
  const of = meeting?.call;
  return { sheet, file: `meeting-${of?.side ?? look.side}-${of?.index ?? 0}-${speak.language}` };
}

function invitationOf(data: DocumentData, speak: Speak): Invitation | undefined {
  const { meeting, name } = data;
  if (meeting === null || meeting.moved !== null) return undefined;
  const { call, start, end, place } = meeting;
  const agenda = meeting.agenda === null ? '' : textIn(meeting.agenda, speak);
  return { id: call.act, start, end, place, summary: name, text: agenda, file: `meeting-${call.side}-${call.index}` };
}

function Papers({ data, speak }: { readonly data: DocumentData; readonly speak: Speak }): JSX.Element {
  const address = (format: string, language: string): string =>
    `/dialogue/document?of=${data.call}&format=${format}&language=${language}`;
  return (
    <div class="wide after">
      <Buttons>
        {LANGUAGES.flatMap((language) =>
          ['pdf', 'docx'].map((format) => (
            <>
              <ButtonLink href={address(format, language)} download>
                {speak.say('dialogue.paper-as', {
                  format: format.toUpperCase(),
                  language: speak.say(`language.${language}`),
                })}
              </ButtonLink>{' '}
            </>
          )),
        )}
        <ButtonLink href={address('ics', speak.language)} download>
          {speak.say('dialogue.invitation')}
        </ButtonLink>
      </Buttons>
    </div>
  );
}

function Shown({ of, id, heading, speak }: {
  readonly of: TextShown | null;
  readonly id: string;
  readonly heading: string;
  readonly speak: Speak;
}): JSX.Element {
  if (of === null) return <></>;
  const texts: Child = Object.entries(of.texts)
    .filter(([, text]) => text !== '')
    .map(([language, text]) => (
      <p lang={language} class="lines">
        {text}
      </p>
    ));
  return (
    <>
      <SectionHead id={id} title={heading}>
        {speak.say(of.agreed === null ? 'dialogue.paper-proposed' : 'dialogue.paper-agreed')}
      </SectionHead>
      <div class="wide">{texts}</div>
    </>
  );
}

/** `/dialogue/document?of=` the act that called a meeting. */
export const DOCUMENT_PAGE: AreaPage<DocumentData> = {
  path: '/dialogue/document',
  name: 'dialogue.papers',
  says: DOCUMENT_SAYS,
  under: '/dialogue',
  load: loadDocument,
  sheet: documentSheet,
  invitation: invitationOf,
  draw: (data, speak, look) => ({
    title: speak.say('dialogue.papers'),
    rail: (
      <Rail label={speak.say('dialogue.rail')}>
        <RailLinks
          heading={speak.say('dialogue.rail')}
          links={[{ href: '/dialogue', label: speak.say('dialogue.title') }]}
        />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={data.meeting === null ? speak.say('dialogue.papers') : data.name}>
          {look.exercise ? <Exercise /> : null}{' '}
          {data.meeting === null ? null : atBothSeats(data.meeting.start, look.agreement, speak)}
        </TitlePage>
        {data.meeting === null ? (
          <Empty>{speak.say('dialogue.no-meeting')}</Empty>
        ) : (
          <Papers data={data} speak={speak} />
        )}
        <Shown of={data.meeting?.agenda ?? null} id="agenda" heading={speak.say('dialogue.agenda')} speak={speak} />
        <Shown of={data.meeting?.record ?? null} id="record" heading={speak.say('dialogue.record')} speak={speak} />
      </>
    ),
  }),
};
