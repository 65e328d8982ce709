/**
 * Whether a workstation's copy has the same past as the journal here. It has not when the office
 * was restored from an older copy, and it noticed nothing so far (DESIGN, law 12).
 */
import { RequestFailed } from "../shared/connection.ts";
import { type Hash, type Seq, seqOf } from "../shared/words/ids.ts";
import type { Office } from "./office.ts";

/**
 * @param hash the chain's at `seq`, as the one who asks has it
 * @throws RequestFailed other-past, with where the journal here stands
 */
export async function checkPast(
  office: Pick<Office, "intake" | "store">,
  seq: Seq,
  hash: Hash,
): Promise<void> {
  const here = office.intake.ledger();
  if (seq === 0 || (await findHash(office, seq)) === hash) return;
  throw new RequestFailed({ code: "other-past", seq: here.seq, hash: here.hash });
}

/** The chain's hash at a number; undefined where the journal is not that far. */
export async function findHash(
  { intake, store }: Pick<Office, "intake" | "store">,
  seq: Seq,
): Promise<Hash | undefined> {
  const here = intake.ledger();
  if (seq === here.seq) return here.hash;
  if (seq > here.seq) return undefined;
  for await (const [line] of store.readSince(seqOf(seq - 1), seq)) return line?.hash;
  return undefined;
}
