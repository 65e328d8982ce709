import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { program } from "../support/program.ts";

const runFile = promisify(execFile);

/** This very Node, that says it is another. */
const sayingItIs = (version: string) => [
  "--import",
  `data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`,
  program,
  "--version",
];

test.each(["14.21.3", "20.20.2", "22.17.1"])(
  "Node %s is told what is missing, in one line",
  async (version) => {
    const failed = await runFile(process.execPath, sayingItIs(version)).catch((error) => error);
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(failed.stderr).toMatch(
      /^台账需要 Node\.js 22\.18 .*taizhang needs Node\.js 22\.18 .*\n$/,
    );
  },
);

test.each(["22.18.0", "24.0.0"])("Node %s is let in", async (version) => {
  const { stdout } = await runFile(process.execPath, sayingItIs(version));
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("the door imports nothing but what every Node has, before it knows which one it is", async () => {
  const text = await readFile(program, "utf8");
  const imported = Array.from(text.matchAll(/\bfrom "([^"]+)"/g), ([, name]) => name);
  expect(imported).toEqual(["module"]);
});
