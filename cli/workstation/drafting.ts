/** From what somebody means to operations: this workstation's next numbers, each bound to the last. */
import type { z } from "zod";
import { hashOperation } from "../../shared/ledger/chain.ts";
import { type Operation, OperationBody } from "../../shared/ledger/operation.ts";
import { namedForAll } from "../../shared/ledger/period-names.ts";
import type { Me } from "../../shared/wire.ts";
import type { Instant } from "../../shared/words/dates.ts";
import type { OperationId, Seq } from "../../shared/words/ids.ts";

/** Of those that 0.2.0 folds; it leaves the types alone that came after it. */
const isAboutPeriod = (body: OperationBody) =>
  body.type === "period-closed" ||
  body.type === "period-reopened" ||
  body.type === "statement-written";

/** What is meant; the name of a new record comes from the number of its operation. */
export type Draft = (id: OperationId) => OperationBody;

/** A draft that no schema takes: nothing was sent. */
export class DraftInvalid extends Error {
  override readonly name = "DraftInvalid";
  readonly issues: readonly z.core.$ZodIssue[];
  constructor(issues: readonly z.core.$ZodIssue[]) {
    super(issues[0]?.path.join("."));
    this.issues = issues;
  }
}

export interface SubmitOptions {
  readonly saw?: Seq; // the number of the ledger that the author had before their eyes
  readonly undoes?: OperationId;
  readonly together?: boolean; // false: many drafts in one request that do not belong together
}

export interface DraftingOptions extends SubmitOptions {
  readonly clock: Instant;
  /** What the author has seen of the record that this is about; what they saw of all, unless told. */
  readonly sawBefore?: ((body: OperationBody, seen: Seq) => Seq) | undefined;
}

/**
 * @param me where this workstation's own chain stands
 * @throws DraftInvalid
 */
export function draftOperations(
  me: Pick<Me, "workstation" | "member" | "n" | "hash" | "seq" | "epoch">,
  drafts: readonly Draft[],
  { saw, undoes, together = true, clock, sawBefore }: DraftingOptions,
): Operation[] {
  const { workstation, member, n, epoch } = me;
  const seen = saw ?? me.seq;
  const group = together && drafts.length > 1 ? `${workstation}-${n + 1}` : undefined;
  let previous = me.hash;
  return drafts.map((draft, at) => {
    const id = { workstation, n: n + 1 + at };
    const body = OperationBody.safeParse(draft(id));
    if (!body.success) throw new DraftInvalid(body.error.issues);
    const operation: Operation = {
      v: 1,
      id,
      previous,
      by: member,
      saw: { epoch, seq: sawBefore?.(body.data, seen) ?? seen },
      clock,
      ...(group ? { group } : {}),
      ...(undoes ? { undoes } : {}),
      ...(isAboutPeriod(body.data) ? namedForAll(body.data) : body.data),
    };
    previous = hashOperation(operation);
    return operation;
  });
}
