/**
 * Colours and signs, once. A sign always says the same as its colour: some people see no red, and
 * some ask for no colours at all.
 *
 * Backgrounds are black, white or anything, so no colour may vanish on either: no grey, no yellow,
 * no cyan, no blue. What is quiet is dim, which every terminal mixes from its own two colours.
 */
import { isAmbiguousWide } from "./ambiguous.ts";

/** Not a colour: `Text` draws it dim. */
export const dim = "dim";

/** @param depth bits of colour, as Node finds them from NO_COLOR, FORCE_COLOR, TERM and COLORTERM */
export function coloursFor(depth: number) {
  if (depth <= 1) return { accent: "", good: "", warning: "", bad: "", quiet: dim } as const;
  const named = { accent: "", good: "green", warning: "magenta", bad: "red", quiet: dim } as const;
  if (depth < 8) return named;
  return {
    accent: "ansi256(31)",
    good: "ansi256(28)",
    warning: "ansi256(130)",
    bad: "ansi256(160)",
    quiet: dim,
  } as const;
}

// NO_COLOR counts also where the output is no terminal that could say how many colours it has.
const { stdout } = process;
export const theme = coloursFor(stdout.isTTY ? stdout.getColorDepth() : 1);

const drawnSigns = {
  chosen: "›",
  passed: "✓",
  failed: "✗",
  open: "○",
  dot: "·",
  marked: "●",
  folded: "+",
  unfolded: "-",
} as const;
const asciiSigns = {
  chosen: ">",
  passed: "v",
  failed: "x",
  open: "o",
  dot: ".",
  marked: "*",
  folded: "+",
  unfolded: "-",
} as const;
type Signs = Readonly<Record<keyof typeof drawnSigns, string>>;

const now = (): Signs => (isAmbiguousWide() ? asciiSigns : drawnSigns);
/** Each takes one cell, also where the drawn ones would take two. */
export const signs: Signs = {
  get chosen() {
    return now().chosen;
  },
  get passed() {
    return now().passed;
  },
  get failed() {
    return now().failed;
  },
  get open() {
    return now().open;
  },
  get dot() {
    return now().dot;
  },
  get marked() {
    return now().marked;
  },
  get folded() {
    return now().folded;
  },
  get unfolded() {
    return now().unfolded;
  },
};
