// What the browser seals and opens with: the block that makes a key, the one that opens words, the line that says how.
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ActHeader } from '../../act/act.ts';
import type { Kind } from '../../act/kind.ts';
import { CONTENT_PART, FILE_PART } from '../../act/part.ts';
import { ringOf } from '../../agreement/label.ts';
import { concernedBodies } from '../../agreement/ring.ts';
import type { Field } from '../../area.ts';
import { SectionHead } from '../../kit/page.tsx';
import { Plain } from '../../kit/table.tsx';
import type { Speak } from '../../kit/words.ts';
import { knownOf } from '../../seal/about.ts';
import { standIn } from '../../seal/standin.ts';
import type { Desk } from '../ask.ts';
import { codes } from './act.evidence.tsx';

/** Where a form whose words may have to be sealed asks what for. */
export const SEALING_ADDRESS = '/drafts/sealing';
/** Where the script sends the sealed chunks of a file. */
export const CHUNK_ADDRESS = '/drafts/chunk';

/** The sentences that the script says, in the reader's language. */
export function Says({ speak }: { readonly speak: Speak }): JSX.Element {
  return (
    <p
      class="after"
      role="status"
      hidden
      data-says
      data-busy={speak.say('sealing.busy')}
      data-made={speak.say('sealing.made')}
      data-unnamed={speak.say('sealing.unnamed')}
      data-failed={speak.say('sealing.failed')}
      data-mistaken={speak.say('sealing.passphrase-wrong')}
      data-refused={speak.say('sealing.refused')}
      data-file={speak.say('sealing.file')}
      data-nokey={speak.say('sealing.no-key')}
      data-done={speak.say('sealing.done')}
      data-filedone={speak.say('sealing.file-done')}
    ></p>
  );
}

function Passphrase({ id, isNew, speak }: { id: string; isNew: boolean; speak: Speak }): JSX.Element {
  return (
    <div class="field">
      <label for={id}>{speak.say('sealing.passphrase')}</label>
      <input id={id} type="password" size={40} data-passphrase autocomplete={isNew ? 'new-password' : 'off'} />
    </div>
  );
}

/** Makes a key for the field that takes its public half. Shown by the script: without it there is the command. */
export function Making({ field, speak }: { readonly field: Field; readonly speak: Speak }): JSX.Element {
  if (field.makes === undefined) return <></>;
  return (
    <fieldset class="after" hidden data-making data-field={field.name} data-name={field.makes}>
      <legend>{speak.say('sealing.make')}</legend>
      <p class="soft">{speak.say('sealing.make-why')}</p>
      <Passphrase id="key-passphrase" isNew speak={speak} />
      <p class="buttons">
        <button type="button" class="button" data-make>
          {speak.say('sealing.make')}
        </button>
      </p>
      <Says speak={speak} />
    </fieldset>
  );
}

/** The names that the shape of a content has, each with what stands for its text. */
function standInsOf({ content }: Kind): Readonly<Record<string, string>> {
  const { properties = {} } = (content ?? {}) as { readonly properties?: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.keys(properties).map((name) => [name, standIn(name)]));
}

function rowsOf(kindId: string, speak: Speak, desk: Desk): readonly (readonly [string, string])[] {
  const kind = desk.kinds.get(kindId);
  if (kind === undefined) return [];
  const words = standInsOf(kind.kind);
  const told = kind.tellContent?.(words, speak, desk.look.agreement);
  if (told !== undefined) return told.map(([label, value]) => [speak.say(label), value]);
  return Object.entries(words);
}

/** The words of an act of ring C: to whom they are sealed, and what opens them here. `address` leads to its parts. */
export function Opening({ header, address, speak, desk }: {
  readonly header: ActHeader;
  readonly address: string;
  readonly speak: Speak;
  readonly desk: Desk;
}): JSX.Element {
  if (ringOf(header.label) !== 'C' || !header.parts.some(({ name }) => name === CONTENT_PART)) return <></>;
  const hasFile = header.parts.some(({ name }) => name === FILE_PART);
  return (
    <>
      <SectionHead id="sealed" title={speak.say('sealing.title')}>
        {speak.say('sealing.why')}
      </SectionHead>
      <Plain wide rows={[{ label: speak.say('sealing.to'), value: codes(concernedBodies(header)) }]} />
      <noscript>
        <p>{speak.say('sealing.by-command')}</p>
      </noscript>
      <div
        class="after"
        hidden
        data-opening
        data-href={address}
        data-header={JSON.stringify(knownOf(header))}
        data-rows={JSON.stringify(rowsOf(header.kind, speak, desk))}
      >
        <div class="field">
          <label for="key-file">{speak.say('sealing.key-file')}</label>
          <input id="key-file" type="file" data-key-file />
        </div>
        <Passphrase id="open-passphrase" isNew={false} speak={speak} />
        <p class="buttons">
          <button type="button" class="button first" data-open>
            {speak.say('sealing.open')}
          </button>
          {hasFile ? (
            <button type="button" class="button" data-open-file>
              {speak.say('sealing.open-file')}
            </button>
          ) : null}
        </p>
        <Says speak={speak} />
        <dl class="after" hidden data-opened></dl>
      </div>
    </>
  );
}
