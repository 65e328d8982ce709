/** The lines of the report that are seen; the figure or statement under the cursor stands out. */
import { Box } from "ink";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import type { ReportLine } from "./lines.ts";
import type { Span } from "./wrap-spans.ts";

export const ReportLines = ({
  lines,
  at,
  measure,
}: {
  readonly lines: readonly ReportLine[];
  readonly at: number;
  readonly measure: number;
}) => (
  <Box flexDirection="column" width={measure + 2} paddingLeft={1} flexShrink={0}>
    {lines.map(({ spans, isHeading }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place.
      <Text key={index} wrap="truncate" bold={isHeading}>
        {spans.length === 0
          ? " "
          : spans.map((span, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a span of a line is its place.
              <Piece key={place} span={span} at={at} />
            ))}
      </Text>
    ))}
  </Box>
);

/** A figure is coloured and bold, what was written stays plain until the cursor is on it. */
function Piece({ span, at }: { readonly span: Span; readonly at: number }) {
  const { text, stop, of } = span;
  const isHere = stop !== undefined && stop === at;
  if (of === "figure") {
    return (
      <Text color={theme.accent} bold inverse={isHere}>
        {text}
      </Text>
    );
  }
  const colour = of === "unwritten" ? { color: theme.warning } : {};
  return (
    <Text {...colour} inverse={isHere}>
      {text}
    </Text>
  );
}
