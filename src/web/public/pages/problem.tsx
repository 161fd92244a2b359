// What went wrong at the public window, as a page: what, and what mends it.
import { Notice, TitlePage } from '../../../kit/page.tsx';
import { page } from '../../ask.ts';
import { ProblemRows } from '../../pages/problem.tsx';
import { mendOf, type Problem } from '../../problem.ts';
import type { PublicPage } from '../ask.ts';

export function problemShown(problem: Problem): PublicPage {
  const draw: PublicPage['draw'] = (speak) => {
    const title = speak.say(`problem.title-${problem.status}`);
    return {
      title,
      rail: undefined,
      leaf: (
        <>
          <TitlePage title={title} />
          <Notice is="alarm" says={mendOf(problem, speak)}>
            <p>
              <a href="/">{speak.say('public.page-home')}</a>
            </p>
          </Notice>
          <ProblemRows problem={problem} speak={speak} />
        </>
      ),
    };
  };
  return page('', problem, (_data, speak, desk) => draw(speak, desk), problem.status);
}
