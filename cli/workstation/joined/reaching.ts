/**
 * Reaching the daemon: one way after the other, until one leads to it. A daemon whose key was
 * renewed shows another one; where the key that is known has signed for it, that one counts.
 */
import { nowhere, Unreachable, WrongKey } from "../../../shared/connection.ts";
import { Handovers, handoversBytes, leadsTo } from "../../../shared/handover.ts";
import { paths } from "../../../shared/wire.ts";
import { Hash } from "../../../shared/words/ids.ts";
import { jsonOf } from "../answers.ts";
import { askerOn, type Way } from "../way.ts";

/**
 * @param ways the likeliest first
 * @param attempt throws Unreachable or WrongKey where the way leads nowhere
 * @throws Unreachable, WrongKey when none leads to it, and whatever else `attempt` throws
 */
export async function reach<T>(
  ways: AsyncIterable<Way>,
  attempt: (way: Way) => Promise<T>,
): Promise<T> {
  let wrong: WrongKey | undefined; // that is the one to be told of
  const silent = new Set<string>();
  for await (const way of ways) {
    try {
      return await attemptWithNewKey(way, attempt);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof WrongKey)) throw error;
      if (error instanceof WrongKey) wrong ??= error;
      else silent.add(error.address);
    }
  }
  throw wrong ?? new Unreachable(silent.size === 0 ? nowhere : [...silent].join(", "));
}

async function attemptWithNewKey<T>(way: Way, attempt: (way: Way) => Promise<T>): Promise<T> {
  try {
    return await attempt(way);
  } catch (error) {
    const renewed = error instanceof WrongKey ? await findRenewed(way, error.shown) : undefined;
    if (!renewed) throw error;
    return attempt(renewed);
  }
}

/** The same way with the key that is shown there, if the one that is known leads to it. */
async function findRenewed(way: Way, shown: string): Promise<Way | undefined> {
  const key = Hash.safeParse(shown);
  if (way.key === undefined || !key.success) return undefined;
  const asker = askerOn({ ...way, key: key.data });
  try {
    const value = await jsonOf(await asker.ask(paths.handovers), handoversBytes);
    const answer = Handovers.safeParse(value);
    if (!answer.success || !leadsTo(answer.data.handovers, way.key, key.data)) return undefined;
    return { ...way, key: key.data };
  } catch (error) {
    if (error instanceof Unreachable || error instanceof WrongKey) return undefined;
    throw error;
  } finally {
    asker.close();
  }
}
