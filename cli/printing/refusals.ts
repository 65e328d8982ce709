/** Reasons, which travel as data, as sentences. */
import type { Refusal } from "../../shared/rules/refusal.ts";
import type { WireError } from "../../shared/wire.ts";
import type { Params, Wording } from "../wording/wording.ts";

export function sayRefusal(wording: Wording, refusal: Refusal): string {
  const { reason, ...params } = refusal;
  return wording.find(`refusal.${reason}`, inWords(wording, params)) ?? reason;
}

export function sayWireError(wording: Wording, error: WireError): string {
  const { code, ...params } = error;
  return wording.find(`wire.${code}`, inWords(wording, params)) ?? code;
}

/** Roles, statuses and words of the ledger are said; names and numbers stand as they are. */
function inWords(wording: Wording, params: Readonly<Record<string, unknown>>): Params {
  const said = (prefix: string, value: unknown) =>
    wording.find(`${prefix}.${value}`) ?? String(value);
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, string] => {
      if (name === "issue")
        return [name, wording.find(`issue.${value}`) ?? wording.say("issue.other")];
      if (name === "step") return [name, said("operation", value)];
      if (name === "path") return [name, sayPath(wording, String(value))];
      if (name === "role" || name === "status" || name === "stage" || name === "word")
        return [name, said(name, value)];
      return [name, String(value)];
    }),
  );
}

/** `entry.on` → 日期: the last part that has a word. */
export function sayPath(wording: Wording, path: string): string {
  const parts = path.split(".").reverse();
  for (const part of parts) {
    const label = wording.find(`field.${part}`);
    if (label) return label;
  }
  return path;
}
