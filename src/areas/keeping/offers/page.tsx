// The page of independent assessments: what organisations have sent, and what each side decided with which reasons.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage, Look } from '../../../area.ts';
import { ButtonLink, Buttons } from '../../../kit/form.tsx';
import { ActLink, draftAddress, ParagraphLink } from '../../../kit/links.tsx';
import { COMPLETIONS, Exercise, Points, Side, State } from '../../../kit/marks.tsx';
import { Empty, SectionHead, TitlePage } from '../../../kit/page.tsx';
import { Plain } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import { promisedIn } from '../law.ts';
import { ASSESSMENT_DECLINED, ASSESSMENT_PUBLISHED } from './kinds.ts';
import { OFFERS, type OfferState } from './register.ts';
import { OFFERS_SAYS } from './page.says.ts';

const DECISIONS = [
  { kind: ASSESSMENT_PUBLISHED.id, title: 'offers.do.publish' },
  { kind: ASSESSMENT_DECLINED.id, title: 'offers.do.decline' },
] as const;

interface OfferShown extends OfferState {
  readonly offer: string;
  readonly provision: string;
}

export interface OffersData {
  readonly offers: readonly OfferShown[];
  /** What was passed on and waits for this side to decide; nothing where the public looks. */
  readonly open: readonly OfferShown[];
}

const byStatement = (look: Look): ReadonlyMap<string, string> =>
  new Map(promisedIn(look.agreement).map((one) => [one.statement.id, one.provision.id]));

/** Oldest first. */
async function loadOpen(look: Look): Promise<readonly OfferShown[]> {
  const promised = byStatement(look);
  return (await look.rows(OFFERS))
    .filter(({ state }) => state.offered !== null && !state.decisions.some(({ side }) => side === look.side))
    .map(({ subject, state }) => ({ ...state, offer: subject, provision: promised.get(state.statement) ?? '' }))
    .toSorted((a, b) => ((a.offered?.at ?? '') < (b.offered?.at ?? '') ? -1 : 1));
}

/** Newest decision first; what no side has decided on is nobody's to read here. */
async function loadDecided(look: Look): Promise<readonly OfferShown[]> {
  const promised = byStatement(look);
  const last = ({ decisions }: OfferState): string => decisions.at(-1)?.at ?? '';
  return (await look.rows(OFFERS))
    .filter(({ state }) => state.decisions.length > 0)
    .map(({ subject, state }) => ({
      ...state,
      // What was declined by all is shown to nobody, whoever holds it.
      sent: state.decisions.some(({ publishes }) => publishes) ? state.sent : null,
      offer: subject,
      provision: promised.get(state.statement) ?? '',
    }))
    .toSorted((a, b) => (last(a) < last(b) ? 1 : -1));
}

function Decisions({ one, speak, look }: { readonly one: OfferShown; speak: Speak; look: Look }): JSX.Element {
  return (
    <Plain
      wide
      rows={look.agreement.participants.map(({ id, short, language }) => {
        const made = one.decisions.find(({ side }) => side === id);
        const word = made === undefined ? 'undecided' : made.publishes ? 'publishes' : 'declines';
        return {
          label: <Side side={id} />,
          value: (
            <>
              <State is={made === undefined ? 'waiting' : made.publishes ? 'done' : 'none'}>
                {speak.say(`offers.${word}`, { side: short[speak.language] })}
              </State>
              {made === undefined ? null : (
                <>
                  {'. '}
                  <span lang={language}>{made.reasons}</span> <ActLink side={made.side} index={made.index} />
                </>
              )}
            </>
          ),
        };
      })}
    />
  );
}

function Words({ one, speak }: { readonly one: OfferShown; readonly speak: Speak }): JSX.Element {
  const { sent } = one;
  if (sent === null) return <p class="wide soft">{speak.say('offers.unnamed')}</p>;
  const completion = COMPLETIONS.find((value) => value === sent.completion);
  return (
    <div class="wide">
      <p>
        <b>{sent.organisation}</b> {completion === undefined ? null : <Points completion={completion} speak={speak} />}
      </p>
      <p>
        <q lang={sent.language}>{sent.words}</q>
      </p>
      <p class="soft">
        {speak.say('offers.field.sources')}:{' '}
        {sent.sources.map((source, i) => (
          <>
            {i === 0 ? null : ', '}
            <a class="long" href={source} rel="noopener noreferrer nofollow">
              {source}
            </a>
          </>
        ))}
        {'. '}
        {speak.say('offers.no-word-of-a-side')}
      </p>
    </div>
  );
}

/** What waits for this side, with the forms by which it decides. */
function Open({ open, speak, look }: {
  readonly open: readonly OfferShown[];
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  return (
    <>
      {open.map((one) => (
        <>
          <SectionHead
            id={`open-${one.offer}`}
            title={speak.say('offers.to-decide', { statement: one.statement })}
            exercise={look.exercise}
          >
            <ParagraphLink id={one.provision} speak={speak} />
          </SectionHead>
          <Words one={one} speak={speak} />
          <div class="wide after">
            <Buttons>
              {DECISIONS.map(({ kind, title }) => (
                <ButtonLink href={draftAddress(kind, { about: one.offered?.act ?? '' })}>{speak.say(title)}</ButtonLink>
              ))}
            </Buttons>
          </div>
        </>
      ))}
    </>
  );
}

/** `/independent`. */
export const OFFERS_PAGE: AreaPage<OffersData> = {
  path: '/independent',
  name: 'offers.title',
  says: OFFERS_SAYS,
  under: '/promises',
  public: true,
  load: async (look) => ({
    offers: await loadDecided(look),
    open: look.public === true ? [] : await loadOpen(look),
  }),
  draw: ({ offers, open }, speak, look) => ({
    title: speak.say('offers.title'),
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={speak.say('offers.title')} kicker={look.exercise ? <Exercise /> : undefined}>
          {speak.say('offers.why')}
        </TitlePage>
        {open.length === 0 ? null : <Open open={open} speak={speak} look={look} />}
        {offers.length === 0 ? <Empty>{speak.say('offers.none')}</Empty> : null}
        {offers.map((one) => (
          <>
            <SectionHead
              id={`offer-${one.offer}`}
              title={speak.say('offers.statement', { statement: one.statement })}
              exercise={look.exercise}
            >
              <ParagraphLink id={one.provision} speak={speak} />
            </SectionHead>
            <Words one={one} speak={speak} />
            <Decisions one={one} speak={speak} look={look} />
          </>
        ))}
      </>
    ),
  }),
};
