/** What a command does with the answers: a decline is a failure; late and not yet sent are said. */
import { nameOf } from "../../shared/words/ids.ts";
import { Refused } from "../failure.ts";
import { sayClock } from "../printing/clock.ts";
import { sayLinkProblem } from "../printing/link-problem.ts";
import type { Session } from "../session.ts";
import type { Draft, SubmitOptions } from "../workstation/drafting.ts";
import { isLate, type Submitted, type Workstation } from "../workstation/workstation.ts";

/**
 * How long a command waits for the daemon's word on what is safe on this disk already, where another
 * program of the workstation has the link: that one goes on sending.
 */
const answerWithin = 2_000;
/**
 * And where its own link is talking, which ends with the command. A connection over a long line
 * takes 2 to 6 s; commands that all left before that would never send anything.
 */
const sentWithin = 15_000;

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
  const submitted = await settle(workstation, await workstation.submit(drafts, options));
  throwIfDeclined(submitted);
  const { say } = session.wording;
  const clock = sayClock(session.wording, workstation.joined?.live.current().clockAhead);
  if (clock) session.out.note(clock);
  const late = isLate(submitted, workstation.joined?.live.current().ledger);
  if (late) session.out.note(say("late.note"));
  if (submitted.some(({ answer }) => answer.outcome === "kept")) {
    const live = workstation.joined?.live.current();
    // Where somebody has to do something first, nothing goes out by itself.
    const why = live && sayLinkProblem(session.wording, live);
    const count = live?.waiting ?? 0;
    session.out.note(why ? say("sync.kept-but", { count, why }) : say("sync.kept", { count }));
  }
  return submitted.map(({ operation }) => nameOf(operation.id));
}

async function settle(
  { joined }: Workstation,
  submitted: readonly Submitted[],
): Promise<readonly Submitted[]> {
  if (!joined) return submitted;
  const { connected } = joined.live.current();
  const within = joined.isTalking() ? sentWithin : connected ? answerWithin : 0;
  const operations = submitted.map(({ operation }) => operation);
  const answers = await joined.settle(operations, within);
  return operations.map((operation, at) => ({
    operation,
    answer: answers[at] ?? { outcome: "kept" },
  }));
}

/** @throws Refused for the first that was declined */
export function throwIfDeclined(submitted: readonly Submitted[]): void {
  for (const { answer } of submitted) {
    if (answer.outcome === "declined") throw new Refused(answer.refusal);
  }
}
