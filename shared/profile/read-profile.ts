/**
 * Reads a profile from its text: YAML, then the format, then whether it fits itself. What is
 * wrong is told all at once, each finding with its line, as far as the step before let it be read.
 */
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { checkProfile } from "./check-profile.ts";
import type { Finding, Misfit } from "./finding.ts";
import { Profile } from "./profile.ts";

export type ReadProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function readProfile(text: string): ReadProfile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const findings = document.errors.map(({ code, pos }): Finding => {
      const { line } = lines.linePos(pos[0]);
      return { issue: "not-yaml", detail: code, path: "", line };
    });
    return { ok: false, findings };
  }

  /** The line of that place, or of what it is missing from. */
  const lineAt = (path: readonly PropertyKey[]): number | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    return path.length === 0 ? undefined : lineAt(path.slice(0, -1));
  };
  const locate = ({ at, ...complaint }: Misfit): Finding => {
    const line = lineAt(at);
    return { ...complaint, path: at.join("."), ...(line === undefined ? {} : { line }) };
  };

  const value = findValue(document);
  if (!value)
    return { ok: false, findings: [{ issue: "not-yaml", detail: "BAD_ALIAS", path: "" }] };
  const read = Profile.safeParse(value.plain);
  if (!read.success) {
    return { ok: false, findings: read.error.issues.flatMap(misfitsOf).map(locate) };
  }
  const misfits = checkProfile(read.data);
  return misfits.length > 0
    ? { ok: false, findings: misfits.map(locate) }
    : { ok: true, profile: read.data };
}

/** Undefined where an alias names nothing, or where aliases multiply without end. */
function findValue(document: ReturnType<typeof parseDocument>): { plain: unknown } | undefined {
  try {
    return { plain: document.toJS({ maxAliasCount: 100 }) };
  } catch (cause) {
    if (cause instanceof ReferenceError) return undefined;
    throw cause;
  }
}

/** In a union, the complaints of the shape that came nearest: the one with the fewest of them. */
function misfitsOf(issue: z.core.$ZodIssue): Misfit[] {
  const { path: at } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => ({ issue: "unknown-key", name, at: [...at, name] }));
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const shapes = issue.errors.map((inner) =>
      inner.flatMap((one) => misfitsOf({ ...one, path: [...at, ...one.path] })),
    );
    const weight = (misfits: readonly Misfit[]) =>
      misfits.filter(({ at: place }) => place.length === at.length).length * 100 + misfits.length;
    const [nearest] = shapes.sort((a, b) => weight(a) - weight(b));
    if (nearest && nearest.length > 0) return nearest;
  }
  return [{ issue: "misfit", detail: detailOf(issue), at }];
}

function detailOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom") return issue.message;
  const isMissing = issue.code === "invalid_type" && / undefined$/.test(issue.message);
  return isMissing ? "missing" : issue.code;
}
