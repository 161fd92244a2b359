// The page of all drafts: what waits, what was sent back, what became an act, and what may be begun.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { ActLink, Moment } from '../../kit/links.tsx';
import { Exercise, State } from '../../kit/marks.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { newAddress } from '../forms.ts';
import type { DraftRow, DraftsData } from './drafts.data.ts';
import { seatOf } from './said.tsx';

interface Props {
  readonly data: DraftsData;
  readonly speak: Speak;
  readonly desk: Desk;
}

/** What the draft would say, by the sentence of its form, or its kind where no form knows it. */
export function draftTitle(draft: Pick<DraftRow, 'title' | 'kind'>, speak: Speak): string {
  return draft.title === null ? draft.kind : speak.say(draft.title);
}

/** How far a draft has come: a word and a shape. */
export function DraftState({ draft, speak }: { readonly draft: DraftRow; readonly speak: Speak }): JSX.Element {
  switch (draft.state) {
    case 'waiting': {
      if (draft.request !== null) return <State is="moving">{speak.say('drafts.state-root')}</State>;
      const values = { given: draft.approved, needed: draft.needed };
      return <State is={draft.approved > 0 ? 'moving' : 'waiting'}>{speak.say('drafts.approved-of', values)}</State>;
    }
    case 'recorded':
      return <State is="done">{speak.say('drafts.state-recorded')}</State>;
    case 'sent-back':
      return <State is="none">{speak.say('drafts.state-sent-back')}</State>;
  }
}

function DraftTable({ id, drafts, empty, speak, desk }: {
  readonly id: string;
  readonly drafts: readonly DraftRow[];
  readonly empty: string;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('drafts.column-draft') },
    { head: speak.say('drafts.column-kind') },
    { head: speak.say('drafts.column-by') },
    { head: speak.say('drafts.column-when', { city: seat.city }), is: 'date' },
    { head: speak.say('drafts.column-stands'), is: 'word' },
    { head: speak.say('drafts.column-act') },
  ] as const;
  const rows = drafts.map((draft) => ({
    cells: [
      {
        shows: (
          <>
            <a href={`/drafts/${draft.id}`}>{draftTitle(draft, speak)}</a> {draft.exercise ? <Exercise /> : null}
          </>
        ),
      },
      { shows: <code>{draft.kind}</code> },
      { shows: draft.writtenBy.name },
      { shows: <Moment instant={draft.writtenAt} zone={seat.zone} speak={speak} /> },
      { shows: <DraftState draft={draft} speak={speak} /> },
      draft.act === null ? { shows: '–', nil: true } : { shows: <ActLink {...draft.act} /> },
    ],
  }));
  return <RegisterTable id={id} live columns={columns} rows={rows} empty={empty} />;
}

function Begin({ data, speak, desk }: Props): JSX.Element {
  const roles = desk.viewer?.roles ?? [];
  return (
    <>
      <SectionHead id="begin" title={speak.say('drafts.begin')}>
        {speak.say('drafts.begin-why')}
      </SectionHead>
      {!roles.includes('drafter') ? (
        <Empty>{speak.say(roles.includes('approver') ? 'drafts.not-drafter' : 'drafts.only-reader')}</Empty>
      ) : null}
      {roles.includes('drafter') && data.beginnings.length === 0 ? (
        <Empty>{speak.say('drafts.none-begin')}</Empty>
      ) : null}
      {roles.includes('drafter') && data.beginnings.length > 0 ? (
        <div class="wide">
          <Buttons exercise={desk.look.exercise}>
            {data.beginnings.map((beginning) => (
              <ButtonLink href={newAddress(beginning.kind)}>{speak.say(beginning.title)}</ButtonLink>
            ))}
          </Buttons>
        </div>
      ) : null}
    </>
  );
}

const SECTIONS = ['waiting', 'sent-back', 'recorded', 'begin'] as const;

export function drawDrafts(data: DraftsData, speak: Speak, desk: Desk): Drawn {
  const links = SECTIONS.map((id) => ({ href: `#${id}`, label: speak.say(`drafts.${id}`) }));
  const table = (id: string, drafts: readonly DraftRow[]): JSX.Element => (
    <DraftTable
      id={`${id}-rows`}
      drafts={drafts}
      empty={speak.say(`drafts.none-${id}`)}
      speak={speak}
      desk={desk}
    />
  );
  return {
    title: speak.say('drafts.title'),
    rail: (
      <Rail label={speak.say('drafts.contents')}>
        <RailLinks heading={speak.say('drafts.contents')} links={links} />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={speak.say('drafts.title')}>{speak.say('drafts.particulars')}</TitlePage>
        <SectionHead id="waiting" title={speak.say('drafts.waiting')}>
          {speak.say('drafts.waiting-why')}
        </SectionHead>
        {table('waiting', data.waiting)}
        <SectionHead id="sent-back" title={speak.say('drafts.sent-back')}>
          {speak.say('drafts.sent-back-why')}
        </SectionHead>
        {table('sent-back', data.sentBack)}
        <SectionHead id="recorded" title={speak.say('drafts.recorded')} />
        {table('recorded', data.recorded)}
        <Begin data={data} speak={speak} desk={desk} />
      </>
    ),
  };
}
