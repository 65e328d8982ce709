import type { Entry } from "../../../../shared/ledger/entries.ts";
import type { Kind } from "../../../../shared/profile/profile.ts";
import type { Overview } from "../../../../shared/tally/overview.ts";
import type { LocalDate } from "../../../../shared/words/dates.ts";
import type { Wording } from "../../../wording/wording.ts";
import { useOffice } from "../../office-context.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";

/** How much is due, in one line; nothing to do is said too. */
export function Summary({
  overview,
  width,
}: {
  readonly overview: Overview;
  readonly width: number;
}) {
  const { say } = useOffice().wording;
  const { positions, problems, obligations, targets, uncovered } = overview;
  const units = new Set(uncovered.flatMap((one) => one.units.map(({ id }) => id))).size;
  const counts = {
    positions: positions.length,
    problems: problems.length,
    obligations: obligations.length,
    targets: targets.length,
    units,
  };
  const isIdle = Object.values(counts).every((count) => count === 0);
  const text = isIdle ? say("board.nothing-due") : say("board.summary", counts);
  return (
    <Text wrap="truncate" bold color={isIdle ? theme.good : theme.warning}>
      {truncate(text, width)}
    </Text>
  );
}

export interface NewestEntry {
  readonly id: string;
  readonly on: LocalDate;
  readonly kind: string; // its label
  readonly title: string;
}

/** What was written down last, whoever wrote it. */
export function Newest({
  wording: { say },
  entries,
  width,
}: {
  readonly wording: Wording;
  readonly entries: readonly NewestEntry[];
  readonly width: number;
}) {
  return (
    <>
      <Text color={theme.accent} bold>
        {truncate(say("board.newest"), width)}
      </Text>
      {entries.length === 0 ? (
        <Text color={theme.quiet}>{truncate(say("board.empty"), width)}</Text>
      ) : null}
      {entries.map(({ id, on, kind, title }) => (
        <Text key={id} wrap="truncate">
          {truncate(`${on}  ${kind}  ${title}`, width)}
        </Text>
      ))}
    </>
  );
}

export const newestOf = (entries: readonly Entry[], kinds: readonly Kind[]): NewestEntry[] =>
  entries.map(({ id, on, kind, title }) => {
    return { id, on, kind: kinds.find((one) => one.id === kind)?.label ?? kind, title };
  });
