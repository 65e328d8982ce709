import { Box, Text } from "ink";
import type { Key } from "../wording/wording.ts";
import { commonKeys, globalKeys, problemKeys, reportKeys, type ScreenName } from "./keys.ts";
import { useOffice } from "./office-context.tsx";
import { theme } from "./ui/theme.ts";
import { padTo } from "./ui/width.ts";

/** All keys, from the map that is listened to. */
export function Help({ screen, height }: { readonly screen: ScreenName; readonly height: number }) {
  const { wording } = useOffice();
  const line = (keys: string, does: string) => ({
    keys,
    text: wording.find(`key.${does}`) ?? does,
  });
  const lines = [
    ...globalKeys.map(({ keys, does }) => line(keys, does)),
    ...(screen === "report" ? reportKeys : []).map(({ keys, does }) => line(keys, does)),
    ...(screen === "problems" ? problemKeys : []).map(({ keys, does }) => ({
      keys,
      text: wording.find(`operation.${does}`) ?? wording.say("key.all" satisfies Key),
    })),
    ...commonKeys.map(({ keys, does }) => line(keys, does)),
  ];
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {wording.say("key.title")}
      </Text>
      {lines.slice(0, height - 1).map(({ keys, text }) => (
        <Text key={keys + text} wrap="truncate">
          <Text color={theme.accent}>{padTo(`  ${keys}`, 28)}</Text>
          {text}
        </Text>
      ))}
    </Box>
  );
}
