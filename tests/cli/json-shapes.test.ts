/** What docs/formats.md says that `--json` prints, held against the program. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "../support/folder.ts";
import { run } from "../support/program.ts";

const docs = join(import.meta.dirname, "..", "..", "docs", "formats.md");
const table = (await readFile(docs, "utf8")).split("## What `--json` prints")[1] ?? "";
const rows = Array.from(table.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm), ([, command, said]) => ({
  command: command ?? "",
  names: Array.from(said?.matchAll(/`([A-Za-z]+\??)`/g) ?? [], ([, name]) => name ?? ""),
  isList: /^a list/.test(said ?? ""),
  /** Only what comes beside the fields of a record is named there. */
  isBeside: /as in|with|each|record/.test(said ?? ""),
}));

test("the fields are those of the document, no more and no fewer", async () => {
  const home = await emptyFolder();
  const folder = join(home, "office");
  const json = async (...args: string[]) => {
    const { out, err } = await run(["--office", folder, ...args, "--json"]);
    if (out === "") throw new Error(`${args.join(" ")}: ${err}`);
    return JSON.parse(out);
  };
  await json("init", "--name", "青禾镇党委", "--admin", "王芳");
  const { id } = await json("log", "集中学习", "第一次", "--date", "2022-03-01");
  const place = ["--unit", "东洼村", "--date", "2022-01-01"];
  const position = await json("position", "add", "wall-display", "图版", ...place);
  await json("inspect", position.id);
  await json("statement", "shortcomings", "--text", "明年再来");
  await json("period", "close", "2022-H1", "--despite", "试用");
  const more: Readonly<Record<string, readonly string[]>> = {
    show: [id],
    history: [id],
    "tally --by": ["month"],
    report: ["--period", "2022-H1"],
    "period show": ["2022-H1"],
    "period difference": ["2022-H1"],
    backup: [home],
  };
  expect(rows.length).toBeGreaterThan(15);
  for (const { command, names, isList, isBeside } of rows) {
    const printed = await json(...command.split(" "), ...(more[command] ?? []));
    expect([command, Array.isArray(printed)]).toEqual([command, isList]);
    const one = isList ? printed[0] : printed;
    if (!one || isBeside) continue;
    const fields = Object.keys(one);
    const known = names.map((name) => name.replace("?", ""));
    const always = names.filter((name) => !name.endsWith("?"));
    expect([command, fields.filter((name) => !known.includes(name))]).toEqual([command, []]);
    expect([command, always.filter((name) => !fields.includes(name))]).toEqual([command, []]);
  }
});
