// A mail server and a receiver of webhooks for the tests: real ones, on this machine alone, that keep what they get.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  readonly port: number;
  /** Mails as they came: envelope and text. */
  readonly mails: { readonly from: string; readonly to: readonly string[]; readonly text: string }[];
  /** While set, every mail is refused with this sentence. */
  refusing: string | undefined;
  readonly close: () => Promise<void>;
}

/** A mail server on loopback that takes everything, or refuses everything. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: Mailbox['mails'] = [];
  const box: { refusing: string | undefined } = { refusing: undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(box.refusing === undefined ? undefined : new Error(box.refusing)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    get refusing() {
      return box.refusing;
    },
    set refusing(value) {
      box.refusing = value;
    },
    close: async () => await new Promise((resolve) => server.close(() => resolve())),
  };
}

export interface Receiver {
  readonly url: string;
  readonly got: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** The status with which it answers. */
  status: number;
  readonly close: () => Promise<void>;
}

/** Receives webhooks on loopback. */
export async function openReceiver(): Promise<Receiver> {
  const got: Receiver['got'] = [];
  const state = { status: 204 };
  const server: Server = createServer((asked, answer) => {
    let body = '';
    asked.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    asked.on('end', () => {
      got.push({ path: asked.url ?? '', headers: asked.headers, body });
      answer.writeHead(state.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/duties`,
    got,
    get status() {
      return state.status;
    },
    set status(value) {
      state.status = value;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
