/**
 * The daemon as a server: an open office behind a port of this machine, and `daemon.json` in the
 * office folder, by which programs here find it.
 */
import { realpath, unlink } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { writeAtomically } from "../shared/disk/atomic-file.ts";
import { checkInBackground } from "./background-check.ts";
import { type AppOptions, createApp } from "./http/app.ts";
import { type Office, type OfficeOptions, openOffice } from "./office.ts";

export interface Daemon {
  readonly port: number;
  readonly office: Office;
  close(): Promise<void>;
}

/** Another program listens there. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

/**
 * @param port 0 for any that is free
 * @throws PortTaken, and what opening an office throws
 */
export async function startDaemon(
  folder: string,
  port: number,
  options: OfficeOptions & AppOptions,
): Promise<Daemon> {
  const office = await openOffice(folder, options);
  const place = join(folder, "daemon.json");
  try {
    const { server, actual } = await listen(createApp(office, options).fetch, port);
    const { version, instance } = options;
    const started = options.now();
    const words = {
      taizhang: "daemon",
      v: 1,
      port: actual,
      pid: process.pid,
      started,
      version,
      instance,
      folder: await realpath(folder), // a copy of this folder is not served here
    };
    let stopped = false;
    const checking = checkInBackground(office.store, office.unread, () => stopped).catch(
      options.complain,
    );
    await writeAtomically(place, [`${JSON.stringify(words, undefined, 2)}\n`], { mode: 0o644 });
    return {
      port: actual,
      office,
      close: async () => {
        stopped = true;
        await checking;
        await unlink(place).catch(() => undefined);
        await stop(server);
        await office.close();
      },
    };
  } catch (error) {
    await office.close();
    throw error;
  }
}

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number) {
  return new Promise<{ server: Server; actual: number }>((resolve, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, ({ port: actual }) =>
      resolve({ server, actual }),
    ) as Server;
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new PortTaken(port) : error),
    );
  });
}

/** Requests that are being answered are answered; streams, which never end, are ended. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 200).unref();
  });
}
