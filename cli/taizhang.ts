#!/usr/bin/env node
/**
 * The door. It imports nothing before it knows that Node can read the rest, and is itself written
 * so that a Node of many years ago reads it and says the one line below instead of a stack trace.
 */

const needed = [22, 18] as const;
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  const version = needed.join(".");
  process.stderr.write(
    `台账需要 Node.js ${version} 或更新的版本，本机是 ${process.version}。` +
      ` · taizhang needs Node.js ${version} or newer; this is ${process.version}.\n`,
  );
  process.exitCode = 1;
} else {
  // What V8 compiled stays beside the program, for the next start; where it may not be written, not.
  const { enableCompileCache } = process.getBuiltinModule("node:module");
  enableCompileCache(`${import.meta.dirname}/compiled`);
  void import("./main.ts");
}

export {};
