/** The office's own texts and their reviews, and who answers for what. */
import { Option } from "commander";
import type { Definer } from "./definer.ts";

export function definePublications({
  say,
  command,
  group,
  does,
  repeat,
  date,
  reason,
}: Definer): void {
  const publication = group("publication", "publication.about");
  const ofPublication = async () => import("../commands/publications.ts");
  const position = ["--position <position>", say("publication.position")] as const;
  const outlet = ["--outlet <text>", say("publication.outlet")] as const;
  const link = ["--link <text>", say("publication.link")] as const;
  does(
    command(publication, "draft", "publication.draft", "publication.draft.example")
      .argument("<title>", say("publication.title"))
      .option(...position)
      .option(...outlet)
      .option("--unit <unit>", say("field.unit"))
      .option("--source <text>", say("publication.source"))
      .option("--gist <text>", say("publication.gist"))
      .option(...date),
    async (session, [title = ""], options) =>
      (await ofPublication()).draftPublication(session, title, options),
  );
  does(
    command(publication, "review", "publication.review", "publication.review.example")
      .argument("<id>", say("show.id"))
      .requiredOption("--opinion <text>", say("publication.opinion"))
      .requiredOption("--proofreading <text>", say("publication.proofreading"))
      .option(...date),
    async (session, [id = ""], options) =>
      (await ofPublication()).reviewPublication(session, id, options),
  );
  does(
    command(publication, "send-back", "publication.send-back", "publication.send-back.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason)
      .option(...date),
    async (session, [id = ""], options) =>
      (await ofPublication()).sendBackPublication(session, id, options),
  );
  does(
    command(publication, "release", "publication.release", "publication.release.example")
      .argument("<id>", say("show.id"))
      .option(...position)
      .option(...outlet)
      .option("--level <level>", say("publication.level"))
      .option(...link)
      .option(...date),
    async (session, [id = ""], options) =>
      (await ofPublication()).releasePublication(session, id, options),
  );
  does(
    command(publication, "correct", "publication.correct", "publication.correct.example")
      .argument("<id>", say("show.id"))
      .requiredOption("--text <text>", say("publication.correction"))
      .option(...link)
      .option(...date),
    async (session, [id = ""], options) =>
      (await ofPublication()).correctPublication(session, id, options),
  );
  does(
    command(publication, "withdraw", "publication.withdraw", "publication.withdraw.example")
      .argument("<id>", say("show.id"))
      .requiredOption(...reason)
      .option(...date),
    async (session, [id = ""], options) =>
      (await ofPublication()).withdrawPublication(session, id, options),
  );
  does(
    command(publication, "take-back", "problem.withdraw", "publication.take-back.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await ofPublication()).takeBackStep(session, id),
  );
  does(
    command(publication, "list", "publication.list", "publication.list.example")
      .option("--stage <stage>", say("publication.stage"))
      .option("--all", say("publication.all")),
    async (session, _, options) =>
      (await import("../commands/publication-list.ts")).listPublications(session, options),
  );
  does(
    command(publication, "show", "publication.show", "publication.show.example").argument(
      "<id>",
      say("show.id"),
    ),
    async (session, [id = ""]) => (await import("../commands/show.ts")).show(session, id),
  );

  const duty = group("duty", "duty.about");
  const ofDuty = async () => import("../commands/duties.ts");
  const standings = new Option("--standing <first|direct|area>", say("duty.as")).choices([
    "first",
    "direct",
    "area",
  ]);
  does(
    command(duty, "assign", "duty.assign", "duty.assign.example")
      .argument("<member>", say("duty.member"))
      .addOption(standings.default("area"))
      .option("--kind <kind>", say("duty.kind"), repeat)
      .option("--category <category>", say("duty.category"), repeat)
      .option("--unit <unit>", say("option.unit"), repeat)
      .option("--area <text>", say("duty.area"))
      .option(...date),
    async (session, [member = ""], options) =>
      (await ofDuty()).assignDuty(session, member, options),
  );
  does(
    command(duty, "end", "duty.end", "duty.end.example")
      .argument("<id>", say("show.id"))
      .option(...date)
      .option(...reason),
    async (session, [id = ""], options) => (await ofDuty()).endDuty(session, id, options),
  );
  does(
    command(duty, "list", "duty.list", "duty.list.example")
      .option(...date)
      .option("--all", say("duty.all")),
    async (session, _, options) => (await ofDuty()).listDuties(session, options),
  );
}
