/**
 * A screen of the terminal as a picture: `tmux capture-pane -p -e` on stdin, SVG on stdout. Every
 * character stands in its own cell, so Chinese and rules line up in any font.
 */
import { text } from "node:stream/consumers";
import stringWidth from "string-width";

const cell = { width: 9, height: 20 };
const margin = 12;
const paper = "#16181d";
const ink = "#d8dee9";
const colours = ["#3b4252", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", ink];
const grey = "#7f8896"; // the bright black that terminals show as grey

const inXml = (sign) =>
  sign.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** What a colour sequence makes of the style before it. */
function styled(before, codes) {
  let style = before;
  for (const code of codes) {
    if (code === 0) style = { fill: ink, bold: false, inverse: false };
    else if (code === 1) style = { ...style, bold: true };
    else if (code === 22) style = { ...style, bold: false };
    else if (code === 7 || code === 27) style = { ...style, inverse: code === 7 };
    else if (code === 39) style = { ...style, fill: ink };
    else if (code >= 30 && code <= 37) style = { ...style, fill: colours[code - 30] };
    else if (code === 90) style = { ...style, fill: grey };
    else if (code !== 49) throw new Error(`this picture has no colour ${code}`);
  }
  return style;
}

/** The pieces of each line that look alike; a style goes on into the next line. */
function readScreen(captured) {
  let style = styled({}, [0]);
  return captured.split("\n").map((line) => {
    const pieces = [];
    let column = 0;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what terminals are told
    for (const [at, part] of line.split(/\x1b\[([\d;]*)m/).entries()) {
      if (at % 2 === 1) {
        style = styled(style, part.split(";").map(Number));
      } else if (part !== "") {
        pieces.push({ ...style, column, part });
        column += stringWidth(part);
      }
    }
    return { pieces, columns: column };
  });
}

function drawPiece({ fill, bold, inverse, column, part }, row) {
  const places = [];
  let signs = "";
  let at = column;
  for (const { segment } of new Intl.Segmenter("zh").segment(part)) {
    if (segment !== " ") {
      places.push(margin + at * cell.width);
      signs += inXml(segment);
    }
    at += stringWidth(segment);
  }
  const y = margin + row * cell.height;
  const behind = inverse
    ? `<rect x="${margin + column * cell.width}" y="${y}" width="${(at - column) * cell.width}" height="${cell.height}" fill="${fill}"/>`
    : "";
  if (signs === "") return behind;
  const colour = inverse ? paper : fill;
  const look = `${colour === ink ? "" : ` fill="${colour}"`}${bold ? ' font-weight="bold"' : ""}`;
  return `${behind}<text${look} x="${places.join(" ")}" y="${y + 15}">${signs}</text>`;
}

const lines = readScreen((await text(process.stdin)).trimEnd());
const width = Math.max(...lines.map(({ columns }) => columns)) * cell.width + 2 * margin;
const height = lines.length * cell.height + 2 * margin;
const drawn = lines.map(({ pieces }, row) => pieces.map((piece) => drawPiece(piece, row)).join(""));

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" rx="8" fill="${paper}"/>
<g fill="${ink}" font-size="15" font-family="'Sarasa Mono SC','Noto Sans Mono CJK SC',Menlo,Consolas,monospace">
${drawn.filter(Boolean).join("\n")}
</g>
</svg>
`);
