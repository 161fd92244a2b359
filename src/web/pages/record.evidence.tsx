// The contradictions of the record page: signed states of one log that cannot both be true, as they came.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Moment } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { SectionHead, SignedText } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { HeldEvidence } from '../../node/node.ts';
import type { Seat } from './said.tsx';

export interface EvidenceProps {
  readonly evidence: readonly HeldEvidence[];
  readonly speak: Speak;
  readonly seat: Seat;
}

/** Nothing at all while there is none: it is an alarm, not a table to be filled. */
export function EvidenceSection({ evidence, speak, seat }: EvidenceProps): JSX.Element | null {
  if (evidence.length === 0) return null;
  return (
    <>
      <SectionHead id="evidence" title={speak.say('record.evidence')}>
        {speak.say('record.evidence-why')}
      </SectionHead>
      {evidence.map((one) => (
        <div class="wide after">
          <p>
            <Side side={one.side} /> <State is="alarm">{speak.say(`record.evidence-${one.what}`)}</State>{' '}
            <Moment instant={one.at} zone={seat.zone} seconds speak={speak} /> {seat.city}
          </p>
          <SignedText text={one.held} signatures={[]} label={speak.say('record.evidence-held')} />
          <SignedText text={one.given} signatures={[]} label={speak.say('record.evidence-given')} />
        </div>
      ))}
    </>
  );
}
