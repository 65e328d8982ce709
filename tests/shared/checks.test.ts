import { expect, test } from "vitest";
import { cycleOf } from "../../shared/tally/checks.ts";
import { LocalDate } from "../../shared/words/dates.ts";

const day = (text: string) => LocalDate.parse(text);

test("a cycle is the month, quarter, half-year or year in which the day lies", () => {
  const lastDays = (["month", "quarter", "half-year", "year"] as const).map(
    (cycle) => cycleOf(cycle, day("2024-02-29")).to,
  );
  expect(lastDays).toEqual(["2024-02-29", "2024-03-31", "2024-06-30", "2024-12-31"]);
  expect(cycleOf("quarter", day("2022-12-31")).from).toBe("2022-10-01");
});
