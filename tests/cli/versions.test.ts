import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Identity, workstationFolder } from "../../cli/workstation/identity.ts";
import type { JoinedConnection } from "../../cli/workstation/joined/joined-connection.ts";
import { openOutbox } from "../../cli/workstation/joined/outbox.ts";
import { openWorkstation } from "../../cli/workstation/workstation.ts";
import { hashLink, hashOperation } from "../../shared/ledger/chain.ts";
import { fold } from "../../shared/ledger/fold.ts";
import type {
  Envelope,
  OperationBody,
  Recorded,
  RecordedOperation,
} from "../../shared/ledger/operation.ts";
import { stateOf } from "../../shared/ledger/periods.ts";
import { EntryId, nameOf, seqOf } from "../../shared/words/ids.ts";
import type { PeriodId } from "../../shared/words/period.ts";
import { type Lan, openLan, openStation } from "../support/lan.ts";
import { Writer, writerOf } from "../support/office.ts";
import { program, run } from "../support/program.ts";
import { readPeriods } from "../support/release-0.2.0.ts";
import { type Otherwise, saidOtherwise } from "../support/said-otherwise.ts";
import { openTerminal } from "../support/terminal.ts";

let lan: Lan;
let folder: string;
let identity: Identity;
let daemon: Otherwise | undefined;
let joined: JoinedConnection | undefined;

beforeEach(async () => {
  lan = await openLan();
  ({ folder, identity } = await lan.join(await lan.invite("王芳")));
});
afterEach(async () => {
  await joined?.close();
  await daemon?.close();
  joined = daemon = undefined;
  await lan.close();
});

/** The workstation's way leads to a daemon that says this instead. */
async function meets(say: (text: string, path: string) => string): Promise<void> {
  daemon = await saidOtherwise(lan.folder, lan.way, say);
  const { port } = daemon.way;
  const moved = { ...identity, daemon: { ...identity.daemon, port } };
  await writeFile(fileOf("workstation.json"), JSON.stringify(moved));
}
const saysWire = (wire: number) => (text: string) => text.replace('"wire":1', `"wire":${wire}`);
const fileOf = (name: string) => join(workstationFolder(folder, identity.id), name);

async function open(): Promise<JoinedConnection> {
  joined = await openStation({ folder, identity }, () => daemon?.way ?? lan.way);
  return joined;
}
const log = (station: JoinedConnection, title: string) =>
  openWorkstation(folder, identity, station, () => new Date()).submit([
    (id) => ({
      type: "entry-logged",
      entry: {
        id: EntryId.parse(nameOf(id)),
        kind: "meeting" as never,
        on: "2022-03-01" as never,
        title,
        quantity: 1,
        units: [],
        marks: [],
      },
    }),
  ]);

const journal = () => lan.daemon.office.intake.ledger();
const titles = () => [...journal().entries.byId.values()].map(({ title }) => title);
/** Connected, and it has everything that the office has. */
const isWhole = (station: JoinedConnection) => {
  const { ledger, waiting, connected } = station.live.current();
  const there = journal();
  return connected && waiting === 0 && ledger.seq === there.seq && ledger.hash === there.hash;
};
const whole = (station: JoinedConnection) =>
  expect.poll(() => isWhole(station), { timeout: 10_000 }).toBe(true);

const strange = (writer: Writer): Envelope =>
  writer.write(() => ({ type: "banner-hung", banner: { text: "一条横幅", metres: 6 } }));

/** What a daemon that knows the type would have recorded. */
const recordAnyway = (operation: Envelope) =>
  lan.daemon.office.intake.take(async (ledger, received) => {
    const { hash: previous } = ledger;
    const seq = seqOf(ledger.seq + 1);
    const hash = hashLink({ previous, seq, received, operation: hashOperation(operation) });
    const line: RecordedOperation = { seq, received, previous, hash, operation };
    return { lines: [line], ledger: fold(ledger, line), result: undefined };
  });

/** What a person sees: by `sync`, by the list of what waits, and on the screens. */
async function sees(
  lang: "zh" | "en",
  words: { sync: readonly string[]; tray: readonly string[]; screen: readonly string[] },
): Promise<void> {
  const at = ["--office", folder, "--lang", lang];
  const synced = await run([...at, "sync"]);
  expect(synced).toMatchObject({ code: 0, err: "" });
  for (const said of words.sync) expect(synced.out).toContain(said);
  const listed = await run([...at, "tray", "list"]);
  expect(listed).toMatchObject({ code: 0 });
  for (const said of words.tray) expect(listed.out).toContain(said);
  const size = { columns: 200, rows: 30 };
  const terminal = openTerminal(process.execPath, [program, ...at], {}, size);
  for (const said of words.screen) await terminal.sees(said);
  terminal.type("q");
  await terminal.exited;
}

describe("a later daemon", () => {
  test("keeps its workstation, which holds what it does not know, says so, and still sends", async () => {
    await meets(saysWire(2));
    const station = await open();
    await whole(station);
    const operation = strange(writerOf(lan.daemon.office, lan.admin));
    await recordAnyway(operation);
    await whole(station);
    expect(station.live.current()).toMatchObject({ version: 1, ledger: { unknown: 1 } });
    await log(station, "照常送出的会");
    await whole(station);
    expect(titles()).toContain("照常送出的会");
    const kept: unknown[] = [];
    for await (const lines of station.readSince(seqOf(0))) {
      kept.push(...lines.flatMap((line) => ("operation" in line ? [line.operation] : [])));
    }
    expect(kept).toContainEqual(operation);
    await station.close();
    joined = undefined;
    const unknown = "有 1 条操作是新版程序写的，本机看不懂，已原样保存；请更新本机程序。";
    const update = "办公电脑上的程序比本机新，请更新本机程序；记录照常送出。";
    await sees("zh", {
      sync: ["已同步", update, unknown],
      tray: [update, unknown],
      screen: ["已连接", "办公电脑已更新，请更新本机程序", "有 1 条新版操作"],
    });
    const written = "1 operation was written by a newer version; it is kept as it is.";
    await sees("en", {
      sync: ["In sync", "newer than this one: update this program.", written],
      tray: ["newer than this one: update this program.", written],
      screen: ["connected", "the office machine is newer", "1 operation of a newer version"],
    });
  });

  test("that folds otherwise gives its lines to who cannot read its ledger", async () => {
    const { office } = lan.daemon;
    const writer = writerOf(office, lan.admin);
    for (let at = 0; at < 11; at++) {
      const batch = Array.from({ length: 500 }, (_, of) => writer.meeting(`${at} 之 ${of}`));
      await office.intake.accept(lan.admin.id, batch);
    }
    let asked = 0;
    await meets((text, path) => {
      if (path.startsWith("/v1/ledger")) asked += 1;
      return text.replace(/"fold":\d+/, '"fold":999');
    });
    await whole(await open());
    expect(asked).toBeGreaterThan(0);
  });
});

test("an older daemon declines what it does not know into its author's list, and records what stands behind", async () => {
  await whole(await open());
  await joined?.close();
  const outbox = await openOutbox(fileOf("outbox"), identity.id);
  const { n, hash } = outbox.newest();
  const operation = strange(new Writer(identity, n, hash));
  await outbox.append([operation as never]); // written by a program of this workstation that knew it
  await meets(saysWire(0));
  const station = await open();
  await log(station, "后面的会");
  await whole(station);
  expect(titles()).toEqual(["后面的会"]);
  expect(station.live.current()).toMatchObject({ version: -1, declined: 1 });
  expect(await station.declined()).toMatchObject([
    { operation, reason: { reason: "unknown-type", type: "banner-hung" } },
  ]);
  await station.close();
  joined = undefined;
  const update = "办公电脑上的程序比本机旧，请更新办公电脑。";
  const refusal = "办公电脑上的程序较旧，不认识这种操作，请先更新办公电脑。";
  await sees("zh", {
    sync: ["已同步", "有 1 条被办公电脑退回", update],
    tray: ["被退回", "banner-hung", refusal, update],
    screen: ["已连接", "办公电脑上的程序较旧，请更新办公电脑", "被退回 1"],
  });
  await sees("en", {
    sync: ["In sync", "1 declined by the office machine", "update the office machine."],
    tray: ["Declined", "banner-hung", "is older and does not know this kind of operation"],
    screen: ["connected", "the office machine is older than this program", "1 declined"],
  });
});

test("a workstation of 0.2.0 goes on where a period is closed on a day before its end: its days are closed there as here", async () => {
  ({ folder, identity } = await lan.join(await lan.invite("李敏", "leader")));
  const station = await open();
  await whole(station);
  const early = "2022-H1@2022-05-31" as PeriodId;
  const workstation = openWorkstation(folder, identity, station, () => new Date());
  const does = async (body: object) => {
    await workstation.submit([() => body as OperationBody]);
    await whole(station);
  };
  await does({ type: "period-closed", period: early });
  await does({ type: "statement-written", period: early, statement: "plans", text: "补一句" });
  await log(station, "迟到的会"); // in March
  await whole(station);
  await does({ type: "period-settled", period: "2022-Q2@2022-06-20" });
  expect(stateOf(journal().periods, early)).toBe("closed");
  const waiting = () => [...journal().tray.values()].map(({ operation }) => operation.type);
  expect(waiting()).toEqual(["statement-written", "entry-logged"]);

  const lines: Recorded[] = [];
  for await (const some of station.readSince(seqOf(0))) lines.push(...some);
  expect(readPeriods(lines)).toEqual({
    closed: ["2022-01-01..2022-05-31"],
    late: ["statement-written", "迟到的会"],
    unknown: ["period-settled"],
  });
  const asMeant = lines.map((line) =>
    "operation" in line && "name" in line.operation
      ? { ...line, operation: { ...line.operation, period: line.operation.name } }
      : line,
  );
  expect(() => readPeriods(asMeant)).toThrow(RangeError); // it would never have been in sync again

  await does({ type: "period-reopened", period: early, reason: "再看" });
  expect(stateOf(journal().periods, early)).toBe("open");
  for await (const some of station.readSince(seqOf(lines.length))) lines.push(...some);
  expect(readPeriods(lines).closed).toEqual([]);
});

describe("a file of a later release is left as it is, and named", () => {
  for (const name of [
    "outbox/000000000001.ndjson",
    "replica/journal/000000000001.ndjson",
    "workstation.json",
  ]) {
    test(name, async () => {
      await whole(await open());
      await joined?.close();
      joined = undefined;
      const file = fileOf(name);
      const later = (await readFile(file, "utf8")).replace(/"v": ?1/, '"v":2');
      await writeFile(file, later);
      if (name !== "workstation.json") {
        await expect(open()).rejects.toMatchObject({ name: "NewerFormat", file, version: 2 });
      }
      for (const [lang, sentence] of [
        ["zh", `${file} 是更新的版本（格式 2）写的，请先更新本程序。没有改动任何内容。`],
        ["en", `${file} was written by a later release (format 2); update this program first.`],
      ] as const) {
        const said = await run(["--office", folder, "--lang", lang, "log", "meeting", "例会"]);
        expect(said).toMatchObject({ code: 1, out: "", err: expect.stringContaining(sentence) });
      }
      expect(await readFile(file, "utf8")).toBe(later);
    });
  }
});
