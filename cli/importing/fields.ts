/**
 * What a column of a sheet can be for an entry, and how offices head such columns. A heading means
 * a field by its own word; of several columns for one field the better word wins.
 */

export const fields = [
  "date",
  "kind",
  "title",
  "attendance",
  "quantity",
  "unit",
  "mark",
  "place",
  "note",
] as const;
export type Field = (typeof fields)[number];

/** The better words stand first. */
const words: Readonly<Record<Field, readonly string[]>> = {
  date: [
    ...["日期", "活动日期", "开展日期", "举办日期", "会议日期", "学习日期", "培训日期", "检查日期"],
    ...["活动时间", "开展时间", "举办时间", "会议时间", "学习时间", "培训时间", "宣讲时间"],
    ...["检查时间", "服务时间", "工作时间", "实施时间", "召开时间", "发生日期", "发生时间", "时间"],
    ...["起止时间", "起止日期", "开始时间", "开始日期", "年月日", "月日", "date", "day", "time"],
  ],
  title: [
    ...["标题", "活动名称", "活动主题", "会议名称", "学习主题", "培训主题", "宣讲主题", "工作名称"],
    ...["名称", "主题", "题目", "议题", "事项名称", "title", "subject", "activity"],
    ...["活动内容", "主要内容", "工作内容", "学习内容", "会议内容", "内容", "事由", "content"],
  ],
  kind: [
    ...["事项", "类别", "类型", "事项类别", "事项类型", "活动类别", "活动类型", "工作类别"],
    ...["工作类型", "分类", "种类", "活动形式", "形式", "kind", "type", "category"],
  ],
  attendance: [
    ...["人次", "参加人次", "参与人次", "服务人次", "参加人数", "参与人数", "参会人数", "出席人数"],
    ...["受众人数", "到会人数", "学习人数", "培训人数", "志愿者人数", "人数", "attendance"],
    ...["people", "number of people", "participant count"],
  ],
  quantity: [
    ...["数量", "次数", "场次", "场数", "篇数", "份数", "件数", "条数", "期数"],
    ...["quantity", "count", "times", "number"],
  ],
  unit: [
    ...["基层单位", "责任单位", "所属单位", "开展单位", "实施单位", "所属村", "所在村", "村居"],
    ...["嘎查村", "村（社区）", "村(社区)", "村社区", "行政村", "村名", "嘎查", "村", "社区"],
    ...["单位名称", "主办单位", "承办单位", "组织单位", "部门", "科室", "单位"],
    ...["unit", "units", "village", "department"],
  ],
  mark: ["标记", "标签", "特点", "mark", "marks", "tag", "tags"],
  place: [
    ...["地点", "活动地点", "举办地点", "会议地点", "开展地点", "学习地点", "培训地点", "场所"],
    ...["活动场所", "活动地址", "举办地址", "会议地址", "位置", "place", "venue", "location"],
  ],
  note: ["备注", "说明", "备考", "note", "notes", "remark", "remarks"],
};

/** Columns that say nothing of an act: no reason to mention them. */
const serial = new Set(["序号", "编号", "序", "no", "no.", "#", "serial", "id"]);

const rank = new Map<string, { readonly field: Field; readonly at: number }>();
for (const field of fields) {
  for (const [at, word] of words[field].entries()) rank.set(headingWord(word), { field, at });
}

/** A heading without blanks, marks for "must be filled in", and what stands in brackets behind it. */
export function headingWord(heading: string): string {
  const plain = heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[*:：、。]/g, "")
    .trim();
  const latin = /^[a-z#]/.test(plain);
  const joined = latin ? plain.replaceAll(/\s+/g, " ") : plain.replaceAll(/\s+/g, "");
  return joined.replace(/^(.+?)\s*[(（【[].*[)）】\]]$/, "$1");
}

/** The field that a heading is a word for; less is better in `at`. */
export const findField = (
  heading: string,
): { readonly field: Field; readonly at: number } | undefined => rank.get(headingWord(heading));

export const isSerial = (heading: string): boolean => serial.has(headingWord(heading));

/** Words that count things and name no unit: a column 单位 full of them is one of measure. */
const measures = /^(次|场|场次|条|篇|期|人|人次|个|处|份|件|块|套|本|册|项|户|天)$/;
export const isMeasure = (text: string): boolean => measures.test(text.trim());
