import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "../../cli/wording/en.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import { zh } from "../../cli/wording/zh.ts";
import { roleNeeded } from "../../shared/rules/rights.ts";

const places = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("both catalogues", () => {
  test("say the same things with the same places to fill", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, sentence] of Object.entries(zh)) {
      expect([key, places(en[key as keyof typeof zh])]).toEqual([key, places(sentence)]);
    }
  });

  test("leave nothing blank, and the Chinese one speaks Chinese", () => {
    for (const [key, sentence] of Object.entries(zh)) {
      expect([key, sentence.trim()]).not.toEqual([key, ""]);
      const speaks = /\p{Script=Han}|^taizhang |^[[\s{]/u.test(sentence);
      expect([key, speaks]).toEqual([key, true]);
    }
    for (const [key, sentence] of Object.entries(en)) {
      const inChinese = /\p{Script=Han}/u.test(sentence.replaceAll("余", ""));
      expect([key, inChinese]).toEqual([key, false]);
    }
  });

  test("have a sentence for every reason, error code and type of operation", async () => {
    const read = (file: string) => readFile(join(import.meta.dirname, "..", "..", file), "utf8");
    const reasons = (await read("shared/rules/refusal.ts")).matchAll(/reason: "([a-z-]+)"/g);
    const codes = (await read("shared/wire.ts")).matchAll(/readonly code: "([a-z-]+)"/g);
    const doubts = (await read("shared/report/check/finding.ts")).matchAll(/issue: "([a-z-]+)"/g);
    const faults = (await read("shared/profile/finding.ts")).matchAll(/issue: "([a-z-]+)"/g);
    const wanted = [
      ...Array.from(doubts, ([, issue]) => `check.${issue}`),
      ...Array.from(faults, ([, issue]) => `finding.${issue}`),
      ...Array.from(reasons, ([, reason]) => `refusal.${reason}`),
      ...Array.from(codes, ([, code]) => `wire.${code}`),
      ...Object.keys(roleNeeded).map((type) => `operation.${type}`),
    ];
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((key) => !(key in zh))).toEqual([]);
  });

  test("every key that the code names is there", async () => {
    const root = join(import.meta.dirname, "..", "..", "cli");
    const files = (await readdir(root, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
    const missing: string[] = [];
    for (const file of files) {
      const text = await readFile(join(root, file), "utf8");
      for (const [, key] of text.matchAll(/\b(?:say|find)\(\s*"([a-z-]+\.[a-z.-]+)"/g)) {
        if (!((key as string) in zh)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test("every sentence is said somewhere: by its key, or by one that is made of its beginning", async () => {
    const code = (await Promise.all(["cli", "shared", "daemon"].map(sourcesIn))).flat().join("\n");
    const beginnings = [...code.matchAll(/`([a-z-]+\.[a-z.-]*)\$\{/g)].map(
      ([, text]) => text ?? "",
    );
    const unused = Object.keys(zh).filter(
      (key) => !code.includes(`"${key}"`) && !beginnings.some((text) => key.startsWith(text)),
    );
    expect(unused).toEqual([]);
  });
});

/** The program's text, but for the catalogues themselves. */
async function sourcesIn(folder: string): Promise<string[]> {
  const root = join(import.meta.dirname, "..", "..", folder);
  const files = (await readdir(root, { recursive: true })).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith("wording"),
  );
  return Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
}

test("what is put into a sentence is never looked through for places again", () => {
  const { say } = wordingIn("zh");
  expect(say("error.file-missing", { file: "{name} $t(help.help) {{x}}" })).toBe(
    "找不到文件 {name} $t(help.help) {{x}}。",
  );
});

test("a list within a sentence is joined as the language joins one", () => {
  const names = ["甲", "乙{x}"];
  const said = (language: "zh" | "en") =>
    wordingIn(language).say("error.no-workstation", { name: "丙", names });
  expect(said("zh")).toContain("甲、乙{x}");
  expect(said("en")).toContain("甲, 乙{x}");
});
