/** Files that each release wrote are read by this one: to the same state, tallies and words. */
import { cp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { foldVersion } from "../shared/ledger/ledger.ts";
import { openFilesStore } from "../shared/store/files/files-store.ts";
import { Epoch } from "../shared/words/ids.ts";
import { emptyFolder } from "./support/folder.ts";
import { run } from "./support/program.ts";

const golden = join(import.meta.dirname, "golden");
const releases = await readdir(golden);

describe.each(releases)("what release %s wrote", (release) => {
  const written = (file: string) => readFile(join(golden, release, file), "utf8");
  /** A copy, for what is kept must stay as it was written. */
  const copy = async () => {
    const office = join(await emptyFolder(), "office");
    await cp(join(golden, release, "office"), office, { recursive: true });
    return office;
  };

  /** The state hash is over what this version of the fold makes: only the same one makes the same. */
  const readVerified = async () => {
    const { state, lines } = JSON.parse(await written("verify.json"));
    const [head = ""] = (await written("office/ledger.json")).split("\n");
    const { fold } = JSON.parse(`${head.slice(0, -1)}}`);
    return { lines, fold, same: fold === foldVersion ? { state, lines } : { lines } };
  };

  test("folds to the same state, from its journal and over its snapshot", async () => {
    const office = await copy();
    const { same } = await readVerified();
    const whole = await run(["--office", office, "verify", "--json"]);
    expect(JSON.parse(whole.out)).toMatchObject({ ok: true, ...same });
    await rm(join(office, "ledger.json"));
    const anew = await run(["--office", office, "verify", "--json"]);
    expect(JSON.parse(anew.out)).toMatchObject({ ok: true, ...same });
  });

  test("is opened over its snapshot, not beside it, unless that is of another fold", async () => {
    const store = await openFilesStore(await copy(), () => Epoch.parse("neverused"));
    const { lines, fold } = await readVerified();
    expect((await store.loadSnapshot())?.seq).toBe(fold === foldVersion ? lines : undefined);
    await store.close();
  });

  test("gives the same tallies and the same report, and can be written on", async () => {
    const office = ["--office", await copy()];
    const period = ["--period", "2022-H1"];
    const tallies = await run([...office, "tally", ...period, "--json"]);
    expect(JSON.parse(tallies.out)).toEqual(JSON.parse(await written("tallies.json")));
    const report = await run([...office, "report", ...period]);
    expect(report.out).toBe(await written("report.txt"));
    expect((await run([...office, "log", "study", "以后的学习"])).code).toBe(0);
    expect((await run([...office, "verify"])).code).toBe(0);
  });
});
