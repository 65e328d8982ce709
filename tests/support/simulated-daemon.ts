/**
 * A daemon on a disk that forgets, behind a network that loses: its real store, intake, rules and
 * HTTP routes, with only the disk and the wire made up.
 */

import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Asker } from "../../cli/workstation/way.ts";
import { createFeed } from "../../daemon/feed.ts";
import { createApp } from "../../daemon/http/app.ts";
import { createIntake } from "../../daemon/intake.ts";
import type { Office } from "../../daemon/office.ts";
import { createParts } from "../../daemon/parts.ts";
import { Unreachable } from "../../shared/connection.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import { replay } from "../../shared/store/replay.ts";
import { Epoch, type Hash, type WorkstationId } from "../../shared/words/ids.ts";
import type { ForgetfulDisk } from "./forgetful-disk.ts";
import { testNow } from "./office.ts";

/** What the network does with one request: nothing, or loses it, or loses its answer. */
export type Fault = "none" | "request-lost" | "answer-lost" | "answer-torn";

export class SimulatedDaemon {
  disk: ForgetfulDisk;
  readonly #tokens: ReadonlyMap<Hash, WorkstationId>;
  #office: Office | undefined;
  #app: ReturnType<typeof createApp> | undefined;
  #epochs: number;

  constructor(disk: ForgetfulDisk, tokens: ReadonlyMap<Hash, WorkstationId>, epochs = 0) {
    this.disk = disk;
    this.#tokens = tokens;
    this.#epochs = epochs;
  }

  get office(): Office {
    if (!this.#office) throw new Error("the daemon is not open");
    return this.#office;
  }

  async open(): Promise<void> {
    const createEpoch = () => {
      this.#epochs += 1;
      return Epoch.parse(`testepoch${this.#epochs}`);
    };
    const store = await openFilesStore("/office", createEpoch, {
      disk: this.disk,
      segmentBytes: 20_000,
    });
    const saved = await store.loadSnapshot();
    const feed = createFeed();
    const intake = createIntake(store, feed, await replay(store, saved), testNow);
    this.#office = {
      folder: "/office",
      get epoch() {
        return store.epoch();
      },
      createEpoch,
      store,
      intake,
      feed,
      access: {
        findWorkstation: (hash) => this.#tokens.get(hash),
        grant: async () => undefined,
        allowReturn: async () => undefined,
        mayReturn: () => false,
      },
      parts: createParts(),
      now: testNow,
      cut: undefined,
      unread: 0 as never,
      close: () => store.close(),
    };
    const options = { version: "0", instance: "simulated", complain: () => undefined };
    this.#app = createApp(this.#office, options);
  }

  /** Its process is gone; the machine may be, too. */
  crash(): void {
    this.#office = undefined;
    this.#app = undefined;
  }

  /** @param faults asked before each request what becomes of it */
  asker(faults: () => Fault): Asker {
    const ask: Asker["ask"] = async (path, { method = "GET", body, headers = {} } = {}) => {
      const fault = faults();
      const app = this.#app;
      if (!app || fault === "request-lost") throw new Unreachable("simulated");
      const response = await app.request(path, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (fault === "answer-lost" || response.status >= 500) {
        await response.body?.cancel();
        throw new Unreachable("simulated");
      }
      return messageOf(response, fault === "answer-torn");
    };
    return { ask, close: () => undefined };
  }
}

/** As Node gives it: a stream with a status. */
function messageOf(response: Response, torn: boolean): IncomingMessage {
  const web = response.body as Parameters<typeof Readable.fromWeb>[0] | null;
  const stream = web ? Readable.fromWeb(web) : Readable.from([]);
  const message = torn ? tear(stream) : stream;
  return Object.assign(message, {
    statusCode: response.status,
    setTimeout: () => message,
  }) as unknown as IncomingMessage;
}

/** Breaks off after the first piece, in the middle of it. */
function tear(stream: Readable): Readable {
  return Readable.from(
    (async function* () {
      for await (const piece of stream) {
        const bytes = Buffer.from(piece as Uint8Array);
        yield bytes.subarray(0, Math.floor(bytes.length / 2));
        throw Object.assign(new Error("torn"), { code: "ECONNRESET" });
      }
    })(),
    { objectMode: false },
  );
}
