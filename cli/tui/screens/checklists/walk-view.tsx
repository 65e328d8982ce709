import { Box } from "ink";
import { type Hint, HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useOffice } from "../../office-context.tsx";
import { ListView } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { Rule, Text } from "../../ui/text.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { windowStart } from "../../ui/use-list.ts";
import { truncate, wrap } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { type WalkDoes, walkKeys } from "./keys.ts";
import { Sum } from "./sum.tsx";
import { type BegunWalk, useWalk } from "./use-walk.ts";
import { type Finding, stopOf } from "./walk.ts";
import { DayForm, ProblemForm } from "./walk-form.tsx";

/** Item after item of one position after the other; then what was found, before it is handed in. */
export function WalkView({
  start,
  onDone,
  ...props
}: ScreenProps & {
  readonly start: BegunWalk;
  /** @param isSaved false where it was given up */
  readonly onDone: (isSaved: boolean) => void;
}) {
  const { width, height } = props;
  const { wording } = useOffice();
  const { say } = wording;
  const working = useWalk(start, props, onDone);
  const { walk, asked, complaint, kinds } = working;
  useKeeping(props, asked === "nothing" ? "line" : "all"); // the walk says its own keys
  const stop = stopOf(walk);
  const item = stop.items[walk.item];
  const over = { ...props, onKeep: keptAlready, onClose: working.close };
  if (asked === "problem" && item) {
    const { kind, on } = walk;
    return <ProblemForm {...over} {...{ stop, item, kind, on }} onFound={working.found} />;
  }
  if (asked === "day") {
    return <DayForm {...over} on={walk.on} onDated={working.dated} />;
  }
  const kind = kinds.find(({ id }) => id === walk.kind)?.label ?? "";
  const place = walk.stops.length > 1 ? `${walk.at + 1}/${walk.stops.length}  ` : "";
  const head = walk.summed
    ? say("walk.sum", { count: walk.stops.length })
    : `${place}${stop.position.name}`;
  const listed = height - 4 - wordLines;
  const wanted = walk.summed ? sumKeys : itemKeys;
  const isOffered = (does: WalkDoes) =>
    (does !== "kind" || kinds.length > 1) &&
    (walk.stops.length > 1 || (does !== "leave-out" && does !== "next-stop"));
  const hints = wanted.flatMap((one): readonly Hint[] => {
    if (typeof one === "object") return [one];
    return isOffered(one) ? walkKeys.filter(({ does }) => does === one) : [];
  });
  return (
    <Box flexDirection="column" height={height}>
      <Text wrap="truncate">
        <Text bold color={theme.accent}>
          {truncate(head, Math.max(8, width - 34))}
        </Text>
        <Text color={theme.quiet}>{`  ${walk.on}  ${kind}`}</Text>
      </Text>
      <Rule cells={width} />
      {walk.summed ? (
        <Sum walk={walk} from={working.from} width={width} height={height - 4} />
      ) : (
        <Items {...{ stop, width, listed }} at={walk.item} onChoose={working.choose} />
      )}
      <Text color={theme.bad}>{truncate(complaint ?? " ", width)}</Text>
      <HintLine hints={hints} width={width} />
    </Box>
  );
}

/** The walk has all keys, also once a form over it has closed. */
const keptAlready = () => () => {};

const leave: Hint = { keys: "Esc", says: "key.cancel" };
const save: Hint = { keys: "Enter", says: "walk.key.save" };
const sumKeys: readonly (WalkDoes | Hint)[] = [save, "stop-before", leave, "day", "kind"];
const itemKeys: readonly (WalkDoes | Hint)[] = [
  "pass",
  "fail",
  "go-on",
  "pass-rest",
  leave,
  "next-stop",
  "leave-out",
  "to-sum",
  "day",
  "kind",
];

/** Below the items: the chosen one in full, and the problem that it has. */
const wordLines = 4;

function Items({
  stop,
  at,
  width,
  listed,
  onChoose,
}: {
  readonly stop: ReturnType<typeof stopOf>;
  readonly at: number;
  readonly width: number;
  readonly listed: number;
  readonly onChoose: (item: number) => void;
}) {
  const { say } = useOffice().wording;
  const isPlain = usePlain();
  const { items, findings } = stop;
  /** Read aloud: in words what the sign says. */
  const spokenLine = (finding: Finding | undefined, text: string) => {
    if (!finding) return { text };
    if (finding.passed) return { text: `${text}  ${say("walk.key.pass")}` };
    return { text: `${text}  ${say("walk.key.fail")}  ${finding.problem.title}` };
  };
  const first = windowStart(0, at, listed, items.length);
  const chosen = items[at];
  const list = {
    visible: items
      .slice(first, first + listed)
      .map((row, index) => ({ row, chosen: first + index === at, at: first + index })),
    chosen,
    position: at,
    count: items.length,
    choose: onChoose,
    moveBy: (by: number) => onChoose(at + by),
  };
  const found = chosen && findings.get(chosen.id);
  const problem = found && !found.passed ? found : undefined;
  // Read aloud, the chosen line has said all but the note.
  const inFull = isPlain && chosen ? [] : [chosen?.text ?? say("walk.no-items")];
  const words = [
    ...inFull,
    ...(problem && !isPlain ? [problem.problem.title] : []),
    ...(problem ? [problem.note] : []),
  ];
  return (
    <>
      <Box flexDirection="column" height={listed}>
        <ListView
          list={list}
          width={width}
          rowKey={({ id }) => id}
          line={({ id, text }) =>
            isPlain ? spokenLine(findings.get(id), text) : lineOf(findings.get(id), text)
          }
        />
      </Box>
      <Rule cells={width} />
      <Box flexDirection="column" height={wordLines - 1}>
        {words
          .filter(Boolean)
          .flatMap((text) => wrap(text, width - 2))
          .slice(0, wordLines - 1)
          .map((text, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place
            <Text key={line} bold={line === 0} wrap="truncate">{` ${text}`}</Text>
          ))}
      </Box>
    </>
  );
}

function lineOf(finding: Finding | undefined, text: string) {
  if (!finding) return { text: `${signs.open} ${text}` };
  if (finding.passed) return { text: `${signs.passed} ${text}`, color: theme.good };
  return { text: `${signs.failed} ${text}  ${finding.problem.title}`, color: theme.bad };
}
