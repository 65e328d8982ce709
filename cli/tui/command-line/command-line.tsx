/** `:` and what is typed behind it, in the line of the notices, with the caret of the terminal. */
import { useCursor } from "ink";
import { type RefObject, useMemo } from "react";
import type { Session } from "../../session.ts";
import { Text } from "../ui/text.tsx";
import { view } from "../ui/text-edit.ts";
import { theme } from "../ui/theme.ts";
import { truncate, widthOf } from "../ui/width.ts";
import { complete } from "./complete.ts";
import { insideCommands } from "./inside-commands.ts";
import { definedCommands } from "./run-line.ts";
import { useCommandLine } from "./use-command-line.ts";

export function CommandLine({
  session,
  history,
  top,
  columns,
  isActive,
  onRun,
  onClose,
}: {
  readonly session: Session;
  readonly history: RefObject<readonly string[]>;
  readonly top: number; // the line of the screen on which it stands
  readonly columns: number;
  readonly isActive: boolean;
  readonly onRun: (line: string) => void;
  readonly onClose: () => void;
}) {
  const commands = useMemo(() => insideCommands(definedCommands(session)), [session]);
  const actions = {
    run: onRun,
    close: onClose,
    complete: (line: string) => complete(commands, line),
  };
  const { line, choices } = useCommandLine(history, actions, isActive);
  const offered = choices.length > 0 ? `  ${choices.join("  ")}` : "";
  const room = Math.max(8, columns - 2 - Math.min(widthOf(offered), Math.floor(columns / 2)));
  const { shown, caret } = view(line, room);
  const { setCursorPosition } = useCursor();
  setCursorPosition(isActive ? { x: 1 + caret, y: top } : undefined);
  return (
    <Text wrap="truncate">
      <Text color={theme.accent}>:</Text>
      {shown}
      <Text color={theme.quiet}>{truncate(offered, columns - 2 - widthOf(shown))}</Text>
    </Text>
  );
}
