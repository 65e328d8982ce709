/**
 * The colours of the terminal in the pictures: paper and ink of its own, and the palette of 256 as
 * terminals have it. Paper is light: the program's colours were chosen to hold on any.
 */
import type { Colour, Look } from "../support/cells.ts";

export const paper = "#fcfcfa";
export const ink = "#24292e";

/** The first sixteen differ from terminal to terminal; these can be read on the paper. */
const named = [
  ...["#24292e", "#b3261e", "#22863a", "#8a6100", "#0550ae", "#8250df", "#0a6e7d", "#6e7781"],
  ...["#57606a", "#cf222e", "#116329", "#735c0f", "#0969da", "#8250df", "#1b7c83", "#8c959f"],
];
const steps = [0, 95, 135, 175, 215, 255];

const hex = (...parts: readonly number[]) =>
  `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;

function inPalette(index: number): string {
  const own = named[index];
  if (own !== undefined) return own;
  if (index >= 232) return hex(...Array<number>(3).fill(8 + 10 * (index - 232)));
  const at = index - 16;
  const part = (size: number) => steps[Math.floor(at / size) % 6] ?? 0;
  return hex(part(36), part(6), part(1));
}

function said(colour: Colour, own: string): string {
  if (colour === "own") return own;
  if ("palette" in colour) return inPalette(colour.palette);
  return `#${colour.rgb.toString(16).padStart(6, "0")}`;
}

/** Half of one and half of the other, as terminals draw what is dim. */
function between(one: string, other: string): string {
  const parts = (colour: string) =>
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [first, second] = [parts(one), parts(other)];
  return hex(...first.map((part, at) => Math.round(part * 0.6 + (second[at] ?? 0) * 0.4)));
}

/** What a sign and what is behind it are painted with. */
export function paints(look: Look): { readonly sign: string; readonly behind: string } {
  const [sign, behind] = [said(look.colour, ink), said(look.behind, paper)];
  const [front, back] = look.inverse ? [behind, sign] : [sign, behind];
  return { sign: look.dim ? between(front, back) : front, behind: back };
}
