/**
 * Ink's Text for words that may hold anything: what is drawn of them is harmless (drawable.ts).
 * Screens take Text from here, so that no title needs to be remembered. What inverse colours say to
 * those who see them, brackets say to a screen reader.
 */
import { Text as InkText, type TextProps } from "ink";
import type { ReactNode } from "react";
import { drawable } from "./drawable.ts";
import { usePlain } from "./plain.ts";
import { dim, theme } from "./theme.ts";

const drawn = (node: ReactNode): ReactNode => {
  if (typeof node === "string") return drawable(node);
  return Array.isArray(node) ? node.map(drawn) : node;
};

const bracketed = (node: ReactNode): ReactNode =>
  typeof node === "string" ? ` [${node.trim()}] ` : [" [", node, "] "];

export function Text({ children, color, dimColor, ...props }: TextProps) {
  const isDim = dimColor === true || color === dim;
  const said = usePlain() && props.inverse ? bracketed(children) : children;
  return (
    <InkText {...props} dimColor={isDim} {...(color && color !== dim ? { color } : {})}>
      {drawn(said)}
    </InkText>
  );
}

/** A line across; nothing that needs to be read aloud. */
export const Rule = ({ cells }: { readonly cells: number }) => (
  <Text color={theme.quiet} aria-hidden>
    {"─".repeat(Math.max(0, cells))}
  </Text>
);
