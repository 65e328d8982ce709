/** What the help says, from the very tables that are listened to: the screen's own keys first. */
import { hasRole, type Role } from "../../../shared/ledger/members.ts";
import { roleNeeded } from "../../../shared/rules/rights.ts";
import type { Wording } from "../../wording/wording.ts";
import { commonKeys, globalKeys, keysOver, type ScreenName, screenKeys } from "../keys.ts";
import type { ScreenKey } from "../screen-keys.ts";
import { padTo, truncate, widthOf } from "../ui/width.ts";

export interface HelpLine {
  readonly text: string;
  readonly type: "heading" | "key" | "barred";
}

const keyCells = 13;

export function helpLines(
  { say }: Wording,
  screen: ScreenName,
  role: Role | undefined,
): readonly HelpLine[] {
  const heading = (text: string): HelpLine => ({ text, type: "heading" });
  const line = ({ keys, says, makes }: Pick<ScreenKey, "keys" | "says" | "makes">): HelpLine => {
    const needed = makes && roleNeeded[makes];
    const isBarred = needed !== undefined && !(role && hasRole(role, needed));
    const why = isBarred ? say("key.needs-role", { role: say(`role.${needed}`) }) : "";
    const shown = widthOf(keys) < keyCells ? padTo(keys, keyCells) : `${keys}  `;
    return { text: `  ${shown}${say(says)}${why}`, type: isBarred ? "barred" : "key" };
  };
  const own = screenKeys[screen];
  const over = keysOver[screen];
  return [
    ...(own.length > 0 ? [heading(say(`screen.${screen}`)), ...own.map(line)] : []),
    ...(over ? [heading(say(over.says)), ...over.keys.map(line)] : []),
    heading(say("key.global")),
    ...globalKeys.map(line),
    heading(say("key.common")),
    ...commonKeys.map(line),
  ];
}

const gap = 2;

/** Rows of the page: one column where all fits, two where the height is short and the width is not. */
export function layHelp(
  lines: readonly HelpLine[],
  width: number,
  height: number,
): readonly (readonly HelpLine[])[] {
  const rows = Math.ceil(lines.length / 2);
  const [left, right] = [lines.slice(0, rows), lines.slice(rows)];
  const widest = (some: readonly HelpLine[]) => Math.max(...some.map(({ text }) => widthOf(text)));
  const cells = widest(left) + gap;
  if (lines.length <= height || cells + widest(right) > width) {
    return lines.map((line) => [{ ...line, text: truncate(line.text, width) }]);
  }
  return left.map((line, row) => {
    const beside = right[row];
    return [{ ...line, text: padTo(line.text, cells) }, ...(beside ? [beside] : [])];
  });
}
