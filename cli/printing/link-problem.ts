/** Why what waits on a workstation does not go out by itself. */
import type { Wording } from "../wording/wording.ts";
import type { Live } from "../workstation/live-ledger.ts";

/** @returns undefined while it does: connected, or the office machine is only not to be reached */
export function sayLinkProblem(wording: Wording, { problem }: Pick<Live, "problem">) {
  return problem && wording.find(`screen.${problem.code}`);
}
