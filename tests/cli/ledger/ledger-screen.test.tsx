import { cleanup, render } from "ink-testing-library";
import { afterEach, describe, expect, test } from "vitest";
import { widthOf } from "../../../cli/tui/ui/width.ts";
import type { Entry } from "../../../shared/ledger/entries.ts";
import { putEntry } from "../../../shared/ledger/entry-table.ts";
import type { Ledger } from "../../../shared/ledger/ledger.ts";
import { entryAt, ledgerWith } from "../../support/entries.ts";
import { ledgerScreen } from "../../support/ledger-screen.tsx";

const key = {
  up: "\u001b[A",
  down: "\u001b[B",
  home: "\u001b[H",
  end: "\u001b[F",
  escape: "\u001b",
  enter: "\r",
  tab: "\t",
  save: "\u0013",
  ctrlW: "\u0017",
};
afterEach(cleanup);

function open(ledger: Ledger, options: Parameters<typeof ledgerScreen>[1] = {}) {
  const screen = ledgerScreen(ledger, options);
  const shown = render(screen.element);
  const frame = () => shown.lastFrame() ?? "";
  const lines = () => frame().split("\n");
  const chosen = () => lines().find((line) => line.startsWith("›")) ?? "";
  const sees = (text: string | RegExp) =>
    expect
      .poll(frame)
      .toEqual(
        typeof text === "string" ? expect.stringContaining(text) : expect.stringMatching(text),
      );
  const chooses = (text: string) => expect.poll(chosen).toContain(text);
  const type = (keys: string) => shown.stdin.write(keys);
  return { ...screen, frame, lines, chosen, sees, chooses, type };
}

const plant = (seq: number, on: string, more: Parameters<typeof entryAt>[1] = {}): Entry =>
  entryAt(seq, { on, title: `第${seq}次义务植树`, ...more });
const some = [
  plant(1, "2022-03-01"),
  plant(2, "2022-03-12", { kind: "help", units: ["east", "west"], marks: ["open"] }),
  plant(3, "2022-05-04", { title: "青年例会" }),
  plant(4, "2022-06-30", { title: "半年总结会", by: "other001-1" }),
];

describe("the table", () => {
  test("has the newest day first, and its columns stand under their heads at every width", async () => {
    for (const language of ["zh", "en"] as const) {
      for (const width of [60, 80, 100]) {
        const { lines, sees } = open(ledgerWith(some), { width, language });
        await sees("半年总结会");
        const rows = lines().filter((line) => /次义务植树|例会|总结会/.test(line));
        expect(rows).toHaveLength(4);
        const place = widthOf((rows[0] as string).split("半年")[0] as string);
        expect(widthOf((rows[1] as string).split("青年")[0] as string)).toBe(place);
        const head = lines().find((line) => /标题|Title/.test(line)) as string;
        expect(widthOf(head.split(/标题|Title/)[0] as string)).toBe(place);
        expect(lines().every((line) => widthOf(line) <= width)).toBe(true);
        cleanup();
      }
    }
  });

  test("says how a record stands, in words as well", async () => {
    const voided = plant(1, "2022-03-01", {
      trail: { voided: { seq: 4, by: "reader01-1", reason: "重复登记" } },
    });
    const pending = plant(2, "2022-03-02", { trail: { seqs: [99] } });
    const { sees, type } = open(ledgerWith([voided, pending]));
    await sees(/第1次义务植树.*作废/);
    await sees(/第2次义务植树.*待发/);
    type(key.down + key.enter);
    await sees("已作废：重复登记。按 r 恢复。");
  });

  test("sorts by day, by kind and as it was recorded, and the chosen record stays chosen", async () => {
    const { type, sees, chooses, lines } = open(ledgerWith(some));
    type(key.down);
    await chooses("青年例会");
    type("s");
    await sees("按事项");
    await chooses("青年例会");
    type("s");
    await sees("按记入先后");
    const titles = lines().flatMap((line) => /半年总结会|青年例会|第\d次义务植树/.exec(line) ?? []);
    expect(titles).toEqual(["半年总结会", "青年例会", "第2次义务植树", "第1次义务植树"]);
    await chooses("青年例会");
  });

  test("an empty period says where there is something and which key leads there", async () => {
    const later = { period: { id: "2023-H1", from: "2023-01-01", to: "2023-06-30" } as never };
    const { sees, type, chooses } = open(ledgerWith(some), later);
    await sees("这个周期没有记录，最近的在 2022-06-30。按 t 可到那天");
    type(`t2022-05-10${key.enter}`);
    await chooses("青年例会");
    await sees("2022-H1");
  });
});

describe("others' entries come in while one looks", () => {
  const many = Array.from({ length: 200 }, (_, at) => entryAt(at + 1));
  const newer = (ledger: Ledger, seq: number): Ledger => ({
    ...ledger,
    seq: seq as never,
    entries: putEntry(ledger.entries, entryAt(seq, { on: "2022-06-30", title: `别处的${seq}` })),
  });

  test("at the top they are seen, and the chosen row stays the record that it was", async () => {
    const ledger = ledgerWith(many);
    const { chosen, chooses, record, sees } = open(ledger);
    await sees("›");
    const title = /第\d+次例会/.exec(chosen())?.[0] as string;
    record(newer(ledger, 201));
    await sees("别处的201");
    await chooses(title);
  });

  test("further down not even its line on the screen changes", async () => {
    let ledger = ledgerWith(many);
    const { chosen, lines, record, sees, type } = open(ledger);
    type(key.end + key.up + key.up);
    await sees("第 198 / 200 条");
    const before = chosen();
    const line = lines().indexOf(before);
    for (let seq = 201; seq <= 210; seq++) {
      ledger = newer(ledger, seq);
      record(ledger);
    }
    await sees("第 208 / 210 条");
    expect(lines()[line]).toBe(before);
  });
});

describe("the filter", () => {
  test("is typed after /, shows what fits with every letter, and Esc drops it", async () => {
    const { type, sees, frame, kept } = open(ledgerWith(some));
    type("/植树");
    await sees("第 1 / 2 条");
    expect(frame()).not.toContain("青年例会");
    expect(kept.at(-1)).toBe("line"); // q is a letter now
    type(` 3月 kind:志愿${key.enter}`);
    await sees(/筛选：植树 3月 kind:志愿 .*第 1 \/ 1 条/);
    expect(frame()).toContain("第2次义务植树");
    await expect.poll(() => kept.at(-1)).toBe("escape");
    type(key.escape);
    await sees("青年例会");
    await expect.poll(() => kept.at(-1)).toBe("nothing");
  });

  test("finds by initials and whole pinyin", async () => {
    const { type, sees } = open(ledgerWith(some));
    type("/qnlh");
    await sees("第 1 / 1 条");
    type(`${key.ctrlW}yiwu`);
    await sees("第 1 / 2 条");
  });

  test("says a word that it does not understand with the nearest name, and Tab completes", async () => {
    const { type, sees } = open(ledgerWith(some));
    type("/knd:会议");
    await sees("“knd:会议”看不懂。是不是“kind:”？");
    type(`${key.ctrlW}unit:东${key.tab}`);
    await sees("筛选 / unit:东村");
    await sees("第 1 / 1 条");
  });

  test("where nothing fits it says so, with the key that helps", async () => {
    const { type, sees } = open(ledgerWith(some));
    type(`/没有这样的${key.enter}`);
    await sees("没有符合的记录。按 Esc 取消筛选，按 / 修改。");
  });

  test("after it was dropped, n and N still go from one match to the next", async () => {
    const { type, sees, chooses, notices } = open(ledgerWith(some));
    type(`/植树${key.enter}`);
    await sees("第 1 / 2 条");
    type(key.escape);
    await sees("第 3 / 4 条");
    type("n");
    await chooses("第1次义务植树");
    type("N");
    await chooses("第2次义务植树");
    type("N");
    await expect.poll(() => notices.at(-1)?.text).toBe("这个方向上没有“植树”了。");
  });
});

describe("mending", () => {
  test("only what was changed is sent, on what was seen when the form was opened", async () => {
    const ledger = ledgerWith(some);
    const { type, sees, chooses, handedIn, record, notices } = open(ledger);
    type(key.down);
    await chooses("青年例会");
    type("e");
    await sees("更正：青年例会");
    record({ ...ledger, seq: 50 as never });
    type(key.tab + key.tab);
    await sees(/› 标题/);
    type("（补）");
    await sees("青年例会（补）");
    type(key.save);
    await expect
      .poll(() => handedIn)
      .toEqual([
        {
          bodies: [
            { type: "entry-amended", entry: "reader01-3", changes: { title: "青年例会（补）" } },
          ],
          options: { saw: 4 },
        },
      ]);
    await expect.poll(() => notices.at(-1)?.text).toBe("已更正：青年例会");
  });

  test("a void asks for its reason", async () => {
    const { type, sees, chooses, handedIn } = open(ledgerWith(some));
    type(key.down);
    await chooses("青年例会");
    type("v");
    await sees("作废：青年例会");
    type("重复登记");
    await sees("重复登记");
    type(key.save);
    const record = { type: "entry", id: "reader01-3" };
    await expect
      .poll(() => handedIn[0]?.bodies)
      .toEqual([{ type: "record-voided", record, reason: "重复登记" }]);
  });

  test("several are marked at once, in one go, and those that have the mark already are left alone", async () => {
    const { type, sees, handedIn } = open(ledgerWith(some), { focus: "reader01-3" });
    type("   ");
    await sees("已选 3 条");
    type("m");
    await sees("给 3 条记录加标记、去标记");
    type("公开");
    await sees(/› 加上 +公开/);
    type(key.enter);
    await sees("[公开]");
    type(key.save);
    await expect.poll(() => handedIn).toHaveLength(1);
    expect(handedIn[0]?.bodies).toEqual(
      ["reader01-3", "reader01-1"].map((entry) => ({
        type: "entry-amended",
        entry,
        changes: {},
        marks: { add: ["open"], remove: [] },
      })),
    );
  });

  test("another's record is not opened to one who may not mend it, and the reason is said", async () => {
    const { type, chooses, notices, handedIn } = open(ledgerWith(some));
    await chooses("半年总结会");
    type("e");
    await expect
      .poll(() => notices.at(-1)?.text)
      .toBe("半年总结会 是别人记的，请本人或负责人来改。");
    expect(handedIn).toEqual([]);
  });

  test("d opens the form of a new entry on this one", async () => {
    const { type, chooses, opened } = open(ledgerWith(some));
    await chooses("半年总结会");
    type("d");
    await expect.poll(() => opened).toEqual([{ screen: "entry-form", focus: "reader01-4" }]);
  });
});

test("keys that come in one piece are all taken, each on what the one before it made", async () => {
  const many = Array.from({ length: 60 }, (_, at) => entryAt(at + 1));
  const { type, sees } = open(ledgerWith(many));
  type("/例会\rG");
  await sees("第 60 / 60 条");
  type("t4-1\r/第5");
  await sees("筛选 / 例会第5");
});

test("what others typed can neither fake a row nor break one", async () => {
  const { lines, sees } = open(
    ledgerWith([entryAt(1, { title: "长".repeat(200) }), ...some.slice(1)]),
  );
  await sees("半年总结会");
  expect(lines().every((line) => widthOf(line) <= 100)).toBe(true);
});
