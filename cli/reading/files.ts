/** Files that people name. */
import { readFile, writeFile } from "node:fs/promises";
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
