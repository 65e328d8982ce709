/** `:` and what is typed behind it, in the line of the notices, with the caret of the terminal. */
import { useCursor } from "ink";
import { type RefObject, useMemo } from "react";
import type { Session } from "../../session.ts";
import { useLedger } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { view } from "../ui/text-edit.ts";
import { theme } from "../ui/theme.ts";
import { truncate, widthOf } from "../ui/width.ts";
import { useSpell } from "../use-spellings.ts";
import { complete } from "./complete.ts";
import { insideCommands } from "./inside-commands.ts";
import { definedCommands } from "./run-line.ts";
import { useCommandLine } from "./use-command-line.ts";
import { valuesOf } from "./values.ts";

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
  const { ledger, profile } = useLedger();
  const spell = useSpell();
  const offered = {
    values: valuesOf(ledger, profile),
    sounds: (name: string, typed: string) => spell(name).some((spelt) => spelt.startsWith(typed)),
  };
  const actions = {
    run: onRun,
    close: onClose,
    complete: (line: string) => complete(commands, line, offered),
  };
  const { line, choices } = useCommandLine(history, actions, isActive);
  const beside = choices.length > 0 ? `  ${choices.join("  ")}` : "";
  const room = Math.max(8, columns - 2 - Math.min(widthOf(beside), Math.floor(columns / 2)));
  const { shown, caret } = view(line, room);
  const { setCursorPosition } = useCursor();
  setCursorPosition(isActive ? { x: 1 + caret, y: top } : undefined);
  return (
    <Text wrap="truncate">
      <Text color={theme.accent}>:</Text>
      {shown}
      <Text color={theme.quiet}>{truncate(beside, columns - 2 - widthOf(shown))}</Text>
    </Text>
  );
}
