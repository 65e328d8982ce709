import { onChar, type ScreenKey } from "../../screen-keys.ts";

export type SyncDoes =
  | "admit"
  | "return"
  | "keep"
  | "take"
  | "drop"
  | "anew"
  | "add-member"
  | "change-member"
  | "leave"
  | "assign-duty"
  | "end-duty"
  | "invite"
  | "revoke"
  | "back-up";

export const syncKeys: readonly ScreenKey<SyncDoes>[] = [
  onChar("a", "admit", "key.admit", "late-admitted"),
  onChar("r", "return", "key.return", "late-returned"),
  onChar("k", "keep", "key.keep"),
  onChar("t", "take", "key.take"),
  onChar("d", "drop", "key.drop"),
  onChar("e", "anew", "key.anew"),
  onChar("n", "add-member", "key.add-member", "member-added"),
  onChar("c", "change-member", "key.change-member", "member-changed"),
  onChar("l", "leave", "key.leave", "member-changed"),
  onChar("f", "assign-duty", "key.assign-duty", "duty-assigned"),
  onChar("z", "end-duty", "key.end-duty", "duty-ended"),
  onChar("i", "invite", "key.invite", "workstation-invited"),
  onChar("x", "revoke", "key.revoke", "workstation-revoked"),
  onChar("b", "back-up", "key.back-up"),
];

/** What each page of the screen offers. */
export const pages = ["tray", "people", "devices"] as const;
export type Page = (typeof pages)[number];

const doesOf: Readonly<Record<Page, readonly SyncDoes[]>> = {
  tray: ["admit", "return", "keep", "take", "drop", "anew", "back-up"],
  people: ["add-member", "change-member", "leave", "assign-duty", "end-duty", "invite", "back-up"],
  devices: ["invite", "revoke", "back-up"],
};
/** What can be done about the chosen row; what is not named there is about any row of its page. */
const doesAbout: Readonly<Record<string, readonly SyncDoes[]>> = {
  late: ["admit", "return"],
  dispute: ["keep", "take"],
  declined: ["drop", "anew"],
  returned: ["drop"],
  member: ["change-member", "leave", "assign-duty"],
  duty: ["assign-duty", "end-duty"],
};
const aboutRows: ReadonlySet<SyncDoes> = new Set(Object.values(doesAbout).flat());

export const isOnPage = (does: SyncDoes, page: Page): boolean => doesOf[page].includes(does);

/** The keys that matter for the chosen row. */
export const keysFor = (page: Page, row: string | undefined): readonly ScreenKey<SyncDoes>[] => {
  const about = doesAbout[row ?? ""] ?? [];
  const isOffered = (does: SyncDoes) => about.includes(does) || !aboutRows.has(does);
  return syncKeys.filter(({ does }) => isOnPage(does, page) && isOffered(does));
};
