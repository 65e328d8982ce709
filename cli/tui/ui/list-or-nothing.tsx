import { Box } from "ink";
import { type ListProps, ListView } from "./list.tsx";
import { Text } from "./text.tsx";
import { theme } from "./theme.ts";
import { truncate } from "./width.ts";

/** A list in its place, or a sentence where there is nothing in it. */
export function ListOrNothing<Row>({
  nothing,
  height,
  ...props
}: ListProps<Row> & { readonly nothing: string; readonly height: number }) {
  const { list, width } = props;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {list.count === 0 ? (
        <Text color={theme.quiet}>{truncate(nothing, width)}</Text>
      ) : (
        <ListView {...props} />
      )}
    </Box>
  );
}
