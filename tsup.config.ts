/**
 * The build: everything in one folder, and nothing loaded before it is asked for.
 *
 * All packages are bundled, so the packed program needs no node_modules and opens few files. Code
 * that is imported dynamically stays in chunks of its own: a piped `tally` never reads Ink's.
 */
import { readFile } from "node:fs/promises";
import type { Options } from "tsup";
import { inkTableFile, inkTableModule } from "./cli/tui/ui/ink-table-module.ts";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

const inkTable: EsbuildPlugin = {
  name: "ink-table",
  setup: ({ onLoad }) =>
    onLoad({ filter: inkTableFile }, async ({ path }) => ({
      contents: inkTableModule(await readFile(path, "utf8")),
      loader: "js",
    })),
};

/** React's developer tools are no part of the program, and not installed. */
const withoutDevtools: EsbuildPlugin = {
  name: "without-devtools",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "" })),
};

/**
 * Ink and what it uses each bring an older string-width of their own. They get the one that the
 * screens measure by, so that layout and drawing never differ; and since Ink measures every line
 * at every frame, what was measured is kept.
 */
const oneStringWidth: EsbuildPlugin = {
  name: "one-string-width",
  setup: ({ onLoad }) =>
    onLoad(
      { filter: /[\\/]node_modules[\\/][^\\/]+[\\/]node_modules[\\/]string-width[\\/]index\.js$/ },
      () => ({
        contents: `import measure from "../../../string-width/index.js";
const kept = new Map();
export default (text, options) => {
  if (options !== undefined) return measure(text, options);
  let width = kept.get(text);
  if (width === undefined) {
    if (kept.size >= 4096) kept.clear();
    kept.set(text, (width = measure(text)));
  }
  return width;
};`,
      }),
    ),
};

/** zod carries its complaints in forty languages; ours are said from the program's own catalogues. */
const zodInEnglish: EsbuildPlugin = {
  name: "zod-in-english",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    })),
};

/**
 * Yoga's own program lies in its file as text, and is fetched from there where there is `fetch`;
 * Node would load all it has for the network to do so. Without it, the text is just decoded.
 */
const yogaWithoutFetch: EsbuildPlugin = {
  name: "yoga-without-fetch",
  setup: ({ onLoad }) =>
    onLoad(
      { filter: /[\\/]yoga-layout[\\/].*[\\/]yoga-wasm-base64-esm\.js$/ },
      async ({ path }) => ({
        contents: `const fetch = undefined;\n${await readFile(path, "utf8")}`,
        loader: "js",
      }),
    ),
};

export default {
  entry: { taizhang: "cli/taizhang.ts" },
  format: "esm",
  platform: "node",
  target: "node22",
  splitting: true,
  clean: true,
  noExternal: [/./],
  loader: { ".yaml": "text" },
  // React and Ink ship a slow development half each; neither is ours to carry.
  define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
  // Some packages are CommonJS and ask for Node's own modules with `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "module"; const require = requireFrom(import.meta.url);',
  },
  esbuildPlugins: [inkTable, withoutDevtools, oneStringWidth, zodInEnglish, yogaWithoutFetch],
  esbuildOptions(options) {
    options.minifySyntax = true; // drops the branches that the definitions above made dead
    options.charset = "utf8";
    // Node has them; as literals they are made once and when first asked, not with every call.
    options.supported = { "regexp-set-notation": true };
    options.legalComments = "none";
    options.chunkNames = "chunks/[name]-[hash]";
  },
} satisfies Options;
