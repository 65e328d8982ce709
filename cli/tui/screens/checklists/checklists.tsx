import { Box } from "ink";
import { Detail } from "../../detail/detail.tsx";
import { useHistory } from "../../detail/use-history.ts";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { TypedLine } from "../../typed-line.tsx";
import { ListView } from "../../ui/list.tsx";
import { usePlain } from "../../ui/plain.ts";
import { Text } from "../../ui/text.tsx";
import { theme } from "../../ui/theme.ts";
import { truncate } from "../../ui/width.ts";
import { useAllowed } from "../../use-allowed.ts";
import { useKeeping } from "../../use-keeping.ts";
import { positionLines } from "./detail-lines.ts";
import { PositionFormView } from "./position-form.tsx";
import { lineOf, spokenLine } from "./row-line.ts";
import { keyOf } from "./rows.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { useChecklists } from "./use-checklists.ts";
import { WalkView } from "./walk-view.tsx";

/** From this width on a position is told beside the list. */
const besideFrom = 110;

/** What there is to walk through, and what was inspected in the period. Enter inspects. */
export function Checklists(props: ScreenProps) {
  const { width, height, top, isActive, period } = props;
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  const rowLines = Math.max(1, height - 2); // what is shown above, the keys below
  const screen = useChecklists(props, rowLines);
  const { over, list, filter, marked, grouping, all } = screen;
  useKeeping(props, screen.kept);
  const refuses = useAllowed();
  const isPlain = usePlain();
  const isBeside = width >= besideFrom && !isPlain;
  const isTold = isBeside || over.is === "detail";
  const position = list.chosen?.type === "position" ? list.chosen.position : undefined;
  const history = useHistory(isTold ? position : undefined);

  if (over.is === "walk") return <WalkView {...props} start={over.start} onDone={screen.walked} />;
  if (over.is === "form") {
    return (
      <PositionFormView
        {...props}
        form={over.form}
        onClose={screen.close}
        onOpened={screen.choose}
      />
    );
  }
  const listWidth = isBeside ? Math.floor(width * 0.6) : width;
  const detailWidth = isBeside ? width - listWidth - 2 : width;
  const { timeZone } = profile.office;
  const lines =
    isTold && position
      ? positionLines(position, history, { wording, ledger, profile, today, timeZone }, detailWidth)
      : [];
  const from = over.is === "detail" ? over.from : 0;
  const told = (
    <Detail
      lines={lines}
      from={Math.min(from, Math.max(0, lines.length - rowLines))}
      width={detailWidth}
      height={rowLines}
    />
  );
  const context = { wording, profile, grouping, marked, width: listWidth };
  const rows = (
    <Box flexDirection="column" width={listWidth} height={rowLines}>
      {list.count === 0 ? (
        <Text color={theme.quiet}>
          {truncate(
            wording.say(filter.fits ? "checklist.nothing-found" : "position.empty"),
            listWidth,
          )}
        </Text>
      ) : (
        <ListView
          list={list}
          width={listWidth}
          rowKey={keyOf}
          line={(row) => (isPlain ? spokenLine(context, row) : lineOf(context, row))}
        />
      )}
    </Box>
  );
  const said = { wording, period, grouping, all, marked, query: filter.query };
  const where = {
    isMarked: marked.size > 0,
    isTyped: filter.line !== undefined,
    isBeside,
    isDetail: over.is === "detail",
  };
  const hints = hintsFor(list.chosen, where).filter((hint) => refuses(hint) === undefined);
  return (
    <Box flexDirection="column" height={height}>
      {filter.line ? (
        <TypedLine
          head={wording.say("ledger.asks.filter")}
          line={filter.line}
          {...{ top, width, isActive }}
        />
      ) : (
        <Text wrap="truncate">{truncate(statusLine(said), width)}</Text>
      )}
      <Box height={rowLines}>
        {over.is === "detail" && !isBeside ? told : rows}
        {isBeside ? <Box marginLeft={2}>{told}</Box> : null}
      </Box>
      <HintLine hints={hints} width={width} />
    </Box>
  );
}
