/** A joined workstation with everything real: its disk, the network, the dice. */
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { type Identity, workstationFolder } from "../identity.ts";
import { openJoined } from "./joined.ts";
import type { JoinedConnection } from "./joined-connection.ts";
import { rememberWay, waysTo } from "./ways.ts";

/** @throws what opening a joined workstation throws */
export function open(
  office: string,
  identity: Identity,
  now: () => Date,
): Promise<JoinedConnection> {
  let known = identity; // with the addresses at which the daemon was found
  const log = join(workstationFolder(office, identity.id), "sync.log");
  return openJoined(office, identity, {
    now,
    random: Math.random,
    ways: (signal) => waysTo(known, signal),
    reached: async (way) => {
      known = await rememberWay(office, known, way);
    },
    note: (what, details) => {
      const line = JSON.stringify({ at: now().toISOString(), what, ...details });
      void appendFile(log, `${line}\n`, { mode: 0o600 }).catch(() => undefined);
    },
  });
}
