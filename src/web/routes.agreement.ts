// The addresses of the text: the annotated edition, and one paragraph of it.
import { refuse } from '../act/refusal.ts';
import type { Duty } from '../act/duty.ts';
import { type Answer, type Ask, page } from './ask.ts';
import { loadAgreement } from './pages/agreement.data.ts';
import { drawAgreement } from './pages/agreement.tsx';
import { loadParagraph } from './pages/paragraph.data.ts';
import { drawParagraph } from './pages/paragraph.tsx';

async function dutiesOf({ node, look }: Ask): Promise<readonly Duty[]> {
  return (await Promise.all(node.areas.map((area) => area.duties(look)))).flat();
}

export async function askAgreement(ask: Ask): Promise<Answer> {
  const { node, look, speak, query } = ask;
  const teller = node.areas.find((area) => area.strip !== undefined);
  const [duties, life, record] = await Promise.all([dutiesOf(ask), teller?.strip?.(look, speak), node.record()]);
  const known = { concordance: record.concordance, duties, life };
  return page('/agreement', await loadAgreement(look, known, query), drawAgreement);
}

export async function askParagraph(ask: Ask): Promise<Answer> {
  const id = ask.params['id'] ?? '';
  const data = await loadParagraph(ask.look, await dutiesOf(ask), id);
  if (data === undefined) throw refuse('not-found', `Looking for the provision ${id.slice(0, 32)}.`);
  return page('/agreement', data, drawParagraph);
}
