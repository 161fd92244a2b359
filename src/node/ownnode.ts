// The node to its own process: the roof, and whoever tests it, may ask it by the eyes that miss nothing.
import type { Viewer } from '../agreement/sight.ts';
import type { Typed, Uploads } from '../area.ts';
import type { Draft, DutyRoom, Node, Official } from './window.ts';
import type { LargeFiles } from './window.files.ts';

/** A question that need not name its viewer. */
type Unasked<Ask> = Ask extends (...given: [...infer Given, Viewer]) => infer Answer
  ? (...given: [...Given, viewer?: Viewer]) => Answer
  : Ask;
type Unviewed<Of> = { readonly [Name in keyof Of]: Unasked<Of[Name]> };

/**
 * Where no viewer is named, it is asked by the node's own eyes. The windows are given it as a `Node`, which asks for
 * one: so no page can forget whom it is for.
 */
export interface OwnNode extends Omit<Unviewed<Node>, 'write' | 'duty' | 'files'> {
  readonly write: (
    by: Official,
    kind: string,
    about: string | undefined,
    typed: Typed,
    files?: Uploads,
    viewer?: Viewer,
  ) => Promise<Draft>;
  readonly duty: Unviewed<DutyRoom>;
  readonly files: Unviewed<LargeFiles>;
}
