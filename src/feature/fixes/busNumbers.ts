import { joinChanges } from "../../edit/change.ts";
import { dropValue, setValue } from "../../edit/values.ts";
import { attributeOf, firstChild } from "../../xml/document.ts";
import { type Fix, fix, type Site } from "./fix.ts";

/** An expander bus starts as much lower as it lacks room. */
export function lowerBusNumber({ nodes: { element, attribute }, values }: Site): Fix[] {
  const wanted = Number(values.start) - (Number(values.needed) - Number(values.room));
  if (attribute === undefined || !(wanted > 0)) return [];
  return fix(`Write busNr='${wanted}'`, [setValue(element, attribute.name, String(wanted))]);
}

/** Without any number of the author's, libvirt counts down from the highest. */
export function dropBusNumbers({ domain }: Site): Fix[] {
  const changes = [...domain.reading.elements.values()].flatMap((element) => {
    const target = element.name === "controller" ? firstChild(element, "target") : undefined;
    return target && attributeOf(target, "busNr") ? [dropValue(target, "busNr")] : [];
  });
  return fix("Remove the busNr of the others too, and let libvirt choose", joinChanges(changes));
}
