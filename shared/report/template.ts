/**
 * A template of the user's own (Liquid). Figures stand by indicator id or by label:
 * `{{ study }}` or `{{ 集中学习 }}` is the printed figure with its unit word; `.value`, `.text`,
 * `.unit`, `.names` and `.sources` are its parts. An unknown name is an error, never a blank.
 *
 * Templates come from one file, reach nothing outside of it, and are bounded in time and size;
 * what people typed is only ever put out, never parsed.
 */
import { Liquid, type LiquidError, type Template } from "liquidjs";
import type { Ledger } from "../ledger/ledger.ts";
import { statementKey } from "../ledger/periods.ts";
import { tallyAll } from "../tally/tally.ts";
import { findNearest } from "../words/nearest.ts";
import type { Period } from "../words/period.ts";
import { namesOf } from "./names.ts";
import { sayPeriod } from "./period-words.ts";
import { profileFor } from "./profile-for.ts";

export type FilledTemplate =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: TemplateError };

export interface TemplateError {
  readonly issue: "unknown-name" | "no-period" | "not-a-template";
  readonly line: number;
  readonly column: number;
  readonly name: string; // the name that is not known, or what the parser says
  readonly nearest?: string | undefined;
}

const limits = { parseLimit: 400_000, renderLimit: 5_000, memoryLimit: 50_000_000 };

export function fillTemplate(source: string, now: Ledger, period: Period): FilledTemplate {
  const scope = scopeOf(now, period);
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {}, // partials are looked for here and nowhere else
    ...limits,
  });
  try {
    const parsed: Template[] = liquid.parse(source);
    return { ok: true, text: String(liquid.renderSync(parsed, scope)) };
  } catch (error) {
    return { ok: false, error: templateError(error as LiquidError, Object.keys(scope)) };
  }
}

/** Own properties only, on objects that inherit nothing. */
const bare = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(Object.create(null), members);

function scopeOf(now: Ledger, period: Period): Record<string, unknown> {
  const found = profileFor(now, period);
  const scope = bare({ period: sayPeriod(period) });
  if (!found) return scope;
  const { ledger, profile } = found;
  scope.office = profile.office.name;
  for (const tally of tallyAll(ledger, period)) {
    const { id, label, unit } = tally.indicator;
    const { value, text } = tally;
    const figure = bare({ value, text, unit, toString: () => `${text}${unit}` });
    Object.defineProperty(figure, "names", {
      enumerable: true,
      get: () => namesOf(tally, ledger, profile),
    });
    Object.defineProperty(figure, "sources", { enumerable: true, get: () => tally.sources });
    scope[id] = figure;
    scope[label] = figure;
  }
  for (const { id, label } of profile.statements) {
    const text = ledger.statements.get(statementKey(period.id, id))?.text ?? "";
    scope[id] ??= text;
    scope[label] ??= text;
  }
  return scope;
}

function templateError(error: LiquidError, known: readonly string[]): TemplateError {
  const cause = (error.originalError ?? error) as LiquidError;
  const [line = 1, column = 1] = (error.token ?? cause.token)?.getPosition() ?? [];
  const undefinedName = /undefined variable: (.+?)(?:, line:.*)?$/.exec(cause.message)?.[1];
  const undefinedFilter = /undefined filter: (.+?)(?:, line:.*)?$/.exec(cause.message)?.[1];
  if (undefinedName !== undefined) {
    const nearest = findNearest(undefinedName, known);
    return { issue: "unknown-name", line, column, name: undefinedName, nearest };
  }
  const said = cause.message.replace(/, line:\d+.*$/s, "").split("\n")[0] ?? "";
  return { issue: "not-a-template", line, column, name: undefinedFilter ?? said };
}
