import { Box } from "ink";
import { useState } from "react";
import { checkReport } from "../../../../shared/report/check/check.ts";
import type { ReportFinding } from "../../../../shared/report/check/finding.ts";
import type { Document, Edition, Figure } from "../../../../shared/report/document.ts";
import { sayPeriodState } from "../../../printing/period-state.ts";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { findBinding } from "../../ui/key-map.ts";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { useKeys } from "../../ui/use-keys.ts";
import { truncate } from "../../ui/width.ts";
import { useAllowed } from "../../use-allowed.ts";
import { bad } from "../../use-submit.ts";
import { Comparison } from "./comparison.tsx";
import { Differences } from "./differences.tsx";
import { Explained, explainedFrom, UnderCursor } from "./explained.tsx";
import { Export } from "./export.tsx";
import { Findings } from "./findings.tsx";
import { reportKeys } from "./keys.ts";
import { placeOf, statementFrom } from "./places.ts";
import { ReasonForm } from "./reason-form.tsx";
import { ReportLines } from "./report-lines.tsx";
import { Sources } from "./sources.tsx";
import { StatementEditor } from "./statement-editor.tsx";
import { useLocks } from "./use-locks.ts";
import { useReport } from "./use-report.ts";
import { useReuse } from "./use-reuse.ts";
import { type StatementText, useStatement } from "./use-statement.ts";

type Over =
  | { readonly view: "sources"; readonly figure: Figure }
  | { readonly view: "findings"; readonly findings: readonly ReportFinding[] }
  | { readonly view: "editor"; readonly begun: StatementText }
  | { readonly view: "difference"; readonly edition: Edition }
  | { readonly view: "comparison" }
  | { readonly view: "reopen" }
  | { readonly view: "despite"; readonly errors: number }
  | {
      readonly view: "export";
      readonly document: Document;
      readonly findings: readonly ReportFinding[];
    };

/** At most so many cells a line: longer ones are hard to read. */
const widest = 84;
/** The state of the period above; what is under the cursor and the keys below. */
const linesAround = 3;

/** The report as it stands now: Tab goes to a figure or a statement, Enter and e open it. */
export function Report(props: ScreenProps) {
  const { period, width, height, isActive, onNotice, onOpen } = props;
  const { wording } = useOffice();
  const { say } = wording;
  const { id } = period;
  const { ledger, profile, today } = useLedger();
  const isWide = width >= explainedFrom;
  const measure = Math.min(widest, width - 2);
  const seen = height - linesAround;
  const reading = useReport(period, measure, seen);
  const [over, setOver] = useState<Over>();
  const statements = useStatement(period, onNotice);
  const locks = useLocks(period, onNotice);
  const reuse = useReuse(period, onNotice);
  const refuses = useAllowed();
  const close = () => setOver(undefined);
  const { document, layout, first, at, stop } = reading;

  const find = () => (document ? checkReport(document, ledger, today) : []);
  async function edit() {
    const chosen = reading.now();
    if (chosen?.type !== "statement") return goToStatement();
    const { editor, begin, writeOutside } = statements;
    const begun = await begin(chosen.statement);
    if (editor !== undefined) return writeOutside(begun, editor);
    setOver({ view: "editor", begun });
  }
  /** On a figure there is nothing to write: the cursor goes to the statement that is to be written. */
  function goToStatement() {
    const to = statementFrom(layout, reading.at);
    const next = layout.stops[to ?? -1];
    if (to === undefined || next?.type !== "statement") {
      return onNotice(bad(say("statement.none")));
    }
    reading.goTo({ line: layout.lineOfStop[to] ?? 0, stop: to });
    const label = profile.statements.find(({ id }) => id === next.statement)?.label;
    onNotice({
      text: say("statement.gone-to-one", { label: label ?? next.statement }),
      tone: "quiet",
    });
  }
  async function closePeriod() {
    const errors = await locks.close();
    if (errors > 0) setOver({ view: "despite", errors });
  }
  function open() {
    const chosen = reading.now();
    if (chosen?.type === "figure") setOver({ view: "sources", figure: chosen.figure });
    if (chosen?.type === "statement") void edit();
  }
  function go(finding: ReportFinding) {
    if (finding.issue === "late") return onOpen({ screen: "sync", focus: finding.operation });
    if (finding.issue === "overdue") return onOpen({ screen: "problems", focus: finding.problem });
    const place = placeOf(layout, finding);
    if (!place) return onNotice(bad(wording.say("check.no-place")));
    close();
    reading.goTo(place);
  }
  useKeys(
    (input, key) => {
      if (key.tab) return reading.nextStop(key.shift ? -1 : 1);
      if (key.downArrow) return reading.scroll(1);
      if (key.upArrow) return reading.scroll(-1);
      if (key.pageDown) return reading.scroll(seen - 1);
      if (key.pageUp) return reading.scroll(1 - seen);
      if (key.home) return reading.scroll(Number.NEGATIVE_INFINITY);
      if (key.end) return reading.scroll(Number.POSITIVE_INFINITY);
      for (const one of input.length > 1 ? input : [input]) act(findBinding(reportKeys, one, key));
    },
    { isActive: isActive && !over },
  );
  function act(does: (typeof reportKeys)[number]["does"] | undefined) {
    const why = refuses(reportKeys.find((one) => one.does === does) ?? {});
    if (why !== undefined) return onNotice(bad(why));
    switch (does) {
      case undefined:
        return;
      case "open":
        return open();
      case "edit":
        return void edit();
      case "findings":
        return setOver({ view: "findings", findings: find() });
      case "export":
        return document && setOver({ view: "export", document, findings: find() });
      case "settle":
        return void locks.settle();
      case "close":
        return void closePeriod();
      case "reopen":
        if (locks.state === "open") return onNotice(bad(say("refusal.not-closed", { period: id })));
        return setOver({ view: "reopen" });
      case "difference": {
        const edition = document?.edition;
        if (!edition) return onNotice(bad(say("difference.not-closed", { period: id })));
        return setOver({ view: "difference", edition });
      }
      case "reuse":
        return void reuse();
      case "compare":
        return setOver({ view: "comparison" });
      case "heading-after":
        return reading.heading(1);
      case "heading-before":
        return reading.heading(-1);
    }
  }
  switch (over?.view) {
    case "sources":
      return <Sources {...props} figure={over.figure} onClose={close} />;
    case "findings":
      return <Findings {...props} findings={over.findings} onGo={go} onClose={close} />;
    case "difference":
      return <Differences {...props} edition={over.edition} onClose={close} />;
    case "comparison":
      return <Comparison {...props} onClose={close} />;
    case "reopen":
      return (
        <ReasonForm
          {...props}
          title={say("period.reopen-title", { period: id })}
          onClose={close}
          onReason={locks.reopen}
        />
      );
    case "despite":
      return (
        <ReasonForm
          {...props}
          title={say("period.despite-title", { period: id, count: over.errors })}
          onClose={close}
          onReason={async (reason) => {
            close();
            await locks.close(reason);
            return undefined;
          }}
        />
      );
    case "export":
      return <Export {...props} document={over.document} findings={over.findings} onDone={close} />;
    case "editor": {
      const { begun } = over;
      const leave = (text: string) => {
        close();
        void statements.leave(begun, text);
      };
      const save = async (text: string) => {
        if (await statements.save(begun, text)) close();
      };
      return (
        <StatementEditor
          {...props}
          begun={begun}
          onSave={(text) => void save(text)}
          onLeave={leave}
          onKeepText={(text) => statements.keepQuietly(begun, text)}
        />
      );
    }
  }
  return (
    <Box flexDirection="column" height={height}>
      <Text wrap="truncate" color={locks.state === "open" ? theme.quiet : theme.accent}>
        {truncate(` ${id}  ${sayPeriodState(wording, ledger, period)}`, width)}
      </Text>
      <Box height={seen}>
        <ReportLines lines={layout.lines.slice(first, first + seen)} at={at} measure={measure} />
        {isWide ? <Explained stop={stop} width={width - measure - 4} height={seen} /> : null}
      </Box>
      <UnderCursor stop={stop} width={width} place={{ first, seen, all: layout.lines.length }} />
      <HintLine hints={[...hintsBefore, ...reportKeys]} width={width} />
    </Box>
  );
}

const hintsBefore = [{ keys: "Tab", says: "key.next-figure" }] as const;
