import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sayFailure } from "../../cli/printing/failures.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import { workstationFolder } from "../../cli/workstation/identity.ts";
import { emptyFolder } from "../support/folder.ts";
import { openKnowing, openLan } from "../support/lan.ts";
import { program, run, start } from "../support/program.ts";
import { modesAtRest, openTerminal } from "../support/terminal.ts";

async function newOffice(): Promise<string> {
  const folder = join(await emptyFolder(), "office");
  await run(["--office", folder, "init", "--name", "青禾镇党委", "--admin", "王芳"]);
  return folder;
}

test.each(["list", "verify", "daemon", "renew-key"])(
  "%s of an office whose journal is gone says so, and begins none in its place",
  async (command) => {
    const folder = await newOffice();
    const journal = join(folder, "journal");
    await rm(journal, { recursive: true });
    const { code, err } = await run(["--office", folder, command]);
    expect(code).toBe(1);
    expect(err).toContain(`缺少 ${journal}`);
    expect(await readdir(folder)).not.toContain("journal");
  },
);

test("no new office takes the place of one whose journal is gone, or of a joined workstation", async () => {
  const anew = ["init", "--name", "另一个", "--admin", "李敏"];
  const folder = await newOffice();
  await rm(join(folder, "journal"), { recursive: true });
  const lost = await run(["--office", folder, ...anew]);
  expect([lost.code, lost.err]).toEqual([1, expect.stringContaining(join(folder, "journal"))]);
  expect(await readdir(folder)).not.toContain("journal");
  const lan = await openLan();
  const station = await lan.join(await lan.invite("李敏"));
  await lan.close();
  const joined = await run(["--office", station.folder, ...anew]);
  expect([joined.code, joined.err]).toEqual([2, expect.stringContaining("已加入")]);
});

test("a journal folder without a journal is none", async () => {
  const folder = await newOffice();
  await rm(join(folder, "journal", "000000000001.ndjson"));
  expect(await run(["--office", folder, "verify"])).toMatchObject({ code: 1, out: "" });
});

test("an office without its list of tokens says which file is missing", async () => {
  const folder = await newOffice();
  await rm(join(folder, "access.json"));
  const { code, err } = await run(["--office", folder, "list"]);
  expect([code, err]).toEqual([1, expect.stringContaining(join(folder, "access.json"))]);
  expect((await run(["--office", folder, "verify"])).code).toBe(0);
});

test("what the disk refuses is told with the place and the reason", () => {
  const refused = (code: string, more: object) =>
    sayFailure(wordingIn("en"), Object.assign(new Error(code), { code, ...more }));
  const full = refused("ENOSPC", {});
  expect([full.code, full.exit]).toEqual(["error.disk", 1]);
  expect(full.sentence).toContain("the disk is full");
  expect(refused("EROFS", { path: "/office/lock.1" }).sentence).toContain(
    "in /office: nothing can be written there",
  );
  expect(refused("ENOENT", { path: "/office", syscall: "mkdir" }).code).toBe("error.disk");
  expect(refused("ENOENT", { path: "/office", syscall: "open" }).code).toBe("error.unexpected");
});

test.each(["10.0.0.300", "office-pc", "10.0.0.1:8710"])(
  "an invitation is not made with %s, which it cannot hold",
  async (address) => {
    const folder = await newOffice();
    const told = ["invite", "--name", "李敏", "--role", "staff", "--address", address];
    const { code, out, err } = await run(["--office", folder, ...told]);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(address)]);
  },
);

test("a folder that takes nothing any more is backed up, only not noted as that", async () => {
  const folder = await newOffice();
  await mkdir(join(folder, "last-backup.json"));
  await writeFile(join(folder, "last-backup.json", "in the way"), "");
  const target = await emptyFolder();
  expect((await run(["--office", folder, "backup", target])).code).toBe(0);
  expect(await readdir(target)).toHaveLength(1);
});

test("a daemon whose key is gone says who does not know the one that it made", async () => {
  const lan = await openLan();
  await lan.join(await lan.invite("李敏"));
  await lan.close();
  expect(await saidAtStart(lan.folder)).not.toContain("tls");
  await rm(join(lan.folder, "tls"), { recursive: true });
  expect(await saidAtStart(lan.folder)).toContain(`${lan.folder} 里没有密钥（tls）`);
  expect(await saidAtStart(lan.folder)).not.toContain("tls");
});

/** Everything that a daemon says until it listens. */
async function saidAtStart(folder: string): Promise<string> {
  const daemon = start(["--office", folder, "daemon", "--port", "0"]);
  const ended = new Promise<void>((resolve) => daemon.once("close", () => resolve()));
  let said = "";
  daemon.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    said += piece;
  });
  await new Promise<void>((resolve) => daemon.stdout?.once("data", () => resolve()));
  daemon.kill("SIGTERM");
  await ended;
  return said;
}

test("the screens say which part is missing too, and leave the terminal as it was", async () => {
  const folder = await newOffice();
  await rm(join(folder, "journal"), { recursive: true });
  const terminal = openTerminal(process.execPath, [program, "--office", folder, "--lang", "en"], {
    LANG: "C.UTF-8",
  });
  await terminal.sees("is missing");
  expect(await terminal.exited).toBe(1);
  expect(terminal.modes()).toEqual(modesAtRest);
  expect(await readdir(folder)).not.toContain("journal");
});

describe("a joined workstation", () => {
  async function newStation() {
    const lan = await openLan();
    const { folder, identity } = await lan.join(await lan.invite("李敏"));
    const joined = await openKnowing({ folder, identity }, () => lan.daemon.port);
    await joined.caughtUp(10_000);
    await joined.close();
    await lan.close();
    return { folder, own: workstationFolder(folder, identity.id) };
  }

  test("tells damage of its copy from damage of what it wrote", async () => {
    const { folder, own } = await newStation();
    const spoil = async (file: string) =>
      writeFile(file, (await readFile(file, "utf8")).replace(/"operation":/, '"oPeration":'));
    await spoil(join(own, "outbox", "000000000001.ndjson"));
    const outbox = await run(["--office", folder, "--lang", "en", "list", "--json"]);
    expect(JSON.parse(outbox.err).error).toMatchObject({
      code: "error.log-broken",
      message: expect.stringMatching(/^What was written on this workstation is damaged/),
    });
    await rm(join(own, "outbox"), { recursive: true });
    const copy = join(own, "replica", "journal", "000000000001.ndjson");
    await spoil(copy);
    const replica = await run(["--office", folder, "--lang", "en", "list"]);
    expect(replica.code).toBe(1);
    expect(replica.err).toContain(join(own, "replica"));
    expect(replica.err).toMatch(/^This workstation's copy of the ledger is damaged/);
  });

  test("without its key is no empty place", async () => {
    const { folder, own } = await newStation();
    await rm(join(own, "workstation.json"));
    const { code, err } = await run(["--office", folder, "list"]);
    expect([code, err]).toEqual([2, expect.stringContaining("缺少 workstation.json")]);
  });
});
