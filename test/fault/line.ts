// A line that can be cut: a proxy of the test's own between a node and its counterpart, on loopback.
import { connect, createServer, type Server, type Socket } from 'node:net';

export class Line {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #target = 0;
  #open = true;
  /** Bytes that went to the far end, and after how many the line is cut. */
  #carried = 0;
  #cutAfter = Number.POSITIVE_INFINITY;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Line> {
    const server = createServer();
    const line = new Line(server);
    server.on('connection', (near) => line.#join(near));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    return line;
  }

  get port(): number {
    return (this.#server.address() as { readonly port: number }).port;
  }

  /** How many bytes have gone to the far end. */
  get carried(): number {
    return this.#carried;
  }

  /** Is cut by itself once so many more bytes have gone to the far end. */
  cutAfter(bytes: number): void {
    this.#cutAfter = this.#carried + bytes;
  }

  /** Leads to that port from now on; gives its own. */
  to(port: number): number {
    this.#target = port;
    return this.port;
  }

  #join(near: Socket): void {
    if (!this.#open) {
      near.destroy();
      return;
    }
    const far = connect(this.#target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    near.on('data', (piece: Buffer) => {
      this.#carried += piece.length;
      if (this.#carried > this.#cutAfter) this.cut();
    });
    near.pipe(far);
    far.pipe(near);
  }

  /** Cuts what is under way, and everything that is tried until it is mended. */
  cut(): void {
    this.#open = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#cutAfter = Number.POSITIVE_INFINITY;
    this.#open = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
