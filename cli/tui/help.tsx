import { Box } from "ink";
import { hasRole } from "../../shared/ledger/members.ts";
import { roleNeeded } from "../../shared/rules/rights.ts";
import { commonKeys, globalKeys, type ScreenName, screenKeys } from "./keys.ts";
import { useLedger, useOffice } from "./office-context.tsx";
import type { ScreenKey } from "./screen-keys.ts";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { padTo } from "./ui/width.ts";

/** All keys, from the map that is listened to. */
export function Help({ screen, height }: { readonly screen: ScreenName; readonly height: number }) {
  const { wording, workstation } = useOffice();
  const { ledger } = useLedger();
  const role = ledger.members.get(workstation.member)?.role;
  const mayDo = ({ makes }: ScreenKey) =>
    makes === undefined || (role !== undefined && hasRole(role, roleNeeded[makes]));
  const lines = [
    ...screenKeys[screen].map((key) => ({ ...key, isAllowed: mayDo(key) })),
    ...globalKeys.map((key) => ({ ...key, isAllowed: mayDo(key) })),
    ...commonKeys.map((key) => ({ ...key, isAllowed: true })),
  ];
  return (
    <Box flexDirection="column" height={height}>
      <Text bold color={theme.accent}>
        {wording.say("key.title")}
      </Text>
      {lines.slice(0, height - 1).map(({ keys, says, isAllowed }) => (
        <Text key={keys + says} wrap="truncate" dimColor={!isAllowed}>
          <Text color={theme.accent}>{padTo(`  ${keys}`, 28)}</Text>
          {wording.say(says)}
          {isAllowed ? "" : wording.say("key.not-allowed")}
        </Text>
      ))}
    </Box>
  );
}
