/**
 * What the positions' screen knows: how they are grouped, which are folded away, found, marked or
 * chosen, and what lies over the list. Keys are taken one by one, each on what the one before made.
 */
import { useMemo } from "react";
import { isActive as isInUse, type Position } from "../../../../shared/ledger/positions.ts";
import type { PositionId } from "../../../../shared/words/ids.ts";
import { openProblemsOf } from "../../../reading/raised.ts";
import type { Words } from "../../../reading/words-match.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { useRemembered } from "../../remembering.ts";
import { findBinding } from "../../ui/key-map.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { type ListPlace, useList } from "../../ui/use-list.ts";
import { graphemesOf } from "../../ui/width.ts";
import { useAllowed } from "../../use-allowed.ts";
import { useFilter } from "../../use-filter.ts";
import type { Kept } from "../../use-keeping.ts";
import { bad } from "../../use-submit.ts";
import { type ChecklistDoes, checklistKeys } from "./keys.ts";
import type { PositionForm } from "./position-form.tsx";
import {
  arrange,
  type ChecklistRow,
  type Grouping,
  keyOf,
  type PositionRow,
  positionRows,
} from "./rows.ts";
import type { BegunWalk } from "./use-walk.ts";
import { useWalkStart } from "./use-walk-start.ts";

export type Over =
  | { readonly is: "list" }
  | { readonly is: "detail"; readonly from: number }
  | { readonly is: "form"; readonly form: PositionForm }
  | { readonly is: "walk"; readonly start: BegunWalk };

const none: ReadonlySet<string> = new Set();
const list = { is: "list" } as const;

export function useChecklists(
  { period, isActive, focus, onKeep, onNotice, onOpen }: ScreenProps,
  rowLines: number,
) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, profile, today } = useLedger();
  const refuses = useAllowed();
  const focused = focus === undefined ? undefined : ledger.positions.get(focus as PositionId);
  const [grouping, groupingNow, setGrouping] = useLatestState<Grouping>(
    "category",
    useRemembered("checklists.grouping", focus),
  );
  const [retired, retiredNow, setRetired] = useLatestState(
    focused !== undefined && !isInUse(focused, today),
    useRemembered("checklists.retired", focus),
  );
  const [folded, foldedNow, setFolded] = useLatestState(
    none,
    useRemembered("checklists.folded", focus),
  );
  const [marked, markedNow, setMarked] = useLatestState(
    none,
    useRemembered("checklists.marked", focus),
  );
  const [over, overNow, setOver] = useLatestState<Over>(list);
  const walk = useWalkStart(onNotice, (start) => setOver({ is: "walk", start }));
  const filter = useFilter(
    focus !== undefined && !focused ? focus : "",
    isActive,
    useRemembered("checklists.filter", focus),
  );

  const all = useMemo(
    () => positionRows(ledger, profile, period, today, { grouping, retired }),
    [ledger, profile, period, today, grouping, retired],
  );
  const wordsOf = ({ position, category }: PositionRow): Words => [
    position.name,
    category.label,
    profile.units.find(({ id }) => id === position.unit)?.label,
    position.owner && ledger.members.get(position.owner)?.name,
    position.place,
    position.note,
    position.id,
  ];
  const { fits } = filter;
  const self = say("tally.self");
  const rows = arrange(all, profile, { grouping, folded, fits, wordsOf, self });
  const first = focused?.id ?? rows.find((row) => row.type === "position")?.position.id;
  const follow = { keyOf, first, isHeading: ({ type }: ChecklistRow) => type === "group" };
  const place = useRemembered<ListPlace>("checklists.place", focus);
  const shown = useList(rows, rowLines, false, follow, place);

  const meant = (): Position[] => {
    const ids = [...markedNow()];
    const some = ids.flatMap((id) => ledger.positions.get(id as PositionId) ?? []);
    const row = shown.now();
    return some.length > 0 || row?.type !== "position" ? some : [row.position];
  };

  function fold(isFolded: boolean) {
    const row = shown.now();
    if (!row) return;
    const next = new Set(foldedNow());
    if (isFolded) next.add(row.group);
    else next.delete(row.group);
    setFolded(next);
    if (isFolded) shown.chooseKey(`group ${row.group}`);
  }

  /** A position, or all of a group: marked, or no more where they all were. */
  function mark(row: ChecklistRow | undefined) {
    if (!row) return;
    const rows = row.type === "position" ? [row] : all.filter(({ group }) => group === row.group);
    const ids = rows.filter((one) => !one.retired).map(({ position }) => position.id as string);
    const next = new Set(markedNow());
    const isAll = ids.every((id) => next.has(id));
    for (const id of ids) {
      if (isAll) next.delete(id);
      else next.add(id);
    }
    setMarked(next);
    if (row.type === "position") shown.moveBy(1);
  }

  function act(does: ChecklistDoes) {
    const why = refuses(checklistKeys.find((key) => key.does === does) ?? {});
    if (why !== undefined) return onNotice(bad(why));
    const row = shown.now();
    switch (does) {
      case "filter":
        return filter.begin();
      case "group":
        setFolded(none);
        return setGrouping(groupingNow() === "category" ? "unit" : "category");
      case "fold":
      case "unfold":
        return fold(does === "fold");
      case "fold-all": {
        const groups = new Set(all.map(({ group }) => group));
        const isAll = foldedNow().size === groups.size;
        if (!isAll && row) shown.chooseKey(`group ${row.group}`);
        return setFolded(isAll ? none : groups);
      }
      case "retired":
        return setRetired(!retiredNow());
      case "open": {
        const like = row?.type === "position" ? row.position : undefined;
        return setOver({ is: "form", form: { name: "open", like } });
      }
      case "inspect":
        if (row?.type === "group" && markedNow().size === 0) return fold(!row.folded);
        return walk(meant(), false);
      case "all-passed":
        return walk(meant(), true);
      case "mark":
        return mark(row);
    }
    if (row?.type !== "position") return onNotice(bad(say("checklist.nothing-chosen")));
    const { position } = row;
    switch (does) {
      case "detail":
        return setOver(overNow().is === "detail" ? list : { is: "detail", from: 0 });
      case "amend":
        return setOver({ is: "form", form: { name: "amend", position } });
      case "retire":
        if (row.last) return onNotice(bad(say("checklist.is-retired")));
        return setOver({ is: "form", form: { name: "retire", position } });
      case "reopen":
        if (!row.last) return onNotice(bad(say("checklist.is-in-use")));
        return setOver({ is: "form", form: { name: "reopen", position } });
      case "last-inspection":
        if (!row.inspected) return onNotice(bad(say("checklist.not-inspected")));
        return onOpen({ screen: "ledger", focus: row.inspected.id });
      case "problems": {
        const [problem] = openProblemsOf(ledger, position.id);
        if (!problem) return onNotice(bad(say("checklist.no-problems")));
        return onOpen({ screen: "problems", focus: problem.id });
      }
    }
  }

  function stepBack() {
    if (overNow().is === "detail") return setOver(list);
    if (markedNow().size > 0) return setMarked(none);
    filter.drop();
  }
  const keptNow = (): Kept => {
    const { is } = overNow();
    if (is === "form") return "all";
    if (is === "walk" || filter.isTyped()) return "line";
    return is === "detail" || filter.isSet() || markedNow().size > 0 ? "escape" : "nothing";
  };

  useKeys(
    (input, key) => {
      for (const one of input === "" ? [""] : graphemesOf(input)) {
        const now = overNow();
        if (now.is === "form" || now.is === "walk") break;
        const typing = filter.isTyped();
        if (typing && !key.home && !key.end && shown.move(key)) continue;
        if (typing) filter.take(one, key);
        else if (key.escape) stepBack();
        else if (now.is === "detail" && (key.pageDown || key.pageUp)) {
          const by = key.pageDown ? rowLines - 1 : 1 - rowLines;
          setOver({ is: "detail", from: Math.max(0, now.from + by) });
        } else if (!shown.move(key)) {
          const does = findBinding(checklistKeys, one, key);
          if (does) act(does);
        }
      }
      // At once, not with the next frame: what follows may be no command any more.
      onKeep(keptNow());
    },
    { isActive: isActive && over.is !== "form" && over.is !== "walk" },
  );

  return {
    list: shown,
    all,
    grouping,
    retired,
    marked,
    filter,
    over,
    kept: keptNow(),
    close: () => setOver(list),
    walked: (isSaved: boolean) => {
      setOver(list);
      if (isSaved) setMarked(none);
    },
    choose: (id: string) => shown.chooseKey(id),
  };
}
