/** What the disk refused, told as a person would find and mend it: where, and why. */
import { dirname } from "node:path";
import type { Wording } from "../wording/wording.ts";

/** A missing file is no refusal: whoever looks for one says so, or it is a fault of ours. */
const refusals = ["EACCES", "EPERM", "EBUSY", "EROFS", "ENOSPC", "EDQUOT", "EIO"];

/** Undefined where it was not the disk. */
export function sayDiskFailure({ say, find }: Wording, error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = refusalOf(error);
  if (code === undefined || !refusals.includes(code)) return undefined;
  const reason = find(`disk.${code}`) ?? code;
  const { path } = error as NodeJS.ErrnoException;
  if (path === undefined) return say("error.disk", { reason });
  return say("error.disk-in", { folder: dirname(path), reason });
}

/** The system's code. A folder and all above it cannot be missing: then nothing may be made there. */
export function refusalOf(error: Error): string | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code === "ENOENT" && syscall === "mkdir" ? "EROFS" : code;
}
