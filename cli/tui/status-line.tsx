/** The last line: who is here, how the connection stands, and what waits for somebody. */
import { findDisputes } from "../../shared/ledger/disputes.ts";
import { useLedger, useOffice } from "./office-context.tsx";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { truncate } from "./ui/width.ts";

export function StatusLine({
  typing,
  hint,
  columns,
}: {
  readonly typing: boolean;
  readonly hint: string;
  readonly columns: number;
}) {
  const { wording, workstation } = useOffice();
  const { ledger, connected, waiting, declined, problem, version } = useLedger();
  const who = ledger.members.get(workstation.member)?.name ?? "";
  const alone = workstation.joined ? "screen.alone" : "screen.disconnected";
  const why = wording.find(`screen.${problem?.code}`) ?? wording.say(alone);
  const state = connected ? wording.say("screen.connected") : why;
  const counts = [
    ["screen.waiting", waiting],
    ["screen.declined", declined],
    ["screen.tray", ledger.tray.size],
    ["screen.disputes", findDisputes(ledger).length],
    ["screen.unknown", ledger.unknown],
  ] as const;
  const update = version ? wording.say(version > 0 ? "screen.update" : "screen.update-daemon") : "";
  const said = counts.flatMap(([key, count]) => (count > 0 ? [wording.say(key, { count })] : []));
  const keys = typing ? wording.say("screen.form-hint") : hint;
  const text = [who, state, update, ...said, keys].filter(Boolean).join("  ·  ");
  return (
    <Text wrap="truncate" color={connected ? theme.quiet : theme.warning}>
      {truncate(text, columns - 1)}
    </Text>
  );
}
