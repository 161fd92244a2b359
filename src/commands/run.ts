// servanda run: one node, with its windows, until it is told to stop.
import { serve } from '../web/server.ts';
import { type Command, EXIT, portOf } from './command.ts';
import { homeOf, HOST, openHome } from './house.ts';

export const run: Command = {
  name: 'run',
  form: '--home DIR',
  summary: 'Runs the node in DIR: its database, its wire to the counterpart, its windows. Ends on SIGTERM or Ctrl-C.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    { name: 'port', value: 'N', help: 'Port of the windows, instead of the one in node.json.' },
    { name: 'json', help: 'Prints one line of JSON when ready.' },
  ],
  run: async (said, world) => {
    const home = homeOf(said.options['home'] as string | undefined, world);
    const opened = await openHome(home, world);
    try {
      const { node, wirePort } = opened.running;
      const port = portOf(said, 'port') ?? opened.settings.web;
      const windows = await serve(node, { port, host: HOST, say: world.say });
      const ready = { ready: true, side: node.side, url: windows.url, wire: wirePort, pid: process.pid };
      world.print(said.options['json'] === true ? JSON.stringify(ready) : `${node.side.toUpperCase()} ${windows.url}`);
      await world.ended;
      await windows.stop();
    } finally {
      await opened.close();
    }
    return EXIT.done;
  },
};
