import { useState } from "react";
import { isActive as isInUse } from "../../../../shared/ledger/positions.ts";
import type { Problem } from "../../../../shared/ledger/problems.ts";
import { byWritten, isVoided } from "../../../../shared/ledger/trail.ts";
import { type About, findDefaultOwner } from "../../../../shared/tally/default-owner.ts";
import type { PositionId } from "../../../../shared/words/ids.ts";
import { sayFailure } from "../../../printing/failures.ts";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { SmallForm } from "../../small-form.tsx";
import { chosenIn, textIn, type Values } from "../../ui/field.ts";
import { useAllowed } from "../../use-allowed.ts";
import { useMembers } from "../../use-members.ts";
import { useSpellings } from "../../use-spellings.ts";
import { good, useSubmit } from "../../use-submit.ts";
import { amendedFrom, problemFields, raisedFrom } from "./problem-values.ts";

/** A problem that no inspection found, or what is wrong with one that is there. */
export function ProblemForm({
  problem,
  onClose,
  onRaised,
  ...props
}: ScreenProps & {
  /** Undefined for a new one. */
  readonly problem: Problem | undefined;
  readonly onClose: () => void;
  readonly onRaised: (id: string) => void;
}) {
  const { wording } = useOffice();
  const { say } = wording;
  const { ledger, profile, today } = useLedger();
  const submit = useSubmit();
  const spelt = useSpellings();
  const members = useMembers();
  const refuses = useAllowed();
  const [saw] = useState(ledger.seq); // what others write from now on was not seen by the author
  const positions = ledger.positions
    .valueSeq()
    .filter((position) => !isVoided(position) && isInUse(position, today))
    .sort(byWritten)
    .map(({ id, name }) => ({ id, label: name }));
  const findPosition = (id: string) => ledger.positions.get(id as PositionId);
  const context = {
    wording,
    today,
    members,
    units: spelt(profile.units),
    positions: spelt(positions.toArray()),
    mayAssign: refuses({ makes: "problem-assigned" }) === undefined,
    findPosition,
    findAnswering: (about: About) => findDefaultOwner(ledger, about, today),
  };
  async function save(values: Values): Promise<string | undefined> {
    if (textIn(values, "deadline") !== "" && values.owner && !chosenIn(values, "owner")) {
      return say("walk.needs-owner");
    }
    try {
      const drafts = problem
        ? amendedFrom(problem, values, today).map((body) => () => body)
        : raisedFrom(values, today, findPosition);
      if (drafts.length === 0) return say("ledger.nothing-changed");
      const result = await submit(drafts, { saw });
      if (!result.ok) return result.sentence;
      const [id = ""] = result.ids;
      const title = textIn(values, "title");
      const done = problem ? "ledger.done.amend" : "problem.raised";
      props.onNotice(good(result.late ? say("late.note") : say(done, { id, title })));
      onClose();
      if (!problem) onRaised(id);
      return undefined;
    } catch (error) {
      return sayFailure(wording, error).sentence;
    }
  }
  const title = problem
    ? say("ledger.form.amend", { title: problem.title })
    : say("problem.form.raise");
  const fields = (values: Values) => problemFields(context, problem, values);
  return <SmallForm {...props} {...{ title, fields, onClose }} onSave={save} />;
}
