/**
 * What the author of an operation had seen, when they wrote it.
 *
 * An operation says it as a number of the journal that was before their eyes. Where the daemon was
 * restored from an older copy, numbers of the lost past mean other lines now: a line that was handed
 * back says which number it had, and what only the lost past knew is taken for unseen. So the same
 * people agree on the same edits as before, and nothing is hidden that somebody may not have read.
 */
import type { Map as Table } from "immutable";
import type { Epoch, Seq } from "../words/ids.ts";
import type { Envelope } from "./operation.ts";

/** A past of the journal that a restored copy had lost, up to where both are the same. */
export interface LostPast {
  readonly epoch: Epoch;
  readonly after: Seq;
}

/** Where a line that was handed back had stood. */
export interface FormerPlace {
  readonly epoch: Epoch;
  readonly seq: Seq;
}

export interface Pasts {
  readonly lostPasts: readonly LostPast[];
  /** By the number that the line has now. */
  readonly handedBack: Table<Seq, FormerPlace>;
}

/** Whether a line was before an author's eyes. */
export type Sight = (seq: Seq) => boolean;

/** @param place where the operation stood before it was handed back; undefined for any other */
export function sightOf(
  { lostPasts, handedBack }: Pasts,
  { saw }: Pick<Envelope, "saw">,
  place?: FormerPlace,
): Sight {
  const past = lostPasts.find(({ epoch }) => epoch === saw.epoch);
  if (!past) return (seq) => seq <= saw.seq;
  const common = Math.min(past.after, saw.seq);
  if (place?.epoch !== saw.epoch) return (seq) => seq <= common;
  return (seq) => {
    if (seq <= common) return true;
    const former = handedBack.get(seq);
    return former !== undefined && former.epoch === saw.epoch && former.seq <= saw.seq;
  };
}

/** A line was handed back: its past is known as lost from now on. */
export function foldHandedBack(
  { lostPasts, handedBack }: Pasts,
  seq: Seq,
  { epoch, seq: formerly, after }: FormerPlace & LostPast,
): Pasts {
  const known = lostPasts.some((past) => past.epoch === epoch);
  return {
    lostPasts: known ? lostPasts : [...lostPasts, { epoch, after }],
    handedBack: handedBack.set(seq, { epoch, seq: formerly }),
  };
}
