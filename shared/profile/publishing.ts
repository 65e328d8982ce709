/**
 * How the office's own texts (稿件) go out: the reviews they pass, in order, and the levels of media
 * (媒体级别) that releases are counted by.
 */
import { z } from "zod";
import { MediaLevelId, ReviewId } from "../words/ids.ts";
import { PlainText } from "../words/plain-text.ts";

export const Review = z.strictObject({ id: ReviewId, label: PlainText });
export type Review = z.infer<typeof Review>;

export const MediaLevel = z.strictObject({
  id: MediaLevelId,
  label: PlainText,
  retired: z.boolean().default(false),
});
export type MediaLevel = z.infer<typeof MediaLevel>;

export const Publishing = z.strictObject({
  reviews: z.array(Review).min(1).max(9).optional(), // 初审 复审 终审 unless told
  levels: z.array(MediaLevel).optional(),
});
type Publishing = z.infer<typeof Publishing>;

interface Publishes {
  readonly publishing?: Publishing | undefined;
}

const usual: readonly Review[] = [
  { id: ReviewId.parse("first"), label: "初审" },
  { id: ReviewId.parse("second"), label: "复审" },
  { id: ReviewId.parse("final"), label: "终审" },
];

export const reviewsIn = ({ publishing }: Publishes): readonly Review[] =>
  publishing?.reviews ?? usual;

export const mediaLevelsIn = ({ publishing }: Publishes): readonly MediaLevel[] =>
  publishing?.levels ?? [];
