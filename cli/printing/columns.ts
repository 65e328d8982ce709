/** Rows as aligned columns; a Chinese character is as wide as two Latin ones. */
import stringWidth from "string-width";

export type Row = readonly (string | number)[];

/** Numbers stand on the right, text on the left; the last column is not filled up. */
export function columns(rows: readonly Row[]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(0, ...rows.map((row) => stringWidth(String(row[at] ?? "")))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const text = String(cell);
        const room = " ".repeat((widths[at] ?? 0) - stringWidth(text));
        if (typeof cell === "number") return room + text;
        return at === row.length - 1 ? text : text + room;
      })
      .join("  ")
      .trimEnd(),
  );
}
