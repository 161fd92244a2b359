// A kind that can be said any number of times: what the record is measured with.
import Type from 'typebox';
import type { Kind } from '../src/act/kind.ts';

export const MEASURE_TAKEN = {
  id: 'bench.measured/1',
  body: Type.Object({ text: Type.String({ maxLength: 2000 }) }, { additionalProperties: false }),
  example: { text: 'a line' },
  speaker: 'treaty-office',
  families: ['national-law'],
  approvals: 1,
  receipt: false,
  references: [],
} as const satisfies Kind;

/** The same with a file. */
export const MEASURE_FILED = { ...MEASURE_TAKEN, id: 'bench.filed/1', file: true } as const satisfies Kind;
