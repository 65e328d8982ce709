/** Figures with their rule and sources, as lines. */
import type { ExplainedFigure } from "../../shared/report/explain.ts";
import type { Wording } from "../wording/wording.ts";

export const explanationLines = (wording: Wording, figures: readonly ExplainedFigure[]): string[] =>
  figures.flatMap(({ printed, tally, sources }) => {
    const { say } = wording;
    const value = tally.value ?? say("tally.no-answer");
    const days = tally.from ? `${tally.from} – ${tally.to}` : `– ${tally.to}`;
    const rule = wording.find(`rule.${tally.rule}`) ?? tally.rule;
    return [
      say("explain.figure", { printed, label: tally.label, id: tally.id }),
      say("explain.rule", { value, rule, days, count: sources.length }),
      ...sources.map(({ id, on, title }) => `    ${[id, on, title].filter(Boolean).join("  ")}`),
    ];
  });
