/** Who works in the sample's office. The names are invented; the first is the admin. */
import type { Role } from "../../shared/ledger/members.ts";
import type { MemberKey } from "./step.ts";

export interface SampleMember {
  readonly key: MemberKey;
  readonly name: string;
  readonly role: Role;
  readonly duties: readonly string[];
}

export const sampleMembers: readonly [SampleMember, ...SampleMember[]] = [
  { key: "sun", name: "孙敏", role: "admin", duties: ["党政综合办公室主任", "台账管理"] },
  { key: "zhou", name: "周立成", role: "leader", duties: ["党委书记", "第一责任人"] },
  { key: "lin", name: "林晓梅", role: "leader", duties: ["宣传委员", "直接责任人"] },
  { key: "wang", name: "王磊", role: "staff", duties: ["宣传干事", "上墙图版"] },
  { key: "zhao", name: "赵雪", role: "staff", duties: ["综合文化站站长", "展陈与文化场所"] },
  { key: "chen", name: "陈涛", role: "staff", duties: ["团委干事", "青年志愿服务队"] },
  { key: "liu", name: "刘芳", role: "staff", duties: ["妇联干事", "巾帼志愿服务队"] },
  { key: "he", name: "何志远", role: "staff", duties: ["组织干事", "党员志愿服务队"] },
];
