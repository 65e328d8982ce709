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
import { publicationLines } from "./detail-lines.ts";
import { PublicationFormView } from "./form.tsx";
import { lineOf, spokenLine } from "./row-line.ts";
import { keyOf } from "./rows.ts";
import { hintsFor, statusLine } from "./sentences.ts";
import { usePublications } from "./use-publications.ts";

/** From this width on a publication is told beside the list. */
const besideFrom = 110;

/** The office's own texts by stage; Enter takes the step that is due. */
export function Publications(props: ScreenProps) {
  const { width, height, top, isActive } = props;
  const { wording } = useOffice();
  const { ledger, profile } = useLedger();
  const rowLines = Math.max(1, height - 2); // what is shown above, the keys below
  const screen = usePublications(props, rowLines);
  const { over, list, filter, all } = screen;
  useKeeping(props, screen.kept);
  const refuses = useAllowed();
  const isPlain = usePlain();
  const isBeside = width >= besideFrom && !isPlain;
  const isDetail = over.is === "detail";
  const isTold = isBeside || isDetail;
  const chosen = list.chosen?.type === "publication" ? list.chosen.publication : undefined;
  const history = useHistory(isTold ? chosen : undefined);

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
  const listWidth = isBeside ? Math.floor(width * 0.6) : width;
  const detailWidth = isBeside ? width - listWidth - 2 : width;
  const { timeZone } = profile.office;
  const lines =
    isTold && chosen
      ? publicationLines(chosen, history, { wording, ledger, timeZone }, detailWidth)
      : [];
  const from = isDetail ? Math.min(over.from, Math.max(0, lines.length - rowLines)) : 0;
  const told = <Detail lines={lines} from={from} width={detailWidth} height={rowLines} />;
  const context = { wording, ledger, width: listWidth };
  const nothing = filter.fits ? "checklist.nothing-found" : "publication.none";
  const rows = (
    <Box flexDirection="column" width={listWidth} height={rowLines}>
      {list.count === 0 ? (
        <Text color={theme.quiet}>{truncate(wording.say(nothing), listWidth)}</Text>
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
  const isTyped = filter.line !== undefined;
  const hints = hintsFor(list.chosen, { isTyped, isTold, isDetail });
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
          {truncate(statusLine(wording, ledger, { query: filter.query, all }), width)}
        </Text>
      )}
      <Box height={rowLines}>
        {isDetail && !isBeside ? told : rows}
        {isBeside ? <Box marginLeft={2}>{told}</Box> : null}
      </Box>
      <HintLine hints={hints.filter((hint) => refuses(hint) === undefined)} width={width} />
    </Box>
  );
}
