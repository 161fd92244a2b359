// The page that checks a proof in the reader's own browser, and tells how to do it with other programs.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../../area.ts';
import { Button, Buttons } from '../../../kit/form.tsx';
import { actAddress, ActLink, actName } from '../../../kit/links.tsx';
import { State } from '../../../kit/marks.tsx';
import { SectionHead, SignedText, TitlePage } from '../../../kit/page.tsx';
import { Plain } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { Desk } from '../../ask.ts';
import { policyName, proofName } from '../../pages/act.evidence.tsx';
import type { PublicAsk } from '../ask.ts';
import { newestActs } from '../stretches.ts';

/** The steps of the check, in order: the words are `verify.step-` and the name, and what each says when it holds. */
const STEPS = ['files', 'act', 'signature', 'included', 'checkpoint', 'cosigned', 'quorum'] as const;
/** Acts offered to choose from. */
const CHOICES = 50;

export interface VerifyData {
  /** The act whose files are taken from this window where none is chosen by hand. */
  readonly act: { readonly side: string; readonly index: number } | null;
  readonly acts: readonly { readonly side: string; readonly index: number }[];
}

export async function loadVerify(ask: PublicAsk): Promise<VerifyData> {
  const [, side = '', index = ''] = /^([a-z]{2,8})-(\d{1,15})$/.exec(ask.query['act'] ?? '') ?? [];
  const file = side === '' ? undefined : await ask.record.actFile(side, Number(index));
  const acts = (await newestActs(ask, CHOICES)).acts.map(({ side, index }) => ({ side, index }));
  return { act: file === undefined ? null : { side, index: Number(index) }, acts };
}

interface Props {
  readonly data: VerifyData;
  readonly speak: Speak;
  readonly desk: Desk;
}

function FileField({ name, href, speak }: {
  readonly name: 'proof' | 'policy' | 'keys';
  readonly href: string | undefined;
  readonly speak: Speak;
}): JSX.Element {
  return (
    <div class="field">
      <label for={`check-${name}`}>{speak.say(`verify.field-${name}`)}</label>
      <span class="help" id={`check-${name}-help`}>
        {speak.say(`verify.help-${name}`)}{' '}
        {href === undefined ? null : (
          <a href={href} download="">
            {speak.say('verify.take')}
          </a>
        )}
      </span>
      <input type="file" id={`check-${name}`} name={name} data-href={href} aria-describedby={`check-${name}-help`} />
    </div>
  );
}

function Choose({ data, speak }: Props): JSX.Element {
  const chosen = data.act === null ? '' : `${data.act.side}-${data.act.index}`;
  return (
    <form class="filter-bar wide" method="get" action="/verify">
      <label>
        {speak.say('verify.choose')}{' '}
        <select name="act">
          <option value="">{speak.say('verify.choose-none')}</option>
          {data.acts.map(({ side, index }) => (
            <option value={`${side}-${index}`} selected={`${side}-${index}` === chosen}>
              {actName(side, index)}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="submit" class="button">
        {speak.say('verify.choose-send')}
      </button>
    </form>
  );
}

function Form({ data, speak }: Props): JSX.Element {
  const { act } = data;
  const address = act === null ? undefined : actAddress(act.side, act.index);
  const of = (name: string): string | undefined => (address === undefined ? undefined : `${address}/${name}`);
  return (
    <form id="check" class="wide" hidden>
      {act === null ? null : (
        <p class="about">
          {speak.say('verify.about')} <ActLink {...act} />
        </p>
      )}
      <FileField name="proof" href={of('proof')} speak={speak} />
      <FileField name="policy" href={act === null ? undefined : `/policy/${act.side}`} speak={speak} />
      <FileField name="keys" href={of('keys')} speak={speak} />
      <Buttons>
        <Button rank="first">{speak.say('verify.check')}</Button>
      </Buttons>
      <p id="check-trouble" role="alert" hidden>
        <State is="alarm">{speak.say('verify.trouble')}</State> <code class="long"></code>
      </p>
    </form>
  );
}

const SHAPES = { holds: 'done', fails: 'alarm', unasked: 'none' } as const;

/** What was found, each step in all its states; the script shows the one that holds. */
function Result({ speak }: Props): JSX.Element {
  const word = (state: keyof typeof SHAPES): JSX.Element => (
    <span data-state={state} hidden>
      <State is={SHAPES[state]}>{speak.say(`verify.${state}`)}</State>
    </span>
  );
  return (
    <section
      id="check-result"
      class="wide after"
      tabindex={-1}
      aria-live="polite"
      aria-label={speak.say('verify.result')}
      hidden
    >
      <p class="verdict" data-verdict="holds" hidden>
        <State is="done">{speak.say('verify.verdict-holds')}</State>
      </p>
      <p class="verdict" data-verdict="fails" hidden>
        <State is="alarm">{speak.say('verify.verdict-fails')}</State>
      </p>
      <ol class="criteria">
        {STEPS.map((name, i) => (
          <li data-step={name}>
            <span class="letter">{i + 1}</span>
            <span>
              {speak.say(`verify.step-${name}`)} {word('holds')}
              {word('fails')}
              {word('unasked')}
              <ul class="found long"></ul>
            </span>
          </li>
        ))}
      </ol>
      <p class="soft after">{speak.say('verify.says')}</p>
    </section>
  );
}

const SPECIFICATIONS = ['tlog-proof', 'tlog-policy', 'tlog-cosignature', 'signed-note'] as const;

function Outside({ data, speak, desk }: Props): JSX.Element {
  const { agreement } = desk.look;
  const side = data.act?.side ?? agreement.participants[0]?.id ?? '';
  const index = data.act?.index ?? 12;
  const [proof, policy] = [proofName(side, index), policyName(agreement.id, side)];
  return (
    <>
      <SectionHead id="outside" title={speak.say('verify.outside')}>
        {speak.say('verify.outside-why')}
      </SectionHead>
      <div class="wide">
        <SignedText text={`servanda verify ${proof} --policy ${policy}`} label={speak.say('verify.outside-ours')} />
      </div>
      <p class="wide after">{speak.say('verify.outside-others')}</p>
      <Plain
        wide
        rows={SPECIFICATIONS.map((name) => ({
          label: name,
          value: <a href={`https://c2sp.org/${name}`}>{`c2sp.org/${name}`}</a>,
        }))}
      />
    </>
  );
}

export function drawVerify(data: VerifyData, speak: Speak, desk: Desk): Drawn {
  const title = speak.say('verify.title');
  const props = { data, speak, desk };
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('verify.why')}</TitlePage>
        <Choose {...props} />
        <SectionHead id="here" title={speak.say('verify.here')}>
          {speak.say('verify.here-why')}
        </SectionHead>
        <noscript>
          <p class="empty wide">{speak.say('verify.no-script')}</p>
        </noscript>
        <Form {...props} />
        <Result {...props} />
        <Outside {...props} />
      </>
    ),
  };
}
