/**
 * A template of the user's own (Liquid). Figures stand by indicator id or by label:
 * `{{ study }}` or `{{ 集中学习 }}` is the printed figure with its unit word; `.value`, `.text`,
 * `.unit`, `.names`, `.list` and `.sources` are its parts. An unknown name is an error, never a
 * blank.
 *
 * A template is one text, reaches nothing outside of it, and is bounded in time and size; what
 * people typed is only ever put out, never parsed.
 */
import { Liquid, LiquidError } from "liquidjs";
import type { Ledger } from "../ledger/ledger.ts";
import { findNearest } from "../words/nearest.ts";
import type { Period } from "../words/period.ts";
import { type TemplateNames, templateNames } from "./template-names.ts";

export type FilledTemplate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: TemplateError };

export interface TemplateError {
  readonly issue: "unknown-name" | "unknown-filter" | "unknown-tag" | "too-much" | "not-a-template";
  readonly line: number;
  readonly column: number;
  readonly name: string; // the name that is not known, or what the parser says
  readonly nearest?: string | undefined;
}

/** Characters of a template; then milliseconds, and characters and members that it makes. */
const longest = 400_000;
const limits = { renderLimit: 1_000, memoryLimit: 20_000_000 };

/** They take in other files; there are none. */
const tagsOfOtherFiles = ["include", "render", "layout", "block"];

/** @param edition of a closed period: which of its frozen reports; the one that counts without it */
export function fillTemplate(
  source: string,
  ledger: Ledger,
  period: Period,
  edition?: number,
): FilledTemplate {
  if (source.length > longest) return tooMuch(`${source.length} > ${longest}`);
  const names = templateNames(ledger, period, edition);
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {}, // other templates are looked for here and nowhere else
    ...limits,
  });
  for (const tag of tagsOfOtherFiles) delete liquid.tags[tag];
  try {
    return { ok: true, text: String(liquid.renderSync(liquid.parse(source), names)) };
  } catch (error) {
    // Nested deeper than the stack goes: nothing that a person would write.
    if (error instanceof RangeError) return tooMuch(error.message);
    if (!LiquidError.is(error)) throw error;
    return { ok: false, error: templateError(error, names, liquid) };
  }
}

const tooMuch = (name: string): FilledTemplate => ({
  ok: false,
  error: { issue: "too-much", line: 1, column: 1, name },
});

function templateError(error: LiquidError, names: TemplateNames, liquid: Liquid): TemplateError {
  const { message } = error.originalError ?? error;
  const [line = 1, column = 1] = error.token?.getPosition() ?? [];
  const at = { line, column };
  const find = (pattern: RegExp) => pattern.exec(message)?.[1];

  const name = find(/^undefined variable: ([^\n]+?)(?:, line:\d.*)?$/);
  if (name !== undefined) {
    return { issue: "unknown-name", ...at, name, nearest: nearestName(name, names) };
  }
  const filter = find(/^undefined filter: ([^\n]+?)(?:, line:\d.*)?$/);
  if (filter !== undefined) {
    const nearest = findNearest(filter, Object.keys(liquid.filters));
    return { issue: "unknown-filter", ...at, name: filter, nearest };
  }
  const tag = find(/^tag "(.+)" not found/);
  if (tag !== undefined) {
    return {
      issue: "unknown-tag",
      ...at,
      name: tag,
      nearest: findNearest(tag, Object.keys(liquid.tags)),
    };
  }
  const said = (message.split("\n")[0] ?? "").replace(/, line:\d.*$/, "");
  // A range: a text longer or a nesting deeper than the machine has room for.
  const isTooMuch = error.originalError instanceof RangeError || /limit exceeded/.test(message);
  return { issue: isTooMuch ? "too-much" : "not-a-template", ...at, name: said };
}

/** Of `study.vlaue` the part is unknown, so a part is looked for. */
function nearestName(name: string, names: TemplateNames): string | undefined {
  const [head = "", ...parts] = name.split(".");
  const holds = names[head];
  if (typeof holds !== "object" || holds === null) return findNearest(head, Object.keys(names));
  const part = findNearest(parts.join("."), Object.getOwnPropertyNames(holds));
  return part === undefined ? undefined : `${head}.${part}`;
}
