// The addresses of the text: the annotated edition, and one paragraph of it.
import { refuse } from '../act/refusal.ts';
import { provisionName } from '../kit/links.tsx';
import { markingLine } from '../kit/marking.ts';
import { type Answer, type Ask, page } from './ask.ts';
import { feedOfRows } from './feed.ts';
import { loadAgreement, readMargins } from './pages/agreement.data.ts';
import { drawAgreement } from './pages/agreement.tsx';
import { drawCompare, loadCompare } from './pages/compare.tsx';
import { loadParagraph } from './pages/paragraph.data.ts';
import { drawParagraph } from './pages/paragraph.tsx';
import { expressionOf, historyOf } from './pages/stood.ts';
import { AKN_TYPE, type Expression } from '../agreement/akn.ts';
import { writeAkn } from '../agreement/aknwrite.ts';
import type { Agreement } from '../agreement/agreement.ts';
import { writeHtml, writePlain } from '../agreement/plain.ts';
import { utf8 } from '../act/bytes.ts';
import { asLanguage } from './tongue.ts';

export async function askAgreement(ask: Ask): Promise<Answer> {
  const { node, look, speak, query, sight } = ask;
  const teller = node.areas.find((area) => area.strip !== undefined);
  const [margins, duties, life, concordance, history] = await Promise.all([
    readMargins(look),
    node.duty.duties(sight),
    teller?.strip?.(look, speak),
    node.compared(sight),
    historyOf(look, node.areas),
  ]);
  const known = { margins, concordance, duties, life, history, areas: node.areas };
  return page('/agreement', await loadAgreement(look, known, query), drawAgreement);
}

export async function askParagraph(ask: Ask): Promise<Answer> {
  const id = ask.params['id'] ?? '';
  const { areas, duty } = ask.node;
  const [duties, history] = await Promise.all([duty.duties(ask.sight), historyOf(ask.look, areas)]);
  const { origin, speakIn } = ask;
  const known = { duties, areas, history, origin, speakIn };
  const data = await loadParagraph(ask.look, known, id);
  if (data === undefined) throw refuse('not-found', `Looking for the provision ${id.slice(0, 32)}.`);
  const atom = feedOfRows(ask, provisionName(id, ask.speak), {
    rows: data.acts.toReversed(),
    names: data.names,
    next: null,
    previous: null,
  });
  return page('/agreement', data, (shown, speak, desk) => drawParagraph(shown, areas, speak, desk), 200, { atom });
}

/** `/agreement/compare?from=2025-01-21&to=2027-03-01`: what changed between two days. */
export async function askCompare({ node, look, query }: Ask): Promise<Answer> {
  return page('/agreement', loadCompare(look, await historyOf(look, node.areas), query), drawCompare);
}

type Writer = (agreement: Agreement, expression: Expression, marking: string) => string;

/** The text as a file, in `?language=` and as it stands on the day `?at=`, today where none is asked for. */
function askFile(type: string, ending: string, write: Writer): (ask: Ask) => Promise<Answer> {
  return async ({ node, look, query, speak, speakIn, marking }) => {
    const expression = expressionOf(look, await historyOf(look, node.areas), query);
    const name = `${look.agreement.id}-${expression.language}-${expression.at}.${ending}`;
    const words = speakIn(asLanguage(expression.language) ?? speak.language);
    const line = markingLine(await marking(), words, look.agreement);
    return { is: 'file', bytes: utf8(write(look.agreement, expression, line)), type, name };
  };
}

export const askAkn = askFile(AKN_TYPE, 'akn.xml', writeAkn);
export const askHtml = askFile('text/html; charset=utf-8', 'html', writeHtml);
export const askPlain = askFile('text/plain; charset=utf-8', 'txt', writePlain);
