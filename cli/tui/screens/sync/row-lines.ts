/** A row as one line of the list, and what is said of the chosen one in full below it. */
import { findProfile, type Ledger } from "../../../../shared/ledger/ledger.ts";
import type { Role } from "../../../../shared/ledger/members.ts";
import { areaWords } from "../../../../shared/report/duty-words.ts";
import { conflictWords } from "../../../commands/disputes.ts";
import { changeWords, operationWords } from "../../../printing/operation-words.ts";
import { sayRefusal } from "../../../printing/refusals.ts";
import type { Wording } from "../../../wording/wording.ts";
import type { Line } from "../../ui/list.tsx";
import { signs, theme } from "../../ui/theme.ts";
import { padTo } from "../../ui/width.ts";
import type { SyncRow } from "./rows.ts";

/** Cells of the first two columns, in both languages. */
const who = 12;
const what = 22;

export function rowLine(wording: Wording, ledger: Ledger, row: SyncRow): Line {
  const { say } = wording;
  const nameOf = (id: string | undefined) =>
    ledger.members.find((member) => member.id === id)?.name ?? "";
  const columns = ([by = "", did = "", title = ""]: readonly string[]) =>
    `  ${padTo(by, who)}${padTo(did, what)}${title}`;
  const operation = (one: Parameters<typeof operationWords>[2]) =>
    columns(operationWords(wording, ledger, one));
  switch (row.type) {
    case "section":
      return { text: `${say(`sync.section-${row.section}`)} ${row.count}`, heading: true };
    case "late":
      return { text: operation(row.late.operation), color: theme.warning };
    case "dispute": {
      const [field = "", now = "", other = ""] = conflictWords(
        wording,
        ledger,
        row.disputed,
        row.conflict,
      );
      return { text: `  ${padTo(field, who)}${now}  ${other}`, color: theme.warning };
    }
    case "declined":
      return { text: operation(row.declined.operation), color: theme.bad };
    case "returned":
      return { text: operation(row.returned.operation) };
    case "waiting":
      return { text: operation(row.operation) };
    case "member": {
      const { name, role, duties, active } = row.member;
      const said = [...duties, active ? "" : say("member.inactive")].filter(Boolean).join("、");
      const text = `  ${padTo(name, who + 4)}${padTo(say(`role.${role as Role}`), what - 4)}${said}`;
      return { text, ...(active ? {} : { color: theme.quiet }) };
    }
    case "duty": {
      const { standing, from, until = "" } = row.duty;
      const profile = findProfile(ledger);
      const about = profile ? areaWords(row.duty, profile) : "";
      const days = say(until ? "duty.span" : "duty.since", { from, until });
      return {
        text: `      ${[say(`standing.${standing}`), about, days].filter(Boolean).join("  ")}`,
      };
    }
    case "device": {
      const { id, device, own } = row;
      // How much was written on it is not said: that would be a table of people.
      const revoked = device.revoked !== undefined;
      const note = revoked ? say("device.is-revoked") : own ? say("device.own") : "";
      const sign = revoked ? signs.failed : signs.passed;
      const text = `${sign} ${padTo(id, who)}${padTo(nameOf(device.member), what - 6)}${note}`;
      return { text, ...(revoked ? { color: theme.quiet } : {}) };
    }
    case "invitation": {
      const { invitation, name, minutes } = row.open;
      const left = say("invitation.minutes", { count: minutes });
      const text = `${signs.open} ${padTo(invitation.slice(0, 8), who)}${padTo(name, what - 6)}${left}`;
      return { text, color: theme.warning };
    }
  }
}

/** All of it, in sentences: both values of a dispute, the reason of a decline. */
export function rowWords(wording: Wording, ledger: Ledger, row: SyncRow): readonly string[] {
  const { say } = wording;
  const aboutOf = (id: string, operation: Parameters<typeof changeWords>[2]) =>
    [id, ...changeWords(wording, ledger, operation)].join("  ");
  switch (row.type) {
    case "dispute": {
      const { disputed, conflict, id } = row;
      const { record } = disputed;
      const title = "title" in record ? record.title : "name" in record ? record.name : "";
      const [field = "", ...values] = conflictWords(wording, ledger, disputed, conflict);
      return [[id, title, field].filter(Boolean).join("  "), ...values];
    }
    case "declined":
      return [aboutOf(row.id, row.declined.operation), sayRefusal(wording, row.declined.reason)];
    case "returned":
      return [
        aboutOf(row.id, row.returned.operation),
        say("sync.returned-why", { reason: row.returned.reason }),
      ];
    case "late":
      return [aboutOf(row.id, row.late.operation), say("sync.late-why")];
    case "waiting":
      return [aboutOf(row.id, row.operation), say("sync.waiting-why")];
    case "section":
    case "member":
    case "duty":
    case "device":
    case "invitation":
      return [];
  }
}
