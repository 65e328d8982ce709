/**
 * The screens in the order of the walk. The form comes last: nothing that was left in it is spoken
 * of on the others.
 */
import type { ScreenName } from "../../cli/tui/keys.ts";
import { keys } from "../support/pty.ts";
import type { Stop } from "./walk.ts";

export const screenStops: readonly Stop<ScreenName>[] = [
  { name: "board", steps: [["", /专题研究.*2次/]] },
  {
    name: "ledger",
    steps: [
      ["3", /565/],
      ["/", /Tab/],
      ["kind:集中学习", / 17 /],
      [keys.enter, /kind:集中学习.* 17 .*\n/],
    ],
  },
  { name: "checklists", steps: [["4", /青禾发布/]] },
  { name: "problems", steps: [["5", /电子屏/]] },
  {
    name: "report",
    steps: [
      ["6", /› 2次/],
      [keys.tab, /› 1次/],
      [keys.tab, /› 乡村振兴/],
      [keys.tab, /› 16次/],
    ],
  },
  { name: "sync", steps: [["7", /taizhang-demo-/]] },
  {
    name: "publications",
    steps: [
      ["8", /暑期文化活动预告/],
      ["v", /春耕备耕见闻/],
    ],
  },
  {
    name: "entry-form",
    steps: [
      ["2", /Ctrl\+T/],
      ["集中学习 学习体会交流 @三楼会议室 35人 昨天 #专题研讨", /2022-07-06/],
    ],
  },
];
