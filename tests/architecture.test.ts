import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/**
 * Who may import whom: for each place the places that it may import besides itself, and the
 * packages. The first line that fits a file counts.
 */
const rules: readonly (readonly [
  place: string,
  may: readonly string[],
  packages: readonly string[],
])[] = [
  ["shared/words/", [], ["zod"]],
  ["shared/profile/", ["shared/words/"], ["zod", "yaml"]],
  ["shared/ledger/", ["shared/words/", "shared/profile/"], ["zod", "immutable", "node:crypto"]],
  ["shared/rules/", ["shared/words/", "shared/profile/", "shared/ledger/"], []],
  ["shared/tally/", ["shared/words/", "shared/profile/", "shared/ledger/"], []],
  ["shared/report/formats/docx/", ["shared/"], ["docx", "fflate"]],
  ["shared/report/word-template/", ["shared/"], ["easy-template-x", "fflate"]],
  ["shared/report/formats/docx.ts", ["shared/"], ["docx", "fflate"]],
  [
    "shared/report/",
    ["shared/words/", "shared/profile/", "shared/ledger/", "shared/tally/"],
    ["liquidjs"],
  ],
  ["shared/sheets/", ["shared/words/"], ["fflate"]],
  ["shared/disk/", [], ["zod", "node:"]],
  ["shared/store/", ["shared/words/", "shared/ledger/", "shared/disk/"], ["lowdb", "node:path"]],
  ["shared/invitation.ts", [], ["@scure/base"]],
  ["shared/handover.ts", ["shared/words/"], ["zod", "node:crypto"]],
  ["shared/wire.ts", ["shared/words/", "shared/ledger/", "shared/rules/refusal.ts"], ["zod"]],
  [
    "shared/connection.ts",
    ["shared/words/", "shared/ledger/", "shared/profile/", "shared/wire.ts"],
    [],
  ],
  [
    "shared/store/",
    ["shared/words/", "shared/ledger/", "shared/disk/"],
    ["lowdb", "node:fs/promises", "node:path"],
  ],
  ["daemon/decide.ts", ["shared/"], []],
  [
    "daemon/intake.ts",
    ["shared/", "daemon/decide.ts", "daemon/feed.ts", "shared/store/store.ts"],
    [],
  ],
  ["daemon/feed.ts", ["shared/"], []],
  ["daemon/http/", ["shared/", "daemon/"], ["hono", "zod"]],
  ["daemon/listen.ts", ["daemon/certificate.ts"], ["@hono/node-server", "node:"]],
  ["daemon/self-signed.ts", [], ["selfsigned"]],
  ["daemon/announce.ts", ["shared/"], ["bonjour-service", "node:os"]],
  ["daemon/", ["shared/", "daemon/"], ["zod", "node:"]],
  ["cli/wording/", [], ["i18next"]],
  ["cli/tui/ui/", [], ["ink", "ink-table", "object-hash", "react", "string-width"]],
  [
    "cli/tui/",
    ["shared/", "cli/"],
    // a key for the daemon that the screens may start; streams: keys without the mouse, what a command says
    ["ink", "react", "scheduler", "commander", "node:crypto", "node:stream", "node:tty"],
  ],
  ["cli/main.ts", ["shared/", "cli/", "daemon/main.ts"], ["commander", "string-width", "node:"]],
  ["cli/program/", ["shared/", "cli/"], ["commander"]],
  ["cli/version.ts", ["package.json"], []],
  ["cli/reading/sheet/", ["shared/words/"], ["csv-parse", "node:path", "node:zlib"]],
  [
    "cli/importing/",
    ["shared/", "cli/reading/", "cli/wording/", "cli/failure.ts", "cli/workstation/identity.ts"],
    ["zod", "node:path"],
  ],
  [
    "cli/",
    ["shared/", "cli/"],
    [
      "zod",
      "yaml",
      "pinyin-pro",
      "string-width",
      "eventsource-parser",
      "uqr",
      "bonjour-service",
      "node:",
    ],
  ],
];

interface Import {
  readonly from: string;
  readonly line: number;
  readonly names: string;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}
const files = ["shared", "daemon", "cli"].flatMap(sources);
const linesOf = (file: string) => readFileSync(join(root, file), "utf8").split("\n");

/** Static and dynamic imports, and what is exported from elsewhere. */
function importsOf(file: string): Import[] {
  return linesOf(file).flatMap((text, at) => {
    const found = /(?:^(?:import|export|\}).* from |\bimport\(|^import )"([^"]+)"/.exec(text)?.[1];
    if (!found) return [];
    const names = found.startsWith(".")
      ? relative(root, resolve(root, dirname(file), found))
      : found;
    return [{ from: file, line: at + 1, names }];
  });
}

const isUnder = (name: string, places: readonly string[]): boolean =>
  places.some((place) => name === place || (name.startsWith(place) && /[/:]$/.test(place)));

test("who imports whom is as the table says", () => {
  const offending = files.flatMap((file) => {
    const rule = rules.find(([place]) => file === place || file.startsWith(place));
    if (!rule) return [`${file} stands in no place of the table`];
    const [place, may, packages] = rule;
    return importsOf(file)
      .filter(({ names }) => {
        const own = place.endsWith("/") && names.startsWith(place);
        const isFile =
          files.includes(names) || names.includes("/built-in/") || names === "package.json";
        if (isFile)
          return !own && !isUnder(names, may) && !may.some((one) => names.startsWith(one));
        const name = names.startsWith("node:")
          ? names
          : names.replace(/^((?:@[^/]+\/)?[^/]+).*/, "$1");
        return !isUnder(name, packages);
      })
      .map(({ line, names }) => `${file}:${line} imports ${names}`);
  });
  expect(offending).toEqual([]);
});

test("the daemon is loaded by the program's front door alone, and only when it is needed", () => {
  const loading = files.flatMap((file) =>
    linesOf(file).filter(
      (text) => file.startsWith("cli/") && /"[./]*\/daemon\/main\.ts"/.test(text),
    ),
  );
  expect(loading).toHaveLength(1);
  expect(loading[0]).toContain("import(");
});

test("what people typed is drawn by our own Text alone: Ink's drives the terminal with it", () => {
  const itsOwn = "cli/tui/ui/ink-table-module.ts"; // the text of ink-table's module, not ours
  const drawing = files.filter(
    (file) =>
      file !== itsOwn && /^import [^;]*\bText\b[^;]* from "ink";/m.test(linesOf(file).join("\n")),
  );
  expect(drawing).toEqual(["cli/tui/ui/text.tsx"]);
});

test("shared is pure but for its disk: no clock, no randomness, no process", () => {
  const offending = files
    .filter((file) => file.startsWith("shared/") && !file.startsWith("shared/disk/"))
    .flatMap((file) =>
      linesOf(file).flatMap((text, at) =>
        /\bDate\.now\(|new Date\(\)|Math\.random|randomUUID|randomBytes|\bprocess\.\w|console\./.test(
          text,
        )
          ? [`${file}:${at + 1} ${text.trim()}`]
          : [],
      ),
    );
  expect(offending).toEqual([]);
});

test("no folder is called after nothing, no file stands for a folder, and one idea is not too long", () => {
  const vague = /(^|\/)(utils?|helpers?|common|services|misc|lib)(\/|\.)|(^|\/)index\.tsx?$/;
  expect(files.filter((file) => vague.test(file))).toEqual([]);
  const long = files
    .map((file) => [file, linesOf(file).length] as const)
    .filter(([, length]) => length > 260);
  expect(long).toEqual([]);
});

test("no sentence to a person stands outside of the wording: shared and daemon give reasons", () => {
  const spoken = files
    .filter((file) => file.startsWith("daemon/"))
    .flatMap((file) =>
      linesOf(file).flatMap((text, at) =>
        /\p{Script=Han}/u.test(text.replace(/\/\/.*|^\s*\*.*|\/\*\*.*/, ""))
          ? [`${file}:${at + 1}`]
          : [],
      ),
    );
  expect(spoken).toEqual([]);
});
