/** Words behind `:` that only the screens themselves know: another language, the mouse, leaving. */
import type { Command } from "commander";
import type { Language } from "../../wording/wording.ts";

export type InsideDoes =
  | { readonly does: "quit" }
  | { readonly language: Language }
  | { readonly mouse: boolean };

/** Beside the program's own commands, for completion. */
export function insideCommands(program: Command): Command {
  program.command("quit");
  const lang = program.command("lang");
  for (const language of ["zh", "en"]) lang.command(language);
  const mouse = program.command("mouse");
  for (const state of ["on", "off"]) mouse.command(state);
  return program;
}

/** What the line means to the screens; undefined for a command of the program. */
export function findInside(line: string): InsideDoes | undefined {
  const [name = "", value = ""] = line.trim().split(/\s+/);
  if (name === "q" || name === "quit") return { does: "quit" };
  if (name === "lang" && (value === "zh" || value === "en")) return { language: value };
  if (name === "mouse" && (value === "on" || value === "off")) return { mouse: value === "on" };
  return undefined;
}
