import { Box } from "ink";
import { invitationMinutes } from "../../../../shared/wire.ts";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { widthOf, wrap } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";

export interface Made {
  readonly name: string;
  readonly text: string;
  readonly qr: readonly string[];
  readonly addresses: readonly string[];
}

/** The string that lets one workstation in: shown once, kept nowhere. */
export function InvitationView(
  props: ScreenProps & { readonly made: Made; readonly onClose: () => void },
) {
  const { made, onClose, width, height, isActive } = props;
  const { wording } = useOffice();
  useKeeping(props, "escape");
  useKeys(
    (_, key) => {
      if (key.escape || key.return) onClose();
    },
    { isActive },
  );
  const { say } = wording;
  const said = { name: made.name, count: invitationMinutes };
  const head = [
    ...wrap(say("invite.done", said), width - 2),
    ...wrap(`taizhang join ${made.text}`, width - 2),
    ...(made.addresses.length === 0 ? wrap(say("invite.no-address"), width - 2) : []),
  ];
  const fits =
    head.length + made.qr.length < height && made.qr.every((line) => widthOf(line) <= width - 2);
  const lines = [...head, ...(fits ? made.qr : [say("sync.no-room-for-qr")])];
  return (
    <Box flexDirection="column" height={height}>
      {lines.slice(0, height - 1).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place.
        <Text key={at} wrap="truncate">
          {` ${line}`}
        </Text>
      ))}
      <Text color={theme.quiet}>{` ${say("sync.once")}`}</Text>
    </Box>
  );
}
