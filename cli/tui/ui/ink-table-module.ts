/**
 * ink-table, unchanged, as a module that can be imported.
 *
 * The package is CommonJS and requires Ink, whose modules wait while they load, so neither Node nor
 * a bundler can load it as it is. Its text stays as published; around it goes what it asks for.
 * The build and the tests both load it through here.
 */

/** The one file of the package. */
export const inkTableFile = /[\\/]node_modules[\\/]ink-table[\\/]dist[\\/]index\.js$/;

const provided = { react: "react", ink: "ink", "object-hash": "objectHash" };

/** The published text, as an ES module whose default export is what the package exports. */
export function inkTableModule(published: string): string {
  const asked = Array.from(published.matchAll(/\brequire\("([^"]+)"\)/g), ([, name]) => name);
  if (asked.toSorted().join() !== Object.keys(provided).toSorted().join()) {
    throw new Error(`ink-table asks for other packages than it did: ${asked.join(", ")}`);
  }
  return `import react from "react";
import { Box, Text } from "ink";
import objectHash from "object-hash";
const ink = { Box, Text };
const provided = { ${Object.entries(provided)
    .map(([name, value]) => `${JSON.stringify(name)}: ${value}`)
    .join(", ")} };
const require = (name) => provided[name];
const exports = {};
${published}
export default exports;
`;
}
