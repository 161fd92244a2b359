// The page of the life of the Agreement: where it stands, its clocks, a date to try, notes, the state of the text.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Clock as AnyClock, DateReading } from '../../agreement/clock.ts';
import type { AreaPage } from '../../area.ts';
import { provisionName } from '../../kit/links.tsx';
import { Rail, RailLinks, TitlePage } from '../../kit/page.tsx';
import { LifeSection, Reasons } from '../../kit/strip.tsx';
import { Calendars, Instruments } from './instruments.section.tsx';
import { type LifeData, loadLife } from './life.data.ts';
import { Notes, TextState, TryDate } from './notes.table.tsx';
import { Matters } from './matters/matters.section.tsx';
import { type ClockName, ClockSection, type LifeProps } from './readings.tsx';
import { points, reasons } from './strip.ts';
import { LIFE_SAYS } from './life.says.ts';

type Clock = AnyClock<DateReading>;

/** The clocks in the order of the text, each with the place where it stands on the page. */
function clocksOn(data: LifeData): readonly { readonly name: ClockName; readonly id: string; readonly clock: Clock }[] {
  const { entry, lapse, extended, extension, terminations } = data.clocks;
  return [
    { name: 'entry', id: 'entry', clock: entry },
    { name: 'lapse', id: 'lapse', clock: lapse },
    ...extended.map((clock, i) => ({ name: 'extended', id: `extended-${i + 1}`, clock }) as const),
    { name: 'extension', id: 'extension', clock: extension },
    ...terminations.map(({ side, clock }) => ({ name: 'termination', id: `termination-${side}`, clock }) as const),
  ];
}

function LifeRail({ data, speak, look }: LifeProps): JSX.Element {
  const clocks = clocksOn(data).map(({ name, id, clock }) => {
    const provision = provisionName(clock.provision, speak);
    return { href: `#${id}`, label: `${speak.say(`life.clock.${name}`)}, ${provision}` };
  });
  const and = [
    { href: '#matters', label: speak.say('life.matter.heading') },
    { href: '#try', label: speak.say('life.try') },
    { href: '#notes', label: speak.say('life.notes') },
    { href: '#text', label: speak.say('life.text') },
    { href: '#instruments', label: speak.say('life.instruments') },
    { href: '#calendars', label: speak.say('life.rail.calendars') },
  ];
  return (
    <Rail label={speak.say('life.rail.contents')}>
      <RailLinks heading={speak.say('life.rail.clocks')} links={clocks} />
      <RailLinks heading={speak.say('life.rail.and')} links={and} />
      <p class="soft">{speak.say('life.rail.tz', { tz: look.tz })}</p>
    </Rail>
  );
}

/** `/life`. `?d=2026-12-31` tries a date. */
export const LIFE_PAGE: AreaPage<LifeData> = {
  path: '/life',
  name: 'life.name',
  says: LIFE_SAYS,
  public: true,
  load: loadLife,
  draw: (data, speak, look) => {
    const props = { data, speak, look };
    const heading = speak.say(`life.${data.heading}`);
    return {
      title: speak.say('life.title'),
      rail: <LifeRail {...props} />,
      leaf: (
        <>
          <TitlePage title={speak.say('life.title')}>{speak.say('life.particulars')}</TitlePage>
          <LifeSection heading={heading} points={points(data, look.agreement, speak)} speak={speak}>
            <div id="life-why" data-live>
              <Reasons
                why={reasons(data, look.agreement, speak)}
                ask={speak.say('life.why-state', { state: heading })}
              />
            </div>
          </LifeSection>
          {clocksOn(data).map((one) => (
            <ClockSection {...one} props={props} />
          ))}
          <Matters props={props} />
          <TryDate props={props} />
          <Notes props={props} />
          <TextState props={props} />
          <Instruments props={props} />
          <Calendars props={props} />
        </>
      ),
    };
  },
};
