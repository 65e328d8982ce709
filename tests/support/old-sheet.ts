/** The spreadsheet of an office as it really is: joined titles, notes, totals, dates of every shape. */
import { utils, type WorkBook, type WorkSheet, write } from "@e965/xlsx";

const at = (sheet: WorkSheet, cell: string, value: object) => {
  sheet[cell] = value;
};
const area = (text: string) => utils.decode_range(text);

/** The sheet 活动台账, headed in rows 3 and 4; see its rows for what shall become of them. */
export function activitySheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ["青禾镇2022年上半年宣传思想文化工作台账"],
    ["填报单位：青禾镇党委", "", "", "", "", "", "（单位：次、人）"],
    [
      "序号",
      "活动时间",
      "类别",
      "活动名称",
      "参加情况",
      "",
      "责任单位",
      "联系电话",
      "记录人",
      "备注",
      "理论中心组",
    ],
    ["", "", "", "", "人数", "场次", "", "", "", "", ""],
    [1, "2022.1.6", "集中学习", "第一次集中学习", 42, 1, "", "13800000001", "王芳", "", "√"],
    [
      2,
      "1月20日",
      "集中学习",
      "第二次集中学习",
      "４０人",
      "",
      "镇本级",
      "",
      "王芳",
      "会议室",
      "是",
    ],
    [
      3,
      "２０２２．２．１１",
      "志愿服务活动",
      "雷锋月活动",
      "二十三人",
      "两场",
      "东洼",
      "13800000002",
      "李强",
    ],
    [4, "2022年3月4日-6日", "志愿服务活动", "周末集中行动", "35人次", 3, "西洼村、石桥村"],
    [],
    [5, "3月5日", "志愿服务活动", "清扫河道", "约30人", 1, "东洼村"],
    [6, "", "宣讲辅导", "村史宣讲", 20, 1, "柳树湾"],
    [7, "", "宣讲辅导", "家风宣讲", 25, 1, "桑圆村"],
    [8, "4.31", "业务培训", "通讯员培训", 18, 1, ""],
    [9, "2022/5/6", "阵地巡查", "宣传栏巡查", "", 1, ""],
    [10, "5月9日", "业务培训", "", 12, 1, ""],
    [11, "2022.1.6", "集中学习", "第一次集中学习", 42, 1, ""],
    [12, "6月3日", "业务培训", '=HYPERLINK("http://example.invalid")', 9, 1, ""],
    [13],
    [14],
    ["合计", "", "", "", 300, 15],
    ["注：以上数据截至6月30日。"],
  ]);
  // A real date that covers two rows, as joined cells do.
  at(sheet, "B11", { t: "n", v: 44_652, z: "m/d/yyyy" });
  at(sheet, "A18", { t: "n", v: 13 });
  // A number typed as 6.3 (or was it 6.30?), a formula with and one without its value.
  sheet["!merges"] = [
    ...["A1:K1", "A2:F2", "E3:F3", "B11:B12", "A21:K21"].map(area),
    ...["A3:A4", "B3:B4", "C3:C4", "D3:D4", "G3:G4", "H3:H4", "I3:I4", "J3:J4", "K3:K4"].map(area),
  ];
  return sheet;
}

export function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

export const bytesOf = (book: WorkBook): Buffer =>
  write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;

export const oldSheet = (): Buffer => bytesOf(bookOf({ 活动台账: activitySheet() }));
