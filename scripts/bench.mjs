// Measures every step from text to diagnostics: `npm run bench`.
import { runTypescript } from "./typescript.mjs";

await runTypescript("bench/main.ts");
