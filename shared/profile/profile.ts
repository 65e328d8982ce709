/**
 * The profile (方案): the data that makes the ledger this office's. The code knows no subject
 * matter; whatever a ledger is about stands here.
 *
 * It describes the office's own acts, units, venues and channels, and nothing about private
 * people. Ids are never given to something else: what is no longer used is retired.
 */
import { z } from "zod";
import { CategoryId, CheckItemId, KindId, MarkId, UnitId, UnitTypeId } from "../words/ids.ts";
import { PlainText } from "../words/plain-text.ts";
import { DocumentLayout } from "./document-layout.ts";
import { Indicator, Relation } from "./indicator.ts";
import { Obligation } from "./obligation.ts";
import { Outline, StatementSlot } from "./outline.ts";
import { Publishing } from "./publishing.ts";
import { Rhythm } from "./rhythm.ts";

const retired = z.boolean().default(false);

export const UnitType = z.strictObject({ id: UnitTypeId, label: PlainText });

/** A village or department under the office; the type with `self` is the office itself (本级). */
export const Unit = z.strictObject({ id: UnitId, label: PlainText, type: UnitTypeId, retired });
export type Unit = z.infer<typeof Unit>;

/** What sort of act (事项). One with `inspects` asks for a position and its check items. */
export const Kind = z.strictObject({
  id: KindId,
  label: PlainText,
  quantity: z.boolean().default(false), // may one entry stand for a batch?
  attendance: z.boolean().default(false),
  inspects: z.boolean().default(false),
  marks: z.array(MarkId).default([]), // the marks offered for it
  retired,
});
export type Kind = z.infer<typeof Kind>;

export const Mark = z.strictObject({ id: MarkId, label: PlainText, retired });
export type Mark = z.infer<typeof Mark>;

export const CheckItem = z.strictObject({ id: CheckItemId, text: PlainText });
export type CheckItem = z.infer<typeof CheckItem>;

/** A sort of venue or channel (类别), with what is looked at when one is inspected. */
export const Category = z.strictObject({
  id: CategoryId,
  label: PlainText,
  unit: PlainText.default("个"),
  inspected: Rhythm.default("half-year"),
  items: z.array(CheckItem).default([]),
  retired,
});
export type Category = z.infer<typeof Category>;

export const Office = z.strictObject({
  name: PlainText,
  timeZone: z.string().refine(isTimeZone, { error: "time-zone" }).default("Asia/Shanghai"),
});

export const Profile = z.strictObject({
  profile: z.literal(1), // the version of this format
  id: z.string().regex(/^[a-z][a-z0-9-]{0,47}$/),
  label: PlainText,
  office: Office,
  unitTypes: z.array(UnitType).min(1),
  units: z.array(Unit),
  kinds: z.array(Kind).min(1),
  marks: z.array(Mark).default([]),
  categories: z.array(Category).default([]),
  indicators: z.array(Indicator),
  relations: z.array(Relation).default([]),
  statements: z.array(StatementSlot).default([]),
  publishing: Publishing.optional(),
  obligations: z.array(Obligation).optional(), // no default: an adopted text stays as it was
  outline: Outline,
  document: DocumentLayout.optional(), // as a Word document; absent: by the standard
});
export type Profile = z.infer<typeof Profile>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
