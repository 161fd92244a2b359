// The JSON twin of a page: whether the reader asked for data instead of a page.

/** How much `accept` wants `type`, and where it names it first; wildcards do not count as naming. */
function wish(accept: string, type: RegExp): { readonly weight: number; readonly place: number } {
  let found = { weight: 0, place: Infinity };
  for (const [place, part] of accept.split(',').entries()) {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (name === undefined || !type.test(name)) continue;
    const given = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = given === undefined ? 1 : Number(given.slice(2));
    if (weight > found.weight) found = { weight, place };
  }
  return found;
}

/**
 * True where `?format=json` stands in the address, or `Accept` names JSON and wants it more than a page. A browser
 * names pages; a program that accepts anything gets a page too, as the address says.
 */
export function wantsJson(accept: string | undefined, format: string | undefined): boolean {
  if (format === 'json') return true;
  const header = (accept ?? '').slice(0, 1000);
  const json = wish(header, /^application\/(problem\+)?json$/);
  const page = wish(header, /^(text\/html|application\/xhtml\+xml)$/);
  return json.weight > page.weight || (json.weight > 0 && json.weight === page.weight && json.place < page.place);
}

/** `data` as the text of the twin. What JSON cannot carry has no place in a page's data. */
export function twinOf(data: unknown): string {
  return `${JSON.stringify(data, null, 1)}\n`;
}
