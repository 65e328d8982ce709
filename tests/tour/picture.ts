/**
 * A screen of the terminal as an SVG picture.
 *
 * Every sign stands at its own cell's place, so that Chinese and rules line up in any font, and the
 * same cells give the same bytes.
 */
import type { Cell } from "../support/cells.ts";
import { ink, paints, paper } from "./colours.ts";
import { boxesOf } from "./shapes.ts";

const cellSize = { width: 9, height: 20 };
const margin = 14;
const fontSize = 15;
const baseline = 15;
/** A wide sign is as wide as the font is large, less than two cells: it stands in their middle. */
const inset = cellSize.width - fontSize / 2;
const fonts = [
  "Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono'",
  "'PingFang SC','Microsoft YaHei','Noto Sans Mono CJK SC','Noto Sans CJK SC',monospace",
].join();

const inXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** As short as a picture needs it. */
const short = (value: number) => String(Math.round(value * 100) / 100);

/** @param title what a reader who sees no pictures is told */
export function pictureOf(lines: readonly (readonly Cell[])[], title: string): string {
  const columns = Math.max(...lines.map((cells) => (cells.at(-1)?.x ?? 0) + 1));
  const width = columns * cellSize.width + 2 * margin;
  const height = lines.length * cellSize.height + 2 * margin;
  const drawn = lines.flatMap((cells, row) => lineOf(cells, margin + row * cellSize.height));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">
<title>${inXml(title)}</title>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="${paper}" stroke="#d0d7de"/>
<g fill="${ink}" font-size="${fontSize}" font-family="${fonts}">
${drawn.join("\n")}
</g>
</svg>
`;
}

function lineOf(cells: readonly Cell[], y: number): string[] {
  const drawn = piecesOf(cells).map((piece) => pieceOf(piece, y));
  const line = drawn.join("");
  return line === "" ? [] : [line];
}

/** Neighbours that look alike. */
function piecesOf(cells: readonly Cell[]): Cell[][] {
  const pieces: Cell[][] = [];
  let last = "";
  for (const cell of cells) {
    const look = JSON.stringify(cell.look);
    if (look === last) pieces.at(-1)?.push(cell);
    else pieces.push([cell]);
    last = look;
  }
  return pieces;
}

function pieceOf(cells: readonly Cell[], y: number): string {
  const [first] = cells;
  if (first === undefined) return "";
  const { sign, behind } = paints(first.look);
  const fill = sign === ink ? "" : ` fill="${sign}"`;
  const start = margin + first.x * cellSize.width;
  const end = cells.reduce((sum, { width }) => sum + width * cellSize.width, start);
  const across = (top: number, height: number, paint: string) =>
    `<rect x="${start}" y="${top}" width="${end - start}" height="${height}"${paint}/>`;
  return [
    behind === paper ? "" : across(y, cellSize.height, ` fill="${behind}"`),
    first.look.underlined ? across(y + baseline + 2, 1, fill) : "",
    shapesOf(cells, y, fill),
    signsOf(cells, y, `${fill}${first.look.bold ? ' font-weight="bold"' : ""}`),
  ].join("");
}

function shapesOf(cells: readonly Cell[], y: number, fill: string): string {
  const { width, height } = cellSize;
  const path = joined(cells)
    .map(({ x, count, box: [left, top, wide, high] }) => {
      const from = `${short(margin + (x + left) * width)} ${short(y + top * height)}`;
      return `M${from}h${short((count - 1 + wide) * width)}v${short(high * height)}h-${short((count - 1 + wide) * width)}z`;
    })
    .join("");
  return path === "" ? "" : `<path${fill} d="${path}"/>`;
}

/** A rule from edge to edge is one shape. */
function joined(cells: readonly Cell[]) {
  const shapes: { x: number; count: number; box: readonly [number, number, number, number] }[] = [];
  for (const { x, sign } of cells) {
    for (const box of boxesOf(sign) ?? []) {
      const before = shapes.at(-1);
      const goesOn = box[2] === 1 && before !== undefined && String(before.box) === String(box);
      if (goesOn && before.x + before.count === x) before.count++;
      else shapes.push({ x, count: 1, box });
    }
  }
  return shapes;
}

function signsOf(cells: readonly Cell[], y: number, look: string): string {
  const written = wordsOf(cells).map((word) => {
    const isWide = word[0]?.width === 2;
    const places = word.map(({ x }) => short(margin + x * cellSize.width + (isWide ? inset : 0)));
    const spaced = isWide ? ` letter-spacing="${2 * inset}"` : "";
    const signs = word.map(({ sign }) => inXml(sign)).join("");
    return `<tspan x="${places.join(" ")}"${spaced}>${signs}</tspan>`;
  });
  if (written.length === 0) return "";
  return `<text${look} y="${y + baseline}">${written.join("")}</text>`;
}

/**
 * Signs of one width without a gap: whoever draws knows the place of the first of them at least,
 * where a place for each is more than a program can do.
 */
function wordsOf(cells: readonly Cell[]): Cell[][] {
  const words: Cell[][] = [];
  for (const cell of cells) {
    if (cell.sign.trim() === "" || boxesOf(cell.sign)) continue;
    const before = words.at(-1)?.at(-1);
    const goesOn = before?.width === cell.width && before.x + before.width === cell.x;
    if (goesOn) words.at(-1)?.push(cell);
    else words.push([cell]);
  }
  return words;
}
