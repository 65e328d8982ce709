/**
 * Inspections that were begun and not handed in, a position each, kept on this disk with every
 * answer: a crash or a closed window costs no walk. Each goes when it is handed in or given up.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { Level } from "../../shared/ledger/problems.ts";
import { LocalDate } from "../../shared/words/dates.ts";
import {
  CheckItemId,
  KindId,
  MemberId,
  PositionId,
  type WorkstationId,
} from "../../shared/words/ids.ts";
import { workstationFolder } from "./identity.ts";
import { type KeptFile, keepFile } from "./kept-file.ts";

const Answer = z.discriminatedUnion("passed", [
  z.object({ passed: z.literal(true) }),
  z.object({
    passed: z.literal(false),
    note: z.string(),
    problem: z.object({
      title: z.string(),
      level: Level.exactOptional(),
      assignment: z.object({ owner: MemberId, deadline: LocalDate }).exactOptional(),
    }),
  }),
]);
const Draft = z.object({
  taizhang: z.literal("inspection-draft"),
  v: z.literal(1),
  kind: KindId,
  on: LocalDate,
  /** The words of the item stay beside it: an answer is to what was read then. */
  items: z.array(z.object({ item: CheckItemId, text: z.string(), answer: Answer })),
});
export type InspectionDraft = Omit<z.infer<typeof Draft>, "taizhang" | "v">;

export interface InspectionDrafts {
  /** What was left, as it was read in the beginning and changed since. */
  find(position: PositionId): InspectionDraft | undefined;
  keep(position: PositionId, draft: InspectionDraft): void;
  drop(position: PositionId): void;
  /** Resolves once what was last said is so. */
  settled(): Promise<void>;
}

const named = /^inspection\.(.+)\.json$/;

/**
 * Reads what was left; what cannot be read is as if it were not there. At once, nearly always
 * nothing: a key that is pressed right behind must find the walk with its answers.
 */
export function openInspectionDrafts(office: string, workstation: WorkstationId): InspectionDrafts {
  const folder = join(workstationFolder(office, workstation), "drafts");
  const fileOf = (position: PositionId) => join(folder, `inspection.${position}.json`);
  const drafts = new Map<PositionId, InspectionDraft>();
  for (const name of namesIn(folder)) {
    const position = PositionId.safeParse(named.exec(name)?.[1]);
    if (!position.success) continue;
    const draft = readDraft(fileOf(position.data));
    if (draft) drafts.set(position.data, draft);
  }
  const files = new Map<PositionId, KeptFile>();
  function fileFor(position: PositionId): KeptFile {
    const file = files.get(position) ?? keepFile(fileOf(position));
    files.set(position, file);
    return file;
  }
  return {
    find: (position) => drafts.get(position),
    keep: (position, draft) => {
      drafts.set(position, draft);
      fileFor(position).keep({ taizhang: "inspection-draft", v: 1, ...draft });
    },
    drop: (position) => {
      if (drafts.delete(position)) fileFor(position).drop();
    },
    settled: async () => {
      await Promise.all([...files.values()].map((file) => file.settled()));
    },
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readDraft(file: string): InspectionDraft | undefined {
  try {
    const { kind, on, items } = Draft.parse(JSON.parse(readFileSync(file, "utf8")));
    return { kind, on, items };
  } catch {
    return undefined;
  }
}
