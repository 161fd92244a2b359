// The ways out: mail by SMTP, and webhooks signed as Standard Webhooks has it.
import { createHmac } from 'node:crypto';
import type { createTransport } from 'nodemailer';
import type { Deliver } from './notify.ts';
import type { MailServer, Orders } from './orders.ts';
import type { NoticeRow } from './store/watch.ts';

/** Milliseconds for one exchange with a mail server or a webhook. */
const PATIENCE = 10_000;
/** The status by which a webhook says that it will never take anything again. */
const GONE_FOR_GOOD = 410;

type Create = typeof createTransport;

function transportTo(create: Create, server: MailServer) {
  return create({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: !server.secure && server.plain !== true,
    ignoreTLS: server.plain === true,
    pool: true,
    maxConnections: 4,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    ...(server.user === undefined ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
    // A notice is a text; nothing is ever fetched or attached by an address in it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** The signature of a webhook: `v1,` and base64 of HMAC-SHA-256 over id, time and body, joined by full stops. */
export function webhookSignature(secret: Uint8Array, id: string, time: number, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${time}.${body}`).digest('base64')}`;
}

/** What a webhook carries: the shape is a promise, and says its version. */
function webhookBody(notice: NoticeRow): string {
  const { withheld, step, reason, subject, text } = notice;
  const duty = withheld ? '' : notice.duty;
  const data = { duty, step, reason, subject, text, raised: notice.raised_at.toISOString() };
  return JSON.stringify({ type: 'duty.told', version: 1, timestamp: notice.made_at.toISOString(), data });
}

const byWebhook =
  (now: () => Date): Deliver =>
  async (notice, { webhooks }) => {
    const hook = webhooks.find(({ name }) => name === notice.address);
    if (hook === undefined) return `The standing orders name no webhook ${notice.address}.`;
    const body = webhookBody(notice);
    const time = Math.floor(now().getTime() / 1000);
    const answer = await fetch(hook.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        'content-type': 'application/json',
        'webhook-id': notice.id,
        'webhook-timestamp': String(time),
        'webhook-signature': webhookSignature(hook.secret, notice.id, time, body),
      },
      body,
    });
    await answer.body?.cancel();
    if (answer.status === GONE_FOR_GOOD) return `The webhook ${hook.name} answered 410: it is gone.`;
    if (!answer.ok) throw new Error(`The webhook ${hook.name} answered ${answer.status}.`);
    return undefined;
  };

/** The ways out of a node. Connections to a mail server are kept while its orders stay the same. */
export function waysOut(now: () => Date): {
  readonly ways: Readonly<Record<'mail' | 'webhook', Deliver>>;
  readonly close: () => void;
} {
  let open: { readonly server: MailServer; readonly transport: ReturnType<typeof transportTo> } | undefined;
  const transport = (create: Create, { mail }: Orders): ReturnType<typeof transportTo> | undefined => {
    if (mail !== open?.server) {
      open?.transport.close();
      open = mail === undefined ? undefined : { server: mail, transport: transportTo(create, mail) };
    }
    return open?.transport;
  };
  const byMail: Deliver = async (notice, orders) => {
    // Loaded when mail is first sent: most starts send none.
    const sending = transport((await import('nodemailer')).createTransport, orders);
    if (sending === undefined || orders.mail === undefined) return 'The standing orders name no mail server.';
    await sending.sendMail({
      from: orders.mail.from,
      to: notice.address,
      subject: notice.subject,
      text: notice.text,
      // One duty is one thread, and a notice that is sent twice is told apart by nobody.
      messageId: `<${notice.id}@${orders.mail.from.split('@')[1] ?? 'servanda'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return undefined;
  };
  return { ways: { mail: byMail, webhook: byWebhook(now) }, close: () => open?.transport.close() };
}
