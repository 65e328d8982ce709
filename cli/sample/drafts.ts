/**
 * Drafts of each sort, in few words. Every body goes through the one schema of operations, so
 * the sample can say nothing that a form or a command could not.
 */
import type { z } from "zod";
import { OperationBody } from "../../shared/ledger/operation.ts";
import type { Category } from "../../shared/profile/profile.ts";
import type { Draft, MemberKey, Naming } from "./step.ts";

type Said = z.input<typeof OperationBody>;
type SaidOf<T extends Said["type"]> = Extract<Said, { type: T }>;

/** @param key under which later drafts know the record that this one makes */
export const draft = (said: (naming: Naming) => Said, key?: string): Draft => ({
  ...(key === undefined ? {} : { key }),
  body: (naming) => OperationBody.parse(said(naming)),
});

export interface Act {
  readonly key?: string;
  readonly kind: string;
  readonly on: string;
  readonly title: string;
  readonly quantity?: number;
  readonly attendance?: number;
  readonly place?: string;
  readonly note?: string;
  readonly units?: readonly string[];
  readonly marks?: readonly string[];
}

export const log = ({ key, units = [], marks = [], quantity = 1, ...act }: Act): Draft =>
  draft(({ id }) => {
    const entry = { id, quantity, units: [...units], marks: [...marks], ...act };
    return { type: "entry-logged", entry };
  }, key);

export interface Check {
  readonly key: string;
  readonly kind?: "position-check" | "special-check";
  readonly on: string;
  readonly title: string;
  readonly position: string; // its key
  readonly unit: string;
  readonly category: Category;
  /** What was found wrong, by check item. */
  readonly failed?: Readonly<Record<string, string>>;
  readonly note?: string;
}

export const inspect = (check: Check): Draft => {
  const { key, kind = "position-check", on, title, unit, category, failed = {}, note } = check;
  return draft(({ id, ref }) => {
    const items = category.items.map(({ id: item, text }) => {
      const wrong = failed[item];
      return wrong === undefined
        ? { item, text, passed: true }
        : { item, text, passed: false, note: wrong };
    });
    const inspection = { position: ref(check.position), items };
    const entry = { id, kind, on, title, quantity: 1, units: [unit], marks: [], inspection };
    return { type: "entry-logged", entry: note === undefined ? entry : { ...entry, note } };
  }, key);
};

/** The problem that a failed item of this check raises: the second operation of the group. */
export const raise = (check: Check, item: string, title: string, key: string): Draft =>
  draft(({ id, ref }) => {
    const problem = {
      id,
      title,
      on: check.on,
      level: "ordinary" as const,
      unit: check.unit,
      position: ref(check.position),
      category: check.category.id,
      inspection: ref(check.key),
      item,
    };
    return { type: "problem-raised", problem };
  }, key);

export const assign = (key: string, on: string, owner: MemberKey, deadline: string): Draft =>
  draft(({ ref, member }) => ({
    type: "problem-assigned",
    problem: ref(key),
    on,
    owner: member(owner),
    deadline,
  }));

export const rectify = (key: string, on: string, measure: string): Draft =>
  draft(({ ref }) => ({ type: "problem-rectified", problem: ref(key), on, measure }));

export const close = (key: string, on: string, note: string): Draft =>
  draft(({ ref }) => ({ type: "problem-closed", problem: ref(key), on, note }));

export const reopen = (key: string, on: string, reason: string): Draft =>
  draft(({ ref }) => ({ type: "problem-reopened", problem: ref(key), on, reason }));

export const amend = (
  key: string,
  change: Pick<SaidOf<"entry-amended">, "units" | "marks"> & {
    readonly changes?: SaidOf<"entry-amended">["changes"];
  },
): Draft =>
  draft(({ ref }) => ({ changes: {}, ...change, type: "entry-amended", entry: ref(key) }));

export const voidEntry = (key: string, reason: string): Draft =>
  draft(({ ref }) => ({
    type: "record-voided",
    record: { type: "entry", id: ref(key) },
    reason,
  }));

export const write = (statement: string, ...lines: readonly string[]): Draft =>
  draft(() => ({
    type: "statement-written",
    period: "2022-H1",
    statement,
    text: lines.join("\n"),
  }));
