/** Lines that are handed back, read as strictly as those of a journal's file. */
import { RequestFailed } from "../../shared/connection.ts";
import { readRecorded } from "../../shared/ledger/operation.ts";
import type { Recovery } from "../../shared/wire.ts";

/** @throws RequestFailed for what no journal could hold */
export function readLost({ lines, ...past }: Recovery): Recovery {
  try {
    return { ...past, lines: lines.map(readRecorded) };
  } catch (error) {
    if (!(error instanceof Error && error.name === "ZodError")) throw error;
    throw new RequestFailed({ code: "malformed", path: "lines", issue: "recorded" });
  }
}
