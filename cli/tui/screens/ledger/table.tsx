import { Box } from "ink";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import { statesOf } from "../../../reading/states.ts";
import { Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { padTo } from "../../ui/width.ts";
import { type CellContext, cellOf, columnsFor, lineOf } from "./columns.ts";

/** The visible entries, one line each, under their heads. */
export function EntryTable({
  visible,
  chosenId,
  selected,
  width,
  context,
}: {
  readonly visible: readonly Entry[];
  readonly chosenId: EntryId | undefined;
  readonly selected: ReadonlySet<EntryId>;
  readonly width: number;
  readonly context: CellContext;
}) {
  const { wording, seq } = context;
  const columns = columnsFor(width);
  const heads = lineOf(columns, "", ({ name }) => wording.say(`ledger.head.${name}`));
  return (
    <Box flexDirection="column">
      <Text bold color={theme.accent} wrap="truncate">
        {padTo(heads, width)}
      </Text>
      {visible.map((entry) => {
        const isChosen = entry.id === chosenId;
        const sign = `${isChosen ? signs.chosen : " "} ${selected.has(entry.id) ? signs.passed : " "}`;
        const [state] = statesOf(entry, seq);
        const tone = isChosen ? theme.accent : state && tones[state];
        return (
          <Text key={entry.id} wrap="truncate" bold={isChosen} {...(tone ? { color: tone } : {})}>
            {padTo(
              lineOf(columns, sign, (column) => cellOf(entry, column, context)),
              width,
            )}
          </Text>
        );
      })}
    </Box>
  );
}

const tones = {
  voided: theme.quiet,
  pending: theme.warning,
  disputed: theme.bad,
  late: theme.warning,
} as const;
