// The third place beside two voices: what organisations are reported to say of a promise, and who entered it.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Look } from '../../area.ts';
import { ActLink, Day, draftAddress, offerAddress, Sentence } from '../../kit/links.tsx';
import { COMPLETIONS, Exercise, Points } from '../../kit/marks.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Judged, Offered } from './judgement.data.ts';
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

/** What an organisation handed in; what each side decided on it stands on a page of its own. */
function HandedIn({ offered, speak, look }: { readonly offered: Offered; speak: Speak; look: Look }): JSX.Element {
  const completion = COMPLETIONS.find((value) => value === offered.completion);
  return (
    <>
      <p>
        <b>{offered.organisation}</b>{' '}
        {completion === undefined ? null : <Points completion={completion} speak={speak} />}
      </p>
      <p>
        <q lang={offered.language}>{offered.words}</q>
      </p>
      <p class="soft">
        <a href={`/independent#offer-${offered.offer}`}>{speak.say('offers.decided')}</a>
        {look.exercise ? <Exercise /> : null}
      </p>
    </>
  );
}

/** Empty until a side enters what an organisation has published; it is in no count and in no difference. */
export function Independent({ judged, speak, look }: {
  readonly judged: Judged;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  const { independent: noted, offered, statement } = judged;
  return (
    <article class="voice independent">
      <h3>{speak.say('keeping.independent')}</h3>
      <p class="verdict">
        {noted.length + offered.length === 0 ? speak.say('keeping.none-given') : null}
        <NotedNames noted={noted} speak={speak} />
      </p>
      <div>
        {noted.map((one) => (
          <Reported noted={one} speak={speak} look={look} />
        ))}
        {offered.map((one) => (
          <HandedIn offered={one} speak={speak} look={look} />
        ))}
        <p>{speak.say('keeping.independent-why')}</p>
      </div>
      <footer>
        {look.public === true ? (
          <a href={offerAddress(statement)}>{speak.say('offers.give')}</a>
        ) : (
          <a href={draftAddress(ASSESSMENT_NOTED.id, { statement })}>{speak.say('keeping.do.note')}</a>
        )}
      </footer>
    </article>
  );
}
