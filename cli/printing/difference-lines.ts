/** What changed after a closing, as lines: then and now, and each record with its sign. */
import type { Difference, FigureDifference } from "../../shared/report/difference.ts";
import type { Source } from "../../shared/report/explain.ts";
import type { Wording } from "../wording/wording.ts";

export interface DifferenceLine {
  readonly text: string;
  readonly isHead: boolean;
  /** The record that the line is about. */
  readonly source?: Source;
}

export function differenceLines(wording: Wording, difference: Difference): DifferenceLine[] {
  const { say } = wording;
  return [
    ...difference.figures.flatMap((one) => figureLines(wording, one)),
    ...difference.statements.flatMap(({ label, frozen, now }): DifferenceLine[] => [
      { text: say("difference.statement", { label }), isHead: true },
      { text: `  − ${frozen.replaceAll("\n", " ") || say("history.nothing")}`, isHead: false },
      { text: `  + ${now.replaceAll("\n", " ") || say("history.nothing")}`, isHead: false },
    ]),
  ];
}

function figureLines({ say }: Wording, one: FigureDifference): DifferenceLine[] {
  const { label, unit } = one.indicator;
  const [frozen, now] = [`${one.frozen.text}${unit}`, `${one.now.text}${unit}`];
  const line = (sign: string, key: "came" | "went" | "changed") =>
    one[key].map((source): DifferenceLine => {
      const { id, on = "", title = "" } = source;
      const words = [`  ${sign}`, id, on, title, say(`difference.${key}`)];
      return { text: words.filter(Boolean).join("  "), isHead: false, source };
    });
  return [
    { text: say("difference.figure", { label, frozen, now }), isHead: true },
    ...line("+", "came"),
    ...line("−", "went"),
    ...line("±", "changed"),
  ];
}
