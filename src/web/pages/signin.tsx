// The page for signing in: each way that this node has, or that it has none yet.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Purpose } from '../../agreement/purpose.ts';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf } from '../../kit/form.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Empty, Notice, SectionHead, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Official, PasskeyQuestion, WayIn } from '../../node/node.ts';
import type { Ask, Desk } from '../ask.ts';
import { mendOf, type Problem } from '../problem.ts';
import { bodyName, type BodyNames, bodyNames, sideName } from './said.tsx';
import { PurposeField } from './session.tsx';

/** The script that hands a question to the device, and the fields it fills. */
export const PASSKEY_SCRIPT = 'passkey.js';
export const ANSWER_FIELD = 'answer';
export const CHALLENGE_FIELD = 'challenge';

/** `officials` is empty where the node is no demonstration: real people are not picked from a list. */
export interface SignInData {
  readonly exercise: boolean;
  readonly ways: readonly WayIn[];
  readonly officials: readonly Official[];
  readonly purposes: readonly Purpose[];
  /** The question to the device, where passkeys are a way in. */
  readonly passkey: PasskeyQuestion | null;
  /** Where to go once signed in: an address of this window. */
  readonly next: string;
  readonly csrf: string;
  readonly names: BodyNames;
  readonly problem: Problem | null;
}

export async function loadSignIn(ask: Ask, next: string, problem: Problem | null): Promise<SignInData> {
  const { node } = ask;
  const { ways } = node.people;
  const isRow = node.exercise && ways.includes('exercise');
  const officials = isRow ? node.officials.filter(({ program }) => program !== true) : [];
  const passkey = ways.includes('passkey') ? await node.people.askPasskey() : null;
  if (passkey !== null) ask.keepRound(passkey.challenge, { way: 'passkey', challenge: passkey.challenge });
  return {
    exercise: node.exercise,
    ways,
    officials,
    purposes: node.agreement.purposes,
    passkey,
    next,
    csrf: ask.token(),
    names: await bodyNames(ask.look, officials.map((official) => official.body)),
    problem,
  };
}

interface Props {
  readonly data: SignInData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function OfficialRow({ official, data, speak, desk }: Props & { readonly official: Official }): JSX.Element {
  const roles = speak.list(official.roles.map((role) => speak.say(`signin.role-${role}`)));
  return (
    <form class="draft" method="post" action="/sign-in">
      <Csrf token={data.csrf} />
      <input type="hidden" name="next" value={data.next} />
      <input type="hidden" name="official" value={official.id} />
      <h3>
        {official.name} <Exercise />
      </h3>
      <p class="soft">
        {official.post[speak.language]}, {bodyName(data.names, desk.look.agreement, official.body, speak)}: {roles}
      </p>
      <Buttons>
        <Button>{speak.say('signin.as', { name: official.name })}</Button>
      </Buttons>
    </form>
  );
}

function Row(props: Props): JSX.Element {
  const { data, speak } = props;
  return (
    <>
      <SectionHead id="officials" title={speak.say('signin.officials')} exercise>
        {speak.say('signin.officials-why')}
      </SectionHead>
      {data.officials.length === 0 ? <Empty>{speak.say('signin.none')}</Empty> : null}
      <div class="wide">
        {data.officials.map((official) => (
          <OfficialRow official={official} {...props} />
        ))}
      </div>
    </>
  );
}

/** What a form with a passkey carries: the question for the script, and the fields for its answer. */
export function PasskeyFields({ challenge, speak }: {
  readonly challenge: string;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      <input type="hidden" name={CHALLENGE_FIELD} value={challenge} />
      <input type="hidden" name={ANSWER_FIELD} value="" />
      <noscript>
        <p>{speak.say('signin.passkey-script')}</p>
      </noscript>
      <p role="alert" data-failed hidden>
        {speak.say('signin.passkey-failed')}
      </p>
    </>
  );
}

function Passkey({ data, speak, passkey }: Props & { readonly passkey: PasskeyQuestion }): JSX.Element {
  return (
    <>
      <SectionHead id="passkey" title={speak.say('signin.passkey')}>
        {speak.say('signin.passkey-why')}
      </SectionHead>
      <form method="post" action="/sign-in/passkey" data-passkey={passkey.json}>
        <Csrf token={data.csrf} />
        <input type="hidden" name="next" value={data.next} />
        <PurposeField purposes={data.purposes} purpose={null} speak={speak} />
        <PasskeyFields challenge={passkey.challenge} speak={speak} />
        <Buttons>
          <Button rank="first">{speak.say('signin.passkey-use')}</Button>
          <ButtonLink href="/sign-in/enrol">{speak.say('signin.enrol')}</ButtonLink>
        </Buttons>
      </form>
    </>
  );
}

function Provider({ data, speak }: Props): JSX.Element {
  return (
    <>
      <SectionHead id="provider" title={speak.say('signin.provider')}>
        {speak.say('signin.provider-why')}
      </SectionHead>
      <Buttons>
        <ButtonLink rank="first" href={`/sign-in/provider?next=${encodeURIComponent(data.next)}`}>
          {speak.say('signin.provider-use')}
        </ButtonLink>
      </Buttons>
    </>
  );
}

function particulars({ data, speak, desk }: Props): JSX.Element {
  const side = sideName(desk.look.agreement, desk.look.side, speak);
  if (data.ways.includes('exercise')) {
    return (
      <>
        <Exercise /> {speak.say('signin.particulars', { side })}
      </>
    );
  }
  return <>{speak.say(data.ways.length === 0 ? 'signin.no-way' : 'signin.real', { side })}</>;
}

export function drawSignIn(data: SignInData, speak: Speak, desk: Desk): Drawn {
  const { problem, ways, passkey } = data;
  const props = { data, speak, desk };
  return {
    title: speak.say('signin.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('signin.title')}>{particulars(props)}</TitlePage>
        {problem === null ? null : (
          <Notice is="alarm" says={speak.say(`problem.title-${problem.status}`)} mend={mendOf(problem, speak)} />
        )}
        {desk.viewer === undefined ? null : (
          <p class="wide after">{speak.say('signin.signed-in', { name: desk.viewer.name })}</p>
        )}
        {ways.includes('provider') ? <Provider {...props} /> : null}
        {passkey === null ? null : <Passkey passkey={passkey} {...props} />}
        {ways.includes('exercise') ? <Row {...props} /> : null}
      </>
    ),
  };
}
