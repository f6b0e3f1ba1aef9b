import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type DefineOptions, exportFormats } from "../service.ts";
import { readHostFacts } from "./hostFacts.ts";
import { UsageError } from "./usage.ts";

/** The formats of each command that has them, the default first. */
const formats = {
  check: ["text", "json", "sarif"],
  pin: [],
  show: ["text", "json", ...exportFormats],
} as const satisfies Record<Command, readonly string[]>;

export type Format = (typeof formats)[Command][number];

/** What the command line asks for; the fields of one command are unused by the others. */
export interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  readonly write: boolean;
  readonly outDir: string | undefined;
  readonly onlyPresent: boolean;
  /** Which domain of a document is meant: its number from 1, or its name. */
  readonly domain: string | undefined;
  readonly define: DefineOptions;
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

/** How to read a domain: the same for every command. */
const defineArguments = {
  "existing-guest": flag,
  "qemu-version": text,
  "without-qemu": { ...text, multiple: true },
  "host-arch": text,
  host: text,
} as const;

const commandArguments = {
  check: { format: text },
  pin: { write: flag, "out-dir": text, "only-present": flag },
  show: { format: text, domain: text },
} as const;

export type Command = keyof typeof commandArguments;

export function isCommand(name: string | undefined): name is Command {
  return name !== undefined && Object.hasOwn(commandArguments, name);
}

/** Reads the arguments behind a command. Throws a UsageError that says what is wrong with them. */
export function readOptions(command: Command, args: readonly string[]): Options {
  const { values, positionals } = parse(command, args);
  if (positionals.length === 0) throw new UsageError("Name at least one FILE, or - for standard input.");
  if (positionals.filter((file) => file === "-").length > 1) throw new UsageError("Name - only once.");
  return {
    files: positionals,
    format: formatOf(command, values.format),
    write: values.write === true,
    outDir: values["out-dir"],
    onlyPresent: values["only-present"] === true,
    domain: values.domain,
    define: defineOptions(values),
  };
}

type Parsed = ReturnType<typeof parseArgs>;

/** Every option of every command; which of them a command takes is told by its arguments. */
interface Values {
  readonly format?: string | undefined;
  readonly write?: boolean | undefined;
  readonly "out-dir"?: string | undefined;
  readonly "only-present"?: boolean | undefined;
  readonly domain?: string | undefined;
  readonly "existing-guest"?: boolean | undefined;
  readonly "qemu-version"?: string | undefined;
  readonly "without-qemu"?: readonly string[] | undefined;
  readonly "host-arch"?: string | undefined;
  readonly host?: string | undefined;
}

function parse(
  command: Command,
  args: readonly string[],
): { values: Values; positionals: readonly string[] } {
  const options: Record<string, typeof text | typeof flag> = {
    ...defineArguments,
    ...commandArguments[command],
  };
  try {
    const { values, positionals }: Parsed = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function formatOf(command: Command, name = "text"): Format {
  const known: readonly Format[] = formats[command];
  const format = known.find((candidate) => candidate === name);
  if (format !== undefined || command === "pin") return format ?? "text";
  throw new UsageError(
    `There is no format ${name}; use ${known.slice(0, -1).join(", ")} or ${known.at(-1)}.`,
  );
}

function defineOptions(values: Values): DefineOptions {
  const qemuVersion = qemuVersionOf(values["qemu-version"]);
  const hostArch = values["host-arch"];
  return {
    existingGuest: values["existing-guest"] === true,
    withoutQemu: (values["without-qemu"] ?? [])
      .flatMap((list) => list.split(","))
      .filter((name) => name !== ""),
    ...(qemuVersion !== undefined && { qemuVersion }),
    ...(hostArch !== undefined && { hostArch }),
    ...(values.host !== undefined && { host: hostFactsOf(values.host) }),
  };
}

function qemuVersionOf(version: string | undefined): string | undefined {
  if (version === undefined || version.startsWith("latest")) return undefined;
  if (/^\d+(\.\d+)*$/.test(version)) return version;
  throw new UsageError(`${version} is no QEMU version; write one like 8.2, or latest.`);
}

function hostFactsOf(file: string): NonNullable<DefineOptions["host"]> {
  let json: string;
  try {
    json = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`The host facts cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return readHostFacts(json, file);
}
