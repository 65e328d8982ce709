/** A small profile for tests of what does not depend on any profile. */
import { Profile } from "../../shared/profile/profile.ts";

export const smallProfile: Profile = Profile.parse({
  profile: 1,
  id: "small",
  label: "小方案",
  office: { name: "测试单位" },
  unitTypes: [
    { id: "self", label: "本级" },
    { id: "village", label: "村" },
  ],
  units: [
    { id: "east", label: "东村", type: "village" },
    { id: "west", label: "西村", type: "village" },
    { id: "old", label: "旧村", type: "village", retired: true },
  ],
  kinds: [
    { id: "meeting", label: "会议", attendance: true, marks: ["open"] },
    { id: "help", label: "志愿服务", quantity: true, attendance: true },
    { id: "check", label: "检查", inspects: true },
    { id: "gone", label: "旧事项", retired: true },
  ],
  marks: [
    { id: "open", label: "公开" },
    { id: "joint", label: "联合" },
  ],
  categories: [
    {
      id: "board",
      label: "宣传栏",
      items: [
        { id: "clean", text: "整洁" },
        { id: "current", text: "内容有效" },
      ],
    },
    { id: "group", label: "工作群" },
  ],
  indicators: [
    {
      id: "meetings",
      label: "会议",
      unit: "次",
      question: { of: "entries", measure: "count", where: { kinds: ["meeting"] } },
    },
  ],
  statements: [{ id: "plans", label: "打算" }],
  outline: { title: ["{office}{period}报告"], body: [{ paragraph: "开会{meetings}。" }] },
});
