// The texts loaded by act, read with their words, and the whole of what acts have made of the text.
import type { BodyOf } from '../../../act/kind.ts';
import type { LoadedText, TextHistory } from '../../../agreement/amendment.ts';
import { readText } from '../../../agreement/text.ts';
import type { Look } from '../../../area.ts';
import { datedInstructions } from '../amendments/history.ts';
import { agreedCorrections } from './corrections.ts';
import type { TEXT_LOADED } from './kinds.ts';
import { TEXTS } from './registers.ts';

/** Every text loaded by act, in the order of the languages of the Agreement. */
export async function loadedTexts(look: Look): Promise<readonly LoadedText[]> {
  const found = await Promise.all(
    look.agreement.languages.map(async (language): Promise<readonly LoadedText[]> => {
      const { loaded, compared } = await look.row(TEXTS, language);
      const shown = loaded === null ? undefined : await look.act(loaded.act);
      const body = shown?.act.body as BodyOf<typeof TEXT_LOADED> | undefined;
      // What the other side turned away does not stand.
      if (loaded === null || body === undefined || shown?.contested !== undefined) return [];
      return [
        {
          language,
          act: { side: loaded.side, index: loaded.index },
          sha256: loaded.sha256,
          text: readText(body.text),
          exercise: shown?.act.header.exercise === true,
          compared:
            compared === null
              ? null
              : {
                  act: { side: compared.side, index: compared.index },
                  verdict: compared.verdict,
                  provisions: compared.provisions,
                  remark: compared.remark,
                },
        },
      ];
    }),
  );
  return found.flat();
}

/** What acts have made of the text: amended, corrected, loaded. */
export async function textHistory(look: Look): Promise<TextHistory> {
  const [dated, corrections, loaded] = await Promise.all([
    datedInstructions(look),
    agreedCorrections(look),
    loadedTexts(look),
  ]);
  return { dated, corrections, loaded };
}
