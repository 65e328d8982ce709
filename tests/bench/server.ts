/** A server in a child process, and a client that keeps its connections open. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
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

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** @throws when the answer is not 200 */
export function post(port: number, path: string, body: string, token?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    };
    const sent = request(
      { host: "127.0.0.1", port, path, method: "POST", agent, headers },
      (response) => {
        response.resume();
        response.once("end", () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`status ${response.statusCode}`)),
        );
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}
