/**
 * Ledger + the profile's outline + period → document. What is said is decided here; how it looks
 * is the formats' business. What people typed stays text: it is never read as an outline.
 */
import type { Ledger } from "../ledger/ledger.ts";
import type { OutlineBlock, OutlineText } from "../profile/outline.ts";
import { type Piece, piecesOf } from "../profile/outline-text.ts";
import type { Profile } from "../profile/profile.ts";
import { profileFor } from "../tally/profile-for.ts";
import { type Tally, tally } from "../tally/tally.ts";
import type { IndicatorId, StatementId } from "../words/ids.ts";
import type { Period } from "../words/period.ts";
import { holds } from "./choice.ts";
import type { Block, Document, Inline } from "./document.ts";
import { sayName } from "./fixed-names.ts";
import { namesOf } from "./names.ts";
import { headingNumber, pointNumber, sectionNumber } from "./numbering.ts";
import { linesOf, splitHeading, withoutNumber, withStop } from "./statement-lines.ts";

/** Undefined in an office that has adopted no profile yet. */
export function compose(now: Ledger, period: Period): Document | undefined {
  const found = profileFor(now, period);
  if (!found) return undefined;
  const { ledger, profile } = found;
  const composer = new Composer(ledger, profile, period);
  const { title, addressee, body, signature } = profile.outline;
  const blocks: Block[] = [
    { type: "title", lines: title.map((line) => composer.words(line)) },
    ...(addressee ? [{ type: "addressee" as const, inlines: composer.words(addressee) }] : []),
    ...body.flatMap((block) => composer.block(block)),
    ...(signature ? [{ type: "signature" as const, inlines: composer.words("{office}") }] : []),
  ];
  return { period, blocks };
}

/** Heading numbers go on through the report, section numbers begin anew under every heading. */
class Composer {
  readonly #ledger: Ledger;
  readonly #profile: Profile;
  readonly #period: Period;
  readonly #tallies = new Map<string, Tally>();
  #headings = 0;
  #sections = 0;

  constructor(ledger: Ledger, profile: Profile, period: Period) {
    this.#ledger = ledger;
    this.#profile = profile;
    this.#period = period;
  }

  block(block: OutlineBlock): Block[] {
    if ("heading" in block) {
      this.#sections = 0;
      const number = block.numbered ? headingNumber(++this.#headings) : "";
      return [{ type: "heading", number, inlines: this.words(block.heading) }];
    }
    if ("section" in block) {
      const { section, text, points = [], after } = block;
      const inlines = [...this.#text(text), ...this.#points(points), ...this.#text(after)];
      const heading = this.words(section);
      return [{ type: "section", number: sectionNumber(++this.#sections), heading, inlines }];
    }
    if ("paragraph" in block) {
      const { paragraph, points = [] } = block;
      return [{ type: "paragraph", inlines: [...this.#text(paragraph), ...this.#points(points)] }];
    }
    return this.#statementBlocks(block.statement, block.form);
  }

  /** A text of the profile with its places filled. */
  words(text: string): Inline[] {
    return piecesOf(unfolded(text)).map((piece) => this.#inline(piece));
  }

  #inline(piece: Piece): Inline {
    switch (piece.type) {
      case "words":
      case "broken":
        return { type: "text", text: piece.words };
      case "name":
        return {
          type: "text",
          text: sayName(piece.name, this.#ledger, this.#profile, this.#period),
        };
      case "figure": {
        const figure = this.#tally(piece.indicator as IndicatorId);
        if (piece.form === "names") {
          const text = namesOf(figure, this.#ledger, this.#profile);
          return { type: "figure", tally: figure, text };
        }
        const unit = piece.form === "full" ? figure.indicator.unit : "";
        return { type: "figure", tally: figure, text: `${figure.text}${unit}` };
      }
    }
  }

  #text(text: OutlineText | undefined): Inline[] {
    if (text === undefined) return [];
    if (typeof text === "string") return this.words(text);
    return text.flatMap((part) => {
      if (typeof part === "string") return this.words(part);
      if ("statement" in part) return this.#statement(part.statement);
      const { when } = part;
      return this.words(holds(when, this.#tally(when.indicator)) ? part.then : part.otherwise);
    });
  }

  #points(points: readonly OutlineText[]): Inline[] {
    return points.flatMap((point, at): Inline[] => [
      { type: "text", text: pointNumber(at + 1) },
      ...this.#text(point),
    ]);
  }

  #tally(indicator: IndicatorId): Tally {
    const known = this.#tallies.get(indicator) ?? tally(this.#ledger, indicator, this.#period);
    this.#tallies.set(indicator, known);
    return known;
  }

  #unwritten(statement: StatementId): Inline {
    const slot = this.#profile.statements.find(({ id }) => id === statement);
    return { type: "unwritten", statement, label: slot?.label ?? statement };
  }

  /** Within a paragraph: all lines run on. */
  #statement(statement: StatementId): Inline[] {
    const lines = linesOf(this.#ledger, this.#period, statement);
    if (lines.length === 0) return [this.#unwritten(statement)];
    return [{ type: "written", statement, text: lines.map(withStop).join("") }];
  }

  #statementBlocks(statement: StatementId, form: "paragraphs" | "points" | "sections"): Block[] {
    const lines = linesOf(this.#ledger, this.#period, statement);
    if (lines.length === 0) return [{ type: "paragraph", inlines: [this.#unwritten(statement)] }];
    const written = (text: string): Inline => ({ type: "written", statement, text });
    switch (form) {
      case "paragraphs":
        return lines.map((line) => ({ type: "paragraph", inlines: [written(withStop(line))] }));
      case "points": {
        const inlines = lines.flatMap((line, at): Inline[] => {
          const number = pointNumber(at + 1);
          return [{ type: "text", text: number }, written(withStop(withoutNumber(line, number)))];
        });
        return [{ type: "paragraph", inlines }];
      }
      case "sections":
        return lines.map((line) => {
          const number = sectionNumber(++this.#sections);
          const { heading, rest } = splitHeading(withoutNumber(line, number));
          return {
            type: "section",
            number,
            heading: heading === "" ? [] : [written(heading)],
            inlines: [written(withStop(rest))],
          };
        });
    }
  }
}

/**
 * A text that the profile's author spread over lines, without the blanks that YAML leaves at the
 * turns: between Chinese characters, and between one and a figure, there is no blank.
 */
const unfolded = (text: string): string =>
  text
    .trim()
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \n]+(?=[\u3000-\u9fff\uff00-\uffef{])/gu, "")
    .replace(/(?<=\})[ \n]+(?=[\u3000-\u9fff\uff00-\uffef])/gu, "")
    .replaceAll("\n", " ");
