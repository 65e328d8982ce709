/**
 * A screen of the terminal as a picture: text on stdin (as `tmux capture-pane -p` gives it), SVG on
 * stdout. Every character stands in its own cell, so Chinese and rules line up in any font.
 */
import { text } from "node:stream/consumers";
import stringWidth from "string-width";

const cell = { width: 9, height: 20 };
const inXml = (sign) =>
  sign.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const lines = (await text(process.stdin)).trimEnd().split("\n");
const columns = Math.max(...lines.map((line) => stringWidth(line)));
const width = columns * cell.width + 24;
const height = lines.length * cell.height + 24;

const drawn = lines.map((line, row) => {
  let column = 0;
  const places = [];
  let signs = "";
  for (const { segment } of new Intl.Segmenter("zh").segment(line)) {
    if (segment !== " ") {
      places.push(12 + column * cell.width);
      signs += inXml(segment);
    }
    column += stringWidth(segment);
  }
  const y = 12 + row * cell.height + 15;
  return signs === "" ? "" : `<text x="${places.join(" ")}" y="${y}">${signs}</text>`;
});

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<rect width="100%" height="100%" rx="8" fill="#16181d"/>
<g fill="#d8dee9" font-size="15" font-family="'Sarasa Mono SC','Noto Sans Mono CJK SC',Menlo,Consolas,monospace">
${drawn.filter(Boolean).join("\n")}
</g>
</svg>
`);
