// The page of readings: who of the auditor's body read personal data, of which act, for which purpose, when.
import type { Drawn } from '../../area.ts';
import { ActLink, Moment } from '../../kit/links.tsx';
import { SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Reading } from '../../node/node.ts';
import type { Desk } from '../ask.ts';
import { seatOf } from './said.tsx';

export interface ReadingsData {
  readonly body: string;
  readonly readings: readonly Reading[];
}

function purposeName(code: string, speak: Speak, { look }: Desk): string {
  return look.agreement.purposes.find((one) => one.code === code)?.name[speak.language] ?? code;
}

export function drawReadings(data: ReadingsData, speak: Speak, desk: Desk): Drawn {
  const { zone, city } = seatOf(desk.look, desk.look.side, speak);
  const columns = [
    { head: speak.say('readings.column-who') },
    { head: speak.say('readings.column-act') },
    { head: speak.say('readings.column-parts') },
    { head: speak.say('readings.column-purpose') },
    { head: speak.say('readings.column-when', { city }), is: 'date' as const },
  ];
  const rows = data.readings.map((one) => ({
    cells: [
      { shows: one.name },
      { shows: <ActLink side={one.side} index={one.index} /> },
      { shows: <code>{one.parts.join(', ')}</code> },
      { shows: one.purpose === '' ? '–' : purposeName(one.purpose, speak, desk), nil: one.purpose === '' },
      { shows: <Moment instant={one.at} zone={zone} seconds speak={speak} /> },
    ],
  }));
  return {
    title: speak.say('readings.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('readings.title')}>{speak.say('readings.particulars')}</TitlePage>
        <SectionHead id="readings" title={speak.say('readings.by-body')} exercise={desk.look.exercise}>
          {speak.say('readings.note')}
        </SectionHead>
        <RegisterTable id="reading-rows" columns={columns} rows={rows} empty={speak.say('readings.none')} />
      </>
    ),
  };
}
