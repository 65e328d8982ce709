import fc from "fast-check";
import { expect, test } from "vitest";
import { wholeFrames } from "../../support/whole-frames.ts";

const [begin, end] = ["\u001b[?2026h", "\u001b[?2026l"];

test("however the line cuts it up, a frame is shown whole, nothing is lost, and all in its order", () => {
  const frame = fc.string({ maxLength: 6 }).map((text) => `${begin}${text}${end}`);
  const loose = fc.constantFrom("a", "\u001b[31m", "\u001b", "\u001b[?20");
  fc.assert(
    fc.property(
      fc.array(fc.oneof(frame, loose), { maxLength: 8 }),
      fc.infiniteStream(fc.nat(9)),
      (parts, cuts) => {
        const shown: string[] = [];
        const frames = wholeFrames((data) => shown.push(data));
        let left = parts.join("");
        const drawn = left;
        while (left !== "") {
          const length = 1 + (cuts.next().value ?? 0);
          frames.take(left.slice(0, length));
          left = left.slice(length);
          const now = shown.join("");
          expect(now.split(begin).length).toBe(now.split(end).length);
        }
        frames.flush();
        expect(shown.join("")).toBe(drawn);
      },
    ),
  );
});

test("a frame that a killed program did not end is shown as far as it came", () => {
  let shown = "";
  const frames = wholeFrames((data) => {
    shown += data;
  });
  frames.take(`a${begin}b`);
  expect(shown).toBe("a");
  frames.flush();
  expect(shown).toBe(`a${begin}b`);
});
