// A witness of neither side for tests: a small one of c2sp.org/tlog-witness on loopback, honest unless told otherwise.
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { utf8 } from '../../src/act/bytes.ts';
import { parseKey, type PublicKey, publicKey, SIGNATURE_TYPE, type Signer } from '../../src/act/key.ts';
import { formatLine, parseNote, verifyNote } from '../../src/act/note.ts';
import { parseCheckpoint } from '../../src/log/checkpoint.ts';
import { cosign } from '../../src/log/cosignature.ts';
import { formatTreeSize, parseAddCheckpoint, SIZE_CONTENT_TYPE } from '../../src/log/mirror.ts';
import { verifyConsistency } from '../../src/log/proof.ts';
import { emptyRoot } from '../../src/log/tree.ts';
import { verifyEd25519 } from '../../src/node/keys.ts';

export interface Third {
  readonly key: PublicKey;
  readonly url: string;
  /** Answers 503 while true. */
  down: boolean;
  /** Signs with a key that is not its own while true. */
  lying: boolean;
  /** Requests that came. */
  asked: number;
  /** What it has cosigned last. */
  held: { size: number; root: Uint8Array };
  readonly stop: () => Promise<void>;
}

type Algorithm = 'ed25519' | 'ml-dsa-44';

function signer(name: string, kind: Algorithm): Signer {
  const made = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ml-dsa-44');
  const raw = made.publicKey.export({ format: 'der', type: 'spki' }).subarray(kind === 'ed25519' ? 12 : 22);
  const type = kind === 'ed25519' ? SIGNATURE_TYPE.cosignature : SIGNATURE_TYPE.mlDsa44;
  return {
    key: publicKey(name, type, new Uint8Array(raw)),
    sign: (message) => new Uint8Array(sign(null, message, made.privateKey)),
  };
}

type Answered = readonly [status: number, type: string, body: string];

function answer(third: Third, by: Signer, kind: Algorithm, logKey: PublicKey, body: Uint8Array): Answered {
  const { old, proof, checkpoint } = parseAddCheckpoint(body);
  const note = parseNote(checkpoint);
  const { size, root } = parseCheckpoint(note.text);
  if (verifyNote(note, [logKey], verifyEd25519).length === 0) return [403, 'text/plain', 'unknown key\n'];
  if (old !== third.held.size) return [409, SIZE_CONTENT_TYPE, formatTreeSize(third.held.size)];
  const follows = old === 0 ? proof.length === 0 : verifyConsistency(old, size, proof, third.held.root, root);
  if (!follows) return [422, 'text/plain', 'no proof\n'];
  third.held = { size, root };
  const { name, id } = by.key;
  const signature = cosign({ kind, name }, 1_788_000_000 + size, note.text, by.sign);
  return [200, 'text/plain', `${formatLine({ name, id, signature })}\n`];
}

/** Starts one that knows the log of that written key. */
export async function startThird(name: string, kind: Algorithm, log: string): Promise<Third> {
  const own = signer(name, kind);
  const other = { ...signer(name, kind), key: own.key };
  const logKey = parseKey(log);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      third.asked += 1;
      const by = third.lying ? other : own;
      const [status, type, body] = third.down
        ? ([503, 'text/plain', 'closed\n'] as const)
        : answer(third, by, kind, logKey, new Uint8Array(Buffer.concat(chunks)));
      response.writeHead(status, { 'content-type': type });
      response.end(utf8(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const third: Third = {
    key: own.key,
    url: `http://127.0.0.1:${port}`,
    down: false,
    lying: false,
    asked: 0,
    held: { size: 0, root: emptyRoot() },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return third;
}
