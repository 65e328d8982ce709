import { jumpKeys } from "../keys.ts";
import { useOffice } from "../office-context.tsx";
import { Text } from "../ui/text.tsx";
import { theme } from "../ui/theme.ts";
import { truncate, widthOf } from "../ui/width.ts";
import type { ShownNotice } from "./use-notices.ts";

const tones = { good: theme.good, bad: theme.bad, quiet: theme.quiet } as const;

/** What was said last, and that it can be undone, which is never cut off. */
export function NoticeLine({
  notice,
  isTyping,
  columns,
}: {
  readonly notice: ShownNotice | undefined;
  readonly isTyping: boolean;
  readonly columns: number;
}) {
  const { say } = useOffice().wording;
  if (!notice) return <Text> </Text>;
  const offer = notice.offersUndo
    ? ` · ${say(isTyping ? "notice.undo-after-escape" : "notice.undo")}`
    : "";
  return (
    <Text wrap="truncate" color={tones[notice.tone]}>
      {truncate(notice.text || " ", columns - widthOf(offer))}
      <Text bold>{offer}</Text>
    </Text>
  );
}

/** While `g` waits for its letter: which ones there are. */
export function JumpHint({ columns }: { readonly columns: number }) {
  const { say } = useOffice().wording;
  const letters = jumpKeys.map(({ keys, says }) => `${keys} ${say(says)}`).join("  ");
  return (
    <Text wrap="truncate" color={theme.accent}>
      {truncate(`${say("key.jump-to")}  ${letters}`, columns)}
    </Text>
  );
}
