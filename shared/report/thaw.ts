/**
 * A frozen report as a document again. Nothing is counted anew: values, texts and sources are those
 * of the closing; the profile that was then in force lends the labels.
 */
import type { FrozenFigure, FrozenReport } from "../ledger/frozen.ts";
import { findProfile, type Ledger } from "../ledger/ledger.ts";
import { unpackNames } from "../ledger/source-runs.ts";
import type { Indicator } from "../profile/indicator.ts";
import { once } from "../tally/once.ts";
import { type Tally, tally } from "../tally/tally.ts";
import { findTarget } from "../tally/target.ts";
import type { LocalDate } from "../words/dates.ts";
import type { IndicatorId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import { type Block, type Edition, type Inline, mapInlines } from "./document.ts";

export function thawBlocks(ledger: Ledger, period: Period, edition: Edition): Block[] {
  const figures = thawFigures(ledger, period, edition);
  return edition.report.blocks.map((block) =>
    mapInlines(block, (inline): Inline => {
      if (inline.type !== "figure") return inline;
      const tally = figures.get(inline.indicator);
      if (!tally) return { type: "text", text: inline.text }; // its words at least
      return { type: "figure", tally, text: inline.text };
    }),
  );
}

/** Every figure of the edition, by its indicator, in the order of the profile. */
export function thawFigures(
  ledger: Ledger,
  period: Period,
  { report, closing }: Edition,
): ReadonlyMap<IndicatorId, Tally> {
  const profiles = ledger.profiles.filter(({ seq }) => seq < closing.seq);
  const indicators = findProfile({ ...ledger, profiles })?.indicators ?? [];
  return new Map(
    report.figures.flatMap((figure) => {
      const indicator = indicators.find(({ id }) => id === figure.indicator);
      return indicator
        ? [[indicator.id, thawFigure(ledger, figure, indicator, period, report)]]
        : [];
    }),
  );
}

/**
 * Sources stand by workstation and number; whoever has the ledger of then can put days to them.
 * Where they were left out for their number, they are those of the ledger at hand.
 */
function thawFigure(
  ledger: Ledger,
  figure: FrozenFigure,
  indicator: Indicator,
  period: Period,
  { sources: sets }: FrozenReport,
): Tally {
  const { from, to, kind, value, text, names, distinct, day, share } = figure;
  const packed = sets[figure.sources]?.packed;
  const sources = once(() =>
    packed ? unpackNames(packed) : tally(ledger, indicator, period).sources,
  );
  return {
    indicator,
    period,
    range: { ...(from ? { from } : {}), to } satisfies { from?: LocalDate; to: LocalDate },
    kind,
    value,
    text,
    rule: indicator.wording,
    target: findTarget(indicator, period),
    get sources() {
      return sources();
    },
    ...(names ? { titles: names } : {}),
    ...(distinct ? { distinct } : {}),
    ...(day ? { day } : {}),
    ...(share ? { share } : {}),
  };
}
