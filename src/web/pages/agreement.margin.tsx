// The margin of one provision of the edition: who owns it, what was done, what is due, what is reported.
import { bodyName, type Participant } from '../../kit/instrument.ts';
import { MarginNote, type MarginShown, type OwnerShown } from '../../kit/margin.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import type { Edition, EditionProvision } from './agreement.data.ts';
import { keptOnceDrawn } from './kept.ts';
import { actTitle } from './said.tsx';

interface MarginProps {
  readonly data: Pick<Edition, 'names'>;
  readonly speak: Speak;
  readonly desk: Pick<Desk, 'look' | 'kinds'>;
  /** The participant whose node this is: the page says times at its seat. */
  readonly own: Participant;
}

/** Most margins stand as they stood when the page was asked for last. */
export const Margin = keptOnceDrawn((props: Parameters<typeof MarginNote>[0]) => <MarginNote {...props} />);

function owners(provision: EditionProvision, props: MarginProps, designated: boolean): readonly OwnerShown[] {
  const { speak, desk: { look } } = props;
  return provision.owners
    .filter((owner, i, all) => {
      if ((owner.by !== null) !== designated) return false;
      // Of the bodies proposed on a side only the leading one fits beside the text; the paragraph's page has all.
      return designated || all.findIndex(({ side }) => side === owner.side) === i;
    })
    .map((owner) => ({
      side: owner.side,
      ...bodyName(look.agreement, owner.body, speak.language, owner.name ?? undefined),
      ...(owner.by === null ? {} : { by: owner.by }),
      exercise: look.exercise,
    }));
}

/** What the margin of a provision shows. */
export function marginOf(provision: EditionProvision, props: MarginProps): MarginShown {
  const { speak, own, desk: { look } } = props;
  const { lastAct, reports } = provision;
  return {
    counts: provision.counts,
    sides: provision.sides,
    owners: owners(provision, props, true),
    proposed: owners(provision, props, false),
    acts: provision.acts,
    moreActs: provision.moreActs,
    asksForActs: provision.asksForActs,
    last:
      lastAct === null
        ? undefined
        : {
            side: lastAct.side,
            index: lastAct.index,
            title: actTitle(lastAct, props.data.names, props.desk, speak),
            day: speak.civil(lastAct.recordedAt, own.zone),
          },
    dues: provision.duties.map((duty) => ({ ...duty, what: speak.say(duty.what) })),
    report: reports[0],
    moreReports: Math.max(0, reports.length - 1),
    readings: provision.readings,
    exercise: look.exercise,
  };
}
