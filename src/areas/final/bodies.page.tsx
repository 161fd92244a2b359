// The page of bodies: who speaks for each side, by which designation, with which keys, and who is only proposed.
import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { BODY_DESIGNATED_FOR, BODY_ENDED } from '../../act/kinds.ts';
import type { AreaPage, Look } from '../../area.ts';
import { ButtonLink, Buttons } from '../../kit/form.tsx';
import { bodyName } from '../../kit/instrument.ts';
import { ActLink, Day, ParagraphLink, ParagraphLinks, Sentence } from '../../kit/links.tsx';
import { Exercise, Side, State } from '../../kit/marks.tsx';
import { Rail, RailLinks, SectionHead, TitlePage } from '../../kit/page.tsx';
import { type Cell, Plain, RegisterTable } from '../../kit/table.tsx';
import { ProvisionText } from '../../kit/text.tsx';
import { Readings, Why } from '../../kit/why.tsx';
import type { Speak } from '../../kit/words.ts';
import {
  type BodiesData,
  type DesignatedBody,
  type KeyRow,
  loadBodies,
  type ProposedOwner,
  type SideBodies,
} from './bodies.data.ts';
import { draftAddress } from './notes.table.tsx';
import { BODIES_SAYS } from './bodies.says.ts';

interface Props {
  readonly data: BodiesData;
  readonly speak: Speak;
  readonly look: Look;
}

interface SideProps extends Props {
  readonly of: SideBodies;
}

const NIL: Cell = { shows: '–', nil: true };

/** A name in the language it is written in, which is not always the reader's. */
function Name({ id, designated, look, speak }: {
  readonly id: string;
  readonly designated?: DesignatedBody['name'];
  readonly look: Look;
  readonly speak: Speak;
}): JSX.Element {
  const { full, lang } = bodyName(look.agreement, id, speak.language, designated ?? undefined);
  return <span lang={lang === speak.language ? undefined : lang}>{full}</span>;
}

function mandate(body: DesignatedBody, { of, look, speak }: SideProps): Child {
  if (body.ended !== null) {
    return (
      <State is="none">
        <Sentence speak={speak} say="bodies.ended" parts={{ act: <ActLink {...body.ended} /> }} />
      </State>
    );
  }
  const ahead = body.from !== null && of.today < body.from;
  const { full } = bodyName(look.agreement, body.id, speak.language, body.name ?? undefined);
  return (
    <>
      {ahead ? (
        <State is="waiting">{speak.say('bodies.ahead', { date: speak.shortDate(body.from ?? '') })}</State>
      ) : (
        <State is="done">{speak.say('bodies.stands')}</State>
      )}
      {body.mayChange && body.designated !== null ? (
        <p class="deeds">
          <a
            href={draftAddress(BODY_DESIGNATED_FOR.id, body.designated.act)}
            aria-label={speak.say('bodies.change-what', { body: full })}
          >
            {speak.say('bodies.change')}
          </a>
        </p>
      ) : null}
      {body.mayEnd && body.designated !== null ? (
        <p class="deeds">
          <a
            href={draftAddress(BODY_ENDED.id, body.designated.act)}
            aria-label={speak.say('bodies.end-what', { body: full })}
          >
            {speak.say('bodies.end')}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Designated(props: SideProps): JSX.Element {
  const { of, look, speak } = props;
  const columns = [
    { head: speak.say('bodies.column-body') },
    { head: speak.say('bodies.column-provisions') },
    { head: speak.say('bodies.column-from'), is: 'date' as const },
    { head: speak.say('bodies.column-act') },
    { head: speak.say('bodies.column-state'), is: 'word' as const },
  ];
  const rows = of.designated.map((body) => ({
    cells: [
      {
        shows: (
          <>
            <Name id={body.id} designated={body.name} look={look} speak={speak} /> {look.exercise ? <Exercise /> : null}
            <br />
            <code class="soft">{body.id}</code>
          </>
        ),
      },
      {
        shows: (
          <>
            <ParagraphLinks ids={body.provisions} speak={speak} />
            {body.kinds === null ? null : (
              <>
                <br />
                <span class="soft">{speak.say('bodies.kinds', { kinds: speak.list(body.kinds) })}</span>
              </>
            )}
          </>
        ),
      },
      body.from === null ? NIL : { shows: <Day iso={body.from} speak={speak} short /> },
      body.designated === null ? NIL : { shows: <ActLink {...body.designated} /> },
      { shows: mandate(body, props) },
    ],
  }));
  const empty = speak.say('bodies.none-designated');
  return <RegisterTable id={`designated-${of.side}`} live columns={columns} rows={rows} empty={empty} />;
}

function keyCells(key: KeyRow, { look, speak }: SideProps): readonly Cell[] {
  return [
    {
      shows: (
        <>
          <span class="id">{key.name}</span> {look.exercise ? <Exercise /> : null}
          {key.written === null ? null : (
            <>
              <br />
              <Why ask={speak.say('bodies.written')}>
                <p>
                  <code class="long">{key.written}</code>
                </p>
              </Why>
            </>
          )}
        </>
      ),
    },
    { shows: <code>{key.holder}</code> },
    key.use === null ? NIL : { shows: speak.say(`final.use.${key.use}`) },
    key.admitted === null ? NIL : { shows: <ActLink {...key.admitted} /> },
    {
      shows:
        key.revoked === null ? (
          <State is="done">{speak.say(key.newest ? 'bodies.key-stands' : 'bodies.key-overlaps')}</State>
        ) : (
          <State is="none">
            <Sentence speak={speak} say="bodies.key-revoked" parts={{ act: <ActLink {...key.revoked} /> }} />
          </State>
        ),
    },
  ];
}

function Keys(props: SideProps): JSX.Element {
  const { of, look, speak } = props;
  const columns = [
    { head: speak.say('bodies.column-key') },
    { head: speak.say('bodies.column-holder') },
    { head: speak.say('bodies.column-use') },
    { head: speak.say('bodies.column-admitted') },
    { head: speak.say('bodies.column-key-state'), is: 'word' as const },
  ];
  return (
    <div class="wide after">
      <RegisterTable
        id={`keys-${of.side}`}
        live
        columns={columns}
        rows={of.keys.map((key) => ({ cells: keyCells(key, props) }))}
        empty={speak.say('bodies.no-keys')}
        caption={speak.say('bodies.keys-caption', { of: look.agreement.participant(of.side).genitive[speak.language] })}
      />
    </div>
  );
}

const STAGES = { office: 'done', designated: 'done', proposed: 'none' } as const;

function ownerCells(owner: ProposedOwner, { of, look, speak }: SideProps): readonly (Cell | string)[] {
  const { language } = look.agreement.participant(of.side);
  const own = language === speak.language ? owner.name : owner.local;
  return [
    {
      shows: (
        <>
          <Name id={owner.id} look={look} speak={speak} />
          {owner.check === null ? null : (
            <>
              <br />
              <span class="soft">
                <Sentence speak={speak} say="bodies.check" parts={{ note: <span lang="en">{owner.check}</span> }} />
              </span>
            </>
          )}
        </>
      ),
    },
    own === null ? NIL : { shows: <span lang={language === speak.language ? 'en' : language}>{own}</span> },
    { shows: speak.number(owner.statements) },
    { shows: <State is={STAGES[owner.stage]}>{speak.say(`bodies.is-${owner.stage}`)}</State> },
  ];
}

function Proposed(props: SideProps): JSX.Element {
  const { data, of, look, speak } = props;
  const own = look.agreement.participant(of.side).language === speak.language;
  const columns = [
    { head: speak.say('bodies.column-body') },
    { head: own ? speak.say('language.en') : speak.say('bodies.column-local') },
    { head: speak.say('bodies.column-statements'), is: 'figure' as const },
    { head: speak.say('bodies.column-stage'), is: 'word' as const },
  ];
  const clause = <ParagraphLink id={data.clause.provision} speak={speak} />;
  return (
    <>
      <SectionHead
        id={`proposed-${of.side}`}
        title={
          <>
            {speak.say('bodies.proposed')} <Side side={of.side} />
          </>
        }
      >
        <Sentence speak={speak} say="bodies.proposed-note" parts={{ provision: clause }} />
      </SectionHead>
      <RegisterTable
        id={`owners-${of.side}`}
        live
        columns={columns}
        rows={of.proposed.map((owner) => ({ cells: ownerCells(owner, props) }))}
        empty={speak.say('bodies.none-proposed')}
      />
    </>
  );
}

function OfSide(props: SideProps): JSX.Element {
  const { data, of, look, speak } = props;
  const { genitive } = look.agreement.participant(of.side);
  const office = (
    <>
      <Name id={of.office} look={look} speak={speak} /> <code class="soft">{of.office}</code>
    </>
  );
  return (
    <>
      <SectionHead
        id={`bodies-${of.side}`}
        title={
          <>
            {speak.say('bodies.of', { of: genitive[speak.language] })} <Side side={of.side} />
          </>
        }
      >
        {speak.say('bodies.by-function')}
      </SectionHead>
      <Plain wide rows={[{ label: speak.say('bodies.office'), value: office }]} />
      <div class="wide after">
        <Designated {...props} />
      </div>
      {of.side === look.side && data.begin.length > 0 ? (
        <div class="wide after" id="designate" data-live>
          <Buttons>
            {data.begin.map(({ kind, title }, i) => (
              <ButtonLink href={draftAddress(kind)} rank={i === 0 ? 'first' : 'other'}>
                {speak.say(title)}
              </ButtonLink>
            ))}
          </Buttons>
        </div>
      ) : null}
      <Keys {...props} />
      {of.side === look.side && data.keys.length > 0 ? (
        <div class="wide after" id="change-keys" data-live>
          <Buttons>
            {data.keys.map(({ kind, title }) => (
              <ButtonLink href={draftAddress(kind)}>{speak.say(title)}</ButtonLink>
            ))}
          </Buttons>
        </div>
      ) : null}
    </>
  );
}

function Reading({ data, look, speak }: Props): JSX.Element {
  const { provision, questions, confirmed, by, confirm } = data.clause;
  const found = look.agreement.provision(provision);
  return (
    <>
      <section class="reading" id="reading">
        <h2>{speak.say('bodies.reading')}</h2>
        <p class="stands-line">
          <State is={confirmed ? 'agree' : 'waiting'}>
            {speak.say(confirmed ? 'bodies.confirmed' : 'bodies.to-confirm')}
          </State>
          {by.map((act) => (
            <>
              {' '}
              <ActLink {...act} />
            </>
          ))}
        </p>
        <p>{speak.say('bodies.reading-words')}</p>
        <Readings readings={questions} lang="en" />
        {confirm === null ? null : (
          <Buttons>
            <ButtonLink href={draftAddress(confirm.kind)}>{speak.say(confirm.title)}</ButtonLink>
          </Buttons>
        )}
      </section>
      <blockquote class="side-note treaty clause">
        <p class="no">
          <ParagraphLink id={provision} speak={speak} />
        </p>
        <p lang={look.agreement.prevails ?? 'en'}>
          {found === undefined ? null : <ProvisionText text={found.text} statements={found.statements} />}
        </p>
      </blockquote>
    </>
  );
}

function BodiesRail({ data, look, speak }: Props): JSX.Element {
  const sides = data.sides.map(({ side }) => {
    const of = look.agreement.participant(side).genitive[speak.language];
    return { href: `#bodies-${side}`, label: speak.say('bodies.of', { of }) };
  });
  const proposed = data.sides.map(({ side }) => ({
    href: `#proposed-${side}`,
    label: `${speak.say('bodies.proposed')}, ${look.agreement.participant(side).short[speak.language]}`,
  }));
  const links = [{ href: '#reading', label: speak.say('bodies.reading') }, ...sides, ...proposed];
  return (
    <Rail label={speak.say('bodies.rail')}>
      <RailLinks heading={speak.say('bodies.rail')} links={links} />
    </Rail>
  );
}

/** `/bodies`. */
export const BODIES_PAGE: AreaPage<BodiesData> = {
  path: '/bodies',
  name: 'bodies.name',
  says: BODIES_SAYS,
  load: loadBodies,
  draw: (data, speak, look) => {
    const props = { data, speak, look };
    return {
      title: speak.say('bodies.title'),
      rail: <BodiesRail {...props} />,
      leaf: (
        <>
          <TitlePage title={speak.say('bodies.title')}>{speak.say('bodies.particulars')}</TitlePage>
          <Reading {...props} />
          {data.sides.map((of) => (
            <OfSide {...props} of={of} />
          ))}
          {data.sides.map((of) => (
            <Proposed {...props} of={of} />
          ))}
        </>
      ),
    };
  },
};
