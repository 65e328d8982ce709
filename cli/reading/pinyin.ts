/** How a Chinese label is spelt: its initials, and the whole. Latin letters stay as they are. */
import { pinyin } from "pinyin-pro";

const known = new Map<string, readonly string[]>();

export function pinyinOf(label: string): readonly string[] {
  const before = known.get(label);
  if (before) return before;
  const syllables = pinyin(label, { toneType: "none", type: "array", nonZh: "consecutive" });
  const lower = syllables.map((one) => one.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));
  const spelt = [lower.map((one) => one.slice(0, 1)).join(""), lower.join("")];
  known.set(label, spelt);
  return spelt;
}
