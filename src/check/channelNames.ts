import type { Definition } from "../define/definition.ts";
import { duplicates, listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** Channels that the guest cannot tell apart: it finds them by name. */
export function checkChannelNames(definition: Definition): Problem[] {
  const channels = listOf(definition, "channel").filter(({ targetType }) => targetType === "virtio");
  return duplicates(channels, ({ targetName }) => targetName).map(({ first, other }) => {
    const part = "target@name";
    const values = { name: other.targetName ?? "" };
    return problem("channel-name-duplicate", values, { device: other.id, part }, [
      { device: first.id, part },
    ]);
  });
}
