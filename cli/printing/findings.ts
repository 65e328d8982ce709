/** What is wrong with a profile, line by line. */
import type { Finding } from "../../shared/profile/finding.ts";
import type { Wording } from "../wording/wording.ts";

export function sayFinding(wording: Wording, finding: Finding): string {
  const { path, line, issue, ...rest } = finding;
  const word = "word" in rest ? wording.say(`word.${rest.word}`) : "";
  const near = "nearest" in rest ? rest.nearest : undefined;
  const nearest = near ? wording.say("error.nearest", { name: near }) : "";
  const detail = "detail" in rest ? (wording.find(`issue.${rest.detail}`) ?? rest.detail) : "";
  const name = "name" in rest ? rest.name : "";
  const said = wording.find(`finding.${issue}`, { word, nearest, detail, name }) ?? issue;
  const what = said.trimEnd();
  if (path === "")
    return line === undefined ? what : wording.say("error.finding-line", { line, what });
  return line === undefined
    ? wording.say("error.finding-no-line", { path, what })
    : wording.say("error.finding", { line, path, what });
}
