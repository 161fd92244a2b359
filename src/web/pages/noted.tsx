// The page of an entry that is no act: the checkpoint of the other log that a side noted, with the hands of both.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { actAddress, actName, Moment } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { IdentityRail, RailLinks, SectionHead, SignedText, TitlePage } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { NotedFile } from '../../node/node.ts';
import type { Desk } from '../ask.ts';
import { codes } from './act.evidence.tsx';
import { seatOf, sideName } from './said.tsx';

/** The entry, and the acts next to it in its log. */
export interface NotedData extends NotedFile {
  readonly previous: number | null;
  readonly next: number | null;
}

export function drawNoted(data: NotedData, speak: Speak, desk: Desk): Drawn {
  const { side, index, noted } = data;
  const seat = seatOf(desk.look, desk.look.side, speak);
  const turn = (word: string, to: number): JSX.Element => (
    <a href={actAddress(side, to)}>{speak.say(`act.${word}`, { index: to })}</a>
  );
  const title = speak.say('record.noted-checkpoint', { of: noted.of.toUpperCase(), size: noted.size });
  const contested =
    data.contested === undefined
      ? []
      : [
          {
            label: speak.say('record.column-reason'),
            value: (
              <>
                <State is="contested">{speak.say(`refusal.${data.contested}`)}</State> {codes([data.contested])}
              </>
            ),
          },
        ];
  const when = (
    <>
      <Moment instant={data.at} zone={seat.zone} seconds speak={speak} /> {seat.city}
    </>
  );
  return {
    title: `${actName(side, index)}, ${title}`,
    rail: (
      <IdentityRail
        label={speak.say('act.identity')}
        of={
          <>
            <Side side={side} /> {speak.say('record.log-of', { side: sideName(desk.look.agreement, side, speak) })}
          </>
        }
        numeral={String(index)}
        turn={
          <>
            {data.previous === null ? null : turn('before', data.previous)}{' '}
            {data.next === null ? null : turn('after', data.next)}
          </>
        }
        fold={speak.say('act.contents')}
      >
        <RailLinks
          heading={speak.say('act.contents')}
          links={[{ href: '#signed', label: speak.say('act.signed') }]}
        />
      </IdentityRail>
    ),
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('record.noted-why')}</TitlePage>
        <SectionHead id="signed" title={speak.say('act.signed')} />
        <SignedText text={data.text} signatures={data.signatures} label={speak.say('act.signed')} />
        <Plain wide after rows={[{ label: speak.say('rung.recorded'), value: when }, ...contested]} />
      </>
    ),
  };
}
