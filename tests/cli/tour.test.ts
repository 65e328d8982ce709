import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { screenNames } from "../../cli/tui/keys.ts";
import { screenStops } from "../tour/stops.ts";
import { drawTour, languages } from "../tour/tour.ts";

test("the tour leaves out no screen", () => {
  expect(screenStops.map(({ name }) => name).sort()).toEqual([...screenNames].sort());
});

test.for(languages)(
  "the pictures of the tour show the screens as they are: %s",
  async (language) => {
    await drawTour(language, async (file, draw, rests) => {
      const kept = await readFile(file, "utf8").catch(() => "");
      await rests(() => draw() === kept);
      const isAsKept = draw() === kept;
      expect(isAsKept, `${file} shows another screen than the program: npm run tour`).toBe(true);
    });
  },
);
