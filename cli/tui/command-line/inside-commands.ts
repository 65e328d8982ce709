/** Words behind `:` that only the screens themselves know: another language, and leaving. */
import type { Command } from "commander";
import type { Language } from "../../wording/wording.ts";

export type InsideDoes = { readonly does: "quit" } | { readonly language: Language };

/** Beside the program's own commands, for completion. */
export function insideCommands(program: Command): Command {
  program.command("quit");
  const lang = program.command("lang");
  for (const language of ["zh", "en"]) lang.command(language);
  return program;
}

/** What the line means to the screens; undefined for a command of the program. */
export function findInside(line: string): InsideDoes | undefined {
  const [name = "", value = ""] = line.trim().split(/\s+/);
  if (name === "q" || name === "quit") return { does: "quit" };
  if (name === "lang" && (value === "zh" || value === "en")) return { language: value };
  return undefined;
}
