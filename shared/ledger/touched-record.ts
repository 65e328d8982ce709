/** Which record an operation is about. One that was let in late leaves a mark there. */
import type { Operation, RecordReference } from "./operation.ts";

/** Every type is named: a new one must say which record it touches, or that it touches none. */
export function findTouchedRecord(operation: Operation): RecordReference | undefined {
  switch (operation.type) {
    case "entry-logged":
      return { type: "entry", id: operation.entry.id };
    case "entry-amended":
      return { type: "entry", id: operation.entry };
    case "position-opened":
      return { type: "position", id: operation.position.id };
    case "position-retired":
    case "position-reopened":
    case "position-amended":
      return { type: "position", id: operation.position };
    case "problem-raised":
      return { type: "problem", id: operation.problem.id };
    case "problem-amended":
    case "problem-assigned":
    case "problem-rectified":
    case "problem-closed":
    case "problem-reopened":
    case "problem-step-withdrawn":
      return { type: "problem", id: operation.problem };
    case "publication-drafted":
      return { type: "publication", id: operation.publication.id };
    case "publication-amended":
    case "publication-reviewed":
    case "publication-sent-back":
    case "publication-released":
    case "publication-corrected":
    case "publication-withdrawn":
    case "publication-step-withdrawn":
      return { type: "publication", id: operation.publication };
    case "duty-assigned":
      return { type: "duty", id: operation.duty.id };
    case "duty-ended":
    case "duty-resumed":
      return { type: "duty", id: operation.duty };
    case "record-voided":
    case "record-restored":
      return operation.record;
    case "profile-adopted":
    case "member-added":
    case "member-changed":
    case "workstation-invited":
    case "invitation-revoked":
    case "workstation-joined":
    case "workstation-revoked":
    case "period-settled":
    case "period-closed":
    case "period-reopened":
    case "period-excepted":
    case "period-exception-ended":
    case "statement-written":
    case "late-admitted":
    case "late-returned":
    case "lines-handed-back":
      return undefined;
  }
}
