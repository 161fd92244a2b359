// The standing orders of a side: who is told of duties, how, and when not; a file of the operator's in the home.
import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import Type from 'typebox';
import { BodyId } from '../act/act.ts';
import { refuse } from '../act/refusal.ts';
import { shape } from '../act/shape.ts';
import type { LadderStep } from '../agreement/reminders.ts';

export const ORDERS_FILE = 'orders.json';

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 300 });
const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
const OfficialId = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$' });
const Address = Type.String({ pattern: '^[^\\s<>,;"]{1,64}@[^\\s<>,;"]{1,190}$' });

const OrdersShape = Type.Object(
  {
    version: Type.Literal(1),
    /** Where people reach the windows: what a notice links to. Without it a notice carries no link. */
    windows: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]{1,200}$' })),
    mail: Type.Optional(
      Type.Object(
        {
          host: Text,
          port: Type.Integer({ minimum: 1, maximum: 65_535 }),
          /** TLS from the first byte; otherwise STARTTLS is demanded unless `plain` says that the line is safe. */
          secure: Type.Boolean(),
          plain: Type.Optional(Type.Boolean()),
          from: Address,
          user: Type.Optional(Text),
          /** A file with the password on its first line, beside this one or elsewhere; never in here. */
          passwordFile: Type.Optional(Text),
        },
        closed,
      ),
    ),
    people: Type.Optional(
      Type.Record(
        OfficialId,
        Type.Object(
          {
            mail: Type.Optional(Address),
            language: Type.Union([Type.Literal('en'), Type.Literal('uk'), Type.Literal('sq')]),
            quiet: Type.Optional(Type.Object({ from: Clock, to: Clock }, closed)),
          },
          closed,
        ),
      ),
    ),
    /** By body: minutes after which, and whom: `roster`, `body`, or the id of one official. */
    ladders: Type.Optional(
      Type.Record(
        '^[a-z]{2,8}:[a-z0-9-]{1,40}$',
        Type.Array(Type.Object({ after: Type.Integer({ minimum: 0, maximum: 100_000 }), whom: Text }, closed), {
          minItems: 1,
          maxItems: 20,
        }),
      ),
    ),
    webhooks: Type.Optional(
      Type.Array(
        Type.Object(
          {
            name: OfficialId,
            url: Type.String({ pattern: '^https?://', maxLength: 500 }),
            /** A file whose first line is the secret, `whsec_` and base64, as Standard Webhooks writes it. */
            secretFile: Text,
            bodies: Type.Array(BodyId, { maxItems: 100 }),
          },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
  },
  closed,
);

type Written = Type.Static<typeof OrdersShape>;
type WrittenStep = { readonly after: number; readonly whom: string };
const ordersShape = shape(OrdersShape, 'input-malformed');

export interface Webhook {
  readonly name: string;
  readonly url: string;
  /** The key of the signature, as bytes. */
  readonly secret: Uint8Array;
  readonly bodies: readonly string[];
}

/** Where mail is handed over. */
export interface MailServer extends Omit<NonNullable<Written['mail']>, 'passwordFile'> {
  readonly password: string | undefined;
}

/** Standing orders as read, secrets included: they are kept in memory and shown nowhere. */
export interface Orders {
  readonly windows: string | undefined;
  readonly mail: MailServer | undefined;
  readonly people: ReadonlyMap<string, NonNullable<Written['people']>[string]>;
  readonly ladders: ReadonlyMap<string, readonly LadderStep[]>;
  readonly webhooks: readonly Webhook[];
}

/** The orders of a side that has given none: everyone is told on the page alone. */
export const NO_ORDERS: Orders = {
  windows: undefined,
  mail: undefined,
  people: new Map(),
  ladders: new Map(),
  webhooks: [],
};

async function firstLine(home: string, file: string, what: string): Promise<string> {
  try {
    return ((await readFile(resolve(home, file), 'utf8')).split('\n')[0] ?? '').trim();
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${what} from the file that ${ORDERS_FILE} names.`, cause);
  }
}

async function webhookOf(home: string, given: NonNullable<Written['webhooks']>[number]): Promise<Webhook> {
  const line = await firstLine(home, given.secretFile, `the secret of the webhook ${given.name}`);
  const key = /^whsec_([A-Za-z0-9+/]{32,88}={0,2})$/.exec(line)?.[1];
  if (key === undefined) {
    throw refuse(
      'input-malformed',
      `The secret of the webhook ${given.name} is not whsec_ and base64 of 24 to 64 bytes.`,
    );
  }
  return { name: given.name, url: given.url, secret: new Uint8Array(Buffer.from(key, 'base64')), bodies: given.bodies };
}

const whomOf = (whom: string): LadderStep['whom'] => (whom === 'roster' || whom === 'body' ? whom : { official: whom });

/** Reads the standing orders of a home; a home without the file has none. Refuses a file that is not of the shape. */
export async function readOrders(home: string): Promise<Orders> {
  let text: string;
  try {
    text = await readFile(join(home, ORDERS_FILE), 'utf8');
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOENT') return NO_ORDERS;
    throw refuse('input-malformed', `Reading ${ORDERS_FILE} in the home of the node.`, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refuse('input-malformed', `Reading ${ORDERS_FILE} as JSON.`, cause);
  }
  const written = ordersShape(value) as Written;
  const { passwordFile, ...server } = written.mail ?? { passwordFile: undefined };
  const password =
    passwordFile === undefined ? undefined : await firstLine(home, passwordFile, 'the password of the mail server');
  return {
    windows: written.windows,
    mail: written.mail === undefined ? undefined : ({ ...server, password } as MailServer),
    people: new Map(Object.entries(written.people ?? {})),
    ladders: new Map(
      Object.entries((written.ladders ?? {}) as Readonly<Record<string, readonly WrittenStep[]>>).map(
        ([body, steps]) => [
          body,
          steps.map(({ after, whom }) => ({ after, whom: whomOf(whom) })).toSorted((a, b) => a.after - b.after),
        ],
      ),
    ),
    webhooks: await Promise.all((written.webhooks ?? []).map(async (given) => await webhookOf(home, given))),
  };
}

/** Milliseconds between two looks at the file: who changes it need not start the node again. */
const LOOK_AGAIN = 15_000;

/** The orders of a home as they are now. A file changed into one that cannot be read changes nothing but says so. */
export async function keepOrders(
  home: string,
  say: (line: string) => void,
): Promise<{ readonly now: () => Orders; readonly stop: () => void }> {
  let orders = await readOrders(home);
  let stamp = await stampOf(home);
  const look = async (): Promise<void> => {
    const found = await stampOf(home);
    if (found === stamp) return;
    stamp = found;
    try {
      orders = await readOrders(home);
      say(`${ORDERS_FILE} was read again.`);
    } catch (cause) {
      say(`${ORDERS_FILE} was changed and cannot be read; the orders before it stand. ${(cause as Error).message}`);
    }
  };
  const timer = setInterval(() => void look(), LOOK_AGAIN);
  timer.unref();
  return { now: () => orders, stop: () => clearInterval(timer) };
}

/** What tells one state of the file from another: when it was written, and how long it is. */
async function stampOf(home: string): Promise<string> {
  const found = await stat(join(home, ORDERS_FILE)).catch(() => undefined);
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
}
