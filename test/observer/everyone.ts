// Every address of the public window, by the path of its route: which of them an observer asks.
import type { Place } from './walk.ts';

type Addresses = (of: Place) => readonly string[];

const alone = (...paths: readonly string[]): Addresses => () => paths;
const ACT = '/act/:side{[a-z]{2,8}}/:index{[0-9]{1,15}}';
const act = (end: string): Addresses => ({ side, index }) => [`/act/${side}/${index}${end}`];

/** A route of the public window that has no row here makes the test fail, as one of the officials' windows does. */
export const PUBLIC_READ: Readonly<Record<string, Addresses>> = {
  '/': alone('/'),
  '/figures': alone('/figures'),
  '/verify': alone('/verify'),
  '/reports': alone('/reports', '/reports?format=docx', '/reports?format=html'),
  '/agreement': alone('/agreement', '/agreement?q=canary', '/agreement?state=due'),
  '/agreement.akn.xml': alone('/agreement.akn.xml'),
  '/agreement.html': alone('/agreement.html'),
  '/agreement.txt': alone('/agreement.txt'),
  '/agreement/compare': alone('/agreement/compare?from=2025-01-21&to=2027-03-01'),
  '/agreement/:id': alone('/agreement/59', '/agreement/31'),
  '/¶/:id': alone('/¶/59'),
  '/p/:id': alone('/p/59'),
  '/life': alone('/life'),
  '/amendments': alone('/amendments'),
  '/promises': alone('/promises'),
  '/independent': alone('/independent'),
  '/acts': ({ side, index }) => ['/acts', `/acts?before=${side}:${index + 1}`],
  '/act/:id{[A-Za-z0-9_-]{43}}': ({ id }) => [`/act/${id}`],
  [ACT]: act(''),
  [`${ACT}/proof`]: act('/proof'),
  [`${ACT}/text`]: act('/text'),
  [`${ACT}/keys`]: act('/keys'),
  [`${ACT}/part/:name`]: ({ side, index, part }) =>
    ['body', part].map((name) => `/act/${side}/${index}/part/${name}`),
  [`${ACT}/note/:language`]: act('/note/en?format=docx'),
  '/policy/:side{[a-z]{2,8}}': alone('/policy/ua', '/policy/al'),
  '/data': alone('/data'),
  '/data.jsonld': alone('/data.jsonld'),
  '/acts.csv': alone('/acts.csv'),
  '/acts.json': alone('/acts.json'),
  '/acts.atom': alone('/acts.atom'),
  '/dates.ics': alone('/dates.ics'),
  '/reported': alone('/reported'),
  '/reported.csv': alone('/reported.csv'),
  '/reported.json': alone('/reported.json'),
  '/statements.csv': alone('/statements.csv'),
  '/statements.json': alone('/statements.json'),
  '/figures.csv': alone('/figures.csv'),
  '/robots.txt': alone('/robots.txt'),
  '/assess': alone('/assess'),
  '/assess/sent': alone('/assess/sent'),
  '/docs/api': alone('/docs/api'),
  '/openapi.json': alone('/openapi.json'),
  '/sitemap.xml': alone('/sitemap.xml'),
  '/sitemap-pages.xml': alone('/sitemap-pages.xml'),
  '/:map{sitemap-[a-z]{2,8}-[0-9]{1,12}\\.xml}': alone('/sitemap-ua-0.xml', '/sitemap-al-0.xml'),
};
