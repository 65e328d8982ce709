import { Box } from "ink";
import { daysOf } from "../../../reading/entry-rows.ts";
import { useHistory } from "../../detail/use-history.ts";
import { useDetailPlace, WithDetail } from "../../detail/with-detail.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { TypedLine } from "../../typed-line.tsx";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";
import { useKeeping } from "../../use-keeping.ts";
import { Asking } from "./asking.tsx";
import { detailLines } from "./detail-lines.ts";
import { hintLine, type Said, statusLine } from "./sentences.ts";
import { EntryTable } from "./table.tsx";
import { useLedgerScreen } from "./use-ledger-screen.ts";

/** The line that says what is shown, the one below it, the heads, and the keys. */
const linesAround = 4;

/** Every entry of the period, one line each; a filter, the fields of one, and what mends it. */
export function LedgerScreen(props: ScreenProps) {
  const { width, height, top, isActive } = props;
  const { wording } = useOffice();
  const { ledger, profile } = useLedger();
  const rowLines = Math.max(1, height - linesAround);
  const screen = useLedgerScreen(props, rowLines);
  const { over, window, kept } = screen;
  useKeeping(props, kept);
  const place = useDetailPlace(width, over.is === "detail");
  const history = useHistory(place.isTold && over.is !== "form" ? window.chosen : undefined);
  const context = { wording, profile, ledger, seq: ledger.seq };

  if (over.is === "form") {
    return <Asking {...props} name={over.name} entries={over.entries} onDone={screen.done} />;
  }
  const { listWidth, detailWidth, isTold } = place;
  const bodyLines = rowLines + 1;
  const { timeZone } = profile.office;
  const lines =
    isTold && window.chosen
      ? detailLines(window.chosen, history, { wording, ledger, timeZone }, detailWidth)
      : [];
  const said: Said = {
    ...screen,
    ...screen.window,
    wording,
    newest: daysOf(ledger.entries)[0]?.[0],
  };
  const status = statusLine(said);
  return (
    <Box flexDirection="column" height={height}>
      {over.is === "filter" || over.is === "day" ? (
        <TypedLine
          head={wording.say(`ledger.asks.${over.is}`)}
          line={over.line}
          {...{ top, width, isActive }}
        />
      ) : (
        <Text wrap="truncate">{truncate(status.text, width)}</Text>
      )}
      <Text wrap="truncate" color={status.isBad ? theme.bad : theme.quiet}>
        {truncate(status.below || " ", width)}
      </Text>
      <WithDetail
        {...{ place, lines, height: bodyLines }}
        from={over.is === "detail" ? over.from : 0}
      >
        <EntryTable
          visible={window.visible}
          first={window.first}
          count={screen.rows.count}
          chosenId={window.chosenId}
          selected={screen.selected}
          width={listWidth}
          context={context}
          onChoose={window.choose}
          onWheel={(rows) => window.go(window.now().at + rows)}
        />
      </WithDetail>
      <Text wrap="truncate" color={theme.quiet}>
        {truncate(hintLine(said, window.chosen, width), width)}
      </Text>
    </Box>
  );
}
