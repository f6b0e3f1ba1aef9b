import { type Setting, settings } from "../../catalog/settings.ts";
import { valueOf as attributeValue, childElements, type Element } from "../../xml/document.ts";

/** Which of the settings that not every QEMU knows are written in a device, by their `part`. */
export function settingsOf(element: Element): string[] {
  const known: readonly Setting[] | undefined = settings[element.name];
  return (known ?? []).flatMap(({ part }) => (isWritten(element, part) ? [part] : []));
}

/** `driver/iothreads`, `driver@rss` or `codec@type=micro`; any of several children counts. */
function isWritten(element: Element, part: string): boolean {
  const [path = "", wanted] = part.split("=");
  const [names = "", attribute] = path.split("@");
  const found = names
    .split("/")
    .filter((name) => name !== "")
    .reduce<readonly Element[]>(
      (parents, name) => parents.flatMap((it) => childElements(it, name)),
      [element],
    );
  if (attribute === undefined) return found.length > 0;
  const values = found.map((it) => attributeValue(it, attribute));
  return values.some((value) => value !== undefined && (wanted === undefined || value === wanted));
}
