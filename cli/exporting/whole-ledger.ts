/**
 * The whole ledger as JSON, for other programs and for the day on which this one is gone: every
 * record as it stands, voided ones with their reason, and who wrote what when. `docs/formats.md`
 * tells each field. What lets people in (tokens, invitations) is no part of it.
 *
 * A record is a line in both forms, and the last line counts them: a file that was cut short is
 * noticed.
 */
import { canonical } from "../../shared/ledger/chain.ts";
import { foldVersion, type Ledger } from "../../shared/ledger/ledger.ts";
import { statusOf } from "../../shared/ledger/problems.ts";
import { stageOf } from "../../shared/ledger/publication-stages.ts";
import { byWritten, type Tracked } from "../../shared/ledger/trail.ts";
import { version } from "../version.ts";

/** Grows when a reader of the older form would read something wrong. */
const exportVersion = 1;

interface ListOfRecords {
  readonly name: string;
  records(): Iterable<object>;
}

const written = <R extends Tracked>(table: { values(): Iterable<R> }): R[] =>
  [...table.values()].sort(byWritten);

/** What of a ledger is no record of the office's work: its place in the journal, and who is let in. */
export const leftOut = [
  "seq",
  "hash",
  "unknown",
  "lostPasts",
  "handedBack",
  "invitations",
] as const;

/** In the order in which the lists stand in the file; records in the order they were written. */
const listsOf = (ledger: Ledger): readonly ListOfRecords[] => [
  { name: "profiles", records: () => ledger.profiles },
  { name: "members", records: () => written(ledger.members) },
  {
    name: "workstations",
    records: () =>
      [...ledger.workstations.sortBy((_, id) => id)].map(([id, { member, publicKey }]) => ({
        id,
        member,
        publicKey,
      })),
  },
  { name: "entries", records: () => written(ledger.entries.byId) },
  { name: "positions", records: () => written(ledger.positions) },
  {
    name: "problems",
    records: () => written(ledger.problems).map((one) => ({ ...one, status: statusOf(one) })),
  },
  {
    name: "publications",
    records: () => written(ledger.publications).map((one) => ({ ...one, stage: stageOf(one) })),
  },
  { name: "duties", records: () => written(ledger.duties) },
  { name: "periods", records: () => ledger.periods.sortBy(({ id }) => id).values() },
  { name: "statements", records: () => written(ledger.statements) },
  { name: "waiting", records: () => ledger.tray.sortBy(({ seq }) => seq).values() },
  { name: "returned", records: () => ledger.returned.sortBy(({ seq }) => seq).values() },
];

const headOf = ({ profiles, seq, hash, unknown }: Ledger) => ({
  taizhang: "export",
  v: exportVersion,
  program: version,
  office: profiles.at(-1)?.profile.office.name ?? "",
  fold: foldVersion,
  seq,
  hash,
  unknown,
});

/** One JSON document, a record a line. */
export function* jsonPieces(ledger: Ledger): Generator<string> {
  let records = 0;
  yield `${JSON.stringify(headOf(ledger)).slice(0, -1)},\n`;
  for (const list of listsOf(ledger)) {
    yield `"${list.name}":[`;
    let before = "\n";
    for (const record of list.records()) {
      yield before + canonical(record);
      before = ",\n";
      records += 1;
    }
    yield "],\n";
  }
  yield `"records":${records}}\n`;
}

/** A JSON document a line: the head, each record with its list, and the number of records. */
export function* ndjsonPieces(ledger: Ledger): Generator<string> {
  let records = 0;
  yield `${JSON.stringify(headOf(ledger))}\n`;
  for (const { name, records: list } of listsOf(ledger)) {
    for (const record of list()) {
      yield `{"list":"${name}","record":${canonical(record)}}\n`;
      records += 1;
    }
  }
  yield `{"taizhang":"export-end","v":${exportVersion},"records":${records}}\n`;
}
