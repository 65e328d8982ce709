/**
 * The tour: the built program plays its sample office, and somebody walks from screen to screen.
 *
 * It is always the evening of the sample's last day, and what differs from one sample to the next,
 * its folder's name and its ids, is written over: the same program shows the same every time.
 */
import type { ScreenName } from "../../cli/tui/keys.ts";
import type { Language } from "../../cli/wording/wording.ts";
import { type Cell, rewritten } from "../support/cells.ts";
import { program } from "../support/program.ts";
import { keys, openPty, type Pty } from "../support/pty.ts";

export interface Stop {
  readonly screen: ScreenName;
  /** What is typed, and what is seen then, in either language, before anything more is typed. */
  readonly steps: readonly (readonly [typed: string, shows: RegExp])[];
}

/** The form is the last: nothing that was left in it is spoken of on the other screens. */
const stops: readonly Stop[] = [
  { screen: "board", steps: [["", /专题研究.*2次/]] },
  {
    screen: "ledger",
    steps: [
      ["3", /565/],
      ["/", /Tab/],
      ["kind:集中学习", / 17 /],
      [keys.enter, /kind:集中学习.* 17 .*\n/],
    ],
  },
  { screen: "checklists", steps: [["4", /青禾发布/]] },
  { screen: "problems", steps: [["5", /电子屏/]] },
  {
    screen: "report",
    steps: [
      ["6", /› 2次/],
      [keys.tab, /› 1次/],
      [keys.tab, /› 乡村振兴/],
      [keys.tab, /› 16次/],
    ],
  },
  { screen: "sync", steps: [["7", /taizhang-demo-/]] },
  {
    screen: "entry-form",
    steps: [
      ["2", /Ctrl\+T/],
      ["集中学习 学习体会交流 @三楼会议室 35人 昨天 #专题研讨", /2022-07-06/],
    ],
  },
];

export type Lines = readonly (readonly Cell[])[];
export interface Seen {
  readonly screen: ScreenName;
  /** What stands there now. */
  look(): Lines;
  /** Resolves once nothing moves any more, or sooner, once it is as it is wanted. */
  rests(isAsWanted?: () => boolean): Promise<void>;
}

/** In milliseconds: the half-year is played before the first screen. */
const within = 60_000;

/** @param visit told at every stop; the walk goes on when it is done */
export async function walk(
  language: Language,
  size: { readonly columns: number; readonly rows: number },
  visit: (seen: Seen) => Promise<void>,
): Promise<void> {
  const pty = openPty(process.execPath, [program, "--lang", language, "demo"], {}, size);
  try {
    for (const { screen, steps } of stops) {
      for (const [typed, shows] of steps) {
        pty.type(typed);
        await pty.sees(shows, within);
      }
      await visit({ screen, look: () => withoutChance(pty), rests: pty.rests });
    }
  } finally {
    await pty.close();
  }
}

const chances: readonly (readonly [RegExp, string])[] = [
  [/(?<=taizhang-demo-)\w{6}/g, "sample"],
  [/\b[a-z\d]{8}(?=-\d+\b)/g, "sampleid"],
];
const withoutChance = (pty: Pty): Lines =>
  pty
    .cells()
    .map((cells) =>
      chances.reduce((line, [chance, fixed]) => rewritten(line, chance, fixed), cells),
    );
