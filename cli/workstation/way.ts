/**
 * The way to a daemon: where it listens, and by which key it is known. Over TLS the key alone
 * counts: it is compared before a single byte of a request leaves, and neither the name nor the
 * years of the certificate are looked at. Without a key the way leads to this machine only.
 */
import { createHash } from "node:crypto";
import { Agent, type IncomingMessage, request } from "node:http";
import type { Duplex } from "node:stream";
import { connect, type TLSSocket } from "node:tls";
import { Unreachable, WrongKey } from "../../shared/connection.ts";

export interface Way {
  readonly host: string;
  readonly port: number;
  /** SHA-256 of the daemon's public key, or at least its first 20 hexadecimal digits. */
  readonly key?: string | undefined;
}

export const addressOf = ({ host, port }: Way): string =>
  host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;

/** Nobody there: the next way is tried. */
const connectWithin = 5_000;
/**
 * Somebody is there: of a line that is long and loses packets (0.3 s and 10 %, each way) one
 * handshake in forty took more than 5 s, and to begin anew takes longer still.
 */
const proveWithin = 10_000;
const answerWithin = 30_000;
const shortestKey = 20;

export interface Ask {
  readonly method?: "GET" | "POST";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long to wait for the answer, in milliseconds, where it may take longer than most. */
  readonly within?: number;
}

/** Sends requests one way; connections are kept open between them until it is closed. */
export interface Asker {
  /** @throws Unreachable, WrongKey */
  ask(path: string, ask?: Ask): Promise<IncomingMessage>;
  close(): void;
}

/** @param reached told when somebody there takes up a connection; who it is, is not known yet */
export function askerOn(way: Way, reached = () => {}): Asker {
  const agent =
    way.key === undefined ? new Agent({ keepAlive: true }) : new PinnedAgent(way, reached);
  const host = way.key === undefined ? "127.0.0.1" : way.host;
  return {
    ask: (path, { method = "GET", body, headers = {}, within = 0 } = {}) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const json = text === undefined ? {} : { "content-type": "application/json" };
        const sent = request(
          { host, port: way.port, path, method, headers: { ...json, ...headers }, agent },
          resolve,
        );
        sent.setTimeout(Math.max(answerWithin, within), () =>
          sent.destroy(new Error("no answer in time")),
        );
        sent.once("error", (cause) =>
          reject(cause instanceof WrongKey ? cause : new Unreachable(addressOf(way), { cause })),
        );
        sent.end(text);
      }),
    close: () => agent.destroy(),
  };
}

/** Gives out a connection only once the other side has proved that it has the key. */
class PinnedAgent extends Agent {
  readonly #way: Way;
  readonly #reached: () => void;
  readonly #connecting = new Set<TLSSocket>();
  constructor(way: Way, reached: () => void) {
    super({ keepAlive: true });
    this.#way = way;
    this.#reached = reached;
  }
  override destroy(): void {
    for (const socket of this.#connecting) socket.destroy(new Error("closed"));
    super.destroy();
  }
  override createConnection(
    _: unknown,
    given: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const { host, port, key = "" } = this.#way;
    // The handshake proves the key; no authority stands behind it, so none is asked.
    const socket = connect({ host, port, rejectUnauthorized: false, minVersion: "TLSv1.3" });
    this.#connecting.add(socket);
    let done = false;
    const give = (error: Error | null) => {
      if (done) return;
      done = true;
      this.#connecting.delete(socket);
      if (error) socket.destroy();
      socket.setTimeout(0);
      given(error, socket);
    };
    socket.setTimeout(connectWithin, () => give(new Error("no connection in time")));
    socket.once("connect", () => {
      if (!done) socket.setTimeout(proveWithin);
      this.#reached();
    });
    socket.once("error", give);
    socket.once("secureConnect", () => {
      const shown = keyOf(socket);
      const fits = key.length >= shortestKey && shown.startsWith(key);
      give(fits ? null : new WrongKey(addressOf(this.#way), shown));
    });
  }
}

function keyOf(socket: TLSSocket): string {
  const key = socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
  return key ? createHash("sha256").update(key).digest("hex") : "";
}
