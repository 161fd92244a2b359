// The page of open data: what can be taken, in which forms, whose it is.
import type { Drawn } from '../../../area.ts';
import { Exercise } from '../../../kit/marks.tsx';
import { SectionHead, SignedText, TitlePage } from '../../../kit/page.tsx';
import { RegisterTable, type Row } from '../../../kit/table.tsx';
import type { Speak } from '../../../kit/words.ts';
import type { Desk } from '../../ask.ts';
import { type DataSet, licenceOf } from '../data/catalogue.ts';

export interface CatalogueData {
  readonly sets: readonly DataSet[];
  readonly licence: string | null;
  readonly origin: string;
}

/** Sets that hold what is invented in a demonstration. */
const INVENTED = ['acts', 'promises', 'independent', 'figures', 'report', 'dates'];

function setRow(set: DataSet, licence: string | null, speak: Speak, isExercise: boolean): Row {
  const held = licenceOf(set, licence ?? undefined);
  const what = (
    <>
      {speak.say(`public.set-${set.id}`)} {isExercise && INVENTED.includes(set.id) ? <Exercise /> : null}
      <br />
      <span class="soft">{speak.say(`public.set-why-${set.id}`)}</span>
    </>
  );
  const take = set.distributions.map(({ href, form }, i) => (
    <>
      {i === 0 ? null : ', '}
      <a href={href}>{form}</a>
    </>
  ));
  const whose = (
    <>
      {speak.say(`public.rights-${set.rights}`)}{' '}
      {held === undefined ? null : (
        <a href={held} rel="license noopener" class="long">
          {held}
        </a>
      )}
    </>
  );
  const entries = set.entries === 0 ? { shows: '–', nil: true } : speak.number(set.entries);
  return { id: set.id, cells: [{ shows: what }, set.standard, entries, { shows: <>{take}</> }, { shows: whose }] };
}

export function drawData({ sets, licence, origin }: CatalogueData, speak: Speak, desk: Desk): Drawn {
  const title = speak.say('public.page-data');
  return {
    title,
    rail: undefined,
    leaf: (
      <>
        <TitlePage title={title}>{speak.say('public.data-why')}</TitlePage>
        <SectionHead id="sets" title={speak.say('public.sets')}>
          <a href="/data.jsonld">DCAT (JSON-LD)</a>
        </SectionHead>
        <RegisterTable
          columns={[
            { head: speak.say('public.set') },
            { head: speak.say('public.standard') },
            { head: speak.say('public.entries'), is: 'figure' },
            { head: speak.say('public.take') },
            { head: speak.say('public.rights') },
          ]}
          rows={sets.map((set) => setRow(set, licence, speak, desk.look.exercise))}
          empty="–"
        />
        <p class="wide after">{speak.say(licence === null ? 'public.no-licence' : 'public.licence')}</p>
        <SectionHead id="machines" title={speak.say('public.machines')}>
          {speak.say('public.machines-why')}
        </SectionHead>
        <div class="wide">
          <SignedText text={`curl -H 'Accept: application/json' ${origin}/acts`} label={speak.say('public.machines')} />
        </div>
      </>
    ),
  };
}
