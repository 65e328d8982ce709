/** Opening a ledger: with its snapshot and from the journal alone, and the memory that it takes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import { replay } from "../../shared/store/replay.ts";
import { Epoch } from "../../shared/words/ids.ts";
import { writeLines } from "../support/lines.ts";
import { median, tell, timed } from "./figures.ts";

const epoch = () => Epoch.parse("benchepoch");

async function makeJournal(folder: string, size: number): Promise<void> {
  const store = await openFilesStore(folder, epoch);
  let group: Recorded[] = [];
  for (const line of writeLines(size, "全镇宣传思想文化工作例会")) {
    group.push(line);
    if (group.length < 1_000 && line.seq < size) continue;
    await store.append(group);
    group = [];
  }
  await store.saveSnapshot(await replay(store));
  await store.close();
}

/** What nobody can be quicker than: the same bytes read, and each line parsed, kept in an array. */
async function readAndParse(files: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of files) {
    const values: unknown[] = [];
    const content = await readFile(file);
    for (let at = 0; at < content.length; ) {
      const found = content.indexOf(10, at);
      const end = found < 0 ? content.length : found;
      const text = content.toString("utf8", at, end).replace(/},$/, "}");
      if (text.startsWith("{") && text.endsWith("}")) values.push(JSON.parse(text));
      at = end + 1;
    }
    count += values.length;
  }
  return count;
}

export async function benchOpening(quick: boolean): Promise<void> {
  for (const size of quick ? [20_000] : [100_000, 1_000_000]) {
    const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
    await makeJournal(folder, size);
    const snapshot = [join(folder, "ledger.json")];
    const names = await readdir(join(folder, "journal"));
    const journal = names
      .filter((name) => name.endsWith("ndjson"))
      .map((name) => join(folder, "journal", name));
    const open = async (overSnapshot: boolean) => {
      const store = await openFilesStore(folder, epoch);
      const ledger = await replay(store, overSnapshot ? await store.loadSnapshot() : undefined);
      await store.close();
      if (ledger.seq !== size) throw new Error(`opened ${ledger.seq} of ${size}`);
    };
    const runs = size > 500_000 ? 2 : 4;
    const times = {
      snapshot: [] as number[],
      journal: [] as number[],
      parse: [] as number[],
      lines: [] as number[],
    };
    for (let run = 0; run < runs; run++) {
      times.parse.push(await timed(() => readAndParse(snapshot)));
      times.snapshot.push(await timed(() => open(true)));
      times.lines.push(await timed(() => readAndParse(journal)));
      times.journal.push(await timed(() => open(false)));
    }
    const told = (how: string, value: number, limit: number) =>
      tell({
        figure: `opening ${size} operations ${how}`,
        unit: "ms",
        value,
        beside: { "reading and JSON-parsing the same files": limit },
        ratio: value / limit,
        aim: "at most 2",
        runs,
      });
    told("over the snapshot", median(times.snapshot), median(times.parse));
    told(
      "from the journal alone, chain and hashes checked",
      median(times.journal),
      median(times.lines),
    );
    await benchMemory(folder, size);
    await rm(folder, { recursive: true, force: true });
  }
}

async function memoryOf(what: string, folder: string, size: number): Promise<number> {
  const program = join(import.meta.dirname, "servers", "memory.ts");
  const args = ["--expose-gc", "--max-old-space-size=8192", program, what, folder, String(size)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface(child.stdout), "line");
  return Number(line);
}

async function benchMemory(folder: string, size: number): Promise<void> {
  const none = await memoryOf("nothing", folder, size);
  const value = (await memoryOf("ledger", folder, size)) - none;
  const limit = (await memoryOf("map", folder, size)) - none;
  tell({
    figure: `memory of an open ledger of ${size} operations, above the empty program's`,
    unit: "MiB",
    value,
    beside: { "the same entries as objects in a Map": limit },
    ratio: value / limit,
    aim: "at most 2",
  });
}
