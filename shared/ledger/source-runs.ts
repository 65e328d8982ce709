/**
 * The names of records, packed: by workstation, as steps from one number to the next. Hundreds of
 * thousands of sources become a few hundred kilobytes that people can still read:
 * `{"kfxq8s2m": "4 1*5 3"}` is kfxq8s2m-4 to kfxq8s2m-9, and kfxq8s2m-12.
 *
 * Whatever is packed comes out again, each name once, by workstation and number; names that are
 * none of a record (a unit, a category) stand after them as they are.
 */
import { z } from "zod";
import { WorkstationId } from "../words/ids.ts";

export const SourceRuns = z.looseObject({
  runs: z.record(WorkstationId, z.string().regex(/^[1-9]\d*(?:\*\d+)?(?: [1-9]\d*(?:\*\d+)?)*$/)),
  names: z.array(z.string().max(64)).max(10_000).optional(),
});
export type SourceRuns = z.infer<typeof SourceRuns>;

const recordName = /^([a-z0-9]{4,16})-([1-9]\d{0,9})$/;

export function packNames(names: Iterable<string>): SourceRuns {
  const numbers = new Map<WorkstationId, number[]>();
  const others = new Set<string>();
  for (const name of names) {
    const [, workstation, n] = recordName.exec(name) ?? [];
    if (workstation === undefined) {
      others.add(name);
      continue;
    }
    const list = numbers.get(workstation as WorkstationId);
    if (list) list.push(Number(n));
    else numbers.set(workstation as WorkstationId, [Number(n)]);
  }
  const sorted = [...numbers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    runs: Object.fromEntries(sorted.map(([workstation, list]) => [workstation, stepsOf(list)])),
    ...(others.size > 0 ? { names: [...others].sort() } : {}),
  };
}

function stepsOf(numbers: number[]): string {
  const steps: { by: number; times: number }[] = [];
  let before = 0;
  for (const n of numbers.sort((a, b) => a - b)) {
    const by = n - before;
    if (by === 0) continue; // named twice
    const last = steps.at(-1);
    if (last?.by === by) last.times++;
    else steps.push({ by, times: 1 });
    before = n;
  }
  return steps.map(({ by, times }) => (times === 1 ? `${by}` : `${by}*${times}`)).join(" ");
}

/** @param most names at most: a run is short to write and long to read */
export function unpackNames({ runs, names = [] }: SourceRuns, most = 2_000_000): string[] {
  const found: string[] = [];
  for (const [workstation, steps] of Object.entries(runs)) {
    let n = 0;
    for (const step of steps.split(" ")) {
      const [by = 0, times = 1] = step.split("*").map(Number);
      for (let at = 0; at < times && found.length < most; at++) {
        n += by;
        found.push(`${workstation}-${n}`);
      }
    }
  }
  return [...found, ...names];
}
