// What a call on hostile input comes to: nothing thrown, or the code of a LogError; anything else fails the test.
import { LogError, type LogErrorCode } from '../../src/log/error.ts';

export function outcome(run: () => unknown): LogErrorCode | 'nothing' {
  try {
    run();
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
  return 'nothing';
}

export async function outcomeOf(promise: Promise<unknown>): Promise<LogErrorCode | 'nothing'> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof LogError) return error.code;
    throw error;
  }
  return 'nothing';
}

/** `bytes` with one bit turned over: bit `bit`, counted through all bytes and around. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const at = bit % (8 * bytes.length);
  const index = Math.floor(at / 8);
  copy[index] = (copy[index] as number) ^ (1 << (at % 8));
  return copy;
}
