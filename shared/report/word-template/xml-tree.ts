/** The XML of a template's part, gone through. */
import type { XmlNode } from "easy-template-x";

export function* walk(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

export const textOf = (node: XmlNode): string =>
  [...walk(node)].map((one) => (one.nodeType === "Text" ? (one.textContent ?? "") : "")).join("");
