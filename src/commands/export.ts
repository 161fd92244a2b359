// servanda export: writes the record of a node as a folder that anyone can check without it.
import { join, resolve } from 'node:path';
import { refuse } from '../act/refusal.ts';
import { readAgreement } from '../agreement/agreement.ts';
import { sightOfBody } from '../agreement/sight.ts';
import { markingLine } from '../kit/marking.ts';
import { LANGUAGES } from '../kit/words.ts';
import { type Card, FILES, readCard, readSettings } from '../node/config.ts';
import { eyesOf, type Looking } from '../node/eyes.ts';
import { trustIn, writeExport } from '../node/export.ts';
import { generationsOf } from '../node/cosigners.ts';
import { epochsOf } from '../node/epochs.ts';
import { thirdParties } from '../node/identity.ts';
import { logsOf, mirrorsOf, type PolicyKeys } from '../node/proofs.ts';
import { countNamed } from '../node/store/chunks.ts';
import { connect } from '../node/store/database.ts';
import { OTHER, OWN, readLogs } from '../node/store/record.ts';
import { speakers } from '../web/tongue.ts';
import { type Command, EXIT, needed, textOf } from './command.ts';
import { agreementFiles, clockOf, homeOf } from './house.ts';
import { lodge } from './lodging.ts';

/** By whose eyes the parts are taken along; whoever names nobody takes all that the node holds. */
function readerOf(named: string | undefined): Looking {
  if (named === undefined) return 'node';
  return named === 'public' ? 'public' : sightOfBody(named);
}

export const exportRecord: Command = {
  name: 'export',
  form: '--home DIR --out DIR [--for BODY|public]',
  summary: 'Writes both logs, their parts, keys and checkpoints into a new folder, to be checked by servanda verify.',
  options: [
    {
      name: 'home',
      value: 'DIR',
      help: 'Home of the node; it may be running. Default: .servanda in the current folder.',
    },
    { name: 'out', value: 'DIR', help: 'The folder to make.' },
    { name: 'for', value: 'BODY', help: 'Leaves out the parts of what this body, or the public, may not see.' },
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
      const agreement = readAgreement(await agreementFiles(settings.agreement));
      const tongues = speakers([]);
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
          eyes: eyesOf(sql, readerOf(textOf(said, 'for'))),
          marking: (label) => LANGUAGES.map((one) => markingLine(label, tongues[one], agreement)).join('\n'),
        },
        target,
      );
      world.print(`Wrote ${written.entries} entries in ${written.files} files to ${target}.`);
      const [ours, theirs] = await readLogs(sql);
      const chunks = (await countNamed(sql, OWN, 0, ours.size)) + (await countNamed(sql, OTHER, 0, theirs.size));
      if (chunks > 0) world.print(`Left out: ${chunks} chunks of files, listed by hash in parts named chunks.`);
      world.print(`The whole is ${markingLine(written.label, tongues.en, agreement)}`);
      return EXIT.done;
    } finally {
      await sql.end({ timeout: 5 });
      await lodging.leave();
    }
  },
};
