/** What commander complains of, in our own words. */
import type { CommanderError } from "commander";
import { WrongUse } from "../failure.ts";
import type { Key } from "../wording/wording.ts";

const wrongUses: Readonly<Record<string, Key>> = {
  "commander.unknownOption": "error.unknown-option",
  "commander.unknownCommand": "error.unknown-command",
  "commander.missingArgument": "error.missing-argument",
  "commander.optionMissingArgument": "error.missing-value",
  "commander.missingMandatoryOptionValue": "error.missing-option",
  "commander.excessArguments": "error.excess-arguments",
  "commander.help": "program.hint",
};

/**
 * Commander names what is wrong in quotes within its English sentence; of `help frobnicate` it only
 * tells that it has no help.
 */
export function wrongUseOf({ code, message }: CommanderError, args: readonly string[]): WrongUse {
  const [asked] = args.slice(args.indexOf("help") + 1);
  if (code === "commander.help" && asked !== undefined) {
    return new WrongUse("error.unknown-command", { name: asked, of: "taizhang" });
  }
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  if (code === "commander.invalidArgument") {
    const value = /argument '([^']*)' is invalid/.exec(message)?.[1] ?? "";
    const choices = /Allowed choices are (.*)\./.exec(message)?.[1] ?? "";
    return new WrongUse("error.choice", { value, choices: choices.split(", ") });
  }
  return new WrongUse(wrongUses[code] ?? "program.hint", { name });
}
