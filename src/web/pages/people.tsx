// The page of people, for those who look after them: who holds which office, and what was done with people and keys.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { Moment } from '../../kit/links.tsx';
import { SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Deed, KnownOffice, WayIn } from '../../node/node.ts';
import type { Desk } from '../ask.ts';
import { seatOf } from './said.tsx';

export interface PeopleData {
  readonly ways: readonly WayIn[];
  readonly offices: readonly KnownOffice[];
  /** Newest first. */
  readonly deeds: readonly Deed[];
}

interface Props {
  readonly data: PeopleData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function Offices({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const moment = (at: string): JSX.Element => <Moment instant={at} zone={seat.zone} speak={speak} />;
  const columns = [
    { head: speak.say('people.column-office') },
    { head: speak.say('people.column-person') },
    { head: speak.say('people.column-body') },
    { head: speak.say('people.column-roles') },
    { head: speak.say('people.column-source') },
    { head: speak.say('people.column-since'), is: 'date' },
    { head: speak.say('people.column-ended'), is: 'date' },
  ] as const;
  const rows = data.offices.map((one) => ({
    cells: [
      one.id,
      one.program ? speak.say('people.program') : `${one.name} (${one.person})`,
      one.body,
      speak.list(one.roles.map((role) => speak.say(`signin.role-${role}`))),
      one.source,
      { shows: moment(one.since) },
      one.ended === undefined ? { shows: '–', nil: true } : { shows: moment(one.ended) },
    ],
  }));
  return (
    <>
      <SectionHead id="offices" title={speak.say('people.offices')}>
        {speak.say('people.offices-why')}
      </SectionHead>
      <RegisterTable columns={columns} rows={rows} empty={speak.say('people.no-offices')} />
    </>
  );
}

function Deeds({ data, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('people.column-when', { city: seat.city }), is: 'date' },
    { head: speak.say('people.column-deed') },
    { head: speak.say('people.column-by') },
    { head: speak.say('people.column-about') },
    { head: speak.say('people.column-detail') },
  ] as const;
  const rows = data.deeds.map(({ at, deed, by, about, detail }) => ({
    cells: [
      { shows: <Moment instant={at} zone={seat.zone} seconds speak={speak} /> },
      speak.say(`people.deed-${deed}`),
      by,
      about,
      detail === '' ? { shows: '–', nil: true } : detail,
    ],
  }));
  const last = data.deeds.at(-1);
  return (
    <>
      <SectionHead id="deeds" title={speak.say('people.deeds')}>
        {speak.say('people.deeds-why')}
      </SectionHead>
      <RegisterTable columns={columns} rows={rows} empty={speak.say('people.no-deeds')} />
      {last === undefined || last.n === 0 ? null : (
        <Buttons>
          <ButtonLink href={`/people?before=${last.n}`}>{speak.say('people.older')}</ButtonLink>
        </Buttons>
      )}
    </>
  );
}

export function drawPeople(data: PeopleData, speak: Speak, desk: Desk): Drawn {
  const props = { data, speak, desk };
  return {
    title: speak.say('people.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('people.title')}>{speak.say('people.why')}</TitlePage>
        <Offices {...props} />
        <Deeds {...props} />
      </>
    ),
  };
}
