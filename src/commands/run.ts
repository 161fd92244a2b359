// servanda run: one node, with its windows, until it is told to stop.
import { refuse } from '../act/refusal.ts';
import { readSettings } from '../node/config.ts';
import { serve } from '../web/server.ts';
import { type Command, EXIT, numberOf, portOf, textOf } from './command.ts';
import { homeOf, HOST } from './house.ts';
import { openHome } from './opened.ts';
import { openPublicWindow } from './public.ts';
import { PASSPHRASE_OPTIONS, PLAIN_OPTION, requireKept, unlockBy } from './passphrase.ts';

/** The name under which people come, and that their cookie travels on https alone. */
function publicName(
  url: string | undefined,
): { hosts?: readonly string[]; secureCookies?: boolean; proxied?: boolean } {
  if (url === undefined) return {};
  const { host, protocol } = URL.canParse(url) ? new URL(url) : { host: '', protocol: '' };
  if (!/^https?:$/.test(protocol)) throw refuse('usage', `--public ${url} is no URL of the web.`);
  return { hosts: [host], secureCookies: protocol === 'https:', proxied: true };
}

function sizeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw refuse('usage', `--confirmed ${text} is no number of entries.`);
  return Number(text);
}

/** A node that cannot sign yet is ready after this many milliseconds all the same: to read, and to take over. */
const PATIENCE = 5000;

export const run: Command = {
  name: 'run',
  form: '--home DIR',
  summary: 'Runs the node in DIR: its database, its wire to the counterpart, its windows. Ends on SIGTERM or Ctrl-C.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'port', value: 'N', help: 'Port of the windows, instead of the one in node.json.' },
    {
      name: 'public',
      value: 'URL',
      help: 'Where people reach the windows: https, behind a proxy of yours. Without it only this machine is answered.',
    },
    {
      name: 'confirmed',
      value: 'SIZE',
      help: 'Signs although the counterpart is out of reach: it has told by other means that it knows SIZE entries.',
    },
    ...PASSPHRASE_OPTIONS,
    PLAIN_OPTION,
    {
      name: 'alarm',
      value: 'MINUTES',
      help: 'How long an act may stand unreceived by the counterpart before that is an alarm. Default 60.',
    },
    { name: 'json', help: 'Prints one line of JSON when ready.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    await requireKept(home, (await readSettings(home)).exercise, said);
    const unlock = unlockBy(said, world);
    const minutes = numberOf(said, 'alarm');
    const alarmAfter = minutes === undefined ? undefined : minutes * 60_000;
    const confirmed = sizeOf(textOf(said, 'confirmed'));
    const opened = await openHome(home, world, { confirmed, alarmAfter, unlock });
    try {
      const { node, wirePort } = opened.running;
      const port = portOf(said, 'port') ?? opened.settings.web;
      const windows = await serve(node, { port, host: HOST, say: world.say, ...publicName(textOf(said, 'public')) });
      const everyone = await openPublicWindow(opened, world);
      await Promise.race([opened.running.signing(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      const open = everyone === undefined ? {} : { public: everyone.url };
      const ready = { ready: true, side: node.side, url: windows.url, ...open, wire: wirePort, pid: process.pid };
      const other = everyone === undefined ? [] : [`public ${everyone.url}`];
      const lines = [`${node.side.toUpperCase()} ${windows.url}`, ...other];
      world.print(said.options['json'] === true ? JSON.stringify(ready) : lines.join('\n'));
      await world.ended;
      await everyone?.stop();
      await windows.stop();
    } finally {
      await opened.close();
    }
    return EXIT.done;
  },
};
