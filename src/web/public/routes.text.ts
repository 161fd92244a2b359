// The addresses of the text in the public window: the annotated edition, one paragraph, the text as a file.
import { utf8 } from '../../act/bytes.ts';
import type { Duty } from '../../act/duty.ts';
import { refuse } from '../../act/refusal.ts';
import { AKN_TYPE, type Expression } from '../../agreement/akn.ts';
import { writeAkn } from '../../agreement/aknwrite.ts';
import type { Agreement } from '../../agreement/agreement.ts';
import { writeHtml, writePlain } from '../../agreement/plain.ts';
import type { AreaPage, Drawn, LifeStrip } from '../../area.ts';
import { provisionAddress, provisionName } from '../../kit/links.tsx';
import type { Speak } from '../../kit/words.ts';
import type { PublicRecord } from '../../node/public.ts';
import { type Desk, page, saysPage } from '../ask.ts';
import { feedOfKinds, feedOfRows } from '../feed.ts';
import { loadAgreement, readMargins } from '../pages/agreement.data.ts';
import { drawAgreement } from '../pages/agreement.tsx';
import { drawCompare, loadCompare } from '../pages/compare.tsx';
import { loadParagraph } from '../pages/paragraph.data.ts';
import { drawParagraph } from '../pages/paragraph.tsx';
import { expressionOf, historyOf } from '../pages/stood.ts';
import {
  AGREEMENT_SAYS,
  AKN_SAYS,
  COMPARE_SAYS,
  HTML_SAYS,
  PARAGRAPH_SAYS,
  PLAIN_SAYS,
  SHORT_SAYS,
} from '../says/agreement.ts';
import { asLanguage } from '../tongue.ts';
import { inTongue, type PublicAnswer, type PublicAsk, type PublicRoute } from './ask.ts';

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
  const [margins, duties, life, concordance, history] = await Promise.all([
    readMargins(look),
    dutiesOf(ask),
    lifeOf(ask),
    record.concordance(),
    historyOf(look, record.areas),
  ]);
  const known = { margins, concordance, duties, life, history, areas: record.areas };
  return page('/agreement', await loadAgreement(look, known, query), drawAgreement);
}

async function askParagraph(ask: PublicAsk): Promise<PublicAnswer> {
  const { record, look, params, origin, speakIn } = ask;
  const id = params['id'] ?? '';
  const { areas } = record;
  const history = await historyOf(look, areas);
  const data = await loadParagraph(look, { duties: await dutiesOf(ask), areas, history, origin, speakIn }, id);
  if (data === undefined) throw refuse('not-found', `Looking for the provision ${id.slice(0, 32)}.`);
  const fed = { rows: data.acts.toReversed(), names: data.names, next: null, previous: null };
  const atom = feedOfRows(inTongue(ask), provisionName(id, ask.speak), fed);
  const draw = (shown: typeof data, speak: Speak, desk: Desk): Drawn => drawParagraph(shown, areas, speak, desk);
  return page('/agreement', data, draw, 200, { atom });
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
  { method: 'GET', path: '/agreement', listed: true, says: AGREEMENT_SAYS, answer: askAgreement },
  { method: 'GET', path: '/agreement.akn.xml', listed: true, says: AKN_SAYS, answer: askAkn },
  { method: 'GET', path: '/agreement.html', listed: true, says: HTML_SAYS, answer: askHtml },
  { method: 'GET', path: '/agreement.txt', listed: true, says: PLAIN_SAYS, answer: askPlain },
  { method: 'GET', path: '/agreement/compare', listed: false, says: COMPARE_SAYS, answer: askCompare },
  { method: 'GET', path: '/agreement/:id', listed: false, says: PARAGRAPH_SAYS, answer: askParagraph },
  { method: 'GET', path: '/¶/:id', listed: false, says: SHORT_SAYS, answer: elsewhere },
  { method: 'GET', path: '/p/:id', listed: false, says: SHORT_SAYS, answer: elsewhere },
];

function areaRoute(one: AreaPage<never>, kinds: readonly string[]): PublicRoute {
  const { feed } = one.says;
  const fed = feed === 'area' ? kinds : (feed ?? []);
  return {
    method: 'GET',
    path: one.path,
    listed: true,
    says: saysPage(one.says, { forms: fed.length === 0 ? [] : ['atom'] }),
    answer: async (ask) => {
      const { look, query, speak } = ask;
      const data = await one.load(look, query);
      const also = fed.length === 0 ? {} : { atom: feedOfKinds(inTongue(ask), speak.say(one.name), fed) };
      const draw: Parameters<typeof page<never>>[2] = (shown, said, desk) => one.draw(shown, said, desk.look);
      return page(one.under ?? one.path, data, draw, 200, also);
    },
  };
}

/** The pages that areas give to the public window. */
export function areaRoutes(record: PublicRecord): readonly PublicRoute[] {
  return record.areas.flatMap((area) => {
    const kinds = area.kinds.map(({ kind }) => kind.id);
    const pages: readonly AreaPage<never>[] = area.pages;
    return pages.filter((one) => one.public === true).map((one) => areaRoute(one, kinds));
  });
}
