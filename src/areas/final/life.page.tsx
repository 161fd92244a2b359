// The page of the life of the Agreement: where it stands, its clocks, a date to try, notes, the state of the text.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AreaPage } from '../../area.ts';
import { provisionName } from '../../kit/links.tsx';
import { Rail, RailLinks, TitlePage } from '../../kit/page.tsx';
import { LifeSection, Reasons } from '../../kit/strip.tsx';
import { type LifeData, loadLife } from './life.data.ts';
import { Notes, TextState, TryDate } from './notes.table.tsx';
import { ClockSection, type LifeProps } from './readings.tsx';
import { points, reasons } from './strip.ts';

const CLOCKS = ['entry', 'lapse', 'extension'] as const;

function LifeRail({ data, speak, look }: LifeProps): JSX.Element {
  const clocks = CLOCKS.map((name) => {
    const provision = provisionName(data.clocks[name].provision, speak);
    return { href: `#${name}`, label: `${speak.say(`life.clock.${name}`)}, ${provision}` };
  });
  const and = [
    { href: '#try', label: speak.say('life.try') },
    { href: '#notes', label: speak.say('life.notes') },
    { href: '#text', label: speak.say('life.text') },
  ];
  return (
    <Rail label={speak.say('life.rail.contents')}>
      <RailLinks heading={speak.say('life.rail.clocks')} links={clocks} />
      <RailLinks heading={speak.say('life.rail.and')} links={and} />
      <h2>{speak.say('life.rail.calendars')}</h2>
      <ul>
        <li>{speak.say('life.rail.tz', { tz: look.tz })}</li>
        <li>{speak.say('life.rail.holidays')}</li>
      </ul>
    </Rail>
  );
}

/** `/life`. `?d=2026-12-31` tries a date. */
export const LIFE_PAGE: AreaPage<LifeData> = {
  path: '/life',
  name: 'life.name',
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
          {CLOCKS.map((name) => (
            <ClockSection name={name} props={props} />
          ))}
          <TryDate props={props} />
          <Notes props={props} />
          <TextState props={props} />
        </>
      ),
    };
  },
};
