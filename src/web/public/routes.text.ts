// The addresses of the text in the public window: the annotated edition, one paragraph, the text as a file.
import { utf8 } from '../../act/bytes.ts';
import type { Duty } from '../../act/duty.ts';
import { refuse } from '../../act/refusal.ts';
import { AKN_TYPE, type Expression } from '../../agreement/akn.ts';
import { writeAkn } from '../../agreement/aknwrite.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { writeHtml, writePlain } from '../../agreement/plain.ts';
import type { AreaPage, LifeStrip } from '../../area.ts';
import { provisionAddress } from '../../kit/links.tsx';
import type { PublicRecord } from '../../node/public.ts';
import { page } from '../ask.ts';
import { loadAgreement } from '../pages/agreement.data.ts';
import { drawAgreement } from '../pages/agreement.tsx';
import { drawCompare, loadCompare } from '../pages/compare.tsx';
import { loadParagraph } from '../pages/paragraph.data.ts';
import { drawParagraph } from '../pages/paragraph.tsx';
import { expressionOf, historyOf } from '../pages/stood.ts';
import { asLanguage } from '../tongue.ts';
import type { PublicAnswer, PublicAsk, PublicRoute } from './ask.ts';

/** Where the Agreement stands, as the area that keeps its life tells it from what is public. */
export async function lifeOf({ record, look, speak }: PublicAsk): Promise<LifeStrip | undefined> {
  return await record.areas.find((area) => area.strip !== undefined)?.strip?.(look, speak);
}

/** What is due by what is public alone: no duty that rests on anything else is found. */
async function dutiesOf({ record, look }: PublicAsk): Promise<readonly Duty[]> {
  return (await Promise.all(record.areas.map(async (area) => await area.duties(look)))).flat();
}

async function askAgreement(ask: PublicAsk): Promise<PublicAnswer> {
  const { record, look, query } = ask;
  const [duties, life, concordance, history] = await Promise.all([
    dutiesOf(ask),
    lifeOf(ask),
    record.concordance(),
    historyOf(look, record.areas),
  ]);
  const known = { concordance, duties, life, history, areas: record.areas };
  return page('/agreement', await loadAgreement(look, known, query), drawAgreement);
}

async function askParagraph(ask: PublicAsk): Promise<PublicAnswer> {
  const { record, look, params, origin, speakIn } = ask;
  const id = params['id'] ?? '';
  const { areas } = record;
  const history = await historyOf(look, areas);
  const data = await loadParagraph(look, { duties: await dutiesOf(ask), areas, history, origin, speakIn }, id);
  if (data === undefined) throw refuse('not-found', `Looking for the provision ${id.slice(0, 32)}.`);
  return page('/agreement', data, (shown, speak, desk) => drawParagraph(shown, areas, speak, desk));
}

async function askCompare({ record, look, query }: PublicAsk): Promise<PublicAnswer> {
  return page('/agreement', loadCompare(look, await historyOf(look, record.areas), query), drawCompare);
}

type Writer = (agreement: Agreement, expression: Expression, marking: string) => string;

function askFile(type: string, ending: string, write: Writer): PublicRoute['answer'] {
  return async ({ record, look, query, speak, markingIn }) => {
    const expression = expressionOf(look, await historyOf(look, record.areas), query);
    const name = `${look.agreement.id}-${expression.language}-${expression.at}.${ending}`;
    const line = markingIn(asLanguage(expression.language) ?? speak.language);
    return { is: 'file', bytes: utf8(write(look.agreement, expression, line)), type, name };
  };
}

const askAkn = askFile(AKN_TYPE, 'akn.xml', writeAkn);
const askHtml = askFile('text/html; charset=utf-8', 'html', writeHtml);
const askPlain = askFile('text/plain; charset=utf-8', 'txt', writePlain);

const elsewhere: PublicRoute['answer'] = async ({ params }) =>
  await Promise.resolve({ is: 'elsewhere', to: provisionAddress(params['id'] ?? '') });

export const TEXT_ROUTES: readonly PublicRoute[] = [
  { method: 'GET', path: '/agreement', listed: true, answer: askAgreement },
  { method: 'GET', path: '/agreement.akn.xml', listed: true, answer: askAkn },
  { method: 'GET', path: '/agreement.html', listed: true, answer: askHtml },
  { method: 'GET', path: '/agreement.txt', listed: true, answer: askPlain },
  { method: 'GET', path: '/agreement/compare', listed: false, answer: askCompare },
  { method: 'GET', path: '/agreement/:id', listed: false, answer: askParagraph },
  { method: 'GET', path: '/¶/:id', listed: false, answer: elsewhere },
  { method: 'GET', path: '/p/:id', listed: false, answer: elsewhere },
];

/** The pages that areas give to the public window. */
export function areaRoutes(record: PublicRecord): readonly PublicRoute[] {
  const pages: readonly AreaPage<never>[] = record.areas.flatMap((area) => area.pages);
  return pages
    .filter((one) => one.public === true)
    .map((one) => ({
      method: 'GET',
      path: one.path,
      listed: true,
      answer: async ({ look, query }) =>
        page(one.under ?? one.path, await one.load(look, query), (shown, speak, desk) =>
          one.draw(shown, speak, desk.look),
        ),
    }));
}
