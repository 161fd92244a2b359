// servanda text: takes the text of an agreement out as Akoma Ntoso or plain text, and reads Akoma Ntoso in.
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { type Agreement, readAgreement } from '../agreement/agreement.ts';
import type { Expression } from '../agreement/akn.ts';
import { readAkn } from '../agreement/aknread.ts';
import { writeAkn } from '../agreement/aknwrite.ts';
import { openLabel } from '../agreement/label.ts';
import { writeHtml, writePlain } from '../agreement/plain.ts';
import { numberedText, type Placed } from '../agreement/text.ts';
import { XML_LIMIT } from '../agreement/xml.ts';
import { type Command, EXIT, needed, type Said, textOf, type World } from './command.ts';
import { AREAS } from '../areas/index.ts';
import { markingLine } from '../kit/marking.ts';
import { expressionOf, historyOf } from '../web/pages/stood.ts';
import { asLanguage, speakers } from '../web/tongue.ts';
import { agreementFiles, agreementIds, homeOf } from './house.ts';
import { openHome } from './opened.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';

const WRITERS = {
  akn: writeAkn,
  html: writeHtml,
  txt: writePlain,
  // The numbered form is what is loaded again: its bytes are the text alone.
  md: (_: unknown, { text }: Expression) => numberedText(text),
} as const;

interface Asked {
  readonly agreement: Agreement;
  readonly expression: Expression;
}

/** The text as signed, from the agreement's folder; or as it stands in the record of a node. */
async function asked(said: Said, world: World): Promise<Asked> {
  const home = textOf(said, 'home');
  if (home === undefined) {
    const agreement = readAgreement(await agreementFiles(needed(said, 'agreement')));
    const own = { language: agreement.prevails ?? agreement.loaded[0] ?? '', at: agreement.signed.date };
    return { agreement, expression: { ...own, text: agreement.text, changed: [], exercise: false } };
  }
  const opened = await openHome(homeOf(home, world), world, { unlock: unlockBy(said, world) });
  try {
    const look = opened.running.node.look('public');
    const query = Object.fromEntries(
      ['at', 'language'].flatMap((name) => {
        const value = textOf(said, name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    return { agreement: look.agreement, expression: expressionOf(look, await historyOf(look, AREAS), query) };
  } finally {
    await opened.close();
  }
}

async function out(said: Said, world: World): Promise<number> {
  const as = textOf(said, 'as') ?? 'akn';
  const writer = Object.entries(WRITERS).find(([name]) => name === as)?.[1];
  if (writer === undefined) throw refuse('usage', `--as ${as} is not one of ${Object.keys(WRITERS).join(', ')}.`);
  const { agreement, expression } = await asked(said, world);
  const speak = speakers([])[asLanguage(expression.language) ?? 'en'];
  const written = writer(agreement, expression, markingLine(openLabel(agreement), speak, agreement));
  const file = resolve(world.cwd, needed(said, 'out'));
  await writeFile(file, written, { flag: 'wx' }).catch((cause: Error) => {
    throw refuse('input-malformed', `Writing ${file}: ${cause.message}.`, cause);
  });
  const { language, at, text: of } = expression;
  world.print(`Wrote ${of.nodes.length} provisions in ${language} as of ${at} to ${file}.`);
  return EXIT.done;
}

const told = (nodes: readonly Placed[]): ReadonlyMap<string, string> =>
  new Map(nodes.map(({ id, text, part, section }) => [id, JSON.stringify([text, part, section])]));

/** How what was read stands to the text this house holds of that agreement, as one line. */
async function compared(agreement: string, language: string, nodes: readonly Placed[]): Promise<string> {
  if (!(await agreementIds()).includes(agreement)) return `This house holds no agreement ${agreement}.`;
  const held = readAgreement(await agreementFiles(agreement));
  if (language !== (held.prevails ?? held.loaded[0])) return `This house holds no text of ${agreement} in ${language}.`;
  const [ours, theirs] = [told(held.text.nodes), told(nodes)];
  const ids = [...new Set([...ours.keys(), ...theirs.keys()])];
  const differ = ids.filter((id) => ours.get(id) !== theirs.get(id));
  if (differ.length > 0) return `Differs from the text held here in ${differ.join(', ')}.`;
  return 'Equal to the text held here, node by node.';
}

async function read(path: string): Promise<string> {
  try {
    const found = await stat(path);
    const { size } = found;
    // A character takes four bytes at most; what is larger, or has no end, is refused unread.
    if (!found.isFile()) throw refuse('input-malformed', `Reading ${path}: it is no file.`);
    if (size > 4 * XML_LIMIT) throw refuse('input-malformed', `Reading ${path}: it has ${size} bytes.`);
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${path}: ${(cause as Error).message}`, cause);
  }
}

async function bring(path: string, said: Said, world: World): Promise<number> {
  const akn = readAkn(await read(resolve(world.cwd, path)));
  const file = join(resolve(world.cwd, needed(said, 'out')), `text.${akn.language}.md`);
  await writeFile(file, akn.source, { flag: 'wx' }).catch((cause: Error) => {
    throw refuse('input-malformed', `Writing ${file}: ${cause.message}.`, cause);
  });
  const count = `${akn.text.nodes.length} provisions of ${akn.agreement} in ${akn.language} as of ${akn.at}`;
  world.print(`Wrote ${count} to ${file}. SHA-256 ${createHash('sha256').update(akn.source).digest('hex')}.`);
  world.print(await compared(akn.agreement, akn.language, akn.text.nodes));
  return EXIT.done;
}

export const text: Command = {
  name: 'text',
  form: 'out (--agreement ID | --home DIR) --out FILE [--as akn|html|txt|md] | in FILE --out FOLDER',
  summary: 'Takes the text of an agreement out as Akoma Ntoso 3.0, or reads Akoma Ntoso into the numbered form.',
  options: [
    { name: 'agreement', value: 'ID', help: 'The agreement whose text goes out, as signed.' },
    { name: 'home', value: 'DIR', help: 'Home of the node, not running, from whose record it goes out instead.' },
    { name: 'at', value: 'DATE', help: 'With --home: the day on which the text stands. Default: today.' },
    { name: 'language', value: 'LANG', help: 'With --home: the language. Default: the one that prevails.' },
    { name: 'as', value: 'FORM', help: 'akn (Akoma Ntoso), html, txt or md (the numbered form). Default: akn.' },
    { name: 'out', value: 'PATH', help: 'The file to make; for in, the folder to make text.<language>.md in.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    const [way, path, ...more] = said.rest;
    if (way === 'out' && path === undefined) return await out(said, world);
    if (way === 'in' && path !== undefined && more.length === 0) return await bring(path, said, world);
    throw refuse('usage', 'Say servanda text out, or servanda text in FILE.');
  },
};
