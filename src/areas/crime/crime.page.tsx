// The page of crime: the paragraphs, what was given, what was asked, each with where it stands.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../area.ts';
import { Button } from '../../kit/form.tsx';
import { ActLink, Day, Moment, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Side, State } from '../../kit/marks.tsx';
import { Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import { type CrimeData, type ItemRow, loadCrime, type RequestRow, STANDS } from './crime.data.ts';
import { Deeds, itemAddress, Standing } from './parts.tsx';
import { CRIME_SAYS } from './crime.says.ts';

interface Props {
  readonly data: CrimeData;
  readonly speak: Speak;
  readonly look: Look;
}

function Choice({ name, value, options, speak }: {
  readonly name: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly speak: Speak;
}): JSX.Element {
  return (
    <label>
      {speak.say(`crime.filter-${name}`)}{' '}
      <select name={name}>
        <option value="">{speak.say('crime.filter-any')}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Filters({ data, speak, look }: Props): JSX.Element {
  const sides = look.agreement.participants.map(({ id, name }) => ({ value: id, label: name[speak.language] }));
  const stands = STANDS.map((stand) => ({ value: stand, label: speak.say(`crime.stand.${stand}`) }));
  return (
    <form class="filter-bar wide" method="get" role="search" aria-label={speak.say('crime.filter')}>
      <Choice name="side" value={data.side} options={sides} speak={speak} />{' '}
      <Choice name="stand" value={data.stand} options={stands} speak={speak} />{' '}
      <Button>{speak.say('crime.filter-do')}</Button>{' '}
      <span class="soft">{speak.say('crime.shown', { shown: data.items.length, total: data.total })}</span>
    </form>
  );
}

function itemRow({ given, title, says, stand, held, due, label }: ItemRow, { speak, look }: Props) {
  const named = title ?? speak.say(label.personal === undefined ? 'crime.untitled' : 'crime.of-persons');
  return {
    cells: [
      { shows: <a href={itemAddress(given.act)}>{named}</a> },
      { shows: <Side side={given.side} /> },
      { shows: says === null ? '–' : speak.say(`exchange.says.${says}`), nil: says === null },
      { shows: <Moment instant={given.at} zone={look.agreement.participant(look.side).seat.zone} speak={speak} /> },
      {
        shows:
          label.keepUntil === undefined ? speak.say('label.unset') : <Day iso={label.keepUntil} speak={speak} short />,
        nil: label.keepUntil === undefined,
      },
      {
        shows: (
          <>
            <Standing is={stand} speak={speak} />
            {due === null ? null : (
              <>
                {' '}
                <Sentence speak={speak} say="crime.by-day" parts={{ day: <Day iso={due} speak={speak} short /> }} />
              </>
            )}
            {held.length === 0 ? null : (
              <>
                {' '}
                {speak.say('crime.held')} {held.map((side) => <Side side={side} />)}
              </>
            )}
          </>
        ),
      },
      { shows: <ActLink {...given} /> },
    ],
  };
}

function Items(props: Props): JSX.Element {
  const { data, speak, look } = props;
  const columns = [
    { head: speak.say('exchange.tell.title') },
    { head: speak.say('crime.column-from') },
    { head: speak.say('exchange.tell.says') },
    { head: speak.say('crime.column-when'), is: 'date' as const },
    { head: speak.say('label.field.keep'), is: 'date' as const },
    { head: speak.say('crime.column-stands') },
    { head: speak.say('crime.column-act') },
  ];
  return (
    <>
      <SectionHead id="items" title={speak.say('crime.items')} exercise={look.exercise}>
        {speak.say('crime.items-note')}
      </SectionHead>
      <Filters {...props} />
      <RegisterTable
        id="item-rows"
        live
        columns={columns}
        rows={data.items.map((row) => itemRow(row, props))}
        empty={speak.say('crime.no-item')}
      />
    </>
  );
}

function answered({ answers, declined, due }: RequestRow, { data, speak, look }: Props): JSX.Element {
  if (declined !== null) {
    return (
      <>
        <State is="none">{speak.say(`exchange.reason.${declined.reason}`)}</State> <ActLink {...declined} />
      </>
    );
  }
  if (answers.length > 0) {
    return (
      <>
        <State is="done">{speak.say('crime.answered')}</State> {answers.map((one) => <ActLink {...one} />)}
      </>
    );
  }
  if (due === null) return <State is="waiting">{speak.say('crime.open')}</State>;
  const at = <Moment instant={due} zone={look.agreement.participant(look.side).seat.zone} speak={speak} />;
  return (
    <State is={due < data.now ? 'alarm' : 'waiting'}>
      <Sentence speak={speak} say={due < data.now ? 'crime.overdue' : 'crime.due'} parts={{ at }} />
    </State>
  );
}

function Requests(props: Props): JSX.Element {
  const { data, speak, look } = props;
  const columns = [
    { head: speak.say('exchange.tell.title') },
    { head: speak.say('crime.column-from') },
    { head: speak.say('exchange.tell.clock') },
    { head: speak.say('crime.column-stands') },
    { head: speak.say('crime.column-act') },
  ];
  const rows = data.requests.map((row) => ({
    cells: [
      { shows: row.title ?? speak.say('crime.untitled') },
      { shows: <Side side={row.asked.side} /> },
      { shows: speak.say(`exchange.clock.${row.clock}`) },
      { shows: answered(row, props) },
      { shows: <ActLink {...row.asked} /> },
    ],
  }));
  return (
    <>
      <SectionHead id="requests" title={speak.say('crime.requests')} exercise={look.exercise}>
        {speak.say('crime.requests-note')}
      </SectionHead>
      <RegisterTable id="request-rows" live columns={columns} rows={rows} empty={speak.say('crime.no-request')} />
    </>
  );
}

/** `/crime`, narrowed by `?side=` and `?stand=`. */
export const CRIME_PAGE: AreaPage<CrimeData> = {
  path: '/crime',
  name: 'crime.name',
  says: CRIME_SAYS,
  load: loadCrime,
  draw: (data, speak, look) => {
    const props = { data, speak, look };
    return {
      title: speak.say('crime.title'),
      rail: (
        <Rail label={speak.say('crime.rail')}>
          <RailLinks
            heading={speak.say('crime.rail')}
            links={['items', 'requests'].map((id) => ({ href: `#${id}`, label: speak.say(`crime.${id}`) }))}
          />
        </Rail>
      ),
      leaf: (
        <>
          <TitlePage title={speak.say('crime.title')}>
            <Sentence
              speak={speak}
              say="crime.particulars"
              parts={{ provisions: <ParagraphLinks ids={data.provisions} speak={speak} /> }}
            />
          </TitlePage>
          <div class="wide after" id="begin" data-live>
            <Deeds deeds={data.deeds} speak={speak} />
          </div>
          <Items {...props} />
          <Requests {...props} />
        </>
      ),
    };
  },
};
