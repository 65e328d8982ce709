/**
 * Colours and signs, once. A sign always says the same as its colour: some people see no red, and
 * some ask for no colours at all (NO_COLOR, which Ink itself does not know).
 */
const wanted = (process.env.NO_COLOR ?? "") === "";
const colour = (name: string): string => (wanted ? name : "");

export const theme = {
  accent: colour("cyan"),
  good: colour("green"),
  warning: colour("yellow"),
  bad: colour("red"),
  quiet: colour("gray"),
} as const;

export const signs = { chosen: "›", passed: "✓", failed: "✗", open: "○", dot: "·" } as const;
