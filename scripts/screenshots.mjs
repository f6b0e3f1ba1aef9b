// Takes README's pictures from a real VS Code: `npm run screenshots`.
import { runTypescript } from "./typescript.mjs";

await runTypescript("test/vscode/screenshots.ts");
