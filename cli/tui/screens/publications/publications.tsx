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
import { publicationLines } from "./detail-lines.ts";
import { PublicationFormView } from "./form.tsx";
import { lineOf, spokenLine } from "./row-line.ts";
import { keyOf } from "./rows.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { usePublications } from "./use-publications.ts";

/** The office's own texts by stage; Enter takes the step that is due. */
export function Publications(props: ScreenProps) {
  const { width, height } = props;
  const { wording } = useOffice();
  const { ledger, profile } = useLedger();
  const rowLines = Math.max(1, height - 2); // what is shown above, the keys below
  const screen = usePublications(props, rowLines);
  const { over, list, filter, all } = screen;
  useKeeping(props, screen.kept);
  const refuses = useAllowed();
  const isPlain = usePlain();
  const isDetail = over.is === "detail";
  const place = useDetailPlace(width, isDetail);
  const chosen = list.chosen?.type === "publication" ? list.chosen.publication : undefined;
  const history = useHistory(place.isTold ? chosen : undefined);

  if (over.is === "form") {
    return (
      <PublicationFormView
        {...props}
        form={over.form}
        onClose={screen.close}
        onDrafted={screen.choose}
      />
    );
  }
  const { listWidth, detailWidth, isTold } = place;
  const { timeZone } = profile.office;
  const lines =
    isTold && chosen
      ? publicationLines(chosen, history, { wording, ledger, timeZone }, detailWidth)
      : [];
  const context = { wording, ledger, width: listWidth };
  const isTyped = filter.line !== undefined;
  const hints = hintsFor(list.chosen, { isTyped, isTold, isDetail });
  return (
    <Box flexDirection="column" height={height}>
      <FilterLine
        {...props}
        line={filter.line}
        status={statusLine(wording, ledger, { query: filter.query, all })}
      />
      <WithDetail {...{ place, lines, height: rowLines }} from={isDetail ? over.from : 0}>
        <ListOrNothing
          {...{ list, width: listWidth, height: rowLines }}
          rowKey={keyOf}
          line={(row) => (isPlain ? spokenLine(context, row) : lineOf(context, row))}
          nothing={wording.say(filter.fits ? "checklist.nothing-found" : "publication.none")}
        />
      </WithDetail>
      <HintLine hints={hints.filter((hint) => refuses(hint) === undefined)} width={width} />
    </Box>
  );
}
