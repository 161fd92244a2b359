// The page that says what went wrong, on what, how to mend it, and the way back.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { Notice, TitlePage } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import { type Ask, page, type PageAnswer } from '../ask.ts';
import { mendOf, type Problem } from '../problem.ts';
import { codes } from './act.evidence.tsx';

interface ProblemData {
  readonly problem: Problem;
  /** The page from which the reader came, as an address of this window. */
  readonly back: string | undefined;
  /** Where to come back to after signing in. */
  readonly here: string;
}

/** What exactly was refused, for whoever is asked about it: in English, as programs get it, and the code. */
export function ProblemRows({ problem, speak }: { readonly problem: Problem; readonly speak: Speak }): JSX.Element {
  const rows = [
    ...(problem.detail === ''
      ? []
      : [{ label: speak.say('problem.detail'), value: <span lang="en">{problem.detail}</span> }]),
    ...(problem.code === undefined ? [] : [{ label: speak.say('problem.code'), value: codes([problem.code]) }]),
  ];
  return rows.length === 0 ? <></> : <Plain wide after rows={rows} />;
}

function drawProblem({ problem, back, here }: ProblemData, speak: Speak): Drawn {
  const title = speak.say(`problem.title-${problem.status}`);
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title} />
        <Notice is="alarm" says={mendOf(problem, speak)} />
        <ProblemRows problem={problem} speak={speak} />
        <div class="wide after">
          <Buttons>
            {problem.code === 'session-missing' ? (
              <ButtonLink rank="first" href={`/sign-in?next=${encodeURIComponent(here)}`}>
                {speak.say('problem.to-sign-in')}
              </ButtonLink>
            ) : null}
            {back === undefined ? null : <ButtonLink href={back}>{speak.say('problem.back')}</ButtonLink>}
            <ButtonLink href="/agreement">{speak.say('problem.to-agreement')}</ButtonLink>
          </Buttons>
        </div>
      </>
    ),
  };
}

/** The page about `problem`. It stands under no entry of the row of pages. */
export function problemPage(problem: Problem, ask: Pick<Ask, 'address'>, back: string | undefined): PageAnswer {
  return page('', { problem, back, here: ask.address }, drawProblem, problem.status);
}
