import { mergeConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/** Runs that take minutes: many seeds, many workstations, the packed program. */
export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [], exclude: [] } },
  { test: { include: ["tests/long/**/*.test.ts"], testTimeout: 1_200_000 } },
);
