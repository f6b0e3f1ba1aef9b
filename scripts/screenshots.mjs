// Takes README's pictures from a real VS Code: `npm run screenshots`; with `-- --baselines` instead the pictures of the
// slot editor that tests compare it with.
import { runTypescript } from "./typescript.mjs";

await runTypescript("test/vscode/screenshots.ts");
