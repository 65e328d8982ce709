/** The annex as attachments of the report, each on a new page, by the order of the note. */

import { noAnswer } from "../../../tally/wording.ts";
import type { Annex, AnnexFigure, Sum } from "../../annex.ts";
import { sayRange } from "../../question-words.ts";
import { titleLines } from "../../title-lines.ts";
import type { UnitTable } from "../../unit-table.ts";
import { textWidth } from "./page.ts";
import { type Column, paragraphXml, tableXml } from "./table.ts";

export interface Attachment {
  readonly title: string;
  readonly pieces: () => Iterable<string>;
}

export function attachmentsOf(annex: Annex): Attachment[] {
  const { units } = annex;
  return [
    ...(units ? [{ title: "工作情况分单位统计表", pieces: () => unitTables(units) }] : []),
    { title: "数据出处", pieces: () => figureTables(annex) },
  ];
}

/** 附件1 on the first line, the title in the middle of the third, and what it is about. */
export function* attachmentsXml(attachments: readonly Attachment[]): Generator<string> {
  for (const [at, { title, pieces }] of attachments.entries()) {
    yield paragraphXml("AttachmentMark", `附件${attachments.length > 1 ? at + 1 : ""}`);
    yield paragraphXml("Normal", "");
    for (const line of titleLines([[title]], 20)) yield paragraphXml("AttachmentTitle", line);
    yield paragraphXml("Normal", "");
    yield* pieces();
  }
  yield paragraphXml("TableText", ""); // a document does not end with a table
}

/** As many columns as can be read side by side; the others in further tables of their own. */
const widest = 7;

function* unitTables({ columns, rows }: UnitTable): Generator<string> {
  const tables = Math.ceil(columns.length / widest);
  const each = Math.ceil(columns.length / tables);
  const name = 2000;
  yield paragraphXml("TableNote", "注：几个单位共同开展的，各单位分别计入，合计只计一次。");
  for (let from = 0; from < columns.length; from += each) {
    const shown = columns.slice(from, from + each);
    const width = Math.floor((textWidth - name) / Math.min(each, columns.length));
    if (from > 0) yield paragraphXml("TableText", "");
    yield* tableXml(
      [
        { head: "单位", width: name },
        ...shown.map(({ label, unit }): Column => {
          const head = unit === "" ? label : `${label}（${unit}）`;
          return { head, width, style: "TableNumber" };
        }),
      ],
      rows.map(({ label, values }) => [
        label,
        ...values.slice(from, from + each).map((value) => String(value ?? noAnswer)),
      ]),
      ["合计", ...shown.map(({ total }) => String(total ?? noAnswer))],
    );
  }
}

const overview: readonly Column[] = [
  { head: "序号", width: 740, style: "TableNumber" },
  { head: "指标", width: 1720 },
  { head: "报告中", width: 1560 },
  { head: "实数", width: 820, style: "TableNumber" },
  { head: "统计口径", width: 3185 },
  { head: "记录", width: 820, style: "TableNumber" },
];
const sums: readonly (readonly [Sum, string])[] = [
  ["quantity", "数量"],
  ["attendance", "人次"],
];
const sumWidth = 820;

/** What is added up stands with each record. */
const recordColumns = (added: readonly string[]): readonly Column[] => [
  { head: "序号", width: 720, style: "TableNumber" },
  { head: "日期", width: 1580, style: "TableNumber" },
  { head: "内容", width: 4645 - added.length * sumWidth },
  ...added.map((head): Column => ({ head, width: sumWidth, style: "TableNumber" })),
  { head: "台账编号", width: 1900 },
];

function* figureTables({ figures, period }: Annex): Generator<string> {
  const days = sayRange(period);
  yield paragraphXml("TableNote", `注：统计时段为${days}；不同的在统计口径中写明。`);
  yield* tableXml(
    overview,
    figures.map(({ number, label, printed, value, asked, range, printing, count }) => [
      String(number),
      label,
      printed.join("；"),
      String(value ?? noAnswer),
      [asked, sayRange(range) === days ? "" : sayRange(range), printing].filter(Boolean).join("；"),
      String(count),
    ]),
  );
  for (const figure of figures) {
    if (figure.count === 0) continue;
    const { number, label, count, sameAs } = figure;
    yield paragraphXml("FigureHeading", `${number}. ${label}（记录${count}条）`);
    if (sameAs) yield paragraphXml("TableText", sayWhere(figure, sameAs));
    else yield* recordTable(figure);
  }
}

/** Both count the same records, each by its own rule: they stand under the first of them. */
const sayWhere = ({ count }: AnnexFigure, { number, label }: NonNullable<AnnexFigure["sameAs"]>) =>
  `同“${number}. ${label}”的${count}条记录。`;

function recordTable(figure: AnnexFigure): Generator<string> {
  const added = sums.filter(([sum]) => figure.sums.has(sum));
  const columns = recordColumns(added.map(([, head]) => head));
  const keys = added.map(([sum]) => sum);
  return tableXml(columns, recordRows(figure, keys));
}

function* recordRows({ sources }: AnnexFigure, added: readonly Sum[]): Generator<string[]> {
  let number = 0;
  for (const { id, on, title, disputed, ...amounts } of sources) {
    const said = `${title ?? ""}${disputed ? "（有分歧）" : ""}`;
    yield [String(++number), on ?? "", said, ...added.map((sum) => String(amounts[sum] ?? "")), id];
  }
}
