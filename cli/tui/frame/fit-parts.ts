/** Parts of one line, of which the least important ones give way when it is narrow. */
import { truncate, widthOf } from "../ui/width.ts";

export interface Part {
  readonly text: string;
  /** The lower, the longer it stays. */
  readonly rank: number;
}

const between = "  ·  ";

export function fitParts(parts: readonly Part[], columns: number): string {
  let kept = parts.filter(({ text }) => text !== "");
  const line = () => kept.map(({ text }) => text).join(between);
  while (kept.length > 1 && widthOf(line()) > columns) {
    const worst = Math.max(...kept.map(({ rank }) => rank));
    const last = kept.findLastIndex(({ rank }) => rank === worst);
    kept = kept.toSpliced(last, 1);
  }
  return truncate(line(), columns);
}
