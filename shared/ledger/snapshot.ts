/**
 * A ledger as lines of text, and back. The lines together are one JSON document that people can
 * read, one record a line, so that neither writing nor reading needs the whole as one string.
 *
 * Records stand in the order of their names and in canonical form: the same ledger gives the same
 * lines on every machine, and the hash over them is the state hash (the last line, `state`).
 */
import { Map as Table } from "immutable";
import { z } from "zod";
import type { WorkstationId } from "../words/ids.ts";
import { Epoch, Hash, nameOf, Seq } from "../words/ids.ts";
import { canonical, hashPieces } from "./chain.ts";
import type { Duty } from "./duties.ts";
import type { Entry } from "./entries.ts";
import { tableOf } from "./entry-table.ts";
import {
  type AdoptedProfile,
  foldVersion,
  type Late,
  type Ledger,
  type Returned,
} from "./ledger.ts";
import type { Member } from "./members.ts";
import { type PeriodRecord, type Statement, statementKey } from "./periods.ts";
import type { Position } from "./positions.ts";
import type { Problem } from "./problems.ts";
import type { Publication } from "./publications.ts";
import type { FormerPlace, LostPast } from "./sight.ts";
import type { Invitation, Workstation } from "./workstations.ts";

/** The lines do not make a ledger: of another fold, cut short or changed. Rebuild from the journal. */
export class SnapshotUnreadable extends Error {
  override readonly name = "SnapshotUnreadable";
}

type NamedWorkstation = Workstation & { readonly id: WorkstationId };
type NumberedPlace = FormerPlace & { readonly now: Seq };
const byNow = (a: NumberedPlace, b: NumberedPlace): number => a.now - b.now;
type NamedInvitation = Invitation & { readonly id: Hash };

/** The tables of a ledger as lists of JSON values, each in its canonical order. */
interface Tables {
  profiles: readonly AdoptedProfile[];
  members: readonly Member[];
  workstations: readonly NamedWorkstation[];
  invitations: readonly NamedInvitation[];
  entries: readonly Entry[];
  positions: readonly Position[];
  problems: readonly Problem[];
  publications: readonly Publication[];
  duties: readonly Duty[];
  periods: readonly PeriodRecord[];
  statements: readonly Statement[];
  tray: readonly Late[];
  returned: readonly Returned[];
  lostPasts: readonly LostPast[];
  handedBack: readonly NumberedPlace[];
}
const tableNames = [
  "profiles",
  "members",
  "workstations",
  "invitations",
  "entries",
  "positions",
  "problems",
  "publications",
  "duties",
  "periods",
  "statements",
  "tray",
  "returned",
  "lostPasts",
  "handedBack",
] as const satisfies readonly (keyof Tables)[];

function sorted<V>(table: Table<string, V>): V[] {
  const keys = [...table.keys()].sort();
  return keys.map((key) => table.get(key) as V);
}

const tablesOf = (ledger: Ledger): Tables => ({
  profiles: ledger.profiles,
  members: sorted(ledger.members),
  workstations: sorted(ledger.workstations.map((known, id) => ({ ...known, id }))),
  invitations: sorted(ledger.invitations.map((known, id) => ({ ...known, id }))),
  entries: sorted(ledger.entries.byId),
  positions: sorted(ledger.positions),
  problems: sorted(ledger.problems),
  publications: sorted(ledger.publications),
  duties: sorted(ledger.duties),
  periods: sorted(ledger.periods),
  statements: sorted(ledger.statements),
  tray: sorted(ledger.tray),
  returned: sorted(ledger.returned),
  lostPasts: ledger.lostPasts,
  handedBack: [...ledger.handedBack].map(([now, place]) => ({ now, ...place })).sort(byNow),
});

/** The lines of a snapshot, without their line ends. */
export function* snapshotLines(ledger: Ledger, epoch: Epoch): Generator<string> {
  const { seq, hash, unknown } = ledger;
  const state = hashPieces();
  state.add(canonical([foldVersion, seq, hash, unknown]));
  const head = { taizhang: "ledger", v: 1, fold: foldVersion, epoch, seq, hash, unknown };
  yield `${JSON.stringify(head).slice(0, -1)},`;
  const tables = tablesOf(ledger);
  for (const name of tableNames) {
    const records: readonly unknown[] = tables[name];
    yield `"${name}":[`;
    for (const [at, record] of records.entries()) {
      const text = canonical(record);
      state.add(text);
      yield at < records.length - 1 ? `${text},` : text;
    }
    yield "],";
    state.add(name);
  }
  yield `"state":"${state.end()}"}`;
}

/** The state hash: equal for two replicas at the same number and the same version of the fold. */
export function hashLedger(ledger: Ledger, epoch: Epoch): Hash {
  let last = "";
  for (const line of snapshotLines(ledger, epoch)) last = line;
  return last.slice('"state":"'.length, -2) as Hash;
}

const Head = z.object({
  taizhang: z.literal("ledger"),
  v: z.literal(1),
  fold: z.literal(foldVersion),
  epoch: Epoch,
  seq: Seq,
  hash: Hash,
  unknown: z.int().min(0),
});

/**
 * The ledger that these lines hold.
 * @throws SnapshotUnreadable for anything that `snapshotLines` of this version did not write
 */
export function readSnapshot(lines: Iterable<string>): { ledger: Ledger; epoch: Epoch } {
  const tables = new Map<string, unknown[]>();
  const state = hashPieces();
  let head: z.infer<typeof Head> | undefined;
  let name: string | undefined;
  let records: unknown[] = [];
  for (const line of lines) {
    if (!head) {
      head = readHead(line);
      state.add(canonical([head.fold, head.seq, head.hash, head.unknown]));
    } else if (name === undefined) {
      if (line.startsWith('"state":"')) {
        if (line !== `"state":"${state.end()}"}`) throw new SnapshotUnreadable("another state");
        return { ledger: ledgerOf(head, tables), epoch: head.epoch };
      }
      name = line.slice(1, -3);
      records = [];
    } else if (line === "],") {
      tables.set(name, records);
      state.add(name);
      name = undefined;
    } else {
      const text = line.endsWith("},") ? line.slice(0, -1) : line;
      state.add(text);
      records.push(readRecord(text));
    }
  }
  throw new SnapshotUnreadable("it ends too early");
}

function readHead(line: string): z.infer<typeof Head> {
  const head = Head.safeParse(readRecord(`${line.slice(0, -1)}}`));
  if (!head.success) throw new SnapshotUnreadable("of another version");
  return head.data;
}

function readRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SnapshotUnreadable("a line is no JSON", { cause });
  }
}

/** The state hash was checked: the tables are what this version of the fold once wrote. */
function ledgerOf(head: z.infer<typeof Head>, tables: ReadonlyMap<string, unknown[]>): Ledger {
  const list = <N extends keyof Tables>(name: N) => (tables.get(name) ?? []) as Tables[N][number][];
  const byId = <V extends { readonly id: string }>(records: readonly V[]) =>
    Table(records.map((record): [V["id"], V] => [record.id, record]));
  const byName = <V extends Late>(records: readonly V[]) =>
    Table(records.map((late): [string, V] => [nameOf(late.operation.id), late]));
  return {
    seq: head.seq,
    hash: head.hash,
    unknown: head.unknown,
    profiles: list("profiles"),
    members: byId(list("members")),
    workstations: Table(list("workstations").map(({ id, ...known }) => [id, known])),
    invitations: Table(list("invitations").map(({ id, ...known }) => [id, known])),
    entries: tableOf(list("entries")),
    positions: byId(list("positions")),
    problems: byId(list("problems")),
    publications: byId(list("publications")),
    duties: byId(list("duties")),
    periods: byId(list("periods")),
    statements: Table(
      list("statements").map((one) => [statementKey(one.period, one.statement), one]),
    ),
    tray: byName(list("tray")),
    returned: byName(list("returned")),
    lostPasts: list("lostPasts"),
    handedBack: Table(list("handedBack").map(({ now, ...place }) => [now, place])),
  };
}
