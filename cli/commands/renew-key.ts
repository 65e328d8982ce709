/** `renew-key`: the office machine gets another key, and the workstations go along by themselves. */
import { LockHeld } from "../../shared/disk/lock.ts";
import { Failed } from "../failure.ts";
import type { Session } from "../session.ts";
import { checkOffice } from "../workstation/office-folder.ts";

/** A command that is just ending is waited for; a daemon is not. */
const patience = 1_000;

export async function renewKey(
  session: Session,
  { knownToOthers = false }: { readonly knownToOthers?: boolean },
) {
  const { wording, out, folder } = session;
  await checkOffice(folder);
  const program = await session.daemonProgram();
  const key = await program.renewKey(folder, !knownToOthers, patience).catch((error: unknown) => {
    throw error instanceof LockHeld ? new Failed("renew-key.daemon-runs") : error;
  });
  out.result({ key }, () => [
    wording.say(knownToOthers ? "renew-key.done-alone" : "renew-key.done"),
  ]);
}
