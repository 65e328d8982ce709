/**
 * Deciding one push: what each of its operations becomes on the ledger that the ones before it
 * have made. Pure; nothing is written here, and a push that cannot be taken changes nothing.
 */
import { beginning, hashLink, hashOperation } from "../shared/ledger/chain.ts";
import { fold } from "../shared/ledger/fold.ts";
import type { Ledger } from "../shared/ledger/ledger.ts";
import {
  type Envelope,
  isKnownType,
  type Recorded,
  readOperation,
} from "../shared/ledger/operation.ts";
import { findRefusal } from "../shared/rules/find-refusal.ts";
import type { Refusal } from "../shared/rules/refusal.ts";
import type { Answer } from "../shared/wire.ts";
import type { Instant } from "../shared/words/dates.ts";
import { type Hash, nameOf, seqOf } from "../shared/words/ids.ts";

/** A number of this workstation is missing before the ones that came. */
export class Gap extends Error {
  override readonly name = "Gap";
  readonly expected: number;
  constructor(expected: number) {
    super(`the next number is ${expected}`);
    this.expected = expected;
  }
}

/** One number, two different operations: two folders say they are the same workstation. */
export class CopiedWorkstation extends Error {
  override readonly name = "CopiedWorkstation";
  readonly workstation: string;
  readonly n: number;
  constructor(workstation: string, n: number) {
    super(`workstation ${workstation} wrote number ${n} twice`);
    this.workstation = workstation;
    this.n = n;
  }
}

export interface Decided {
  readonly answers: readonly Answer[];
  readonly lines: readonly Recorded[];
  readonly ledger: Ledger;
  /** Numbers that the journal already has, to be compared with what it has. */
  readonly repeats: readonly { readonly n: number; readonly hash: Hash }[];
}

/**
 * @param operations of one workstation, in the order of its numbers
 * @param signature that workstation's, over the last of them; it goes with that one's line
 * @throws Gap, CopiedWorkstation
 */
export function decide(
  before: Ledger,
  operations: readonly Envelope[],
  received: Instant,
  signature?: string,
): Decided {
  let ledger = before;
  const answers: Answer[] = [];
  const lines: Recorded[] = [];
  const repeats: { n: number; hash: Hash }[] = [];
  for (const [at, operation] of operations.entries()) {
    const { workstation, n } = operation.id;
    const known = ledger.workstations.get(workstation) ?? { n: 0, hash: beginning };
    if (n > known.n + 1) throw new Gap(known.n + 1);
    const hash = hashOperation(operation);
    if (n <= known.n) {
      if (n === known.n && hash !== known.hash) throw new CopiedWorkstation(workstation, n);
      repeats.push({ n, hash });
      answers.push({ outcome: "repeat" });
      continue;
    }
    if (operation.previous !== known.hash) throw new CopiedWorkstation(workstation, known.n);
    const refusal = findObjection(ledger, operation);
    const vouched = at === operations.length - 1 ? signature : undefined;
    const line = lineAfter(ledger, operation, hash, received, refusal, vouched);
    ledger = fold(ledger, line, hash);
    lines.push(line);
    answers.push(
      refusal
        ? { outcome: "declined", seq: line.seq, refusal }
        : {
            outcome: "recorded",
            seq: line.seq,
            ...(ledger.tray.has(nameOf(operation.id)) ? { late: true } : {}),
          },
    );
  }
  return { answers, lines, ledger, repeats };
}

function findObjection(ledger: Ledger, envelope: Envelope): Refusal | undefined {
  if (!isKnownType(envelope.type)) return { reason: "unknown-type", type: envelope.type };
  const read = readOperation(envelope);
  if (read.ok) return findRefusal(ledger, read.operation);
  const [issue] = read.issues;
  return {
    reason: "malformed",
    path: issue?.path.join(".") ?? "",
    issue: issue?.message ?? "",
  };
}

function lineAfter(
  ledger: Ledger,
  operation: Envelope,
  hash: Hash,
  received: Instant,
  refusal: Refusal | undefined,
  signature: string | undefined,
): Recorded {
  const seq = seqOf(ledger.seq + 1);
  const previous = ledger.hash;
  const link = { previous, seq, received, operation: hash, signature };
  const numbered = { seq, received, previous };
  const signed = signature === undefined ? {} : { signature };
  if (!refusal) return { ...numbered, hash: hashLink(link), ...signed, operation };
  const declined = { id: operation.id, hash, reason: refusal };
  return { ...numbered, hash: hashLink({ ...link, declined }), ...signed, declined };
}
