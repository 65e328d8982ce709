/**
 * Every reason for which an operation may not be in the journal, as data. Sentences about it are
 * said elsewhere, in the reader's language.
 */
import type { Role } from "../ledger/members.ts";
import type { Status } from "../ledger/problems.ts";
import type { Stage } from "../ledger/publication-stages.ts";

export type Refusal =
  | { readonly reason: "unknown-type"; readonly type: string }
  | { readonly reason: "malformed"; readonly path: string; readonly issue: string }
  | { readonly reason: "role-required"; readonly role: Role }
  | { readonly reason: "not-a-member"; readonly member: string }
  | { readonly reason: "not-the-author"; readonly record: string }
  | { readonly reason: "name-not-own"; readonly name: string; readonly expected: string }
  | { readonly reason: "no-such"; readonly word: Word; readonly id: string }
  | { readonly reason: "retired"; readonly word: Word; readonly id: string }
  | { readonly reason: "quantity-not-allowed"; readonly kind: string }
  | { readonly reason: "attendance-not-allowed"; readonly kind: string }
  | { readonly reason: "inspection-required"; readonly kind: string }
  | { readonly reason: "inspection-not-allowed"; readonly kind: string }
  | { readonly reason: "position-not-active"; readonly position: string; readonly on: string }
  | { readonly reason: "reason-required" }
  | { readonly reason: "already-voided"; readonly record: string }
  | { readonly reason: "not-voided"; readonly record: string }
  | { readonly reason: "step-not-possible"; readonly step: string; readonly status: Status }
  | { readonly reason: "step-before-last"; readonly on: string; readonly last: string }
  | { readonly reason: "closed-by-its-rectifier"; readonly problem: string }
  | { readonly reason: "not-the-last-step"; readonly problem: string }
  | { readonly reason: "deadline-before-step"; readonly deadline: string; readonly on: string }
  | { readonly reason: "stage-not-fit"; readonly step: string; readonly stage: Stage }
  | { readonly reason: "not-the-next-review"; readonly next: string }
  | { readonly reason: "signed-already" }
  | { readonly reason: "reviewed-by-its-author" }
  | { readonly reason: "other-reviews"; readonly reviews: string }
  | { readonly reason: "signed-text"; readonly publication: string }
  | { readonly reason: "channel-required" }
  | { readonly reason: "media-level-required" }
  | { readonly reason: "origin-required" }
  | { readonly reason: "area-required" }
  | { readonly reason: "already-closed"; readonly period: string }
  | { readonly reason: "already-settled"; readonly period: string }
  | { readonly reason: "moved-on"; readonly period: string; readonly records: number }
  | { readonly reason: "no-exception"; readonly period: string }
  | { readonly reason: "not-closed"; readonly period: string }
  | { readonly reason: "span-out-of-order"; readonly on: string }
  | { readonly reason: "last-admin" }
  | { readonly reason: "not-invited" }
  | { readonly reason: "invitation-used" }
  | { readonly reason: "revoked"; readonly workstation: string }
  | { readonly reason: "id-reused"; readonly word: Word; readonly id: string };

export type Word =
  | "member"
  | "entry"
  | "position"
  | "problem"
  | "publication"
  | "duty"
  | "media-level"
  | "kind"
  | "mark"
  | "category"
  | "unit"
  | "indicator"
  | "statement"
  | "obligation"
  | "late"
  | "record"
  | "workstation"
  | "invitation";
