/** Who should be updated, as far as it shows here: said wherever a person looks how things stand. */
import type { Wording } from "../wording/wording.ts";
import type { Live } from "../workstation/live-ledger.ts";

/** By what the daemon said of itself, and by what others have written that is not understood here. */
export function sayVersions(
  { say }: Wording,
  { version = 0, ledger }: Pick<Live, "version" | "ledger">,
): readonly string[] {
  return [
    ...(version > 0 ? [say("version.update")] : []),
    ...(version < 0 ? [say("version.update-daemon")] : []),
    ...(ledger.unknown > 0 ? [say("tray.unknown", { count: ledger.unknown })] : []),
  ];
}
