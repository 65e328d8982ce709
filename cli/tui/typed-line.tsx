/** One line that is typed over a list, under its head, with the real caret where typing goes. */
import { useCursor } from "ink";
import { Text } from "./ui/text.tsx";
import { type Line, view } from "./ui/text-edit.ts";
import { theme } from "./ui/theme.ts";
import { widthOf } from "./ui/width.ts";

export function TypedLine({
  head,
  line,
  top,
  width,
  isActive,
}: {
  readonly head: string;
  readonly line: Line;
  /** The row of the window in which it stands. */
  readonly top: number;
  readonly width: number;
  readonly isActive: boolean;
}) {
  const before = `${head} `;
  const { shown, caret } = view(line, width - widthOf(before) - 1);
  const { setCursorPosition } = useCursor();
  setCursorPosition(isActive ? { x: widthOf(before) + caret, y: top } : undefined);
  return (
    <Text wrap="truncate">
      <Text color={theme.accent}>{before}</Text>
      {shown}
    </Text>
  );
}
