// The third place beside two voices: what organisations are reported to say of a promise, and who entered it.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Look } from '../../area.ts';
import { ActLink, Day, draftAddress, Sentence } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import type { Speak } from '../../kit/words.ts';
import { ASSESSMENT_NOTED } from './kinds.ts';
import type { Noted } from './registers.ts';

/** Each organisation with the day it published, as one reported line each. */
export function NotedNames({ noted, speak }: { readonly noted: readonly Noted[]; speak: Speak }): JSX.Element {
  return (
    <>
      {noted.map(({ organisation, published }, i) => (
        <>
          {i === 0 ? null : <br />}
          <i class="reported">{speak.say('keeping.reported', { date: speak.shortDate(published) })}</i> {organisation}
        </>
      ))}
    </>
  );
}

/** What one organisation says, quoted, in its own language and on its own scale. */
function Reported({ noted, speak, look }: { readonly noted: Noted; speak: Speak; look: Look }): JSX.Element {
  const { organisation, address, published, words, language, output, completion, outcome } = noted;
  const lines = [
    ['keeping.output', output],
    ['keeping.noted-completion', completion],
    ['keeping.outcome', outcome],
  ] as const;
  const entered = { act: <ActLink side={noted.side} index={noted.index} /> };
  const side = look.agreement.participant(noted.side).short[speak.language];
  return (
    <>
      <p>
        <q lang={language}>{words}</q>
      </p>
      {lines.map(([key, text]) =>
        text === '' ? null : (
          <p>
            <span class="soft">{speak.say(key)}</span> <span lang={language}>{text}</span>
          </p>
        ),
      )}
      <p class="soft">
        {organisation}, <Day iso={published} speak={speak} />. {speak.say('keeping.noted-source')}{' '}
        <a class="long" href={address} rel="noopener noreferrer">
          {address}
        </a>
        . <Sentence speak={speak} say="keeping.noted-entered" values={{ side }} parts={entered} />
        {look.exercise ? <Exercise /> : null}
      </p>
    </>
  );
}

/** Empty until a side enters what an organisation has published; it is in no count and in no difference. */
export function Independent({ noted, statement, speak, look }: {
  readonly noted: readonly Noted[];
  readonly statement: string;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  return (
    <article class="voice independent">
      <h3>{speak.say('keeping.independent')}</h3>
      <p class="verdict">
        {noted.length === 0 ? speak.say('keeping.none-given') : <NotedNames noted={noted} speak={speak} />}
      </p>
      <div>
        {noted.map((one) => (
          <Reported noted={one} speak={speak} look={look} />
        ))}
        <p>{speak.say('keeping.independent-why')}</p>
      </div>
      {look.public === true ? null : (
        <footer>
          <a href={draftAddress(ASSESSMENT_NOTED.id, { statement })}>{speak.say('keeping.do.note')}</a>
        </footer>
      )}
    </article>
  );
}
