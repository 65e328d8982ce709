/**
 * A walk at work: what each key answers, the problem that a failed item asks for there and then,
 * and handing all of it in as one group. Leaving it asks once something was answered.
 */
import { useRef } from "react";
import type { InspectionDrafts } from "../../../workstation/inspection-drafts.ts";
import { useConfirm } from "../../confirm.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { findBinding } from "../../ui/key-map.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { useLatestState } from "../../ui/use-latest-state.ts";
import { graphemesOf } from "../../ui/width.ts";
import { bad, good, useSubmit } from "../../use-submit.ts";
import { type WalkDoes, walkKeys } from "./keys.ts";
import {
  answer,
  type Finding,
  goOn,
  isBegun,
  isWhole,
  itemOf,
  leaveOut,
  openItems,
  passRest,
  stopOf,
  toItem,
  toStop,
  type Walk,
} from "./walk.ts";
import { draftWalk, failedIn } from "./walk-drafts.ts";
import { dropWalk, keepWalk } from "./walk-start.ts";

/** A form over the walk: the problem of the item that is looked at, or the day of all of it. */
export type Asked = "nothing" | "problem" | "day";

/** A walk that has begun, and where its answers are kept until they are handed in. */
export interface BegunWalk {
  readonly begun: Walk;
  readonly allPassed: boolean;
  readonly drafts: InspectionDrafts;
}

export function useWalk(
  { begun, allPassed, drafts }: BegunWalk,
  { isActive, onNotice }: Pick<ScreenProps, "isActive" | "onNotice">,
  onDone: (isSaved: boolean) => void,
) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, profile } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const saw = useRef(ledger.seq); // what others write from now on was not seen by the author
  const isSending = useRef(false);
  const kinds = profile.kinds.filter(({ inspects, retired }) => inspects && !retired);
  const [walk, now, set] = useLatestState(begun);
  const [asked, askedNow, ask] = useLatestState<Asked>("nothing");
  const [complaint, , complain] = useLatestState<string | undefined>(undefined);
  const [from, fromNow, scroll] = useLatestState(0);

  const put = (next: Walk) => {
    complain(undefined);
    if (next.summed && !now().summed) scroll(0);
    set(next);
    keepWalk(next, drafts);
  };

  async function leave() {
    if (isBegun(now())) {
      if (!(await confirm(say("walk.leave")))) return;
      dropWalk(now(), drafts);
      await drafts.settled();
    }
    onDone(false);
  }

  async function save() {
    if (isSending.current) return;
    isSending.current = true;
    const { stops } = now();
    const result = await submit(draftWalk(now(), wording), { saw: saw.current });
    isSending.current = false;
    if (!result.ok) return complain(result.sentence);
    dropWalk(now(), drafts);
    await drafts.settled(); // or the next one would begin with what was just handed in
    const failed = stops.reduce((sum, stop) => sum + failedIn(stop), 0);
    const [first] = stops;
    const one = {
      id: result.ids[0] ?? "",
      position: first.position.name,
      passed: first.items.length - failed,
      failed,
    };
    const done = say(
      stops.length > 1
        ? failed > 0
          ? "walk.done-several"
          : "walk.done-clean"
        : failed > 0
          ? "inspect.done"
          : "walk.done-one-clean",
      { ...one, count: stops.length },
    );
    onNotice(good(result.late ? say("late.note") : done));
    onDone(true);
  }

  /** To the sum, or from the sum onto the disk; not before every item has its answer. */
  function finish() {
    if (now().summed) return void save();
    const next = goOn(now());
    put(next);
    if (!next.summed) {
      const open = next.stops.reduce((sum, stop) => sum + openItems(stop).length, 0);
      onNotice(bad(say("walk.open", { count: open })));
    }
  }

  function act(does: WalkDoes) {
    const { at, item, summed } = now();
    switch (does) {
      case "to-sum":
        return finish();
      case "go-on":
        return summed ? finish() : goOnFrom();
      case "stop-before":
        if (summed) return put({ ...now(), summed: false });
        return at > 0 ? put(toStop(now(), at - 1)) : undefined;
      case "next-stop":
        if (summed) return;
        return at < now().stops.length - 1 ? put(toStop(now(), at + 1)) : finish();
      case "day":
        return ask("day");
      case "kind": {
        const next = (kinds.findIndex(({ id }) => id === now().kind) + 1) % kinds.length;
        return put({ ...now(), kind: kinds[next]?.id ?? now().kind });
      }
      case "pass":
        return summed ? undefined : put(answer(now(), { passed: true }));
      case "fail":
        return summed || !itemOf(now()) ? undefined : ask("problem");
      case "pass-rest":
        return put(summed ? now() : passRest(now()));
      case "leave-out": {
        if (summed) return;
        const left = leaveOut(now());
        if (left) drafts.drop(stopOf(now()).position.id);
        return left ? put(isWhole(left) ? goOn(left) : toItem(left, item)) : void leave();
      }
    }
  }
  /** Enter looks at a failed item's problem again, leaves an open one for later, and goes on. */
  function goOnFrom() {
    const here = itemOf(now());
    const found = here && stopOf(now()).findings.get(here.id);
    if (found && !found.passed) return ask("problem");
    const isLast = now().item >= stopOf(now()).items.length - 1;
    put(here && !found && !isLast ? toItem(now(), now().item + 1) : goOn(now()));
  }

  useKeys(
    (input, key) => {
      for (const one of input === "" ? [""] : graphemesOf(input)) {
        if (askedNow() !== "nothing") return;
        if (key.escape) {
          if (now().summed && !allPassed) put({ ...now(), summed: false });
          else void leave();
        } else if (key.upArrow || key.downArrow) {
          const by = key.upArrow ? -1 : 1;
          if (now().summed) scroll(Math.max(0, fromNow() + by));
          else put(toItem(now(), now().item + by));
        } else {
          const does = findBinding(walkKeys, one, key);
          if (does) act(does);
        }
      }
    },
    { isActive: isActive && asked === "nothing" },
  );

  return {
    walk,
    asked,
    complaint,
    from,
    kinds,
    choose: (item: number) => put(toItem(now(), item)),
    close: () => ask("nothing"),
    found: (finding: Finding) => {
      ask("nothing");
      put(answer(now(), finding));
    },
    dated: (on: Walk["on"]) => {
      ask("nothing");
      put({ ...now(), on });
    },
  };
}
