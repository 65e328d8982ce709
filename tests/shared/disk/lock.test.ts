import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { acquireLock, LockHeld } from "../../../shared/disk/lock.ts";
import { emptyFolder } from "../../support/folder.ts";

const contender = join(import.meta.dirname, "..", "..", "support", "lock-contender.ts");

/** @returns what a process said that took the lock so many times, and perhaps died with it */
async function contend(folder: string, rounds: number, end: "leaves" | "dies"): Promise<string> {
  const places = [join(folder, "lock"), join(folder, "inside")];
  const child = spawn(process.execPath, [contender, ...places, String(rounds), end], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(child.signalCode).toBe(end === "dies" ? "SIGKILL" : null);
  return said;
}

test("one at a time; the second learns who the first is", async () => {
  const file = join(await emptyFolder(), "lock");
  const lock = await acquireLock(file);
  const failure = await acquireLock(file).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(LockHeld);
  expect(failure).toMatchObject({ pid: process.pid, host: hostname() });
  expect((failure as LockHeld).since).toMatch(/^\d{4}-\d\d-\d\dT/);
  await lock.release();
  await (await acquireLock(file)).release();
});

test("who has patience gets it when the other is done", async () => {
  const file = join(await emptyFolder(), "lock");
  const lock = await acquireLock(file);
  const waiting = acquireLock(file, 20_000);
  await lock.release();
  await (await waiting).release();
});

test("nothing is left once it is given back", async () => {
  const folder = await emptyFolder();
  const lock = await acquireLock(join(folder, "lock"));
  expect(await readdir(folder)).toEqual(["lock"]);
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a process that was killed is taken over, and nothing of it is left", async () => {
  const folder = await emptyFolder();
  expect(await contend(folder, 1, "dies")).toBe("had it\n");
  const dead = JSON.parse(await readFile(join(folder, "lock"), "utf8"));
  // Another was killed while it waited, a third while it was taking over.
  await writeFile(join(folder, `lock.${dead.token}`), JSON.stringify(dead));
  const third = { ...dead, token: randomUUID() };
  await writeFile(join(folder, `lock.after-${dead.token}`), JSON.stringify(third));
  const lock = await acquireLock(join(folder, "lock"));
  expect(JSON.parse(await readFile(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  expect(await readdir(folder)).toEqual(["lock"]);
  await lock.release();
});

test.skipIf(process.platform !== "linux")(
  "a process that only has the number of the dead one does not keep the lock alive",
  async () => {
    const folder = await emptyFolder();
    const file = join(folder, "lock");
    await (await acquireLock(file)).release();
    const first = await acquireLock(file);
    const holder = JSON.parse(await readFile(file, "utf8"));
    await writeFile(file, JSON.stringify({ ...holder, born: "another boot 77" }));
    const second = await acquireLock(file);
    await first.release(); // not its own any more
    await expect(acquireLock(file)).rejects.toThrow(LockHeld);
    await second.release();
  },
);

test("a lock of another machine is never taken over: nobody can know from here", async () => {
  const folder = await emptyFolder();
  const file = join(folder, "lock");
  const lock = await acquireLock(file);
  const holder = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...holder, host: "another", pid: 999_999_999 }));
  await expect(acquireLock(file)).rejects.toMatchObject({ host: "another", pid: 999_999_999 });
  await lock.release();
});

test("a lock file that says nothing, as a power cut may leave it, is taken over", async () => {
  for (const content of ["", "{}", "\0\0\0"]) {
    const file = join(await emptyFolder(), "lock");
    await writeFile(file, content);
    await (await acquireLock(file)).release();
  }
});

test("many that want it, of which some die with it, never have it two at once", async () => {
  const folder = await emptyFolder();
  const said = await Promise.all([
    contend(folder, 15, "leaves"),
    contend(folder, 3, "dies"),
    contend(folder, 6, "dies"),
    contend(folder, 9, "dies"),
    contend(folder, 15, "leaves"),
  ]);
  expect(said.join("")).toBe("had it\n".repeat(48));
});

test.runIf(process.platform === "linux")(
  "a process that was killed and whose parent never looks holds nothing",
  async () => {
    // What the shell becomes has a child that it does not know of.
    const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec sleep 600"]);
    try {
      const pid = Number((await once(parent.stdout, "data")).toString());
      const stateOf = async () => (await readFile(`/proc/${pid}/stat`, "utf8")).split(" ")[2];
      const file = join(await emptyFolder(), "lock");
      const holder = { pid, host: hostname(), token: randomUUID(), since: "" };
      await writeFile(file, JSON.stringify(holder));
      await expect(acquireLock(file)).rejects.toThrow(LockHeld);
      process.kill(pid, "SIGKILL");
      await expect.poll(stateOf).toBe("Z");
      await (await acquireLock(file)).release();
    } finally {
      parent.kill("SIGKILL");
    }
  },
);
