// The page of a sheet to print, and the page on which a sheet that was carried here is entered.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { utf8 } from '../../act/bytes.ts';
import type { Json } from '../../act/canonical.ts';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf } from '../../kit/form.tsx';
import { ActLink, actAddress, actName } from '../../kit/links.tsx';
import { Exercise, Side } from '../../kit/marks.tsx';
import { Empty, Notice, SectionHead, SignedText, TitlePage } from '../../kit/page.tsx';
import { QR_VIEW, qrPath } from '../../kit/qr.ts';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { mendOf, type Problem } from '../problem.ts';

export const TEXT_FIELD = 'sheet';
export const FILE_FIELD = 'file';

export interface SheetData {
  readonly side: string;
  readonly index: number;
  readonly kind: string;
  readonly number: string;
  readonly at: string;
  readonly by: string;
  /** The whole sheet, as a file of it would hold it. */
  readonly text: string;
  /** The same in pieces, as codes hold them; none where it is too large for paper. */
  readonly codes: readonly string[];
}

function title(kind: string, side: string, speak: Speak, desk: Desk): string {
  const key = desk.kinds.get(kind)?.title;
  const name = desk.look.agreement.participant(side).short[speak.language];
  return key === undefined ? kind : speak.say(key, { side: name, body: '' });
}

export function drawSheet(data: SheetData, speak: Speak, desk: Desk): Drawn {
  const name = actName(data.side, data.index);
  return {
    title: speak.say('sheet.title', { act: name }),
    rail: undefined,
    leaf: (
      <>
        <TitlePage
          title={title(data.kind, data.side, speak, desk)}
          kicker={<ActLink side={data.side} index={data.index} />}
        >
          {desk.look.exercise ? <Exercise /> : null} {speak.say('sheet.particulars', { number: data.number })}{' '}
          <time datetime={data.at}>
            <code>{data.at}</code>
          </time>
        </TitlePage>
        <div class="wide after">
          <Buttons>
            <ButtonLink href={`${actAddress(data.side, data.index)}/sheet?format=text`} rank="first" download>
              {speak.say('sheet.as-file')}
            </ButtonLink>
          </Buttons>
        </div>
        <SectionHead id="text" title={speak.say('sheet.text')}>
          {speak.say('sheet.text-note')}
        </SectionHead>
        <SignedText text={data.text} label={speak.say('sheet.text')} />
        <SectionHead id="codes" title={speak.say('sheet.codes')}>
          {speak.say('sheet.codes-note')}
        </SectionHead>
        {data.codes.length === 0 ? <Empty>{speak.say('sheet.too-large')}</Empty> : null}
        <div class="codes wide">
          {data.codes.map((code, i) => (
            <figure>
              <svg viewBox={`0 0 ${QR_VIEW} ${QR_VIEW}`} role="img" aria-labelledby={`code-${i}`}>
                <path d={qrPath(utf8(code))} fill="none" />
              </svg>
              <figcaption id={`code-${i}`}>
                {speak.say('sheet.code', { number: i + 1, count: data.codes.length, act: name })}
              </figcaption>
            </figure>
          ))}
        </div>
      </>
    ),
  };
}

/** An act that came by sheet, and has not come by the line yet. */
export interface Carried {
  readonly id: string;
  readonly side: string;
  readonly kind: string;
  readonly number: string;
  readonly at: string;
  readonly body: Json;
}

export interface EntryData {
  readonly csrf: string;
  readonly carried: readonly Carried[];
  readonly typed: string;
  readonly problem: Problem | null;
}

function Arrived({ act, speak, desk }: {
  readonly act: Carried;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  const kind = desk.kinds.get(act.kind);
  const rows = kind === undefined ? [] : kind.tell(act.body, speak, desk.look.agreement);
  return (
    <article class="wide after" id={act.id}>
      <h3>
        <Side side={act.side} /> {title(act.kind, act.side, speak, desk)} {desk.look.exercise ? <Exercise /> : null}
      </h3>
      <Plain
        rows={[
          { label: speak.say('sheet.number'), value: act.number },
          { label: speak.say('sheet.said-at'), value: <code>{act.at}</code> },
          ...rows.map(([label, value]) => ({ label: speak.say(label), value })),
        ]}
      />
    </article>
  );
}

export function drawEntry(data: EntryData, speak: Speak, desk: Desk): Drawn {
  const { problem } = data;
  return {
    title: speak.say('sheet.enter'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('sheet.enter')}>{speak.say('sheet.enter-why')}</TitlePage>
        {problem === null ? null : (
          <Notice is="alarm" says={speak.say('sheet.refused')} mend={mendOf(problem, speak)}>
            {problem.detail === '' ? null : (
              <p lang="en" class="soft">
                {problem.detail}
              </p>
            )}
          </Notice>
        )}
        <form class="after" method="post" action="/sheet" enctype="multipart/form-data">
          <Csrf token={data.csrf} />
          <div class="field">
            <label for="field-sheet">{speak.say('sheet.paste')}</label>
            <span class="help" id="field-sheet-help">
              {speak.say('sheet.paste-help')}
            </span>
            <textarea id="field-sheet" name={TEXT_FIELD} rows={10} aria-describedby="field-sheet-help">
              {data.typed}
            </textarea>
          </div>
          <div class="field">
            <label for="field-file">{speak.say('sheet.file')}</label>
            <input id="field-file" type="file" name={FILE_FIELD} />
          </div>
          <div class="after">
            <Buttons exercise={desk.look.exercise}>
              <Button rank="first">{speak.say('sheet.verify')}</Button>
            </Buttons>
          </div>
        </form>
        <SectionHead id="carried" title={speak.say('sheet.carried')}>
          {speak.say('sheet.carried-note')}
        </SectionHead>
        {data.carried.length === 0 ? <Empty>{speak.say('sheet.none')}</Empty> : null}
        {data.carried.map((act) => (
          <Arrived act={act} speak={speak} desk={desk} />
        ))}
      </>
    ),
  };
}
