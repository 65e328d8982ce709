/**
 * Who may do what: the one table. Staff write down what they did, mend their own, walk through
 * checklists; the leader answers for positions, deadlines, closings and other people's records;
 * the admin for people, workstations and the profile.
 */
import type { Role } from "../ledger/members.ts";
import type { OperationType } from "../ledger/operation.ts";

export const roleNeeded: Readonly<Record<OperationType, Role>> = {
  "entry-logged": "staff",
  "entry-amended": "staff", // one's own; another's is for the leader
  "record-voided": "staff", // likewise
  "record-restored": "staff", // likewise
  "problem-raised": "staff",
  "problem-amended": "staff", // likewise
  "problem-rectified": "staff",
  "problem-step-withdrawn": "staff", // one's own step
  "statement-written": "staff",
  "publication-drafted": "staff",
  "publication-amended": "staff", // likewise
  "publication-reviewed": "staff", // the last review is the leader's: see below
  "publication-sent-back": "staff",
  "publication-released": "staff", // once it is signed
  "publication-corrected": "staff",
  "publication-step-withdrawn": "staff", // one's own step
  "publication-withdrawn": "leader",
  "duty-assigned": "leader",
  "duty-ended": "leader",
  "duty-resumed": "leader",
  "problem-assigned": "leader",
  "problem-closed": "leader",
  "problem-reopened": "leader",
  "position-opened": "leader",
  "position-amended": "leader",
  "position-retired": "leader",
  "position-reopened": "leader",
  "lines-handed-back": "staff",
  "period-settled": "leader", // 初结
  "period-closed": "leader", // 归档
  "period-reopened": "leader",
  "period-excepted": "leader",
  "period-exception-ended": "leader",
  "late-admitted": "leader",
  "late-returned": "leader",
  "member-added": "admin",
  "member-changed": "admin",
  "workstation-invited": "admin",
  "invitation-revoked": "admin",
  "workstation-joined": "admin", // or by itself, invited: see workstations.ts
  "workstation-revoked": "admin",
  "profile-adopted": "admin",
};

/** Whoever signs the last review decides on the release. */
export const roleToSign = (isLast: boolean): Role =>
  isLast ? "leader" : roleNeeded["publication-reviewed"];
