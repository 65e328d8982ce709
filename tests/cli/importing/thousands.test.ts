import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connectToDaemon } from "../../../cli/workstation/daemon-client.ts";
import type { Draft } from "../../../cli/workstation/drafting.ts";
import { findUndo } from "../../../cli/workstation/undo.ts";
import type { Way } from "../../../cli/workstation/way.ts";
import { openWorkstation } from "../../../cli/workstation/workstation.ts";
import { isVoided } from "../../../shared/ledger/trail.ts";
import { meeting, openLan, openStation } from "../../support/lan.ts";

const nowhere: Way = { host: "127.0.0.1", port: 1, key: "0".repeat(64) };
const count = 1_200;

test("an import without the daemon is whole at once, goes out by itself, and is undone as one", async () => {
  const lan = await openLan();
  const station = await lan.join(await lan.invite("李敏"));
  let { way } = lan;
  const met = await openStation(station, () => way);
  await expect.poll(() => met.live.current().ledger.profiles).toHaveLength(1);
  await met.whole();
  await met.close();
  way = nowhere;
  const joined = await openStation(station, () => way);
  const { folder, identity } = station;
  const workstation = openWorkstation(folder, identity, joined, () => new Date());
  const drafts = Array.from({ length: count }, (_, at): Draft => meeting(`例会${at}`));
  const submitted = await workstation.submit(drafts);
  expect(new Set(submitted.map(({ operation }) => operation.group)).size).toBe(1);
  expect(joined.live.current()).toMatchObject({ waiting: count, connected: false });

  // Half of it may be there already when the undo is made: all of it is undone.
  way = lan.way;
  await expect.poll(() => joined.live.current().waiting, { timeout: 20_000 }).toBeLessThan(count);
  const { ledger } = joined.live.current();
  const undone = await findUndo(joined, ledger, identity.id, "撤销");
  if (undone.found !== "counters") throw new Error(undone.found);
  expect(undone.bodies).toHaveLength(count);
  const { undoes } = undone;
  await workstation.submit(
    undone.bodies.map((body) => () => body),
    { undoes },
  );
  await expect.poll(() => joined.live.current().waiting, { timeout: 20_000 }).toBe(0);
  const entries = [...lan.daemon.office.intake.ledger().entries.byId.values()];
  expect(entries).toHaveLength(count);
  expect(entries.every(isVoided)).toBe(true);
  await joined.close();
});

test("through a daemon that listens it is one push in parts, and one group of the journal", async () => {
  const lan = await openLan();
  const connection = connectToDaemon(lan.way, lan.admin.token);
  const workstation = openWorkstation(lan.folder, lan.admin, connection, () => new Date());
  const before = lan.daemon.office.intake.ledger().seq;
  const drafts = Array.from({ length: count }, (_, at): Draft => meeting(`例会${at}`));
  const submitted = await workstation.submit(drafts);
  expect(submitted.map(({ answer }) => answer.outcome)).toEqual(drafts.map(() => "recorded"));
  const journal = await readFile(join(lan.folder, "journal", "000000000001.ndjson"), "utf8");
  expect(journal.split(`"batch":[${before + 1},${count}],`)).toHaveLength(count + 1);
  await workstation.close();
  await lan.close();
});
