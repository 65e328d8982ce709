import { Box } from "ink";
import { useHistory } from "../../detail/use-history.ts";
import { useDetailPlace, WithDetail } from "../../detail/with-detail.tsx";
import { FilterLine } from "../../filter-line.tsx";
import { HintLine } from "../../hint-line.tsx";
import { type ScreenProps, useLedger, useOffice } from "../../office-context.tsx";
import { ListOrNothing } from "../../ui/list-or-nothing.tsx";
import { usePlain } from "../../ui/plain.ts";
import { useAllowed } from "../../use-allowed.ts";
import { useKeeping } from "../../use-keeping.ts";
import { positionLines } from "./detail-lines.ts";
import { PositionFormView } from "./position-form.tsx";
import { lineOf, spokenLine } from "./row-line.ts";
import { keyOf } from "./rows.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { useChecklists } from "./use-checklists.ts";
import { WalkView } from "./walk-view.tsx";

/** What there is to walk through, and what was inspected in the period. Enter inspects. */
export function Checklists(props: ScreenProps) {
  const { width, height, period } = props;
  const { wording } = useOffice();
  const { ledger, profile, today } = useLedger();
  const rowLines = Math.max(1, height - 2); // what is shown above, the keys below
  const screen = useChecklists(props, rowLines);
  const { over, list, filter, marked, grouping, all } = screen;
  useKeeping(props, screen.kept);
  const refuses = useAllowed();
  const isPlain = usePlain();
  const place = useDetailPlace(width, over.is === "detail");
  const position = list.chosen?.type === "position" ? list.chosen.position : undefined;
  const history = useHistory(place.isTold ? position : undefined);

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
  const { listWidth, detailWidth, isBeside } = place;
  const { timeZone } = profile.office;
  const lines =
    place.isTold && position
      ? positionLines(position, history, { wording, ledger, profile, today, timeZone }, detailWidth)
      : [];
  const context = { wording, profile, grouping, marked, width: listWidth };
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
      <FilterLine {...props} line={filter.line} status={statusLine(said)} />
      <WithDetail
        {...{ place, lines, height: rowLines }}
        from={over.is === "detail" ? over.from : 0}
      >
        <ListOrNothing
          {...{ list, width: listWidth, height: rowLines }}
          rowKey={keyOf}
          line={(row) => (isPlain ? spokenLine(context, row) : lineOf(context, row))}
          nothing={wording.say(filter.fits ? "checklist.nothing-found" : "checklist.empty")}
        />
      </WithDetail>
      <HintLine hints={hints} width={width} />
    </Box>
  );
}
