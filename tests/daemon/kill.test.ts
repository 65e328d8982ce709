import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { openOffice } from "../../daemon/office.ts";
import { replay } from "../../shared/store/replay.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { makeOffice, testOptions } from "../support/office.ts";

const program = join(import.meta.dirname, "..", "support", "killed-daemon.ts");
const kills = 15;

/** @returns what the process said was acknowledged: own number → sequence number */
async function writeUntilKilled(folder: string, after: number): Promise<Map<number, number>> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const acknowledged = new Map<number, number>();
  for await (const line of createInterface(child.stdout)) {
    if (line === "ready") continue;
    const [n, seq] = line.split(" ").map(Number) as [number, number];
    acknowledged.set(n, seq);
    if (acknowledged.size >= after) child.kill("SIGKILL");
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode).toBe("SIGKILL");
  return acknowledged;
}

test("what was acknowledged before the process was killed is there, once, in order", async () => {
  const { folder, admin } = await makeOffice();
  const acknowledged = new Map<number, number>();
  for (let kill = 0; kill < kills; kill++) {
    // Killed after another number of answers each time, so at another place within a write.
    const more = await writeUntilKilled(folder, 3 + ((kill * 37) % 101));
    for (const [n, seq] of more) acknowledged.set(n, seq);
  }
  const office = await openOffice(folder, testOptions);
  const found = new Map<number, number>();
  let seq = 0;
  for await (const lines of office.store.readSince(seqOf(0))) {
    for (const line of lines) {
      expect(line.seq).toBe(++seq);
      if (!("operation" in line) || line.operation.id.workstation !== admin.id) continue;
      expect(found.has(line.operation.id.n)).toBe(false);
      found.set(line.operation.id.n, line.seq);
    }
  }
  for (const [n, at] of acknowledged) expect(found.get(n)).toBe(at);
  expect(acknowledged.size).toBeGreaterThan(kills);
  expect((await replay(office.store)).hash).toBe(office.intake.ledger().hash);
  await office.close();
});
