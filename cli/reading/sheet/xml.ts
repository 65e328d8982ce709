/**
 * As much XML as the parts of a workbook need: elements by name, attributes, text. It goes forward
 * only and looks at each character a fixed number of times, so no input can make it slow; no
 * entity is known but the five of XML itself and numbers, and nothing is ever fetched.
 */

export interface Element {
  readonly attributes: string;
  readonly content: string;
}

/** What stands before the names of a part's elements, such as `x:`; mostly nothing. */
export const prefixOf = (xml: string): string =>
  /<([A-Za-z_][\w.-]*:)?(?:worksheet|workbook|sst|styleSheet|Relationships)[\s>]/.exec(
    xml.slice(0, 4_096),
  )?.[1] ?? "";

/** The elements of a name, none within another of the same name. */
export function* elementsOf(xml: string, name: string): Generator<Element> {
  const opening = `<${name}`;
  const closing = `</${name}>`;
  let at = 0;
  for (;;) {
    const start = findOpening(xml, opening, at);
    if (start < 0) return;
    const end = xml.indexOf(">", start);
    if (end < 0) return;
    const isEmpty = xml[end - 1] === "/";
    const attributes = xml.slice(start + opening.length, isEmpty ? end - 1 : end);
    if (isEmpty) {
      yield { attributes, content: "" };
      at = end + 1;
      continue;
    }
    const close = xml.indexOf(closing, end + 1);
    if (close < 0) return;
    yield { attributes, content: xml.slice(end + 1, close) };
    at = close + closing.length;
  }
}

function findOpening(xml: string, opening: string, from: number): number {
  for (let at = xml.indexOf(opening, from); at >= 0; at = xml.indexOf(opening, at + 1)) {
    const next = xml[at + opening.length];
    if (next === ">" || next === "/" || next === " " || next === "\n" || next === "\r") return at;
    if (next === "\t") return at;
  }
  return -1;
}

export function attributeOf(attributes: string, name: string): string | undefined {
  const wanted = `${name}=`;
  for (let at = attributes.indexOf(wanted); at >= 0; at = attributes.indexOf(wanted, at + 1)) {
    const before = attributes[at - 1] ?? " ";
    if (!/\s/.test(before)) continue;
    const quote = attributes[at + wanted.length];
    if (quote !== '"' && quote !== "'") continue;
    const start = at + wanted.length + 1;
    const end = attributes.indexOf(quote, start);
    return end < 0 ? undefined : textOf(attributes.slice(start, end));
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/** Text without its entities; `_x000D_` is how workbooks write what XML may not hold. */
export function textOf(xml: string): string {
  const plain = xml.includes("&")
    ? xml.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{2,4}));/g, (all, ten, hex, name) => {
        if (name !== undefined) return entities[name] ?? all;
        return charOf(ten === undefined ? Number.parseInt(hex, 16) : Number(ten));
      })
    : xml;
  return plain.includes("_x")
    ? plain.replaceAll(/_x([\da-fA-F]{4})_/g, (_, hex) => charOf(Number.parseInt(hex, 16)))
    : plain;
}

const charOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
