/** A typed command from Enter to what it said: one line is a notice, more are a pane of their own. */
import { useRef, useState } from "react";
import type { Session } from "../../session.ts";
import { findInside, type InsideDoes } from "../command-line/inside-commands.ts";
import { runLine, type Said } from "../command-line/run-line.ts";
import { type Notice, useOffice } from "../office-context.tsx";
import { useKeys } from "../ui/use-keys.ts";
import { widthOf } from "../ui/width.ts";
import { bad, good } from "../use-submit.ts";
import type { Over } from "./use-global-keys.ts";

export interface Output {
  readonly line: string;
  readonly said: Said;
}

export function useRunning({
  session,
  columns,
  over,
  setOver,
  onNotice,
  onInside,
}: {
  readonly session: Session;
  readonly columns: number;
  readonly over: () => Over;
  readonly setOver: (over: Over) => void;
  readonly onNotice: (notice: Notice) => void;
  readonly onInside: (does: InsideDoes) => void;
}) {
  const { say } = useOffice().wording;
  const [output, setOutput] = useState<Output>();
  const newest = useRef(0);

  async function run(line: string) {
    const inside = findInside(line);
    if (inside) {
      setOver("nothing");
      return onInside(inside);
    }
    const mine = ++newest.current;
    setOver("running");
    onNotice({ text: say("command-line.running", { line }), tone: "quiet" });
    const said = await runLine(session, line);
    if (mine !== newest.current || over() !== "running") return; // somebody did not want to wait
    const [only = say("command-line.done", { line }), ...more] = said.lines;
    if (more.length === 0 && widthOf(only) <= columns) {
      setOver("nothing");
      return onNotice(said.ok ? good(only) : bad(only));
    }
    onNotice({ text: "", tone: "quiet" });
    setOutput({ line, said });
    setOver("output");
  }
  useKeys((_, key) => {
    if (!key.escape || over() !== "running") return;
    setOver("nothing");
    onNotice({ text: say("command-line.not-waited"), tone: "quiet" });
  });
  return { output, run };
}
