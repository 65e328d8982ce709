/**
 * The names of typefaces that are written into the document. No font travels with it, and a reader
 * without one of that name shows the next of its family; `alternatives` tells Word which.
 */
import type { DocumentLayout } from "../../../profile/document-layout.ts";

/** What a typeface is for. */
export interface Fonts {
  readonly title: string;
  readonly body: string;
  readonly heading: string;
  readonly section: string;
  readonly page: string;
  readonly latin: string | undefined; // undefined: the same as around it
}

type Sets = Readonly<Record<DocumentLayout["fonts"]["set"], Omit<Fonts, "latin">>>;

const sets: Sets = {
  gb2312: {
    title: "方正小标宋简体",
    body: "仿宋_GB2312",
    heading: "黑体",
    section: "楷体_GB2312",
    page: "宋体",
  },
  windows: { title: "华文中宋", body: "仿宋", heading: "黑体", section: "楷体", page: "宋体" },
  founder: {
    title: "方正小标宋_GBK",
    body: "方正仿宋_GBK",
    heading: "方正黑体_GBK",
    section: "方正楷体_GBK",
    page: "方正书宋_GBK",
  },
  open: {
    title: "FandolSong",
    body: "FandolFang R",
    heading: "FandolHei",
    section: "FandolKai",
    page: "FandolSong",
  },
};

const families = {
  title: ["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"],
  body: [
    "仿宋_GB2312",
    "仿宋",
    "FangSong",
    "方正仿宋_GBK",
    "FZFangSong-Z02",
    "华文仿宋",
    "STFangsong",
  ],
  heading: ["黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "STHeiti"],
  section: ["楷体_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03", "STKaiti"],
  page: ["宋体", "SimSun", "方正书宋_GBK", "STSong"],
};

export function fontsOf({
  set,
  latin = "Times New Roman",
  ...named
}: DocumentLayout["fonts"]): Fonts {
  const chosen = Object.entries(named).filter(([, name]) => name !== undefined);
  return {
    ...sets[set],
    ...Object.fromEntries(chosen),
    latin: latin === "same" ? undefined : latin,
  };
}

/** For each typeface that is named: those of the same family, in the order in which they are tried. */
export function alternatives(fonts: Fonts): Map<string, readonly string[]> {
  const roles = ["title", "body", "heading", "section", "page"] as const;
  return new Map(
    roles.map((role) => [fonts[role], families[role].filter((name) => name !== fonts[role])]),
  );
}
