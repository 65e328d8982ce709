/** What an error inside becomes for the one who asked: a code, never a stack or a path. */

import { StorageFailed } from "../shared/store/store.ts";
import type { WireError } from "../shared/wire.ts";
import { CopiedWorkstation, Gap } from "./decide.ts";

/** Undefined for what nobody expected: that is a fault of ours. */
export function findWireError(error: unknown): WireError | undefined {
  if (error instanceof Gap) return { code: "gap", expected: error.expected };
  if (error instanceof CopiedWorkstation) {
    return { code: "copied-workstation", workstation: error.workstation, n: error.n };
  }
  if (error instanceof StorageFailed) return { code: "storage-failed" };
  return undefined;
}
