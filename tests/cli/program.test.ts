import { once } from "node:events";
import { appendFile, cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeEach, describe, expect, test } from "vitest";
import { emptyFolder } from "../support/folder.ts";
import { type Run, run, start } from "../support/program.ts";

let folder: string;
const taizhang = (...args: string[]): Promise<Run> => run(["--office", folder, ...args]);
const json = async (...args: string[]) => JSON.parse((await taizhang(...args, "--json")).out);

beforeEach(async () => {
  folder = join(await emptyFolder(), "office");
  const made = await taizhang("init", "--name", "测试镇", "--admin", "王芳");
  expect(made).toMatchObject({ code: 0, err: "" });
});

describe("one record's way", () => {
  test("a kind is given by id, label or pinyin initials", async () => {
    for (const kind of ["study", "集中学习", "jzxx"]) {
      const logged = await taizhang("log", kind, `学习 ${kind}`, "--date", "2022-03-04");
      expect(logged.code).toBe(0);
    }
    const tallies = await json("tally", "study", "--period", "2022-H1");
    expect(tallies).toMatchObject([{ id: "study", label: "集中学习", value: 3, text: "3" }]);
    expect(tallies[0].sources).toHaveLength(3);
  });

  test("amended, undone, voided, restored: the history says all of it", async () => {
    const { id } = await json(
      "log",
      "study",
      "第一次",
      "--date",
      "2022-03-04",
      "--attendance",
      "30",
    );
    await taizhang("amend", id, "--attendance", "31", "--unit", "东洼村");
    expect(await json("show", id)).toMatchObject({ attendance: 31, units: ["dongwa"] });
    expect((await taizhang("undo")).code).toBe(0);
    expect(await json("show", id)).toMatchObject({ attendance: 30, units: [] });
    expect((await taizhang("undo")).code).toBe(1); // an undo is undone by doing it again
    await taizhang("void", id, "--reason", "重复登记");
    expect(await json("list")).toEqual([]);
    await taizhang("restore", id);
    expect(await json("list")).toHaveLength(1);
    const history = await json("history", id);
    expect(history.map(({ type }: { type: string }) => type)).toEqual([
      "entry-logged",
      "entry-amended",
      "entry-amended",
      "record-voided",
      "record-restored",
    ]);
    expect(history[1].fields).toContainEqual({ field: "attendance", before: 30, after: 31 });
  });

  test("an inspection raises its problems as one step, and is undone as one", async () => {
    await taizhang(
      "position",
      "add",
      "上墙图版",
      "东洼村图版",
      "--unit",
      "东洼村",
      "--date",
      "2021-01-01",
    );
    const inspected = await json(
      "inspect",
      "东洼",
      "--fail",
      "文字=两处错字",
      "--date",
      "2022-04-01",
    );
    expect(inspected.problems).toHaveLength(1);
    expect(await json("problem", "list")).toMatchObject([{ status: "found", unit: "dongwa" }]);
    await taizhang("undo");
    expect(await json("problem", "list")).toEqual([]);
    expect(await json("list")).toEqual([]);
  });

  test("a problem is closed by another than the one who rectified it", async () => {
    await taizhang("member", "add", "李敏", "--role", "leader");
    const { id } = await json("problem", "raise", "宣传栏破损", "--date", "2022-04-01");
    const assigned = ["--owner", "李敏", "--deadline", "2022-05-01", "--date", "2022-04-02"];
    expect((await taizhang("problem", "assign", id, ...assigned)).code).toBe(0);
    const rectified = ["--measure", "更换玻璃", "--date", "2022-04-20", "--as", "李敏"];
    expect((await taizhang("problem", "rectify", id, ...rectified)).code).toBe(0);
    const own = await taizhang("problem", "close", id, "--date", "2022-04-21", "--as", "李敏");
    expect(own).toMatchObject({ code: 3, out: "" });
    expect(own.err).toContain("谁整改的谁不能销号");
    expect((await taizhang("problem", "close", id, "--date", "2022-04-21")).code).toBe(0);
  });

  test("what comes after the closing waits for the leader", async () => {
    await taizhang("log", "study", "按时", "--date", "2022-03-04");
    await taizhang("period", "close", "2022-H1");
    const late = await taizhang("log", "study", "迟到", "--date", "2022-03-05");
    expect(late.code).toBe(0);
    expect(late.err).toContain("补录");
    expect(await json("tally", "study", "--period", "2022-H1")).toMatchObject([{ value: 1 }]);
    const [{ id }] = await json("late", "list");
    await taizhang("late", "admit", id);
    expect(await json("tally", "study", "--period", "2022-H1")).toMatchObject([{ value: 2 }]);
  });

  test("a statement stands in the report, and what is not written is named", async () => {
    const text = "一条不足\n又一条";
    await taizhang("statement", "shortcomings", "--period", "2022-H1", "--text", text);
    const report = await taizhang("report", "--period", "2022-H1");
    expect(report.out).toContain("一是一条不足。二是又一条。");
    expect(report.out).toContain("〔待填：");
    expect(report.err).toContain("“责任分工”还没有写");
  });

  test("a template's unknown name is an error with its place and the nearest name", async () => {
    const template = join(folder, "own.liquid");
    await writeFile(template, "学习\n{{ 集中学习 }}，{{ 集中学系 }}\n");
    const failed = await taizhang("report", "--period", "2022-H1", "--template", template);
    expect(failed).toMatchObject({ code: 1, out: "" });
    expect(failed.err).toMatch(/第 2 行.*集中学系.*集中学习/);
    await writeFile(template, "{{ 集中学习 }}|{{ study.value }}|{{ office }}{{ period }}\n");
    const fine = await taizhang("report", "--period", "2022-H1", "--template", template);
    expect(fine.out.trim()).toBe("0次|0|测试镇2022年上半年");
  });

  test("verify reads everything anew, and a changed word is found and named", async () => {
    await taizhang("log", "study", "原来的话", "--date", "2022-03-04");
    await taizhang("log", "study", "后来", "--date", "2022-03-05");
    expect(await json("verify")).toMatchObject({ ok: true, lines: 5, declined: 0 });
    const journal = join(folder, "journal", "000000000001.ndjson");
    const content = await readFile(journal, "utf8");
    await writeFile(journal, content.replace("原来的话", "篡改的话"));
    const broken = await taizhang("verify");
    expect(broken.code).toBe(1);
    expect(broken.err).toContain("第 4 条");
  });
});

test("a write that was cut off is set aside, said once, and everything before it is there", async () => {
  await taizhang("log", "study", "写完的", "--date", "2022-03-04");
  const journal = join(folder, "journal", "000000000001.ndjson");
  await appendFile(journal, '{"bytes":900,"batch":[5,1],"seq":5,"rec');
  const list = await taizhang("list");
  expect(list.code).toBe(0);
  expect(list.out).toContain("写完的");
  expect(list.err).toContain("未曾确认");
  expect((await taizhang("list")).err).toBe("");
});

describe("beside each other", () => {
  test("ten commands at once all get their turn, and every entry is there", async () => {
    const runs = Array.from({ length: 10 }, (_, at) =>
      taizhang("log", "study", `同时 ${at}`, "--date", "2022-03-04"),
    );
    for (const { code, err } of await Promise.all(runs)) expect([code, err]).toEqual([0, ""]);
    expect(await json("list")).toHaveLength(10);
  });

  test("commands go through a running daemon, and past one that was killed", async () => {
    const daemon = start(["--office", folder, "daemon", "--port", "0"]);
    const lines = createInterface({ input: daemon.stdout as NodeJS.ReadableStream });
    await once(lines, "line");
    expect((await taizhang("log", "study", "经守护进程", "--date", "2022-03-04")).code).toBe(0);
    daemon.kill("SIGKILL");
    await once(daemon, "exit");
    expect((await taizhang("log", "study", "它停了以后", "--date", "2022-03-05")).code).toBe(0);
    expect(await json("list")).toHaveLength(2);
    expect(await json("verify")).toMatchObject({ ok: true });
  });

  test("a copy of an office is another office, also while the daemon of the first one runs", async () => {
    const daemon = start(["--office", folder, "daemon", "--port", "0"]);
    await once(createInterface({ input: daemon.stdout as NodeJS.ReadableStream }), "line");
    const copy = join(folder, "..", "copy");
    await cp(folder, copy, { recursive: true });
    await rm(join(copy, "lock")); // the running daemon's, and of this machine
    expect((await run(["--office", copy, "log", "study", "记在副本里"])).code).toBe(0);
    expect(await json("list")).toEqual([]);
    daemon.kill("SIGTERM");
    await once(daemon, "exit");
  });

  test("a daemon that is told to stop leaves nothing behind but the data", async () => {
    const daemon = start(["--office", folder, "daemon", "--port", "0"]);
    await once(createInterface({ input: daemon.stdout as NodeJS.ReadableStream }), "line");
    daemon.kill("SIGTERM");
    const [code] = await once(daemon, "exit");
    expect(code).toBe(0);
    const left = await readdir(folder);
    expect(left).not.toContain("daemon.json");
    expect(left).not.toContain("lock");
  });
});
