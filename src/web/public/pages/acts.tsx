// The list of public acts: newest first, each with its signed text and its proof.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../../area.ts';
import { actAddress, ActLink, Moment, ParagraphLinks } from '../../../kit/links.tsx';
import { Exercise, Stands } from '../../../kit/marks.tsx';
import { SectionHead, TitlePage } from '../../../kit/page.tsx';
import { ButtonLink, Buttons } from '../../../kit/form.tsx';
import { RegisterTable } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { Desk } from '../../ask.ts';
import { actTitle, type BodyNames, bodyNames, saidRow, type SaidRow, seatOf } from '../../pages/said.tsx';
import type { PublicAsk } from '../ask.ts';
import { newestActs } from '../newest.ts';

export interface ActsData {
  readonly acts: readonly SaidRow[];
  readonly names: BodyNames;
  /** How many public acts each side has. */
  readonly counts: Readonly<Record<string, number>>;
  /** Where the next stretch begins, as `?before=` says it; null at the end. */
  readonly next: string | null;
}

const STEP = /^([a-z]{2,8}):(\d{1,15})$/;

/** `ua:405,al:388`: below which index of each side; what is no step is left out. */
export function readCursor(text: string | undefined): Readonly<Record<string, number>> {
  const steps = (text ?? '').slice(0, 200).split(',').map((step) => STEP.exec(step));
  return Object.fromEntries(steps.flatMap((step) => (step === null ? [] : [[step[1] as string, Number(step[2])]])));
}

export async function loadActs(ask: PublicAsk, limit: number): Promise<ActsData> {
  const { record, look, query } = ask;
  const before = readCursor(query['before']);
  const acts = (await newestActs(ask, limit, before)).map(saidRow);
  const sides = record.agreement.participants.map(({ id }) => id);
  const counted = await Promise.all(sides.map(async (side) => [side, await record.count(side)] as const));
  const cursor = counted.map(([side, { end }]) => {
    const shown = acts.filter((act) => act.side === side).map(({ index }) => index);
    return [side, Math.min(before[side] ?? end, ...shown)] as const;
  });
  const more = acts.length === limit && (await newestActs(ask, 1, Object.fromEntries(cursor))).length > 0;
  return {
    acts,
    names: await bodyNames(look, acts.map(({ by }) => by)),
    counts: Object.fromEntries(counted.map(([side, { count }]) => [side, count])),
    next: more ? cursor.map(([side, index]) => `${side}:${index}`).join(',') : null,
  };
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
    { head: speak.say('said.column-recorded', { city: seat.city }), label: speak.say('rung.recorded'), is: 'date' },
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
        {data.next === null ? null : (
          <div class="wide">
            <Buttons>
              <ButtonLink href={`/acts?before=${encodeURIComponent(data.next)}`}>
                {speak.say('public.acts-older')}
              </ButtonLink>
            </Buttons>
          </div>
        )}
      </>
    ),
  };
}

/** The addresses at which everything of one act is taken. */
export function actFiles(side: string, index: number): readonly string[] {
  const address = actAddress(side, index);
  return [address, `${address}/text`, `${address}/proof`, `${address}/keys`];
}
