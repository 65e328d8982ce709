/** The release, as package.json names it; put in when the program is built. */
import packageJson from "../package.json" with { type: "json" };

export const { version } = packageJson;
