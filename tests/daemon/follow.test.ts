import fc from "fast-check";
import { expect, test } from "vitest";
import { follow } from "../../daemon/follow.ts";
import { openOffice } from "../../daemon/office.ts";
import { seqOf } from "../../shared/words/ids.ts";
import { makeOffice, testOptions, writerOf } from "../support/office.ts";

test("a listener that joins while others write hears every line once, in order", async () => {
  const made = await makeOffice();
  const office = await openOffice(made.folder, testOptions);
  const writer = writerOf(office, made.admin);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      async (groups, from) => {
        const after = seqOf(from % (office.intake.ledger().seq + 1));
        const heard: number[] = [];
        const writing = groups.map((size) =>
          office.intake.accept(
            made.admin.id,
            Array.from({ length: size }, () => writer.meeting()),
          ),
        );
        const end = follow(
          office,
          after,
          ({ lines }) => heard.push(...lines.map(({ seq }) => seq)),
          (error) => {
            throw error;
          },
        );
        await Promise.all(writing);
        const last = office.intake.ledger().seq;
        await expect.poll(() => heard.at(-1)).toBe(last);
        end();
        expect(heard).toEqual(Array.from({ length: last - after }, (_, at) => after + 1 + at));
      },
    ),
    { numRuns: 40 },
  );
  await office.close();
});
