import { defineConfig } from "vitest/config";
import { inkTableFile, inkTableModule } from "./cli/tui/ui/ink-table-module.ts";

/** A profile is YAML that people read; the program carries it as text. */
export const yamlAsText = {
  name: "yaml-as-text",
  transform: (source: string, id: string) =>
    id.endsWith(".yaml") ? `export default ${JSON.stringify(source)}` : undefined,
};

/** ink-table as the build joins it: the published text, given the Ink that is loaded. */
export const inkTable = {
  name: "ink-table",
  enforce: "pre" as const,
  transform: (source: string, id: string) =>
    inkTableFile.test(id) ? inkTableModule(source) : undefined,
};

export default defineConfig({
  plugins: [yamlAsText, inkTable],
  test: {
    server: { deps: { inline: ["ink-table"] } },
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/long/**", "tests/bench/**"],
    maxWorkers: 3, // screens and daemons mostly wait: two cores are kept busy by three
    testTimeout: 60_000,
    expect: { poll: { timeout: 25_000, interval: 20 } }, // a busy machine is slow, not wrong
    env: { NO_COLOR: "1" },
  },
});
