// The voices on one promise, side by side: UA, AL, and the independent third's place; a difference is a sentence.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Look } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import { ActLink, Day, draftAddress, ParagraphLink, Sentence } from '../../kit/links.tsx';
import { Exercise, ModalityWord, Points, Side, State } from '../../kit/marks.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Judged, Place, Voice } from './judgement.data.ts';
import { ASSESSMENT_MADE } from './kinds.ts';
import { Independent } from './noted.tsx';

export interface JudgedProps {
  readonly judged: Judged;
  readonly speak: Speak;
  readonly look: Look;
}

/** Links to acts as a list, or nothing. */
export function Acts({ acts }: { readonly acts: readonly Place[] }): JSX.Element {
  return (
    <>
      {acts.map((act, i) => (
        <>
          {i === 0 ? null : ', '}
          <ActLink {...act} />
        </>
      ))}
    </>
  );
}

/** What one side says; its own words stand in the language it wrote them. */
function Said({ voice, speak, look }: { voice: Voice; speak: Speak; look: Look }): JSX.Element {
  const { language } = look.agreement.participant(voice.side);
  const words = (key: string, text: string): Child =>
    text === '' ? null : (
      <p>
        <span class="soft">{speak.say(key)}</span> <span lang={language}>{text}</span>
      </p>
    );
  return (
    <>
      <p class="verdict">
        <Points completion={voice.completion} speak={speak} />
      </p>
      <div>
        {words('keeping.reasons', voice.reasons)}
        {words('keeping.output', voice.output)}
        {words('keeping.outcome', voice.outcome) ?? <p class="soft">{speak.say('keeping.no-outcome')}</p>}
      </div>
      <footer>
        <ActLink side={voice.side} index={voice.index} />,{' '}
        <Sentence speak={speak} say="keeping.as-of" parts={{ date: <Day iso={voice.asOf} speak={speak} /> }} />
        {look.exercise ? <Exercise /> : null}
        <br />
        {voice.evidence.length === 0 && voice.reports.length === 0 ? (
          speak.say('keeping.no-evidence')
        ) : (
          <>
            {speak.say('keeping.on')} <Acts acts={voice.evidence} />
            {voice.reports.map(({ date, source }) => (
              <>
                {' '}
                <i class="reported">{speak.say('keeping.reported', { date })}</i> <span class="long">{source}</span>
              </>
            ))}
          </>
        )}
      </footer>
    </>
  );
}

function VoiceColumn({ side, now, speak, look }: {
  readonly side: string;
  readonly now: Voice | null;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  const name = look.agreement.participant(side).short[speak.language];
  const body = now === null ? undefined : bodyName(look.agreement, now.by, speak.language);
  return (
    <article class={`voice ${side}`}>
      <h3>
        <Side side={side} /> {name}
        {body === undefined ? null : <span lang={body.lang}>, {body.short}</span>}
      </h3>
      {now === null ? (
        <>
          <p class="verdict">{speak.say('keeping.none-given')}</p>
          <p>{speak.say('keeping.none-given-why', { side: name })}</p>
        </>
      ) : (
        <Said voice={now} speak={speak} look={look} />
      )}
    </article>
  );
}

/** The difference as a sentence, with what each says; or that they say the same. */
function Difference({ judged, speak, look }: JudgedProps): JSX.Element {
  const said = judged.voices.flatMap(({ side, now }) => (now === null ? [] : [{ side, now }]));
  if (said.length < judged.voices.length) return <></>;
  const sentence = said.map(({ side, now }) =>
    speak.say('keeping.side-says', {
      side: look.agreement.participant(side).short[speak.language],
      word: speak.say(`completion.${now.completion}`),
    }),
  );
  const [provision] = look.agreement.provisionsOf(['differences']);
  return (
    <p class="wide differ">
      <State is={judged.differ ? 'contested' : 'agree'}>
        {speak.say(judged.differ ? 'keeping.differ' : 'keeping.same')}
      </State>{' '}
      {speak.list(sentence)}.{' '}
      {judged.differ && provision !== undefined ? (
        <Sentence
          speak={speak}
          say="keeping.may-raise"
          parts={{ provision: <ParagraphLink id={provision} speak={speak} /> }}
        />
      ) : null}
    </p>
  );
}

function History({ judged, speak }: JudgedProps): JSX.Element {
  if (judged.before.length === 0) return <></>;
  return (
    <Plain
      wide
      after
      rows={judged.before.map((voice) => ({
        label: <Day iso={voice.asOf} speak={speak} short />,
        value: (
          <>
            <Side side={voice.side} /> <Points completion={voice.completion} speak={speak} />,{' '}
            <ActLink side={voice.side} index={voice.index} />
          </>
        ),
      }))}
    />
  );
}

/** One promise: its words, its mark, who says what of it, and what they said before. */
export function JudgedStatement(props: JudgedProps): JSX.Element {
  const { judged, speak, look } = props;
  return (
    <>
      <p class="wide after" id={`judged-${judged.statement}`}>
        <span class="letter">{judged.statement}</span> <ModalityWord modality={judged.modality} speak={speak} />{' '}
        <q lang="en">{judged.quote}</q>{' '}
        {look.public === true ? null : (
          <a href={draftAddress(ASSESSMENT_MADE.id, { statement: judged.statement })}>
            {speak.say('keeping.do.assess')}
          </a>
        )}
      </p>
      <div class="voices wide">
        {judged.voices.map(({ side, now }) => (
          <VoiceColumn side={side} now={now} speak={speak} look={look} />
        ))}
        <Independent noted={judged.independent} statement={judged.statement} speak={speak} look={look} />
      </div>
      <Difference {...props} />
      <History {...props} />
      {judged.interval === null ? null : (
        <p class="wide soft">{speak.say('keeping.interval', { months: judged.interval })}</p>
      )}
    </>
  );
}
