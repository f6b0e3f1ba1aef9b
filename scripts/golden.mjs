// Records what a real libvirt makes of the golden cases: `npm run golden`.
import { runTypescript } from "./typescript.mjs";

await runTypescript("test/golden/record.ts");
