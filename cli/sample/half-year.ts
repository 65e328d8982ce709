/** The sample half-year: all that its members wrote, in the order in which they did. */
import { builtInProfiles } from "../../shared/profile/built-in.ts";
import { readProfile } from "../../shared/profile/read-profile.ts";
import { customsSteps } from "./customs.ts";
import { positionSteps } from "./positions.ts";
import { statementSteps } from "./statements.ts";
import type { SampleStep } from "./step.ts";
import { studySteps } from "./studies.ts";

export function sampleHalfYear(): readonly SampleStep[] {
  const read = readProfile(builtInProfiles.get("township") ?? "");
  if (!read.ok) throw new Error("the township profile has faults");
  const { profile } = read;
  return [
    ...positionSteps(profile),
    ...studySteps(),
    ...customsSteps(profile),
    ...statementSteps(),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
}
