// Parts that say what acts have made of the text: what changed a provision, which languages stand, where files are.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Alignment } from '../../agreement/alignment.ts';
import { participant } from '../../kit/instrument.ts';
import { ActLink, Day, provisionAnchor, provisionName, Sentence } from '../../kit/links.tsx';
import { Exercise, State } from '../../kit/marks.tsx';
import { SectionHead } from '../../kit/page.tsx';
import { type Cell, RegisterTable } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import type { Look } from '../../area.ts';
import { Button } from '../../kit/form.tsx';
import { ProvisionText, type Said } from '../../kit/text.tsx';
import type { EditionProvision } from './agreement.data.ts';
import { keptOnceDrawn } from './kept.ts';
import type { Amended, LanguageShown, TextShown } from './stood.ts';

/** What acts did to a provision, each with its day and its amendment. */
export function AmendedList({ amended, speak }: {
  readonly amended: readonly Amended[];
  readonly speak: Speak;
}): JSX.Element {
  return (
    <>
      {amended.map(({ op, from, amendment, name }, i) => (
        <>
          {i === 0 ? null : <br />}
          <Sentence
            speak={speak}
            say={`text.changed.${op}`}
            parts={{
              act: <a href={`/amendments?of=${encodeURIComponent(amendment)}`}>{name}</a>,
              date: <Day iso={from} speak={speak} short />,
            }}
          />
        </>
      ))}
    </>
  );
}

const OWN_NAMES: Readonly<Record<string, string>> = { en: 'English', uk: 'Українська', sq: 'Shqip' };

/** The name of a language in itself. */
export function ownName(language: string): string {
  return OWN_NAMES[language] ?? language;
}

function findings({ missing, extra, moved, sentences }: Alignment, speak: Speak): readonly string[] {
  const named = (ids: readonly string[]): string => speak.list(ids.map((id) => provisionName(id, speak)));
  const said = { missing, extra, moved, sentences };
  const found = (Object.keys(said) as (keyof Alignment)[])
    .filter((name) => said[name].length > 0)
    .map((name) => speak.say(`text.align.${name}`, { list: named(said[name]) }));
  const inPlace = missing.length + extra.length + moved.length === 0;
  return inPlace ? [speak.say('text.aligned'), ...found] : found;
}

function standing({ language, prevails, shipped, loaded }: LanguageShown, look: Look, speak: Speak): Cell {
  if (shipped) return { shows: speak.say(prevails ? 'text.shipped-prevails' : 'text.shipped') };
  if (loaded === null) {
    return { shows: <State is="none">{speak.say('agreement.not-loaded')}</State>, nil: true };
  }
  const { compared, exercise } = loaded;
  const side = (id: string): string => participant(look.agreement, id, speak.language).name;
  return {
    shows: (
      <>
        <Sentence
          speak={speak}
          say="text.loaded-by"
          values={{ side: side(loaded.act.side) }}
          parts={{ act: <ActLink {...loaded.act} /> }}
        />{' '}
        {exercise ? <Exercise /> : null}
        <br />
        {compared === null ? (
          <State is="waiting">{speak.say('text.not-compared')}</State>
        ) : (
          <State is={compared.verdict === 'equal' ? 'agree' : 'contested'}>
            <Sentence
              speak={speak}
              say={`text.compared.${compared.verdict}`}
              values={{ side: side(compared.act.side) }}
              parts={{ act: <ActLink {...compared.act} /> }}
            />
          </State>
        )}
        {compared === null || compared.provisions.length === 0
          ? null
          : ` ${speak.list(compared.provisions.map((id) => provisionName(id, speak)))}`}
        {compared === null || compared.remark === '' ? null : ` ${compared.remark}`}
        {(['corrected', 'misplaced'] as const).flatMap((is) =>
          loaded[is].map(({ id, place }) => (
            <>
              <br />
              <State is={is === 'corrected' ? 'done' : 'alarm'}>
                <Sentence
                  speak={speak}
                  say={`text.${is}`}
                  values={{ of: provisionName(id, speak) }}
                  parts={{ act: <ActLink {...place} /> }}
                />
              </State>
            </>
          )),
        )}
        <br />
        <a href={`/agreement?beside=${language}`}>{speak.say('text.beside')}</a>
      </>
    ),
  };
}

/** How a language stands, in two words. */
export function languageStands({ prevails, shipped, loaded }: Omit<LanguageShown, 'language'>): string {
  if (prevails) return 'agreement.prevails';
  return shipped || loaded !== null ? 'agreement.loaded' : 'agreement.not-loaded';
}

/** On which day the text is shown, and the field to choose another. */
export function DayForm({ text, signed, speak }: {
  readonly text: TextShown;
  readonly signed: string;
  readonly speak: Speak;
}): JSX.Element {
  const { amendments, at, failed } = text;
  return (
    <form method="get" action="/agreement" class="soft">
      {text.beside === null ? null : <input type="hidden" name="beside" value={text.beside.language} />}
      <label>
        {speak.say('text.as-on')} <input type="date" name="at" value={at} min={signed} size={12} />
      </label>{' '}
      <Button>{speak.say('text.show-day')}</Button>{' '}
      {amendments === 0 ? (
        speak.say('text.unamended', { date: speak.date(signed) })
      ) : (
        <a href={`/agreement/compare?from=${signed}&to=${at}`}>{speak.say('text.amended', { count: amendments })}</a>
      )}
      {failed.map(({ name, n, why }) => (
        <>
          <br />
          <State is="alarm">{speak.say(`text.failed.${why}`, { act: name, n })}</State>
        </>
      ))}
    </form>
  );
}

/** The words of a provision with the rules under them: the same each time, until an act changes them. */
const OwnWords = keptOnceDrawn(({ id, text, statements }: {
  readonly id: string;
  readonly text: string;
  readonly statements: readonly Said[];
  readonly speak: Speak;
}) => (
  <p class="text" lang="en">
    <ProvisionText text={text} statements={statements} anchor={provisionAnchor(id)} />
  </p>
));

/** What is drawn of a statement. */
const saidOf = ({ id, modality, verb, at }: Said): Said => ({ id, modality, verb, at });

/** The words of a provision as they stand, and beside them those of another authentic language. */
export function Words({ provision, beside, speak }: {
  readonly provision: EditionProvision;
  readonly beside: TextShown['beside'];
  readonly speak: Speak;
}): JSX.Element {
  const { text, amended, statements } = provision;
  // Underlines lie in the words as signed; in others they would stand in the wrong place.
  const read = amended.length === 0 ? statements : [];
  const own =
    text === '' ? (
      <p class="text soft">{speak.say('text.repealed')}</p>
    ) : (
      <OwnWords id={provision.id} text={text} statements={read.map(saidOf)} speak={speak} />
    );
  if (beside === null) return own;
  const other = beside.words[provision.id];
  return (
    <div class="text beside">
      {own}
      {other === undefined || other === '' ? (
        <p class="text soft">{speak.say(other === undefined ? 'text.none-beside' : 'text.repealed')}</p>
      ) : (
        <p class="text" lang={beside.language}>
          {other}
        </p>
      )}
    </div>
  );
}

/** What changed a provision, under its words; and that what was read in them was read in the earlier ones. */
export function Changes({ provision, speak }: {
  readonly provision: Pick<EditionProvision, 'amended' | 'statements'>;
  readonly speak: Speak;
}): JSX.Element {
  const { amended, statements } = provision;
  if (amended.length === 0) return <></>;
  return (
    <p class="changes soft">
      <AmendedList amended={amended} speak={speak} />
      {statements.length === 0 ? null : ` ${speak.say('text.read-earlier')}`}
    </p>
  );
}

/** The authentic languages: what stands of each, under which hash, and how it lies beside the one that prevails. */
export function Languages({ text, speak, look }: {
  readonly text: TextShown;
  readonly speak: Speak;
  readonly look: Look;
}): JSX.Element {
  const files = (language: string): JSX.Element => (
    <>
      {['akn.xml', 'html', 'txt'].map((ending, i) => (
        <>
          {i === 0 ? null : ', '}
          <a href={`/agreement.${ending}?language=${language}&at=${text.at}`}>{speak.say(`text.file.${ending}`)}</a>
        </>
      ))}
    </>
  );
  return (
    <>
      <SectionHead id="languages" title={speak.say('text.languages')}>
        {speak.say('text.languages-note')}
      </SectionHead>
      <RegisterTable
        id="authentic"
        live
        columns={[
          { head: speak.say('text.column-language') },
          { head: speak.say('text.column-state') },
          { head: speak.say('text.column-hash') },
          { head: speak.say('text.column-aligned') },
          { head: speak.say('text.column-files') },
        ]}
        rows={text.languages.map((one) => {
          const said = one.loaded === null ? [] : findings(one.loaded.alignment, speak);
          const nil: Cell = { shows: '–', nil: true };
          return {
            cells: [
              { shows: <span lang={one.language}>{ownName(one.language)}</span> },
              standing(one, look, speak),
              one.loaded === null ? nil : { shows: <code class="long">{one.loaded.sha256}</code> },
              one.loaded === null
                ? nil
                : { shows: said.map((line) => <p>{line}</p>) },
              one.shipped || one.loaded !== null ? { shows: files(one.language) } : nil,
            ],
          };
        })}
        empty={speak.say('agreement.not-loaded')}
      />
    </>
  );
}
