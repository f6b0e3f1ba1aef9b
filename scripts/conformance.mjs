// What fails against the corpora, grouped by cause: `node scripts/conformance.mjs --help`.
import { runTypescript } from "./typescript.mjs";

await runTypescript("test/conformance/report.ts");
