/**
 * A daemon's inside in a process of its own, to be killed: it writes without a pause and prints
 * the number of every operation that was acknowledged, after it was.
 */

import type { Identity } from "../../cli/workstation/identity.ts";
import { readIdentities } from "../../cli/workstation/identity.ts";
import { openOffice } from "../../daemon/office.ts";
import { testOptions, writerOf } from "./office.ts";

const folder = process.argv[2] as string;
const office = await openOffice(folder, testOptions);
const [admin] = (await readIdentities(folder)) as [Identity];
const writer = writerOf(office, admin);
process.stdout.write("ready\n");
for (;;) {
  const writing = Array.from({ length: 8 }, async () => {
    const operations = [writer.meeting(`第 ${writer.n} 次`), writer.meeting(`第 ${writer.n} 次`)];
    const answers = await office.intake.accept(admin.id, operations);
    for (const [at, answer] of answers.entries()) {
      const { n } = operations[at]?.id ?? { n: 0 };
      if (answer.outcome === "recorded") process.stdout.write(`${n} ${answer.seq}\n`);
    }
  });
  await Promise.all(writing);
}
