/**
 * Word documents: the sample's report beside the bare library that writes the same paragraphs, an
 * annex of a long year beside the library's own table, and the command that writes one.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleScreen } from "./bundle.ts";
import { officeOfEntries } from "./entry-office.ts";
import { median, tell } from "./figures.ts";
import { type Ran, runToEnd } from "./spawned.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");
const peer = "docx 9.15.2";
const writers = ["ours", "bare"] as const;

async function benchReport(bundle: string, office: string, rounds: number): Promise<void> {
  const took: Record<(typeof writers)[number], number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const writer of round % 2 === 0 ? writers : writers.toReversed()) {
      const { out } = await runToEnd([bundle, "report", writer, office, "30"]);
      took[writer].push(...(JSON.parse(out) as number[]));
    }
  }
  tell({
    figure: "the sample's report as a Word document",
    unit: "ms",
    value: median(took.ours),
    beside: { [`${peer}, the same paragraphs`]: median(took.bare) },
    ratio: median(took.ours) / median(took.bare),
    aim: "under 1.5",
    runs: took.ours.length,
  });
}

async function benchAnnex(bundle: string, folder: string, records: number, rounds: number) {
  const runs: Record<(typeof writers)[number], Ran[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    for (const writer of round % 2 === 0 ? writers : writers.toReversed()) {
      const file = join(folder, `${writer}.docx`);
      runs[writer].push(
        await runToEnd([
          "--max-old-space-size=8192",
          bundle,
          "annex",
          writer,
          String(records),
          file,
        ]),
      );
    }
  }
  for (const unit of ["ms", "mib"] as const) {
    const [ours, bare] = writers.map((writer) => median(runs[writer].map((ran) => ran[unit])));
    tell({
      figure: `an annex of ${records} records${unit === "ms" ? "" : ": peak memory"}`,
      unit: unit === "ms" ? "ms" : "MiB",
      value: ours ?? 0,
      beside: { [`${peer}, the same table`]: bare ?? 0 },
      ratio: (ours ?? 0) / (bare ?? 1),
      aim: unit === "ms" ? "under 1.5" : "under 512 MiB",
      runs: rounds,
    });
  }
}

async function benchCommand(office: string, file: string, count: number): Promise<void> {
  const asked = ["--office", office];
  const opening = await runToEnd([program, ...asked, "tally", "study", "--period", "2022"]);
  // What the check says of so many made-up entries is not measured here.
  const report = ["report", "--period", "2022", "--out", file, "--annex", "--despite", "bench"];
  const written = await runToEnd([program, ...asked, ...report]);
  for (const unit of ["ms", "mib"] as const) {
    tell({
      figure: `taizhang report --annex of ${count} entries${unit === "ms" ? "" : ": peak memory"}`,
      unit: unit === "ms" ? "ms" : "MiB",
      value: written[unit],
      beside: { "taizhang tally, opening the same ledger": opening[unit] },
      runs: 1,
    });
  }
}

export async function benchDocuments(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const bundle = await bundleScreen(join(import.meta.dirname, "document-writer.ts"), folder);
  const demo = join(folder, "demo");
  await runToEnd([program, "demo", "--plain", "--out", demo]);
  await benchReport(bundle, join(demo, "office"), quick ? 1 : 3);
  const count = quick ? 10_000 : 100_000;
  await benchAnnex(bundle, folder, count, quick ? 1 : 3);
  const office = await officeOfEntries(folder, count);
  await benchCommand(office, join(folder, "report.docx"), count);
  await rm(folder, { recursive: true, force: true });
}
