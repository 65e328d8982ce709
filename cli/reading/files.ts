/** Files that people name. */
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { Failed, WrongUse } from "../failure.ts";

/** @throws WrongUse where there is none */
export async function readFileNamed(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/, "");
  } catch {
    throw new WrongUse("error.file-missing", { file });
  }
}

/** @throws Failed */
export async function writeFileNamed(file: string, content: string): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new Failed("error.file-unwritable", { file, reason }, { cause });
  }
}

/** The whole path of a name that was typed: from where the program was started, or from home. */
export const pathOfNamed = (name: string): string =>
  resolve(/^~[/\\]/.test(name) ? join(homedir(), name.slice(2)) : name);

export const isFileThere = (file: string): boolean => existsSync(file);
