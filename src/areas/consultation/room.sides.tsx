// The two columns of the room: what each side has done and said, with the seconds, and how the request went.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Told } from '../../area.ts';
import { Side, State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { RegisterTable, type Row } from '../../kit/table.tsx';
import { Both, type RoomProps, SaidBy } from './room.clock.tsx';
import type { RequestShown, SaidHere, SideShown } from './room.data.ts';

type SideCell = (side: SideShown, props: RoomProps) => Child;

const NOTHING = undefined;

/** The requests that a side made, and what it answered to those of the other. */
const requestCell: SideCell = ({ side }, { shown, speak, look }) => {
  const own = shown.requests.filter((request) => request.side === side);
  const answered = shown.requests.filter((request) => request.side !== side);
  if (own.length + answered.length === 0) return NOTHING;
  return (
    <>
      {own.map((request) => (
        <p>
          <State is="done">{speak.say('consultation.dispatched')}</State>{' '}
          <Both instant={request.at} speak={speak} look={look} /> <SaidBy speak={speak} {...request} />
          {request.withdrawn === null ? null : (
            <>
              {' '}
              <State is="none">{speak.say('consultation.withdrawn')}</State>{' '}
              <SaidBy speak={speak} {...request.withdrawn} />
            </>
          )}
        </p>
      ))}
      {answered.map((request) => (
        <p>{answer(request)}</p>
      ))}
    </>
  );
  function answer({ acknowledged }: RequestShown): Child {
    if (acknowledged === null) return <State is="waiting">{speak.say('consultation.not-acknowledged')}</State>;
    return (
      <>
        <State is="done">{speak.say('consultation.acknowledged')}</State>{' '}
        <Both instant={acknowledged.instant} speak={speak} look={look} /> <SaidBy speak={speak} {...acknowledged} />
      </>
    );
  }
};

const groundsCell: SideCell = ({ side }, { shown, speak }) => {
  const own = shown.requests.filter((request) => request.side === side && request.body !== null);
  if (own.length === 0) return NOTHING;
  return own.map(({ body, ...ref }) => (
    <p>
      {body?.grounds} {speak.say(`consultation.urgency.${body?.urgency ?? 'immediate'}`)}{' '}
      <SaidBy speak={speak} {...ref} />
    </p>
  ));
};

const channelCell: SideCell = ({ side, channel }, { shown, speak }) => {
  if (channel !== null && channel.body !== null) {
    return (
      <>
        {speak.say(`consultation.channel.${channel.body.channel}`)} {channel.body.detail}{' '}
        <SaidBy speak={speak} {...channel} />
      </>
    );
  }
  const [request] = shown.requests.filter((one) => one.side === side && one.body !== null);
  if (request?.body == null) return NOTHING;
  const named = request.body.channels.map((one) => speak.say(`consultation.channel.${one}`));
  return (
    <>
      {speak.say('consultation.proposed')} {speak.list(named)}
    </>
  );
};

const sessionCell: SideCell = ({ opened }, { speak, look }) => {
  if (opened === null) return <State is="waiting">{speak.say('consultation.not-opened')}</State>;
  return (
    <>
      <State is="done">{speak.say('consultation.opened')}</State>{' '}
      <Both instant={opened.opened} speak={speak} look={look} />,{' '}
      {speak.say(`consultation.channel.${opened.medium}`)}{' '}
      <SaidBy speak={speak} {...opened} />
    </>
  );
};

const peopleCell: SideCell = ({ opened }) => opened?.people.join('; ') || NOTHING;

const texts = (said: readonly SaidHere<{ readonly text: string }>[], { speak }: RoomProps): Child =>
  said.length === 0
    ? NOTHING
    : said.map(({ body, ...ref }) => (
        <p class="lines">
          {body?.text} <SaidBy speak={speak} {...ref} />
        </p>
      ));

const positionCell: SideCell = ({ positions }, props) => texts(positions, props);

const meansCell: SideCell = ({ means }, props) =>
  texts(means.map((one) => ({ ...one, body: one.body && { text: one.body.means } })), props);

const requirementsCell: SideCell = ({ means }, props) =>
  texts(means.map((one) => ({ ...one, body: one.body && { text: one.body.requirements } })), props);

const closedCell: SideCell = ({ closed }, { speak, look }) => {
  if (closed === null) return NOTHING;
  return (
    <>
      <State is="done">{speak.say('consultation.closed')}</State>{' '}
      <Both instant={closed.at} speak={speak} look={look} /> <SaidBy speak={speak} {...closed} />
    </>
  );
};

const ROWS: readonly { readonly key: string; readonly cell: SideCell; readonly always: boolean }[] = [
  { key: 'request', cell: requestCell, always: true },
  { key: 'grounds', cell: groundsCell, always: true },
  { key: 'channel', cell: channelCell, always: true },
  { key: 'session', cell: sessionCell, always: true },
  { key: 'people', cell: peopleCell, always: true },
  { key: 'position', cell: positionCell, always: false },
  { key: 'means', cell: meansCell, always: false },
  { key: 'requirements', cell: requirementsCell, always: false },
  { key: 'closing', cell: closedCell, always: false },
];

/** Both columns: the first side keeps the left edge, the second the right. */
export function Sides(props: RoomProps): JSX.Element {
  const { shown, speak, look } = props;
  const [first, second] = shown.sides;
  if (first === undefined || second === undefined) throw new Error('consultation: a room of fewer than two sides');
  const name = (side: string): string => look.agreement.participant(side).short[speak.language];
  const rows = ROWS.map(({ key, cell, always }) => ({ key, always, cells: [cell(first, props), cell(second, props)] }));
  const kept = rows.filter(({ always, cells }) => always || cells.some((one) => one !== NOTHING));
  return (
    <>
      <SectionHead id="sides" title={speak.say('consultation.sides')} exercise={look.exercise || shown.drill}>
        {speak.say('consultation.sides-note')}
      </SectionHead>
      <div class="wide" id="side-rows" data-live>
        <table class="register room">
          <colgroup>
            <col class="what" />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{speak.say('consultation.what')}</span>
              </th>
              <th scope="col">
                <Side side={first.side} /> {name(first.side)}
              </th>
              <th scope="col">
                {name(second.side)} <Side side={second.side} />
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.map(({ key, cells }) => (
              <tr>
                <th scope="row">{speak.say(`consultation.row.${key}`)}</th>
                {[first, second].map(({ side }, i) => (
                  <td data-label={name(side)} class={cells[i] === NOTHING ? 'nil' : undefined}>
                    {cells[i] ?? '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What this node did to reach its own people, by way: shown to its officials alone. */
function toldRows({ told, speak, look }: RoomProps): readonly Row[] {
  return WAYS.flatMap((way) => {
    const notices = (told ?? []).filter(({ channel }) => channel === way);
    const [first] = notices.map(({ madeAt }) => madeAt).toSorted();
    if (first === undefined) return [];
    const count = (state: Told['state']): number => notices.filter((one) => one.state === state).length;
    const counted = { told: count('told'), waiting: count('waiting'), lost: count('given-up') };
    const is = counted.lost > 0 ? 'alarm' : counted.waiting > 0 ? 'moving' : 'done';
    const cells = [
      `${speak.say('consultation.told-here')}, ${speak.say(`consultation.told.${way}`)}`,
      { shows: <Both instant={first} speak={speak} look={look} /> },
      { shows: '–', nil: true },
      { shows: '–', nil: true },
      {
        shows: (
          <>
            <State is={is}>{speak.say('consultation.told.count', counted)}</State>{' '}
            <a href="/duties">{speak.say('consultation.told.all')}</a>
          </>
        ),
      },
    ];
    return [{ cells }];
  });
}

const WAYS = ['page', 'mail', 'webhook'] as const;

/** How each request went, way by way: what the other node signed, what its officer signed, what is only noted. */
export function Deliveries(props: RoomProps): JSX.Element {
  const { shown, speak, look } = props;
  const both = (instant: string | null): Child =>
    instant === null ? '–' : <Both instant={instant} speak={speak} look={look} />;
  const node = shown.requests.map((request) => ({
    cells: [
      { shows: speak.say('consultation.delivery.node') },
      { shows: both(request.at) },
      { shows: both(request.held), nil: request.held === null },
      {
        shows:
          request.acknowledged === null ? (
            <State is="waiting">{speak.say('consultation.not-yet')}</State>
          ) : (
            both(request.acknowledged.instant)
          ),
      },
      {
        shows:
          request.acknowledged === null ? (
            <SaidBy speak={speak} {...request} />
          ) : (
            <>
              {speak.say(`consultation.delivery.${request.acknowledged.channel}`)},{' '}
              <SaidBy speak={speak} {...request.acknowledged} />
            </>
          ),
      },
    ],
  }));
  const noted = shown.deliveries.flatMap(({ body, ...ref }) => {
    if (body === null) return [];
    const cells = [
      { shows: speak.say(`consultation.delivery.${body.channel}`) },
      { shows: both(body.sent) },
      { shows: '–', nil: true },
      { shows: both(body.answered), nil: body.answered === null },
      {
        shows: (
          <>
            {speak.say('consultation.noted-only')} {body.note} <SaidBy speak={speak} {...ref} />
          </>
        ),
      },
    ];
    return [{ cells }];
  });
  const rows = [...node, ...noted, ...toldRows(props)];
  const columns = [
    { head: speak.say('consultation.column-channel') },
    { head: speak.say('consultation.column-sent') },
    { head: speak.say('consultation.column-held') },
    { head: speak.say('consultation.column-acknowledged') },
    { head: speak.say('consultation.column-by') },
  ];
  return (
    <>
      <SectionHead id="channels" title={speak.say('consultation.deliveries')} exercise={look.exercise || shown.drill}>
        {speak.say('consultation.deliveries-note')}
      </SectionHead>
      <RegisterTable id="delivery-rows" live columns={columns} rows={rows} empty="" />
    </>
  );
}

