// Compares random domains with a real libvirt: `npm run differential -- --count 500`.
import { runTypescript } from "./typescript.mjs";

await runTypescript("test/differential/main.ts");
