/** How often something is to be done: once in every stretch of this length. */
import { z } from "zod";

export const Rhythm = z.enum(["month", "quarter", "half-year", "year"]);
export type Rhythm = z.infer<typeof Rhythm>;
