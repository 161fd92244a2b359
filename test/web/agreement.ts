// The first agreement as the windows' tests read it: the real text, so that every page meets every paragraph.
import { readdirSync, readFileSync } from 'node:fs';
import { type Agreement, readAgreement } from '../../src/agreement/agreement.ts';

const FOLDER = new URL('../../agreements/ua-al-2025/', import.meta.url);

/** Read once for a file of tests: nothing in it changes. */
export const AGREEMENT: Agreement = readAgreement(
  Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')])),
);
