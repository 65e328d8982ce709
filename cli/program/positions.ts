/** Positions and their inspections. */
import type { Definer } from "./definer.ts";

export function definePositions({
  say,
  program,
  command,
  group,
  does,
  repeat,
  date,
  note,
  place,
  reason,
}: Definer): void {
  const position = group("position", "position.about");
  does(
    command(position, "add", "position.add", "position.add.example")
      .argument("<category>", say("position.category"))
      .argument("<name>", say("position.name"))
      .option("--date <day>", say("position.opened"))
      .option("--unit <unit>", say("field.unit"))
      .option("--quantity <n>", say("position.quantity"))
      .option("--owner <member>", say("amend.owner"))
      .option(...place)
      .option(...note),
    async (session, [category = "", name = ""], options) =>
      (await import("../commands/positions.ts")).addPosition(session, category, name, options),
  );
  does(
    command(position, "list", "position.list", "position.list.example")
      .option("--category <category>", say("position.category"))
      .option("--all", say("position.all")),
    async (session, _, options) =>
      (await import("../commands/positions.ts")).listPositions(session, options),
  );
  does(
    command(position, "retire", "position.retire", "position.retire.example")
      .argument("<position>", say("inspect.position"))
      .option(...date)
      .option(...reason),
    async (session, [name = ""], options) =>
      (await import("../commands/positions.ts")).retirePosition(session, name, options),
  );
  does(
    command(position, "reopen", "position.reopen", "position.reopen.example")
      .argument("<position>", say("inspect.position"))
      .option(...date),
    async (session, [name = ""], options) =>
      (await import("../commands/positions.ts")).reopenPosition(session, name, options),
  );
  does(
    command(program, "inspect", "inspect.about", "inspect.example")
      .argument("<position>", say("inspect.position"))
      .option("--fail <item>", say("inspect.fail"), repeat)
      .option("--kind <kind>", say("inspect.kind"))
      .option("--title <text>", say("inspect.title"))
      .option(...date)
      .option(...note),
    async (session, [name = ""], options) =>
      (await import("../commands/inspect.ts")).inspect(session, name, options),
  );
}
