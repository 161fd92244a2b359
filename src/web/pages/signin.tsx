// The page for signing in: the officials of a demonstration, or why nobody can sign in here yet.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, Buttons, Csrf } from '../../kit/form.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Empty, Notice, SectionHead, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Official } from '../../node/node.ts';
import type { Ask, Desk } from '../ask.ts';
import { localAddress } from '../gate.ts';
import { mendOf, type Problem } from '../problem.ts';
import { bodyName, type BodyNames, bodyNames, sideName } from './said.tsx';

/** `officials` is empty where the node is no demonstration: real people are not picked from a list. */
export interface SignInData {
  readonly exercise: boolean;
  readonly officials: readonly Official[];
  /** Where to go once signed in: an address of this window. */
  readonly next: string;
  readonly csrf: string;
  readonly names: BodyNames;
  readonly problem: Problem | null;
}

export async function loadSignIn(ask: Ask, next: string | undefined, problem: Problem | null): Promise<SignInData> {
  const { node } = ask;
  const officials = node.exercise ? node.officials : [];
  const to = localAddress(next);
  return {
    exercise: node.exercise,
    officials,
    next: to === '/' ? '/today' : to,
    csrf: ask.token(),
    names: await bodyNames(ask.look, officials.map((official) => official.body)),
    problem,
  };
}

function OfficialRow({ official, data, speak, desk }: {
  readonly official: Official;
  readonly data: SignInData;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
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

export function drawSignIn(data: SignInData, speak: Speak, desk: Desk): Drawn {
  const side = sideName(desk.look.agreement, desk.look.side, speak);
  const { problem } = data;
  return {
    title: speak.say('signin.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('signin.title')}>
          {data.exercise ? (
            <>
              <Exercise /> {speak.say('signin.particulars', { side })}
            </>
          ) : (
            speak.say('signin.no-exercise')
          )}
        </TitlePage>
        {problem === null ? null : (
          <Notice is="alarm" says={speak.say(`problem.title-${problem.status}`)} mend={mendOf(problem, speak)} />
        )}
        {desk.viewer === undefined ? null : (
          <p class="wide after">{speak.say('signin.signed-in', { name: desk.viewer.name })}</p>
        )}
        {data.exercise ? (
          <>
            <SectionHead id="officials" title={speak.say('signin.officials')} exercise>
              {speak.say('signin.officials-why')}
            </SectionHead>
            {data.officials.length === 0 ? <Empty>{speak.say('signin.none')}</Empty> : null}
            <div class="wide">
              {data.officials.map((official) => (
                <OfficialRow official={official} data={data} speak={speak} desk={desk} />
              ))}
            </div>
          </>
        ) : null}
      </>
    ),
  };
}
