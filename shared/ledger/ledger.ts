/**
 * The ledger (台账): all operations up to `seq`, folded. Same operations, same ledger, byte for
 * byte in canonical form.
 */
import { Map as Table } from "immutable";
import type { Profile } from "../profile/profile.ts";
import type { Instant } from "../words/dates.ts";
import { type Hash, type MemberId, type Seq, seqOf } from "../words/ids.ts";
import { beginning } from "./chain.ts";
import type { Duties } from "./duties.ts";
import { type EntryTable, noEntries } from "./entry-table.ts";
import type { Members } from "./members.ts";
import type { Operation } from "./operation.ts";
import type { Periods, Statements } from "./periods.ts";
import type { Positions } from "./positions.ts";
import type { Problems } from "./problems.ts";
import type { Publications } from "./publications.ts";
import type { Pasts } from "./sight.ts";
import { type Invitations, nobodyLetIn, type Workstations } from "./workstations.ts";

/** Grows when the same operations would fold to something else: snapshots of another are not read. */
export const foldVersion = 3;

/** An operation that touches a closed period, waiting in the office's tray (补录). */
export interface Late {
  readonly operation: Operation;
  readonly seq: Seq;
  readonly received: Instant;
}
export interface Returned extends Late {
  readonly reason: string;
  readonly returnedBy: MemberId;
}

/** A profile, in force from the operation that adopted it to the next one. */
export interface AdoptedProfile {
  readonly seq: Seq;
  readonly profile: Profile;
}

export interface Ledger extends Pasts {
  readonly seq: Seq;
  readonly hash: Hash; // the chain's, at seq
  readonly profiles: readonly AdoptedProfile[]; // the last one is in force
  readonly members: Members;
  readonly workstations: Workstations;
  readonly invitations: Invitations; // by the hash of their token
  readonly entries: EntryTable;
  readonly positions: Positions;
  readonly problems: Problems;
  readonly publications: Publications;
  readonly duties: Duties;
  readonly periods: Periods;
  readonly statements: Statements;
  readonly tray: Table<string, Late>; // by the name of the operation
  readonly returned: Table<string, Returned>;
  readonly unknown: number; // operations of types that this version does not know
}

export const emptyLedger: Ledger = {
  seq: seqOf(0),
  hash: beginning,
  profiles: [],
  members: Table(),
  ...nobodyLetIn,
  lostPasts: [],
  handedBack: Table(),
  entries: noEntries,
  positions: Table(),
  problems: Table(),
  publications: Table(),
  duties: Table(),
  periods: Table(),
  statements: Table(),
  tray: Table(),
  returned: Table(),
  unknown: 0,
};

/** The profile in force; undefined only before the first was adopted. */
export const findProfile = (ledger: Ledger): Profile | undefined => ledger.profiles.at(-1)?.profile;
