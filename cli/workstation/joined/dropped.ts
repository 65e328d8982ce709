/** Declined operations that their author has read and put away. */
import { z } from "zod";
import { readText, writeAtomically } from "../../../shared/disk/atomic-file.ts";

const Dropped = z.object({
  taizhang: z.literal("dropped"),
  v: z.literal(1),
  numbers: z.array(z.int().min(1)),
});

/** The numbers; none where there is no such file. */
export async function readDropped(file: string): Promise<ReadonlySet<number>> {
  const text = await readText(file);
  if (text === undefined) return new Set();
  try {
    return new Set(Dropped.parse(JSON.parse(text)).numbers);
  } catch {
    return new Set(); // only a list of what was read: shown once more, nothing is lost
  }
}

export async function writeDropped(file: string, numbers: ReadonlySet<number>): Promise<void> {
  const words = { taizhang: "dropped", v: 1, numbers: [...numbers].sort((a, b) => a - b) };
  await writeAtomically(file, [`${JSON.stringify(words)}\n`]);
}
