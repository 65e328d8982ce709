import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { en } from "../../cli/wording/en.ts";
import { wordingIn } from "../../cli/wording/wording.ts";
import { zh } from "../../cli/wording/zh.ts";
import { roleNeeded } from "../../shared/rules/rights.ts";

const places = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** The wording of one, in English alone, stands beside a sentence that counts. */
const ofOne = (key: string): string | undefined => /^(.*)_one$/.exec(key)?.[1];

describe("both catalogues", () => {
  test("say the same things with the same places to fill", () => {
    const whole = Object.keys(en).filter((key) => !ofOne(key));
    expect(whole.sort()).toEqual(Object.keys(zh).sort());
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

describe("English counts one as one", () => {
  const { say } = wordingIn("en");

  test("where it has a second wording, the sentence counts, and both fill the same places", () => {
    const seconds = Object.keys(en).flatMap((key) => ofOne(key) ?? []) as (keyof typeof zh)[];
    for (const key of seconds) {
      const filled = Object.fromEntries(places(en[key]).map((name) => [name, "x"]));
      const of = (count: number) => say(key, { ...filled, count });
      expect([key, places(en[`${key}_one`] ?? "")]).toEqual([key, places(en[key])]);
      expect([key, of(1)]).not.toEqual([key, of(2).replace("2", "1")]);
      expect(of(2)).toBe(of(11).replace("11", "2"));
    }
    expect(seconds.length).toBeGreaterThan(30);
  });

  /** What may follow a name or a number of one: it ends in -s, and does not say that there are many. */
  const singular =
    /^(?:is|was|has|does|its|this|as|less|unless|knows|holds|needs|waits|leaves|exists)$/;
  const plural = (word: string | undefined) =>
    word !== undefined &&
    (/^(?:are|were|have|wait|they|them)$/.test(word) || (/.s$/.test(word) && !singular.test(word)));

  test("with one of everything no sentence speaks of many", () => {
    const wrong = Object.keys(zh).flatMap((key) => {
      const ones = Object.fromEntries(places(en[key as keyof typeof zh]).map((name) => [name, 1]));
      const said = say(key as keyof typeof zh, ones);
      const follows = [...said.matchAll(/(?<![\w-])1 ([a-z]+)(?: ([a-z]+))?/g)];
      return follows.some(([, first, second]) =>
        /^(?:more|late|earlier|new|other|d)$/.test(first ?? "") ? plural(second) : plural(first),
      )
        ? [said]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});
