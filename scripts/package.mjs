// Builds the extension's .vsix: `npm run package`. The packager comes from the npm registry on demand.
import process from "node:process";
import { npmCommand, run } from "./run.mjs";

const packager = "@vscode/vsce@3.9.2";

/** Everything is bundled, and there is no public repository that relative links could lead to. */
const options = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];

const built = await run(process.execPath, ["scripts/build.mjs"]);
if (built === 0) {
  const { program, first } = npmCommand();
  process.exitCode = await run(program, [...first, "exec", "--yes", "--", packager, "package", ...options]);
} else {
  process.exitCode = built;
}
