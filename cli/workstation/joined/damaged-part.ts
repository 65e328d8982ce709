/**
 * Damage in what a joined workstation keeps, told by which of both it is: its copy of the ledger
 * comes anew from the office machine, what it has written itself does not.
 */
import { join } from "node:path";
import { ZodError } from "zod";
import { LogBroken } from "../../../shared/disk/log-errors.ts";
import { ChainBroken } from "../../../shared/store/replay.ts";

export class DamagedPart extends Error {
  override readonly name = "DamagedPart";
  readonly part: "replica" | "outbox";
  readonly folder: string;
  /** The file and its line, or the folder where no more is known. */
  readonly place: string;
  constructor(part: "replica" | "outbox", folder: string, options: { readonly cause: Error }) {
    super(`${folder} is damaged`, options);
    this.part = part;
    this.folder = folder;
    const { cause } = options;
    const log = part === "replica" ? join(folder, "journal") : folder;
    this.place = cause instanceof LogBroken ? `${join(log, cause.file)}:${cause.line}` : folder;
  }
}

/** @throws DamagedPart, and what opening throws that is no damage */
export async function openPart<T>(
  workstation: string,
  part: "replica" | "outbox",
  open: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = join(workstation, part);
  try {
    return await open(folder);
  } catch (cause) {
    const isDamage =
      cause instanceof LogBroken || cause instanceof ChainBroken || cause instanceof ZodError;
    throw isDamage ? new DamagedPart(part, folder, { cause }) : cause;
  }
}
