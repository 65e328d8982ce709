/**
 * What a closing carries: the report as it stands, every figure of the profile with its value,
 * printed text, rule and sources, and which ledger, profile and outline it was made from.
 *
 * Its size is bounded. Where so many records stand behind the figures that their names alone would
 * fill an operation, they are left out: the journal up to that number has them.
 */
import { canonical, hashText } from "../ledger/chain.ts";
import type { FrozenFigure, FrozenInline, FrozenReport, FrozenSources } from "../ledger/frozen.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { statementKey } from "../ledger/periods.ts";
import { packNames, type SourceRuns } from "../ledger/source-runs.ts";
import type { Profile } from "../profile/profile.ts";
import { profileFor } from "../tally/profile-for.ts";
import { type Tally, tallyAll } from "../tally/tally.ts";
import type { Epoch } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import { compose } from "./compose.ts";
import { type Document, figuresOf, type Inline, mapInlines } from "./document.ts";
import { nameList } from "./names.ts";

/** Characters of packed sources in one operation, which a request of 4 MiB must still carry. */
const longest = 2_000_000;

/**
 * @param most characters of packed sources, before they are left out
 * @returns undefined in an office that has adopted no profile yet
 */
export function freeze(
  now: Ledger,
  epoch: Epoch,
  period: Period,
  most = longest,
): FrozenReport | undefined {
  const document = compose(now, period);
  const adopted = now.profiles.at(-1);
  const found = profileFor(now, period);
  if (!document || !adopted || !found) return undefined;
  const { ledger, profile } = found;
  const sets = new SourceSets();
  const figures = talliesOf(document, now).map((tally) => figureOf(tally, ledger, profile, sets));
  const { seq, hash } = now;
  return {
    v: 1,
    ledger: { epoch, seq, hash },
    profile: { seq: adopted.seq, template: hashText(canonical(profile.outline)) },
    blocks: document.blocks.map((block) => mapInlines(block, inlineOf)) as FrozenReport["blocks"],
    figures,
    sources: sets.list(most),
    statements: profile.statements.flatMap(({ id: statement }) => {
      const text = now.statements.get(statementKey(period.id, statement))?.text ?? "";
      return text === "" ? [] : [{ statement, text }];
    }),
  };
}

/** All that the profile asks, and what its text has beside: a retired indicator may still stand there. */
function talliesOf(document: Document, now: Ledger): Tally[] {
  const all = [...tallyAll(now, document.period), ...figuresOf(document).map(({ tally }) => tally)];
  return [...new Map(all.map((tally) => [tally.indicator.id, tally])).values()];
}

const inlineOf = (inline: Inline): FrozenInline =>
  inline.type === "figure"
    ? { type: "figure", indicator: inline.tally.indicator.id, text: inline.text }
    : { ...inline };

function figureOf(tally: Tally, ledger: Ledger, profile: Profile, sets: SourceSets): FrozenFigure {
  const { indicator, value, text, rule, kind, range, distinct, day, share } = tally;
  const { question } = indicator;
  // Of titles and positions the profile knows no names; of the rest it has the labels.
  const isNamed =
    tally.titles !== undefined ||
    (question.of !== "rate" && question.measure === "distinct-positions");
  return {
    indicator: indicator.id,
    value,
    text,
    rule: rule.rule,
    kind,
    ...range,
    sources: sets.place(tally.sources),
    ...(distinct ? { distinct: [...distinct] } : {}),
    ...(isNamed ? { names: [...nameList(tally, ledger, profile)] } : {}),
    ...(day ? { day } : {}),
    ...(share ? { share } : {}),
  };
}

/** Each set once: how often a thing was done and how many came have the same records behind them. */
class SourceSets {
  readonly #places = new Map<string, number>();
  readonly #sets: { count: number; packed: SourceRuns }[] = [];
  #length = 0;

  place(sources: readonly string[]): number {
    const packed = packNames(sources);
    const key = canonical(packed);
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#length += key.length;
    this.#places.set(key, this.#sets.length);
    return this.#sets.push({ count: sources.length, packed }) - 1;
  }
  list(most: number): FrozenSources[] {
    if (this.#length <= most) return this.#sets;
    return this.#sets.map(({ count }) => ({ count }));
  }
}
