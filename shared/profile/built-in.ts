/** The profiles that come with the program, as the text that people will edit. */
import township from "./built-in/township.yaml";
import workSafety from "./built-in/work-safety.yaml";
import type { builtInNames } from "./built-in-names.ts";

const texts: Readonly<Record<(typeof builtInNames)[number], string>> = {
  township,
  "work-safety": workSafety,
};

export const builtInProfiles: ReadonlyMap<string, string> = new Map(Object.entries(texts));
