/** What a script or a slip of the hand gets to hear: a sentence, a code, an exit code, and never a stack. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder } from "../support/folder.ts";
import { type Run, run } from "../support/program.ts";

let folder: string;
const taizhang = (...args: string[]): Promise<Run> => run(["--office", folder, ...args]);

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  const made = await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  expect(made).toMatchObject({ code: 0, err: "" });
});

describe("scripts and slips", () => {
  const slips: [string, string[], number, string][] = [
    ["an unknown command", ["frobnicate"], 2, "error.unknown-command"],
    ["an unknown command of a group", ["position", "frob"], 2, "error.unknown-command"],
    ["help for an unknown command", ["help", "frob"], 2, "error.unknown-command"],
    ["a group without a command", ["position"], 2, "error.missing-command"],
    ["an unknown option", ["list", "--frob"], 2, "error.unknown-option"],
    ["too many arguments", ["period", "list", "extra"], 2, "error.excess-arguments"],
    ["a missing argument", ["log"], 2, "error.missing-argument"],
    ["a line without a title", ["log", "study"], 2, "log.not-understood"],
    ["a missing option", ["void", "x-1"], 2, "error.missing-option"],
    ["a choice that is none", ["tally", "--by", "person"], 2, "error.choice"],
    ["a kind that is none", ["log", "跳舞", "x"], 2, "error.none-named"],
    ["a day that is none", ["log", "study", "x", "--date", "2022-02-30"], 2, "error.not-a-date"],
    ["a period that is none", ["tally", "--period", "2022-H3"], 2, "error.not-a-period"],
    ["a number that is none", ["log", "study", "x", "--attendance", "-1"], 2, "error.not-a-number"],
    ["a record that is none", ["show", "nobody01-1"], 2, "error.no-record"],
    ["a control character", ["log", "study", "响\u0007铃"], 2, "refusal.malformed"],
    [
      "a quantity where one is one",
      ["log", "study", "x", "--quantity", "2"],
      3,
      "refusal.quantity-not-allowed",
    ],
    ["a quantity of nothing", ["log", "study", "x", "--quantity", "0"], 2, "refusal.malformed"],
    ["a problem that is none", ["problem", "close", "nobody01-1"], 2, "error.no-record"],
    ["a role that is none", ["member", "add", "某人", "--role", "boss"], 2, "error.choice"],
    ["a member who is there already", ["member", "add", "王芳"], 2, "member.same-name"],
    ["a join without its invitation", ["join"], 2, "join.nothing-given"],
    ["a report as a workbook", ["report", "--out", "x.xlsx"], 2, "report.ending"],
    ["an annex in a text", ["report", "--annex", "--out", "x.txt"], 2, "report.annex-in-text"],
    ["a member that is none", ["list", "--as", "某人"], 2, "error.no-workstation"],
  ];
  test.each(slips)(
    "%s has its sentence, its code and its exit code",
    async (_, args, exit, code) => {
      const said = await taizhang(...args);
      expect(said.code).toBe(exit);
      expect(said.out).toBe("");
      expect(said.err.trim().split("\n")).toHaveLength(1);
      expect(said.err).toMatch(/[。？]|>/);
      const data = await taizhang(...args, "--json");
      expect(JSON.parse(data.err)).toMatchObject({ error: { code } });
    },
  );

  test("what a record cannot be without cannot be emptied", async () => {
    const logged = await taizhang("log", "study", "有标题", "--date", "2022-03-04", "--json");
    const { id } = JSON.parse(logged.out);
    for (const option of ["--title", "--date", "--kind", "--quantity"]) {
      const said = await taizhang("amend", id, option, "", "--json");
      expect(said).toMatchObject({ code: 2, out: "" });
      expect(JSON.parse(said.err)).toMatchObject({ error: { code: "amend.empty" } });
    }
    expect((await taizhang("amend", id, "--place", "")).code).toBe(0);
  });

  test("a role is told by its name or as lists show it", async () => {
    expect((await taizhang("member", "add", "李敏", "--role", "负责人")).out).toContain(
      "负责人李敏",
    );
    const listed = JSON.parse((await taizhang("member", "list", "--json")).out);
    expect(listed).toContainEqual(expect.objectContaining({ name: "李敏", role: "leader" }));
  });

  test("a day that is to come is logged as told, and said", async () => {
    const said = await taizhang("log", "study", "明年的", "--date", "2099-03-04");
    expect(said.code).toBe(0);
    expect(said.err).toMatch(/2099-03-04 还没到。.*taizhang amend \S+ --date/);
    expect((await taizhang("log", "study", "今年的", "--date", "昨天")).err).toBe("");
    expect((await taizhang("log", "study 明年的 2099-03-05")).err).toContain("还没到");
  });

  test("a number is read with what it counts, a rough one is none", async () => {
    const { out } = await taizhang(
      "log",
      "study",
      "带单位的",
      "--attendance",
      "３５人次",
      "--json",
    );
    expect(JSON.parse(out).attendance).toBe(35);
    const rough = await taizhang("log", "study", "约数", "--attendance", "约35人");
    expect(rough).toMatchObject({ code: 2, out: "" });
    expect(rough.err).toContain("约35人");
  });

  test("where a file cannot go is said in words", async () => {
    const said = await taizhang("report", "--out", join(folder, "nowhere", "r.txt"));
    expect(said.err).toContain("没有这个文件夹");
    expect(said.err).not.toContain("ENOENT");
  });

  test("help tells which options must be given", async () => {
    const { out } = await taizhang("publication", "review", "--help");
    expect(out).toMatch(/--opinion <text> +审核意见（必填）/);
    expect(out).not.toMatch(/--date <day> .*必填/);
  });

  test("no office, no stack: where to go from there", async () => {
    const said = await run(["--office", join(folder, "nowhere"), "list"]);
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toContain("taizhang init");
    expect(said.err).toContain("taizhang join");
  });

  test("help is an answer, in the language that is asked for", async () => {
    for (const [lang, usage] of [
      ["zh", "用法"],
      ["en", "Usage"],
    ] as const) {
      const help = await run(["log", "--help", "--lang", lang]);
      expect(help).toMatchObject({ code: 0, err: "", out: expect.stringContaining(usage) });
    }
  });

  test("files that only their owner may read are so", async () => {
    const [id] = await readdir(join(folder, "workstations"));
    const secret = join(folder, "workstations", id as string, "workstation.json");
    expect((await stat(secret)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, "access.json"))).mode & 0o777).toBe(0o600);
    const token = JSON.parse(await readFile(secret, "utf8")).token;
    expect(await readFile(join(folder, "access.json"), "utf8")).not.toContain(token);
  });

  test("an office is never written over", async () => {
    const again = await taizhang("init");
    expect(again.code).toBe(1);
    await mkdir(join(folder, "..", "demo"));
    await writeFile(join(folder, "..", "demo", "mine.txt"), "x");
    expect((await run(["demo", "--plain", "--out", join(folder, "..", "demo")])).code).toBe(2);
  });
});
