import { Box } from "ink";
import { told, usePlain } from "../ui/plain.ts";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { truncate } from "../ui/width.ts";
import type { DetailLine } from "./lines.ts";

/** As many lines of a record as fit, from the one that was scrolled to. */
export function Detail({
  lines,
  from,
  width,
  height,
}: {
  readonly lines: readonly DetailLine[];
  readonly from: number;
  readonly width: number;
  readonly height: number;
}) {
  const isPlain = usePlain();
  const said = (text: string) => (isPlain ? told(text) : text);
  const left = lines.length - from - height;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {lines.slice(from, from + height).map(({ text, tone }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
        <Text key={at} wrap="truncate" bold={tone === "head"} {...toneOf(tone)}>
          {truncate(left > 0 && at === height - 1 ? `… ${left + 1}` : said(text) || " ", width)}
        </Text>
      ))}
    </Box>
  );
}

const toneOf = (tone: DetailLine["tone"]) => (tone ? { color: tones[tone] } : {});
const tones = { head: theme.accent, bad: theme.bad, quiet: theme.quiet } as const;
