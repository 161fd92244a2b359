// The form by which a draft is made: fields, what is wrong with them, and what comes next.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, Buttons, Csrf, type FieldError, FormErrors, FormFields } from '../../kit/form.tsx';
import { LabelSays } from '../../kit/label.tsx';
import { ActLink, Sentence } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Notice, Rail, RailLinks, TitlePage } from '../../kit/page.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { mendOf, type Problem } from '../problem.ts';
import type { NewData } from './drafts.data.ts';
import { CHUNK_ADDRESS, Making, Says, SEALING_ADDRESS } from './sealing.tsx';

/** The fields of the form that are not fields of the kind. */
export const KIND_FIELD = 'kind';
export const ABOUT_FIELD = 'about';

function errorsOf(data: NewData, speak: Speak): readonly FieldError[] {
  const { problem } = data;
  const field = data.fields.find((candidate) => candidate.name === problem?.field);
  if (problem === null || field === undefined) return [];
  const wrong = `${speak.say(field.label)}: ${mendOf(problem, speak)}`;
  return [{ name: field.name, wrong, detail: problem.detail }];
}

/** What is wrong with the whole and not with one field, and what to do about it with the words kept. */
function Refused({ problem, speak }: { readonly problem: Problem; readonly speak: Speak }): JSX.Element {
  const says = `${speak.say('new.refused')} ${mendOf(problem, speak)}`;
  return (
    <Notice is="alarm" says={says}>
      {problem.detail === '' ? null : (
        <p lang="en" class="soft">
          {problem.detail}
        </p>
      )}
      {problem.code === 'session-missing' ? (
        <p>
          <a href="/sign-in" target="_blank" rel="noopener">
            {speak.say('new.sign-in')}
          </a>
        </p>
      ) : null}
      {problem.code === 'form-expired' ? <p>{speak.say('new.send-again')}</p> : null}
    </Notice>
  );
}

/** Files travel only in a form of several parts. */
function enctypeOf({ fields }: NewData): 'multipart/form-data' | undefined {
  return fields.some((field) => field.input === 'file') ? 'multipart/form-data' : undefined;
}

/** Whether the words of a form go into a content, which a label may ask to seal. */
function mayBeSealed({ fields }: NewData): boolean {
  return fields.some((field) => field.sealed === true);
}

/** Who may read what is answered, before anything is written: what answers it is for nobody else. */
function Answered({ of, speak, desk }: {
  readonly of: NonNullable<NewData['answered']>;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  return (
    <>
      <p>{speak.say('new.answered')}</p>
      <LabelSays of={{ ...of, to: [...of.to] }} agreement={desk.look.agreement} speak={speak} />
    </>
  );
}

export function drawNew(data: NewData, speak: Speak, desk: Desk): Drawn {
  const title = speak.say(data.title);
  const errors = errorsOf(data, speak);
  return {
    title,
    rail: (
      <Rail label={speak.say('drafts.contents')}>
        <RailLinks heading={speak.say('drafts.title')} links={[{ href: '/drafts', label: speak.say('draft.all') }]} />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage
          title={title}
          kicker={
            <>
              {desk.look.exercise ? <Exercise /> : null} <code>{data.kind}</code>
            </>
          }
        >
          {speak.say('new.particulars')}{' '}
          {data.about === null ? null : (
            <Sentence speak={speak} say="new.about" parts={{ act: <ActLink {...data.about} /> }} />
          )}
        </TitlePage>
        {data.problem === null || errors.length > 0 ? null : <Refused problem={data.problem} speak={speak} />}
        <form
          class="after"
          method="post"
          action="/drafts"
          enctype={enctypeOf(data)}
          data-sealing={mayBeSealed(data) ? SEALING_ADDRESS : undefined}
          data-chunk={mayBeSealed(data) ? CHUNK_ADDRESS : undefined}
        >
          {data.answered === null ? null : <Answered of={data.answered} speak={speak} desk={desk} />}
          <FormErrors errors={errors} speak={speak} />
          <Csrf token={data.csrf} />
          <input type="hidden" name={KIND_FIELD} value={data.kind} />
          {data.about === null ? null : <input type="hidden" name={ABOUT_FIELD} value={data.about.id} />}
          <FormFields fields={data.fields} typed={data.typed} errors={errors} speak={speak} />
          {data.fields.map((field) => (
            <Making field={field} speak={speak} />
          ))}
          <p class="soft after">
            {speak.say('new.then')} {speak.say('draft.approvals-why', { needed: data.approvals })}
          </p>
          <div class="after">
            <Buttons exercise={desk.look.exercise}>
              <Button rank="first">{speak.say('new.write')}</Button>
            </Buttons>
            {mayBeSealed(data) ? <Says speak={speak} /> : null}
          </div>
        </form>
      </>
    ),
  };
}
