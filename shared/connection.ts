/**
 * The daemon as a workstation sees it, over HTTP or embedded in the same process. One token stands
 * behind a connection, so everything that goes through it is one workstation's and one member's.
 */
import type { Ledger } from "./ledger/ledger.ts";
import type { Envelope, Recorded } from "./ledger/operation.ts";
import type { Profile } from "./profile/profile.ts";
import type { Answer, Grant, Me, Place, PushAnswer, WireError } from "./wire.ts";
import type { Epoch, Hash, Seq } from "./words/ids.ts";

export interface Connection {
  /** What opening the office found half written at the journal's end, and set aside. */
  readonly cut?: SetAside | undefined;
  /** Who is asking, and which number and hash the next operation of this workstation follows. */
  me(): Promise<Me>;
  /**
   * Resolves once every recorded operation is on the daemon's disk.
   * @param signature this workstation's, over the last of them
   */
  push(operations: readonly Envelope[], signature: string): Promise<Pushed>;
  /** The profile in force: what a form needs, without the whole ledger. */
  profile(): Promise<Profile>;
  /** The ledger as far as it is on the disk; with `at` as it was at that number. */
  ledger(at?: Seq): Promise<{ readonly ledger: Ledger; readonly epoch: Epoch }>;
  /** The lines after `seq`, up to `last` or the end as it is now. */
  readSince(seq: Seq, last?: Seq): AsyncIterable<readonly Recorded[]>;
  /** Every line after `seq`, then those to come, without gap or double, until it is closed. */
  follow(seq: Seq, listener: Listener): { close(): void };
  /** Lets another workstation in; for admins. */
  grant(grant: Grant): Promise<void>;
  /** Lets workstations come back, for a while, that the office has lost sight of; for admins. */
  allowReturn(tokenHash: Hash): Promise<void>;
  /** Where the daemon serves the network; undefined where it does not. */
  place(): Promise<Place | undefined>;
  close(): Promise<void>;
}

/** Kept: on the workstation's own disk, and the daemon has not said anything yet. */
export type Outcome = Answer | { readonly outcome: "kept" };
export type Pushed = Omit<PushAnswer, "answers"> & { readonly answers: readonly Outcome[] };

export interface SetAside {
  readonly from: number; // the first number that is gone; it was never acknowledged
  readonly bytes: number;
  readonly kept: string; // the file that holds them now
}

export interface Listener {
  readonly lines: (lines: readonly Recorded[]) => void;
  /** Whether the daemon can be heard just now. */
  readonly heard: (connected: boolean) => void;
}

/** The whole request changed nothing; the reason is data. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  readonly error: WireError;
  constructor(error: WireError, options?: ErrorOptions) {
    super(error.code, options);
    this.error = error;
  }
}

/** The machine there is not the daemon that this workstation knows: nothing was sent to it. */
export class WrongKey extends Error {
  override readonly name = "WrongKey";
  readonly address: string;
  /** SHA-256 of the key there. */
  readonly shown: string;
  constructor(address: string, shown: string) {
    super(`another key at ${address}`);
    this.address = address;
    this.shown = shown;
  }
}

/** The address of Unreachable where no place was known at which to ask. */
export const nowhere = "";

/** Nobody answered there, or not in time. Whether the request arrived is not known. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
  readonly address: string;
  constructor(address: string, options?: ErrorOptions) {
    super(`no daemon answers at ${address}`, options);
    this.address = address;
  }
}
