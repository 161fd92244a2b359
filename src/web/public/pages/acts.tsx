// The list of public acts: newest first, each with its signed text and its proof.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../../area.ts';
import { actAddress, ActLink, Moment, ParagraphLinks } from '../../../kit/links.tsx';
import { Exercise, Stands } from '../../../kit/marks.tsx';
import { SectionHead, TitlePage } from '../../../kit/page.tsx';
import { RegisterTable } from '../../../kit/table.tsx';
import { sentence, type Speak } from '../../../kit/words.ts';
import type { Desk } from '../../ask.ts';
import type { Stretch } from '../../pages/acts.data.ts';
import { StretchLinks } from '../../pages/acts.tsx';
import { actTitle, type BodyNames, bodyNames, type SaidRow, seatOf } from '../../pages/said.tsx';
import type { PublicAsk } from '../ask.ts';

export interface ActsData {
  readonly acts: readonly SaidRow[];
  readonly names: BodyNames;
  /** How many public acts each side has. */
  readonly counts: Readonly<Record<string, number>>;
  /** The cursors of the stretches beside this one; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
}

export async function loadActs(ask: PublicAsk, stretch: Stretch): Promise<ActsData> {
  const { record, look } = ask;
  const { acts, next, previous } = stretch;
  const sides = record.agreement.participants.map(({ id }) => id);
  const counted = await Promise.all(sides.map(async (side) => [side, (await record.count(side)).count] as const));
  const names = await bodyNames(look, acts.map(({ by }) => by));
  return { acts, names, counts: Object.fromEntries(counted), next, previous };
}

/** Public acts as a table, with what each can be checked by. */
export function ActsTable({ acts, names, speak, desk }: {
  readonly acts: readonly SaidRow[];
  readonly names: BodyNames;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('said.column-act') },
    {
      head: speak.say('said.column-recorded', { city: seat.city }),
      label: sentence(speak.say('rung.recorded')),
      is: 'date',
    },
    { head: speak.say('said.column-provision') },
    { head: speak.say('said.column-what') },
    { head: speak.say('said.column-stands'), is: 'word' },
    { head: speak.say('public.proof'), is: 'word' },
  ] as const;
  const rows = acts.map((row) => ({
    cells: [
      { shows: <ActLink side={row.side} index={row.index} /> },
      { shows: <Moment instant={row.recordedAt} zone={seat.zone} speak={speak} /> },
      { shows: <ParagraphLinks ids={row.provisions} speak={speak} /> },
      {
        shows: (
          <>
            {actTitle(row, names, desk, speak)} {row.exercise ? <Exercise /> : null}
          </>
        ),
      },
      { shows: <Stands rung={row.rung ?? undefined} contested={row.contested !== null} speak={speak} /> },
      { shows: <a href={`/verify?act=${row.side}-${row.index}`}>{speak.say('public.check-it')}</a> },
    ],
  }));
  return <RegisterTable id="act-rows" columns={columns} rows={rows} empty={speak.say('public.no-acts')} />;
}

export function drawActs(data: ActsData, speak: Speak, desk: Desk): Drawn {
  const counts = Object.entries(data.counts).map(([side, count]) => `${side.toUpperCase()} ${speak.number(count)}`);
  return {
    title: speak.say('public.acts'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('public.acts')}>{speak.say('public.acts-why')}</TitlePage>
        <SectionHead id="acts" title={speak.say('public.acts-count', { counts: speak.list(counts) })}>
          <a href="/acts.csv">CSV</a>, <a href="/acts.json">JSON</a>, <a href="/acts.atom">Atom</a>
        </SectionHead>
        <ActsTable acts={data.acts} names={data.names} speak={speak} desk={desk} />
        <StretchLinks id="act-pages" of={data} address="/acts" anchor="#acts" speak={speak} />
      </>
    ),
  };
}

/** The addresses at which everything of one act is taken. */
export function actFiles(side: string, index: number): readonly string[] {
  const address = actAddress(side, index);
  return [address, `${address}/text`, `${address}/proof`, `${address}/keys`];
}
