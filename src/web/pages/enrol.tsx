// The pages between: where a one-time code becomes a passkey, and where a person goes on after the provider.
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf, FormFields } from '../../kit/form.tsx';
import { Notice, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Official } from '../../node/node.ts';
import { mendOf, type Problem } from '../problem.ts';
import { PasskeyFields } from './signin.tsx';

export interface EnrolData {
  readonly csrf: string;
  readonly person: string;
  /** The question to the device, once the code was good. */
  readonly question: string | null;
  readonly challenge: string | null;
  readonly problem: Problem | null;
}

const CODE_FIELDS = [
  { name: 'person', label: 'signin.enrol-person', help: 'signin.enrol-person-help', input: 'text', required: true },
  { name: 'code', label: 'signin.enrol-code', help: 'signin.enrol-code-help', input: 'text', required: true },
] as const;

export function drawEnrol(data: EnrolData, speak: Speak): Drawn {
  const { problem, question, challenge, csrf, person } = data;
  return {
    title: speak.say('signin.enrol-title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('signin.enrol-title')}>{speak.say('signin.enrol-why')}</TitlePage>
        {problem === null ? null : (
          <Notice is="alarm" says={speak.say(`problem.title-${problem.status}`)} mend={mendOf(problem, speak)} />
        )}
        {question === null || challenge === null ? (
          <form method="post" action="/sign-in/enrol">
            <Csrf token={csrf} />
            <FormFields fields={CODE_FIELDS} typed={{ person: [person] }} speak={speak} />
            <Buttons>
              <Button rank="first">{speak.say('signin.enrol-check')}</Button>
            </Buttons>
          </form>
        ) : (
          <form method="post" action="/sign-in/enrol/passkey" data-passkey={question}>
            <Csrf token={csrf} />
            <PasskeyFields challenge={challenge} speak={speak} />
            <Buttons>
              <Button rank="first">{speak.say('signin.enrol-make')}</Button>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}

/** The person has come back from the provider: their browser goes on by itself, or they do. */
export function drawOnward(data: { readonly official: Official; readonly next: string }, speak: Speak): Drawn {
  return {
    title: speak.say('signin.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('signin.title')}>
          {speak.say('signin.signed-in', { name: data.official.name })}
        </TitlePage>
        <Buttons>
          <ButtonLink rank="first" href={data.next}>
            {speak.say('signin.onward')}
          </ButtonLink>
        </Buttons>
      </>
    ),
  };
}
