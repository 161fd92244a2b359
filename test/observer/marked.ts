// Whether an answer says how it may be handled, in whatever form it comes: the places where each form has the line.
import { LANGUAGES } from '../../src/kit/words.ts';
import { MARKING_HEADER } from '../../src/kit/marking.ts';
import { speakers } from '../../src/web/tongue.ts';
import { filesIn } from '../paper/zip.ts';

export type Tongue = (typeof LANGUAGES)[number];
const tongues = speakers([]);

/** How a line of that TLP can begin in a language: whoever may have it, officials, bodies, nobody. */
function beginnings(language: Tongue, tlp: string): readonly string[] {
  const { say } = tongues[language];
  const before = (key: string, name: string): string => say(key, { tlp, [name]: '\u0001' }).split('\u0001')[0] ?? '';
  return [
    say('marking.public', { tlp }),
    before('marking.officials', 'sides'),
    before('marking.bodies', 'bodies'),
    say('marking.nobody'),
  ];
}

/** How often the line stands in a text, as far as it is the same in each of its forms. */
function standing(text: string, language: Tongue, tlp: string): number {
  const bare = text.replaceAll('\u00a0', ' ').replaceAll('\\,', ',');
  return Math.max(...beginnings(language, tlp).map((words) => bare.split(words).length - 1));
}

/** What of an answer lacks its line: nothing where all is well. */
export async function lacking(answer: Response, language: Tongue, fixed: boolean): Promise<string | undefined> {
  const codes = answer.headers.get(MARKING_HEADER);
  if (codes === null) return 'the head of the answer';
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  if (fixed || (answer.status >= 300 && answer.status < 400)) return undefined;
  const tlp = /^TLP:([A-Z+]+)/.exec(codes)?.[1] ?? '';
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = Buffer.from(bytes).toString('utf8');
  const lines = (of: string): number => standing(of, language, tlp);
  switch (type) {
    case 'text/html':
    case 'text/plain':
      return lines(text) >= 2 ? undefined : 'head and foot';
    case 'application/json':
      return Object.hasOwn(JSON.parse(text) as object, 'marking') ? undefined : 'the twin';
    case 'application/ld+json':
      return lines(text) > 0 ? undefined : 'the rights of access';
    case 'text/csv': {
      const [head = '', first] = text.split('\r\n');
      const rows = first === '' || lines(text) > 0;
      return /(^|,)marking$/.test(head) && rows ? undefined : 'the last column';
    }
    case 'application/atom+xml':
      return lines(/<rights>([^<]*)<\/rights>/.exec(text)?.[1] ?? '') === 1 ? undefined : 'the rights of the feed';
    case 'application/akn+xml':
      return lines(text) === 1 ? undefined : 'the notes of the editor';
    case 'text/calendar':
      return lines(text.replaceAll('\r\n ', '')) > 0 ? undefined : 'the description of the calendar';
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
      const margins = [...filesIn(bytes)].filter(([name]) => /word\/(header|footer)\d/.test(name));
      return margins.filter(([, words]) => lines(words) > 0).length >= 2 ? undefined : 'head and foot of each page';
    }
    default:
      return `nobody knows where ${type} has its line`;
  }
}
