// The page of one draft: the exact text that will be signed, who approves it, and the buttons that decide.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf, FormFields } from '../../kit/form.tsx';
import { LabelSays } from '../../kit/label.tsx';
import { ActLink, Sentence } from '../../kit/links.tsx';
import { Exercise, State } from '../../kit/marks.tsx';
import { NotePapers } from './note.papers.tsx';
import { Notice, NoteSheet, Rail, RailLinks, SectionHead, Sheets, SignedText } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { newAddress } from '../forms.ts';
import { mendOf } from '../problem.ts';
import { codes } from './act.evidence.tsx';
import { type DraftData, REASON_FIELD } from './drafts.data.ts';
import { DraftState, draftTitle } from './drafts.tsx';
import { seatOf } from './said.tsx';
import { Opening } from './sealing.tsx';

interface Props {
  readonly data: DraftData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function Title({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const kind = desk.kinds.get(data.kind);
  const when = speak.time(data.writtenAt, seat.zone);
  const { agreement } = desk.look;
  const words = data.content === null ? [] : (kind?.tellContent?.(data.content, speak, agreement) ?? []);
  const told = [...(kind?.tell(data.body, speak, agreement) ?? []), ...words];
  return (
    <header class="title-page wide">
      <p class="kicker">
        {data.exercise ? <Exercise /> : null} {speak.say('draft.of')}, <code>{data.kind}</code>,{' '}
        {speak.say('act.number', { number: data.number })}
      </p>
      <h1>{draftTitle(data, speak)}</h1>
      <p class="particulars">
        {speak.say('draft.particulars', {
          name: data.writtenBy.name,
          post: data.writtenBy.post[speak.language],
          when: `${when} ${seat.city}`,
        })}{' '}
        {data.about === null ? null : (
          <Sentence speak={speak} say="draft.about" parts={{ act: <ActLink {...data.about} /> }} />
        )}
      </p>
      {told.length === 0 ? null : (
        <Plain after rows={told.map(([label, value]) => ({ label: speak.say(label), value }))} />
      )}
    </header>
  );
}

/** What the root key still has to sign: where the request lies, which command signs it, where the answer goes. */
function AtRoot({ data, speak }: Pick<Props, 'data' | 'speak'>): JSX.Element {
  const { request } = data;
  if (request === null) return <></>;
  const rows = [
    { label: speak.say('draft.root-file'), value: codes([`root/${request}`]) },
    { label: speak.say('draft.root-sign'), value: codes([`servanda root sign ${request} SHARE SHARE`]) },
    { label: speak.say('draft.root-back'), value: codes([`root/${request.replace('.request.', '.signed.')}`]) },
  ];
  return (
    <>
      <p>{speak.say('draft.root')}</p>
      <Plain after rows={rows} />
    </>
  );
}

/** What was refused, what became of the draft, or how far it is: said before anything else. */
function Standing({ data, speak }: Props): JSX.Element {
  const again = newAddress(data.kind, data.about?.id);
  return (
    <>
      {data.problem === null ? null : (
        <Notice is="alarm" says={speak.say(`problem.title-${data.problem.status}`)} mend={mendOf(data.problem, speak)}>
          <p lang="en" class="soft">
            {data.problem.detail}
          </p>
        </Notice>
      )}
      <div class="wide after" id="draft-stands" data-live>
        <p>
          <DraftState draft={data} speak={speak} />{' '}
          {data.act === null ? null : (
            <Sentence speak={speak} say="draft.became" parts={{ act: <ActLink {...data.act} /> }} />
          )}
        </p>
        <AtRoot data={data} speak={speak} />
        {data.state === 'sent-back' ? (
          <>
            <p>{speak.say('draft.reason-was', { reason: data.reason ?? '–' })}</p>
            <Buttons>
              <ButtonLink href={`${again}&from=${data.id}`}>{speak.say('draft.write-again')}</ButtonLink>
            </Buttons>
          </>
        ) : null}
      </div>
    </>
  );
}

/** What follows from its label, before anybody signs: who may read it on both nodes, for what, until when. */
function LabelSection({ data, speak, desk }: Props): JSX.Element {
  const of = { label: data.label, by: data.by, to: [...data.to] };
  return (
    <>
      <SectionHead id="label" title={speak.say('label.says')} exercise={data.exercise}>
        {speak.say('draft.label-why')}
      </SectionHead>
      <div class="wide">
        <LabelSays of={of} agreement={desk.look.agreement} speak={speak} />
      </div>
    </>
  );
}

function Text({ data, speak }: Props): JSX.Element {
  const title = speak.say(data.state === 'recorded' ? 'draft.text-was' : 'draft.text');
  return (
    <>
      <SectionHead id="text" title={title} exercise={data.exercise}>
        {speak.say('draft.text-why')}
      </SectionHead>
      <SignedText text={data.text} label={title} />
      <Plain
        wide
        after
        rows={[
          { label: speak.say('draft.digest'), value: codes([data.digest]) },
          ...data.parts.map(({ name, type, size }) => ({
            label: speak.say('act.part'),
            value: (
              <>
                <a href={`/drafts/${data.id}/part/${name}`}>{name}</a>{' '}
                <span class="soft">{speak.say('draft.part-is', { type, size: speak.number(size) })}</span>
              </>
            ),
          })),
          ...(data.file === null
            ? []
            : [
                {
                  label: speak.say('act.file'),
                  value: (
                    <>
                      <a href={`/drafts/${data.id}/file`}>{data.file.name}</a>{' '}
                      <span class="soft">{speak.say('act.file-size', { size: speak.number(data.file.size) })}</span>
                    </>
                  ),
                },
              ]),
        ]}
      />
      {data.notes.length === 0 ? null : (
        <>
          <SectionHead id="notes" title={speak.say('draft.notes')}>
            {speak.say('draft.notes-why')}
          </SectionHead>
          <Sheets>
            {data.notes.map((note) => (
              <NoteSheet note={note} speak={speak}>
                <NotePapers address={`/drafts/${data.id}/note/${note.language}`} speak={speak} />
              </NoteSheet>
            ))}
          </Sheets>
        </>
      )}
    </>
  );
}

function Approvals({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('draft.column-person') },
    { head: speak.say('draft.column-post') },
    {
      head: speak.say('draft.column-approved', { city: seat.city }),
      label: speak.say('rung.approved'),
      is: 'word',
    },
  ] as const;
  const given = data.approvals.map(({ official, at }) => ({
    cells: [
      official.name,
      official.post[speak.language],
      { shows: <State is="done">{speak.time(at, seat.zone)}</State> },
    ],
  }));
  const open = data.mayApprove.map((official) => ({
    cells: [
      official.name,
      official.post[speak.language],
      { shows: <State is="waiting">{speak.say('draft.not-yet')}</State>, nil: true },
    ],
  }));
  return (
    <>
      <SectionHead id="approvals" title={speak.say('draft.approvals')} exercise={data.exercise}>
        {speak.say('draft.approvals-why', { needed: data.needed })}
      </SectionHead>
      <RegisterTable
        id="approval-rows"
        live
        columns={columns}
        rows={[...given, ...open]}
        empty={speak.say('draft.no-approver')}
      />
    </>
  );
}

/** Why the reader has no button: in words, with who has one. */
function whyNot(data: DraftData, desk: Desk): string {
  if (desk.viewer?.id === data.writtenBy.id) return 'draft.you-wrote';
  const approved = data.approvals.some(({ official }) => official.id === desk.viewer?.id);
  return approved ? 'draft.you-approved' : 'draft.you-cannot';
}

function Decide({ data, speak, desk }: Props): JSX.Element {
  if (data.state !== 'waiting') return <></>;
  const left = Math.max(1, data.needed) - data.approved;
  // Nobody here is waited for.
  if (!data.yours && data.request !== null) return <></>;
  if (!data.yours) {
    const who = speak.list(data.mayApprove.map((official) => `${official.name}, ${official.post[speak.language]}`));
    return (
      <p class="wide after">
        {speak.say(whyNot(data, desk))} {who === '' ? null : speak.say('draft.who-may', { who })}
      </p>
    );
  }
  const { problem } = data;
  const errors =
    problem?.field === REASON_FIELD
      ? [{ name: REASON_FIELD, wrong: mendOf(problem, speak), detail: problem.detail }]
      : [];
  const reason = {
    name: REASON_FIELD,
    label: 'draft.reason',
    help: 'draft.reason-help',
    input: 'long',
    required: true,
  } as const;
  return (
    <>
      {data.request === null ? (
        <form class="wide after" method="post" action={`/drafts/${data.id}/approve`}>
          <Csrf token={data.csrf} />
          <input type="hidden" name="digest" value={data.digest} />
          <p>{speak.say('draft.approve-says', { left })}</p>
          <div class="after">
            <Buttons exercise={data.exercise}>
              <Button rank="first">{speak.say(left <= 1 ? 'draft.approve-last' : 'draft.approve')}</Button>
            </Buttons>
          </div>
        </form>
      ) : null}
      <SectionHead id="send-back" title={speak.say('draft.send-back')} />
      <form class="after" method="post" action={`/drafts/${data.id}/send-back`}>
        <Csrf token={data.csrf} />
        <FormFields fields={[reason]} typed={{ [REASON_FIELD]: data.reasonTyped }} errors={errors} speak={speak} />
        <Buttons exercise={data.exercise}>
          <Button>{speak.say('draft.send-back')}</Button>
        </Buttons>
      </form>
    </>
  );
}

export function drawDraft(data: DraftData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  const sections = ['label', 'text', ...(data.notes.length > 0 ? ['notes'] : []), 'approvals'];
  return {
    title: `${speak.say('draft.of')}: ${draftTitle(data, speak)}`,
    rail: (
      <Rail label={speak.say('drafts.contents')}>
        <RailLinks
          heading={speak.say('drafts.contents')}
          links={[
            ...sections.map((id) => ({ href: `#${id}`, label: speak.say(`draft.${id}`) })),
            { href: '/drafts', label: speak.say('draft.all') },
          ]}
        />
      </Rail>
    ),
    leaf: (
      <>
        <Title {...props} />
        <Standing {...props} />
        <LabelSection {...props} />
        <Opening header={data.header} address={`/drafts/${data.id}`} speak={speak} desk={desk} />
        <Text {...props} />
        <Approvals {...props} />
        <Decide {...props} />
      </>
    ),
  };
}
