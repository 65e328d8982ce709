/** Files that people name. */
import { existsSync, statSync } from "node:fs";
import { readFile, realpath, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { writeAtomically } from "../../shared/disk/atomic-file.ts";
import { Failed, WrongUse } from "../failure.ts";

/** @throws WrongUse where there is none */
export async function readFileNamed(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).replace(/^\ufeff/, "");
  } catch {
    throw new WrongUse("error.file-missing", { file });
  }
}

/** @throws WrongUse where there is none */
export async function readBytesNamed(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch {
    throw new WrongUse("error.file-missing", { file });
  }
}

/** A file in pieces: a long one is never in memory as a whole. */
export type Pieces = Iterable<string | Uint8Array>;

/**
 * The file as it was or as it should be, never half of it. What is no file (a pipe, a device) is
 * written to as it is; a link stays one.
 * @throws Failed
 */
export async function writeFileNamed(
  file: string,
  content: string | Uint8Array | Pieces,
): Promise<void> {
  const pieces = typeof content === "string" || isBytes(content) ? [content] : content;
  try {
    const there = isFileThere(file) ? await stat(file) : undefined;
    if (there && !there.isFile()) return await writeFile(file, pieces);
    const target = there ? await realpath(file) : file;
    await writeAtomically(target, pieces, { mode: there ? there.mode & 0o777 : 0o666 });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (reason === "") throw cause;
    throw new Failed("error.file-unwritable", { file, reason }, { cause });
  }
}

const isBytes = (content: Uint8Array | Pieces): content is Uint8Array =>
  content instanceof Uint8Array;

/** The whole path of a name that was typed: from where the program was started, or from home. */
export const pathOfNamed = (name: string): string =>
  resolve(/^~[/\\]/.test(name) ? join(homedir(), name.slice(2)) : name);

export const isFileThere = (file: string): boolean => existsSync(file);

export const isFolder = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
