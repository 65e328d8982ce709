/** Writing work down, looking at it, and mending it. */
import type { Definer } from "./definer.ts";

export function defineEntries({
  say,
  program,
  command,
  does,
  repeat,
  date,
  marks,
  note,
  period,
  place,
  reason,
  units,
}: Definer): void {
  does(
    command(program, "log", "log.about", "log.example")
      .argument("<kind>", say("log.kind"))
      .argument("[title]", say("log.title"))
      .option(...date)
      .option("--quantity <n>", say("log.quantity"))
      .option("--attendance <n>", say("log.attendance"))
      .option(...units)
      .option(...marks)
      .option(...place)
      .option(...note),
    async (session, [kind = "", title], options) => {
      const { log, logOneLine } = await import("../commands/log.ts");
      await (title === undefined ? logOneLine(session, kind) : log(session, kind, title, options));
    },
  );
  does(
    command(program, "import", "import.about", "import.example")
      .argument("<file>", say("import.file"))
      .option("--sheet <name>", say("import.sheet-option"), repeat)
      .option("--map <column=field>", say("import.map"), repeat)
      .option("--kind <kind>", say("import.kind"))
      .option("--year <year>", say("import.year"))
      .option(...period)
      .option("--source <name>", say("import.source"))
      .option("--limit <n>", say("import.limit"))
      .option("--commit", say("import.commit")),
    async (session, [file = ""], options) =>
      (await import("../commands/import-sheet.ts")).importSheet(session, file, options),
  );
  does(
    command(program, "list", "list.about", "list.example")
      .option(...period)
      .option("--kind <kind>", say("list.kind"))
      .option(...units)
      .option(...marks)
      .option("--query <query>", say("list.query"))
      .option("--voided", say("list.voided"))
      .option("--limit <n>", say("list.limit"))
      .option("--out <file>", say("list.out"))
      .option("--force", say("export.force")),
    async (session, _, options) => (await import("../commands/list.ts")).list(session, options),
  );
  does(
    command(program, "show", "show.about", "show.example").argument("<id>", say("show.id")),
    async (session, [id = ""]) => (await import("../commands/show.ts")).show(session, id),
  );
  does(
    command(program, "amend", "amend.about", "amend.example")
      .argument("<id>", say("show.id"))
      .option("--title <text>", say("amend.title"))
      .option("--kind <kind>", say("amend.kind"))
      .option(...date)
      .option("--quantity <n>", say("log.quantity"))
      .option("--attendance <n>", say("log.attendance"))
      .option(...units)
      .option("--remove-unit <unit>", say("amend.remove-unit"), repeat)
      .option(...marks)
      .option("--remove-mark <mark>", say("amend.remove-mark"), repeat)
      .option(...place)
      .option(...note)
      .option("--category <category>", say("amend.category"))
      .option("--owner <member>", say("amend.owner"))
      .option("--level <level>", say("amend.level"))
      .option("--outlet <text>", say("publication.outlet"))
      .option("--source <text>", say("publication.source"))
      .option("--gist <text>", say("publication.gist")),
    async (session, [id = ""], options) =>
      (await import("../commands/amend.ts")).amend(session, id, options),
  );
  does(
    command(program, "void", "void.about", "void.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason),
    async (session, [id = ""], options) =>
      (await import("../commands/amend.ts")).voidRecord(session, id, options),
  );
  does(
    command(program, "restore", "restore.about", "restore.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await import("../commands/amend.ts")).restore(session, id),
  );
  does(command(program, "undo", "undo.about", "undo.example"), async (session) =>
    (await import("../commands/undo.ts")).undo(session),
  );
  does(
    command(program, "history", "history.about", "history.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await import("../commands/show.ts")).history(session, id),
  );
}
