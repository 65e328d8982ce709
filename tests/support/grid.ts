/** What a terminal makes of something drawn: its cells, as an emulator keeps them. */
import unicode11 from "@xterm/addon-unicode11";
import headless from "@xterm/headless";
import { renderToString } from "ink";
import type { ReactElement } from "react";

export interface Grid {
  /** Rows down to the last that holds something, without blanks at their ends. */
  readonly rows: readonly string[];
  /** Cells that a row takes, to its last one that is not blank. */
  readonly lengths: readonly number[];
  /** The sign that begins in a cell; "" behind a wide one. */
  cell(x: number, y: number): string;
  /** In which cells of a row a sign stands. */
  columnsOf(y: number, sign: string): readonly number[];
  /** Title of the window, clipboard, answers: whatever the drawing made the terminal do. */
  readonly deeds: readonly string[];
}

const roomy = { cols: 300, rows: 80 };

/** @param columns the width that Ink is told; the terminal is wider, so that what sticks out is seen */
export async function gridOf(element: ReactElement, columns: number): Promise<Grid> {
  const terminal = new headless.Terminal({ ...roomy, allowProposedApi: true, convertEol: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = "11";
  const deeds: string[] = [];
  terminal.onTitleChange((title) => deeds.push(`title ${title}`));
  terminal.onData((data) => deeds.push(`answer ${data}`));
  terminal.onBell(() => deeds.push("bell"));
  for (const code of [8, 52]) {
    terminal.parser.registerOscHandler(code, (data) => deeds.push(`osc ${code} ${data}`) > 0);
  }
  await new Promise<void>((resolve) => {
    terminal.write(renderToString(element, { columns }), resolve);
  });
  const { active } = terminal.buffer;
  const line = (y: number) => active.getLine(active.baseY + y);
  const cell = (x: number, y: number) => line(y)?.getCell(x)?.getChars() ?? "";
  const width = (x: number, y: number) => line(y)?.getCell(x)?.getWidth() ?? 1;
  const lengthOf = (y: number) => {
    let length = roomy.cols;
    while (length > 0 && cell(length - 1, y).trim() === "" && width(length - 1, y) > 0) length--;
    return length;
  };
  const all = Array.from({ length: roomy.rows }, (_, y) => line(y)?.translateToString(true) ?? "");
  const last = all.findLastIndex((row) => row !== "");
  const rows = all.slice(0, last + 1);
  return {
    rows,
    lengths: rows.map((_, y) => lengthOf(y)),
    cell,
    columnsOf: (y, sign) =>
      Array.from({ length: roomy.cols }, (_, x) => x).filter((x) => cell(x, y) === sign),
    deeds,
  };
}
