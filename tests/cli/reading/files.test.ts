import { execFile } from "node:child_process";
import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { Failed } from "../../../cli/failure.ts";
import { writeFileNamed } from "../../../cli/reading/files.ts";
import { emptyFolder } from "../../support/folder.ts";

test("a file is as it was or as it should be, also when what is written breaks off", async () => {
  const folder = await emptyFolder();
  const file = join(folder, "台账.csv");
  await writeFileNamed(file, "从前的");
  function* broken() {
    yield "x".repeat(3 * 1024 * 1024);
    throw new RangeError("broken off");
  }
  await expect(writeFileNamed(file, broken())).rejects.toThrow("broken off");
  expect(await readFile(file, "utf8")).toBe("从前的");
  expect(await readdir(folder)).toEqual(["台账.csv"]);
});

test("text and bytes in pieces come out in their order, however long", async () => {
  const file = join(await emptyFolder(), "out");
  const long = "很".repeat(700_000);
  await writeFileNamed(file, [long, Buffer.from("一"), "", "二", Buffer.from(long), "三"]);
  expect(await readFile(file, "utf8")).toBe(`${long}一二${long}三`);
});

test.skipIf(process.platform === "win32")(
  "a link stays a link, a file keeps its rights, and what is no file is written to as it is (not on Windows)",
  async () => {
    const folder = await emptyFolder();
    const [file, link, pipe] = ["file", "link", "pipe"].map((name) => join(folder, name));
    if (!file || !link || !pipe) throw new Error("three names");
    await writeFile(file, "从前的");
    await chmod(file, 0o600);
    await symlink(file, link);
    await writeFileNamed(link, "现在的");
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toBe("现在的");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await promisify(execFile)("mkfifo", [pipe]);
    const [read] = await Promise.all([readFile(pipe, "utf8"), writeFileNamed(pipe, "流过去的")]);
    expect(read).toBe("流过去的");
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  },
);

test("what cannot be written is said with its name and why", async () => {
  const folder = await emptyFolder();
  await mkdir(join(folder, "is-folder"));
  for (const name of ["no/such/file", "is-folder"]) {
    const failed = await writeFileNamed(join(folder, name), "x").catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failed);
    expect(failed).toMatchObject({
      key: "error.file-unwritable",
      params: { file: join(folder, name), reason: expect.stringMatching(/^E[A-Z]+$/) },
    });
  }
});
