/**
 * The tallies as the screens showed them last: what is drawn while the ledger is being opened. It
 * is a picture that may be thrown away at any time, and never the source of a figure anywhere else.
 */
import { join } from "node:path";
import { z } from "zod";
import { readText, writeAtomically } from "../../shared/disk/atomic-file.ts";
import { LocalDate } from "../../shared/words/dates.ts";
import type { WorkstationId } from "../../shared/words/ids.ts";
import { PeriodId } from "../../shared/words/period.ts";
import { workstationFolder } from "./identity.ts";

const KnownBoard = z.object({
  taizhang: z.literal("known-board"),
  v: z.literal(1),
  office: z.string(),
  timeZone: z.string(),
  period: PeriodId,
  on: LocalDate, // the day of which this was said
  tallies: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      unit: z.string(),
      target: z.number().optional(),
      value: z.number().nullable(),
      months: z.array(z.number()),
    }),
  ),
  newest: z.array(z.object({ id: z.string(), on: LocalDate, kind: z.string(), title: z.string() })),
});
export type KnownBoard = Readonly<Omit<z.infer<typeof KnownBoard>, "taizhang" | "v">>;

const fileOf = (office: string, workstation: WorkstationId): string =>
  join(workstationFolder(office, workstation), "known-board.json");

/** Undefined where nothing was kept, or nothing that can be read. */
export async function findKnownBoard(
  office: string,
  workstation: WorkstationId,
): Promise<KnownBoard | undefined> {
  try {
    return KnownBoard.parse(JSON.parse((await readText(fileOf(office, workstation))) ?? ""));
  } catch {
    return undefined;
  }
}

export const keepKnownBoard = (
  office: string,
  workstation: WorkstationId,
  known: KnownBoard,
): Promise<void> =>
  writeAtomically(
    fileOf(office, workstation),
    [`${JSON.stringify({ taizhang: "known-board", v: 1, ...known })}\n`],
    { mode: 0o600 },
  );
