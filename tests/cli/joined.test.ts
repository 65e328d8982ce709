import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sayClock } from "../../cli/printing/clock.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import type { Draft } from "../../cli/workstation/drafting.ts";
import { type Identity, workstationFolder } from "../../cli/workstation/identity.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import type { Way } from "../../cli/workstation/way.ts";
import { openWorkstation, type Workstation } from "../../cli/workstation/workstation.ts";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import { vouch } from "../../shared/ledger/vouching.ts";
import { EntryId, nameOf } from "../../shared/words/ids.ts";
import { type Lan, meeting, openLan, openStation } from "../support/lan.ts";
import { type TestOffice, type Writer, writerOf } from "../support/office.ts";
import { smallProfile } from "../support/profile.ts";

interface Station {
  readonly joined: JoinedConnection;
  readonly workstation: Workstation;
  readonly folder: string;
  readonly identity: Identity;
}
const nowhere: Way = { host: "127.0.0.1", port: 1, key: "0".repeat(64) };

let lan: Lan;
let way: Way; // where the stations look for their daemon
const opened: Station[] = [];

async function openAt({
  folder,
  identity,
}: Pick<Station, "folder" | "identity">): Promise<Station> {
  const joined = await openStation({ folder, identity }, () => way);
  const workstation = openWorkstation(folder, identity, joined, () => new Date());
  const station = { joined, workstation, folder, identity };
  opened.push(station);
  return station;
}
async function newStation(name: string): Promise<Station> {
  const station = await openAt(await lan.join(await lan.invite(name)));
  await expect.poll(() => station.joined.live.current().connected).toBe(true);
  return station;
}
async function close(station: Station): Promise<void> {
  opened.splice(opened.indexOf(station), 1);
  await station.joined.close();
}

const retitle =
  (entry: EntryId, title: string): Draft =>
  () => ({ type: "entry-amended", entry, changes: { title } });

const titles = ({ joined }: Station) =>
  [...joined.live.current().ledger.entries.byId.values()].map(({ title }) => title).sort();
const log = async ({ workstation }: Station, draft: Draft) => {
  const [submitted] = await workstation.submit([draft]);
  return EntryId.parse(nameOf(submitted?.operation.id as never));
};
/** The admin writes something at the office machine itself. */
async function atTheOffice(body: Parameters<Writer["write"]>[0]): Promise<void> {
  const { office } = lan.daemon;
  const writer = writerOf(office, lan.admin);
  writer.saw = office.intake.ledger().seq;
  const operation = writer.write(body);
  const signature = vouch(lan.admin.privateKey, operation.id, hashOperation(operation));
  await office.intake.accept(lan.admin.id, [operation], signature);
}

/** Nothing waits, and it has everything that the office has. */
const isWhole = ({ joined }: Station) => {
  const { ledger, waiting } = joined.live.current();
  const there = lan.daemon.office.intake.ledger();
  return waiting === 0 && ledger.hash === there.hash && ledger.seq === there.seq;
};
const allWhole = () => expect.poll(() => opened.every(isWhole), { timeout: 10_000 }).toBe(true);

beforeEach(async () => {
  lan = await openLan();
  way = lan.way;
});
afterEach(async () => {
  for (const { joined } of opened.splice(0)) await joined.close();
  await lan.close();
});

test("what one workstation logs the other has, and both have the office's own ledger", async () => {
  const first = await newStation("王芳");
  const second = await newStation("李强");
  await log(first, meeting("例会"));
  await log(second, meeting("学习会"));
  await allWhole();
  expect(titles(first)).toEqual(titles(second));
  expect(titles(first)).toEqual(["例会", "学习会"].sort());
});

test("who joins a large office sees it at once, and has all of its journal soon after", async () => {
  const { office } = lan.daemon;
  const writer = writerOf(office, lan.admin);
  for (let at = 0; at < 12; at++) {
    const batch = Array.from({ length: 500 }, (_, of) => writer.meeting(`${at} 之 ${of}`));
    await office.intake.accept(lan.admin.id, batch);
  }
  const station = await newStation("王芳");
  await allWhole();
  await station.joined.whole();
  let lines = 0;
  for await (const some of station.joined.readSince(0 as never)) lines += some.length;
  expect(lines).toBe(office.intake.ledger().seq);
});

describe("without the daemon", () => {
  test("everything typed is kept, also through a restart, and goes out when it is back", async () => {
    const station = await newStation("王芳");
    way = nowhere;
    await lan.close();
    await expect.poll(() => station.joined.live.current().connected).toBe(false);
    const entry = await log(station, meeting("断线时的会"));
    await log(station, retitle(entry, "改了名的会"));
    expect(station.joined.live.current().waiting).toBe(2);
    expect(titles(station)).toEqual(["改了名的会"]);
    await close(station);

    const again = await openAt(station);
    expect(titles(again)).toEqual(["改了名的会"]);
    expect(again.joined.live.current().waiting).toBe(2);
    const office: TestOffice = { folder: lan.folder, admin: lan.admin };
    lan = await openLan(0, office);
    way = lan.way;
    await allWhole();
    expect(titles(again)).toEqual(["改了名的会"]);
  });

  test("a refusal is said at once, and nothing is kept of it", async () => {
    const station = await newStation("王芳");
    way = nowhere;
    await lan.close();
    await expect.poll(() => station.joined.live.current().connected).toBe(false);
    const closing: Draft = () => ({ type: "period-closed", period: "2022-H1" as never });
    await expect(station.workstation.submit([closing])).rejects.toMatchObject({ name: "Refused" });
    expect(station.joined.live.current().waiting).toBe(0);
    lan = await openLan(0, { folder: lan.folder, admin: lan.admin });
    way = lan.way;
  });

  test("of two who amended one field the first that arrived counts; a run of edits is one, until both were seen", async () => {
    const first = await newStation("王芳");
    const entry = await log(first, meeting("例会"));
    await allWhole();
    const office = { folder: lan.folder, admin: lan.admin };
    way = nowhere;
    await lan.close();
    await expect.poll(() => first.joined.live.current().connected).toBe(false);
    await log(first, retitle(entry, "离线改的"));
    await log(first, retitle(entry, "离线再改"));
    lan = await openLan(0, office);
    await atTheOffice(() => ({ type: "entry-amended", entry, changes: { title: "办公室改的" } }));
    way = lan.way;
    await allWhole();
    const found = () => findEntry(first.joined.live.current().ledger.entries, entry);
    expect(found()?.title).toBe("办公室改的");
    expect(found()?.trail.conflicts).toMatchObject([{ about: "field", value: "离线再改" }]);
    await log(first, retitle(entry, "两边都看过"));
    await allWhole();
    expect(found()?.title).toBe("两边都看过");
    expect(found()?.trail.conflicts).toBeUndefined();
  });
});

describe("two programs of one workstation", () => {
  test("share what is typed and what arrives, and the second goes on when the first ends", async () => {
    const first = await newStation("王芳");
    const second = await openAt(first);
    await log(second, meeting("第二个窗口"));
    await log(first, meeting("第一个窗口"));
    await expect.poll(() => titles(first)).toEqual(["第一个窗口", "第二个窗口"].sort());
    await expect.poll(() => titles(second)).toEqual(titles(first));
    await allWhole();
    await close(first);
    await log(second, meeting("接着写"));
    await allWhole();
    expect(titles(second)).toContain("接着写");
  });
});

test("what the daemon declines stands in the author's own list and blocks nothing behind it", async () => {
  const station = await newStation("王芳");
  way = nowhere;
  const office = { folder: lan.folder, admin: lan.admin };
  await lan.close();
  await expect.poll(() => station.joined.live.current().connected).toBe(false);
  await log(station, meeting("不再用的事项"));
  await log(station, meeting("后面的会"));
  lan = await openLan(0, office);
  const kinds = smallProfile.kinds.map((kind) => ({ ...kind, retired: true }));
  const profile = { ...smallProfile, kinds };
  await atTheOffice(() => ({ type: "profile-adopted", text: "{}", profile }));
  way = lan.way;
  await allWhole();
  expect(station.joined.live.current().declined).toBe(2);
  const declined = await station.joined.declined();
  expect(declined.map(({ operation, reason }) => [operation.type, reason.reason])).toEqual([
    ["entry-logged", "retired"],
    ["entry-logged", "retired"],
  ]);
  await station.joined.drop(declined[0]?.operation.id.n ?? 0);
  expect(station.joined.live.current().declined).toBe(1);
});

test("a folder that was copied is noticed, and neither copy overwrites the other", async () => {
  const station = await newStation("王芳");
  await close(station);
  const copy = { ...station, folder: `${station.folder}-copy` };
  await cp(station.folder, copy.folder, { recursive: true });
  const original = await openAt(station);
  await log(original, meeting("原来的"));
  await allWhole();
  await close(original);
  way = nowhere;
  const other = await openAt(copy);
  await log(other, meeting("副本里的"));
  way = lan.way;
  await expect
    .poll(() => other.joined.live.current().problem?.code, { timeout: 10_000 })
    .toBe("copied-workstation");
  expect(other.joined.live.current().waiting).toBe(1);
  expect(
    [...lan.daemon.office.intake.ledger().entries.byId.values()].map((one) => one.title),
  ).toEqual(["原来的"]);
  await close(other);
  await rm(copy.folder, { recursive: true });
});

test("a copy of the journal that was changed is noticed before it is used", async () => {
  const station = await newStation("王芳");
  await log(station, meeting("例会"));
  await allWhole();
  await close(station);
  const journal = join(
    workstationFolder(station.folder, station.identity.id),
    "replica",
    "journal",
  );
  const file = join(journal, "000000000001.ndjson");
  await writeFile(file, (await readFile(file, "utf8")).replace("例会", "假会"));
  await expect(openAt(station)).rejects.toMatchObject({
    part: "replica",
    cause: { name: "ChainBroken" },
  });
});

test("a clock that is far off is said with its distance, and nothing is refused for it", async () => {
  const station = await newStation("王芳");
  await log(station, meeting("例会"));
  await allWhole();
  // The office of these tests lives in 2022; this machine does not.
  const { clockAhead } = station.joined.live.current();
  expect(clockAhead).toBeGreaterThan(365 * 24 * 3_600_000);
  expect(sayClock(wordingIn("zh"), clockAhead)).toMatch(/^本机时钟比办公电脑快 \d+ 天，/);
  expect(sayClock(wordingIn("en"), -3 * 60_000)).toContain("3 minutes behind");
  expect(sayClock(wordingIn("zh"), 119_000)).toBeUndefined();
  expect(titles(station)).toEqual(["例会"]);
});
