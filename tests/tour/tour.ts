/** Which pictures there are: one a screen, in either language. */
import { join } from "node:path";
import type { ScreenName } from "../../cli/tui/keys.ts";
import { type Language, wordingIn } from "../../cli/wording/wording.ts";
import { keys } from "../support/pty.ts";
import { pictureOf } from "./picture.ts";
import { screenStops } from "./stops.ts";
import { type Seen, type Step, walk } from "./walk.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "tour");
/** The most telling page of some: problems in columns, people. */
const further: Partial<Record<ScreenName, Step>> = {
  problems: ["b", / 14 /],
  sync: [keys.tab, /周立成/],
};
const stops = screenStops.map((stop) => {
  const step = further[stop.name];
  return step ? { ...stop, steps: [...stop.steps, step] } : stop;
});
export const languages: readonly Language[] = ["zh", "en"];

/** @param visit told each picture's file, how it is drawn now, and when the screen is at rest */
export function drawTour(
  language: Language,
  visit: (file: string, draw: () => string, rests: Seen["rests"]) => Promise<void>,
): Promise<void> {
  const { say } = wordingIn(language);
  return walk(stops, { language, columns: 100, rows: 31 }, ({ name, look, rests }) => {
    const draw = () => pictureOf(look(), say(`screen.${name}`));
    return visit(join(folder, language, `${name}.svg`), draw, rests);
  });
}
