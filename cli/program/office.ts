/** The office itself: making and serving it, its people, periods, profile and journal. */
import { builtInNames } from "../../shared/profile/built-in-names.ts";
import type { Definer } from "./definer.ts";

export function defineOffice({
  say,
  program,
  command,
  group,
  does,
  repeat,
  reason,
}: Definer): void {
  does(
    command(program, "init", "init.about", "init.example")
      .option("--profile <profile>", say("init.profile", { names: builtInNames }))
      .option("--name <name>", say("init.name"))
      .option("--admin <name>", say("init.admin")),
    async (session, _, options) => (await import("../commands/init.ts")).init(session, options),
  );
  does(
    command(program, "daemon", "daemon.about", "daemon.example")
      .option("--port <port>", say("daemon.port"))
      .option("--local", say("daemon.local")),
    async (session, _, options) => (await import("../commands/daemon.ts")).daemon(session, options),
  );
  const member = group("member", "member.about");
  does(
    command(member, "add", "member.add", "member.add.example")
      .argument("<name>", say("member.name"))
      .option("--role <role>", say("member.role"))
      .option("--duty <text>", say("member.duty"), repeat),
    async (session, [name = ""], options) =>
      (await import("../commands/members.ts")).addMember(session, name, options),
  );
  does(command(member, "list", "member.list", "member.list.example"), async (session) =>
    (await import("../commands/members.ts")).listMembers(session),
  );
  does(
    command(member, "change", "member.change", "member.change.example")
      .argument("<name>", say("member.name"))
      .option("--role <role>", say("member.role"))
      .option("--duty <text>", say("member.duty"), repeat)
      .option("--leave", say("member.leave"))
      .option("--return", say("member.return")),
    async (session, [name = ""], options) =>
      (await import("../commands/members.ts")).changeMember(session, name, options),
  );
  does(
    command(member, "revoke", "member.revoke", "member.revoke.example").argument(
      "<name>",
      say("member.name"),
    ),
    async (session, [name = ""]) =>
      (await import("../commands/members.ts")).changeMember(session, name, { leave: true }),
  );
  does(
    command(group("unit", "unit.about"), "list", "unit.list", "unit.list.example"),
    async (session) => (await import("../commands/members.ts")).listUnits(session),
  );
  const late = group("late", "late.about");
  does(command(late, "list", "late.list", "late.list.example"), async (session) =>
    (await import("../commands/periods.ts")).listLate(session),
  );
  does(
    command(late, "admit", "late.admit", "late.admit.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("../commands/periods.ts")).admitLate(session, id),
  );
  does(
    command(late, "return", "late.return", "late.return.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason),
    async (session, [id = ""], options) =>
      (await import("../commands/periods.ts")).returnLate(session, id, options),
  );
  const profile = group("profile", "profile.about");
  does(
    command(profile, "check", "profile.check", "profile.check.example").argument(
      "<file>",
      say("profile.file"),
    ),
    async (session, [file = ""]) =>
      (await import("../commands/profile.ts")).checkProfile(session, file),
  );
  does(
    command(profile, "adopt", "profile.adopt", "profile.adopt.example").argument(
      "[file]",
      say("profile.file"),
    ),
    async (session, [file]) => (await import("../commands/profile.ts")).adoptProfile(session, file),
  );
  does(command(profile, "show", "profile.show", "profile.show.example"), async (session) =>
    (await import("../commands/profile.ts")).showProfile(session),
  );
  does(command(program, "verify", "verify.about", "verify.example"), async (session) =>
    (await import("../commands/verify.ts")).verify(session),
  );
  does(
    command(program, "backup", "backup.about", "backup.example").argument(
      "[folder]",
      say("backup.folder"),
    ),
    async (session, [folder]) => (await import("../commands/backup.ts")).backup(session, folder),
  );
  does(
    command(program, "demo", "demo.about", "demo.example")
      .option("--plain", say("demo.plain"))
      .option("--out <folder>", say("demo.out")),
    async (session, _, options) => (await import("../commands/demo.ts")).demo(session, options),
  );
}
