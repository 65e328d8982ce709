/** The office on its network: letting workstations in and out, and what waits for somebody. */
import type { Definer } from "./definer.ts";

export function defineNetwork({
  say,
  program,
  command,
  group,
  does,
  repeat,
  reason,
}: Definer): void {
  does(
    command(program, "invite", "invite.about", "invite.example")
      .option("--name <name>", say("member.name"))
      .option("--returning", say("invite.returning"))
      .option("--role <role>", say("member.role"))
      .option("--duty <text>", say("member.duty"), repeat)
      .option("--address <address>", say("invite.address"), repeat)
      .option("--out <file>", say("invite.out"))
      .option("--qr", say("invite.qr"))
      .option("--no-qr", say("invite.no-qr")),
    async (session, _, options) => (await import("../commands/invite.ts")).invite(session, options),
  );
  does(
    command(program, "join", "join.about", "join.example")
      .argument("[invitation...]", say("join.invitation"))
      .option("--file <file>", say("join.file"))
      .option("--address <address>", say("invite.address"), repeat),
    async (session, [words], options) =>
      (await import("../commands/join.ts")).join(session, [words ?? []].flat(), options),
  );
  const invitations = group("invitation", "invitation.about");
  does(
    command(invitations, "list", "invitation.list", "invitation.list.example"),
    async (session) => (await import("../commands/invite.ts")).listInvitations(session),
  );
  does(
    command(invitations, "revoke", "invitation.revoke", "invitation.revoke.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) =>
      (await import("../commands/invite.ts")).revokeInvitation(session, id),
  );
  does(
    command(program, "renew-key", "renew-key.about", "renew-key.example").option(
      "--known-to-others",
      say("renew-key.known-to-others"),
    ),
    async (session, _, options) =>
      (await import("../commands/renew-key.ts")).renewKey(session, options),
  );
  does(
    command(program, "take-over", "take-over.about", "take-over.example").option(
      "--yes",
      say("take-over.yes"),
    ),
    async (session, _, options) =>
      (await import("../commands/take-over.ts")).takeOverOffice(session, options),
  );
  const devices = group("device", "device.about");
  does(command(devices, "list", "device.list", "device.list.example"), async (session) =>
    (await import("../commands/devices.ts")).listDevices(session),
  );
  does(
    command(devices, "revoke", "device.revoke", "device.revoke.example").argument(
      "<id>",
      say("device.id"),
    ),
    async (session, [id = ""]) =>
      (await import("../commands/devices.ts")).revokeDevice(session, id),
  );
  does(command(program, "sync", "sync.about", "sync.example"), async (session) =>
    (await import("../commands/sync.ts")).sync(session),
  );
  const tray = group("tray", "tray.about");
  does(command(tray, "list", "tray.list", "tray.list.example"), async (session) =>
    (await import("../commands/tray.ts")).listTray(session),
  );
  does(
    command(tray, "admit", "late.admit", "tray.admit.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("../commands/periods.ts")).admitLate(session, id),
  );
  does(
    command(tray, "return", "late.return", "tray.return.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason),
    async (session, [id = ""], options) =>
      (await import("../commands/periods.ts")).returnLate(session, id, options),
  );
  does(
    command(tray, "settle", "tray.settle", "tray.settle.example")
      .argument("<id>", say("show.id"))
      .option("--field <field>", say("tray.field"))
      .option("--keep", say("tray.keep"))
      .option("--take", say("tray.take")),
    async (session, [id = ""], options) =>
      (await import("../commands/disputes.ts")).settle(session, id, options),
  );
  does(
    command(tray, "drop", "tray.drop", "tray.drop.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("../commands/tray.ts")).drop(session, id),
  );
}
