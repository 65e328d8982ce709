/**
 * What the problems' screen knows: which are looked for, as a list by deadline or as columns by
 * status, which one is chosen, and what lies over them. Keys are taken one by one, each on what
 * the one before made.
 */
import { useMemo } from "react";
import type { Ledger } from "../../../../shared/ledger/ledger.ts";
import { type Problem, statusOf } from "../../../../shared/ledger/problems.ts";
import type { Profile } from "../../../../shared/profile/profile.ts";
import type { Refusal } from "../../../../shared/rules/refusal.ts";
import { type Deadline, problemsByDeadline } from "../../../../shared/tally/deadlines.ts";
import type { ProblemId } from "../../../../shared/words/ids.ts";
import { sayRefusal } from "../../../printing/refusals.ts";
import type { Words } from "../../../reading/words-match.ts";
import type { Wording } from "../../../wording/wording.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { findBinding } from "../../ui/key-map.ts";
import { usePlain } from "../../ui/plain.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { type ListPlace, useList } from "../../ui/use-list.ts";
import { graphemesOf } from "../../ui/width.ts";
import { useFilter } from "../../use-filter.ts";
import type { Kept } from "../../use-keeping.ts";
import { bad, good, useSubmit } from "../../use-submit.ts";
import { type ProblemDoes, problemKeys } from "./keys.ts";
import { findMendingBar, findStepBar, type StepName } from "./steps.ts";
import { keyOf, linesAround, useColumns } from "./use-columns.ts";

export type Over =
  | { readonly is: "rows" }
  | { readonly is: "detail"; readonly from: number }
  | { readonly is: "step"; readonly problem: Problem; readonly step: StepName }
  | { readonly is: "form"; readonly problem: Problem | undefined };

const rowsOnly = { is: "rows" } as const;

/** What a problem may be found by. */
const wordsOf = (
  { say }: Wording,
  ledger: Ledger,
  { units }: Profile,
  { problem, status }: Deadline,
): Words => [
  problem.title,
  problem.note,
  say(`status.${status}`),
  units.find(({ id }) => id === problem.unit)?.label,
  problem.position && ledger.positions.get(problem.position)?.name,
  ...problem.steps.map((step) =>
    step.type === "problem-assigned" ? ledger.members.get(step.owner)?.name : undefined,
  ),
  problem.id,
];

export function useProblems(
  { isActive, focus, onKeep, onNotice, onOpen }: ScreenProps,
  { rowLines, mayBeColumns }: { readonly rowLines: number; readonly mayBeColumns: boolean },
) {
  const { wording, workstation } = useOffice();
  const { say } = wording;
  const { ledger, profile, today } = useLedger();
  const isPlain = usePlain();
  const submit = useSubmit();
  const confirm = useConfirm();
  const member = ledger.members.get(workstation.member);
  const focused = focus === undefined ? undefined : ledger.problems.get(focus as ProblemId);
  const isClosed = focused !== undefined && statusOf(focused) === "closed";
  const [all, allNow, setAll] = useLatestState(isClosed, useRemembered("problems.all", focus));
  const [asked, askedNow, setAsked] = useLatestState(
    false,
    useRemembered("problems.columns", focus),
  );
  const [over, overNow, setOver] = useLatestState<Over>(rowsOnly);
  const filter = useFilter(
    focus !== undefined && !focused ? focus : "",
    isActive,
    useRemembered("problems.filter", focus),
  );

  const every = useMemo(() => problemsByDeadline(ledger, today), [ledger, today]);
  const { fits } = filter;
  const found = useMemo(
    () => (fits ? every.filter((row) => fits(wordsOf(wording, ledger, profile, row))) : every),
    [every, fits, wording, ledger, profile],
  );
  const inColumns = asked && mayBeColumns;
  const isColumns = () => askedNow() && mayBeColumns;
  const shown = useMemo(
    () => (all ? found : found.filter(({ status }) => status !== "closed")),
    [found, all],
  );
  const follow = { keyOf, first: focused?.id };
  const place = useRemembered<ListPlace>("problems.place", focus);
  const list = useList(shown, rowLines, false, follow, place);
  const columns = useColumns(found, rowLines - linesAround, focus);
  const rowNow = () => (isColumns() ? columns.now()?.now() : list.now());

  const refuse = (refusal: Refusal) => onNotice(bad(sayRefusal(wording, refusal)));

  async function withdraw(problem: Problem) {
    const { id, title, steps } = problem;
    const last = steps.at(-1);
    if (!last) return onNotice(bad(say("problem.no-step", { id })));
    const bar = findMendingBar(problem, last.by, member);
    if (bar) return refuse(bar);
    const step = say(`operation.${last.type}`);
    if (!(await confirm(say("problem.withdraw-confirm", { step, title })))) return;
    const body = { type: "problem-step-withdrawn" as const, problem: id, step: last.operation };
    const result = await submit([() => body], { saw: ledger.seq });
    const done = say("problem.withdrawn", { id, step });
    onNotice(result.ok ? good(result.late ? say("late.note") : done) : bad(result.sentence));
  }

  function act(does: ProblemDoes) {
    switch (does) {
      case "filter":
        return filter.begin();
      case "all":
        return setAll(!allNow());
      case "columns": {
        if (!mayBeColumns)
          return onNotice(bad(say(isPlain ? "problem.only-list" : "problem.too-narrow")));
        const row = rowNow();
        setAsked(!askedNow());
        if (!row) return;
        columns.choose(row.status, row.problem.id);
        return list.chooseKey(row.problem.id);
      }
      case "raise":
        return setOver({ is: "form", problem: undefined });
    }
    const problem = rowNow()?.problem;
    if (!problem) return onNotice(bad(say("problem.nothing-chosen")));
    switch (does) {
      case "detail":
        return setOver(overNow().is === "detail" ? rowsOnly : { is: "detail", from: 0 });
      case "inspection":
        if (problem.inspection) return onOpen({ screen: "ledger", focus: problem.inspection });
        return onNotice({ text: say("problem.no-inspection"), tone: "quiet" });
      case "position":
        if (problem.position) return onOpen({ screen: "checklists", focus: problem.position });
        return onNotice({ text: say("problem.no-position"), tone: "quiet" });
      case "amend": {
        const bar = findMendingBar(problem, problem.trail.by, member);
        return bar ? refuse(bar) : setOver({ is: "form", problem });
      }
      case "problem-step-withdrawn":
        return void withdraw(problem);
      case "problem-assigned":
      case "problem-rectified":
      case "problem-closed":
      case "problem-reopened": {
        const bar = findStepBar(problem, does, member);
        return bar ? refuse(bar) : setOver({ is: "step", problem, step: does });
      }
    }
  }

  const keptNow = (): Kept => {
    const { is } = overNow();
    if (is === "form" || is === "step" || filter.isTyped()) return "all";
    return is === "detail" || filter.isSet() ? "escape" : "nothing";
  };

  useKeys(
    (input, key) => {
      for (const one of input === "" ? [""] : graphemesOf(input)) {
        const now = overNow();
        if (now.is === "form" || now.is === "step") break;
        const rows = isColumns() ? columns.now() : list;
        if (filter.isTyped()) {
          const moves = !key.home && !key.end && rows?.move(key);
          if (!moves) filter.take(one, key);
        } else if (key.escape) {
          if (now.is === "detail") setOver(rowsOnly);
          else filter.drop();
        } else if (now.is === "detail" && (key.pageDown || key.pageUp)) {
          const by = key.pageDown ? rowLines - 1 : 1 - rowLines;
          setOver({ is: "detail", from: Math.max(0, now.from + by) });
        } else if (isColumns() && (key.leftArrow || key.rightArrow)) {
          columns.moveBy(key.leftArrow ? -1 : 1);
        } else if (!rows?.move(key)) {
          const does = findBinding(problemKeys, one, key);
          if (does) act(does);
        }
      }
      // At once, not with the next frame: what follows may be no command any more.
      onKeep(keptNow());
    },
    { isActive: isActive && over.is !== "form" && over.is !== "step" },
  );

  return {
    every,
    list,
    columns,
    inColumns,
    chosen: inColumns ? columns.lists[columns.at]?.chosen : list.chosen,
    member,
    filter,
    over,
    kept: keptNow(),
    close: () => setOver(rowsOnly),
    choose: (id: string) => {
      list.chooseKey(id);
      columns.choose("found", id);
    },
  };
}
