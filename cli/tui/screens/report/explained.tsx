import { Box } from "ink";
import { sourceOf } from "../../../../shared/report/explain.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { truncate, widthOf, wrap } from "../../ui/width.ts";
import type { Stop } from "./lines.ts";
import { useExplained } from "./sources.tsx";

/** From this width on, what is under the cursor is explained beside the text. */
export const explainedFrom = 112;

/** Beside the text: the figure's question, rule and first records. */
export function Explained({
  stop,
  width,
  height,
}: {
  readonly stop: Stop | undefined;
  readonly width: number;
  readonly height: number;
}) {
  const { ledger } = useLedger();
  const words = useWords(stop);
  const sources = stop?.type === "figure" ? stop.figure.tally.sources : [];
  const lines = words.flatMap((text) => [...wrap(text, width), ""]);
  const room = Math.max(0, height - lines.length);
  const shown = sources.slice(0, sources.length > room ? room - 1 : room);
  const more = sources.length - shown.length;
  const records = shown.map((id) => {
    const { on, title = id } = sourceOf(ledger, id);
    return [on, title].filter(Boolean).join(" ");
  });
  const all = [...lines, ...records, ...(more > 0 ? [`… +${more}`] : [])];
  return (
    <Box flexDirection="column" width={width + 2} height={height} paddingLeft={2}>
      {all.slice(0, height).map((text, at) => (
        <Text
          // biome-ignore lint/suspicious/noArrayIndexKey: a line of the explanation is its place.
          key={at}
          wrap="truncate"
          {...(at < lines.length ? { color: theme.accent } : { color: theme.quiet })}
        >
          {truncate(text === "" ? " " : text, width)}
        </Text>
      ))}
    </Box>
  );
}

/** One line below the text: what is under the cursor, and how far the reading is. */
export function UnderCursor({
  stop,
  width,
  place,
}: {
  readonly stop: Stop | undefined;
  readonly width: number;
  readonly place: { readonly first: number; readonly seen: number; readonly all: number };
}) {
  const [text = ""] = useWords(stop);
  const { first, seen, all } = place;
  const share = all <= seen ? 100 : Math.round((Math.min(all, first + seen) / all) * 100);
  const far = `${share}%`;
  const left = truncate(`${signs.chosen} ${text}`, width - widthOf(far) - 2);
  const gap = " ".repeat(Math.max(1, width - widthOf(left) - widthOf(far) - 1));
  return <Text color={theme.accent} wrap="truncate">{`${left}${gap}${far}`}</Text>;
}

function useWords(stop: Stop | undefined): readonly string[] {
  const { wording } = useOffice();
  const { profile } = useLedger();
  const figure = useFigureWords(stop);
  if (figure) return figure;
  if (stop?.type !== "statement") return [wording.say("report.no-figures")];
  const { statement, written } = stop;
  const label = profile.statements.find(({ id }) => id === statement)?.label ?? statement;
  return [wording.say(written ? "statement.here" : "statement.here-unwritten", { label })];
}

function useFigureWords(stop: Stop | undefined): readonly string[] | undefined {
  const explain = useExplained();
  return stop?.type === "figure" ? explain(stop.figure) : undefined;
}
