/** A server in a child process, and a client that keeps its connections open. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, type IncomingMessage, request } from "node:http";
import { Agent as TlsAgent, request as tlsRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Identity } from "../../cli/workstation/identity.ts";

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

/** @throws when the answer is not 200 */
export function post(
  { port, key }: Pick<Running, "port" | "key">,
  path: string,
  body: string,
  token?: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const asked = { host: "127.0.0.1", port, path, method: "POST", headers };
    const answered = (response: IncomingMessage) => {
      response.resume();
      response.once("end", () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`status ${response.statusCode}`)),
      );
    };
    const sent =
      key === undefined
        ? request({ ...asked, agent: plain }, answered)
        : tlsRequest({ ...asked, agent: tls }, answered);
    sent.once("error", reject);
    sent.end(body);
  });
}
