/** A screen, bundled as the program is: Node reads no JSX, and Ink is quicker in one piece. */
import { basename, join } from "node:path";
import { build } from "esbuild";

/** @returns the file that Node can run */
export async function bundleScreen(entry: string, folder: string): Promise<string> {
  const outfile = join(folder, `${basename(entry, ".tsx")}.mjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    jsx: "automatic",
    minifySyntax: true,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"', "process.env.DEV": '"false"' },
    banner: {
      js: 'import { createRequire as r } from "module"; const require = r(import.meta.url);',
    },
    plugins: [
      {
        name: "without-devtools",
        setup: ({ onLoad }) =>
          onLoad({ filter: /[\\/]ink[\\/]build[\\/]devtools\.js$/ }, () => ({ contents: "" })),
      },
    ],
  });
  return outfile;
}
