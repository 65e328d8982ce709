/**
 * What is wrong with a profile, as data: the place, what is the matter, and where a name is not
 * known the one that was probably meant. Sentences about it are said elsewhere.
 */

/** What may be referred to by its name. */
export type ReferredWord =
  | "unit-type"
  | "unit"
  | "kind"
  | "mark"
  | "category"
  | "indicator"
  | "statement"
  | "obligation"
  | "media-level";
export type ListWord = ReferredWord | "check-item" | "review";

export type Complaint =
  | { readonly issue: "not-yaml"; readonly detail: string }
  | { readonly issue: "misfit"; readonly detail: string } // the format's own code: too_small, date …
  | { readonly issue: "unknown-key"; readonly name: string }
  | {
      readonly issue: "unknown";
      readonly word: ListWord;
      readonly name: string;
      readonly nearest?: string;
    }
  | { readonly issue: "duplicate"; readonly word: ListWord; readonly name: string }
  | { readonly issue: "duplicate-label"; readonly word: ListWord; readonly name: string }
  | { readonly issue: "retired"; readonly word: ListWord; readonly name: string }
  | { readonly issue: "rate-of-rate"; readonly name: string }
  | { readonly issue: "rate-of-itself"; readonly name: string }
  | { readonly issue: "part-of-itself"; readonly name: string }
  | { readonly issue: "never-complete"; readonly name: string } // a count is neither done nor full
  | { readonly issue: "nameless"; readonly name: string } // `:names` of what counts no names
  | { readonly issue: "broken-place"; readonly name: string }; // braces that hold no place

export type Finding = Complaint & {
  readonly path: string; // indicators.3.question.where.kinds.0
  readonly line?: number; // in the text, from 1
};

/** A finding before the text was asked for its line. */
export type Misfit = Complaint & { readonly at: readonly PropertyKey[] };
