// The page of one's own session: in which office it stands, for what purpose it is open, and how to change either.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { personOf } from '../../agreement/official.ts';
import type { Purpose } from '../../agreement/purpose.ts';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf, FormFields } from '../../kit/form.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Notice, SectionHead, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Official } from '../../node/node.ts';
import type { Ask, Desk } from '../ask.ts';
import { mendOf, type Problem } from '../problem.ts';
import { bodyName, type BodyNames, bodyNames } from './said.tsx';

export interface SessionData {
  readonly official: Official;
  readonly purpose: string | null;
  readonly purposes: readonly Purpose[];
  /** Every office of the same person, this one among them. */
  readonly offices: readonly Official[];
  readonly csrf: string;
  readonly names: BodyNames;
  readonly problem: Problem | null;
}

export async function loadSession(ask: Ask, official: Official, problem: Problem | null): Promise<SessionData> {
  const { node, look } = ask;
  const offices = node.officials.filter((other) => personOf(other) === personOf(official));
  return {
    official,
    purpose: ask.purpose ?? null,
    purposes: look.agreement.purposes,
    offices,
    csrf: ask.token(),
    names: await bodyNames(look, offices.map(({ body }) => body)),
    problem,
  };
}

/** The field of a purpose; the empty one is none. */
export const PURPOSE_FIELD = 'purpose';
export const OFFICE_FIELD = 'office';

/** The choice of a purpose: every form that names one has the same. */
export function PurposeField({ purposes, purpose, speak }: {
  readonly purposes: readonly Purpose[];
  readonly purpose: string | null;
  readonly speak: Speak;
}): JSX.Element {
  const options = [
    { value: '', label: 'session.purpose-none' },
    ...purposes.map(({ code, name, provisions }) => ({
      value: code,
      text: `${name[speak.language]} (${provisions.map((id) => `¶${id}`).join(', ')})`,
    })),
  ];
  const field = { name: PURPOSE_FIELD, label: 'session.purpose', input: 'choice', required: false, options } as const;
  return <FormFields fields={[{ ...field, initial: purpose ?? '' }]} typed={{}} speak={speak} />;
}

/** An office in one line: whose it is, in which body, with which roles. */
export function officeLine(official: Official, names: BodyNames, speak: Speak, desk: Desk): string {
  const roles = speak.list(official.roles.map((role) => speak.say(`signin.role-${role}`)));
  const post = `${official.post[speak.language]}, ${bodyName(names, desk.look.agreement, official.body, speak)}`;
  return speak.say('session.as', { name: official.name, post, roles });
}

function Offices({ data, speak, desk }: {
  readonly data: SessionData;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  const others = data.offices.filter(({ id }) => id !== data.official.id);
  return (
    <>
      <SectionHead id="office" title={speak.say('session.office')}>
        {speak.say('session.office-why')}
      </SectionHead>
      <div class="wide">
        {others.map((other) => (
          <form class="draft" method="post" action="/session/office">
            <Csrf token={data.csrf} />
            <input type="hidden" name={OFFICE_FIELD} value={other.id} />
            <p class="soft">{officeLine(other, data.names, speak, desk)}</p>
            <Buttons>
              <Button>{speak.say('session.office-set')}</Button>
            </Buttons>
          </form>
        ))}
      </div>
    </>
  );
}

export function drawSession(data: SessionData, speak: Speak, desk: Desk): Drawn {
  const { problem, official } = data;
  return {
    title: speak.say('session.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('session.title')}>
          {officeLine(official, data.names, speak, desk)} {desk.look.exercise ? <Exercise /> : null}
        </TitlePage>
        {problem === null ? null : (
          <Notice is="alarm" says={speak.say(`problem.title-${problem.status}`)} mend={mendOf(problem, speak)} />
        )}
        <SectionHead id="purpose" title={speak.say('session.purpose')}>
          {speak.say('session.purpose-why')}
        </SectionHead>
        <form method="post" action="/session/purpose">
          <Csrf token={data.csrf} />
          <PurposeField purposes={data.purposes} purpose={data.purpose} speak={speak} />
          <Buttons>
            <Button rank="first">{speak.say('session.purpose-set')}</Button>
          </Buttons>
        </form>
        {official.roles.some((role) => role === 'auditor' || role === 'operator') ? (
          <Buttons>
            <ButtonLink href="/people">{speak.say('people.title')}</ButtonLink>
          </Buttons>
        ) : null}
        {data.offices.length < 2 ? null : <Offices data={data} speak={speak} desk={desk} />}
      </>
    ),
  };
}
