/** What is seen: the first frame with real tallies, and a key in a long list. */
import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import { bundleScreen } from "./bundle.ts";
import { median, tell } from "./figures.ts";
import { officeOfProblems } from "./problem-office.ts";

const program = join(import.meta.dirname, "..", "..", "dist", "taizhang.js");
const down = "\u001b[B";

/** A program on a terminal of 100 by 30; time runs from its start. */
function open(args: readonly string[]) {
  const start = performance.now();
  const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", TAIZHANG_LANG: "zh" };
  const pty = spawn(process.execPath, [...args], {
    name: "xterm-256color",
    cols: 100,
    rows: 30,
    env,
  });
  let text = "";
  let told = () => {};
  pty.onData((data) => {
    text += data;
    if (data.includes("\u001b[6n")) pty.write("\u001b[1;2R"); // as any terminal answers
    told();
  });
  const ended = new Promise<void>((resolve) => pty.onExit(() => resolve()));
  void ended.then(() => {
    if (!closed) throw new Error(`${args.join(" ")} ended with this on its screen: ${text}`);
  });
  let closed = false;
  return {
    sees: (word: string) =>
      new Promise<number>((resolve) => {
        const look = () => text.includes(word) && resolve(performance.now() - start);
        told = look;
        look();
      }),
    /** From a key to what it changes on the screen. */
    press: (key: string) =>
      new Promise<number>((resolve) => {
        const pressed = performance.now();
        told = () => resolve(performance.now() - pressed);
        pty.write(key);
      }),
    /** From a key to a word that only what it opens has. */
    switch: (key: string, word: string) =>
      new Promise<number>((resolve) => {
        const pressed = performance.now();
        text = "";
        told = () => text.includes(word) && resolve(performance.now() - pressed);
        pty.write(key);
      }),
    type: (key: string) => pty.write(key),
    leave: () => {
      closed = true;
      pty.write("q");
      return ended;
    },
    close: () => {
      closed = true;
      pty.kill("SIGKILL");
      return ended;
    },
  };
}

export async function benchScreen(quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "taizhang-bench-"));
  const peer = await bundleScreen(join(import.meta.dirname, "peers", "ink-list.tsx"), folder);
  spawnSync(process.execPath, [program, "demo", "--plain", "--out", join(folder, "demo")]);
  const sample = [program, "--office", join(folder, "demo", "office")];
  // Once from beginning to end, as every day before: what was seen last is there at the next start.
  const first = open(sample);
  await first.sees("已连接");
  await first.leave();
  const runs = quick ? 3 : 11;
  const frames = { ours: [] as number[], ink: [] as number[] };
  for (let run = 0; run <= runs; run++) {
    for (const [name, args, word] of [
      ["ours", sample, "最近记入"],
      ["ink", [peer], "第 0 行"],
    ] as const) {
      const screen = open(args);
      const time = await screen.sees(word);
      if (run > 0) frames[name].push(time);
      await screen.close();
    }
  }
  const told = (figure: string, value: number, limit: number, aim: string, count: number) =>
    tell({
      figure,
      unit: "ms",
      value,
      beside: { "the same by Ink alone, bundled": limit },
      ratio: value / limit,
      aim,
      runs: count,
    });
  told(
    "first frame with real tallies",
    median(frames.ours),
    median(frames.ink),
    "at most 1.3",
    runs,
  );

  const keys = quick ? 30 : 150;
  for (const count of quick ? [10_000] : [10_000, 100_000]) {
    const office = await officeOfProblems(folder, count);
    const ours = open([program, "--office", office]);
    await ours.sees("最近记入");
    ours.type("5");
    await ours.sees("处破损");
    const ink = open([peer, String(count)]);
    await ink.sees("第 0 行");
    const times = { ours: [] as number[], ink: [] as number[] };
    // In turn, so that whatever else the machine does falls on both alike.
    for (let at = 0; at < keys; at++) {
      for (const [name, screen] of at % 2
        ? [["ours", ours] as const, ["ink", ink] as const]
        : [["ink", ink] as const, ["ours", ours] as const]) {
        times[name].push(await screen.press(down));
        await new Promise((resolve) => setTimeout(resolve, 40)); // a person's pace; not measured
      }
    }
    await Promise.all([ours.close(), ink.close()]);
    const figure = `key to frame, ${count.toLocaleString("en")} rows, p50`;
    told(figure, median(times.ours), median(times.ink), "at most 1.2", keys);
  }
  await benchSwitching(folder, quick);
  await rm(folder, { recursive: true, force: true });
}

/** From a key to the other screen's own words, in an office of many problems. */
async function benchSwitching(within: string, quick: boolean): Promise<void> {
  const folder = await mkdtemp(join(within, "switching-"));
  for (const count of quick ? [10_000] : [10_000, 100_000]) {
    const ours = open([program, "--office", await officeOfProblems(folder, count)]);
    await ours.sees("已连接");
    const times: number[] = [];
    for (let at = 0; at < (quick ? 10 : 40); at++) {
      for (const [key, word] of [
        ["5", "未销号"],
        ["6", "进行中"],
        ["7", "台账文件夹"],
        ["1", "最近记入"],
      ] as const) {
        times.push(await ours.switch(key, word));
        await new Promise((resolve) => setTimeout(resolve, 40)); // a person's pace; not measured
      }
    }
    await ours.close();
    for (const [figure, value] of [
      ["p50", median(times)],
      ["slowest", Math.max(...times)],
    ] as const) {
      const name = `switching screens, ${count.toLocaleString("en")} problems, ${figure}`;
      tell({ figure: name, unit: "ms", value, aim: "under 50 ms", runs: times.length });
    }
  }
}
