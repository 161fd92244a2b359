// What failed and where, in a line for operators: they see no content, and the message of a failure may quote some.

/** The name of an error, its code where it has one, and the places it passed. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [typeof code === 'string' ? `${error.name} ${code}` : error.name, ...frames].join('\n');
}
