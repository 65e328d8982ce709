import { findDisputes } from "../../../shared/ledger/disputes.ts";
import { sayClock } from "../../printing/clock.ts";
import { sayLinkProblem } from "../../printing/link-problem.ts";
import { useLedger, useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { fitParts } from "./fit-parts.ts";

/** How it stands with the others: what needs somebody first, the keys for who is new last. */
export function StatusLine({ hint, columns }: { readonly hint: string; readonly columns: number }) {
  const { wording, workstation } = useOffice();
  const { ledger, connected, waiting, declined, problem, version, clockAhead } = useLedger();
  const { say } = wording;
  const who = ledger.members.get(workstation.member)?.name ?? "";
  const alone = workstation.joined ? "screen.alone" : "screen.disconnected";
  const why = sayLinkProblem(wording, { problem }) ?? say(alone);
  const counts = [
    ["screen.declined", declined],
    ["screen.waiting", waiting],
    ["screen.tray", ledger.tray.size],
    ["screen.disputes", findDisputes(ledger).length],
    ["screen.unknown", ledger.unknown],
  ] as const;
  const update = version ? say(version > 0 ? "screen.update" : "screen.update-daemon") : "";
  const parts = [
    { text: connected ? "" : why, rank: 0 },
    ...counts.map(([key, count], at) => ({
      text: count > 0 ? say(key, { count }) : "",
      rank: 1 + at,
    })),
    { text: update, rank: 6 },
    { text: sayClock(wording, clockAhead, "fact") ?? "", rank: 6.5 },
    { text: connected ? say("screen.connected") : "", rank: 9 },
    { text: who, rank: 8 },
    { text: hint, rank: 7 },
  ];
  return (
    <Text wrap="truncate" color={connected ? theme.quiet : theme.warning}>
      {fitParts(parts, columns - 1)}
    </Text>
  );
}
