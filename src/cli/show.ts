import { getDomainService } from "../service.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { readInput } from "./input.ts";
import type { Options } from "./options.ts";
import { print, printError } from "./report.ts";
import { UsageError } from "./usage.ts";

/** Lists buses, slots and who sits in them. */
export function show(options: Options): ExitStatus {
  const [file, ...others] = options.files;
  if (file === undefined || others.length > 0) throw new UsageError("Show takes one FILE.");
  const input = readInput(file);
  if (input.text === undefined) {
    printError([`${file}: cannot be read: ${input.problem}.`]);
    return exitStatus.trouble;
  }
  const service = getDomainService(options.define);
  const snapshot = service.snapshot(file, 0, input.text);
  const board = service.board(snapshot);
  if (board === undefined) {
    printError([`${file}: no libvirt domain.`]);
    return exitStatus.errors;
  }
  print([JSON.stringify(board, undefined, 2)]);
  return exitStatus.fine;
}
