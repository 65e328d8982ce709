/** The frame of all screens: tabs above, the screen or what lies over it, notice and state below. */
import { Box, useApp, useWindowSize } from "ink";
import { useMemo, useRef } from "react";
import type { Period } from "../../shared/words/period.ts";
import { neighbour } from "../reading/period-said.ts";
import type { Session } from "../session.ts";
import type { Language, Wording } from "../wording/wording.ts";
import type { FirstSteps } from "../workstation/first-steps.ts";
import { CommandLine } from "./command-line/command-line.tsx";
import type { InsideDoes } from "./command-line/inside-commands.ts";
import { OutputPane } from "./command-line/output-pane.tsx";
import { ConfirmLine, ConfirmProvider, useConfirming } from "./confirm.tsx";
import { FirstStepsCard, firstStepsLines } from "./frame/first-steps.tsx";
import { Help } from "./frame/help.tsx";
import { JumpHint, NoticeLine } from "./frame/notice-line.tsx";
import { PeriodLine } from "./frame/period-line.tsx";
import { Screen } from "./frame/screen.tsx";
import { StatusLine } from "./frame/status-line.tsx";
import { Tabs } from "./frame/tabs.tsx";
import { useFirstSteps } from "./frame/use-first-steps.ts";
import { type Over, useGlobalKeys } from "./frame/use-global-keys.ts";
import { useNotices } from "./frame/use-notices.ts";
import { useRunning } from "./frame/use-running.ts";
import { useSessionOffice } from "./frame/use-session-office.ts";
import { useTitle } from "./frame/use-title.ts";
import { useUndo } from "./frame/use-undo.ts";
import { useWay } from "./frame/use-way.ts";
import type { GlobalDoes } from "./keys.ts";
import { OfficeProvider, type ScreenProps, useLedger, useOffice } from "./office-context.tsx";
import { MemoryProvider, useMemory } from "./remembering.ts";
import type { ScreenModes } from "./terminal/screen-modes.ts";
import { useSuspend } from "./terminal/use-suspend.ts";
import { Rule, Text } from "./ui/text.tsx";
import { useLatestState } from "./ui/use-latest-state.ts";
import { isTyping, type Kept, useKept } from "./use-keeping.ts";
import { bad, good } from "./use-submit.ts";

const smallest = { columns: 60, rows: 20 };
/** Above the screen: the tabs and a rule. Below: the notice and the state of things. */
const linesAbove = 2;
const linesBelow = 2;

const hintFor = ({ say }: Wording, kept: Kept): string =>
  kept === "line" ? "" : say(kept === "all" ? "screen.form-hint" : "screen.help-hint");

export interface AppProps {
  readonly startPeriod: Period;
  /** What a typed command is given, but for the workstation, which is the one that is open. */
  readonly session: Session;
  readonly modes: ScreenModes;
  readonly firstSteps: FirstSteps;
}

export function App(props: AppProps) {
  const { columns, rows } = useWindowSize();
  const { office, recorded, setLanguage } = useSessionOffice();
  const suspend = useSuspend();
  if (columns < smallest.columns || rows < smallest.rows) {
    const needed = { needColumns: smallest.columns, needRows: smallest.rows };
    return <Text>{office.wording.say("screen.too-small", { columns, rows, ...needed })}</Text>;
  }
  return (
    <OfficeProvider office={office}>
      <Frame {...props} {...{ columns, rows, recorded, setLanguage, suspend }} />
    </OfficeProvider>
  );
}

function Frame({
  columns,
  rows,
  startPeriod,
  session,
  modes,
  firstSteps,
  recorded,
  setLanguage,
  suspend,
}: AppProps & {
  readonly columns: number;
  readonly rows: number;
  readonly recorded: React.RefObject<boolean>;
  readonly setLanguage: (language: Language) => void;
  readonly suspend: () => void;
}) {
  const { workstation, wording } = useOffice();
  const { waiting } = useLedger();
  const { exit } = useApp();
  const { at, period, setPeriod, open, back } = useWay(startPeriod);
  const { screen, focus } = at;
  const memory = useMemory(at.opening);
  const [over, overNow, setOver] = useLatestState<Over>("nothing");
  const [kept, keptNow, setKept] = useLatestState<Kept>("nothing");
  const { notice, onNotice } = useNotices(recorded);
  const { question, isAsking, confirm } = useConfirming();
  const undo = useUndo(onNotice);
  const steps = useFirstSteps(firstSteps, (sentence) => onNotice(bad(sentence)));
  const history = useRef<readonly string[]>([]);
  const inside = useMemo(
    () => ({ ...session, wording, workstation: () => Promise.resolve(workstation) }),
    [session, wording, workstation],
  );
  useTitle(screen, modes.setTitle);
  const quit = async () => {
    if (waiting > 0 && !(await confirm(wording.say("quit.waiting", { count: waiting })))) return;
    exit();
  };
  const { output, run } = useRunning({
    session: inside,
    columns,
    over: overNow,
    setOver,
    onNotice,
    onInside: inward,
  });
  useGlobalKeys({
    over: overNow,
    kept: keptNow,
    isAsking,
    onJump: (to) => {
      setOver("nothing");
      if (to) act(to);
    },
    onDoes: act,
  });

  function inward(does: InsideDoes) {
    if ("language" in does) return setLanguage(does.language);
    if ("mouse" in does) {
      modes.setMouse(does.mouse);
      return onNotice(good(wording.say(does.mouse ? "mouse.on" : "mouse.off")));
    }
    return void quit();
  }
  function act(does: GlobalDoes) {
    switch (does) {
      case "help":
      case "jump":
      case "command-line":
      case "period":
        return setOver(does);
      case "quit":
        return void quit();
      case "suspend":
        return suspend();
      case "undo":
        return void undo();
      case "language":
        return setLanguage(wording.language === "zh" ? "en" : "zh");
      case "hide-steps":
        return steps.isShown ? steps.hide() : undefined;
      case "period-before":
        return setPeriod((now) => neighbour(now, -1));
      case "period-after":
        return setPeriod((now) => neighbour(now, 1));
      case "back":
        return back();
      case "entry-form":
        setKept("all"); // at once: the first letters of a kind are no commands
        return open({ screen: does });
      default:
        open({ screen: does });
    }
  }
  const onKeep = useKept(setKept);
  const height = rows - linesAbove - linesBelow;
  const hasSteps = steps.isShown && screen === "board";
  const isFree = question === undefined;
  const close = () => setOver("nothing");
  const props: ScreenProps = {
    period,
    top: linesAbove,
    width: columns,
    height: hasSteps ? height - firstStepsLines : height,
    isActive: over === "nothing" && isFree,
    focus,
    onKeep,
    onOpen: open,
    onBack: back,
    onNotice,
  };
  const size = { width: columns, height };
  return (
    <Box flexDirection="column" width={columns} height={rows}>
      <Tabs
        screen={screen}
        period={period}
        columns={columns}
        onOpen={(to) => over === "nothing" && isFree && !isTyping(kept) && act(to)}
      />
      <Rule cells={columns} />
      <Box flexDirection="column" height={height} overflowY="hidden">
        {over === "help" ? (
          <Help screen={screen} {...size} onClose={close} />
        ) : over === "output" && output ? (
          <OutputPane {...output} {...size} isActive={isFree} onClose={close} />
        ) : (
          <ConfirmProvider value={confirm}>
            <Box flexDirection="column" height={props.height}>
              <MemoryProvider value={memory}>
                <Screen screen={screen} {...props} />
              </MemoryProvider>
            </Box>
            {hasSteps ? <FirstStepsCard columns={columns} /> : null}
          </ConfirmProvider>
        )}
      </Box>
      {question !== undefined ? (
        <ConfirmLine question={question} columns={columns} />
      ) : over === "command-line" ? (
        <CommandLine
          session={inside}
          history={history}
          top={rows - linesBelow}
          columns={columns}
          isActive
          onRun={(line) => void run(line)}
          onClose={close}
        />
      ) : over === "period" ? (
        <PeriodLine
          period={period}
          top={rows - linesBelow}
          columns={columns}
          onChoose={(chosen) => {
            setPeriod(chosen);
            close();
          }}
          onClose={close}
        />
      ) : over === "jump" ? (
        <JumpHint columns={columns} />
      ) : (
        <NoticeLine notice={notice} isTyping={isTyping(kept)} columns={columns} />
      )}
      <StatusLine hint={hintFor(wording, kept)} columns={columns} />
    </Box>
  );
}
