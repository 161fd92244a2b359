// The strict schema of Akoma Ntoso 3.0, as OASIS published it, and what it says of a document.
import { existsSync, readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const FOLDER = new URL('../../../shared/data/akn/', import.meta.url);
const SCHEMA = 'akomantoso30.xsd';
const IMPORTED = 'xml.xsd';

/** Whether the schema lies beside the checkout. */
export const HAS_SCHEMA = existsSync(new URL(SCHEMA, FOLDER));

const file = (fileName: string): { readonly fileName: string; readonly contents: string } => ({
  fileName,
  contents: readFileSync(new URL(fileName, FOLDER), 'utf8'),
});

/** What is wrong with each document by the schema: an empty list where all are valid. */
export async function schemaErrors(documents: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: Object.entries(documents).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [file(SCHEMA)],
    preload: [file(IMPORTED)],
    initialMemoryPages: 256,
    maxMemoryPages: 4096,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}
