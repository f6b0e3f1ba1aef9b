// Where things lie: the repository, and the folder in the user's cache that holds what is too big for it.
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Our folder in the user's cache (XDG_CACHE_HOME, else ~/.cache); it can be deleted at any time. */
export const cache = path.join(
  process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"),
  "libvirt-slots",
);
