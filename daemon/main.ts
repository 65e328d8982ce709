/** The daemon's front door: make an office, open one within a command, or serve one. */
import { join } from "node:path";
import { writeAtomically } from "../shared/disk/atomic-file.ts";
import type { Envelope } from "../shared/ledger/operation.ts";
import type { Refusal } from "../shared/rules/refusal.ts";
import type { Grant } from "../shared/wire.ts";
import { openCertificate } from "./certificate.ts";
import { type OfficeOptions, openOffice } from "./office.ts";
import type { Daemon, ServerOptions } from "./server.ts";

export { openEmbedded } from "./embedded.ts";
export { renewKey } from "./renewal.ts";
export { openVerification } from "./verification.ts";

/** There is an office in that folder already. */
export class OfficeExists extends Error {
  override readonly name = "OfficeExists";
}
/** One of the first operations was declined: the profile or the admin cannot be as they are. */
export class BeginningDeclined extends Error {
  override readonly name = "BeginningDeclined";
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * Makes an office: its journal begins with these operations of its first workstation.
 * @throws OfficeExists, BeginningDeclined
 */
export async function createOffice(
  folder: string,
  beginning: {
    readonly operations: readonly Envelope[];
    readonly grant: Grant;
    readonly profileText: string;
    /** Called once it is sure that the folder is free, before anything is recorded. */
    readonly prepared: () => Promise<void>;
  },
  options: OfficeOptions,
): Promise<void> {
  const office = await openOffice(folder, options);
  try {
    if (office.intake.ledger().seq > 0) throw new OfficeExists(folder);
    const { operations, grant, profileText, prepared } = beginning;
    await prepared();
    await office.access.grant(grant);
    const answers = await office.intake.accept(grant.workstation, operations);
    const declined = answers.find((answer) => answer.outcome === "declined");
    if (declined) throw new BeginningDeclined(declined.refusal);
    await openCertificate(folder);
    await writeAtomically(join(folder, "profile.yaml"), [profileText], { mode: 0o644 });
  } finally {
    await office.close();
  }
}

/** Serves until closed. The server's packages are loaded only here. */
export async function startDaemon(
  folder: string,
  port: number,
  options: ServerOptions,
): Promise<Daemon> {
  const server = await import("./server.ts");
  return server.startDaemon(folder, port, options);
}
