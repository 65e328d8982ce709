import { describe, expect, test } from "vitest";
import type { Draft } from "../../cli/workstation/drafting.ts";
import { findEntry } from "../../shared/ledger/entry-table.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { EntryId, seqOf } from "../../shared/words/ids.ts";
import { type Event, SimulatedOffice } from "../support/simulated-office.ts";
import type { SimulatedWorkstation } from "../support/simulated-workstation.ts";

const step = { does: 0, who: 0, which: 0, day: 3, behind: 0 };
const event = (at: number, does: Event["does"]): Event => ({ at, does, step, dice: 1 });

async function play(office: SimulatedOffice, ...events: Event[]): Promise<void> {
  for (const one of events) await office.play(one);
}

async function linesOf({ daemon }: SimulatedOffice): Promise<Recorded[]> {
  const found: Recorded[] = [];
  for await (const lines of daemon.office.store.readSince(seqOf(0))) found.push(...lines);
  return found;
}
const typesOf = (lines: readonly Recorded[]) =>
  lines.flatMap((line) => ("operation" in line ? [line.operation.type] : []));

const titled =
  (entry: EntryId, title: string): (() => readonly Draft[]) =>
  () => [() => ({ type: "entry-amended", entry, changes: { title } })];

describe("a daemon that was restored from an older copy", () => {
  test("gets back the very lines that it lost, from a colleague of their author", async () => {
    const office = await SimulatedOffice.open();
    await play(office, event(1, "type"), event(1, "type"), event(0, "everybody-syncs"));
    await play(office, event(1, "sync"), event(0, "sync"));
    const before = await linesOf(office);
    await play(office, event(0, "restore"));
    expect((await linesOf(office)).length).toBe(before.length - 2);
    const { epoch } = office.daemon.office;
    await office.settle(1); // the author's machine never comes back
    await office.check();
    const after = await linesOf(office);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(office.daemon.office.epoch).toBe(epoch);
    expect(typesOf(after.slice(before.length))).toEqual(["lines-handed-back"]);
  });

  test("that has gone on meanwhile records them behind that, under a new epoch, each once", async () => {
    const office = await SimulatedOffice.open();
    await play(office, event(1, "type"), event(1, "type"), event(0, "everybody-syncs"));
    await play(office, event(0, "everybody-syncs"), event(0, "restore"), event(0, "office-types"));
    const { epoch } = office.daemon.office;
    await office.settle(1);
    await office.check();
    expect(office.daemon.office.epoch).not.toBe(epoch);
    const handedBack = (await linesOf(office)).filter((line) => line.handedBack);
    expect(typesOf(handedBack)).toEqual(["entry-logged", "entry-logged"]);
    expect(handedBack.map((line) => line.handedBack?.epoch)).toEqual([epoch, epoch]);
    await play(office, event(1, "sync"), event(2, "send-again"));
    await office.settle();
    await office.check();
  });

  test("keeps who had seen whose edit: what was no conflict becomes none", async () => {
    const office = await SimulatedOffice.open();
    const [leader, staff] = office.stations as [SimulatedWorkstation, SimulatedWorkstation];
    await play(office, event(1, "type"), event(0, "everybody-syncs"), event(0, "everybody-syncs"));
    const [name] = [...staff.kept];
    const entry = EntryId.parse(name);
    await leader.write(titled(entry, "负责人改过"));
    await play(office, event(0, "everybody-syncs"), event(0, "everybody-syncs"));
    await staff.write(titled(entry, "看过后再改"));
    await play(office, event(1, "sync"), event(0, "everybody-syncs"));
    await play(office, event(0, "restore"), event(0, "office-types"), event(0, "office-types"));
    await office.settle(1);
    await office.check();
    const found = findEntry(office.daemon.office.intake.ledger().entries, entry);
    expect(found?.title).toBe("看过后再改");
    expect(found?.trail.conflicts).toBeUndefined();
  });

  test("takes back nothing that its workstation has not signed", async () => {
    const office = await SimulatedOffice.open();
    const before = (await linesOf(office)).length;
    await play(office, event(1, "type"), event(1, "sync"), event(0, "sync"));
    const lost = (await linesOf(office)).slice(before);
    await play(office, event(0, "restore"));
    const forged = lost.map((line) => ({
      ...line,
      operation: {
        ...(line as { operation: object }).operation,
        clock: "2022-01-01T00:00:00.000Z",
      },
    }));
    const { token } = (office.stations[0] as SimulatedWorkstation).identity;
    const response = await office.calm().ask("/v1/recovery", {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: { epoch: office.daemon.office.epoch, after: before, lines: forged },
    });
    expect(response.statusCode).toBe(200);
    expect((await linesOf(office)).length).toBe(before);
    expect(typesOf(lost)).toEqual(["entry-logged"]); // there was something to forge
  });
});
