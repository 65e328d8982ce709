/** The page number, — 1 —: on odd pages right, on even pages left, one character from the edge. */
import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from "docx";
import { size } from "./page.ts";

const oneCharacter = size.page * 10; // half-points to twips

const footer = (side: "left" | "right"): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        alignment: side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === "right" ? { right: oneCharacter } : { left: oneCharacter },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });

export const footers = () => ({ default: footer("right"), even: footer("left") });
