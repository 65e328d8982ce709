/**
 * A text written in the person's own editor. It lies meanwhile in a private file of a private
 * folder, and both are gone afterwards, whatever way the editor ended.
 */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the person asked for by $VISUAL or $EDITOR; undefined where neither is set. */
export const findEditor = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  [env.VISUAL, env.EDITOR].map((one) => one?.trim()).find(Boolean);

export type Edited =
  | { readonly outcome: "written"; readonly text: string }
  /** It could not be started, or said that it failed; `text` is what stands in the file. */
  | { readonly outcome: "failed"; readonly text: string; readonly what: string };

/** @param editor a program and its options, apart by blanks */
export async function editIn(editor: string, text: string): Promise<Edited> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-"));
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeAtExit);
  try {
    const file = join(folder, "text.txt");
    await writeFile(file, text === "" ? "" : `${text}\n`, { mode: 0o600 });
    const failed = await run(editor, file);
    const typed = (await readFile(file, "utf8")).replace(/^\ufeff/, "");
    return failed === undefined
      ? { outcome: "written", text: typed }
      : { outcome: "failed", text: typed, what: failed };
  } finally {
    await rm(folder, { recursive: true, force: true });
    process.removeListener("exit", removeAtExit);
  }
}

/** @returns undefined once it ended well, else what is known of why not */
function run(editor: string, file: string): Promise<string | undefined> {
  const [program = "", ...options] = editor.split(/\s+/);
  return new Promise((resolve) => {
    // On Windows an editor may be a script, which only the shell starts; the name is ours.
    const shell = process.platform === "win32";
    const child = spawn(program, [...options, file], { stdio: "inherit", shell });
    child.once("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    child.once("close", (code, signal) => resolve(code === 0 ? undefined : String(code ?? signal)));
  });
}
