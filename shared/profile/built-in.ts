/** The profiles that come with the program, as the text that people will edit. */
import township from "./built-in/township.yaml";

export const builtInProfiles: ReadonlyMap<string, string> = new Map([["township", township]]);
