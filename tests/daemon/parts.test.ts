import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { batchesOf } from "../../cli/workstation/batches.ts";
import type { Identity } from "../../cli/workstation/identity.ts";
import { createApp } from "../../daemon/http/app.ts";
import { type Office, openOffice } from "../../daemon/office.ts";
import { createParts } from "../../daemon/parts.ts";
import type { Envelope } from "../../shared/ledger/operation.ts";
import { maxBatch, maxTogether, maxTogetherBytes, paths } from "../../shared/wire.ts";
import { addMember, makeOffice, testOptions, type Writer, writerOf } from "../support/office.ts";

let office: Office;
let admin: Identity;
let writer: Writer;
let post: (body: object, token?: string) => Promise<Response>;

beforeEach(async () => {
  const made = await makeOffice();
  admin = made.admin;
  office = await openOffice(made.folder, testOptions);
  onTestFinished(() => office.close());
  const app = createApp(office, { version: "0", instance: "test", complain: () => undefined });
  writer = writerOf(office, admin);
  post = async (body, token = admin.token) =>
    app.request(paths.operations, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}` },
    });
});

const meetings = (count: number) =>
  Array.from({ length: count }, (_, at) => writer.meeting(`例会${at}`));
const seqNow = () => office.intake.ledger().seq;

describe("a push in parts", () => {
  test("is nothing before its last part, and then one group on the disk", async () => {
    const before = seqNow();
    const all = meetings(2_300);
    const parts: (readonly Envelope[])[] = [];
    for await (const part of batchesOf(all)) parts.push(part);
    expect(parts.map(({ length }) => length)).toEqual([500, 500, 500, 500, 300]);
    for (const [at, operations] of parts.slice(0, -1).entries()) {
      const answer = await (await post({ operations, more: true })).json();
      expect(answer).toEqual({ kept: (at + 1) * maxBatch });
      expect(seqNow()).toBe(before);
    }
    const { answers, seq } = (await (await post({ operations: parts.at(-1) })).json()) as {
      answers: { outcome: string }[];
      seq: number;
    };
    expect(answers).toHaveLength(2_300);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["recorded"]));
    expect(seq).toBe(before + 2_300);
    // Written together: a power cut leaves all of them or none.
    const journal = await readFile(join(office.folder, "journal", "000000000001.ndjson"), "utf8");
    expect(journal.split(`"batch":[${before + 1},2300],`)).toHaveLength(2_301);
  });

  test("that is never finished leaves nothing, and stands in nobody's way", async () => {
    const before = seqNow();
    const [first, ...rest] = meetings(3);
    await post({ operations: rest, more: true });
    await addMember(office, admin, "李敏", "staff");
    const other = writerOf(office, admin); // another program of the same workstation begins anew
    expect((await post({ operations: [other.meeting("另一件")] })).status).toBe(200);
    expect(seqNow()).toBe(before + 3);
    // What is left of the first one does not follow any more.
    expect((await post({ operations: [first] })).status).toBe(409);
    expect(seqNow()).toBe(before + 3);
  });

  test("is each speaker's own, and may not be longer than there is room for", () => {
    const parts = createParts();
    onTestFinished(() => parts.clear());
    const [one, two] = meetings(2) as [Envelope, Envelope];
    expect(parts.keep("aaaa" as never, [one], 10)).toBe(1);
    expect(parts.take("bbbb" as never, [two])).toEqual([two]);
    expect(parts.take("aaaa" as never, [two])).toEqual([one, two]);
    expect(parts.take("aaaa" as never, [two])).toEqual([two]);
    expect(() => parts.keep("aaaa" as never, [one], maxTogetherBytes + 1)).toThrow("too-large");
    const many = Array.from({ length: maxTogether }, () => one);
    parts.keep("aaaa" as never, many, 10);
    expect(() => parts.keep("bbbb" as never, [two], 10)).toThrow("too-large");
  });
});
