// The stream of changes: tells open pages that the record, the drafts or the line are no longer what they show.
import type { Change } from '../node/node.ts';
import {
  HEARTBEAT, STREAMS, STREAMS_OF_ADDRESS, STREAMS_OF_SESSION, STREAMS_UNKNOWN, UNREAD_EVENTS,
} from './limits.ts';

/** Who reads: an official by their session, anybody else by their address. */
export interface StreamReader {
  readonly address: string;
  readonly session: string | undefined;
}

/** The open streams of one window. */
export interface Events {
  /** A stream of server-sent events that ends with `signal`; else of whom too many are open. */
  readonly open: (signal: AbortSignal, reader: StreamReader) => ReadableStream<Uint8Array> | 'all' | 'reader';
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
  const readers = new Map<Listener, StreamReader>();
  const encoder = new TextEncoder();
  const tellAll = (text: string): void => {
    for (const listener of listeners.keys()) listener(text);
  };
  const unsubscribe = subscribe((change) => tellAll(`event: change\ndata: ${JSON.stringify(change)}\n\n`));
  const heartbeat = setInterval(() => tellAll(': still here\n\n'), HEARTBEAT);
  // The heartbeat alone is no reason for the process to live.
  heartbeat.unref();
  const open: Events['open'] = (signal, reader) => {
    const full = signal.aborted ? 'all' : fullFor(reader, [...readers.values()]);
    if (full !== undefined) return full;
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
            readers.delete(listener);
            signal.removeEventListener('abort', end);
          };
          const end = (): void => {
            if (!listeners.has(listener)) return;
            forget();
            controller.close();
          };
          listeners.set(listener, end);
          readers.set(listener, reader);
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

/** Of whom too many are open for one more of this reader: of all, or of this reader alone. */
function fullFor({ address, session }: StreamReader, open: readonly StreamReader[]): 'all' | 'reader' | undefined {
  const unknown = open.filter((one) => one.session === undefined);
  if (session !== undefined) {
    if (open.filter((one) => one.session === session).length >= STREAMS_OF_SESSION) return 'reader';
  } else {
    if (unknown.filter((one) => one.address === address).length >= STREAMS_OF_ADDRESS) return 'reader';
    if (unknown.length >= STREAMS_UNKNOWN) return 'all';
  }
  return open.length >= STREAMS ? 'all' : undefined;
}
