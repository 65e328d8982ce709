import { Box, type DOMElement } from "ink";
import { useRef } from "react";
import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { EntryId } from "../../../../shared/words/ids.ts";
import { statesOf } from "../../../reading/states.ts";
import { PlainList } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { type MouseDoes, useMouse } from "../../ui/use-mouse.ts";
import { padTo } from "../../ui/width.ts";
import { type CellContext, cellOf, columnsFor, lineOf } from "./columns.ts";

/** A turn of the wheel moves so many rows. */
const wheelRows = 3;

/** The visible entries, one line each, under their heads. */
export function EntryTable({
  visible,
  first,
  count,
  chosenId,
  selected,
  width,
  context,
  onChoose,
  onWheel,
}: {
  readonly visible: readonly Entry[];
  /** The place of the first of them among all, and how many there are. */
  readonly first: number;
  readonly count: number;
  readonly chosenId: EntryId | undefined;
  readonly selected: ReadonlySet<EntryId>;
  readonly width: number;
  readonly context: CellContext;
  readonly onChoose: (id: EntryId) => void;
  readonly onWheel: (rows: number) => void;
}) {
  const box = useRef<DOMElement>(null);
  useMouse(box, ({ type, by, y }: MouseDoes) => {
    const entry = visible[y - 1]; // the heads stand above
    if (type === "wheel") onWheel(by * wheelRows);
    else if (type === "press" && entry) onChoose(entry.id);
  });
  const { wording, seq } = context;
  const columns = columnsFor(width);
  if (usePlain()) {
    const rows = visible.map((row, at) => ({ row, chosen: row.id === chosenId, at: first + at }));
    const chosen = rows.find((row) => row.chosen);
    const list = { visible: rows, chosen: chosen?.row, position: chosen?.at ?? 0, count };
    const wordsOf = (entry: Entry) => {
      const words = columns.map((column) => cellOf(entry, column, context).trim());
      return { text: words.filter(Boolean).join("  ") };
    };
    return <PlainList list={list} line={wordsOf} rowKey={({ id }) => id} />;
  }
  const heads = lineOf(columns, "", ({ name }) => wording.say(`ledger.head.${name}`));
  return (
    <Box flexDirection="column" ref={box}>
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
