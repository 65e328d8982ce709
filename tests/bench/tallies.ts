/** A period's tallies: all anew, and after one more operation, against SQLite with its index. */
import { DatabaseSync } from "node:sqlite";
import type { Entry } from "../../shared/ledger/entries.ts";
import { putEntry, tableOf } from "../../shared/ledger/entry-table.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { Indicator } from "../../shared/profile/indicator.ts";
import { tally } from "../../shared/tally/tally.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { smallProfile } from "../support/profile.ts";
import { median, tell, timed } from "./figures.ts";

const kinds = [
  "meeting",
  "help",
  "study",
  "visit",
  "course",
  "talk",
  "drill",
  "print",
  "post",
  "walk",
];
const year = periodOf("2022" as PeriodId);

const entryAt = (at: number): Entry =>
  ({
    id: `bench001-${at + 1}`,
    kind: kinds[at % kinds.length],
    on: addDays("2022-01-01" as LocalDate, (at * 7) % 365),
    title: "例会",
    quantity: 1 + (at % 3),
    units: [],
    marks: at % 4 === 0 ? ["open"] : [],
    trail: {
      by: "bench001-1",
      received: "2022-01-01T00:00:00.000Z",
      workstation: "bench001",
      seqs: [at + 1],
    },
  }) as unknown as Entry;

const indicators = kinds.map((kind) =>
  Indicator.parse({
    id: kind,
    label: kind,
    question: { of: "entries", measure: "sum-quantity", where: { kinds: [kind] } },
  }),
);
const ledgerOf = (entries: readonly Entry[]): Ledger => ({
  ...emptyLedger,
  profiles: [{ seq: 1 as never, profile: smallProfile }],
  entries: tableOf(entries),
});
const tallyYear = (ledger: Ledger) => indicators.map((one) => tally(ledger, one, year).value ?? 0);

function sqliteOf(entries: readonly Entry[]) {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "CREATE TABLE entry (id TEXT PRIMARY KEY, kind TEXT, day TEXT, quantity INTEGER, title TEXT)",
  );
  const insert = database.prepare("INSERT INTO entry VALUES (?, ?, ?, ?, ?)");
  database.exec("BEGIN");
  for (const { id, kind, on, quantity, title } of entries)
    insert.run(id, kind, on, quantity, title);
  database.exec("COMMIT");
  database.exec("CREATE INDEX covering ON entry (kind, day, quantity)");
  return database.prepare(
    "SELECT kind, sum(quantity) AS sum FROM entry WHERE day BETWEEN '2022-01-01' AND '2022-12-31' GROUP BY kind",
  );
}

export async function benchTallies(quick: boolean): Promise<void> {
  for (const size of quick ? [100_000] : [100_000, 1_000_000]) {
    const entries = Array.from({ length: size }, (_, at) => entryAt(at));
    const query = sqliteOf(entries);
    const own: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < 5; round++) {
      const fresh = ledgerOf(entries); // nothing about it is remembered
      let values: number[] = [];
      own.push(
        await timed(() => {
          values = tallyYear(fresh);
        }),
      );
      let rows: { kind: string; sum: number }[] = [];
      peer.push(
        await timed(() => {
          rows = query.all() as typeof rows;
        }),
      );
      const sums = new Map(rows.map(({ kind, sum }) => [kind, sum]));
      if (kinds.some((kind, at) => sums.get(kind) !== values[at])) throw new Error("they differ");
    }
    const beside = { "sqlite GROUP BY, covering index": median(peer) };
    const value = median(own);
    tell({
      figure: `tally of a year, ${size} entries, ${kinds.length} indicators, all anew`,
      unit: "ms",
      value,
      beside,
      ratio: value / median(peer),
      aim: "at most 1",
      runs: 5,
    });
    let ledger = ledgerOf(entries);
    tallyYear(ledger);
    const after: number[] = [];
    for (let at = 0; at < 200; at++) {
      ledger = { ...ledger, entries: putEntry(ledger.entries, entryAt(size + at)) };
      const [indicator] = indicators;
      if (indicator) after.push(await timed(() => tally(ledger, indicator, year).value));
    }
    tell({
      figure: `tally of a year after one operation, ${size} entries`,
      unit: "ms",
      value: median(after),
      beside,
      aim: "under 0.1 ms",
      runs: after.length,
    });
  }
}
