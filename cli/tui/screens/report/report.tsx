import { Box, Text } from "ink";
import { useState } from "react";
import type { Figure } from "../../../../shared/report/document.ts";
import { sourceOf } from "../../../../shared/report/explain.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { findBinding } from "../../ui/key-map.ts";
import { ListView } from "../../ui/list.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { useList, windowStart } from "../../ui/use-list.ts";
import { useKeeping } from "../../use-keeping.ts";
import { reportKeys } from "./keys.ts";
import { type ReportLine, type Span, useReport } from "./use-report.ts";

/** The report as it stands now. Tab goes from figure to figure, Enter opens what is behind one. */
export function Report(props: ScreenProps) {
  const { period, width, height, isActive } = props;
  const { lines, figures } = useReport(period, width);
  const [{ at, first }, latest, setPlace] = useLatestState({ at: 0, first: 0 });
  const [opened, setOpened] = useState(false);
  const figure = figures[Math.min(at, figures.length - 1)];

  const lineOfFigure = (index: number) =>
    lines.findIndex((line) => line.some((span) => span.figure === index));
  const goTo = (index: number) => {
    const next = (index + figures.length) % Math.max(1, figures.length);
    const line = Math.max(0, lineOfFigure(next));
    setPlace({ at: next, first: windowStart(latest().first, line, height, lines.length) });
  };
  const scroll = (by: number) => {
    const last = Math.max(0, lines.length - height);
    setPlace({ ...latest(), first: Math.max(0, Math.min(last, latest().first + by)) });
  };
  useKeys(
    (input, key) => {
      if (key.tab) return goTo(latest().at + (key.shift ? -1 : 1));
      if (key.downArrow) return scroll(1);
      if (key.upArrow) return scroll(-1);
      if (key.pageDown) return scroll(height - 1);
      if (key.pageUp) return scroll(1 - height);
      if (findBinding(reportKeys, input, key) === "open" && figure) setOpened(true);
    },
    { isActive: isActive && !opened },
  );
  if (opened && figure) {
    return <Sources {...props} figure={figure} onClose={() => setOpened(false)} />;
  }
  return (
    <Box flexDirection="column" height={height}>
      {lines.slice(first, first + height).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place.
        <Line key={first + index} line={line} at={at} />
      ))}
    </Box>
  );
}

const Line = ({ line, at }: { readonly line: ReportLine; readonly at: number }) => (
  <Text wrap="truncate">
    {line.length === 0
      ? " "
      : line.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span of a line is its place.
          <Piece key={index} span={span} at={at} />
        ))}
  </Text>
);

function Piece({ span, at }: { readonly span: Span; readonly at: number }) {
  if (span.unwritten) return <Text color={theme.warning}>{span.text}</Text>;
  if (span.figure === undefined) return <Text>{span.text}</Text>;
  return (
    <Text color={theme.accent} bold inverse={span.figure === at}>
      {span.text}
    </Text>
  );
}

/** What is behind a figure: its indicator, its rule, and every record that it counts. */
function Sources({
  figure,
  width,
  height,
  isActive,
  onKeep,
  onClose,
}: ScreenProps & { readonly figure: Figure; readonly onClose: () => void }) {
  const { wording } = useOffice();
  const { ledger } = useLedger();
  const { tally, text } = figure;
  useKeeping({ onKeep }, "escape");
  const list = useList(tally.sources, height - 3, isActive);
  useKeys(
    (_, key) => {
      if (key.escape || key.return) onClose();
    },
    { isActive },
  );
  const { indicator, value, rule, range, sources } = tally;
  const { label, id } = indicator;
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {wording.say("explain.figure", { printed: text, label, id })}
      </Text>
      <Text wrap="truncate">
        {wording.say("explain.rule", {
          value: value ?? wording.say("tally.no-answer"),
          rule: wording.say(`rule.${rule.rule}`),
          days: `${range.from ?? ""} – ${range.to}`,
          count: sources.length,
        })}
      </Text>
      <ListView
        list={list}
        width={width}
        rowKey={(source) => source}
        line={(source) => {
          const { on, title } = sourceOf(ledger, source);
          return { text: [source, on, title].filter(Boolean).join("  ") };
        }}
      />
    </Box>
  );
}
