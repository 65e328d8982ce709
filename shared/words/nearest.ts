/** The known name that somebody probably meant: for typing errors, told beside the complaint. */

/** How many characters must be put in, left out or replaced to get from one to the other. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before = b.map((_, at) => at + 1);
  for (const [row, left] of a.entries()) {
    let diagonal = row;
    let beside = row + 1;
    before = before.map((above, at) => {
      const cost = Math.min(above + 1, beside + 1, diagonal + (left === b[at] ? 0 : 1));
      diagonal = above;
      beside = cost;
      return cost;
    });
  }
  return before.at(-1) ?? a.length;
}

/** The nearest of the known names; undefined where none is near enough to be meant. */
export function findNearest(name: string, known: Iterable<string>): string | undefined {
  const wanted = [...name.toLowerCase()];
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 2)) + 1;
  for (const candidate of known) {
    const steps = distance(wanted, [...candidate.toLowerCase()]);
    if (steps < least) {
      nearest = candidate;
      least = steps;
    }
  }
  return nearest;
}
