import { Box } from "ink";
import { useHistory } from "../../detail/use-history.ts";
import { useDetailPlace, WithDetail } from "../../detail/with-detail.tsx";
import { FilterLine } from "../../filter-line.tsx";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListOrNothing } from "../../ui/list-or-nothing.tsx";
import { usePlain } from "../../ui/plain.ts";
import { useKeeping } from "../../use-keeping.ts";
import { ColumnsView } from "./columns.tsx";
import { problemLines } from "./detail-lines.ts";
import { ProblemForm } from "./problem-form.tsx";
import { lineOf } from "./row-line.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { StepForm } from "./step-form.tsx";
import { keyOf } from "./use-columns.ts";
import { useProblems } from "./use-problems.ts";

/** From this width on four columns have room. */
const columnsFrom = 96;

/** Problems by deadline or by status; a key takes the next step of the chosen one. */
export function Problems(props: ScreenProps) {
  const { width, height } = props;
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  const isPlain = usePlain();
  const rowLines = Math.max(1, height - 2); // how many above, the keys below
  const isWide = width >= columnsFrom && !isPlain;
  const screen = useProblems(props, { rowLines, mayBeColumns: isWide });
  const { over, list, columns, inColumns, filter, chosen } = screen;
  useKeeping(props, screen.kept);
  const isDetail = over.is === "detail";
  const place = useDetailPlace(width, isDetail, !inColumns);
  const history = useHistory(place.isTold ? chosen?.problem : undefined);

  if (over.is === "step") return <StepForm {...props} {...over} onClose={screen.close} />;
  if (over.is === "form") {
    const { problem } = over;
    return (
      <ProblemForm {...props} {...{ problem }} onClose={screen.close} onRaised={screen.choose} />
    );
  }
  const { listWidth, detailWidth, isBeside } = place;
  const { timeZone } = profile.office;
  const lines =
    place.isTold && chosen
      ? problemLines(chosen.problem, history, { wording, ledger, today, timeZone }, detailWidth)
      : [];
  const context = { wording, ledger, width: listWidth };
  const where = { isTyped: filter.line !== undefined, isBeside, isDetail, isWide };
  return (
    <Box flexDirection="column" height={height}>
      <FilterLine
        {...props}
        line={filter.line}
        status={statusLine(wording, screen.every, filter.query)}
      />
      <WithDetail {...{ place, lines, height: rowLines }} from={isDetail ? over.from : 0}>
        {inColumns ? (
          <ColumnsView columns={columns} context={context} height={rowLines} />
        ) : (
          <ListOrNothing
            {...{ list, width: listWidth, height: rowLines }}
            rowKey={keyOf}
            line={(row) => lineOf(context, row)}
            nothing={wording.say(filter.fits ? "problem.nothing-found" : "problem.empty")}
          />
        )}
      </WithDetail>
      <HintLine hints={hintsFor(chosen?.problem, screen.member, where)} width={width} />
    </Box>
  );
}
