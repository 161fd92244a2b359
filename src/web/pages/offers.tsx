// The page of moderators: what organisations have handed in, what was passed on, what each side has decided.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Drawn } from '../../area.ts';
import { Button, ButtonLink, Buttons, Csrf } from '../../kit/form.tsx';
import { actAddress, actName, draftAddress, Moment } from '../../kit/links.tsx';
import { Exercise } from '../../kit/marks.tsx';
import { Empty, SectionHead, TitlePage } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Official, OfferView } from '../../node/node.ts';
import type { Ask, Desk } from '../ask.ts';
import { seatOf } from './said.tsx';

export interface OffersData {
  readonly offers: readonly (OfferView & {
    /** The act that passed it on; null while it waits. */
    readonly passed: { readonly side: string; readonly index: number } | null;
  })[];
  /** The kind by which one is passed on; null where no area has one. */
  readonly passesOn: string | null;
  readonly csrf: string;
}

export async function loadOffers({ node, look, token }: Ask, by: Official): Promise<OffersData> {
  const passesOn = node.areas.find((area) => area.passesOn !== undefined)?.passesOn ?? null;
  const offers = await node.offers.list(by);
  const acts = passesOn === null ? [] : await look.acts({ kind: passesOn, side: look.side });
  const passed = (id: string): OffersData['offers'][number]['passed'] => {
    const found = acts.find(({ act, contested }) => contested === undefined && act.header.subject === `offer:${id}`);
    return found === undefined ? null : { side: found.act.side, index: found.act.index };
  };
  return { offers: offers.map((offer) => ({ ...offer, passed: passed(offer.id) })), passesOn, csrf: token() };
}

type Shown = OffersData['offers'][number];

interface Props {
  readonly offer: Shown;
  readonly passesOn: string | null;
  readonly csrf: string;
  readonly speak: Speak;
  readonly desk: Desk;
}

/** The form of the act, filled with what was sent: the moderator changes nothing of it. */
function passOn(offer: Shown, kind: string): string {
  const { id, statement, organisation, words, language, completion, sources, at } = offer;
  const fields = { offer: id, statement, organisation, words, language, completion, sources: sources.join('\n') };
  return draftAddress(kind, { ...fields, received: at.slice(0, 10) });
}

function Sent({ offer, speak, desk }: Props): JSX.Element {
  const seat = seatOf(desk.look, desk.look.side, speak);
  const row = (key: string, value: string): { readonly label: string; readonly value: string } => ({
    label: speak.say(key),
    value: value === '' ? '–' : value,
  });
  return (
    <Plain
      wide
      rows={[
        { label: speak.say('moderation.at'), value: <Moment instant={offer.at} zone={seat.zone} speak={speak} /> },
        row('moderation.contact', offer.contact),
        row('moderation.words', offer.words),
        row('moderation.sources', offer.sources.join(', ')),
        row('moderation.completion', offer.completion === '' ? '' : speak.say(`completion.${offer.completion}`)),
        ...(offer.why === undefined ? [] : [row('moderation.why', offer.why)]),
      ]}
    />
  );
}

function SetAside({ offer, csrf, speak }: Props): JSX.Element {
  return (
    <form class="wide after" method="post" action={`/offers/${offer.id}/set-aside`}>
      <Csrf token={csrf} />
      <div class="field">
        <label for={`why-${offer.id}`}>{speak.say('moderation.why')}</label>
        <span class="help" id={`why-${offer.id}-help`}>
          {speak.say('moderation.why-help')}
        </span>
        <input
          type="text"
          id={`why-${offer.id}`}
          name="why"
          size={40}
          maxlength={500}
          required
          aria-describedby={`why-${offer.id}-help`}
        />
      </div>
      <Buttons>
        <Button>{speak.say('moderation.set-aside')}</Button>
      </Buttons>
    </form>
  );
}

function Forget({ offer, csrf, speak }: Props): JSX.Element {
  if (offer.contact === '') return <></>;
  return (
    <form class="wide after" method="post" action={`/offers/${offer.id}/forget`}>
      <Csrf token={csrf} />
      <Buttons>
        <Button>{speak.say('moderation.forget')}</Button>
      </Buttons>
    </form>
  );
}

function Offered(props: Props): JSX.Element {
  const { offer, passesOn, speak, desk } = props;
  const { passed } = offer;
  return (
    <>
      <SectionHead id={`offer-${offer.id}`} title={offer.organisation} exercise={desk.look.exercise}>
        {speak.say('moderation.statement', { statement: offer.statement })}
      </SectionHead>
      <Sent {...props} />
      {passed === null && passesOn !== null && offer.state === 'waiting' ? (
        <>
          <div class="wide after">
            <Buttons>
              <ButtonLink rank="first" href={passOn(offer, passesOn)}>
                {speak.say('moderation.pass-on')}
              </ButtonLink>
            </Buttons>
          </div>
          <SetAside {...props} />
        </>
      ) : null}
      {passed === null ? null : (
        <>
          <div class="wide after">
            <Buttons>
              <ButtonLink href="/independent">{speak.say('moderation.passed')}</ButtonLink>{' '}
              <ButtonLink href={actAddress(passed.side, passed.index)}>
                {actName(passed.side, passed.index)}
              </ButtonLink>
            </Buttons>
          </div>
          <Forget {...props} />
        </>
      )}
    </>
  );
}

export function drawOffers({ offers, ...shared }: OffersData, speak: Speak, desk: Desk): Drawn {
  const title = speak.say('moderation.title');
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title} kicker={desk.look.exercise ? <Exercise /> : undefined}>
          {speak.say('moderation.particulars')} <a href="/promises">{speak.say('moderation.decided')}</a>
        </TitlePage>
        {offers.length === 0 ? <Empty>{speak.say('moderation.none')}</Empty> : null}
        {offers.map((offer) => (
          <Offered offer={offer} {...shared} speak={speak} desk={desk} />
        ))}
      </>
    ),
  };
}
