import process from "node:process";
import { check } from "./check.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { type Command, isCommand, type Options, readOptions } from "./options.ts";
import { pin } from "./pin.ts";
import { printError } from "./report.ts";
import { show } from "./show.ts";
import { help, UsageError } from "./usage.ts";

const commands: Readonly<Record<Command, (options: Options) => ExitStatus>> = { check, pin, show };

/** Runs one command; wrong usage is told on standard error. */
function run([command, ...args]: readonly string[]): ExitStatus {
  if (command === "help" || command === "--help" || command === "-h" || args.includes("--help")) {
    process.stdout.write(help);
    return exitStatus.fine;
  }
  try {
    if (!isCommand(command)) {
      throw new UsageError(command === undefined ? "Name a command." : `There is no command ${command}.`);
    }
    return commands[command](readOptions(command, args));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    printError([`libvirt-slots: ${error.message}`, "Run libvirt-slots --help for how to use it."]);
    return exitStatus.trouble;
  }
}

// A reader that stops early, such as `head`, is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = run(process.argv.slice(2));
