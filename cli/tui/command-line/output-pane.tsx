/** What a command said, where it is more than a line: over the screen, until Esc. */
import { Box } from "ink";
import { useState } from "react";
import { useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { useKeys } from "../ui/use-keys.ts";
import { step } from "../ui/use-list.ts";
import { truncate, wrap } from "../ui/width.ts";
import type { Said } from "./run-line.ts";

export function OutputPane({
  line,
  said,
  width,
  height,
  isActive,
  onClose,
}: {
  readonly line: string;
  readonly said: Said;
  readonly width: number;
  readonly height: number;
  readonly isActive: boolean;
  readonly onClose: () => void;
}) {
  const { wording } = useOffice();
  const [first, setFirst] = useState(0);
  const lines = said.lines.flatMap((one) => wrap(one, width));
  const room = Math.max(1, height - 1);
  const last = Math.max(0, lines.length - room);
  useKeys(
    (input, key) => {
      if (key.escape || input === "q") return onClose();
      setFirst((now) => step(key, now, room, last + 1) ?? now);
    },
    { isActive },
  );
  const until = Math.min(lines.length, first + room);
  const where = wording.say("command-line.pane", { from: first + 1, until, of: lines.length });
  return (
    <Box flexDirection="column" height={height}>
      <Text wrap="truncate" color={theme.accent}>
        {truncate(`:${line}  ·  ${where}`, width)}
      </Text>
      {lines.slice(first, until).map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <Text key={at} wrap="truncate" {...(said.ok ? {} : { color: theme.bad })}>
          {text === "" ? " " : text}
        </Text>
      ))}
    </Box>
  );
}
