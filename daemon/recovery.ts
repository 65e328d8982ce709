/**
 * Taking back what this daemon had lost: it was restored from an older copy, and a workstation has
 * more of the journal than there is here (DESIGN, law 12).
 *
 * Where nothing was written since, the lost lines follow the ones here, and are put back as they
 * were. Where something was, the journal begins a new epoch, and each lost operation is recorded
 * again behind it, once, with the place where it had stood. Either way its own workstation's
 * signature must stand for it, and the rules of the office are asked as for any other.
 */
import { beginning, hashLink, hashOperation } from "../shared/ledger/chain.ts";
import { fold } from "../shared/ledger/fold.ts";
import type { Ledger } from "../shared/ledger/ledger.ts";
import { isKnownType, type Recorded, readOperation } from "../shared/ledger/operation.ts";
import { isVouched } from "../shared/ledger/vouching.ts";
import { findRefusal } from "../shared/rules/find-refusal.ts";
import type { Refusal } from "../shared/rules/refusal.ts";
import { ChainBroken, checkLink } from "../shared/store/replay.ts";
import type { Recovered, Recovery } from "../shared/wire.ts";
import type { Instant } from "../shared/words/dates.ts";
import { type Hash, type OperationId, seqOf, type WorkstationId } from "../shared/words/ids.ts";
import type { Taken } from "./intake.ts";
import type { Office } from "./office.ts";

/** @throws StorageFailed */
export function takeBack(office: Office, { epoch, after, lines }: Recovery): Promise<Recovered> {
  return office.intake.take(async (ledger, received) => {
    const vouched = await vouchedLines(ledger, lines as readonly Recorded[]);
    const asTheyWere = putBack(ledger, vouched);
    if (asTheyWere) return taken(asTheyWere.ledger, asTheyWere.lines);
    const again = recordAgain(ledger, vouched, { epoch, after }, received);
    const isKnown = ledger.lostPasts.some((past) => past.epoch === epoch);
    const isNew = again.lines.length > 0 && !isKnown;
    return taken(again.ledger, again.lines, isNew ? office.createEpoch() : undefined);
  });
}

const taken = (
  ledger: Ledger,
  lines: readonly Recorded[],
  epoch?: Taken<Recovered>["epoch"],
): Taken<Recovered> => ({
  ledger,
  lines,
  epoch,
  result: { seq: ledger.seq, hash: ledger.hash, recorded: lines.length },
});

interface Said {
  readonly id: OperationId;
  readonly hash: Hash;
}
const saidBy = (line: Recorded): Said =>
  "declined" in line
    ? line.declined
    : { id: line.operation.id, hash: hashOperation(line.operation) };

/** The lines up to the first that no signature of its workstation stands for. */
async function vouchedLines(
  ledger: Ledger,
  lines: readonly Recorded[],
): Promise<readonly Recorded[]> {
  const keys = new Map<WorkstationId, string>();
  const open = new Map<WorkstationId, { at: number; hash: Hash }>();
  let good = 0;
  for (const [at, line] of lines.entries()) {
    const { id, hash } = saidBy(line);
    const { workstation } = id;
    const run = open.get(workstation);
    const follows = "declined" in line || !run || line.operation.previous === run.hash;
    if (!follows) break;
    if ("operation" in line && line.operation.type === "workstation-joined") {
      const read = readOperation(line.operation);
      if (read.ok && read.operation.type === "workstation-joined") {
        keys.set(read.operation.joined.id, read.operation.joined.publicKey);
      }
    }
    open.set(workstation, { at: run?.at ?? at, hash });
    if (line.signature === undefined) continue;
    const known = ledger.workstations.get(workstation)?.publicKey;
    const publicKey = known ?? keys.get(workstation) ?? "";
    if (!(await isVouched({ publicKey, id, hash, signature: line.signature }))) break;
    open.delete(workstation);
    if (open.size === 0) good = at + 1;
  }
  return lines.slice(0, good);
}

/** Undefined where they do not follow what is here. */
function putBack(
  before: Ledger,
  lines: readonly Recorded[],
): { ledger: Ledger; lines: readonly Recorded[] } | undefined {
  const first = lines.findIndex(({ seq }) => seq === before.seq + 1);
  const missing = first < 0 ? [] : lines.slice(first);
  if (missing.length === 0) return undefined;
  let ledger = before;
  try {
    for (const line of missing) {
      const hash = checkLink(ledger, line);
      if (!continues(ledger, line) || findObjection(ledger, line)) return undefined;
      ledger = fold(ledger, line, hash);
    }
  } catch (error) {
    if (error instanceof ChainBroken) return undefined;
    throw error;
  }
  return { ledger, lines: missing };
}

/** It is the next of its workstation's own operations. */
function continues(ledger: Ledger, line: Recorded): boolean {
  const { id } = saidBy(line);
  const known = ledger.workstations.get(id.workstation) ?? { n: 0, hash: beginning };
  if (id.n !== known.n + 1) return false;
  return "declined" in line || line.operation.previous === known.hash;
}

function findObjection(ledger: Ledger, line: Recorded): Refusal | undefined {
  if ("declined" in line || !isKnownType(line.operation.type)) return undefined;
  const read = readOperation(line.operation);
  if (!read.ok) return { reason: "malformed", path: "", issue: "" };
  return findRefusal(ledger, read.operation, line.handedBack);
}

/** Behind what is here, each with its former place; what is here already is left out. */
function recordAgain(
  before: Ledger,
  lines: readonly Recorded[],
  { epoch, after }: Pick<Recovery, "epoch" | "after">,
  received: Instant,
): { ledger: Ledger; lines: readonly Recorded[] } {
  let ledger = before;
  const again: Recorded[] = [];
  for (const line of lines) {
    if (!continues(ledger, line)) continue;
    const { id, hash } = saidBy(line);
    const place = { epoch, seq: line.seq, after };
    const handedBack = line.handedBack ?? place;
    const marks = {
      ...(line.signature === undefined ? {} : { signature: line.signature }),
      handedBack,
    };
    const { seq: at, hash: previous } = ledger;
    const seq = seqOf(at + 1);
    const objection = findObjection(ledger, { ...line, handedBack });
    const reason = "declined" in line ? line.declined.reason : objection;
    const declined = reason === undefined ? undefined : { id, hash, reason };
    const link = { previous, seq, received, operation: hash, ...marks };
    const numbered = {
      seq,
      received,
      previous,
      hash: hashLink(declined ? { ...link, declined } : link),
      ...marks,
    };
    const recorded: Recorded =
      declined || "declined" in line
        ? { ...numbered, declined: declined ?? { id, hash, reason } }
        : { ...numbered, operation: line.operation };
    ledger = fold(ledger, recorded, hash);
    again.push(recorded);
  }
  return { ledger, lines: again };
}
