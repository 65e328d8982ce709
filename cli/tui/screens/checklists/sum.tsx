import { Detail } from "../../detail/detail.tsx";
import type { DetailLine } from "../../detail/lines.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import { usePlain } from "../../ui/plain.ts";
import { signs } from "../../ui/theme.ts";
import { wrap } from "../../ui/width.ts";
import type { Stop, Walk } from "./walk.ts";
import { failedIn } from "./walk-drafts.ts";

/** What was found, position by position, before it is handed in; nothing found is a result too. */
export function Sum({
  walk,
  from,
  width,
  height,
}: {
  readonly walk: Walk;
  readonly from: number;
  readonly width: number;
  readonly height: number;
}) {
  const { say } = useOffice().wording;
  const { ledger } = useLedger();
  const isPlain = usePlain();
  const lines = walk.stops.flatMap((stop): DetailLine[] => {
    const failed = failedIn(stop);
    const passed = stop.items.length - failed;
    const found =
      failed > 0 ? say("walk.counted", { passed, failed }) : say("walk.clean", { passed });
    const sign = failed > 0 ? signs.failed : signs.passed;
    return [
      { text: `${sign} ${stop.position.name}  ${found}`, tone: "head" },
      ...problemLines(stop),
    ];
  });
  const last = Math.max(0, lines.length - height);
  return <Detail {...{ lines, width, height }} from={Math.min(from, last)} />;

  function problemLines({ items, findings }: Stop): DetailLine[] {
    return items.flatMap(({ id }): DetailLine[] => {
      const found = findings.get(id);
      if (!found || found.passed) return [];
      const { title, level, assignment } = found.problem;
      const owner = assignment && ledger.members.get(assignment.owner)?.name;
      const parts = [
        title,
        level === "serious" ? say("level.serious") : "",
        owner ? say("walk.assigned", { owner, deadline: assignment.deadline }) : "",
      ];
      const words = parts.filter(Boolean).join("  ");
      const text = isPlain ? say("walk.problem", { item: words }) : words;
      return wrap(text, Math.max(8, width - 5)).map((line, at) => ({
        text: `   ${at === 0 ? `${signs.failed} ` : "  "}${line}`,
        tone: "bad",
      }));
    });
  }
}
