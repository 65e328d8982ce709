import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkInBackground } from "../../daemon/background-check.ts";
import { openOffice } from "../../daemon/office.ts";
import { makeOffice, testOptions, writerOf } from "../support/office.ts";

/** An office that opens over its snapshot, so that the start reads nothing before it. */
async function officeWithSnapshot() {
  const { folder, admin } = await makeOffice();
  const office = await openOffice(folder, testOptions);
  const writer = writerOf(office, admin);
  await office.intake.accept(admin.id, [writer.meeting("很久以前"), writer.meeting("后来")]);
  await office.store.saveSnapshot(office.intake.ledger());
  await office.close();
  return folder;
}

test("what the snapshot stands for is checked behind the work", async () => {
  const office = await openOffice(await officeWithSnapshot(), testOptions);
  expect(office.unread).toBe(5);
  expect(await checkInBackground(office.store, office.unread, () => false)).toBe(5);
  expect(await checkInBackground(office.store, office.unread, () => true)).toBe(0);
  await office.close();
});

test("a word that was changed there does not stop the start, and is found by the check", async () => {
  const folder = await officeWithSnapshot();
  const journal = join(folder, "journal", "000000000001.ndjson");
  await writeFile(journal, (await readFile(journal, "utf8")).replace("很久以前", "很久以后"));
  const office = await openOffice(folder, testOptions);
  const checked = checkInBackground(office.store, office.unread, () => false);
  await expect(checked).rejects.toMatchObject({ name: "ChainBroken", seq: 4 });
  await office.close();
});
