/** Small bars. The number stands beside them: some terminals draw blocks oddly. */

const eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One bar a value, scaled to the largest; a value of nothing is a dot. */
export function sparkline(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values
    .map((value) => (value <= 0 ? "·" : (eighths[Math.ceil((value / most) * 8) - 1] ?? "█")))
    .join("");
}

/** How far a value is towards its target, in so many cells. */
export function progressBar(value: number, target: number, cells: number): string {
  const full = target <= 0 ? cells : Math.min(cells, Math.floor((value / target) * cells));
  return "█".repeat(full) + "░".repeat(cells - full);
}
