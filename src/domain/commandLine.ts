/** One `-device` that the owner of a domain hands to QEMU past libvirt. */
export interface CommandLineDevice {
  /** Where its value stands among the `<qemu:arg>` of the domain, from 1 as in a `Place`. */
  readonly position: number;
  readonly driver: string;
  readonly properties: ReadonlyMap<string, string>;
  /** Written as JSON: QEMU makes such devices after all others. */
  readonly isJson: boolean;
}

/** The devices among the arguments of `<qemu:commandline>`: `-device` with `driver,key=value` or with JSON. */
export function commandLineDevices(args: readonly string[]): CommandLineDevice[] {
  return args.flatMap((arg, index) => {
    const isDevice = args[index - 1] === "-device" || args[index - 1] === "--device";
    const device = isDevice ? readDevice(arg) : undefined;
    return device ? [{ ...device, position: index + 1 }] : [];
  });
}

type Read = Omit<CommandLineDevice, "position">;

function readDevice(text: string): Read | undefined {
  return text.trimStart().startsWith("{") ? readJson(text) : readKeyValues(text);
}

function readJson(text: string): Read | undefined {
  const value = parsed(text);
  if (typeof value !== "object" || value === null) return undefined;
  const properties = new Map(Object.entries(value).map(([key, item]) => [key, plain(key, item)]));
  const driver = properties.get("driver");
  return driver === undefined ? undefined : { driver, properties, isJson: true };
}

/** A half-typed argument is no device yet. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As a number a PCI address counts slots and functions together. */
function plain(key: string, item: unknown): string {
  if (key !== "addr" || typeof item !== "number") return item === true ? "on" : String(item);
  return `${(item >> 3).toString(16)}.${item & 7}`;
}

/** The first part may leave its key out; two commas stand for one inside a value. */
function readKeyValues(text: string): Read | undefined {
  const parts = text.split(/(?<!,),(?!,)/).map((part) => part.replaceAll(",,", ","));
  const properties = new Map(
    parts.map((part, index): [string, string] => {
      const equals = part.indexOf("=");
      if (equals < 0) return index === 0 ? ["driver", part] : [part, "on"];
      return [part.slice(0, equals), part.slice(equals + 1)];
    }),
  );
  const driver = properties.get("driver");
  return driver ? { driver, properties, isJson: false } : undefined;
}

/** A PCI address as QEMU reads it: slot and function, both hexadecimal. */
export function commandLineSeat(
  addr: string,
): { readonly slot: number; readonly function: number } | undefined {
  const match = /^(?:0x)?([0-9a-f]{1,2})(?:\.(?:0x)?([0-7]))?$/i.exec(addr.trim());
  if (match?.[1] === undefined) return undefined;
  const slot = Number.parseInt(match[1], 16);
  return slot > 0x1f ? undefined : { slot, function: Number.parseInt(match[2] ?? "0", 16) };
}
