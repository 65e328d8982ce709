/** `sync`: talks with the office machine now, and says how it stands. */
import { exitCode, Failed } from "../failure.ts";
import { sayClock } from "../printing/clock.ts";
import { sayLinkProblem } from "../printing/link-problem.ts";
import { sayVersions } from "../printing/versions.ts";
import type { Session } from "../session.ts";

/**
 * How long a person waits who asked for it, in milliseconds, for the office machine to be found and
 * after it was last talked with. As long as it is, things are on their way, however slowly.
 */
const patience = 15_000;
const settleWithin = 10_000;

/** @throws Failed while something waits or the office machine cannot be reached */
export async function sync({ wording, out, ...session }: Session) {
  const { joined } = await session.workstation();
  if (!joined) return out.result({ waiting: 0 }, () => [wording.say("sync.at-office")]);
  out.progress(wording.say("sync.progress"));
  await joined.caughtUp(patience);
  await joined.settled(settleWithin);
  out.progress(undefined);
  const live = joined.live.current();
  const { connected, problem, waiting, declined, version, ledger, clockAhead } = live;
  const versions = sayVersions(wording, live);
  if (!connected || waiting > 0) for (const line of versions) out.note(line);
  if (!connected) {
    const why = sayLinkProblem(wording, live) ?? wording.say("screen.alone");
    const isAway = problem === undefined || problem.code === "unreachable";
    const exit = isAway ? exitCode.unreachable : exitCode.failed;
    throw new Failed("sync.away", { why, count: waiting }, { exit });
  }
  if (waiting > 0) throw new Failed("sync.waiting", { count: waiting });
  const clock = sayClock(wording, clockAhead);
  const { seq, unknown } = ledger;
  out.result({ waiting, seq, declined, unknown, version, clockAhead }, () => [
    wording.say("sync.done", { count: seq }),
    ...(declined > 0 ? [wording.say("sync.declined", { count: declined })] : []),
    ...(clock ? [clock] : []),
    ...versions,
  ]);
}
