/**
 * The tour: the built program plays its sample office, and somebody walks from screen to screen.
 *
 * It is always the evening of the sample's last day, and what differs from one sample to the next,
 * its folder's name and its ids, is written over: the same program shows the same every time.
 */
import type { Language } from "../../cli/wording/wording.ts";
import { type Cell, rewritten } from "../support/cells.ts";
import { program } from "../support/program.ts";
import { openPty, type Pty } from "../support/pty.ts";

export interface Stop<Name extends string = string> {
  readonly name: Name;
  readonly steps: readonly Step[];
  /** Out of what lies over the screen. */
  readonly back?: readonly Step[];
}
/** What is typed, and what is seen then, in either language, before anything more is typed. */
export type Step = readonly [typed: string, shows: RegExp];

export type Lines = readonly (readonly Cell[])[];
export interface Seen<Name extends string = string> {
  readonly name: Name;
  /** What stands there now. */
  look(): Lines;
  /** Resolves once nothing moves any more, or sooner, once it is as it is wanted. */
  rests(isAsWanted?: () => boolean): Promise<void>;
}

export interface Window {
  readonly language: Language;
  readonly columns: number;
  readonly rows: number;
}

/** In milliseconds: the half-year is played before the first screen. */
const within = 60_000;

/** @param visit told at every stop; the walk goes on when it is done */
export async function walk<Name extends string>(
  stops: readonly Stop<Name>[],
  { language, columns, rows }: Window,
  visit: (seen: Seen<Name>) => Promise<void>,
): Promise<void> {
  const pty = openPty(
    process.execPath,
    [program, "--lang", language, "demo"],
    {},
    { columns, rows },
  );
  try {
    for (const { name, steps, back } of stops) {
      for (const step of steps) await go(pty, step);
      await visit({ name, look: () => withoutChance(pty), rests: pty.rests });
      for (const step of back ?? []) await go(pty, step);
    }
  } finally {
    await pty.close();
  }
}

async function go(pty: Pty, [typed, shows]: Step): Promise<void> {
  pty.type(typed);
  await pty.sees(shows, within);
}

const chances: readonly (readonly [RegExp, string])[] = [
  [/(?<=taizhang-demo-)\w{6}/g, "sample"],
  [/\b[a-z\d]{8}(?=-\d+\b)/g, "sampleid"],
  [/(?<=^[› ] [✓✗] )[a-z\d]{8}\b/g, "sampleid"], // in the list of workstations
];
const withoutChance = (pty: Pty): Lines =>
  pty
    .cells()
    .map((cells) =>
      chances.reduce((line, [chance, fixed]) => rewritten(line, chance, fixed), cells),
    );
