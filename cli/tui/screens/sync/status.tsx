import { Box } from "ink";
import { localDateIn } from "../../../../shared/words/dates.ts";
import { sayLinkProblem } from "../../../printing/link-problem.ts";
import type { LastBackup } from "../../../workstation/backup/last.ts";
import { useLedger, useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";

export const statusLines = 3;

/** How this workstation stands with the office machine, where its folder is, the last backup. */
export function Status({
  last,
  width,
}: {
  readonly last: LastBackup | undefined;
  readonly width: number;
}) {
  const { wording, folder } = useOffice();
  const { connected } = useLedger();
  const { say } = wording;
  const when = useWhen();
  const copy = last
    ? say("sync.last-backup", { at: when(new Date(last.at)), folder: last.folder })
    : say("sync.no-backup");
  const sign = connected ? signs.passed : signs.failed;
  const line = (text: string) => truncate(` ${text}`, width);
  return (
    <Box flexDirection="column" height={statusLines}>
      <Text color={connected ? theme.good : theme.warning} wrap="truncate">
        {line(`${sign} ${useStanding()}`)}
      </Text>
      <Text wrap="truncate">{line(say("sync.folder", { folder }))}</Text>
      <Text {...(last ? {} : { color: theme.warning })} wrap="truncate">
        {line(copy)}
      </Text>
    </Box>
  );
}

function useStanding(): string {
  const { wording, workstation, live } = useOffice();
  const { connected, problem, version, waiting } = useLedger();
  const { address, since } = live.current();
  const when = useWhen();
  const { say } = wording;
  const joined = workstation.joined !== undefined;
  const why = sayLinkProblem(wording, { problem });
  const standing = connected
    ? joined
      ? say("sync.connected", { address: address ?? "" })
      : say("sync.is-office")
    : (why ?? say(joined ? "screen.alone" : "screen.disconnected"));
  const versions = version ? say(version > 0 ? "screen.update" : "screen.update-daemon") : "";
  const began = since && joined ? say("sync.since", { at: when(since) }) : "";
  const waits = joined ? say("screen.waiting", { count: waiting }) : "";
  return [standing, began, waits, versions].filter(Boolean).join("  ·  ");
}

/** A moment by the office's clock: the day only where it is not today. */
function useWhen(): (at: Date) => string {
  const { profile, today } = useLedger();
  const { timeZone } = profile.office;
  return (at) => {
    const day = localDateIn(timeZone, at);
    const time = at.toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
    return day === today ? time : `${day} ${time}`;
  };
}
