/**
 * Small bars. The number stands beside them: some terminals draw blocks oddly. Where blocks would
 * be two cells wide they become ASCII when they are drawn (ambiguous.ts). None fills its cell, or
 * the bars of a list would grow together from line to line.
 */
import { signs } from "./theme.ts";

const heights = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];

/** One bar a value, scaled to the largest; a value of nothing is a dot. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values
    .map((value) => {
      const height = Math.ceil((value / most) * heights.length);
      return value <= 0 ? signs.dot : (heights[height - 1] ?? "▇");
    })
    .join("");
}

/** How far a value is towards its target, in so many cells. */
export function progressBar(value: number, target: number, cells: number): string {
  const part = target <= 0 ? 1 : Math.max(0, Math.min(1, value / target));
  const full = Math.floor(part * cells);
  return "▆".repeat(full) + "▁".repeat(cells - full);
}
