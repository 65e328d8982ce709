/**
 * Ink's Text for words that may hold anything: what is drawn of them is harmless (drawable.ts).
 * Screens take Text from here, so that no title needs to be remembered.
 */
import { Text as InkText, type TextProps } from "ink";
import type { ReactNode } from "react";
import { drawable } from "./drawable.ts";
import { dim } from "./theme.ts";

const drawn = (node: ReactNode): ReactNode => {
  if (typeof node === "string") return drawable(node);
  return Array.isArray(node) ? node.map(drawn) : node;
};

export function Text({ children, color, dimColor, ...props }: TextProps) {
  const isDim = dimColor === true || color === dim;
  return (
    <InkText {...props} dimColor={isDim} {...(color && color !== dim ? { color } : {})}>
      {drawn(children)}
    </InkText>
  );
}
