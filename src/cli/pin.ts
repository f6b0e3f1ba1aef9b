import { mkdirSync } from "node:fs";
import path from "node:path";
import { type DomainService, getDomainService } from "../service.ts";
import { type ExitStatus, exitStatus, worst } from "./exitStatus.ts";
import { faultOf, readInput, reasonOf } from "./input.ts";
import type { Options } from "./options.ts";
import { diagnosticLines, printError } from "./report.ts";
import { UsageError } from "./usage.ts";
import { writeWhole } from "./writeWhole.ts";

/** Writes down what libvirt would choose in each file. A file that libvirt would refuse stays as it is. */
export function pin(options: Options): ExitStatus {
  checkTargets(options);
  const service = getDomainService(options.define);
  return worst(options.files.map((file) => pinFile(service, file, options)));
}

function pinFile(service: DomainService, file: string, options: Options): ExitStatus {
  const input = readInput(file);
  if (input.text === undefined) {
    printError([`${file}: cannot be read: ${input.problem}.`]);
    return exitStatus.trouble;
  }
  let pinned: string | undefined;
  try {
    pinned = pinText(service, file, input.text, options.onlyPresent);
  } catch (error) {
    printError([`${file}: not pinned: ${faultOf(error)}`]);
    return exitStatus.trouble;
  }
  return pinned === undefined ? exitStatus.errors : writeOut(file, input.text, pinned, options);
}

/** The pinned text; undefined, with the reasons on standard error, where libvirt would not define the domain. */
function pinText(
  service: DomainService,
  file: string,
  text: string,
  onlyPresent: boolean,
): string | undefined {
  const snapshot = service.snapshot(file, 0, text);
  const answer = service.pinAll(snapshot, { onlyPresent });
  service.close(file);
  if (answer.edits) return service.apply(snapshot, answer.edits);
  printError([
    ...diagnosticLines(file, service.diagnostics(snapshot)),
    `${file}: not pinned. ${answer.refused}`,
  ]);
  return undefined;
}

function writeOut(file: string, before: string, pinned: string, { write, outDir }: Options): ExitStatus {
  const target = outDir === undefined ? file : targetIn(outDir, file);
  try {
    if (outDir !== undefined) mkdirSync(outDir, { recursive: true });
    if (!write && outDir === undefined) process.stdout.write(pinned);
    else if (outDir !== undefined || pinned !== before) writeWhole(target, pinned);
  } catch (error) {
    printError([`${target}: cannot be written: ${reasonOf(error)}. The file is as it was.`]);
    return exitStatus.trouble;
  }
  return exitStatus.fine;
}

function targetIn(outDir: string, file: string): string {
  return path.join(outDir, file === "-" ? "stdin.xml" : `${path.basename(file, ".xml")}.xml`);
}

/** Refuses what could not end well before anything is written. */
function checkTargets({ files, write, outDir }: Options): void {
  if (write && outDir !== undefined) throw new UsageError("Choose one of --write and --out-dir.");
  if (write && files.includes("-"))
    throw new UsageError("Standard input cannot be replaced; leave out --write.");
  if (!write && outDir === undefined && files.length > 1) {
    throw new UsageError("Standard output takes one FILE; use --write or --out-dir for more.");
  }
  if (outDir === undefined) return;
  const targets = new Map<string, string>();
  for (const file of files) {
    const target = targetIn(outDir, file);
    const other = targets.get(target);
    if (other !== undefined) throw new UsageError(`${other} and ${file} would both be written to ${target}.`);
    targets.set(target, file);
  }
}
