/** Which screen, and the keys that every screen has. */
import { Box, useApp, useWindowSize } from "ink";
import { useCallback, useEffect, useRef, useState } from "react";
import { addDays } from "../../shared/words/dates.ts";
import { halfYearOf, type Period } from "../../shared/words/period.ts";
import { findUndo } from "../workstation/undo.ts";
import { ConfirmLine, ConfirmProvider, useConfirming } from "./confirm.tsx";
import { Help } from "./help.tsx";
import { type GlobalDoes, globalKeys, type ScreenName, screenNames } from "./keys.ts";
import {
  type Notice,
  type ScreenProps,
  type Target,
  useLedger,
  useOffice,
} from "./office-context.tsx";
import { Board } from "./screens/board/board.tsx";
import { Checklists } from "./screens/checklists/checklists.tsx";
import { EntryForm } from "./screens/entry-form/entry-form.tsx";
import { LedgerScreen } from "./screens/ledger/ledger.tsx";
import { Problems } from "./screens/problems/problems.tsx";
import { Report } from "./screens/report/report.tsx";
import { SyncScreen } from "./screens/sync/sync.tsx";
import { StatusLine } from "./status-line.tsx";
import { findBinding } from "./ui/key-map.ts";
import { Text } from "./ui/text.tsx";
import { theme } from "./ui/theme.ts";
import { useKeys } from "./ui/use-keys.ts";
import { useLatestState } from "./ui/use-latest-state.ts";
import { truncate, widthOf } from "./ui/width.ts";
import type { Kept } from "./use-keeping.ts";
import { bad, good, useSubmit } from "./use-submit.ts";

const smallest = { columns: 80, rows: 24 };
/** Above the screen: the tabs and a rule. Below: the notice and the state of things. */
const linesAbove = 2;
const linesBelow = 2;
const noticeStays = 6_000;

export function App({ startPeriod }: { readonly startPeriod: Period }) {
  const { columns, rows } = useWindowSize();
  const { wording } = useOffice();
  if (columns < smallest.columns || rows < smallest.rows) {
    return <Text>{wording.say("screen.too-small", { columns, rows, ...needed })}</Text>;
  }
  return <Screens columns={columns} rows={rows} startPeriod={startPeriod} />;
}
const needed = { needColumns: smallest.columns, needRows: smallest.rows };

/** So many steps back are remembered. */
const stepsKept = 20;
const home: Target = { screen: "board" };

function Screens({
  columns,
  rows,
  startPeriod,
}: {
  readonly columns: number;
  readonly rows: number;
  readonly startPeriod: Period;
}) {
  const { wording } = useOffice();
  const [way, setWay] = useState<readonly [Target, ...Target[]]>([home]); // the newest first
  const [{ screen, focus }] = way;
  const open = useCallback(
    (target: Target) => setWay(([...before]) => [target, ...before.slice(0, stepsKept)]),
    [],
  );
  const back = useCallback(() => setWay(([, ...[to = home, ...rest]]) => [to, ...rest]), []);
  const [period, setPeriod] = useState(startPeriod);
  const [help, setHelp] = useState(false);
  const [kept, keptNow, setKept] = useLatestState<Kept>("nothing");
  const [notice, setNotice] = useState<Notice>();
  const undo = useUndo(setNotice);
  const { exit } = useApp();
  const { question, isAsking, confirm } = useConfirming();

  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => setNotice(undefined), noticeStays);
    return () => clearTimeout(timer);
  }, [notice]);
  useKeys((input, key) => {
    if (isAsking()) return;
    if (help) return setHelp(false);
    // Keys that were pressed quickly arrive together; one may open the form for those behind it.
    for (const one of input.length > 1 ? input : [input]) {
      const does = keptNow() === "all" ? undefined : findBinding(globalKeys, one, key);
      if (does === "back" && keptNow() !== "nothing") return;
      act(does);
    }
  });
  function act(does: GlobalDoes | undefined) {
    switch (does) {
      case undefined:
        return;
      case "help":
        return setHelp(true);
      case "quit":
        return exit();
      case "undo":
        return void undo();
      case "period-before":
        return setPeriod((now) => halfYearOf(addDays(now.from, -1)));
      case "period-after":
        return setPeriod((now) => halfYearOf(addDays(now.to, 1)));
      case "back":
        return back();
      case "entry-form":
        setKept("all"); // at once: the first letters of a kind are no commands
        return open({ screen: does });
      default:
        open({ screen: does });
    }
  }
  const height = rows - linesAbove - linesBelow;
  const latestKept = useRef(setKept);
  const onKeep = useCallback((now: Kept) => {
    latestKept.current(now);
    return () => latestKept.current("nothing");
  }, []);
  const props: ScreenProps = {
    period,
    top: linesAbove,
    width: columns,
    height,
    isActive: !help && question === undefined,
    onKeep,
    focus,
    onOpen: open,
    onBack: back,
    onNotice: setNotice,
  };
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Tabs screen={screen} period={period} columns={columns} />
      <Text color={theme.quiet}>{"─".repeat(columns)}</Text>
      <Box flexDirection="column" height={height} overflow="hidden">
        {help ? (
          <Help screen={screen} height={height} />
        ) : (
          <ConfirmProvider value={confirm}>
            <Screen screen={screen} {...props} />
          </ConfirmProvider>
        )}
      </Box>
      {question === undefined ? (
        <Text wrap="truncate" {...(notice ? { color: tones[notice.tone] } : {})}>
          {truncate(notice?.text ?? " ", columns)}
        </Text>
      ) : (
        <ConfirmLine question={question} columns={columns} />
      )}
      <StatusLine
        typing={kept === "all"}
        hint={wording.say("screen.help-hint")}
        columns={columns}
      />
    </Box>
  );
}

const tones = { good: theme.good, bad: theme.bad, quiet: theme.quiet } as const;

function Screen({ screen, ...props }: ScreenProps & { readonly screen: ScreenName }) {
  switch (screen) {
    case "board":
      return <Board {...props} />;
    case "entry-form":
      return <EntryForm {...props} />;
    case "ledger":
      return <LedgerScreen {...props} />;
    case "sync":
      return <SyncScreen {...props} />;
    case "checklists":
      return <Checklists {...props} />;
    case "problems":
      return <Problems {...props} />;
    case "report":
      return <Report {...props} />;
  }
}

function Tabs({
  screen,
  period,
  columns,
}: {
  readonly screen: ScreenName;
  readonly period: Period;
  readonly columns: number;
}) {
  const { wording } = useOffice();
  const { profile, ledger } = useLedger();
  const closed = ledger.periods.get(period.id)?.closed ? ` ${wording.say("period.is-closed")}` : "";
  const tabs = screenNames.map((name, at) => ({
    name,
    text: ` ${at + 1} ${wording.say(`screen.${name}`)} `,
  }));
  const left = tabs.reduce((sum, { text }) => sum + widthOf(text), 0);
  const right = truncate(`${profile.office.name} ${period.id}${closed}`, columns - left - 1);
  return (
    <Text wrap="truncate">
      {tabs.map(({ name, text }) => (
        <Text key={name} inverse={name === screen} color={theme.accent}>
          {text}
        </Text>
      ))}
      {" ".repeat(Math.max(1, columns - left - widthOf(right)))}
      {right}
    </Text>
  );
}

/** The member's own last step, taken back. */
function useUndo(onNotice: (notice: Notice) => void) {
  const { workstation, wording } = useOffice();
  const { ledger } = useLedger();
  const submit = useSubmit();
  return async () => {
    const { connection, id } = workstation;
    const undone = await findUndo(connection, ledger, id, wording.say("undo.reason"));
    if (undone.found === "nothing" || undone.found === "already") {
      return onNotice(bad(wording.say(`undo.${undone.found}`)));
    }
    const what = wording.say(`operation.${undone.type}`);
    if (undone.found !== "counters") {
      return onNotice(bad(wording.say(`undo.${undone.found}`, { what })));
    }
    const { bodies, undoes } = undone;
    const result = await submit(
      bodies.map((body) => () => body),
      { undoes },
    );
    onNotice(result.ok ? good(wording.say("undo.done", { what })) : bad(result.sentence));
  };
}
