/** A question before something that is not simply taken back: y does it, everything else does not. */
import { Box, Text } from "ink";
import { type ScreenProps, useOffice } from "./office-context.tsx";
import { theme } from "./ui/theme.ts";
import { useKeys } from "./ui/use-keys.ts";
import { wrap } from "./ui/width.ts";
import { useKeeping } from "./use-keeping.ts";

export function Question({
  text,
  onYes,
  onNo,
  width,
  height,
  isActive,
  onKeep,
}: Pick<ScreenProps, "width" | "height" | "isActive" | "onKeep"> & {
  readonly text: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { wording } = useOffice();
  useKeeping({ onKeep }, "all");
  useKeys((input) => (input === "y" || input === "Y" ? onYes() : onNo()), { isActive });
  return (
    <Box flexDirection="column" height={height} paddingTop={1}>
      {wrap(text, width - 2).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the question is its place.
        <Text key={at} bold>
          {` ${line}`}
        </Text>
      ))}
      <Text> </Text>
      <Text color={theme.accent}>{` ${wording.say("question.keys")}`}</Text>
    </Box>
  );
}
