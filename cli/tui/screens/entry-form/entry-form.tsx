import { Box } from "ink";
import { useState } from "react";
import { sayRefusal } from "../../../printing/refusals.ts";
import type { Wording } from "../../../wording/wording.ts";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { FormView } from "../../ui/form.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { entryFormKeys } from "./keys.ts";
import { type Begun, useBegun } from "./use-begun.ts";
import { useEntryForm } from "./use-entry-form.ts";

/** One entry after the other: kind, Enter, title, Enter; everything else when it is needed. */
export function EntryForm(props: ScreenProps) {
  const [round, setRound] = useState(0);
  useKeeping(props, "all");
  // After one entry was kept, the next begins empty.
  const startAnew = () => setRound((before) => before + 1);
  const begun = useBegun(props.focus);
  if (begun.is === "reading") return null; // a moment: the form begins with what is read
  const first = round === 0 ? begun : ({ is: "empty" } as const);
  return <OneEntry key={round} {...props} begun={first} startAnew={startAnew} />;
}

function OneEntry(props: ScreenProps & { readonly begun: Begun; readonly startAnew: () => void }) {
  const { top, width, height, isActive, begun } = props;
  const { wording } = useOffice();
  const { form, complaint, left } = useEntryForm(props);
  const said = saidOf(wording, begun, left);
  const linesBelow = said === undefined ? 1 : 2;
  return (
    <Box flexDirection="column" height={height}>
      <FormView
        form={form}
        place={{ top, width, height: height - linesBelow }}
        complaint={complaint}
        isActive={isActive}
      />
      {said === undefined ? null : <Text color={theme.warning}>{truncate(said, width)}</Text>}
      <HintLine hints={entryFormKeys} width={width} />
    </Box>
  );
}

/** Why it was declined, or else what was left the last time. */
function saidOf(wording: Wording, begun: Begun, left: string | undefined): string | undefined {
  if (begun.is === "mended") {
    return wording.say("form.mended", { why: sayRefusal(wording, begun.reason) });
  }
  return left === undefined ? undefined : wording.say("form.left", { title: left });
}
