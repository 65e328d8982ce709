/**
 * The sample half-year: what the eight people of an invented township office wrote down from the
 * last days of 2021 to the first of July 2022, about 750 operations, oldest first.
 */
import type { Profile } from "../../shared/profile/profile.ts";
import { checkSteps } from "./checks.ts";
import { customsSteps } from "./customs.ts";
import { positionSteps } from "./positions.ts";
import { problemSteps } from "./problems.ts";
import { dutySteps, publicationSteps } from "./publications.ts";
import { statementSteps } from "./statements.ts";
import type { SampleStep } from "./step.ts";
import { studySteps } from "./studies.ts";
import { volunteerSteps } from "./volunteers.ts";

/** @param profile the built-in township profile, whose units and check items the sample uses */
export function sampleHalfYear(profile: Profile): SampleStep[] {
  const steps = [
    ...positionSteps(profile),
    ...studySteps(),
    ...checkSteps(profile),
    ...problemSteps(),
    ...customsSteps(profile),
    ...volunteerSteps(profile),
    ...dutySteps(),
    ...publicationSteps(profile),
    ...statementSteps(),
  ];
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
