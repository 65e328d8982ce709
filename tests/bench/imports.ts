/**
 * The old spreadsheet on its way in: the whole command, trial and real, with its peak memory, beside
 * the bare library that only parses the same file; and taking all of it back.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils } from "@e965/xlsx";
import { bookOf, bytesOf } from "../support/old-sheet.ts";
import { median, tell } from "./figures.ts";
import { type Ran, runToEnd as run } from "./spawned.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");
const kinds = ["集中学习", "志愿服务活动", "宣讲辅导", "业务培训"];
const villages = ["东洼村", "西洼", "柳树湾村", "桑园村", "石桥村"];

/** A year of an office that writes down everything; each day in the words of its sheet. */
function sheetOf(rows: number): Buffer {
  const table: (string | number)[][] = [
    ["2022年工作台账"],
    ["序号", "活动时间", "类别", "活动名称", "参加人数", "责任单位", "联系电话", "备注"],
  ];
  for (let at = 0; at < rows; at++) {
    table.push([
      at + 1,
      `${1 + (at % 12)}月${1 + (at % 28)}日`,
      kinds[at % kinds.length] ?? "",
      `第${at + 1}次活动，学习贯彻有关精神`,
      `${10 + (at % 50)}人`,
      villages[at % villages.length] ?? "",
      "13800000000",
      at % 3 === 0 ? "会议室" : "",
    ]);
  }
  const sheet = utils.aoa_to_sheet(table);
  sheet["!merges"] = [utils.decode_range("A1:H1")];
  return bytesOf(bookOf({ 台账: sheet }));
}

/** What the library gives: all rows as lists of texts, nothing looked at. */
const parsing = (file: string) => `
import { readFileSync } from "node:fs";
import { read, utils } from ${JSON.stringify(import.meta.resolve("@e965/xlsx"))};
const book = read(readFileSync(${JSON.stringify(file)}));
const rows = utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 });
if (rows.length < 1000) throw new Error("not all rows");
`;

export async function benchImports(quick: boolean): Promise<void> {
  const rows = quick ? 5_000 : 50_000;
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const file = join(folder, "台账.xlsx");
  await writeFile(file, sheetOf(rows));
  const runs: Record<"trial" | "commit" | "undo" | "bare", Ran[]> = {
    ...{ trial: [], commit: [], undo: [], bare: [] },
  };
  for (let round = 0; round < 3; round++) {
    const office = join(folder, `office${round}`);
    const taizhang = (...args: string[]) => run([program, "--office", office, ...args]);
    await taizhang("init", "--name", "青禾镇", "--admin", "王芳");
    runs.trial.push(await taizhang("import", file));
    runs.bare.push(await run(["--input-type=module", "-e", parsing(file)]));
    runs.commit.push(await taizhang("import", file, "--commit"));
    runs.undo.push(await taizhang("undo"));
    await rm(office, { recursive: true });
  }
  const took = (of: keyof typeof runs) => median(runs[of].map(({ ms }) => ms));
  const peak = (of: keyof typeof runs) => median(runs[of].map(({ mib }) => mib));
  const bare = (value: number) => ({ "@e965/xlsx, parsing the same file only": value });
  const figure = (of: keyof typeof runs, what: string, aim?: string) => {
    const ms = took(of);
    tell({
      figure: `${what}, ${rows} rows`,
      unit: "ms",
      value: ms,
      beside: bare(took("bare")),
      ratio: ms / took("bare"),
      ...(aim ? { aim } : {}),
      runs: 3,
    });
    tell({
      figure: `${what}, ${rows} rows: peak memory`,
      unit: "MiB",
      value: peak(of),
      beside: bare(peak("bare")),
      ratio: peak(of) / peak("bare"),
      runs: 3,
    });
  };
  figure("trial", "taizhang import, trial");
  figure("commit", "taizhang import --commit, to the journal");
  figure("undo", "taizhang undo of the import");
  tell({
    figure: "rows imported in a second, start, validation and journal included",
    unit: "1/s",
    value: (rows / took("commit")) * 1_000,
    aim: "5000 or more",
    runs: 3,
  });
  await rm(folder, { recursive: true });
}
