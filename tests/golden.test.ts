/** Files that each release wrote are read by this one: to the same state, tallies and words. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { foldVersion } from "../shared/ledger/ledger.ts";
import { openFilesStore } from "../shared/store/files/files-store.ts";
import { Epoch } from "../shared/words/ids.ts";
import { emptyFolder } from "./support/folder.ts";
import { run, start } from "./support/program.ts";

const golden = join(import.meta.dirname, "golden");
const releases = await readdir(golden);
/** The first two kept no workstation that had joined. */
const withDesk = releases.filter((release) => existsSync(join(golden, release, "desk")));

const written = (release: string, file: string) => readFile(join(golden, release, file), "utf8");
/** A copy, for what is kept must stay as it was written. */
async function copy(release: string, name: "office" | "desk"): Promise<string> {
  const folder = join(await emptyFolder(), name);
  await cp(join(golden, release, name), folder, { recursive: true });
  return folder;
}

describe.each(releases)("what release %s wrote", (release) => {
  /** The state hash is over what this version of the fold makes: only the same one makes the same. */
  const readVerified = async () => {
    const { state, lines } = JSON.parse(await written(release, "verify.json"));
    const [head = ""] = (await written(release, "office/ledger.json")).split("\n");
    const { fold, seq } = JSON.parse(`${head.slice(0, -1)}}`);
    return { fold, seq, same: fold === foldVersion ? { state, lines } : { lines } };
  };

  test("folds to the same state, from its journal and over its snapshot", async () => {
    const office = await copy(release, "office");
    const { same } = await readVerified();
    const whole = await run(["--office", office, "verify", "--json"]);
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, ...same });
    await rm(join(office, "ledger.json"));
    const anew = await run(["--office", office, "verify", "--json"]);
    expect(JSON.parse(anew.out)).toMatchObject({ ok: true, ...same });
  });

  test("is opened over its snapshot, not beside it, unless that is of another fold", async () => {
    const store = await openFilesStore(await copy(release, "office"), () =>
      Epoch.parse("neverused"),
    );
    const { fold, seq } = await readVerified();
    expect((await store.loadSnapshot())?.seq).toBe(fold === foldVersion ? seq : undefined);
    await store.close();
  });

  test("gives the same tallies and the same report, and can be written on", async () => {
    const office = ["--office", await copy(release, "office")];
    const period = ["--period", "2022-H1"];
    const tallies = await run([...office, "tally", ...period, "--json"]);
    expect(JSON.parse(tallies.out)).toEqual(JSON.parse(await written(release, "tallies.json")));
    const report = await run([...office, "report", ...period]);
    expect(report.out).toBe(await written(release, "report.txt"));
    expect((await run([...office, "log", "study", "以后的学习"])).code).toBe(0);
    expect((await run([...office, "verify"])).code).toBe(0);
  });
});

describe.each(withDesk)("a workstation that release %s wrote", (release) => {
  test("knows the ledger without its daemon, and what waits in its outbox", async () => {
    const desk = ["--office", await copy(release, "desk")];
    const listed = await run([...desk, "list", "--period", "2022-H2", "--json"]);
    expect(JSON.parse(listed.out)).toEqual(JSON.parse(await written(release, "desk.json")));
    expect((await run([...desk, "verify"])).code).toBe(0);
  });

  test("comes back to a daemon of this release, and its outbox with it", async () => {
    const [office, desk] = [await copy(release, "office"), await copy(release, "desk")];
    const daemon = start(["--office", office, "daemon", "--port", "0"]);
    onTestFinished(async () => {
      daemon.kill("SIGTERM");
      await once(daemon, "exit");
    });
    const [line] = await once(createInterface(daemon.stdout as NodeJS.ReadableStream), "line");
    await knowPort(desk, Number(/:(\d+)/.exec(line)?.[1]));
    const titles = async (folder: string) => {
      const { out } = await run(["--office", folder, "list", "--query", "断开时的学习", "--json"]);
      return JSON.parse(out).map(({ title }: { title: string }) => title);
    };
    expect(await titles(office)).toEqual([]);
    expect((await run(["--office", desk, "sync"])).code).toBe(0);
    expect(await titles(office)).toEqual(["断开时的学习"]);
  });
});

/** The port is another one each time; the office machine's address and key are as they were. */
async function knowPort(desk: string, port: number): Promise<void> {
  const [id = ""] = await readdir(join(desk, "workstations"));
  const file = join(desk, "workstations", id, "workstation.json");
  const known = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...known, daemon: { ...known.daemon, port } }));
}
