/**
 * The ledger's screen in this process, on a terminal that only notes when something was drawn.
 * A key's time runs from when it was to be pressed: what keeps the program busy counts.
 */
import { EventEmitter } from "node:events";
import { render, Text } from "ink";
import { putEntry } from "../../shared/ledger/entry-table.ts";
import { periodOf } from "../../shared/words/period.ts";
import { entryAt, ledgerWith } from "../support/entries.ts";
import { ledgerScreen } from "../support/ledger-screen.tsx";
import { median, percentile, tell } from "./figures.ts";

const [size = 10_000, keys = 150] = process.argv.slice(2).map(Number);
const width = 120;
const height = 40;
const people = ["安全生产", "青年志愿", "政策宣讲", "清洁家园", "理论学习", "森林防火"];
const kinds = ["meeting", "help", "check"];

const entry = (seq: number) =>
  entryAt(seq, {
    kind: kinds[seq % kinds.length] ?? "meeting",
    title: `${people[seq % people.length]}第${seq}次活动`,
    units: seq % 3 === 0 ? ["east"] : ["west"],
  });

class Terminal extends EventEmitter {
  columns = width;
  rows = height;
  isTTY = true;
  waits: { text: string; resolve: (at: number) => void } | undefined;
  recent = "";
  write = (chunk: string): boolean => {
    this.recent = (this.recent + chunk).slice(-20_000);
    const { waits } = this;
    if (waits && this.recent.includes(waits.text)) {
      this.waits = undefined;
      waits.resolve(performance.now());
    }
    return true;
  };
  sees(text: string): Promise<number> {
    this.recent = "";
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`never seen: ${text}; but ${this.recent}`)),
        20_000,
      );
      this.waits = {
        text,
        resolve: (at) => {
          clearTimeout(late);
          resolve(at);
        },
      };
    });
  }
}
class Keyboard extends EventEmitter {
  isTTY = true;
  pressed: string | null = null;
  setEncoding() {}
  setRawMode() {}
  resume() {}
  pause() {}
  ref() {}
  unref() {}
  read = () => {
    const { pressed } = this;
    this.pressed = null;
    return pressed;
  };
  press(key: string) {
    this.pressed = key;
    this.emit("readable");
    this.emit("data", key);
  }
}
const until = (time: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));

let ledger = ledgerWith(Array.from({ length: size }, (_, at) => entry(at + 1)));
const stdout = new Terminal();
const stdin = new Keyboard();
const screen = ledgerScreen(ledger, { width, height, period: periodOf("2022" as never) });

// Another screen stands there before, as in the program: Ink itself is warm.
const before = stdout.sees("另一屏");
const app = render(<Text>另一屏</Text>, {
  stdout: stdout as never,
  stdin: stdin as never,
  interactive: true, // also where the environment looks like a build machine's
  patchConsole: false,
  exitOnCtrlC: false,
});
await before;
await until(performance.now() + 100); // not in the shadow of that frame
const started = performance.now();
const first = stdout.sees(`/ ${size} 条`);
app.rerender(screen.element);
const opening = (await first) - started;

/** A key after a person's pause, and when its effect was seen. */
async function press(key: string, seen: string, pause = 45): Promise<number> {
  const due = performance.now() + pause;
  await until(due);
  const drawn = stdout.sees(seen);
  stdin.press(key);
  return (await drawn) - due;
}
const say = (figure: string, value: number, aim = "under 50 ms", runs = 1) =>
  tell({ figure: `ledger, ${size} entries: ${figure}`, unit: "ms", value, aim, runs });
const sayKeys = (figure: string, times: readonly number[]) => {
  say(`${figure}, p50`, median(times), "under 50 ms", times.length);
  say(`${figure}, p99`, percentile(times, 0.99), "under 50 ms", times.length);
};

say("opening, to its first frame", opening);
const downs: number[] = [];
for (let at = 2; at < keys; at++) downs.push(await press("\u001b[B", `第 ${at} / `));
sayKeys("a row down", downs);
say("to the last row", await press("\u001b[F", `第 ${size} / `));
say("sorted by kind", await press("s", "按事项"));
say("sorted as recorded", await press("s", "按记入先后"));
say("sorted by day again", await press("s", "按日期"));

await press("/", "筛选 /");
say("first letter of a filter, to its first frame", await press("青", "筛选 / 青"));
await press("\u0015", "筛选 /");
await press("q", "筛选 / q");
say("second letter, by pinyin", await press("n", "筛选 / qn"));
await press("\u0015", "筛选 /");

// 50 operations a second from elsewhere while somebody types.
let seq = size;
const elsewhere = setInterval(() => {
  seq++;
  ledger = { ...ledger, seq: seq as never, entries: putEntry(ledger.entries, entry(seq)) };
  screen.record(ledger);
}, 20);
const typed: number[] = [];
let text = "";
const letters = "qnzy kind:志愿 >=2.1 unit:西村 第1";
for (const letter of [...letters, ...letters]) {
  text += letter;
  if (text.length > letters.length) {
    text = letter;
    await press("\u0015", "筛选 /", 80);
  }
  typed.push(await press(letter, `筛选 / ${text.trimEnd()}`, 80));
}
clearInterval(elsewhere);
sayKeys("typing a filter while 50 operations a second arrive", typed);
say("the slowest of those keys", Math.max(...typed), "under 50 ms", typed.length);
const arrived = seq - size;
await press("\u001b", `/ ${size + arrived} 条`);
console.log(
  JSON.stringify({ figure: `ledger, ${size} entries: operations lost`, value: 0, of: arrived }),
);
app.unmount();
process.exit(0);
