/**
 * The feed: every line of the journal, to everybody who listens, in order, without gap or double.
 * A group of lines is put into text once, however many listen.
 */
import type { Recorded } from "../shared/ledger/operation.ts";
import type { Seq } from "../shared/words/ids.ts";

/** Lines that were written together. */
export interface Frame {
  readonly last: Seq;
  readonly lines: readonly Recorded[];
  /** As a server-sent event, its id the last number; made on first use, then shared. */
  readonly bytes: () => Uint8Array;
}

export interface Feed {
  announce(lines: readonly Recorded[]): void;
  /** From the next announcement on; the returned function ends it. */
  subscribe(listener: (frame: Frame) => void): () => void;
}

const encoder = new TextEncoder();

export function frameOf(lines: readonly Recorded[]): Frame {
  const last = (lines.at(-1) as Recorded).seq;
  let bytes: Uint8Array | undefined;
  return {
    last,
    lines,
    bytes: () => {
      bytes ??= encoder.encode(`id: ${last}\nevent: recorded\ndata: ${JSON.stringify(lines)}\n\n`);
      return bytes;
    },
  };
}

export function createFeed(): Feed {
  const listeners = new Set<(frame: Frame) => void>();
  return {
    announce: (lines) => {
      if (lines.length === 0 || listeners.size === 0) return;
      const frame = frameOf(lines);
      for (const listener of listeners) listener(frame);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
