/** A text of many lines drawn, with the real caret where typing goes. */
import { Box, useCursor } from "ink";
import { Text } from "./text.tsx";
import type { TextArea } from "./use-text-area.ts";

export function TextAreaView({
  area,
  place,
  isActive = true,
}: {
  readonly area: TextArea;
  readonly place: { readonly top: number; readonly left: number; readonly height: number };
  readonly isActive?: boolean;
}) {
  const { rows, caret } = area;
  const { setCursorPosition } = useCursor();
  setCursorPosition(
    isActive ? { x: place.left + caret.cell, y: place.top + caret.row } : undefined,
  );
  return (
    <Box flexDirection="column" height={place.height} paddingLeft={place.left}>
      {rows.map(({ from, text }) => (
        <Text key={from} wrap="truncate">
          {text === "" ? " " : text}
        </Text>
      ))}
    </Box>
  );
}
