/** Why what waits on a workstation does not go out by itself. */
import { RequestFailed } from "../../shared/connection.ts";
import type { Wording } from "../wording/wording.ts";
import type { Live } from "../workstation/live-ledger.ts";

/** @returns undefined while it does: connected, or the office machine is only not to be reached */
export function sayLinkProblem(wording: Wording, { problem }: Pick<Live, "problem">) {
  if (!problem) return undefined;
  const known = problem.code === "failed" && codeOf(problem.error);
  return (known && wording.find(`screen.${known}`)) || wording.find(`screen.${problem.code}`);
}

const codeOf = (error: unknown) => error instanceof RequestFailed && error.error.code;
