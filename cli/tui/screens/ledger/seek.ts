/** The next row that fits, looked for in short turns so that keys are heard between them. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { EntryRows } from "../../../reading/entry-rows.ts";
import type { Match } from "../../../reading/match.ts";

const stride = 200;
const atATime = 8;

/** @returns undefined where none fits or nobody waits for it any more */
export async function seek(
  rows: EntryRows,
  match: Match,
  from: number,
  by: 1 | -1,
  isWanted: () => boolean,
): Promise<Entry | undefined> {
  let began = performance.now();
  for (let at = from; at >= 0 && at < rows.count; at += by * stride) {
    const low = by === 1 ? at : Math.max(0, at - stride + 1);
    const part = rows.slice(low, by === 1 ? stride : at - low + 1);
    const found = by === 1 ? part.find(match) : part.findLast(match);
    if (found) return found;
    if (performance.now() - began < atATime) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (!isWanted()) return undefined;
    began = performance.now();
  }
  return undefined;
}
