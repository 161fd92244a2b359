// servanda export: writes the record of a node as a folder that anyone can check without it.
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { type Card, FILES, readCard, readSettings } from '../node/config.ts';
import { trustIn, writeExport } from '../node/export.ts';
import { generationsOf } from '../node/cosigners.ts';
import { epochsOf } from '../node/epochs.ts';
import { thirdParties } from '../node/identity.ts';
import { logsOf, mirrorsOf, type PolicyKeys } from '../node/proofs.ts';
import { connect } from '../node/store/database.ts';
import { type Command, EXIT, needed, textOf } from './command.ts';
import { agreementFiles, clockOf, homeOf, lodge } from './house.ts';

export const exportRecord: Command = {
  name: 'export',
  form: '--home DIR --out DIR',
  summary: 'Writes both logs, their parts, keys and checkpoints into a new folder, to be checked by servanda verify.',
  options: [
    {
      name: 'home',
      value: 'DIR',
      help: 'Home of the node; it may be running. Default: .servanda in the current folder.',
    },
    { name: 'out', value: 'DIR', help: 'The folder to make.' },
  ],
  run: async (said, world) => {
    const home = homeOf(textOf(said, 'home'), world);
    const target = resolve(world.cwd, needed(said, 'out'));
    const settings = await readSettings(home);
    const own = await readCard(join(home, FILES.card));
    const other = await readCard(join(home, FILES.counterpart));
    if (own === undefined || other === undefined)
      throw refuse('peer-unknown', `Exporting ${home}, which has no counterpart.`);
    const lodging = await lodge(home, world, false);
    const sql = connect(lodging.place);
    try {
      const third = thirdParties(settings);
      const policy = (of: Card, by: Card): PolicyKeys => ({
        logs: logsOf(epochsOf(of)),
        mirrorSide: by.side,
        ...mirrorsOf(generationsOf(by)),
        ...(of === own ? third : { witnesses: [], least: 0 }),
      });
      const written = await writeExport(
        {
          sql,
          side: own.side,
          other: other.side,
          trust: { [own.side]: trustIn(own), [other.side]: trustIn(other) },
          agreementId: settings.agreement,
          exercise: settings.exercise,
          files: await agreementFiles(settings.agreement),
          policies: { [own.side]: policy(own, other), [other.side]: policy(other, own) },
          now: clockOf(settings),
        },
        target,
      );
      world.print(`Wrote ${written.entries} entries in ${written.files} files to ${target}.`);
      return EXIT.done;
    } finally {
      await sql.end({ timeout: 5 });
      await lodging.leave();
    }
  },
};
