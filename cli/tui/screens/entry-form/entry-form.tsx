import { Box } from "ink";
import { useState } from "react";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { entryFormKeys } from "./keys.ts";
import { useEntryForm } from "./use-entry-form.ts";

/** One entry after the other: kind, Enter, title, Enter; everything else when it is needed. */
export function EntryForm(props: ScreenProps) {
  const [round, setRound] = useState(0);
  useKeeping(props, "all");
  // After one entry was kept, the next begins empty.
  const startAnew = () => setRound((before) => before + 1);
  const focus = round === 0 ? props.focus : undefined;
  return <OneEntry key={round} {...props} focus={focus} startAnew={startAnew} />;
}

function OneEntry(props: ScreenProps & { readonly startAnew: () => void }) {
  const { top, width, height, isActive } = props;
  const { wording } = useOffice();
  const { form, complaint, left } = useEntryForm(props);
  const linesBelow = left === undefined ? 1 : 2;
  return (
    <Box flexDirection="column" height={height}>
      <FormView
        form={form}
        place={{ top, width, height: height - linesBelow }}
        complaint={complaint}
        isActive={isActive}
      />
      {left === undefined ? null : (
        <Text color={theme.warning}>
          {truncate(wording.say("form.left", { title: left }), width)}
        </Text>
      )}
      <HintLine hints={entryFormKeys} width={width} />
    </Box>
  );
}
