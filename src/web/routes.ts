// Every address of the windows, as data, and the row of pages at their head.
import { utf8 } from '../act/bytes.ts';
import type { AreaPage } from '../area.ts';
import { provisionAddress } from '../kit/links.tsx';
import { markingLine } from '../kit/marking.ts';
import type { Speak } from '../kit/words.ts';
import type { Node } from '../node/node.ts';
import { type Answer, type Ask, page, type Route } from './ask.ts';
import { askAct, askActById, askPart, askPolicy, askProof, askText } from './routes.act.ts';
import { DUTY_ROUTES } from './routes.duties.ts';
import {
  approve,
  askDraft,
  askDraftPart,
  askDrafts,
  askNew,
  askSealing,
  draftAgain,
  newAgain,
  sendBack,
  write,
} from './routes.drafts.ts';
import { askDraftNote, askNote } from './routes.note.ts';
import { OFFER_ROUTES } from './routes.offers.ts';
import { READING_ROUTES } from './routes.readings.ts';
import { askReport } from './routes.report.ts';
import { PEOPLE_ROUTES } from './routes.people.ts';
import { PROGRAM_ROUTES } from './routes.program.ts';
import { SESSION_ROUTES } from './routes.session.ts';
import { SHEET_ROUTES } from './routes.sheet.ts';
import { SIGN_IN_ROUTES } from './routes.signin.ts';
import { askAgreement, askAkn, askCompare, askHtml, askParagraph, askPlain } from './routes.agreement.ts';
import { askKit } from './pages/kit.tsx';
import { loadRecord } from './pages/record.data.ts';
import { drawRecord } from './pages/record.tsx';
import { loadToday, markAllRead } from './pages/today.data.ts';
import { drawToday } from './pages/today.tsx';
import { invitationText } from './calendar.ts';
import { asPaper } from './printed.ts';
import type { PageLink } from './shell.tsx';
import { asLanguage } from './tongue.ts';

const elsewhere = (to: string): Promise<Answer> => Promise.resolve({ is: 'elsewhere', to });

const toParagraph = ({ params }: Ask): Promise<Answer> => elsewhere(provisionAddress(params['id'] ?? ''));

const health = async ({ node }: Ask): Promise<Answer> => {
  const state = await node.health();
  return { is: 'data', status: state.ok ? 200 : 503, data: state };
};

/** The addresses that every node has: one scheme, stable for years. The more precise path stands first. */
const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/', who: 'anyone', answer: () => elsewhere('/agreement') },
  { method: 'GET', path: '/¶/:id', who: 'anyone', answer: toParagraph },
  { method: 'GET', path: '/p/:id', who: 'anyone', answer: toParagraph },
  { method: 'GET', path: '/agreement', who: 'anyone', answer: askAgreement },
  { method: 'GET', path: '/agreement.akn.xml', who: 'anyone', answer: askAkn },
  { method: 'GET', path: '/agreement.html', who: 'anyone', answer: askHtml },
  { method: 'GET', path: '/agreement.txt', who: 'anyone', answer: askPlain },
  { method: 'GET', path: '/agreement/compare', who: 'anyone', answer: askCompare },
  { method: 'GET', path: '/agreement/:id', who: 'anyone', answer: askParagraph },
  {
    method: 'GET',
    path: '/today',
    who: 'anyone',
    answer: async (ask) => page('/today', await loadToday(ask), drawToday),
  },
  { method: 'POST', path: '/today/read', who: 'official', answer: markAllRead },
  {
    method: 'GET',
    path: '/record',
    who: 'anyone',
    answer: async (ask) => page('/record', await loadRecord(ask), drawRecord),
  },
  { method: 'GET', path: '/act/:id{[A-Za-z0-9_-]{43}}', who: 'anyone', answer: askActById },
  ...SHEET_ROUTES,
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}', who: 'anyone', answer: askAct },
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/proof', who: 'anyone', answer: askProof },
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/text', who: 'anyone', answer: askText },
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/part/:name', who: 'anyone', answer: askPart },
  { method: 'GET', path: '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}/note/:language', who: 'anyone', answer: askNote },
  { method: 'GET', path: '/kit', who: 'anyone', answer: askKit },
  { method: 'GET', path: '/reports', who: 'anyone', answer: askReport },
  { method: 'GET', path: '/policy/:side{[a-z]{2,8}}', who: 'anyone', answer: askPolicy },
  { method: 'GET', path: '/drafts', who: 'official', answer: askDrafts },
  { method: 'POST', path: '/drafts', who: 'official', answer: write, again: newAgain },
  { method: 'GET', path: '/drafts/new', who: 'official', answer: askNew },
  { method: 'POST', path: '/drafts/sealing', who: 'official', answer: askSealing },
  { method: 'GET', path: '/drafts/:id', who: 'official', answer: askDraft },
  { method: 'GET', path: '/drafts/:id/part/:name', who: 'official', answer: askDraftPart },
  { method: 'GET', path: '/drafts/:id/note/:language', who: 'official', answer: askDraftNote },
  { method: 'POST', path: '/drafts/:id/approve', who: 'official', answer: approve, again: draftAgain },
  { method: 'POST', path: '/drafts/:id/send-back', who: 'official', answer: sendBack, again: draftAgain },
  ...DUTY_ROUTES,
  ...OFFER_ROUTES,
  ...READING_ROUTES,
  ...SIGN_IN_ROUTES,
  ...PROGRAM_ROUTES,
  ...PEOPLE_ROUTES,
  ...SESSION_ROUTES,
  { method: 'GET', path: '/healthz', who: 'anyone', answer: health },
];

/** The data with what the node told its own people of the duties that the page names. */
async function withTold(area: AreaPage<never>, data: never, node: Node): Promise<never> {
  const duties = area.told?.duties(data) ?? [];
  if (area.told === undefined || duties.length === 0) return data;
  const notices = await node.duty.notices({ duties });
  const told = notices.map(({ duty, channel, state, madeAt }) => ({ duty, channel, state, madeAt }));
  return area.told.taken(data, told);
}

function areaRoute(area: AreaPage<never>): Route {
  return {
    method: 'GET',
    path: area.path,
    who: 'anyone',
    answer: async ({ node, viewer, look, query, speak, speakIn, marking }) => {
      const loaded = await area.load(look, query);
      const data = viewer === undefined ? loaded : await withTold(area, loaded, node);
      const paper = asPaper(query['format']);
      if (paper !== undefined && area.sheet !== undefined) {
        const { sheet, file } = area.sheet(data, speakIn(asLanguage(query['language']) ?? speak.language), look);
        return { is: 'sheet', sheet, paper, made: look.now, name: file };
      }
      const event = query['format'] === 'ics' ? area.invitation?.(data, speak, look) : undefined;
      if (event !== undefined) {
        const text = invitationText(event, look, markingLine(await marking(), speak, look.agreement));
        return { is: 'file', bytes: utf8(text), type: 'text/calendar; charset=utf-8', name: `${event.file}.ics` };
      }
      return page(area.under ?? area.path, data, (shown, speak, desk) => area.draw(shown, speak, desk.look));
    },
  };
}

/** All addresses of `node`: those every node has, and its areas' pages. Two of one path are a broken invariant. */
export function routesOf(node: Node): readonly Route[] {
  const all = [...ROUTES, ...node.areas.flatMap((area) => area.pages).map(areaRoute)];
  const names = all.map((route) => `${route.method} ${route.path}`);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`routes: ${twice} stands twice`);
  return all;
}

/** The row of pages: those every node has, then the areas' own, in the order of the roll. */
export function pageRow(node: Node, speak: Speak): readonly PageLink[] {
  return [
    { path: '/agreement', name: speak.say('shell.agreement') },
    { path: '/today', name: speak.say('shell.today') },
    { path: '/duties', name: speak.say('shell.duties') },
    { path: '/drafts', name: speak.say('shell.drafts') },
    { path: '/record', name: speak.say('shell.record') },
    ...node.areas
      .flatMap((area) => area.pages)
      .filter(({ under }) => under === undefined)
      .map(({ path, name }) => ({ path, name: speak.say(name) })),
    { path: '/reports', name: speak.say('report.name') },
    { path: '/offers', name: speak.say('moderation.name') },
  ];
}
