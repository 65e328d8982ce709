/**
 * What the publications' screen knows: which are shown, found or chosen, what may be done with the
 * chosen one, and what lies over the list. Keys are taken one by one, each on what the one before
 * made.
 */
import { useMemo } from "react";
import { hasRole } from "../../../../shared/ledger/members.ts";
import {
  mayAmend,
  nextReview,
  stageOf,
  stagesFor,
  whyNotSign,
} from "../../../../shared/ledger/publication-stages.ts";
import type { Publication, PublicationStep } from "../../../../shared/ledger/publications.ts";
import { roleToSign } from "../../../../shared/rules/rights.ts";
import type { PublicationId } from "../../../../shared/words/ids.ts";
import { sayRefusal } from "../../../printing/refusals.ts";
import { useConfirm } from "../../confirm.tsx";
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
import { bad, good, useSubmit } from "../../use-submit.ts";
import type { PublicationForm } from "./form.tsx";
import { type PublicationDoes, publicationKeys } from "./keys.ts";
import { keyOf, type PublicationRow, publicationRows } from "./rows.ts";
import { dayOffered, reviewed, type StepForm } from "./step-values.ts";

export type Over =
  | { readonly is: "list" }
  | { readonly is: "detail"; readonly from: number }
  | { readonly is: "form"; readonly form: PublicationForm };

const list = { is: "list" } as const;

const stepOf: Readonly<Record<StepForm, PublicationStep["type"]>> = {
  review: "publication-reviewed",
  "send-back": "publication-sent-back",
  release: "publication-released",
  correct: "publication-corrected",
  withdraw: "publication-withdrawn",
};

export function usePublications(
  { isActive, focus, onKeep, onNotice }: ScreenProps,
  rowLines: number,
) {
  const { wording, workstation } = useOffice();
  const { say } = wording;
  const { ledger, today } = useLedger();
  const submit = useSubmit();
  const confirm = useConfirm();
  const refuses = useAllowed();
  const focused = ledger.publications.get(focus as PublicationId);
  const isOut = focused !== undefined && !isOpen(focused);
  const [all, allNow, setAll] = useLatestState(isOut, useRemembered("publications.all", focus));
  const [over, overNow, setOver] = useLatestState<Over>(list);
  const filter = useFilter(
    focus !== undefined && !focused ? focus : "",
    isActive,
    useRemembered("publications.filter", focus),
  );
  const { fits } = filter;
  const rows = useMemo(() => publicationRows(ledger, all, fits), [ledger, all, fits]);
  const first = focused?.id ?? rows.find((row) => row.type === "publication")?.publication.id;
  const follow = { keyOf, first, isHeading: ({ type }: PublicationRow) => type === "stage" };
  const place = useRemembered<ListPlace>("publications.place", focus);
  const shown = useList(rows, rowLines, false, follow, place);

  /** Why this step may not be taken now, before anything is asked for it. */
  function findReason(publication: Publication, form: StepForm): string | undefined {
    const step = stepOf[form];
    const stage = stageOf(publication);
    if (!stagesFor[step].includes(stage)) {
      return sayRefusal(wording, { reason: "stage-not-fit", step, stage });
    }
    if (form !== "review") return undefined;
    const why = whyNotSign(publication, workstation.member);
    if (why) return sayRefusal(wording, { reason: why });
    const isLast = nextReview(publication)?.review === publication.reviews.at(-1)?.review;
    const role = roleToSign(isLast);
    const own = ledger.members.get(workstation.member)?.role;
    return own && hasRole(own, role)
      ? undefined
      : sayRefusal(wording, { reason: "role-required", role });
  }
  function begin(publication: Publication, name: StepForm) {
    const why = findReason(publication, name);
    if (why !== undefined) return onNotice(bad(why));
    setOver({ is: "form", form: { name, publication } });
  }
  /** Signed with the usual words, after one question. */
  async function agree(publication: Publication) {
    const why = findReason(publication, "review");
    if (why !== undefined) return onNotice(bad(why));
    const review = nextReview(publication)?.label ?? "";
    const words = [say("publication.agreed"), say("publication.no-mistakes")] as const;
    const [opinion, proofreading] = words;
    const { title } = publication;
    const asked = say("publication.agree-confirm", { title, review, opinion, proofreading });
    if (!(await confirm(asked))) return;
    const on = dayOffered(publication, today);
    const body = reviewed(publication, on, opinion, proofreading);
    if (!body) return;
    const result = await submit([() => body]);
    onNotice(
      result.ok ? good(say("publication.done.review", { title, review })) : bad(result.sentence),
    );
  }
  async function takeBack({ id, steps }: Publication) {
    const last = steps.at(-1);
    if (!last) return onNotice(bad(say("problem.no-step", { id })));
    const { operation: step } = last;
    const body = { type: "publication-step-withdrawn" as const, publication: id, step };
    const result = await submit([() => body]);
    const said = say("problem.withdrawn", { id, step: say(`operation.${last.type}`) });
    onNotice(result.ok ? good(said) : bad(result.sentence));
  }

  function act(does: PublicationDoes) {
    const why = refuses(publicationKeys.find((key) => key.does === does) ?? {});
    if (why !== undefined) return onNotice(bad(why));
    switch (does) {
      case "filter":
        return filter.begin();
      case "all":
        return setAll(!allNow());
      case "draft":
        return setOver({ is: "form", form: { name: "draft" } });
    }
    const row = shown.now();
    if (row?.type !== "publication") return onNotice(bad(say("publication.nothing-chosen")));
    const { publication } = row;
    switch (does) {
      case "detail":
        return setOver(overNow().is === "detail" ? list : { is: "detail", from: 0 });
      case "amend":
        if (!mayAmend(publication, { title: "" })) {
          const { id } = publication;
          return onNotice(bad(sayRefusal(wording, { reason: "signed-text", publication: id })));
        }
        return setOver({ is: "form", form: { name: "amend", publication } });
      case "agree":
        return void agree(publication);
      case "take-back":
        return void takeBack(publication);
      case "next": {
        const stage = stageOf(publication);
        if (stage === "approved") return begin(publication, "release");
        if (isOpen(publication)) return begin(publication, "review");
        return setOver({ is: "detail", from: 0 });
      }
      default:
        return begin(publication, does);
    }
  }

  const keptNow = (): Kept => {
    const { is } = overNow();
    if (is === "form" || filter.isTyped()) return "all";
    return is === "detail" || filter.isSet() ? "escape" : "nothing";
  };
  useKeys(
    (input, key) => {
      for (const one of input === "" ? [""] : graphemesOf(input)) {
        const now = overNow();
        if (now.is === "form") break;
        const typing = filter.isTyped();
        if (typing && !key.home && !key.end && shown.move(key)) continue;
        if (typing) filter.take(one, key);
        else if (key.escape && now.is === "detail") setOver(list);
        else if (key.escape) filter.drop();
        else if (now.is === "detail" && (key.pageDown || key.pageUp)) {
          const by = key.pageDown ? rowLines - 1 : 1 - rowLines;
          setOver({ is: "detail", from: Math.max(0, now.from + by) });
        } else if (!shown.move(key)) {
          const does = findBinding(publicationKeys, one, key);
          if (does) act(does);
        }
      }
      // At once, not with the next frame: what follows may be no command any more.
      onKeep(keptNow());
    },
    { isActive: isActive && over.is !== "form" },
  );

  return {
    list: shown,
    all,
    filter,
    over,
    kept: keptNow(),
    close: () => setOver(list),
    choose: (id: string) => shown.chooseKey(id),
  };
}

/** Not out yet. */
export const isOpen = (publication: Publication): boolean => {
  const stage = stageOf(publication);
  return stage !== "released" && stage !== "withdrawn";
};
