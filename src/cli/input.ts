import { readFileSync } from "node:fs";

/** The text of one FILE argument, or why it cannot be read. */
export type Input =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly text?: undefined; readonly problem: string };

/** Reads a file, or standard input for `-`. Only UTF-8 is read: anything else could not be written back unharmed. */
export function readInput(path: string): Input {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path === "-" ? 0 : path);
  } catch (error) {
    return { path, problem: reasonOf(error) };
  }
  const text = bytes.toString("utf8");
  if (!Buffer.from(text, "utf8").equals(bytes))
    return { path, problem: "it is not UTF-8 text; convert it first" };
  return { path, text };
}

/** What went wrong with a file, in plain words where the system gives a code. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EACCES":
    case "EPERM":
      return "you have no permission for it";
    case "EISDIR":
      return "it is a folder";
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

/** A fault of ours while working on one file; the other files are none the worse for it. */
export function faultOf(error: unknown): string {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `a fault in libvirt-slots kept it from being read; please report it\n${told}`;
}
