import { Box } from "ink";
import { toPlainLines } from "../../../../shared/words/plain-text.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";
import { TextAreaView } from "../../ui/text-area.tsx";
import { theme } from "../../ui/theme.ts";
import { useTextArea } from "../../ui/use-text-area.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import type { StatementText } from "./use-statement.ts";

/** Readable lines, also in a wide window. */
const measure = 84;
const linesAround = 3;

/** A statement, written here: one line of it is one point of the report. */
export function StatementEditor(
  props: ScreenProps & {
    readonly begun: StatementText;
    readonly onSave: (text: string) => void;
    readonly onLeave: (text: string) => void;
    readonly onKeepText: (text: string) => void;
  },
) {
  const { begun, onSave, onLeave, onKeepText, top, width, height, isActive } = props;
  const { wording } = useOffice();
  useKeeping(props, "all");
  const room = { width: Math.min(measure, width - 2), height: height - linesAround };
  const area = useTextArea(
    begun.text,
    room,
    { save: onSave, cancel: onLeave, clean: toPlainLines },
    isActive,
  );
  useKeptDraft(area.text, onKeepText);
  const { above, below } = area;
  const said = begun.isDraft ? wording.say("statement.is-draft") : wording.say("statement.point");
  const more =
    above + below > 0
      ? wording.say("statement.more-rows", { above, below })
      : wording.say("statement.keys");
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent} wrap="truncate">
        {truncate(begun.label, width)}
      </Text>
      <Text color={begun.isDraft ? theme.warning : theme.quiet} wrap="truncate">
        {truncate(said, width)}
      </Text>
      <TextAreaView
        area={area}
        place={{ top: top + 2, left: 1, height: room.height }}
        isActive={isActive}
      />
      <Text color={theme.quiet} wrap="truncate">
        {truncate(more, width)}
      </Text>
    </Box>
  );
}
