// The page of one item: its words while they are held, what its label allows, its life act by act.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Label } from '../../act/act.ts';
import { ringOf } from '../../agreement/label.ts';
import type { AreaPage, Look } from '../../area.ts';
import { bodyName } from '../../kit/instrument.ts';
import { LabelSays } from '../../kit/label.tsx';
import { ActLink, Moment, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Exercise, Side, State } from '../../kit/marks.tsx';
import { Empty, Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { Plain, RegisterTable } from '../../kit/table.tsx';
import { sentence, type Speak } from '../../kit/words.ts';
import { exchange } from '../../ways/exchange/index.ts';
import { tellItem } from '../../ways/exchange/tell.ts';
import { type ItemData, loadItem, type Step } from './item.data.ts';
import { Deeds, Standing } from './parts.tsx';
import { ITEM_SAYS } from './crime.says.ts';

interface Props {
  readonly data: ItemData;
  readonly speak: Speak;
  readonly look: Look;
}

const zoneOf = (look: Look): string => look.agreement.participant(look.side).seat.zone;

function Words({ data, speak, look }: Props): JSX.Element {
  if (data.content === null) {
    return (
      <>
        <p class="empty wide">{speak.say('crime.no-words')}</p>
        <Carried data={data} speak={speak} look={look} />
      </>
    );
  }
  const rows = tellItem(data.content, speak, look.agreement).map(([label, value]) => ({
    label: speak.say(label),
    value: <span class="lines">{value}</span>,
  }));
  return (
    <div class="wide">
      <Plain rows={rows} />
      <Carried data={data} speak={speak} look={look} />
    </div>
  );
}

/** That it carries a file: where it is read, and how far it has come, the page of its act says. */
function Carried({ data, speak }: Props): JSX.Element {
  if (data.file === null) return <></>;
  return (
    <p class="wide after">
      <Sentence speak={speak} say="crime.file" parts={{ act: <ActLink {...data.file} /> }} />
    </p>
  );
}

/** What each node has erased, by which act it said so; what has not been is said to be held. */
function Erased({ data, speak, look }: Props): JSX.Element {
  const rows = look.agreement.participants.map(({ id, name }) => {
    const erasure = data.erased[id];
    const at = <Moment instant={erasure?.at ?? data.now} zone={zoneOf(look)} speak={speak} />;
    return {
      label: sentence(name[speak.language]),
      value:
        erasure === undefined ? (
          <State is="done">{speak.say('crime.node-holds')}</State>
        ) : (
          <State is="none">
            <Sentence
              speak={speak}
              say="crime.node-erased"
              parts={{ at, act: <ActLink side={id} index={erasure.index} /> }}
            />
          </State>
        ),
    };
  });
  return (
    <div class="wide after" id="nodes" data-live>
      <Plain rows={rows} />
    </div>
  );
}

/** What an act of its life says in its closed fields, in one line. */
function said(step: Step, speak: Speak, look: Look): string {
  const kind = exchange.kinds.find((one) => one.kind.id === step.kind);
  if (kind === undefined || step.body === null) return '';
  const pairs = kind.tell(step.body, speak, look.agreement);
  return pairs.map(([label, value]) => `${speak.say(label)}: ${value}`).join('. ');
}

function titleOf({ kind, side, by }: Step, speak: Speak, look: Look): string {
  const known = exchange.kinds.find((one) => one.kind.id === kind);
  const named = look.agreement.participants.find(({ id }) => id === side)?.name[speak.language] ?? side;
  const body = bodyName(look.agreement, by, speak.language).full;
  if (known === undefined) return speak.say('crime.by-node', { side: named });
  return speak.say(known.title, { side: named, body });
}

function Life({ data, speak, look }: Props): JSX.Element {
  const columns = [
    { head: speak.say('crime.column-act') },
    { head: speak.say('crime.column-what') },
    { head: speak.say('crime.column-when'), is: 'date' as const },
  ];
  const rows = data.life.map((step) => ({
    cells: [
      { shows: <ActLink {...step} /> },
      {
        shows: (
          <>
            {titleOf(step, speak, look)}
            <br />
            <span class="soft">{said(step, speak, look)}</span>
            {step.contested ? <State is="contested">{speak.say('rung.contested')}</State> : null}
          </>
        ),
      },
      { shows: <Moment instant={step.at} zone={zoneOf(look)} speak={speak} /> },
    ],
  }));
  return (
    <>
      <SectionHead id="life" title={speak.say('crime.life')}>
        {speak.say('crime.life-note')}
      </SectionHead>
      <RegisterTable id="life-rows" live columns={columns} rows={rows} empty={speak.say('crime.no-item')} />
    </>
  );
}

function Leaf(props: Props): JSX.Element {
  const { data, speak, look } = props;
  const { state, label } = data;
  if (state?.given === null || state === null || label === null) return <Empty>{speak.say('crime.no-item')}</Empty>;
  const { given } = state;
  return (
    <>
      <div class="wide" id="standing" data-live>
        <p>
          <Side side={given.side} /> <Standing is={data.stand} speak={speak} />
        </p>
        <Deeds deeds={data.deeds} speak={speak} />
      </div>
      <SectionHead id="words" title={speak.say('crime.words')} exercise={given.exercise}>
        {speak.say('crime.words-note')}
      </SectionHead>
      <Words {...props} />
      <SectionHead id="label" title={speak.say('label.says')}>
        {speak.say('crime.label-note')}
      </SectionHead>
      <div class="wide">
        <LabelSays
          of={{ label, by: given.by, to: [...given.to] }}
          ring={ringOf(state.first as unknown as Label)}
          agreement={look.agreement}
          speak={speak}
        />
      </div>
      <Erased {...props} />
      <Life {...props} />
    </>
  );
}

/** `/crime/item?of=` the act that gave it. */
export const ITEM_PAGE: AreaPage<ItemData> = {
  path: '/crime/item',
  name: 'crime.item',
  says: ITEM_SAYS,
  under: '/crime',
  load: loadItem,
  draw: (data, speak, look) => {
    const title = (data.content as { readonly title?: string } | null)?.title ?? speak.say('crime.item');
    const sections = ['words', 'label', 'life'].map((id) => ({ href: `#${id}`, label: speak.say(`crime.${id}`) }));
    return {
      title,
      rail: (
        <Rail label={speak.say('crime.rail')}>
          <RailLinks
            heading={speak.say('crime.rail')}
            links={[...(data.state === null ? [] : sections), { href: '/crime', label: speak.say('crime.title') }]}
          />
        </Rail>
      ),
      leaf: (
        <>
          <TitlePage title={title} kicker={look.exercise ? <Exercise /> : undefined}>
            <ParagraphLinks ids={data.state?.given?.provisions ?? []} speak={speak} />
          </TitlePage>
          <Leaf data={data} speak={speak} look={look} />
        </>
      ),
    };
  },
};
