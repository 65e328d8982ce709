import { Box } from "ink";
import { useLedger, useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { truncate } from "../ui/width.ts";

/** Title, three steps, how to be rid of them. */
export const firstStepsLines = 5;

/** For an office without entries: what to do first, each with its key. */
export function FirstStepsCard({ columns }: { readonly columns: number }) {
  const { say } = useOffice().wording;
  const { profile } = useLedger();
  const kind = profile.kinds.find(({ retired }) => !retired)?.label ?? "";
  const steps = [
    say("first-steps.look"),
    say("first-steps.log", { kind }),
    say("first-steps.report"),
  ];
  return (
    <Box flexDirection="column" height={firstStepsLines}>
      <Text bold color={theme.accent}>
        {say("first-steps.title")}
      </Text>
      {steps.map((step) => (
        <Text key={step} wrap="truncate">
          {truncate(`  ${step}`, columns)}
        </Text>
      ))}
      <Text color={theme.quiet}>{`  ${say("first-steps.hide")}`}</Text>
    </Box>
  );
}
