/** Everything there is to say of one entry, as lines: its fields, what is disputed, its history. */
import type { Entry } from "../../../../shared/ledger/entries.ts";
import { statusOf } from "../../../../shared/ledger/problems.ts";
import { problemsOf } from "../../../reading/raised.ts";
import { statesOf } from "../../../reading/states.ts";
import { type DetailContext, type DetailLine, teller } from "../../detail/lines.ts";
import type { History } from "../../detail/use-history.ts";

const shownFields = [
  "on",
  "kind",
  "title",
  "quantity",
  "attendance",
  "units",
  "marks",
  "place",
  "note",
  "inspection",
  "files",
  "source",
] as const;

export function detailLines(
  entry: Entry,
  history: History,
  context: DetailContext,
  width: number,
): DetailLine[] {
  const { wording, ledger } = context;
  const { say } = wording;
  const tell = teller(context, shownFields, width);
  const fields: Readonly<Record<string, unknown>> = entry;
  const isEmpty = (of: unknown) => of === undefined || (Array.isArray(of) && of.length === 0);
  const own = shownFields.flatMap((field) => {
    if (isEmpty(fields[field])) return [];
    const text =
      field === "files"
        ? (entry.files ?? []).map(({ name }) => name).join("、")
        : tell.value(field, fields[field]);
    return tell.row(tell.label(field), text);
  });
  const reason = entry.trail.voided?.reason ?? "";
  const states = statesOf(entry, ledger.seq).flatMap((state) =>
    tell.row(say("field.status"), say(`ledger.says.${state}`, { reason }), "bad"),
  );
  const problems = problemsOf(ledger, entry).flatMap((problem) =>
    tell.row(say("word.problem"), `${say(`status.${statusOf(problem)}`)}  ${problem.title}`),
  );
  return [
    ...own,
    ...tell.origin(entry.id, entry),
    ...states,
    ...tell.conflicts(entry),
    ...problems,
    ...tell.history(history),
  ];
}
