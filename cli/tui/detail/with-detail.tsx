/** A list, and what is told of the record that is chosen in it: beside it, or in its place. */
import { Box } from "ink";
import type { ReactNode } from "react";
import { usePlain } from "../ui/plain.ts";
import { Detail } from "./detail.tsx";
import type { DetailLine } from "./lines.ts";

/** From this width on both have room. */
const besideFrom = 110;
const listPart = 0.6;
const gap = 2;

export interface DetailPlace {
  readonly isBeside: boolean;
  /** Whether anything is told at all. */
  readonly isTold: boolean;
  readonly listWidth: number;
  readonly detailWidth: number;
}

/**
 * @param isAsked in a narrow window, and for a screen reader, it is told only then, instead of the list
 * @param mayBeBeside false where the list needs the whole width
 */
export function useDetailPlace(width: number, isAsked: boolean, mayBeBeside = true): DetailPlace {
  const isPlain = usePlain();
  const isBeside = width >= besideFrom && !isPlain && mayBeBeside;
  const listWidth = isBeside ? Math.floor(width * listPart) : width;
  const detailWidth = isBeside ? width - listWidth - gap : width;
  return { isBeside, isTold: isBeside || isAsked, listWidth, detailWidth };
}

export function WithDetail({
  place: { isBeside, isTold, detailWidth },
  lines,
  from,
  height,
  children,
}: {
  readonly place: DetailPlace;
  readonly lines: readonly DetailLine[];
  /** The line that was scrolled to. */
  readonly from: number;
  readonly height: number;
  /** The list. */
  readonly children: ReactNode;
}) {
  const first = Math.min(from, Math.max(0, lines.length - height));
  const told = <Detail lines={lines} from={first} width={detailWidth} height={height} />;
  return (
    <Box height={height}>
      {isTold && !isBeside ? told : children}
      {isBeside ? <Box marginLeft={gap}>{told}</Box> : null}
    </Box>
  );
}
