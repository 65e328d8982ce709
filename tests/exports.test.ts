import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const texts = new Map(
  ["shared", "daemon", "cli", "tests"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => join(folder, file)),
    )
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const),
);

/** Which files name a file in an import, also in one that is made only when it is needed. */
const importers = new Map<string, string[]>();
for (const [file, text] of texts) {
  for (const [, named = ""] of text.matchAll(/(?:from |import\(|import )"(\.[^"]+)"/g)) {
    const imported = relative(root, resolve(root, dirname(file), named));
    importers.set(imported, [...(importers.get(imported) ?? []), file]);
  }
}

/** Schemas and errors aside: what may be named by others is exported with what names it. */
test("a function or value that a file exports, another file uses", () => {
  const unused = [...texts].flatMap(([file, text]) => {
    if (file.startsWith("tests")) return [];
    const exported = /^export (?:async )?(?:function\*?|const) ([a-z]\w*)/gm;
    return Array.from(text.matchAll(exported), ([, name]) => name ?? "")
      .filter((name) => {
        const word = new RegExp(`\\b${name}\\b`);
        return !importers.get(file)?.some((other) => word.test(texts.get(other) ?? ""));
      })
      .map((name) => `${file}: ${name}`);
  });
  expect(unused).toEqual([]);
});
