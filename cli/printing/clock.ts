/** This machine's clock, beside the office machine's. A wrong one stops nothing; it is only said. */
import type { Wording } from "../wording/wording.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** So far off, somebody should set it: the day that is offered may be wrong. */
const worthSaying = 2 * minute;

/**
 * @param ahead of the office machine's clock, in milliseconds; negative behind it
 * @param length how much room there is: a sentence with what to do, or just the fact
 * @returns undefined where it is close enough, or not known
 */
export function sayClock(
  wording: Wording,
  ahead: number | undefined,
  length: "sentence" | "fact" = "sentence",
): string | undefined {
  if (ahead === undefined || Math.abs(ahead) < worthSaying) return undefined;
  const off = Math.abs(ahead);
  const [unit, size] =
    off < 2 * hour
      ? (["minutes", minute] as const)
      : off < 2 * day
        ? (["hours", hour] as const)
        : (["days", day] as const);
  const by = wording.say(`clock.${unit}`, { count: Math.round(off / size) });
  const way = ahead > 0 ? "ahead" : "behind";
  return wording.say(length === "fact" ? `screen.clock-${way}` : `clock.${way}`, { by });
}
