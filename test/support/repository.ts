import { existsSync } from "node:fs";
import path from "node:path";

/** The repository's root folder, also for code that was bundled into a folder inside it. */
export const repository = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new RangeError("no package.json above this file");
  return rootAbove(above);
}
