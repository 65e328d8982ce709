import { describe, expect, test } from "vitest";
import { createFeed } from "../../daemon/feed.ts";
import { createIntake } from "../../daemon/intake.ts";
import { emptyLedger } from "../../shared/ledger/ledger.ts";
import type { Recorded } from "../../shared/ledger/operation.ts";
import { StorageFailed, type Store } from "../../shared/store/store.ts";
import type { MemberId, WorkstationId } from "../../shared/words/ids.ts";
import { testNow, Writer } from "../support/office.ts";

/** A store in memory whose disk answers when the test lets it. */
function heldStore() {
  const written: Recorded[][] = [];
  const waiting: { resolve: () => void; reject: (error: Error) => void; lines: Recorded[] }[] = [];
  const store: Pick<Store, "append" | "beginEpoch" | "readSince"> = {
    beginEpoch: async () => {},
    append: (lines) =>
      new Promise((resolve, reject) => waiting.push({ resolve, reject, lines: [...lines] })),
    readSince: async function* (seq, last = Number.POSITIVE_INFINITY as never) {
      yield written.flat().filter((line) => line.seq > seq && line.seq <= last);
    },
  };
  const next = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    return waiting.shift() as (typeof waiting)[number];
  };
  return {
    store,
    written,
    letGo: async () => {
      const { resolve, lines } = await next();
      written.push(lines);
      resolve();
    },
    fail: async () => (await next()).reject(new StorageFailed("full")),
  };
}

const writerNamed = (name: string) =>
  new Writer({ id: name as WorkstationId, member: `${name}-1` as MemberId });

function intakeOn(store: Pick<Store, "append" | "beginEpoch" | "readSince">) {
  const announced: number[] = [];
  const feed = createFeed();
  feed.subscribe(({ lines }) => announced.push(...lines.map(({ seq }) => seq)));
  return { intake: createIntake(store, feed, emptyLedger, testNow), announced };
}

/** Without members nothing is refused for its author; the profile is what is missing. */
const note = (writer: Writer) =>
  writer.write(() => ({
    type: "workstation-joined",
    joined: { id: "some0001", member: "some0001-1", publicKey: "k" },
  }));

describe("the order of the promise", () => {
  test("an answer comes only after the disk, and the others hear of it only then", async () => {
    const { store, letGo } = heldStore();
    const { intake, announced } = intakeOn(store);
    const writer = writerNamed("first001");
    let answered = false;
    const answer = intake.accept(writer.workstation, [note(writer)]).then((answers) => {
      answered = true;
      return answers;
    });
    await Promise.resolve();
    expect([answered, announced, intake.ledger().seq]).toEqual([false, [], 0]);
    await letGo();
    expect(await answer).toHaveLength(1);
    expect(announced).toEqual([1]);
  });

  test("what arrives while the disk is busy goes together in the next write", async () => {
    const held = heldStore();
    const { intake } = intakeOn(held.store);
    const writers = Array.from({ length: 20 }, (_, at) => writerNamed(`many${at + 1000}`));
    const answers = writers.map((writer) => intake.accept(writer.workstation, [note(writer)]));
    await held.letGo();
    await held.letGo();
    await Promise.all(answers);
    expect(held.written.map(({ length }) => length)).toEqual([1, 19]);
    expect(held.written.flat().map(({ seq }) => seq)).toEqual(writers.map((_, at) => at + 1));
  });

  test("a disk that refuses acknowledges nothing, changes nothing, and nobody hears of it", async () => {
    const held = heldStore();
    const { intake, announced } = intakeOn(held.store);
    const writer = writerNamed("first001");
    const answer = intake.accept(writer.workstation, [note(writer)]);
    await held.fail();
    await expect(answer).rejects.toThrow(StorageFailed);
    expect([intake.ledger().seq, announced]).toEqual([0, []]);
  });

  test("one push that cannot be taken does not hold up the others of its group", async () => {
    const held = heldStore();
    const { intake } = intakeOn(held.store);
    const blocked = intake.accept(writerNamed("block001").workstation, [
      note(writerNamed("block001")),
    ]);
    const gapped = writerNamed("gap00001");
    gapped.n = 4;
    const bad = intake.accept(gapped.workstation, [note(gapped)]);
    bad.catch(() => undefined); // looked at below
    const writer = writerNamed("fine0001");
    const good = intake.accept(writer.workstation, [note(writer)]);
    await held.letGo();
    await held.letGo();
    await blocked;
    await expect(bad).rejects.toMatchObject({ name: "Gap", expected: 1 });
    expect(await good).toMatchObject([{ outcome: "declined" }]);
  });

  test("the same push twice at once is recorded once", async () => {
    const held = heldStore();
    const { intake } = intakeOn(held.store);
    const writer = writerNamed("twice001");
    const operations = [note(writer), note(writer)];
    const first = intake.accept(writer.workstation, operations);
    const second = intake.accept(writer.workstation, operations);
    await held.letGo();
    expect(await first).toHaveLength(2);
    expect((await second).map(({ outcome }) => outcome)).toEqual(["repeat", "repeat"]);
    expect(held.written.flat()).toHaveLength(2);
  });

  test("an old number with another operation is a copied workstation, however old it is", async () => {
    const held = heldStore();
    const { intake } = intakeOn(held.store);
    const writer = writerNamed("copied01");
    const copy = writerNamed("copied01");
    const operations = [note(writer), note(writer), note(writer)];
    const first = intake.accept(writer.workstation, operations);
    await held.letGo();
    await first;
    const other = copy.meeting("别的");
    await expect(intake.accept(copy.workstation, [other])).rejects.toMatchObject({
      name: "CopiedWorkstation",
      n: 1,
    });
  });
});
