/** `npm run tour`: the pictures of the screens in docs/tour, drawn anew. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { drawTour, languages } from "./tour.ts";

await Promise.all(
  languages.map((language) =>
    drawTour(language, async (file, draw, rests) => {
      await rests();
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, draw());
    }),
  ),
);
