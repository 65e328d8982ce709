/** A server in a child process, and a client that keeps its connections open. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, type IncomingMessage, type RequestOptions, request } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Identity } from "../../cli/workstation/identity.ts";
import { paths } from "../../shared/wire.ts";

export type Client = Identity;
export interface Running {
  readonly port: number;
  /** The hash of its key, where it speaks TLS. */
  readonly key?: string;
  readonly clients: readonly Client[];
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

export async function startServer(name: string, ...args: (string | number)[]): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const program = join(import.meta.dirname, "servers", `${name}.ts`);
  const child = spawn(process.execPath, [program, folder, ...args.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  const said = JSON.parse(String(line)) as { port: number; key?: string; clients: Client[] };
  const { port, clients, key } = said;
  return {
    port,
    ...(key === undefined ? {} : { key }),
    clients,
    child,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const plain = new Agent({ keepAlive: true, maxSockets: 200 });
// No authority stands behind a daemon's key, so none is asked.
const tls = new TlsAgent({
  keepAlive: true,
  maxSockets: 200,
  rejectUnauthorized: false,
  minVersion: "TLSv1.3",
});

type Reached = Pick<Running, "port" | "key">;

/** @returns the status of the answer, once all of it has come */
function send(server: Reached, options: RequestOptions, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = { host: "127.0.0.1", port: server.port, ...options };
    const answered = (response: IncomingMessage) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    };
    const sent =
      server.key === undefined
        ? request({ ...asked, agent: plain }, answered)
        : tlsRequest({ ...asked, agent: tls }, answered);
    sent.once("error", reject);
    sent.end(body);
  });
}

/** @throws when the answer is not 200 */
export async function post(
  server: Reached,
  path: string,
  body: string,
  token?: string,
): Promise<void> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const status = await send(server, { path, method: "POST", headers }, body);
  if (status !== 200) throw new Error(`status ${status}`);
}

/**
 * So many connections to this server and none to any other: what stood idle for long may be closed
 * by the other side at any moment, and no load pays for handshakes of its own.
 */
export async function connectAnew(server: Reached, connections: number): Promise<void> {
  plain.destroy();
  tls.destroy();
  const opened = Array.from({ length: connections }, () => send(server, { path: paths.health }));
  await Promise.all(opened); // a peer knows no such page: any answer will do
}
