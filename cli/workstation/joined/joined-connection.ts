/** What a joined workstation can do beside being a connection, and what it needs. */
import type { Connection, Outcome } from "../../../shared/connection.ts";
import type { Operation, OperationBody } from "../../../shared/ledger/operation.ts";
import type { Seq } from "../../../shared/words/ids.ts";
import type { LiveLedger } from "../live-ledger.ts";
import type { Way } from "../way.ts";
import type { Declined } from "./own-answers.ts";

export interface JoinedConnection extends Connection {
  readonly live: LiveLedger;
  /** Resolves when the daemon was reached and everything is here, or could not be, or in time. */
  caughtUp(within: number): Promise<void>;
  /** Resolves once everything that is shown is on this disk, too. */
  whole(): Promise<void>;
  /**
   * Whether this very program has somebody at the other end just now, be it that the first words
   * take their time: what waits is sent as long as it runs, and no longer.
   */
  isTalking(): boolean;
  /** Resolves when everything is there and nothing waits, or so long after the last talking. */
  settled(within: number): Promise<void>;
  /** What the daemon said of operations that were kept, in time and while it is there; those it has not got yet stay `kept`. */
  settle(operations: readonly Operation[], within: number): Promise<readonly Outcome[]>;
  /** What the author of this has seen, as far as a run of edits that wait is concerned. */
  sawBefore(body: OperationBody, seen: Seq): Seq;
  /** What the daemon has not got yet, oldest first (待发). */
  waiting(): readonly Operation[];
  /** What it declined: bodies and reasons, oldest first (被退回). */
  declined(): Promise<readonly Declined[]>;
  /** Its author has read it, declined or returned by the leader: it is shown no more. */
  drop(n: number): Promise<void>;
  /** The numbers of those. */
  dropped(): ReadonlySet<number>;
}

export interface JoinedOptions {
  readonly now: () => Date;
  readonly random: () => number;
  /** Ways to the daemon, the likeliest first. */
  readonly ways: (signal: AbortSignal) => AsyncIterable<Way>;
  /** The daemon was reached there. */
  readonly reached: (way: Way) => Promise<void>;
  /** Something went wrong that nobody waits for: a copy that differed, a disk that is full. */
  readonly note: (what: string, details: object) => void;
}
