import type { Definition } from "../define/definition.ts";
import { listOf } from "./devices.ts";
import { type Problem, problem } from "./problem.ts";

/** HD audio has addresses for this many codecs. */
const most = 15;

/** Sound cards with more codecs than HD audio can address. */
export function checkSoundCodecs(definition: Definition): Problem[] {
  return listOf(definition, "sound")
    .filter(({ codecs = 0 }) => codecs > most)
    .map(({ id, codecs = 0 }) =>
      problem("hda-codec-count", { count: codecs, most }, { device: id, part: `codec[${most + 1}]` }),
    );
}
