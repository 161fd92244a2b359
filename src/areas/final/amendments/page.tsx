// The page of amendments: all of them, and one with the words it changes, its history, and what can be said now.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../../area.ts';
import { ButtonLink, Buttons } from '../../../kit/form.tsx';
import { participant } from '../../../kit/instrument.ts';
import { ActLink, Day, ParagraphLink, provisionName, Sentence } from '../../../kit/links.tsx';
import { Exercise, Side, State, type StateShape } from '../../../kit/marks.tsx';
import { Notice, Rail, RailLinks, SectionHead, TitlePage } from '../../../kit/page.tsx';
import { Redline } from '../../../kit/redline.tsx';
import { type Cell, RegisterTable } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import { draftAddress } from '../notes.table.tsx';
import {
  type AmendmentRow,
  type AmendmentsData,
  type AmendmentShown,
  type HeadShown,
  type InstructionShown,
  loadAmendments,
  type Worded,
} from './page.data.ts';
import { instructionName } from './tell.ts';
import { AMENDMENTS_SAYS } from './page.says.ts';

interface Props {
  readonly data: AmendmentsData;
  readonly speak: Speak;
  readonly look: Look;
}

const SHAPES: Readonly<Record<AmendmentRow['stage'], StateShape>> = {
  open: 'moving',
  agreed: 'done',
  withdrawn: 'none',
};

/** `/amendments?of=…`: an amendment by the act it began with. */
export function amendmentAddress(id: string): string {
  return `/amendments?of=${encodeURIComponent(id)}`;
}

/** A provision with its page; what an amendment adds has none in the text as signed. */
function Provision({ id, look, speak }: Pick<Props, 'look' | 'speak'> & { readonly id: string }): JSX.Element {
  if (look.agreement.provision(id) === undefined) return <>{provisionName(id, speak)}</>;
  return <ParagraphLink id={id} speak={speak} />;
}

function DayOf({ day, speak }: { readonly day: string | null; readonly speak: Speak }): JSX.Element {
  return day === null ? <span class="soft">{speak.say('amend.day-open')}</span> : <Day iso={day} speak={speak} short />;
}

function rowCells(row: AmendmentRow, { look, speak }: Props): readonly Cell[] {
  return [
    {
      shows: (
        <>
          <a href={amendmentAddress(row.id)}>{row.title}</a> {look.exercise ? <Exercise /> : null}
        </>
      ),
    },
    {
      shows: row.ids.map((id, i) => (
        <>
          {i === 0 ? null : ', '}
          <Provision id={id} look={look} speak={speak} />
        </>
      )),
    },
    {
      shows: row.days.map((day, i) => (
        <>
          {i === 0 ? null : <br />}
          <DayOf day={day} speak={speak} />
        </>
      )),
    },
    {
      shows: (
        <>
          <Side side={row.head.side} /> <ActLink {...row.head} />
        </>
      ),
    },
    { shows: <State is={SHAPES[row.stage]}>{speak.say(`amend.stage.${row.stage}`)}</State> },
  ];
}

function List(props: Props): JSX.Element {
  const { data, speak } = props;
  return (
    <>
      <SectionHead id="all" title={speak.say('amend.all')} />
      <RegisterTable
        id="amendments"
        live
        columns={[
          { head: speak.say('amend.column-title') },
          { head: speak.say('amend.column-touches') },
          { head: speak.say('amend.column-day') },
          { head: speak.say('amend.column-text') },
          { head: speak.say('amend.column-state'), is: 'word' },
        ]}
        rows={data.rows.map((row) => ({ cells: rowCells(row, props) }))}
        empty={speak.say('amend.none')}
      />
      {data.propose === null ? null : (
        <Buttons exercise={props.look.exercise}>
          <ButtonLink href={draftAddress(data.propose.kind)} rank="first">
            {speak.say(data.propose.title)}
          </ButtonLink>
        </Buttons>
      )}
    </>
  );
}

function Words({ worded, note, speak }: {
  readonly worded: Worded;
  readonly note: string;
  readonly speak: Speak;
}): JSX.Element {
  const { language, words, redline } = worded;
  return (
    <>
      <p class="soft">
        {`${speak.say(`language.${language}`)}, ${redline === null ? speak.say('amend.not-compared') : note}`}
      </p>
      {redline === null ? (
        <p lang={language}>{words}</p>
      ) : (
        <Redline stretches={redline} lang={language} speak={speak} />
      )}
    </>
  );
}

function Instruction({ one, look, speak }: Pick<Props, 'look' | 'speak'> & {
  readonly one: InstructionShown;
}): JSX.Element {
  const stated = one.stated.map(({ side, date }) => {
    return speak.say('amend.day-stated', {
      side: participant(look.agreement, side, speak.language).name,
      date: speak.date(date),
    });
  });
  return (
    <li>
      <p>
        <b>{instructionName(one, speak)}</b>,{' '}
        {one.day === null ? speak.say('amend.day-open') : speak.say('amend.day', { date: speak.date(one.day) })}
        {stated.map((said) => (
          <>
            <br />
            <span class="soft">{said}</span>
          </>
        ))}
      </p>
      {one.words.map((worded) => (
        <Words worded={worded} note={speak.say('amend.against-text')} speak={speak} />
      ))}
      {one.answered.map((worded) => (
        <Words worded={worded} note={speak.say('amend.against-answered')} speak={speak} />
      ))}
    </li>
  );
}

function HeadSection({ head, title, look, speak }: Pick<Props, 'look' | 'speak'> & {
  readonly head: HeadShown;
  readonly title: string;
}): JSX.Element {
  return (
    <>
      <SectionHead id={`text-${head.act}`} title={title} exercise={look.exercise}>
        <Side side={head.side} /> <ActLink side={head.side} index={head.index} />, {head.title}.{' '}
        {speak.say('amend.text-note')}
      </SectionHead>
      <ol class="instructions wide">
        {head.instructions.map((one) => (
          <Instruction one={one} look={look} speak={speak} />
        ))}
      </ol>
    </>
  );
}

function History({ one, look, speak }: Pick<Props, 'look' | 'speak'> & { readonly one: AmendmentShown }): JSX.Element {
  return (
    <>
      <SectionHead id="history" title={speak.say('amend.history')} exercise={look.exercise} />
      <RegisterTable
        id="steps"
        live
        columns={[
          { head: speak.say('amend.column-step') },
          { head: speak.say('amend.column-on'), is: 'date' },
          { head: speak.say('amend.column-act') },
        ]}
        rows={one.steps.map(({ is, on, side, index }) => ({
          cells: [
            speak.say(`amend.step.${is}`),
            { shows: <Day iso={on} speak={speak} short /> },
            {
              shows: (
                <>
                  <Side side={side} /> <ActLink side={side} index={index} />
                </>
              ),
            },
          ],
        }))}
        empty={speak.say('amend.none')}
      />
    </>
  );
}

function One({ one, look, speak }: Pick<Props, 'look' | 'speak'> & { readonly one: AmendmentShown }): JSX.Element {
  const [head, ...earlier] = one.heads;
  const days = one.row.stage === 'agreed' ? one.row.days.filter((day) => day !== null) : [];
  return (
    <>
      <SectionHead id="now" title={one.row.title} exercise={look.exercise}>
        <State is={SHAPES[one.row.stage]}>{speak.say(`amend.stage.${one.row.stage}`)}</State>
      </SectionHead>
      {days.map((day) => (
        <p class="wide">
          <Day iso={day} speak={speak} />: <a href={`/agreement?at=${day}`}>{speak.say('amend.see-text')}</a>,{' '}
          <a href={`/agreement/compare?from=${look.agreement.signed.date}&to=${day}`}>
            {speak.say('amend.see-compared')}
          </a>
        </p>
      ))}
      {one.openings.length === 0 ? null : (
        <div class="wide">
          <p class="soft">{speak.say('amend.what-next')}</p>
          <Buttons exercise={look.exercise}>
            {one.openings.map(({ kind, title, about }, i) => (
              <ButtonLink href={draftAddress(kind, about)} rank={i === 0 ? 'first' : 'other'}>
                {speak.say(title)}
              </ButtonLink>
            ))}
          </Buttons>
        </div>
      )}
      {head === undefined ? null : (
        <HeadSection
          head={head}
          title={speak.say(one.row.stage === 'agreed' ? 'amend.text-agreed' : 'amend.text-open')}
          look={look}
          speak={speak}
        />
      )}
      <History one={one} look={look} speak={speak} />
      {earlier.map((before) => (
        <HeadSection head={before} title={speak.say('amend.text-earlier')} look={look} speak={speak} />
      ))}
    </>
  );
}

function PageRail({ data, speak }: Props): JSX.Element {
  const one =
    data.one === null
      ? []
      : [
          { href: '#now', label: data.one.row.title },
          { href: '#history', label: speak.say('amend.history') },
        ];
  return (
    <Rail label={speak.say('amend.name')}>
      <RailLinks heading={speak.say('amend.name')} links={[...one, { href: '#all', label: speak.say('amend.all') }]} />
    </Rail>
  );
}

/** `/amendments`. `?of=` shows one. */
export const AMENDMENTS_PAGE: AreaPage<AmendmentsData> = {
  path: '/amendments',
  name: 'amend.name',
  says: AMENDMENTS_SAYS,
  public: true,
  load: loadAmendments,
  draw: (data, speak, look) => {
    const props = { data, speak, look };
    const [provision] = look.agreement.provisionsOf(['amendment']);
    return {
      title: speak.say('amend.title'),
      rail: <PageRail {...props} />,
      leaf: (
        <>
          <TitlePage title={speak.say('amend.title')}>
            {provision === undefined ? null : (
              <Sentence
                speak={speak}
                say="amend.particulars"
                parts={{ provision: <ParagraphLink id={provision} speak={speak} /> }}
              />
            )}
          </TitlePage>
          {data.unknown ? <Notice is="alarm" says={speak.say('amend.unknown')} /> : null}
          {data.one === null ? null : <One one={data.one} look={look} speak={speak} />}
          <List {...props} />
        </>
      ),
    };
  },
};
