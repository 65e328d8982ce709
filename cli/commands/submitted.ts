/** What a command does with the daemon's answers: a decline is a failure, lateness is said. */
import { nameOf } from "../../shared/words/ids.ts";
import { Refused } from "../failure.ts";
import type { Session } from "../session.ts";
import type { Draft, SubmitOptions, Submitted } from "../workstation/workstation.ts";

/**
 * @returns the names of the operations, which are those of the records they make
 * @throws Refused for the first that was declined
 */
export async function submit(
  session: Session,
  drafts: readonly Draft[],
  options?: SubmitOptions,
): Promise<readonly string[]> {
  const workstation = await session.workstation();
  const submitted = await workstation.submit(drafts, options);
  throwIfDeclined(submitted);
  const late = submitted.some(({ answer }) => answer.outcome === "recorded" && answer.late);
  if (late) session.out.note(session.wording.say("late.note"));
  return submitted.map(({ operation }) => nameOf(operation.id));
}

/** @throws Refused for the first that was declined */
export function throwIfDeclined(submitted: readonly Submitted[]): void {
  for (const { answer } of submitted) {
    if (answer.outcome === "declined") throw new Refused(answer.refusal);
  }
}
