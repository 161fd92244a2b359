// The map of the site: an index, the addresses of pages and data, and those of public acts, stretch by stretch.
import { utf8 } from '../../act/bytes.ts';
import { refuse } from '../../act/refusal.ts';
import { tag, xmlText } from '../../agreement/xml.ts';
import { provisionAddress } from '../../kit/links.tsx';
import { LANGUAGES } from '../../kit/words.ts';
import type { PublicAnswer, PublicAsk, PublicRoute } from './ask.ts';
import { catalogue } from './data/catalogue.ts';
import { MAP_ACTS } from './limits.ts';
import { actFiles } from './pages/acts.tsx';
import * as says from './says.ts';

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const ACTS_MAP = /^sitemap-([a-z]{2,8})-(\d{1,12})\.xml$/;

/** A document of sitemaps.org: `inside` is the name of what stands in it. */
function mapOf(root: 'urlset' | 'sitemapindex', inside: 'url' | 'sitemap', addresses: readonly string[]): PublicAnswer {
  const entries = addresses.map((address) => tag(inside, {}, tag('loc', {}, xmlText(encodeURI(address)))));
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${tag(root, { xmlns: SITEMAPS }, entries.join(''))}\n`;
  return { is: 'file', bytes: utf8(text), type: 'application/xml; charset=utf-8' };
}

/** The maps there are: one of pages, and of each side one for every so many places of its log. */
async function askIndex({ record, origin }: PublicAsk): Promise<PublicAnswer> {
  const sides = record.agreement.participants.map(({ id }) => id);
  const acts = await Promise.all(
    sides.map(async (side) => {
      const { end } = await record.count(side);
      return Array.from({ length: Math.ceil(end / MAP_ACTS) }, (_, i) => `/sitemap-${side}-${i * MAP_ACTS}.xml`);
    }),
  );
  const addresses = ['/sitemap-pages.xml', ...acts.flat()].map((path) => `${origin}${path}`);
  return mapOf('sitemapindex', 'sitemap', addresses);
}

/** The fixed addresses and the paragraphs in each language, and what can be taken. */
async function askPages(ask: PublicAsk, listed: readonly string[]): Promise<PublicAnswer> {
  const { look, origin } = ask;
  const sets = (await catalogue(ask)).flatMap(({ distributions }) => distributions.map(({ href }) => href));
  const spoken = [...listed, ...look.agreement.provisions.map(({ id }) => provisionAddress(id))];
  const plain = [...new Set(sets)].filter((path) => !spoken.includes(path));
  const all = spoken.flatMap((path) => LANGUAGES.map((language) => `/${language}${path === '/' ? '' : path}`));
  return mapOf('urlset', 'url', [...all, ...plain].map((path) => `${origin}${path}`));
}

async function askActs({ look, origin, params }: PublicAsk): Promise<PublicAnswer> {
  const [, side = '', first = ''] = ACTS_MAP.exec(params['map'] ?? '') ?? [];
  const from = Number(first);
  const acts = await look.acts({ side, after: from - 1, before: from + MAP_ACTS, oldest: true, limit: MAP_ACTS });
  if (acts.length === 0) throw refuse('not-found', `Looking for public acts of ${side} from ${first} on.`);
  const files = acts.flatMap(({ act }) => actFiles(act.side, act.index));
  return mapOf('urlset', 'url', files.map((path) => `${origin}${path}`));
}

/** The map of the site needs to know the others. */
export function mapRoutes(others: readonly PublicRoute[]): readonly PublicRoute[] {
  const listed = others.filter(({ listed: is, method }) => is && method === 'GET').map(({ path }) => path);
  const get = (path: string, said: PublicRoute['says'], answer: PublicRoute['answer']): PublicRoute => ({
    method: 'GET',
    path,
    listed: false,
    says: said,
    answer,
  });
  return [
    get('/sitemap.xml', says.SITEMAP_SAYS, askIndex),
    get('/sitemap-pages.xml', says.SITEMAP_PAGES_SAYS, async (ask) => await askPages(ask, listed)),
    get('/:map{sitemap-[a-z]{2,8}-[0-9]{1,12}\\.xml}', says.SITEMAP_ACTS_SAYS, askActs),
  ];
}
