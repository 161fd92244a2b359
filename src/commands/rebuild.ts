// servanda rebuild: makes every register again from the log, and says whether it came out the same.
import { readRows } from '../node/store/registers.ts';
import { type Command, EXIT, textOf } from './command.ts';
import { homeOf } from './house.ts';
import { openHome } from './opened.ts';
import { PASSPHRASE_OPTIONS, unlockBy } from './passphrase.ts';

export const rebuild: Command = {
  name: 'rebuild',
  form: '--home DIR',
  summary: 'Forgets the registers of the node in DIR and folds both logs again. The node must not be running.',
  options: [
    { name: 'home', value: 'DIR', help: 'Home of the node. Default: .servanda in the current folder.' },
    ...PASSPHRASE_OPTIONS,
  ],
  run: async (said, world) => {
    const unlock = unlockBy(said, world);
    const opened = await openHome(homeOf(textOf(said, 'home'), world), world, { unlock });
    try {
      const { sql, rebuild: again } = opened.running;
      const before = JSON.stringify(await readRows(sql));
      const folded = await again();
      const rows = await readRows(sql);
      const same = JSON.stringify(rows) === before;
      world.print(
        `${folded} acts folded into ${rows.length} rows; ${same ? 'equal to what was there' : 'they differ'}.`,
      );
      return same ? EXIT.done : EXIT.failed;
    } finally {
      await opened.close();
    }
  },
};
