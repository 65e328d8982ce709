/**
 * What the screens look like, as text in tests/cli/frames that a reader can go through. After a
 * change that is meant: npm run frames.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import type { ScreenName } from "../../cli/tui/keys.ts";
import { textOf } from "../support/cells.ts";
import { keys } from "../support/pty.ts";
import { screenStops } from "../tour/stops.ts";
import { type Stop, type Window, walk } from "../tour/walk.ts";

/** What lies over a screen, or stands on its other pages. */
const more: Partial<Record<ScreenName, readonly Stop[]>> = {
  board: [
    { name: "help", steps: [["?", /^ +\[ {8}/m]], back: [[keys.escape, /双井村/]] },
    {
      name: "command-line",
      steps: [
        [":", /^:/m],
        ["position add xcl", /^:.*xcl/m],
        [keys.tab, /^:.*宣传栏/m],
      ],
      back: [[keys.escape, /双井村.*Tab/s]],
    },
  ],
  ledger: [
    { name: "ledger-filter", steps: [["/", /Tab/]], back: [[keys.escape, /565/]] },
    {
      name: "ledger-detail",
      steps: [[keys.enter, /2022-07-01/]],
    },
  ],
  checklists: [
    {
      name: "checklists-walk",
      steps: [[keys.enter, /Ctrl\+S (汇总|sum)/]],
    },
    {
      name: "checklists-failed",
      steps: [["n", /2022-07-22/]],
      back: [
        [keys.escape, /Ctrl\+S (汇总|sum)/],
        [keys.escape, /53\/62/],
      ],
    },
  ],
  problems: [{ name: "problems-detail", steps: [[keys.enter, /2022-06-10/]] }],
  report: [
    {
      name: "report-sources",
      steps: [[keys.enter, /县委全会精神/]],
      back: [[keys.escape, /› 16次/]],
    },
    { name: "report-export", steps: [["x", /\.docx|\.txt/]], back: [[keys.escape, /› 16次/]] },
  ],
  sync: [
    { name: "sync-people", steps: [[keys.tab, /周立成/]] },
    { name: "sync-workstations", steps: [[keys.tab, /[✓] \w{8}/]] },
  ],
};
const stops = screenStops.flatMap((stop) => [stop, ...(more[stop.name] ?? [])]);

const windows: readonly Window[] = [
  { language: "zh", columns: 80, rows: 24 },
  { language: "zh", columns: 120, rows: 40 },
  { language: "en", columns: 80, rows: 24 },
];

/** In milliseconds: the sample is played three times, also on a busy machine. */
const within = 120_000;

test.concurrent.for(windows)(
  "the screens stand as they are kept: $language, $columns columns",
  { timeout: within },
  async (window, { expect }) => {
    const { language, columns, rows } = window;
    const folder = join(import.meta.dirname, "frames", `${language}-${columns}x${rows}`);
    await walk(stops, window, async ({ name, look, rests }) => {
      const file = join(folder, `${name}.txt`);
      const text = () =>
        `${look()
          .map((line) => textOf(line).trimEnd())
          .join("\n")}\n`;
      const kept = await readFile(file, "utf8").catch(() => undefined);
      await rests(() => text() === kept);
      await expect(text()).toMatchFileSnapshot(file);
    });
  },
);
