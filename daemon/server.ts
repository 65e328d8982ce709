/**
 * The daemon as a server: an open office behind a port, for the office's network or for this
 * machine alone, and `daemon.json` in the office folder, by which programs here find it.
 */
import { realpath, unlink } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import { writeAtomically } from "../shared/disk/atomic-file.ts";
import { formerKey, type Handover } from "../shared/handover.ts";
import type { Hash } from "../shared/words/ids.ts";
import type { Announcement } from "./announce.ts";
import { checkInBackground } from "./background-check.ts";
import { openCertificate } from "./certificate.ts";
import { type AppOptions, createApp } from "./http/app.ts";
import { lanAddresses, listen, stop } from "./listen.ts";
import { type Office, type OfficeOptions, openOffice } from "./office.ts";
import { readHandovers } from "./renewal.ts";

export interface ServerOptions extends OfficeOptions, AppOptions {
  /** The office's network, through TLS, or this machine alone. */
  readonly reach: "network" | "machine";
}

export interface Daemon {
  readonly port: number;
  /** The hash of its key, by which workstations know it; undefined for this machine alone. */
  readonly key: Hash | undefined;
  /** There was none before: nobody who joined knows it. */
  readonly isKeyNew: boolean;
  readonly addresses: readonly string[];
  readonly office: Office;
  close(): Promise<void>;
}

/**
 * @param port 0 for any that is free
 * @throws PortTaken, and what opening an office throws
 */
export async function startDaemon(
  folder: string,
  port: number,
  options: ServerOptions,
): Promise<Daemon> {
  const office = await openOffice(folder, options);
  const place = join(folder, "daemon.json");
  let listening: Server | undefined;
  try {
    const certificate = options.reach === "network" ? await openCertificate(folder) : undefined;
    const key = certificate?.keyHash;
    const here = (known: Hash) => ({ addresses: [...lanAddresses()], port: actual, key: known });
    const handovers = certificate ? await readHandovers(folder) : [];
    const network = key && { key, handovers, place: () => here(key) };
    const app = createApp(office, options, network);
    const { server, port: actual } = await listen(app.fetch, port, certificate);
    listening = server;
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
      ...(key ? { key } : {}),
      folder: await realpath(folder), // a copy of this folder is not served here
    };
    let stopped = false;
    const checking = checkInBackground(office.store, office.unread, () => stopped).catch(
      options.complain,
    );
    const announcement = key ? await announceKindly(actual, key, handovers) : undefined;
    await writeAtomically(place, [`${JSON.stringify(words, undefined, 2)}\n`], { mode: 0o644 });
    return {
      port: actual,
      key,
      isKeyNew: certificate?.isNew ?? false,
      addresses: key ? lanAddresses() : [],
      office,
      close: async () => {
        stopped = true;
        await checking;
        await announcement?.close();
        await unlink(place).catch(() => undefined);
        await stop(server);
        await office.close();
      },
    };
  } catch (error) {
    if (listening) await stop(listening);
    await office.close();
    throw error;
  }
}

/** Being found is a kindness: where it cannot be, workstations still have the address. */
async function announceKindly(
  port: number,
  key: Hash,
  handovers: readonly Handover[],
): Promise<Announcement | undefined> {
  try {
    const { announce } = await import("./announce.ts");
    return announce(port, [key, ...handovers.map(formerKey).reverse()]);
  } catch {
    return undefined;
  }
}
