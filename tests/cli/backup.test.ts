import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type BackedUp, backUp, NothingToBackUp } from "../../cli/workstation/backup/backup.ts";
import { findLastBackup } from "../../cli/workstation/backup/last.ts";
import { openVerification } from "../../daemon/main.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { emptyFolder } from "../support/folder.ts";
import { type Lan, openLan, openStation } from "../support/lan.ts";
import { testOptions, writerOf } from "../support/office.ts";
import { run } from "../support/program.ts";

let lan: Lan;
const day = new Date("2022-06-30T04:00:00Z");
const quiet = () => {};

beforeEach(async () => {
  lan = await openLan();
});
afterEach(() => lan.close());

/** Writes until it is told to stop, as fast as the daemon takes it. */
function keepWriting() {
  const { intake } = lan.daemon.office;
  const writer = writerOf(lan.daemon.office, lan.admin);
  let going = true;
  const done = (async () => {
    while (going) {
      const three = [1, 2, 3].map(() => writer.meeting("写".repeat(200)));
      const last = three.at(-1) as (typeof three)[number];
      const signature = vouch(lan.admin.privateKey, last.id, hashOperation(last));
      const answers = await intake.accept(lan.admin.id, three, signature);
      expect(answers.every(({ outcome }) => outcome === "recorded")).toBe(true);
    }
  })();
  return async () => {
    going = false;
    await done;
  };
}

async function rights(folder: string): Promise<ReadonlySet<string>> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    all.map(async (one) => {
      const { mode } = await stat(join(one.parentPath, one.name));
      return `${one.isDirectory() ? "folder" : "file"} ${(mode & 0o777).toString(8)}`;
    }),
  );
  return new Set(found);
}

test("a backup that was made while the daemon wrote is whole, and is an office when it is put in place", async () => {
  const target = await emptyFolder();
  const stop = keepWriting();
  const { intake } = lan.daemon.office;
  const before = intake.ledger().seq;
  const made: BackedUp[] = [];
  for (let at = 0; at < 5; at++) made.push(await backUp(lan.folder, target, day, quiet));
  const written = intake.ledger().seq;
  await stop();
  expect(made.map(({ folder }) => folder.slice(target.length + 1))).toEqual([
    "taizhang-2022-06-30",
    ...[2, 3, 4, 5].map((number) => `taizhang-2022-06-30-${number}`),
  ]);
  expect(made.every(({ seq }, at) => seq >= (made[at - 1]?.seq ?? before))).toBe(true);
  expect(made.at(-1)?.seq).toBeGreaterThan(before);
  expect(made.at(-1)?.seq).toBeLessThanOrEqual(written);
  for (const { folder, seq } of made) {
    const place = join(await emptyFolder(), "office");
    await cp(folder, place, { recursive: true });
    const found = await openVerification(place, testOptions, quiet);
    expect(found).toMatchObject({ lines: seq, state: found.asOpened, unvouched: undefined });
  }
  expect(await rights(target)).toEqual(new Set(["folder 700", "file 600"]));
  expect(await findLastBackup(lan.folder)).toMatchObject({ seq: made.at(-1)?.seq });
}, 30_000);

test("a backup names every file with its hash, holds the keys, and nothing of the moment", async () => {
  const { folder, files } = await backUp(lan.folder, join(lan.folder, "backups"), day, quiet);
  const manifest = JSON.parse(await readFile(join(folder, "backup.json"), "utf8"));
  const paths = manifest.files.map(({ path }: { path: string }) => path);
  expect(paths).toHaveLength(files);
  expect(paths).toEqual(
    expect.arrayContaining([
      "journal/000000000001.ndjson",
      "access.json",
      "profile.yaml",
      "tls/daemon.pem",
      `workstations/${lan.admin.id}/workstation.json`,
    ]),
  );
  expect(paths.filter((path: string) => /lock|daemon\.json|backup/.test(path))).toEqual([]);
});

test("what a write has only begun stays out, and an earlier backup is no part of the next", async () => {
  const own = join(lan.folder, "mine");
  const first = await backUp(lan.folder, own, day, quiet);
  const journal = join(lan.folder, "journal", "000000000001.ndjson");
  const whole = await readFile(journal, "utf8");
  await writeFile(journal, '{"bytes":900,"batch":[', { flag: "a" });
  const second = await backUp(lan.folder, await emptyFolder(), day, quiet);
  await writeFile(journal, whole);
  expect(second).toMatchObject({ seq: first.seq, files: first.files, bytes: first.bytes });
});

test("a journal with a changed line is not backed up as if it were whole, and nothing is left behind", async () => {
  const journal = join(lan.folder, "journal", "000000000001.ndjson");
  const whole = await readFile(journal, "utf8");
  await writeFile(journal, whole.replace("管理员", "别的人"));
  const target = await emptyFolder();
  await expect(backUp(lan.folder, target, day, quiet)).rejects.toThrow();
  await writeFile(journal, whole);
  expect(await readdir(target)).toEqual([]);
  expect(await findLastBackup(lan.folder)).toBeUndefined();
});

test("a joined workstation's folder is backed up too: its copy and what it has not sent", async () => {
  const { folder, identity } = await lan.join(await lan.invite("王芳"));
  const joined = await openStation({ folder, identity }, () => lan.way);
  await expect.poll(() => joined.live.current().connected).toBe(true);
  await joined.whole();
  const made = await backUp(folder, await emptyFolder(), day, quiet);
  const { seq } = joined.live.current().ledger;
  await joined.close();
  expect(made.seq).toBe(seq);
  const names = await readdir(made.folder, { recursive: true });
  expect(names).toContain(join("workstations", identity.id, "replica", "journal"));
  await rm(folder, { recursive: true });
  await cp(made.folder, folder, { recursive: true });
  const again = await openStation({ folder, identity }, () => lan.way);
  await expect.poll(() => again.live.current().connected).toBe(true);
  expect(again.live.current().ledger.seq).toBe(lan.daemon.office.intake.ledger().seq);
  await again.close();
});

test("where nothing is, nothing is backed up", async () => {
  const empty = await emptyFolder();
  await mkdir(join(empty, "more"));
  await expect(backUp(empty, await emptyFolder(), day, quiet)).rejects.toBeInstanceOf(
    NothingToBackUp,
  );
});

test("as a command: it says where the copy lies and that it holds keys; verify finds it whole", async () => {
  const office = join(await emptyFolder(), "office");
  await run(["--office", office, "init", "--name", "测试镇", "--admin", "王芳"]);
  const said = await run(["--office", office, "backup"]);
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(said.out).toContain("备份里有密钥和令牌");
  const { out } = await run(["--office", office, "backup", "--json"]);
  const { folder, seq } = JSON.parse(out);
  expect(seq).toBeGreaterThan(0);
  await rm(join(office, "journal"), { recursive: true });
  const place = join(await emptyFolder(), "office");
  await cp(folder, place, { recursive: true });
  expect((await run(["--office", place, "verify"])).out).toContain("日志完好");
  const none = await run(["--office", await emptyFolder(), "backup"]);
  expect(none).toMatchObject({ code: 2, err: expect.stringContaining("没有可以备份的台账") });
});
