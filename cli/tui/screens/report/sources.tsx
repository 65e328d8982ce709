import { Box } from "ink";
import type { Figure } from "../../../../shared/report/document.ts";
import { type Source, sourceOf } from "../../../../shared/report/explain.ts";
import { type ScreenProps, type Target, useLedger, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useList } from "../../ui/use-list.ts";
import { padTo } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";

const screenOf = {
  entry: "ledger",
  problem: "problems",
  position: "checklists",
  publication: "publications",
} as const;

/** Where a source is shown; a name of the profile is shown nowhere else. */
export const targetOf = ({ id, type }: Source): Target | undefined =>
  type && { screen: screenOf[type], focus: id };

/** What is behind a figure: its indicator, its rule, and every record that it counts. */
export function Sources(
  props: ScreenProps & { readonly figure: Figure; readonly onClose: () => void },
) {
  const { figure, width, height, isActive, onOpen, onClose } = props;
  const { wording } = useOffice();
  const { ledger } = useLedger();
  const { tally } = figure;
  useKeeping(props, "escape");
  const isEmpty = tally.sources.length === 0;
  const list = useList(tally.sources, height - 4, isActive);
  useKeys(
    (_, key) => {
      if (key.escape) return onClose();
      if (!key.return) return;
      const id = list.now();
      const target = id === undefined ? undefined : targetOf(sourceOf(ledger, id));
      if (target) onOpen(target);
    },
    { isActive },
  );
  const [head, rule] = useExplained()(figure);
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {head}
      </Text>
      <Text wrap="truncate">{rule}</Text>
      {isEmpty ? <Text color={theme.quiet}>{wording.say("explain.no-sources")}</Text> : null}
      <Box flexDirection="column" height={height - (isEmpty ? 4 : 3)}>
        <ListView
          list={list}
          width={width}
          rowKey={(source) => source}
          line={(source) => {
            const { on = "", title = source, disputed } = sourceOf(ledger, source);
            const note = disputed ? wording.say("explain.disputed") : "";
            return { text: `${padTo(on, 12)}${title}${note}` };
          }}
        />
      </Box>
      <Text color={theme.quiet}>
        {wording.say(isEmpty ? "explain.keys-empty" : "explain.keys")}
      </Text>
    </Box>
  );
}

/** Two lines: what a figure asks, and what it came to by which rule. */
export function useExplained(): (figure: Figure) => readonly [string, string] {
  const { wording } = useOffice();
  return ({ tally, text }) => {
    const { indicator, value, rule, range, sources } = tally;
    const { label, id } = indicator;
    const said = wording.say("explain.rule", {
      value: value ?? wording.say("tally.no-answer"),
      rule: wording.say(`rule.${rule.rule}`),
      days: `${range.from ?? ""} – ${range.to}`,
      count: sources.length,
    });
    return [wording.say("explain.figure", { printed: text, label, id }), said.trim()];
  };
}
