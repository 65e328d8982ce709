import fc from "fast-check";
import { test } from "vitest";
import { anyEvent, SimulatedOffice } from "../support/simulated-office.ts";
import { seed } from "./seeds.ts";

test("thousands of half-years with lost lines, lost power and restored copies end with one ledger", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyEvent, { maxLength: 120 }),
      fc.nat({ max: 5 }),
      async (events, gone) => {
        const office = await SimulatedOffice.open();
        for (const event of events) await office.play(event);
        await office.settle(gone);
        await office.check();
      },
    ),
    { numRuns: 3_000, seed },
  );
}, 900_000);
