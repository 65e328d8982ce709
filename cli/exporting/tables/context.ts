/** What every table is made from. */
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import type { Profile } from "../../../shared/profile/profile.ts";
import type { Document } from "../../../shared/report/document.ts";
import type { Column } from "../../../shared/sheets/table.ts";
import type { Period } from "../../../shared/words/period.ts";
import type { Key, Wording } from "../../wording/wording.ts";
import type { Labels } from "./labels.ts";

export interface TableContext {
  readonly wording: Wording;
  readonly ledger: Ledger; // with the profile then in force
  readonly profile: Profile;
  readonly period: Period;
  readonly labels: Labels;
}

/** The report of the period: what a closing froze, or what is composed now, and its ledger. */
export interface ToldReport {
  readonly document: Document;
  readonly ledger: Ledger; // that the document was made from
}

export const text = ({ say }: Wording, key: Key): Column => ({ title: say(key), type: "text" });
/** Labels and names: few texts that come again and again. */
export const label = (wording: Wording, key: Key): Column => ({
  ...text(wording, key),
  repeats: true,
});
export const number = ({ say }: Wording, key: Key): Column => ({ title: say(key), type: "number" });
export const day = ({ say }: Wording, key: Key): Column => ({ title: say(key), type: "day" });
