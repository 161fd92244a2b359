// The text on two days side by side in one: what was added and removed between them, provision by provision.
import type { JSX } from 'hono/jsx/jsx-runtime';
import { consolidate, type TextHistory, wholeWords } from '../../agreement/amendment.ts';
import { redline, type Stretch } from '../../agreement/redline.ts';
import type { Drawn, Look } from '../../area.ts';
import { Button } from '../../kit/form.tsx';
import { ParagraphLink, provisionName } from '../../kit/links.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { Redline } from '../../kit/redline.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Desk } from '../ask.ts';
import { type Amended, amendedBy, dayAsked, ownLanguage, textIn } from './stood.ts';
import { AmendedList } from './stood.parts.tsx';

/** A provision that differs between the two days. */
interface Difference {
  readonly id: string;
  readonly stretches: readonly Stretch[];
  /** What acts did to it between the two days. */
  readonly by: readonly Amended[];
}

export interface CompareData {
  readonly from: string;
  readonly to: string;
  readonly language: string;
  readonly total: number;
  readonly differences: readonly Difference[];
}

/** Compares the text of two days; the first is that of signature where none is asked for. */
export function loadCompare(
  look: Look,
  history: TextHistory,
  query: Readonly<Record<string, string>>,
): CompareData {
  const { agreement } = look;
  const from = dayAsked(query['from'] ?? agreement.signed.date, look);
  const to = dayAsked(query['to'], look);
  const asked = query['language'] ?? ownLanguage(agreement);
  const language = textIn(asked, agreement, history) === undefined ? ownLanguage(agreement) : asked;
  const base = textIn(language, agreement, history) ?? agreement.text;
  const on = (at: string) =>
    consolidate(base, history, at, language).nodes.map((node) => [node.id, node] as const);
  const [earlier, later] = [new Map(on(from)), new Map(on(to))];
  // In the order of the later text; what is only in the earlier one, when the days are turned round, comes last.
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  const differences = ids.flatMap((id): readonly Difference[] => {
    const [old, now] = [earlier.get(id), later.get(id)];
    const [before, after] = [old, now].map((node) => (node === undefined ? '' : wholeWords(node)));
    if (before === after && (old === undefined) === (now === undefined)) return [];
    const known = new Set(from <= to ? old?.history : now?.history);
    const by = ((from <= to ? now : old)?.history ?? []).filter((one) => !known.has(one)).map(amendedBy);
    return [{ id, stretches: redline(before ?? '', after ?? ''), by }];
  });
  return { from, to, language, total: later.size, differences };
}

function Days({ data, speak }: { readonly data: CompareData; readonly speak: Speak }): JSX.Element {
  return (
    <form class="filter-bar wide" method="get" action="/agreement/compare">
      <label>
        {speak.say('compare.from')} <input type="date" name="from" value={data.from} required size={12} />
      </label>{' '}
      <label>
        {speak.say('compare.to')} <input type="date" name="to" value={data.to} required size={12} />
      </label>{' '}
      <Button>{speak.say('compare.do')}</Button>
    </form>
  );
}

/** Draws the comparison. Pure. */
export function drawCompare(data: CompareData, speak: Speak, desk: Desk): Drawn {
  const title = speak.say('compare.title');
  return {
    title,
    rail: data.differences.length === 0 ? undefined : (
      <Rail label={title}>
        <RailLinks
          heading={title}
          links={data.differences.map(({ id }) => ({
            href: `#p${id}`,
            label: provisionName(id, speak),
          }))}
        />
      </Rail>
    ),
    leaf: (
      <>
        <TitlePage title={title}>
          {speak.say('compare.particulars', {
            from: speak.date(data.from),
            to: speak.date(data.to),
            count: data.differences.length,
            total: data.total,
          })}
        </TitlePage>
        <Days data={data} speak={speak} />
        {data.differences.length === 0 ? <Empty>{speak.say('compare.same')}</Empty> : null}
        {data.differences.map(({ id, stretches, by }) => (
          <>
            <SectionHead id={`p${id}`} title={<ParagraphLink id={id} speak={speak} />} exercise={desk.look.exercise}>
              <AmendedList amended={by} speak={speak} />
            </SectionHead>
            <div class="instructions wide">
              <Redline stretches={stretches} lang={data.language} speak={speak} />
            </div>
          </>
        ))}
      </>
    ),
  };
}
