import type { Definition } from "../define/definition.ts";
import type { Controller } from "../domain/device.ts";
import { controllersOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

const expanders: ReadonlySet<string | undefined> = new Set(["pci-expander-bus", "pcie-expander-bus"]);

/** The guest counts buses from 0 to 255. */
const busCount = 256;

/**
 * Expander buses that leave themselves or their neighbour too few bus numbers. Each root has those from its own up to
 * the next root's, and every bridge and port below it needs one; a conventional expander has one bridge inside.
 */
export function checkBusNumbers(definition: Definition): Problem[] {
  const controllers = controllersOf(definition, "pci");
  const roots = controllers
    .filter(({ model }) => expanders.has(model))
    .toSorted((one, other) => (one.target.busNr ?? 0) - (other.target.busNr ?? 0));
  if (roots.length === 0) return [];
  return [controllers.find(({ index }) => index === 0), ...roots].flatMap((root, position) => {
    const next = roots[position];
    if (root === undefined) return [];
    const start = root.target.busNr ?? 0;
    const room = (next?.target.busNr ?? busCount) - start - 1;
    const needed = bridgesBelow(controllers, root) + (root.model === "pci-expander-bus" ? 1 : 0);
    if (needed <= room) return [];
    const blamed = expanders.has(root.model) ? root : next;
    const place = { device: blamed?.id ?? root.id, part: "target@busNr" };
    return [problem("pxb-busnr-space", { start, room, needed, index: root.index ?? 0 }, place)];
  });
}

/** Bridges and ports behind a root that are no roots themselves. */
function bridgesBelow(controllers: readonly Controller[], root: Controller): number {
  const behind = new Set([root.index]);
  let count = 0;
  // Libvirt keeps every controller after the one whose bus it sits on.
  for (const { address, index, model } of controllers) {
    if (address?.type !== "pci" || !behind.has(address.bus) || expanders.has(model) || behind.has(index))
      continue;
    behind.add(index);
    count++;
  }
  return count;
}
