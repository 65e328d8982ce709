import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { removeLeftovers, writeAtomically } from "../../../shared/disk/atomic-file.ts";
import { type Disk, realDisk } from "../../../shared/disk/disk.ts";
import { emptyFolder } from "../../support/folder.ts";
import { diceOf, ForgetfulDisk, PowerOff } from "../../support/forgetful-disk.ts";

const long = (letter: string) => Array.from({ length: 30 }, (_, at) => `${letter}${at}\n`);

test("after a power cut at any call the file is as it was or as it should be", async () => {
  const [before, after] = [long("a").join(""), long("b").join("")];
  for (let calls = 0; calls < 8; calls++) {
    for (let seed = 0; seed < 40; seed++) {
      const disk = new ForgetfulDisk(diceOf(seed * 100 + calls));
      await writeAtomically("/office/access.json", long("a"), { disk });
      disk.restart(calls);
      const written = await writeAtomically("/office/access.json", long("b"), { disk }).then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(PowerOff);
          return false;
        },
      );
      disk.restart();
      const found = (await disk.read("/office/access.json")).toString();
      expect(written ? [after] : [before, after]).toContain(found);
    }
  }
});

test("only its owner may read it, unless told otherwise; nothing is left beside it", async () => {
  const folder = await emptyFolder();
  await writeAtomically(join(folder, "token"), ["一", "二"]);
  await writeAtomically(join(folder, "open"), ["三"], { mode: 0o644 });
  expect(await readFile(join(folder, "token"), "utf8")).toBe("一二");
  expect((await readdir(folder)).sort()).toEqual(["open", "token"]);
  if (process.platform === "win32") return;
  expect((await stat(join(folder, "token"))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "open"))).mode & 0o777).toBe(0o644);
});

/** Refuses to rename, so many times, as a virus scanner on Windows makes it. */
function refusing(times: number, code: string): Disk {
  let left = times;
  return {
    ...realDisk,
    rename: async (from, to) => {
      if (left-- > 0) throw Object.assign(new Error("busy"), { code });
      await realDisk.rename(from, to);
    },
  };
}

test.each(["EPERM", "EBUSY", "EACCES"])(
  "a rename that fails with %s is tried again",
  async (code) => {
    const file = join(await emptyFolder(), "ledger.json");
    await writeAtomically(file, ["{}"], { disk: refusing(2, code) });
    expect(await readFile(file, "utf8")).toBe("{}");
  },
);

test("what cannot be renamed at all fails, and leaves the old file alone", async () => {
  const folder = await emptyFolder();
  const file = join(folder, "ledger.json");
  await writeAtomically(file, ["old"]);
  const disk = refusing(1, "EROFS");
  await expect(writeAtomically(file, ["new"], { disk })).rejects.toMatchObject({ code: "EROFS" });
  expect(await readFile(file, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["ledger.json"]);
});

test("what a stopped process left half written is removed, and nothing else", async () => {
  const disk = new ForgetfulDisk(diceOf(1));
  await writeAtomically("/office/ledger.json", ["whole"], { disk });
  await writeAtomically("/office/other.json.new", ["kept"], { disk });
  disk.restartProcess(2);
  await expect(writeAtomically("/office/ledger.json", ["half"], { disk })).rejects.toThrow();
  disk.restartProcess();
  expect(await disk.list("/office")).toHaveLength(3);
  await removeLeftovers("/office/ledger.json", disk);
  expect([...(await disk.list("/office"))].sort()).toEqual(["ledger.json", "other.json.new"]);
});
