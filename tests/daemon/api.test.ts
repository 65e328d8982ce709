import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Identity } from "../../cli/workstation/identity.ts";
import { createApp } from "../../daemon/http/app.ts";
import { type Office, openOffice } from "../../daemon/office.ts";
import { hashLedger, readSnapshot } from "../../shared/ledger/snapshot.ts";
import { maxBytes, paths } from "../../shared/wire.ts";
import { addMember, makeOffice, testOptions, type Writer, writerOf } from "../support/office.ts";

let office: Office;
let admin: Identity;
let app: ReturnType<typeof createApp>;
let writer: Writer;
let complaints: unknown[];

beforeEach(async () => {
  const made = await makeOffice();
  admin = made.admin;
  office = await openOffice(made.folder, testOptions);
  onTestFinished(() => office.close());
  complaints = [];
  const complain = (error: unknown) => void complaints.push(error);
  app = createApp(office, { version: "0", instance: "test", complain });
  writer = writerOf(office, admin);
});

const ask = (path: string, more: RequestInit = {}, token = admin.token) =>
  app.request(path, { ...more, headers: { authorization: `Bearer ${token}` } });
const push = (operations: readonly unknown[], token = admin.token) =>
  ask(paths.operations, { method: "POST", body: JSON.stringify({ operations }) }, token);
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; path?: string } }).error;

describe("who asks", () => {
  test("health is for everybody and says nothing about the office", async () => {
    const response = await app.request(paths.health);
    expect(response.status).toBe(200);
    expect(Object.keys((await response.json()) as object).sort()).toEqual([
      "name",
      "version",
      "wire",
    ]);
  });

  test.each([
    paths.operations,
    paths.ledger,
    paths.stream,
    paths.tallies,
    paths.profile,
    paths.next,
  ])("%s is for those whom the office knows", async (path) => {
    expect((await app.request(path)).status).toBe(401);
    expect((await ask(path, {}, "x".repeat(43))).status).toBe(401);
  });

  test("nobody writes in another's name", async () => {
    const staff = await addMember(office, admin, "李敏", "staff");
    const response = await push([writer.meeting()], staff.token);
    expect(response.status).toBe(403);
    expect((await errorOf(response)).code).toBe("not-yours");
  });

  test("only an admin lets a workstation in", async () => {
    const staff = await addMember(office, admin, "李敏", "staff");
    const body = JSON.stringify({ workstation: staff.id, tokenHash: "0".repeat(64) });
    const post = (token: string) => ask(paths.access, { method: "POST", body }, token);
    expect((await post(staff.token)).status).toBe(403);
    expect((await ask(paths.next, {}, staff.token)).status).toBe(200);
    expect((await post(admin.token)).status).toBe(201);
    expect((await ask(paths.next, {}, staff.token)).status).toBe(401); // its token was replaced
  });
});

describe("a push", () => {
  test("is recorded in order, and sent again it is a repeat", async () => {
    const operations = [writer.meeting("一"), writer.meeting("二")];
    const before = office.intake.ledger().seq;
    const first = await push(operations);
    expect(await first.json()).toMatchObject({
      answers: [
        { outcome: "recorded", seq: before + 1 },
        { outcome: "recorded", seq: before + 2 },
      ],
      seq: before + 2,
    });
    const again = await push(operations);
    expect(await again.json()).toMatchObject({
      answers: [{ outcome: "repeat" }, { outcome: "repeat" }],
      seq: before + 2,
    });
  });

  test("with a number missing changes nothing and says which comes next", async () => {
    const lost = writer.meeting("丢失");
    const response = await push([writer.meeting("后来")]);
    expect(response.status).toBe(409);
    expect(await errorOf(response)).toEqual({ code: "gap", expected: lost.id.n });
  });

  test("with another operation under a used number names the copied workstation", async () => {
    const copy = writerOf(office, admin);
    await push([writer.meeting("一"), writer.meeting("二")]);
    const response = await push([copy.meeting("冒名")]);
    expect(response.status).toBe(409);
    expect((await errorOf(response)).code).toBe("copied-workstation");
  });

  test("of an unknown type is declined, keeps its number, and what follows goes on", async () => {
    const strange = writer.write(() => ({ type: "entry-teleported", where: "月球" }));
    const response = await push([strange, writer.meeting()]);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      answers: [
        { outcome: "declined", refusal: { reason: "unknown-type", type: "entry-teleported" } },
        { outcome: "recorded" },
      ],
    });
    const journal = await ask(`${paths.operations}?since=0`);
    expect(JSON.stringify(await journal.json())).not.toContain("月球"); // the body is not kept
  });

  const bad: [string, object][] = [
    ["an absurd date", { on: "2022-02-30" }],
    ["a date out of all time", { on: "9999-01-01" }],
    ["a control character", { title: "响\u0007铃" }],
    ["a reversed reading direction", { title: "文\u202e件" }],
    ["a quantity that is none", { quantity: 0 }],
    ["a number for a title", { title: 7 }],
  ];
  test.each(bad)("with %s is declined with its place, and the ledger stays", async (_, change) => {
    const before = office.intake.ledger().entries.byId.size;
    const entry = {
      kind: "meeting",
      on: "2022-03-01",
      title: "会",
      quantity: 1,
      units: [],
      marks: [],
    };
    const response = await push([
      writer.write((_id, id) => ({ type: "entry-logged", entry: { id, ...entry, ...change } })),
    ]);
    expect(response.status).toBe(422);
    const field = Object.keys(change)[0];
    expect(await response.json()).toMatchObject({
      answers: [{ outcome: "declined", refusal: { reason: "malformed", path: `entry.${field}` } }],
    });
    expect(office.intake.ledger().entries.byId.size).toBe(before);
  });

  test("that is no JSON, no push, or has no envelope changes nothing", async () => {
    const before = office.intake.ledger().seq;
    const post = (body: string) => ask(paths.operations, { method: "POST", body });
    expect(await errorOf(await post("{bad"))).toEqual({ code: "malformed-json" });
    expect((await errorOf(await post("[]"))).code).toBe("malformed");
    expect((await errorOf(await post('{"operations":[]}'))).path).toBe("operations");
    expect((await errorOf(await push([{ v: 1 }]))).path).toBe("operations.0.id");
    expect((await errorOf(await push([null]))).path).toBe("operations.0");
    expect(office.intake.ledger().seq).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("over the limit is turned away", async () => {
    const body = " ".repeat(maxBytes + 1);
    const response = await ask(paths.operations, { method: "POST", body });
    expect(response.status).toBe(413);
    expect((await errorOf(response)).code).toBe("too-large");
  });
});

describe("reading", () => {
  test("the journal comes from a number on, and ends where it ends", async () => {
    const before = office.intake.ledger().seq;
    await push([writer.meeting("一"), writer.meeting("二")]);
    const response = await ask(`${paths.operations}?since=${before}`);
    const page = (await response.json()) as { lines: { seq: number }[]; more: boolean };
    expect(page.lines.map(({ seq }) => seq)).toEqual([before + 1, before + 2]);
    expect(page.more).toBe(false);
    expect((await ask(`${paths.operations}?since=-1`)).status).toBe(400);
    expect((await ask(`${paths.operations}?since=abc`)).status).toBe(400);
  });

  test("the ledger at a number is what the journal folds to there", async () => {
    const before = office.intake.ledger();
    await push([writer.meeting()]);
    const then = readSnapshot(
      (await (await ask(`${paths.ledger}?at=${before.seq}`)).text()).split("\n"),
    );
    expect(hashLedger(then.ledger, then.epoch)).toBe(hashLedger(before, office.epoch));
    const now = readSnapshot((await (await ask(paths.ledger)).text()).split("\n"));
    expect(now.ledger.seq).toBe(before.seq + 1);
    expect((await ask(`${paths.ledger}?at=${before.seq + 2}`)).status).toBe(404);
  });

  test("an unknown path is an answer too", async () => {
    const response = await ask("/v1/nothing");
    expect(response.status).toBe(404);
    expect((await errorOf(response)).code).toBe("not-found");
  });
});
