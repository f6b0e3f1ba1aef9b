import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place. An existing file keeps its
 * mode, and a link keeps leading to it. Throws what the file system throws; nothing has changed then.
 */
export function writeWhole(file: string, text: string): void {
  const target = existing(file);
  const place = target?.path ?? file;
  const name = `.${path.basename(place)}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
  const draft = path.join(path.dirname(place), name);
  try {
    writeDraft(draft, text);
    if (target) takeOver(draft, target);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

function writeDraft(draft: string, text: string): void {
  const descriptor = openSync(draft, "wx", 0o666);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

interface Existing {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** The file itself behind any links; undefined where there is none yet. */
function existing(file: string): Existing | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && { path: realpathSync(file), mode: stats.mode & 0o7777, uid: stats.uid, gid: stats.gid };
}

/** Only root can give a file to somebody else, and only root needs to. */
function takeOver(draft: string, { mode, uid, gid }: Existing): void {
  if (process.getuid?.() === 0) chownSync(draft, uid, gid);
  chmodSync(draft, mode);
}
