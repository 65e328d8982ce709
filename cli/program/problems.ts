/** Problems, step by step. */
import type { Definer } from "./definer.ts";

export function defineProblems({ say, command, group, does, date, note, reason }: Definer): void {
  const problem = group("problem", "problem.about");
  does(
    command(problem, "list", "problem.list", "problem.list.example").option(
      "--all",
      say("problem.all"),
    ),
    async (session, _, options) =>
      (await import("../commands/problems.ts")).listProblems(session, options),
  );
  does(
    command(problem, "raise", "problem.raise", "problem.raise.example")
      .argument("<title>", say("problem.title"))
      .option("--unit <unit>", say("field.unit"))
      .option("--position <position>", say("problem.position"))
      .option("--level <level>", say("amend.level"))
      .option(...date)
      .option(...note),
    async (session, [title = ""], options) =>
      (await import("../commands/problems.ts")).raiseProblem(session, title, options),
  );
  does(
    command(problem, "assign", "problem.assign", "problem.assign.example")
      .argument("<id>", say("show.id"))
      .option("--owner <member>", say("problem.owner"))
      .requiredOption("--deadline <day>", say("problem.deadline"))
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("../commands/problems.ts")).assignProblem(session, id, options),
  );
  does(
    command(problem, "rectify", "problem.rectify", "problem.rectify.example")
      .argument("<id>", say("show.id"))
      .requiredOption("--measure <text>", say("problem.measure"))
      .option("--result <text>", say("problem.result"))
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("../commands/problems.ts")).rectifyProblem(session, id, options),
  );
  does(
    command(problem, "close", "problem.close", "problem.close.example")
      .argument("<id>", say("show.id"))
      .option(...date)
      .option(...note),
    async (session, [id = ""], options) =>
      (await import("../commands/problems.ts")).closeProblem(session, id, options),
  );
  does(
    command(problem, "withdraw", "problem.withdraw", "problem.withdraw.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) =>
      (await import("../commands/problems.ts")).withdrawStep(session, id),
  );
  does(
    command(problem, "reopen", "problem.reopen", "problem.reopen.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason)
      .option(...date),
    async (session, [id = ""], options) =>
      (await import("../commands/problems.ts")).reopenProblem(session, id, options),
  );
}
