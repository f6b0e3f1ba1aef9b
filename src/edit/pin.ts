import type { DefinedDevice, Definition } from "../define/definition.ts";
import type { DeviceId } from "../domain/device.ts";
import { addedAbove } from "./above.ts";
import { additionsOf, addressOf } from "./additions.ts";
import { addressChanges } from "./address.ts";
import { type Change, joinChanges } from "./change.ts";
import type { EditContext } from "./context.ts";
import { controllerChanges } from "./controller.ts";

export interface PinOptions {
  /** Write addresses of listed devices only, and add none. */
  readonly onlyPresent?: boolean;
}

/**
 * The changes that write down everything libvirt would choose: addresses, what addresses lean on in controllers, and
 * the devices it would add as far as they have addresses; controllers in any case, since addresses name them.
 */
export function pinAll(context: EditContext, definition: Definition, options: PinOptions = {}): Change[] {
  const { devices } = definition;
  const written = devices.filter((defined) => defined.written);
  const changes = written.flatMap((defined) => pinWritten(context, defined));
  if (options.onlyPresent) return changes;
  const additions = additionsOf(context, definition, newDevices(definition));
  return additions === undefined ? changes : [...changes, additions];
}

/**
 * The changes that write down what libvirt would choose for these devices. Controllers and hubs that it adds are
 * written down only as far as these places are behind them.
 */
export function pinDevices(
  context: EditContext,
  definition: Definition,
  devices: ReadonlySet<DeviceId>,
): Change[] {
  const pinned = definition.devices.filter((defined) => defined.written && devices.has(defined.device.id));
  const additions = additionsOf(context, definition, addedAbove(definition, pinned));
  const changes = pinned.flatMap((defined) => pinWritten(context, defined));
  return additions === undefined ? changes : [...changes, additions];
}

function pinWritten({ reading, samples }: EditContext, defined: DefinedDevice): Change[] {
  const { device } = defined;
  const element = reading.elements.get(device.id);
  const written = reading.domain.devices[device.id];
  if (element === undefined || written === undefined) return [];
  const isController = device.kind === "controller" && written.kind === "controller";
  const filled = isController ? controllerChanges(element, written, device) : [];
  const address = addressOf(defined);
  return joinChanges([
    ...filled,
    ...(address ? addressChanges(element, address, samples, { complete: true }) : []),
  ]);
}

function newDevices({ devices }: Definition): DefinedDevice[] {
  return devices.filter(
    (defined) =>
      !defined.written && (defined.device.kind === "controller" || addressOf(defined) !== undefined),
  );
}
