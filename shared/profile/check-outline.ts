/** What the outline refers to: figures, and statements, each placed where there is one. */
import type { Misfit } from "./finding.ts";
import type { Indicator } from "./indicator.ts";
import type { Names } from "./names.ts";
import type { OutlineBlock, OutlineText } from "./outline.ts";
import { piecesOf } from "./outline-text.ts";
import type { Profile } from "./profile.ts";

type Path = readonly PropertyKey[];

export function checkOutline({ outline, indicators }: Profile, names: Names): Misfit[] {
  const check = textChecker(indicators, names);
  return [
    ...outline.title.flatMap((line, at) => check(line, ["outline", "title", at])),
    ...check(outline.addressee, ["outline", "addressee"]),
    ...outline.body.flatMap((block, at) =>
      checkBlock(block, ["outline", "body", at], check, names),
    ),
  ];
}

type CheckText = (text: OutlineText | undefined, at: Path) => Misfit[];

function checkBlock(block: OutlineBlock, at: Path, check: CheckText, names: Names): Misfit[] {
  if ("heading" in block) return check(block.heading, [...at, "heading"]);
  if ("statement" in block) {
    return names.findUnusable("statement", block.statement, [...at, "statement"]);
  }
  const points = (block.points ?? []).flatMap((point, index) =>
    check(point, [...at, "points", index]),
  );
  if ("paragraph" in block) return [...check(block.paragraph, [...at, "paragraph"]), ...points];
  return [
    ...check(block.section, [...at, "section"]),
    ...check(block.text, [...at, "text"]),
    ...points,
    ...check(block.after, [...at, "after"]),
  ];
}

function textChecker(indicators: readonly Indicator[], names: Names): CheckText {
  const byId = new Map<string, Indicator>(indicators.map((one) => [one.id, one]));

  const checkWords = (words: string, at: Path): Misfit[] =>
    piecesOf(words).flatMap((piece): Misfit[] => {
      if (piece.type === "broken") return [{ issue: "broken-place", name: piece.words, at }];
      if (piece.type !== "figure") return [];
      const { indicator: name, form } = piece;
      const known = byId.get(name);
      if (known && form === "names" && !countsNames(known))
        return [{ issue: "nameless", name, at }];
      return names.findUnusable("indicator", name, at);
    });

  return (text, at) => {
    if (text === undefined) return [];
    if (typeof text === "string") return checkWords(text, at);
    return text.flatMap((part, index) => {
      const here = [...at, index];
      if (typeof part === "string") return checkWords(part, here);
      if ("statement" in part) {
        return names.findUnusable("statement", part.statement, [...here, "statement"]);
      }
      const { indicator: name, is } = part.when;
      const known = byId.get(name);
      const condition: Misfit[] =
        known && is === "complete" && !canBeComplete(known)
          ? [{ issue: "never-complete", name, at: [...here, "when", "is"] }]
          : names.findUnusable("indicator", name, [...here, "when", "indicator"]);
      return [
        ...condition,
        ...checkWords(part.then, [...here, "then"]),
        ...checkWords(part.otherwise, [...here, "otherwise"]),
      ];
    });
  };
}

const canBeComplete = ({ question }: Indicator): boolean =>
  question.of === "rate" || ("measure" in question && question.measure === "done");

const countsNames = ({ question }: Indicator): boolean =>
  question.of === "roster" ||
  (question.of !== "rate" &&
    (question.measure === "list-titles" || question.measure.startsWith("distinct-")));
