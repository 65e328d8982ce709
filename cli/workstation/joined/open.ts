/** A joined workstation with everything real: its disk, the network, the dice. */
import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { type Identity, workstationFolder } from "../identity.ts";
import { type JoinedConnection, openJoined } from "./joined.ts";
import { waysTo } from "./ways.ts";

/** @throws what opening a joined workstation throws */
export function open(
  office: string,
  identity: Identity,
  now: () => Date,
): Promise<JoinedConnection> {
  const log = join(workstationFolder(office, identity.id), "sync.log");
  return openJoined(office, identity, {
    now,
    random: Math.random,
    ways: () => waysTo(identity),
    note: (what, details) => {
      const line = JSON.stringify({ at: now().toISOString(), what, ...details });
      void appendFile(log, `${line}\n`, { mode: 0o600 }).catch(() => undefined);
    },
  });
}
