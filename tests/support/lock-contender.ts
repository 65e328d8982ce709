/**
 * A process that wants a lock: it takes it, looks whether anybody else has it, and either gives
 * it back or dies with it. Prints what it saw.
 */
import { closeSync, openSync, unlinkSync } from "node:fs";
import { acquireLock } from "../../shared/disk/lock.ts";

const [file, inside, rounds, dies] = process.argv.slice(2) as [string, string, string, string];
for (let round = 0; round < Number(rounds); round++) {
  const lock = await acquireLock(file, 60_000);
  try {
    closeSync(openSync(inside, "wx")); // fails if another is inside
  } catch {
    process.stdout.write("two at once\n");
  }
  await new Promise((resolve) => setImmediate(resolve));
  unlinkSync(inside);
  process.stdout.write("had it\n");
  if (dies === "dies" && round === Number(rounds) - 1) process.kill(process.pid, "SIGKILL");
  await lock.release();
}
