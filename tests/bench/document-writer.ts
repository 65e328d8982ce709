/**
 * One writer of Word documents in a process of its own, `ours` or the bare library.
 * `report WRITER OFFICE ROUNDS` says the milliseconds of each round, once it is warm;
 * `annex WRITER RECORDS FILE` writes a table of so many records.
 */
import { writeFile } from "node:fs/promises";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { usualLayout } from "../../shared/profile/document-layout.ts";
import type { Annex } from "../../shared/report/annex.ts";
import { compose } from "../../shared/report/compose.ts";
import type { Source } from "../../shared/report/explain.ts";
import { toDocx } from "../../shared/report/formats/docx.ts";
import { toText } from "../../shared/report/formats/text.ts";
import { openFilesStore } from "../../shared/store/files/files-store.ts";
import { replay } from "../../shared/store/replay.ts";
import { addDays, type LocalDate } from "../../shared/words/dates.ts";
import { Epoch, type IndicatorId } from "../../shared/words/ids.ts";
import { type PeriodId, periodOf } from "../../shared/words/period.ts";
import { timed } from "./figures.ts";

const [task, writer, ...rest] = process.argv.slice(2);
const period = periodOf("2022-H1" as PeriodId);
const layout = { office: "镇", layout: usualLayout, today: "2022-07-05" as LocalDate };

async function writeReports(office = "", rounds = "1"): Promise<void> {
  const store = await openFilesStore(office, () => Epoch.parse("benchepoch"));
  const document = compose(await replay(store), period);
  await store.close();
  if (!document) throw new Error("no report");
  const paragraphs = toText(document).trimEnd().split("\n\n");
  const bare = () =>
    Packer.toBuffer(
      new Document({ sections: [{ children: paragraphs.map((text) => new Paragraph(text)) }] }),
    );
  const write = () => (writer === "ours" ? toDocx(document, layout) : bare());
  for (let round = 0; round < 20; round++) await write();
  const took: number[] = [];
  for (let round = 0; round < Number(rounds); round++) took.push(await timed(write));
  console.log(JSON.stringify(took));
}

function* records(count: number): Generator<Source> {
  for (let at = 1; at <= count; at++) {
    const on = addDays("2022-01-01" as LocalDate, at % 181);
    yield { id: `bench001-${at}`, type: "entry", on, title: `第${at}次活动，到村入户宣传` };
  }
}

async function writeAnnex(count = "0", file = ""): Promise<void> {
  const size = Number(count);
  if (writer === "ours") {
    const figure: Annex["figures"][number] = {
      number: 1,
      id: "volunteer-activities" as IndicatorId,
      label: "志愿服务活动",
      value: size,
      unit: "次",
      printed: [`${size}次`],
      asked: "事项“志愿服务活动”的记录条数",
      printing: "",
      rule: "",
      scope: "period",
      wording: { rule: "exact" },
      range: period,
      count: size,
      sources: [...records(size)],
      sums: new Set(),
    };
    const annex: Annex = { period, office: "镇", figures: [figure], units: undefined };
    await writeFile(file, await toDocx({ period, blocks: [] }, { ...layout, annex }));
    return;
  }
  const row = (...cells: string[]) =>
    new TableRow({
      children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
    });
  const rows = Array.from(records(size), ({ id, on = "", title = "" }, at) =>
    row(String(at + 1), on, title, id),
  );
  const document = new Document({ sections: [{ children: [new Table({ rows })] }] });
  await writeFile(file, await Packer.toBuffer(document));
}

await (task === "report" ? writeReports(...rest) : writeAnnex(...rest));
