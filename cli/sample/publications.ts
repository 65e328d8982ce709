/**
 * The office's own texts of the half-year: each drafted by the publicity officer, signed by three
 * others of the office, and released. One was sent back, one is a reprint, one appeared in three
 * places, one was corrected, one withdrawn, and one is not out yet. And who answers for what.
 */

import type { Profile } from "../../shared/profile/profile.ts";
import { askedReviews } from "../workstation/publication-draft.ts";
import { draft } from "./drafts.ts";
import { type Draft, type MemberKey, type SampleStep, step } from "./step.ts";

const account = "public-account:news";

interface Text {
  readonly key: string;
  readonly title: string;
  readonly on: string;
  readonly gist: string;
  readonly unit?: string;
  readonly origin?: string;
}

const texts: readonly Text[] = [
  {
    key: "market",
    title: "年货大集开市，便民服务进村",
    on: "2022-01-17",
    gist: "集市便民服务点设置与时间",
  },
  {
    key: "ploughing",
    title: "青禾镇春耕备耕见闻",
    on: "2022-03-08",
    gist: "农资调配、农机检修、田间指导",
    unit: "farm-station",
  },
  { key: "reading", title: "农家书屋里的读书会", on: "2022-04-20", gist: "各村书屋开放与读书活动" },
  {
    key: "flood",
    title: "汛期安全提示",
    on: "2022-05-16",
    gist: "防汛要点与值班电话",
    origin: "云泽县应急管理局",
  },
  { key: "customs", title: "婚事新办蔚然成风", on: "2022-06-06", gist: "红白理事会与移风易俗做法" },
  { key: "harvest", title: "麦收时节志愿忙", on: "2022-06-20", gist: "志愿服务队助收情况" },
  { key: "summer", title: "暑期文化活动预告", on: "2022-06-29", gist: "七月文化站活动安排" },
];

const drafted = (key: string, reviews: ReturnType<typeof askedReviews>): SampleStep => {
  const text = texts.find((one) => one.key === key) as Text;
  const { key: _, origin, ...said } = text;
  return step(text.on, "10:05", "wang", [
    draft(
      ({ id, ref }) => ({
        type: "publication-drafted",
        publication: {
          id,
          ...said,
          reprint: origin !== undefined,
          ...(origin ? { origin } : {}),
          position: ref(account),
          category: "public-account",
          reviews,
        },
      }),
      `text:${key}`,
    ),
  ]);
};

const sign = (
  key: string,
  review: "first" | "second" | "final",
  on: string,
  opinion = "同意",
  proofreading = "未发现差错",
): SampleStep => {
  const [by, time] = signers[review];
  return step(on, time, by, [
    draft(({ ref }) => ({
      type: "publication-reviewed",
      publication: ref(`text:${key}`),
      on,
      review,
      opinion,
      proofreading,
    })),
  ]);
};
const signers: Readonly<Record<"first" | "second" | "final", [MemberKey, string]>> = {
  first: ["sun", "14:20"],
  second: ["lin", "15:40"],
  final: ["zhou", "16:50"],
};
const signedAll = (key: string, on: string): SampleStep[] =>
  (["first", "second", "final"] as const).map((review) => sign(key, review, on));

const out = (on: string, time: string, ...drafts: readonly Draft[]): SampleStep =>
  step(on, time, "wang", drafts);
/** In the office's own account, or in the named outlet. */
const release = (key: string, on: string, mediaLevel = "own", outlet?: string): Draft =>
  draft(({ ref }) => ({
    type: "publication-released",
    publication: ref(`text:${key}`),
    on,
    mediaLevel,
    ...(outlet ? { outlet } : { position: ref(account), category: "public-account" }),
  }));

export function publicationSteps(profile: Profile): SampleStep[] {
  const reviews = askedReviews(profile);
  return [
    ...texts.map(({ key }) => drafted(key, reviews)),
    ...signedAll("market", "2022-01-18"),
    out("2022-01-19", "09:10", release("market", "2022-01-19")),
    sign("ploughing", "first", "2022-03-08"),
    step("2022-03-09", "15:40", "lin", [
      draft(({ ref }) => ({
        type: "publication-sent-back",
        publication: ref("text:ploughing"),
        on: "2022-03-09",
        reason: "播种面积与农业服务中心的数字不一致，请核对",
      })),
    ]),
    step("2022-03-10", "09:30", "wang", [
      draft(({ ref }) => ({
        type: "publication-amended",
        publication: ref("text:ploughing"),
        changes: { gist: "农资调配、农机检修、田间指导；面积已与农业服务中心核对" },
      })),
    ]),
    ...signedAll("ploughing", "2022-03-10"),
    out(
      "2022-03-11",
      "09:20",
      release("ploughing", "2022-03-11"),
      release("ploughing", "2022-03-11", "county", "云泽县融媒体中心"),
    ),
    out("2022-03-18", "10:00", release("ploughing", "2022-03-18", "city", "市日报")),
    sign("reading", "first", "2022-04-20", "同意", "改正书名号两处"),
    sign("reading", "second", "2022-04-21"),
    sign("reading", "final", "2022-04-21"),
    out("2022-04-23", "08:40", release("reading", "2022-04-23")),
    step("2022-04-24", "09:00", "wang", [
      draft(({ ref }) => ({
        type: "publication-corrected",
        publication: ref("text:reading"),
        on: "2022-04-24",
        correction: "文中“枣林书屋”应为“枣林村农家书屋”，已在原文下说明",
      })),
    ]),
    ...signedAll("flood", "2022-05-16"),
    out("2022-05-16", "17:30", release("flood", "2022-05-16")),
    step("2022-05-30", "11:00", "lin", [
      draft(({ ref }) => ({
        type: "publication-withdrawn",
        publication: ref("text:flood"),
        on: "2022-05-30",
        reason: "值班电话调整，原文过时，另发新的提示",
      })),
    ]),
    ...signedAll("customs", "2022-06-07"),
    out(
      "2022-06-08",
      "09:15",
      release("customs", "2022-06-08"),
      release("customs", "2022-06-08", "county", "云泽县融媒体中心"),
    ),
    ...signedAll("harvest", "2022-06-21"),
    out("2022-06-22", "09:00", release("harvest", "2022-06-22")),
    sign("summer", "first", "2022-06-29"),
  ];
}

interface Assigned {
  readonly member: MemberKey;
  readonly standing: "first" | "direct" | "area";
  readonly categories?: readonly string[];
  readonly kinds?: readonly string[];
}
const duties: readonly Assigned[] = [
  { member: "zhou", standing: "first" },
  { member: "lin", standing: "direct" },
  { member: "wang", standing: "area", categories: ["public-account", "wall-display"] },
  {
    member: "zhao",
    standing: "area",
    categories: ["practice-station", "exhibition", "reading-room"],
  },
  { member: "he", standing: "area", kinds: ["study"] },
];

export const dutySteps = (): SampleStep[] => [
  step("2022-01-05", "10:30", "lin", [
    ...duties.map(({ member: who, categories, kinds, ...duty }) =>
      draft(({ id, member }) => ({
        type: "duty-assigned",
        duty: {
          id,
          member: member(who),
          from: "2022-01-01",
          ...duty,
          ...(categories ? { categories: [...categories] } : {}),
          ...(kinds ? { kinds: [...kinds] } : {}),
        },
      })),
    ),
  ]),
];
