// The stream of changes: tells open pages that the record, the drafts or the line are no longer what they show.
import type { Change } from '../node/node.ts';
import { HEARTBEAT, STREAMS, UNREAD_EVENTS } from './limits.ts';

/** The open streams of one window. */
export interface Events {
  /** A stream of server-sent events that ends with `signal`; undefined where too many are open. */
  readonly open: (signal: AbortSignal) => ReadableStream<Uint8Array> | undefined;
  readonly count: () => number;
  /** Ends all streams and hears no more changes. */
  readonly close: () => void;
}

type Listener = (text: string) => void;

/**
 * Streams fed by `subscribe`: `event: change` with the change as JSON, and a comment every 15 seconds so that a dead
 * line is noticed. A reader that does not read is cut off; the page asks again by itself. Source: WHATWG HTML, 9.2.
 */
export function events(subscribe: (tell: (change: Change) => void) => () => void): Events {
  const listeners = new Map<Listener, () => void>();
  const encoder = new TextEncoder();
  const tellAll = (text: string): void => {
    for (const listener of listeners.keys()) listener(text);
  };
  const unsubscribe = subscribe((change) => tellAll(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
  const heartbeat = setInterval(() => tellAll(': still here\n\n'), HEARTBEAT);
  // The heartbeat alone is no reason for the process to live.
  heartbeat.unref();
  const open = (signal: AbortSignal): ReadableStream<Uint8Array> | undefined => {
    if (listeners.size >= STREAMS || signal.aborted) return undefined;
    let forget = (): void => {};
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const listener: Listener = (text) => {
            if ((controller.desiredSize ?? 0) < 0) end();
            else controller.enqueue(encoder.encode(text));
          };
          forget = () => {
            listeners.delete(listener);
            signal.removeEventListener('abort', end);
          };
          const end = (): void => {
            if (!listeners.has(listener)) return;
            forget();
            controller.close();
          };
          listeners.set(listener, end);
          signal.addEventListener('abort', end);
          listener('retry: 3000\n\n');
        },
        cancel: () => forget(),
      },
      { highWaterMark: UNREAD_EVENTS },
    );
  };
  return {
    open,
    count: () => listeners.size,
    close: () => {
      unsubscribe();
      clearInterval(heartbeat);
      for (const end of listeners.values()) end();
    },
  };
}
