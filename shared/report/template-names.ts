/**
 * What a template may name: every figure and every statement, by id or by label, the office,
 * the period and who answers for what. Where two have the same name, ids go before labels and figures before statements.
 *
 * Nothing here inherits anything, so a template sees these names and no others.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { StatementSlot } from "../profile/outline.ts";
import { fixedNames } from "../profile/outline-text.ts";
import type { Profile } from "../profile/profile.ts";
import { profileFor } from "../tally/profile-for.ts";
import type { Tally } from "../tally/tally.ts";
import type { Period } from "../words/period.ts";
import { findEdition } from "./document-for.ts";
import { labelsOfNames, sayName } from "./fixed-names.ts";
import { inlineText } from "./formats/text.ts";
import { nameList, namesOf } from "./names.ts";
import { sayPeriod } from "./period-words.ts";
import { linesOf, linesOfText } from "./statement-lines.ts";
import { talliesFor } from "./tallies-for.ts";

/** A name and what it holds; a figure or a statement has parts: `study.value`. */
export type TemplateNames = Readonly<Record<string, unknown>>;

/** @param number of an earlier edition of a closed period; the one that counts without it */
export function templateNames(now: Ledger, period: Period, number?: number): TemplateNames {
  const names = bare({ period: sayPeriod(period) });
  const found = profileFor(now, period);
  if (!found) return names;
  const { ledger, profile } = found;
  names.office = profile.office.name;
  const edition = findEdition(now, period, number);
  const linesFor = (id: StatementSlot["id"]) =>
    edition
      ? linesOfText(edition.report.statements.find((one) => one.statement === id)?.text ?? "")
      : linesOf(ledger, period, id);
  const named: { readonly id: string; readonly label: string; readonly holds: unknown }[] = [
    ...talliesFor(now, period, number).map((tally) => {
      const { id, label } = tally.indicator;
      return { id, label, holds: figureOf(tally, ledger, profile) };
    }),
    ...profile.statements.map((slot) => {
      const { id, label } = slot;
      return { id, label, holds: statementOf(slot, linesFor(id)) };
    }),
  ];
  for (const name of fixedNames) {
    named.push({
      id: name,
      label: labelsOfNames[name] ?? name,
      holds: sayName(name, ledger, profile, period),
    });
  }
  for (const { id, holds } of named) names[id] ??= holds;
  for (const { label, holds } of named) names[label] ??= holds;
  return names;
}

/** Printed with its unit word, compared and reckoned with as its value. */
function figureOf(tally: Tally, ledger: Ledger, profile: Profile): object {
  const { value, text } = tally;
  const { unit, label } = tally.indicator;
  return bare(
    { value, text, unit, label },
    {
      toString: () => `${text}${unit}`,
      valueOf: () => value,
      names: { get: () => namesOf(tally, ledger, profile) },
      list: { get: () => nameList(tally, ledger, profile) },
      sources: { get: () => tally.sources },
    },
  );
}

/** Printed as it was typed; the same visible place as in the report while it is unwritten. */
function statementOf({ id, label }: StatementSlot, lines: readonly string[]): object {
  const written = lines.length > 0;
  const text = written ? lines.join("\n") : inlineText({ type: "unwritten", statement: id, label });
  return bare({ text, lines, written, label }, { toString: () => text });
}

/** Own members only; those in `hidden` are not listed, and a getter is asked only when named. */
function bare(
  members: Record<string, unknown>,
  hidden: Readonly<Record<string, (() => unknown) | { get(): unknown }>> = {},
): Record<string, unknown> {
  const object: Record<string, unknown> = Object.assign(Object.create(null), members);
  for (const [name, member] of Object.entries(hidden)) {
    Object.defineProperty(object, name, typeof member === "function" ? { value: member } : member);
  }
  return object;
}
