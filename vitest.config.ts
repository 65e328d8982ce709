import { defineConfig } from "vitest/config";

/** A profile is YAML that people read; the program carries it as text. */
export const yamlAsText = {
  name: "yaml-as-text",
  transform: (source: string, id: string) =>
    id.endsWith(".yaml") ? `export default ${JSON.stringify(source)}` : undefined,
};

export default defineConfig({
  plugins: [yamlAsText],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/long/**", "tests/bench/**"],
    testTimeout: 30_000,
    env: { NO_COLOR: "1" },
  },
});
