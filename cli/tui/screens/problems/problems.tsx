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
import { useKeeping } from "../../use-keeping.ts";
import { ColumnsView } from "./columns.tsx";
import { problemLines } from "./detail-lines.ts";
import { ProblemForm } from "./problem-form.tsx";
import { lineOf } from "./row-line.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { StepForm } from "./step-form.tsx";
import { keyOf } from "./use-columns.ts";
import { useProblems } from "./use-problems.ts";

/** From this width on a problem is told beside the list, and four columns have room. */
const besideFrom = 110;
const columnsFrom = 96;

/** Problems by deadline or by status; a key takes the next step of the chosen one. */
export function Problems(props: ScreenProps) {
  const { width, height, top, isActive } = props;
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  const isPlain = usePlain();
  const rowLines = Math.max(1, height - 2); // how many above, the keys below
  const isWide = width >= columnsFrom && !isPlain;
  const screen = useProblems(props, { rowLines, mayBeColumns: isWide });
  const { over, list, columns, inColumns, filter, chosen } = screen;
  useKeeping(props, screen.kept);
  const isBeside = width >= besideFrom && !isPlain && !inColumns;
  const isDetail = over.is === "detail";
  const isTold = isBeside || isDetail;
  const history = useHistory(isTold ? chosen?.problem : undefined);

  if (over.is === "step") return <StepForm {...props} {...over} onClose={screen.close} />;
  if (over.is === "form") {
    const { problem } = over;
    return (
      <ProblemForm {...props} {...{ problem }} onClose={screen.close} onRaised={screen.choose} />
    );
  }
  const listWidth = isBeside ? Math.floor(width * 0.6) : width;
  const detailWidth = isBeside ? width - listWidth - 2 : width;
  const { timeZone } = profile.office;
  const lines =
    isTold && chosen
      ? problemLines(chosen.problem, history, { wording, ledger, today, timeZone }, detailWidth)
      : [];
  const from = Math.min(isDetail ? over.from : 0, Math.max(0, lines.length - rowLines));
  const told = <Detail lines={lines} from={from} width={detailWidth} height={rowLines} />;
  const context = { wording, ledger, width: listWidth };
  const rows = inColumns ? (
    <ColumnsView columns={columns} context={context} height={rowLines} />
  ) : (
    <Box flexDirection="column" width={listWidth} height={rowLines}>
      {list.count === 0 ? (
        <Text color={theme.quiet}>
          {truncate(
            wording.say(filter.fits ? "problem.nothing-found" : "problem.empty"),
            listWidth,
          )}
        </Text>
      ) : (
        <ListView
          list={list}
          width={listWidth}
          rowKey={keyOf}
          line={(row) => lineOf(context, row)}
        />
      )}
    </Box>
  );
  const where = { isTyped: filter.line !== undefined, isBeside, isDetail, isWide };
  return (
    <Box flexDirection="column" height={height}>
      {filter.line ? (
        <TypedLine
          head={wording.say("ledger.asks.filter")}
          line={filter.line}
          {...{ top, width, isActive }}
        />
      ) : (
        <Text wrap="truncate">
          {truncate(statusLine(wording, screen.every, filter.query), width)}
        </Text>
      )}
      <Box height={rowLines}>
        {isDetail && !isBeside ? told : rows}
        {isBeside ? <Box marginLeft={2}>{told}</Box> : null}
      </Box>
      <HintLine hints={hintsFor(chosen?.problem, screen.member, where)} width={width} />
    </Box>
  );
}
