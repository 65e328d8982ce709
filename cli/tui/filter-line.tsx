/** The line above a list: its filter while that is typed, else what the list shows. */
import { type ScreenProps, useOffice } from "./office-context.tsx";
import { TypedLine } from "./typed-line.tsx";
import { Text } from "./ui/text.tsx";
import { truncate } from "./ui/width.ts";
import type { Filter } from "./use-filter.ts";

export function FilterLine({
  line,
  status,
  top,
  width,
  isActive,
}: Pick<ScreenProps, "top" | "width" | "isActive"> &
  Pick<Filter, "line"> & { readonly status: string }) {
  const { wording } = useOffice();
  if (!line) return <Text wrap="truncate">{truncate(status, width)}</Text>;
  return <TypedLine head={wording.say("ledger.asks.filter")} {...{ line, top, width, isActive }} />;
}
