/** Closing a year of 100,000 entries by 30 workstations: the size of the operation, and the time. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { canonical } from "../../shared/ledger/chain.ts";
import type { Entry } from "../../shared/ledger/entries.ts";
import { tableOf } from "../../shared/ledger/entry-table.ts";
import { emptyLedger, type Ledger } from "../../shared/ledger/ledger.ts";
import { PeriodClosed } from "../../shared/ledger/periods.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { compose } from "../../shared/report/compose.ts";
import { differenceOf } from "../../shared/report/difference.ts";
import { documentFor, findEdition } from "../../shared/report/document-for.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { freeze } from "../../shared/report/freeze.ts";
import { maxBytes } from "../../shared/wire.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { Epoch } from "../../shared/words/ids.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { diceOf } from "../support/forgetful-disk.ts";
import { median, tell, timed } from "./figures.ts";

const year = periodOf("2022" as PeriodId);
const builtIn = join(import.meta.dirname, "..", "..", "shared/profile/built-in/township.yaml");

async function ledgerOf(size: number): Promise<Ledger> {
  const read = readProfile(await readFile(builtIn, "utf8"));
  if (!read.ok) throw new Error("the built-in profile does not read");
  const { profile } = read;
  const { roll } = diceOf(7);
  const dice = (sides: number) => roll(sides - 1);
  const numbers = new Map<string, number>();
  const entries = Array.from({ length: size }, (_, at) => {
    const workstation = `bench${String(dice(30)).padStart(3, "0")}`;
    const n = (numbers.get(workstation) ?? 0) + 1 + (dice(4) === 0 ? dice(5) : 0);
    numbers.set(workstation, n);
    const kind = profile.kinds[dice(profile.kinds.length)];
    return {
      id: `${workstation}-${n}`,
      kind: kind?.id,
      on: addDays("2022-01-01" as LocalDate, dice(365)),
      title: `第${at}次`,
      quantity: 1,
      attendance: 1 + dice(40),
      units: profile.units.slice(dice(5), dice(5)).map(({ id }) => id),
      marks: kind?.marks.slice(0, dice(3)) ?? [],
      trail: { by: "bench001-1", received: "2022-01-01T00:00:00.000Z", workstation, seqs: [at] },
    } as unknown as Entry;
  });
  const profiles = [{ seq: 1 as never, profile }];
  return { ...emptyLedger, seq: size as never, profiles, entries: tableOf(entries) };
}

export async function benchClosings(quick: boolean): Promise<void> {
  const size = quick ? 10_000 : 100_000;
  const ledger = await ledgerOf(size);
  const composed = await timed(() => toText(compose(ledger, year) as never));
  const frozenIn: number[] = [];
  let frozen = freeze(ledger, Epoch.parse("benchepoch"), year);
  for (let round = 0; round < 5; round++) {
    frozenIn.push(await timed(() => (frozen = freeze(ledger, Epoch.parse("benchepoch"), year))));
  }
  const body = { type: "period-closed", period: year.id, frozen };
  const text = canonical(body);
  tell({
    figure: `a closing's operation, ${size} entries`,
    unit: "bytes",
    value: Buffer.byteLength(text),
    beside: { "one request": maxBytes },
    ratio: Buffer.byteLength(text) / maxBytes,
    aim: "at most 0.75",
  });
  const beside = { "composing its text, the first time": composed };
  tell({ figure: "freezing it", unit: "ms", value: median(frozenIn), beside, runs: 5 });
  const parsed = JSON.parse(text);
  tell({
    figure: "reading it by its schema",
    unit: "ms",
    value: await timed(() => PeriodClosed.parse(parsed)),
  });
  const act = { type: "period-closed", seq: size + 1, by: "bench001-1", received: "", frozen };
  const record = { id: year.id, state: "closed", acts: [act] } as never;
  const closed = { ...ledger, periods: ledger.periods.set(year.id, record) };
  tell({
    figure: "printing it",
    unit: "ms",
    value: await timed(() => toText(documentFor(closed, year) as never)),
  });
  const edition = findEdition(closed, year);
  if (!edition) throw new Error("not closed");
  tell({
    figure: "its difference, none",
    unit: "ms",
    value: await timed(() => differenceOf(closed, year, edition)),
  });
}
