// The keys of both nodes on the record page: their fingerprints as words, and the note verbale that tells ours.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Agreement } from '../../agreement/agreement.ts';
import { Side } from '../../kit/marks.tsx';
import { NoteSheet, SectionHead, Sheets } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import { Why } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import type { RecordView } from '../../node/node.ts';
import { sideName } from './said.tsx';

interface Props {
  readonly cards: RecordView['cards'];
  readonly note: RecordView['note'];
  readonly agreement: Agreement;
  readonly exercise: boolean;
  readonly speak: Speak;
}

/** Both cards, ours first, each as its twelve words; the keys themselves folded away. */
export function CardsSection({ cards, note, agreement, exercise, speak }: Props): JSX.Element {
  return (
    <>
      <SectionHead id="cards" title={speak.say('record.cards')} exercise={exercise}>
        {speak.say('record.cards-why')}
      </SectionHead>
      {cards.map((card) => (
        <div class="wide after">
          <h3>
            <Side side={card.side} /> {sideName(agreement, card.side, speak)}
          </h3>
          <Plain
            rows={[
              { label: speak.say('record.card-words'), value: <strong lang="en">{card.words}</strong> },
              { label: speak.say('record.origin'), value: <code class="long">{card.origin}</code> },
            ]}
          />
          <Why ask={speak.say('record.card-keys')}>
            {Object.entries(card.keys).map(([use, written]) => (
              <p>
                {use}: <code class="long">{written}</code>
              </p>
            ))}
          </Why>
        </div>
      ))}
      <h3 class="after">{speak.say('record.card-note')}</h3>
      <Sheets>
        {note.map((one) => (
          <NoteSheet note={one} speak={speak} />
        ))}
      </Sheets>
    </>
  );
}
