/** Whether a sentence of the outline that depends on a tally may be said. */
import type { Choice } from "../profile/outline.ts";
import type { Tally } from "../tally/tally.ts";

/**
 * `complete` looks at what the rate is a share of: a rate that only rounds to 100% leaves
 * something undone, and a share of nothing is complete in nothing.
 */
export function holds({ is }: Choice["when"], { value, share }: Tally): boolean {
  switch (is) {
    case "zero":
      return value === 0;
    case "positive":
      return value !== null && value > 0;
    case "complete":
      return share ? share.whole > 0 && share.part >= share.whole : value === 1;
  }
}
