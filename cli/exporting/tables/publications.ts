/**
 * 稿件: the office's own texts that were drafted in the period, moved in it, or were not out yet when
 * it began; each with its signatures and releases by the period's last day.
 */
import {
  releasesIn,
  type Signature,
  signaturesIn,
  stageOn,
  stepsBy,
} from "../../../shared/ledger/publication-stages.ts";
import type { Publication, TakenStep } from "../../../shared/ledger/publications.ts";
import { byWritten, isVoided } from "../../../shared/ledger/trail.ts";
import { mediaLevelsIn } from "../../../shared/profile/publishing.ts";
import type { Row, Table } from "../../../shared/sheets/table.ts";
import { addDays } from "../../../shared/words/dates.ts";
import { isWithin, type Period } from "../../../shared/words/period.ts";
import { day, label, number, type TableContext, text } from "./context.ts";

export function publicationsTable(context: TableContext): Table {
  const { wording, ledger, period } = context;
  return {
    name: "publications",
    title: wording.say("sheet.publications"),
    columns: [
      number(wording, "sheet.number"),
      text(wording, "field.id"),
      day(wording, "sheet.drafted-on"),
      text(wording, "publication.title"),
      label(wording, "field.unit"),
      label(wording, "sheet.drafted-by"),
      text(wording, "field.origin"),
      text(wording, "publication.gist"),
      label(wording, "sheet.progress"),
      text(wording, "sheet.reviews"),
      day(wording, "sheet.released-on"),
      label(wording, "field.outlet"),
      label(wording, "publication.level"),
      text(wording, "publication.link"),
      text(wording, "sheet.afterwards"),
    ],
    fixedColumns: 4,
    rows: function* () {
      let at = 0;
      const publications = [...ledger.publications.values()]
        .filter((one) => !isVoided(one) && isOfPeriod(one, period))
        .sort((a, b) => a.on.localeCompare(b.on) || byWritten(a, b));
      for (const publication of publications) yield rowOf(context, ++at, publication);
    },
  };
}

function isOfPeriod(publication: Publication, period: Period): boolean {
  if (publication.on > period.to) return false;
  const before = stageOn(publication, addDays(period.from, -1));
  const isOut = before === "released" || before === "withdrawn";
  return !isOut || publication.steps.some(({ on }) => isWithin(on, period));
}

function rowOf(context: TableContext, at: number, publication: Publication): Row {
  const { labels, period, profile, wording } = context;
  const steps = stepsBy(publication, period.to);
  const releases = releasesIn(steps);
  const levels = new Map(mediaLevelsIn(profile).map(({ id, label: name }) => [id, name]));
  const level = (id: string | undefined) =>
    id === undefined ? "" : (levels.get(id as never) ?? id);
  const channel = ({ position, outlet }: Pick<Publication, "position" | "outlet">) =>
    labels.position(position) ?? outlet ?? "";
  const channels = releases.length > 0 ? releases : [publication];
  return [
    at,
    publication.id,
    publication.on,
    publication.title,
    labels.unit(publication.unit),
    labels.member(publication.trail.by),
    publication.origin,
    publication.gist,
    wording.say(`stage.${stageOn(publication, period.to) ?? "drafted"}`),
    signaturesIn(steps)
      .map((one) => signatureText(context, publication, one))
      .join("\n"),
    releases[0]?.on,
    joined(channels.map(channel)),
    joined(releases.map(({ mediaLevel }) => level(mediaLevel))),
    joined(releases.map(({ link = "" }) => link)),
    steps.flatMap(afterwards).join("\n"),
  ];
}

const joined = (texts: readonly string[]): string =>
  [...new Set(texts.filter((one) => one !== ""))].join("、");

function signatureText(
  { labels }: TableContext,
  { reviews }: Publication,
  { review, by, on, opinion, proofreading }: Signature,
): string {
  const name = reviews.find((one) => one.review === review)?.label ?? review;
  return [`${name} ${labels.member(by)} ${on}`, opinion, proofreading].filter(Boolean).join("；");
}

/** What came after the release: corrections, a withdrawal. */
function afterwards(step: TakenStep): string[] {
  if (step.type === "publication-corrected") return [`${step.on} ${step.correction}`];
  return step.type === "publication-withdrawn" ? [`${step.on} ${step.reason}`] : [];
}
