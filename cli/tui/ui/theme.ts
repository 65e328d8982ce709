/** Colours and signs, once. A sign always says the same as its colour: some people see no red. */
export const theme = {
  accent: "cyan",
  good: "green",
  warning: "yellow",
  bad: "red",
  quiet: "gray",
} as const;

export const signs = { chosen: "›", passed: "✓", failed: "✗", open: "○", dot: "·" } as const;
